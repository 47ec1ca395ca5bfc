import LawLanguage
import Norms
import Reasoning
import Replay
import Testing

@Suite("What is remembered is what would be answered") struct RememberingTests {
  private static let mapping = """
    ```mapping
    mapping every-day
    table rows known by "state", "day", "paper"
    acts hold, notify-release, transfer
    agency county-jail
    column "state" is the jurisdiction
    column "day" is the day
    column "paper" is the paper
      "I-247A" is i247a
      "I-247G" is i247g
    column "with" is the paper beside it
      "I-200" is i200
      "none" is nothing
    column "custody" is custody
    column "public" is publicly-available
    column "witness" is crime-witness
    column "cause" is i247a.shows-cause
    column "age" is age
    column "due" is release-due
    ```
    """

  private struct Row {
    var state: String
    var day: Day
    var cells: [String: String]
  }

  /// Rows near the days on which laws turn, at the ends of Februaries, and anywhere; many of them alike.
  private func rows(_ states: [String], _ count: Int, _ library: Library) -> [Row] {
    var dice = Dice(seed: 4)
    let turning = Epochs(of: library).turningDays.filter { $0.civil.year >= 2014 && $0.civil.year <= 2026 }
    let leaps = ["2016-02-28", "2016-02-29", "2016-03-01", "2023-03-01", "2024-02-29"].compactMap { Day($0) }
    return (0..<count).map { index in
      func pick<Value>(_ values: [Value]) -> Value { values[Int(dice.next() % UInt64(values.count))] }
      let day =
        switch index % 4 {
        case 0: pick(turning).adding(days: Int(dice.next() % 3) - 1)
        case 1: pick(leaps)
        default: Day(number: 16_100 + Int32(dice.next() % 4_500))
        }
      var cells = ["paper": pick(["I-247A", "I-247A", "I-247G"]), "with": pick(["I-200", "none"])]
      cells["custody"] = pick(["", "pretrial", "sentenced"])
      cells["public"] = pick(["", "", "yes", "no"])
      cells["witness"] = pick(["", "no"])
      cells["cause"] = pick(["", "yes", "no"])
      cells["age"] = pick(["", "", "17", "40"])
      cells["due"] = index % 5 == 0 ? "\(day.adding(days: Int(dice.next() % 4) - 1)) 10:00" : ""
      return Row(state: pick(states), day: day, cells: cells)
    }
  }

  @Test("every row is answered as the engine answers it alone", .timeLimit(.minutes(5)))
  func oneByOne() throws {
    let library = try #require(wholeLibrary)
    let states = ["MN", "IL", "WA", "TX", "FL", "CT", "NY", "UT"]
    let rows = rows(states, 700, library)
    let columns = ["paper", "with", "custody", "public", "witness", "cause", "age", "due"]
    var text = "state,day,\(columns.joined(separator: ","))\n"
    for row in rows {
      text += "\(row.state),\(row.day)," + columns.map { row.cells[$0] ?? "" }.joined(separator: ",") + "\n"
    }
    let written = Written()
    let figures = try ReplayPlan.over(
      [TableFile(name: "rows.csv", text: text)], try Mapping.read(RememberingTests.mapping, path: "m.md"),
      jurisdiction: nil
    ).run(written)
    let digests = LibraryDigests(of: library)
    var lines = try written.rows(.decisions)[...]
    for (index, row) in rows.enumerated() where lines.first?[0] == String(index + 1) {
      let own = Array(lines.prefix(3))
      lines = lines.dropFirst(3)
      let request = try request(row, library)
      let alone = try decide(request, in: library, digests: digests)
      for (line, answer) in zip(own, alone.answers) {
        #expect(line[1] == answer.act)
        #expect(line[2] == answer.answer.rawValue, "row \(index + 1): \(row)")
        #expect(line[3] == answer.basis?.rawValue ?? "", "row \(index + 1): \(row)")
        let possible = answer.answer == .undetermined ? answer.possible.map(\.rawValue).joined(separator: "; ") : ""
        #expect(line[6] == possible, "row \(index + 1): \(row)")
        let open = answer.answer == .undetermined ? answer.asking.map(\.name).joined(separator: "; ") : ""
        #expect(line[7] == open, "row \(index + 1): \(row)")
      }
    }
    #expect(lines.isEmpty)
    #expect(figures.decided == rows.count - figures.bad - figures.setAside.values.reduce(0, +))
    #expect(Set(figures.setAside.keys).isSubset(of: [.beforeLaw]))
    #expect(figures.bad < rows.count / 10)
    // Otherwise nothing was remembered, and nothing tried.
    #expect(figures.asked < figures.decided * 3)
  }

  @Test(
    "near every day on which the law turns, a row of nothing but a day and a paper is answered as the engine answers it alone",
    .timeLimit(.minutes(5)))
  func nearTurns() throws {
    let library = try #require(wholeLibrary)
    let turning = Epochs(of: library).turningDays.filter { $0.civil.year >= 2014 && $0.civil.year <= 2026 }
    var dice = Dice(seed: 12)
    func pick<Value>(_ values: [Value]) -> Value { values[Int(dice.next() % UInt64(values.count))] }
    let rows = (0..<600).map { _ in
      // At, near and farther from the day itself, and as far from it as spans of laws reach.
      let away = pick([-1, 0, 1, -9, 9, 180, 184, 365, 366, 1_826, 1_827, 5_478, 5_480]) + Int(dice.next() % 17) - 8
      return Row(state: pick(["MN", "IL", "CA", "OR", "CT", "NJ"]), day: pick(turning).adding(days: away), cells: [:])
    }.filter { $0.day.civil.year <= 2027 }
    var text = "state,day,paper\n"
    for row in rows { text += "\(row.state),\(row.day),I-247A\n" }
    let mapping = RememberingTests.mapping.split(separator: "\n").filter {
      !$0.contains("column") || $0.contains("paper\"")
        || $0.contains("state") || $0.contains("\"day\"")
    }.filter { !$0.contains("I-200") && !$0.contains("none") }
    let written = Written()
    let figures = try ReplayPlan.over(
      [TableFile(name: "rows.csv", text: text)],
      try Mapping.read(mapping.joined(separator: "\n"), path: "m.md"), jurisdiction: nil
    ).run(written)
    let digests = LibraryDigests(of: library)
    var lines = try written.rows(.decisions)[...]
    for (index, row) in rows.enumerated() where lines.first?[0] == String(index + 1) {
      let own = Array(lines.prefix(3))
      lines = lines.dropFirst(3)
      var alone = row
      alone.cells = ["paper": "I-247A"]
      for (line, answer) in zip(own, try decide(request(alone, library), in: library, digests: digests).answers) {
        #expect(line[2] == answer.answer.rawValue, "row \(index + 1): \(row)")
        let open = answer.answer == .undetermined ? answer.asking.map(\.name).joined(separator: "; ") : ""
        #expect(line[7] == open, "row \(index + 1): \(row)")
      }
    }
    #expect(lines.isEmpty)
    #expect(figures.decided > 300)
    #expect(figures.asked < figures.decided * 2)
  }

  private func request(_ row: Row, _ library: Library) throws -> Request {
    var facts: [String] = []
    func fact(_ name: String, _ cell: String, isWord: Bool = true) {
      guard let value = row.cells[cell], !value.isEmpty else { return }
      let written = ["yes": "true", "no": "false"][value] ?? (isWord ? "\"\(value)\"" : value)
      facts.append("\"\(name)\": \(written)")
    }
    fact("custody", "custody")
    fact("publicly-available", "public")
    fact("crime-witness", "witness")
    fact("age", "age", isWord: false)
    if let due = row.cells["due"], !due.isEmpty {
      facts.append("\"release-due\": \"\(due.replacing(" ", with: "T"))\"")
    }
    let kind = row.cells["paper"] == "I-247G" ? "i247g" : "i247a"
    if kind == "i247a" { fact("i247a.shows-cause", "cause") }
    let papers = ["\"\(kind)\""] + (row.cells["with"] == "I-200" ? ["\"i200\""] : [])
    let text = """
      {"jurisdiction": "\(row.state)", "agency": "county-jail", "on": "\(row.day)",
       "acts": ["hold", "notify-release", "transfer"], "papers": [\(papers.joined(separator: ", "))],
       "facts": {\(facts.joined(separator: ", "))}}
      """
    let draft = try RequestDraft(json: RequestText(Array(text.utf8), from: "row"))
    return try library.request(from: draft, now: Instant(seconds: 0))
  }

  @Test("a row that cannot be is told with what the vocabulary says, and the rest is decided")
  func impossible() throws {
    let text = """
      received,paper,release_due,age
      2025-03-04 10:00,I-247A,2025-03-05 10:00,40
      2025-03-04 10:00,I-247A,2025-13-05 10:00,40
      """
    let figures = try ReplayPlan.over(
      [TableFile(name: "log.csv", text: text)], try Places.mapping("county-log"), jurisdiction: "MN"
    ).run()
    #expect(figures.decided == 1)
    #expect(figures.firstBad.map(\.line) == [3])
    #expect(figures.firstBad.map(\.column) == [3])
    #expect {
      try ReplayPlan.over(
        [TableFile(name: "log.csv", text: text)], try Places.mapping("county-log"), jurisdiction: "MN", isStrict: true
      ).run()
    } throws: { ($0 as? RefusedRow)?.problem.line == 3 }
  }
}
