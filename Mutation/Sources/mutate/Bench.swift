import Foundation
import Mutants

/// Runs the built tests with one mutant awake, a few mutants at a time.
struct Bench: Sendable {
  let products: URL
  let tree: URL
  let work: URL
  /// How many run at the same time.
  let slots: Int
  /// How long each stage takes when nothing is wrong.
  private(set) var seconds: [Stage: Double] = [:]

  struct Refused: Error, CustomStringConvertible {
    let description: String
  }

  private enum Result { case passed, failed, crashed, timedOut }

  /// Runs every stage with no mutant awake, in all slots at once, since that is how mutants will be run.
  init(products: URL, tree: URL, work: URL, slots: Int, stages: [Stage]) async throws {
    (self.products, self.tree, self.work, self.slots) = (products, tree, work, slots)
    for stage in stages where seconds[stage] == nil {
      let times = try await withThrowingTaskGroup(of: Double.self) { group in
        for slot in 1...slots {
          group.addTask { [self] in
            let start = ContinuousClock.now
            let (result, printed) = try await run(stage, mutant: 0, slot: slot, limit: 1800)
            guard result == .passed else {
              throw Refused(description: "With no mutant awake, \(stage.name) fails:\n\(failures(printed))")
            }
            guard let match = printed.firstMatch(of: /Test run with ([0-9]+) tests?/), match.1 != "0" else {
              throw Refused(description: "\(stage.name) ran no test:\n\(printed.suffix(1000))")
            }
            return start.duration(to: .now) / .seconds(1)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      seconds[stage] = times.max()
      say("With no mutant awake, \(stage.name) \(stage.filter): \(oneDecimal(times.max() ?? 0)) s")
    }
  }

  /// The lines that say what failed; the end, if none does.
  private func failures(_ printed: String) -> String {
    let lines = printed.split(separator: "\n").filter { $0.hasPrefix("✘") }
    return lines.isEmpty ? String(printed.suffix(2000)) : lines.joined(separator: "\n")
  }

  // MARK: - Trials

  /// Tries the mutants that are still alive on their stages, and tells of each as it ends.
  func tried(_ trials: [Trial], on stages: @escaping @Sendable (Site) -> [Stage]) async throws -> [Trial] {
    var waiting = trials.filter { $0.stage == nil }[...]
    let count = waiting.count
    var tried: [Int: Trial] = [:]
    try await withThrowingTaskGroup(of: (Trial, Int).self) { group in
      func add(_ slot: Int) {
        guard let next = waiting.popFirst() else { return }
        group.addTask { (try await self.tried(next, on: stages(next.site), slot: slot), slot) }
      }
      for slot in 1...slots { add(slot) }
      while let (trial, slot) = try await group.next() {
        tried[trial.number] = trial
        say("[\(tried.count)/\(count)] \(trial.line)")
        add(slot)
      }
    }
    return trials.map { tried[$0.number] ?? $0 }
  }

  private func tried(_ untried: Trial, on stages: [Stage], slot: Int) async throws -> Trial {
    let start = ContinuousClock.now
    var trial = untried
    for stage in stages {
      // Other work on the machine must not look like an endless loop.
      let limit = Int(20 + 10 * (seconds[stage] ?? 0))
      switch try await run(stage, mutant: trial.number, slot: slot, limit: limit).0 {
      case .passed: continue
      case .failed: trial.end = .failed
      case .crashed: trial.end = .crashed
      case .timedOut: trial.end = .timedOut
      }
      trial.stage = stage.name
      break
    }
    trial.seconds += start.duration(to: .now) / .seconds(1)
    return trial
  }

  /// The tests beside a `tenth` that wakes the same mutant: they start it with an environment of their own.
  private func run(_ stage: Stage, mutant: Int, slot: Int, limit: Int) async throws -> (Result, String) {
    let folder = work.appending(path: "slot-\(slot)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bundle = "tenthPackageTests.xctest"
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: bundle), withDestinationURL: products.appending(path: bundle))
    let program = folder.appending(path: "tenth")
    try
      "#!/bin/sh\nSWIFT_BACKTRACE=enable=no TENTH_MUTANT=\(mutant) exec '\(products.appending(path: "tenth").path)' \"$@\"\n"
      .write(to: program, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)

    // A mutant may fill the memory, and its children outlive it; `timeout` ends the whole group.
    let start = #"ulimit -v 8388608; ulimit -c 0; exec timeout --kill-after=2 "$@""#
    // What draws a backtrace holds on to the pipes of a program that is gone.
    let own = ["TENTH_MUTANT": "\(mutant)", "SWIFT_BACKTRACE": "enable=no"]
    let tests = Command(
      words: ["bash", "-c", start, "tests", "\(limit)", folder.appending(path: bundle).path] + stage.arguments,
      folder: tree, environment: stage.environment.merging(own) { $1 },
      output: folder.appending(path: "output"))
    let result: Result =
      switch try await tests.run() {
      case 0: .passed
      case 124, 137: .timedOut
      case 1: .failed
      default: .crashed
      }
    return (result, tests.printed)
  }
}

func oneDecimal(_ value: Double) -> String { String(format: "%.1f", value) }
