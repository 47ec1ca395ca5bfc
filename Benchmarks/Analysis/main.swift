import Analysis
import Foundation
import LawLanguage

// analysis-benchmarks [--python PATH] [--laws DIR] [--toy DIR] [--peers FILE] [--only toy|checks|diff]
var options = ["--laws": "Laws", "--toy": "Benchmarks/Replay", "--peers": "Benchmarks/Analysis/peer_solvers.py"]
var words = CommandLine.arguments.dropFirst().makeIterator()
while let word = words.next() { options[word] = words.next() }

/// The least processor time of some runs, in seconds.
func least(_ runs: Int, _ work: () -> Void) -> Double {
  var best = Double.infinity
  for _ in 0..<runs {
    let start = clock()
    work()
    best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }
  return best
}

struct Unusable: Error, CustomStringConvertible { let description: String }

/// The documents of a folder and of its folders, or of those named, read.
func library(_ folder: String, of folders: [String]? = nil, changing change: (String) -> String = { $0 }) throws
  -> Library
{
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
    name.hasSuffix(".md")
      && folders.map { !name.contains("/") || $0.contains(String(name.prefix { $0 != "/" })) } ?? true
  }.sorted()
  let files = try names.map { name in
    SourceFile(path: name, text: change(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)))
  }
  let result = Library.check(files)
  guard let library = result.library else { throw Unusable(description: result.diagnostics.first?.message ?? folder) }
  return library
}

func milliseconds(_ seconds: Double) -> String { String(format: "%.1f ms", seconds * 1_000) }

/// What a solver took for the same questions, and what came out.
struct Peer: Decodable {
  let name: String
  let seconds: Double
  let conflicts: Int
  let dead: Int
  let gap: Bool
  let differs: Bool
}

/// The four questions on the toy list, and those who answer them besides.
@MainActor func measureToy() throws {
  // The list as it stands; the same rules side by side, to find which clash; and a later version of one definition.
  let toy = options["--toy"] ?? ""
  let list = try library(toy)
  let beside = try library(toy) { text in
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("    notwithstanding r") }
      .joined(separator: "\n").replacing("any-agency may answer", with: "any-agency must answer")
  }
  let later = try library(toy) { text in
    text.replacing("years-since is at most 15", with: "years-since is at most 10")
      .replacing("serious or registered or old-felony", with: "serious or old-felony")
  }
  var (conflicts, dead, gaps, classes, total) = (0, 0, 0, UInt128(0), UInt128(0))
  let days = [Day("2017-06-01"), Day("2026-01-01")].compactMap { $0 }
  let own = least(200) {
    let findings = LibraryCheck(list).run().findings
    conflicts = LibraryCheck(beside).run().findings.filter { $0.code == .conflict }.count
    dead = findings.filter { $0.code == .deadRule }.count
    gaps = findings.filter { $0.code == .silent || $0.code == .noAuthority }.count
    var comparing = Comparing()
    for day in days {
      comparing.compare(
        LawSide(library: list, jurisdiction: "TY", day: day), LawSide(library: later, jurisdiction: "TY", day: day))
    }
    let result = comparing.result
    (classes, total) = (result.changed, result.total)
  }
  var peers: [Peer] = []
  if let python = options["--python"], let script = options["--peers"] {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    peers = try JSONDecoder().decode([Peer].self, from: data)
  }
  let what =
    "the four questions on the 14-rule list: \(conflicts) pairs that clash, \(dead) dead, \(gaps) gaps, "
    + "\(classes) of \(total) classes differ"
  if peers.isEmpty { print("| \(what) | 5 ms | \(milliseconds(own)) | – | – |") }
  for peer in peers {
    print(
      "| \(what) | 5 ms, faster | \(milliseconds(own)) | \(milliseconds(peer.seconds)) in \(peer.name) | "
        + String(format: "%.1f× |", peer.seconds / own))
    if peer.conflicts != conflicts || peer.dead != dead || peer.differs != (classes > 0) {
      print("\(peer.name) says otherwise: \(peer)")
    }
  }
}

/// All checks, on all days.
@MainActor func measureChecks() throws {
  let whole = try library(options["--laws"] ?? "")
  var found = 0
  let check = least(1) { found = LibraryCheck(whole).run().findings.filter { $0.level != .note }.count }
  print(
    "| all checks on the whole library, all days: \(found) errors and warnings | 10 s | \(milliseconds(check)) | – | – |"
  )
}

/// Two editions of one state.
@MainActor func measureDiff() throws {
  let state = try library(options["--laws"] ?? "", of: ["us", "il"])
  guard let before = Day("2021-08-01"), let after = Day("2021-08-02") else { return }
  let diff = least(20) {
    var comparing = Comparing()
    comparing.compare(
      LawSide(library: state, jurisdiction: "IL", day: before),
      LawSide(library: state, jurisdiction: "IL", day: after))
  }
  print(
    "| diff of two editions of one state (IL, 2021-08-01 and the day after) | 100 ms | \(milliseconds(diff)) | – | – |"
  )
}

// The shortest comes last: a process that has read a library keeps the memory that it frees, so that pages do not come and go
// with each run.
let measurements: [(name: String, measure: @MainActor () throws -> Void)] = [
  ("checks", measureChecks), ("diff", measureDiff), ("toy", measureToy),
]
do {
  let only = options["--only"]
  guard only == nil || measurements.contains(where: { $0.name == only }) else {
    throw Unusable(description: "--only takes \(measurements.map(\.name).joined(separator: ", "))")
  }
  print("| what, one core, processor time | bar | Tenth | peer, same run | ratio |")
  print("|---|---|---|---|---|")
  for (name, measure) in measurements where only == nil || only == name { try measure() }
} catch {
  FileHandle.standardError.write(Data("Nothing was measured: \(error)\n".utf8))
  exit(1)
}
