import LawLanguage
import Reasoning
import Testing

/// On exactly which day a test turns, seen from a day that is unknown: a day too early or too late among those supposed, and
/// the answer would be called certain.
@Suite struct DayEdgeTests {
  /// A test of a day X, and a day on which it turns: does it hold from there on, or no longer?
  struct Edge: Sendable {
    let test: String
    let day: String
    let holds: Bool

    /// Against a day that is written in the law.
    var isWritten: Bool { !test.contains("within") && test.contains("2024-") }

    init(_ test: String, _ day: String, _ holds: Bool) { (self.test, self.day, self.holds) = (test, day, holds) }
  }

  /// Against a day, and against dates of the request: asked on 2025-01-15, decided on the 20th, done on the 22nd.
  static let edges = [
    Edge("X is on or after 2024-06-30", "2024-06-30", true), Edge("X is after 2024-06-30", "2024-07-01", true),
    Edge("X is before 2024-06-30", "2024-06-30", false), Edge("X is on or before 2024-06-30", "2024-07-01", false),
    Edge("X is before asked", "2025-01-15", false), Edge("X is on or before asked", "2025-01-16", false),
    Edge("X is after decided", "2025-01-21", true), Edge("X is on or after acted", "2025-01-22", true),
    Edge("X is within 30 days before asked", "2024-12-16", true),
    Edge("X is within 30 days before asked", "2025-01-16", false),
    Edge("X is within 30 days after asked", "2025-01-15", true),
    Edge("X is within 30 days after asked", "2025-02-15", false),
    Edge("X is within 2 weeks after 2024-06-30", "2024-06-30", true),
    Edge("X is within 2 weeks after 2024-06-30", "2024-07-15", false),
    Edge("X is within 2 months before 2024-04-30", "2024-03-01", true),
    Edge("X is within 1 month after 2024-01-31", "2024-03-02", false),
    Edge("X is within 1 year before 2025-02-28", "2024-02-28", true),
    Edge("X is within 1 year before 2025-03-01", "2024-02-29", true),
    Edge("X is within 1 year before 2025-03-01 leap day as february 28", "2024-03-01", true),
    // A date of the request against the unknown day.
    Edge("asked is before X", "2025-01-16", true), Edge("asked is on or before X", "2025-01-15", true),
    Edge("asked is after X", "2025-01-15", false), Edge("asked is on or after X", "2025-01-16", false),
    Edge("asked is within 30 days after X", "2024-12-16", true),
    Edge("asked is within 30 days after X", "2025-01-16", false),
    Edge("asked is within 30 days before X", "2025-01-15", true),
    Edge("asked is within 30 days before X", "2025-02-15", false),
    Edge("decided is within 30 days after X", "2025-01-21", false), Edge("acted is before X", "2025-01-23", true),
  ]

  /// Against a fact recorded as 2024-06-15.
  static let relations = [
    Edge("X is on or after released", "2024-06-15", true), Edge("X is after released", "2024-06-16", true),
    Edge("X is before released", "2024-06-15", false), Edge("X is on or before released", "2024-06-16", false),
    Edge("X is within 30 days before released", "2024-05-16", true),
    Edge("X is within 30 days before released", "2024-06-16", false),
    Edge("X is within 30 days after released", "2024-06-15", true),
    Edge("X is within 30 days after released", "2024-07-16", false), Edge("released is before X", "2024-06-16", true),
    Edge("released is on or before X", "2024-06-15", true), Edge("released is after X", "2024-06-15", false),
    Edge("released is on or after X", "2024-06-16", false),
    Edge("released is within 30 days after X", "2024-05-16", true),
    Edge("released is within 30 days after X", "2024-06-16", false),
    Edge("released is within 30 days before X", "2024-06-15", true),
    Edge("released is within 30 days before X", "2024-07-16", false),
  ]

  /// The rule's clause that holds only while the test is so from one day until another, and what then must be asked.
  private func asked(
    _ edge: Edge, holding: Bool, from: Day, before: Day, _ clause: (_ tests: [String]) -> String,
    subject: String, papers: [Request.Paper] = [], records: [String: Request.RecordList] = [:]
  ) throws -> [String] {
    let test = edge.test.replacing("X", with: subject)
    let tests = [
      holding ? test : "not \(test)", "\(subject) is on or after \(from)", "\(subject) is before \(before)",
    ]
    let example = try ReferenceExample(
      ("statute of IL", "\nrule ban  cite \"1\"  unverified\n  jail must not share\n  \(clause(tests))"),
      words: "paper-field dated date  asks \"Dated?\"\n")
    var request = example.request("share", papers: papers)
    request.askedDay = ReferenceExample.day.adding(days: -7)
    request.decidedDay = ReferenceExample.day.adding(days: -2)
    request.facts["released"] = .date(try #require(Day("2024-06-15")))
    request.records = records
    let answer = try #require(try example.decision(request).answers.first)
    #expect(answer.answer == (answer.asking.isEmpty ? .permitted : .undetermined))
    return answer.asking.map(\.name)
  }

  /// On the day of the edge it is as said for the first time: of the ten days before and this one, only this one will do.
  private func expectTurns(
    _ edge: Edge, asking name: String, subject: String, papers: [Request.Paper] = [],
    records: [String: Request.RecordList] = [:], _ clause: (_ tests: [String]) -> String
  ) throws {
    let day = try #require(Day(edge.day))
    let (start, next) = (day.adding(days: -10), day.adding(days: 1))
    let turned = try asked(
      edge, holding: edge.holds, from: start, before: next, clause, subject: subject, papers: papers, records: records)
    #expect(turned == [name], "\(edge.day)")
    // Where all are days of the law itself, the checker tells that no day is left.
    if edge.isWritten { return }
    let notYet = try asked(
      edge, holding: edge.holds, from: start, before: day, clause, subject: subject, papers: papers, records: records)
    #expect(notYet == [], "before \(edge.day)")
    let still = try asked(
      edge, holding: !edge.holds, from: day, before: next, clause, subject: subject, papers: papers, records: records)
    #expect(still == [], "\(edge.day)")
  }

  private func each(_ tests: [String]) -> String { tests.map { "when \($0)" }.joined(separator: "\n  ") }
  private func joined(_ tests: [String]) -> String { "(\(tests.joined(separator: " and ")))" }

  @Test(arguments: edges + relations) func aFactIsTriedOnTheDayOnWhichATestTurns(edge: Edge) throws {
    try expectTurns(edge, asking: "booked", subject: "booked", each)
  }

  @Test(arguments: edges + relations) func anInstantIsTriedOnTheDayOnWhichATestTurns(edge: Edge) throws {
    try expectTurns(edge, asking: "release-due", subject: "release-due", each)
  }

  @Test(arguments: edges) func aPapersFieldIsTriedOnTheDayOnWhichATestTurns(edge: Edge) throws {
    try expectTurns(edge, asking: "detainer.dated", subject: "dated", papers: [.detainer]) {
      "on a paper in detainer where \(joined($0))"
    }
  }

  @Test(arguments: edges) func aRecordsFieldIsTriedOnTheDayOnWhichATestTurns(edge: Edge) throws {
    let records = ["convictions": Request.RecordList(isComplete: true, records: [[:]])]
    try expectTurns(edge, asking: "convictions[0].convicted-on", subject: "convicted-on", records: records) {
      "when any conviction where \(joined($0))"
    }
  }

  @Test(arguments: edges) func aRecordNobodyKnowsIsTriedOnTheDayOnWhichATestTurns(edge: Edge) throws {
    try expectTurns(edge, asking: "convictions", subject: "convicted-on") {
      "when any conviction where \(joined($0))"
    }
  }
}
