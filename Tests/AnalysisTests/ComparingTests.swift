import Analysis
import LawLanguage
import Testing

/// What two laws treat differently is found exactly: on small laws, and on amendments that are known.
@Suite struct ComparingTests {
  private func changes(_ old: String, _ new: String) throws -> Comparison {
    let day = try #require(Day("2025-06-02"))
    var comparing = Comparing()
    comparing.compare(
      LawSide(library: try SmallLibrary.library(old), jurisdiction: "AA", day: day),
      LawSide(library: try SmallLibrary.library(new), jurisdiction: "AA", day: day))
    return comparing.result
  }

  private func rule(_ text: String) -> String { "rule one  cite \"1\"  verified \"here\"\n  \(text)" }

  @Test func lawsThatSayTheSameInOtherWordsDoNotDiffer() throws {
    let old = rule("jail must not hold when age is at least 21 and not minor")
    let new = "rule other  cite \"2\"  verified \"there\"\n  jail must not hold when not age is under 21"
    #expect(try changes(old, new).changes.isEmpty)
  }

  @Test func aChangedThresholdIsToldAsTheStretchBetween() throws {
    let result = try changes(
      rule("jail must not hold when age is at least 21"), rule("jail must not hold when age is at least 18"))
    let change = try #require(result.changes.first { $0.act == "hold" })
    #expect(result.changes.count == 1)
    #expect(change.conditions == [["age is under 21", "age is at least 18"]])
    // Under eighteen, from there to twenty, and from twenty-one on: with no paper, and with a detainer.
    #expect(change.total == 3 * UInt128(change.occasions.count))
    #expect(change.classes * 3 == change.total)
  }

  @Test func aNewBoundOfWhatMayBeDoneIsTold() throws {
    let result = try changes(rule("jail may hold"), rule("jail may hold at most 48 hours from acted"))
    #expect(result.changes.map(\.kind) == [.bound("at most 48 hours from acted", isNew: true)])
  }

  @Test func aDutyThatIsOwedOnFewerRequestsIsTold() throws {
    let result = try changes(
      rule("jail must tell on receipt of a paper in detainer"),
      rule("jail must tell on receipt of a paper in detainer when minor"))
    #expect(result.changes.contains { $0.kind == .duty("tell on receipt of its paper", isNew: false) })
    #expect(!result.changes.contains { $0.kind == .duty("tell on receipt of its paper", isNew: true) })
  }

  /// An amendment, what it must change, and what it must leave alone.
  struct Amendment: Sendable, CustomTestStringConvertible {
    let state: String
    let day: String
    let changes: [(act: String, from: Answer, to: Answer)]
    let untouched: [String]

    var testDescription: String { "\(state) on \(day)" }
  }

  static let amendments = [
    Amendment(
      state: "il", day: "2021-08-02",
      changes: [("allow-interview", .permitted, .prohibited), ("transfer", .permitted, .prohibited)],
      untouched: ["hold"]),
    Amendment(
      state: "ca", day: "2018-01-01",
      changes: [
        ("hold", .permitted, .prohibited), ("transfer", .permitted, .prohibited),
        ("notify-release", .permitted, .prohibited),
      ], untouched: []),
    Amendment(
      state: "nj", day: "2019-09-27",
      changes: [("sign-287g", .permitted, .prohibited), ("keep-287g", .permitted, .prohibited)],
      untouched: ["notify-release", "transfer", "allow-interview", "share-information"]),
    Amendment(
      state: "fl", day: "2025-02-13", changes: [("give-inmate-list", .permitted, .required)],
      untouched: ["hold", "notify-release", "transfer"]),
  ]

  @Test(arguments: amendments)
  func aKnownAmendmentChangesWhatItsTextSaysAndNothingUncited(amendment: Amendment) throws {
    let library = try SmallLibrary.whole(for: amendment.state)
    let day = try #require(Day(amendment.day))
    let before = day.adding(days: -1)
    let jurisdiction = amendment.state.uppercased()
    var comparing = Comparing()
    comparing.compare(
      LawSide(library: library, jurisdiction: jurisdiction, day: before),
      LawSide(library: library, jurisdiction: jurisdiction, day: day))
    let result = comparing.result
    #expect(result.undecided.isEmpty)
    for expected in amendment.changes {
      let isFound = result.changes.contains { change in
        guard change.act == expected.act, case .answer(let from, let to) = change.kind else { return false }
        return from.answer == expected.from && to.answer == expected.to
      }
      #expect(isFound, "\(expected.act)")
    }
    #expect(result.changes.filter { amendment.untouched.contains($0.act) }.isEmpty)
    // Whatever else changes is cited: a rule on that act, on one it is a kind of or on a kind of it, begins or ends then.
    let turning = library.laws.flatMap { law in
      law.rules.filter { rule in
        [rule.period, law.period].contains { $0.from == day || $0.until == before }
      }
    }
    for change in result.changes {
      let related = Set(library.vocabulary.lineage(of: change.act)).union(library.vocabulary.kinds(of: change.act))
      #expect(turning.contains { related.contains($0.act) }, "\(change.act) changes, and no rule on it does")
    }
  }
}
