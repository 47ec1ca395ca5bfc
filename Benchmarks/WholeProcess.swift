import Foundation
import Glibc

/// One decision as a clerk's shell runs it: a process from start to exit, its output thrown away.
struct WholeProcess {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func rows() throws -> [String] {
    let full = try sample(["--help"])
    // Refused as soon as the command line is read.
    let start = try sample(["decide", "--laws", "/dev/null"], ending: 2)
    let illinois = try sample(decide("IL", "2025-01-22"))
    let florida = try sample(decide("FL", "2025-06-02"))
    let california = try sample(decide("CA", "2025-01-22"))
    let ratio = String(format: "%.1f", illinois.median / start.median)
    return [
      full.row("`tenth --help`: both programs, one after the other (40 runs)", bar: "–", scale: 1e3, unit: "ms"),
      start.row(
        "`tenth decide`, refused: start-up and command line alone (40 runs)", bar: "6–9 ms", scale: 1e3, unit: "ms"),
      illinois.row(
        "`tenth decide`, Illinois, whole process (40 runs), \(ratio)× start-up", bar: "30 ms", scale: 1e3, unit: "ms"),
      florida.row("`tenth decide`, Florida, whole process (40 runs)", bar: "30 ms", scale: 1e3, unit: "ms"),
      california.row("`tenth decide`, California, whole process (40 runs)", bar: "30 ms", scale: 1e3, unit: "ms"),
    ]
  }

  private func decide(_ state: String, _ day: String) -> [String] {
    [
      "decide", "--laws", arguments.laws, "--jurisdiction", state, "--agency", "county-jail", "--instrument", "i247a",
      "--instrument", "i200", "--on", day, "--json",
    ]
  }

  /// Spawned and waited for by the system's own calls: Foundation's `Process` looks for the end only every 50 ms.
  private func sample(_ words: [String], ending expected: Int32 = 0) throws -> Sample {
    try Sample.of(40) {
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
      if expected != 0 { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
      let strings = ([arguments.tenth] + words).map { strdup($0) }
      defer { strings.forEach { free($0) } }
      var child: pid_t = 0
      var status: Int32 = 0
      guard posix_spawn(&child, arguments.tenth, &actions, nil, strings + [nil], environ) == 0,
        waitpid(child, &status, 0) == child, status == expected << 8
      else { throw Failed(what: words.joined(separator: " ")) }
    }
  }

  struct Failed: Error, CustomStringConvertible {
    let what: String
    var description: String { "tenth \(what) failed" }
  }
}
