import LawLanguage

/// A small library of laws, as text, and requests to put to it.
struct GeneratedLaw: Sendable {
  /// The seed that makes it again.
  let seed: UInt64
  let files: [SourceFile]
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

  init(seed: UInt64, requestsPerLaw: Int = 12) {
    seeds = SplitMix64(seed: seed)
    self.requestsPerLaw = requestsPerLaw
  }

  /// The next law, with a batch of requests.
  mutating func next() -> GeneratedLaw { Generator.law(seed: seeds.next(), requests: requestsPerLaw) }

  /// The law that a seed makes.
  static func law(seed: UInt64, requests count: Int) -> GeneratedLaw {
    var writer = LibraryWriter(seed: seed)
    let files = writer.files()
    var drawing = RequestDrawing(words: writer.words, random: writer.random)
    let requests = (0..<count).map { _ in drawing.request() }
    return GeneratedLaw(seed: seed, files: files, requests: requests, constructs: writer.constructs)
  }
}
