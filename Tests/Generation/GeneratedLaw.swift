package import LawLanguage

/// A small library of laws, written as text and checked, and requests to put to it.
package struct GeneratedLaw: Sendable {
  /// The seed that makes it again.
  package let seed: UInt64
  package let files: [SourceFile]
  /// Nil only if the checker finds fault where there is none.
  package let library: Library?
  package let diagnostics: [Diagnostic]
  package let requests: [Request]
  package let constructs: Set<Construct>

  package var pairs: [GeneratedPair] { requests.map { GeneratedPair(files: files, request: $0) } }
}

/// A library and one request.
package struct GeneratedPair: Sendable {
  package var files: [SourceFile]
  package var request: Request

  /// A library's files and a request.
  package init(files: [SourceFile], request: Request) {
    self.files = files
    self.request = request
  }
}

/// Makes laws and requests without end, the same for the same seed.
package struct Generator: Sendable {
  private var seeds: SplitMix64
  private let requestsPerLaw: Int
  /// Laws that were left out: conditions are drawn blindly, and the checker refuses one that can never be true.
  package private(set) var refused = 0

  /// Laws from a seed on.
  package init(seed: UInt64, requestsPerLaw: Int = 12) {
    seeds = SplitMix64(seed: seed)
    self.requestsPerLaw = requestsPerLaw
  }

  /// The next law, with a batch of requests.
  package mutating func next() -> GeneratedLaw {
    while true {
      let law = Generator.law(seed: seeds.next(), requests: requestsPerLaw)
      if law.library != nil || law.diagnostics.contains(where: { $0.code != .neverApplies }) { return law }
      refused += 1
    }
  }

  /// The law that a seed makes.
  package static func law(seed: UInt64, requests count: Int = 12) -> GeneratedLaw {
    var writer = LibraryWriter(seed: seed)
    let files = writer.files()
    let result = Library.check(files)
    var drawing = RequestDrawing(words: writer.words, random: writer.random)
    let requests = (0..<count).map { _ in drawing.request() }
    return GeneratedLaw(
      seed: seed, files: files, library: result.library, diagnostics: result.diagnostics, requests: requests,
      constructs: writer.constructs)
  }
}
