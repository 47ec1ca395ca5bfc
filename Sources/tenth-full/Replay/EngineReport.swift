import Console
import LawLanguage
import Reasoning
import Replay

/// What a count by an engine came to, for a person or for a program.
struct EngineReport {
  private let counts: EngineRun.Counts
  private let engine: EngineOptions.Engine
  private let asked: OfferedQuery
  private let command: String

  init(_ counts: EngineRun.Counts, engine: EngineOptions.Engine, asked: OfferedQuery, command: String) {
    self.counts = counts
    self.engine = engine
    self.asked = asked
    self.command = command
  }

  func print(asJSON: Bool) { Output.print(asJSON ? json : text) }

  private var days: String {
    "\(asked.query.days.from.map { "from \($0)" } ?? "from the beginning") \(asked.query.days.until.map { "to \($0)" } ?? "on")"
  }

  private func sorted(_ tally: [String: Int]) -> [(String, Int)] {
    tally.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }

  private var text: String {
    var page = Page(width: Terminal.current.width)
    page.paragraph(
      "\(asked.offer.act) in \(asked.offer.jurisdiction), by \(asked.offer.papers.joined(separator: " with ")); the law \(days). Decisions "
        + "under this text on recorded facts, not findings of violation.")
    for problem in counts.firstBad { page.paragraph("\(problem)") }
    for (rule, rows) in sorted(counts.rules) { page.paragraph("\(rows) by \(rule)") }
    if counts.open > 0 {
      page.paragraph(
        "\(counts.open) are left open although more may follow from what is known: --engine here decides them.")
    }
    page.paragraph(sorted(counts.answers).map { "\($0.1) \($0.0)" }.joined(separator: ", "))
    page.paragraph("\(counts.rows) rows: \(counts.leftOut) of another offer or day, \(counts.bad) not usable.")
    return page.text
  }

  private var json: String {
    JSON.object([
      "engine": .text(engine.rawValue), "act": .text(asked.offer.act), "jurisdiction": .text(asked.offer.jurisdiction),
      "from": .text(orNull: asked.query.days.from?.description),
      "until": .text(orNull: asked.query.days.until?.description),
      "rows": .integer(counts.rows), "left_out": .integer(counts.leftOut), "bad_rows": .integer(counts.bad),
      "answers": .object(sorted(counts.answers).map { JSON.Member(key: $0.0, value: .integer($0.1)) }),
      "rules": .object(sorted(counts.rules).map { JSON.Member(key: $0.0, value: .integer($0.1)) }),
      "left_open": .integer(counts.open), "command": .text(command),
    ]).written()
  }
}
