import Console
import Forecasting
import Foundation
import LawLanguage
import Reasoning

/// Where a run was stopped, in its folder.
enum ForecastState {
  private static let file = "state.tenth"

  static func save(
    _ scenario: Scenario, _ plan: RunPlan, _ range: Range<Int>, until text: String, to folder: String, threads: Int?
  ) async throws {
    guard let day = Day(text) else { throw Refusal.sentence("--until is a day, such as 2026-10-01, not \"\(text)\"") }
    do {
      let state = try await plan.save(
        scenario, range, until: day, program: engineVersion,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
      try ForecastFiles.write(state.data, file, in: folder)
      Output.print("\(folder)/\(file): \(range.count) replicates of \(scenario.title), stopped on \(day)")
    } catch let problem as SavedState.Problem {
      throw Refusal.sentence(problem.description)
    }
  }

  static func resume(
    _ scenario: Scenario, _ plan: RunPlan, from folder: String, threads: Int?
  ) async throws -> [Outcome] {
    let path = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(file).path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal.sentence("\(path) cannot be read; name the folder that --save-state wrote to")
    }
    do {
      return try await plan.resume(
        scenario, from: try SavedState(data, name: path), program: engineVersion,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    } catch let problem as SavedState.Problem {
      throw Refusal.sentence(problem.description)
    }
  }
}
