import LawLanguage

/// A small library of laws, written as text and checked, and requests to put to it.
struct GeneratedLaw: Sendable {
  /// The seed that makes it again.
  let seed: UInt64
  let files: [SourceFile]
  /// Nil only if the checker finds fault where there is none.
  let library: Library?
  let diagnostics: [Diagnostic]
  let requests: [Request]
  let constructs: Set<Construct>

  var pairs: [GeneratedPair] { requests.map { GeneratedPair(files: files, request: $0) } }
}

/// A library and one request.
struct GeneratedPair: Sendable {
  var files: [SourceFile]
  var request: Request
}

/// Makes laws and requests without end, the same for the same seed.
struct Generator: Sendable {
  private var seeds: SplitMix64
  private let requestsPerLaw: Int
  /// Laws that were left out: conditions are drawn blindly, and the checker refuses one that can never be true.
  private(set) var refused = 0

  init(seed: UInt64, requestsPerLaw: Int = 12) {
    seeds = SplitMix64(seed: seed)
    self.requestsPerLaw = requestsPerLaw
  }

  /// The next law, with a batch of requests.
  mutating func next() -> GeneratedLaw {
    while true {
      let law = Generator.law(seed: seeds.next(), requests: requestsPerLaw)
      if law.library != nil || law.diagnostics.contains(where: { $0.code != .neverApplies }) { return law }
      refused += 1
    }
  }

  /// The law that a seed makes.
  static func law(seed: UInt64, requests count: Int = 12) -> GeneratedLaw {
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
