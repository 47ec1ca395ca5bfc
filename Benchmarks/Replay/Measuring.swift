import Foundation

/// The least processor time of some runs, in seconds: other work on the machine does not count.
func least(_ runs: Int, _ work: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<runs {
    let start = clock()
    try work()
    best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }
  return best
}

/// One row of the printed table.
func say(
  _ what: String, _ seconds: Double, rows: Int, beside peer: Peer? = nil, named name: String = "DuckDB", bar: String
) {
  let rate = Double(rows) / seconds / 1e6
  var line = "| \(what) | \(bar) | \(text(seconds * 1_000, 2)) ms | \(text(rate, 1)) M rows/s |"
  if let peer {
    line +=
      " \(text(peer.processor * 1_000, 1)) ms in \(name) \(peer.version) | \(text(peer.processor / seconds, 1))× |"
  } else {
    line += " – | – |"
  }
  print(line)
}

func text(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

/// What DuckDB took, on one thread, and what came out.
struct Peer: Decodable {
  let wall: Double
  let processor: Double
  let counts: [String: Int]
  let version: String

  static func run(_ python: String, _ words: [String]) throws -> Peer {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode(Peer.self, from: data)
  }
}

/// Numbers that look drawn by chance, the same for the same seed. After S. Vigna's SplitMix64.
struct Drawing {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

/// The most memory that this process ever took, in MiB.
func peak() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1_024
}
