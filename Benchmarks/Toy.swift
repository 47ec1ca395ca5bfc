import Foundation
import LawLanguage
import Reasoning

/// The toy law, JSON in to JSON out: what a service does for each request, beside other engines on the same requests.
struct Toy {
  let arguments: Arguments
  private let requests: [ToyRequest]

  init(_ arguments: Arguments) {
    self.arguments = arguments
    var drawing = ToyRequest.Drawing(state: 7282)
    requests = (0..<2_000).map { _ in drawing.next() }
  }

  func rows() throws -> [String] {
    let files = try ["vocabulary.md", "toy.md"].map { name in
      SourceFile(path: name, bytes: Array(try Data(contentsOf: peers.appendingPathComponent(name))))
    }
    guard let library = Library.check(files).library else { throw InProcess.Unusable() }
    let prepared = PreparedLibrary(library, digests: LibraryDigests(of: library))
    let lines = requests.map { Array($0.json.utf8) }
    var permitted = 0
    var next = 0
    let sample = try Sample.of(lines.count, warmUp: 0) {
      let draft = try RequestDraft(json: RequestText(lines[next], from: "request"))
      let request = try library.request(from: draft, now: Instant(seconds: 1_790_000_000))
      let decision = try prepared.decide(request)
      if decision.document(in: library.vocabulary).written().isEmpty { throw InProcess.Unusable() }
      if decision.answers.first?.answer == .permitted { permitted += 1 }
      next += 1
    }
    var rows = [
      sample.row(
        "toy law of 14 cases, JSON in to JSON out, with reasons and receipt (2,000 requests, \(permitted) permitted)",
        bar: "150 µs, and faster than cedarpy", scale: 1e6, unit: "µs")
    ]
    if let python = arguments.python {
      rows += try others(python).map { peer in
        let ratio = String(format: "%.1f", peer.median / (sample.median * 1e6))
        let agreement = peer.permitted == permitted ? "permits the same" : "permits \(peer.permitted): not the same law"
        let times = [peer.median, peer.least, peer.most].map { String(format: "%.1f µs", $0) }.joined(separator: " | ")
        return "| the same in \(peer.engine), \(agreement), \(ratio)× Tenth's time | – | \(times) |"
      }
    }
    return rows
  }

  private var peers: URL { URL(fileURLWithPath: arguments.peers) }

  private struct Peer: Decodable {
    let engine: String
    let permitted: Int
    let median: Double
    let least: Double
    let most: Double
  }

  /// Runs the other engines on the same requests.
  private func others(_ python: String) throws -> [Peer] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("toy-\(getpid()).jsonl")
    try Data(requests.map(\.json).joined(separator: "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [peers.appendingPathComponent("peers.py").path, file.path]
    process.standardOutput = output
    try process.run()
    let lines = output.fileHandleForReading.readDataToEndOfFile().split(separator: UInt8(ascii: "\n"))
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw WholeProcess.Failed(what: "peers.py") }
    return try lines.map { try JSONDecoder().decode(Peer.self, from: $0) }
  }
}

/// A request under the toy law.
private struct ToyRequest {
  let json: String

  /// Draws requests, the same ones each time.
  struct Drawing {
    /// Of a linear congruential generator (Knuth's MMIX constants): good enough to vary requests.
    var state: UInt64

    private mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }

    private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func next() -> ToyRequest {
      let act = ["hold", "transfer", "notify", "give-information", "allow-interview"][below(5)]
      let day = Day(number: Int32(16_071 + below(4_700)))
      let listed = below(100)
      var facts = [
        "\"age\": \(14 + below(66))", "\"years-since\": \(below(40))",
        "\"listed\": \"\(listed < 60 ? "none" : listed < 85 ? "felony" : "wobbler")\"",
      ]
      for (name, percent) in [
        ("signed-by-judge", 6), ("strict-county", 20), ("serious", 15), ("registered", 3), ("federal-warrant", 2),
        ("charged", 30), ("finding", 40), ("public", 50), ("consent", 35),
      ] {
        facts.append("\"\(name)\": \(chance(percent))")
      }
      let agency = chance(5) ? "state-prison" : "county-jail"
      return ToyRequest(
        json: """
          {"jurisdiction": "TY", "agency": "\(agency)", "on": "\(day)", "acts": ["\(act)"], \
          "facts": {\(facts.joined(separator: ", "))}}
          """)
    }
  }
}
