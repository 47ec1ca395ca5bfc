import Foundation
import Mutants

/// What became of one mutant.
struct Trial: Codable, Sendable {
  enum End: String, Codable { case failed, crashed, timedOut = "timed out" }

  let number: Int
  let site: Site
  /// The stage that killed it; nil if it survived.
  var stage: String?
  /// How that stage ended.
  var end: End?
  var seconds = 0.0

  init(number: Int, site: Site) { (self.number, self.site) = (number, site) }

  var line: String {
    let verdict = stage.map { "killed by \($0)" + (end == .failed ? "" : " (\(end?.rawValue ?? ""))") } ?? "SURVIVED"
    return "\(verdict), \(oneDecimal(seconds)) s: \(site.file):\(site.line) \(site.change.rawValue)"
  }
}

/// What a run found.
struct Report: Codable {
  let seed: UInt64
  /// How many sites there are in all.
  let sites: Int
  /// The folders and files that were mutated.
  let places: [String]
  let trials: [Trial]
  let notCompilable: [Site]
  /// The share of mutants that must be killed.
  static let threshold = 0.9

  var survivors: [Trial] { trials.filter { $0.stage == nil } }
  var killed: Double { trials.isEmpty ? 0 : 1 - Double(survivors.count) / Double(trials.count) }
  var isEnough: Bool { killed >= Self.threshold }

  var summary: String {
    let total = trials.count
    return "\(total - survivors.count) of \(total) mutants killed, \(oneDecimal(killed * 100)) %; seed \(seed)"
  }

  var markdown: String {
    let timeouts = trials.count { $0.end == .timedOut }
    let crashes = trials.count { $0.end == .crashed }
    var text = """
      # Mutants

      \(summary). \(sites) sites in \(places.map { "`\($0)`" }.joined(separator: ", ")); \(trials.count) drawn,
      beside \(notCompilable.count) that do not compile.

      | killed by | mutants |
      |---|---|

      """
    var stages: [String] = []
    for stage in trials.compactMap(\.stage) where !stages.contains(stage) { stages.append(stage) }
    let counts = stages.map { stage in (stage, trials.count { $0.stage == stage }) }.sorted { $0.1 > $1.1 }
    for (stage, count) in counts { text += "| \(stage) | \(count) |\n" }
    text += "\nOf these, \(timeouts) by running out of time and \(crashes) by a crash.\n"
    text += "\n| change | mutants | survivors |\n|---|---|---|\n"
    for change in Change.allCases {
      let own = trials.filter { $0.site.change == change }
      if !own.isEmpty { text += "| \(change.rawValue) | \(own.count) | \(own.count { $0.stage == nil }) |\n" }
    }
    text += "\n## Survivors\n"
    if survivors.isEmpty { text += "\nNone.\n" }
    for trial in survivors.sorted(by: { ($0.site.file, $0.site.line) < ($1.site.file, $1.site.line) }) {
      text += "\n\(trial.site.file):\(trial.site.line), \(trial.site.change.rawValue), mutant \(trial.number)\n\n"
      text += "```diff\n"
      text += trial.site.original.split(separator: "\n").map { "- \($0)\n" }.joined()
      text += trial.site.mutant.split(separator: "\n").map { "+ \($0)\n" }.joined()
      text += "```\n"
    }
    return text
  }

  /// Writes both forms beside each other.
  func write(to folder: URL, name: String) throws {
    try markdown.write(to: folder.appending(path: name + ".md"), atomically: true, encoding: .utf8)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(self).write(to: folder.appending(path: name + ".json"))
  }

  static func read(_ file: URL) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(contentsOf: file))
  }
}
