import Generation
import LawLanguage
import Reasoning
import Testing

/// What is owed, when, and on which paper.
@Suite struct DutyTests {
  private static let day = ReferenceExample.day

  private func duties(
    _ rules: String, acts: [String] = ["share"], facts: [String: FactValue] = [:], papers: [Request.Paper] = [],
    constraints: String = "", lower: String = ""
  ) throws -> [Duty] {
    let example = try ReferenceExample(
      ("statute of IL", "\n" + rules), ("ordinance of chicago", "\n" + lower),
      words: "fact late yes-no  asks \"Late?\"\n" + constraints)
    var request = example.request(papers: papers)
    request.acts = acts
    request.facts = facts
    return try example.decision(request).duties
  }

  private func rule(_ name: String, _ text: String) -> String {
    "rule \(name)  cite \"1\"  unverified\n  jail \(text)\n"
  }

  // MARK: What triggers

  @Test func dutiesTriggerOneAnotherInWhateverOrderTheyStand() throws {
    let rules =
      rule("copy", "must give-copy  on doing report") + rule("tell", "must notify  before give-copy")
      + rule("report", "must report  on doing share")
    #expect(try duties(rules).map(\.rule.name) == ["copy", "tell", "report"])
    #expect(try duties(rules).map(\.isContingent) == [true, true, true])
    #expect(try duties(rules, acts: ["hold"]) == [])
  }

  @Test func whatARuleGivesIsTheSameWhetherOrNotTheOthersAreAskedFor() throws {
    var generator = Generator(seed: 20_261_123)
    var (owed, contingent) = (0, 0)
    while owed < 2_000 {
      let law = generator.next()
      guard let library = law.library else { continue }
      let rules = Set(library.laws.flatMap(\.rules).filter { $0.trigger != nil }.map(\.name))
      for request in law.requests {
        let prepared = try PreparedEdition(
          library: library, jurisdiction: request.jurisdiction, agency: request.agency, day: request.day,
          acts: request.acts, digests: LibraryDigests(of: library))
        let decision = prepared.decide(request)
        for rule in rules {
          let among = decision.duties.filter { $0.rule == rule }
          #expect(prepared.duties(of: [rule], request, answers: decision.answers) == among, "law \(law.seed), \(rule)")
          owed += among.count
          contingent += among.count(where: \.isContingent)
        }
      }
    }
    #expect(contingent > 100)
  }

  @Test func whatIsOwedTriggersThoughNobodyAsksForIt() throws {
    let rules = rule("copy", "must give-copy  on doing report") + rule("yearly", "must report  each year")
    let found = try duties(rules, acts: [])
    #expect(found.map(\.rule.name) == ["copy", "yearly"])
    #expect(found.map(\.isPeriodic) == [false, true])
  }

  @Test func aKindOfTheActTriggersAndABroaderOneDoesNot() throws {
    let copy = rule("copy", "must give-copy  on doing share")
    #expect(try duties(copy, acts: ["share-address"]).count == 1)
    #expect(try duties(rule("copy", "must give-copy  on doing share-address"), acts: ["share"]).isEmpty)
  }

  @Test(arguments: [
    ("on doing share", "must not share", false), ("before share", "must not share", false),
    ("on refusing share", "must not share", true), ("on doing share", "must share", true),
    ("on refusing share", "must share", false), ("on refusing share", "may share", true),
    ("on doing share", "must not share  when warm", true), ("on refusing share", "must share  when warm", true),
  ])
  func theAnswerDropsWhatCanNoLongerBe(trigger: String, verb: String, isOwed: Bool) throws {
    let found = try duties(rule("one", verb) + rule("copy", "must give-copy  \(trigger)"))
    #expect(found.map(\.rule.name) == (isOwed ? ["copy"] : []))
  }

  @Test func anEventTriggersFromItsDay() throws {
    let rules = rule("copy", "must give-copy  at booked  due within 3 days")
    #expect(try duties(rules, facts: ["booked": .date(Self.day)]).map(\.dueDay) == [Self.day.adding(days: 3)])
    #expect(try duties(rules, facts: ["booked": .date(Self.day.adding(days: 1))]).isEmpty)
    #expect(try duties(rules).isEmpty)
    let instants = rule("copy", "must give-copy  at release-due  due within 2 hours")
    let noon = ReferenceExample.instant(Self.day, hour: 12)
    #expect(
      try duties(instants, facts: ["release-due": .instant(noon)]).map(\.due)
        == [Instant(seconds: noon.seconds + 7200)])
    let presumed = rules + "presume p  cite \"2\"  unverified\n  booked is 2025-01-20\n"
    #expect(try duties(presumed).map(\.dueDay) == [Day("2025-01-23")])
  }

  // MARK: On which paper

  @Test func aDutyStandsOnTheFirstPaperOnWhichItIsCertain() throws {
    let copy = rule(
      "copy",
      "must give-copy  on receipt of a paper in detainer where served  due within 1 hour")
    func paper(_ hour: Int, served: Bool?) -> Request.Paper {
      var fields: [String: FactValue] = ["received": .instant(ReferenceExample.instant(Self.day, hour: hour))]
      fields["served"] = served.map { .yesNo($0) }
      return Request.Paper(kind: "detainer", fields: fields)
    }
    func due(_ papers: Request.Paper...) throws -> [Int] {
      try duties(copy, papers: papers).compactMap { duty in
        duty.due.map { Int(($0.seconds - ReferenceExample.instant(Self.day, hour: 0).seconds) / 3600) }
      }
    }
    #expect(try due(paper(1, served: nil), paper(2, served: true), paper(3, served: true)) == [3])
    #expect(try due(paper(1, served: nil), paper(2, served: nil)) == [2])
    #expect(try due(paper(1, served: false), paper(2, served: nil)) == [3])
    #expect(try due(paper(1, served: true), paper(2, served: true)) == [2])
    #expect(try due(paper(1, served: false)) == [])
    let open = try duties(copy, papers: [paper(1, served: false), paper(2, served: nil)])
    #expect(open.map(\.isCertain) == [false])
    #expect(open.flatMap(\.dependsOn) == [.paper(1, kind: "detainer", field: "served")])
  }

  // MARK: What it hangs on

  @Test(arguments: [
    ("when warm", ["warm"]), ("when warm and dry", ["warm", "dry"]), ("when age is at least 18", ["age"]),
    ("when (warm and dry) or (warm and late)", ["warm", "dry", "late"]), ("unless dry  cite \"x\"", ["dry"]),
    ("when late  unless dry  cite \"x\"", ["dry", "late"]), ("when any conviction", ["convictions"]),
    ("when not late or not warm", ["warm", "late"]),
  ])
  func anUncertainDutyNamesTheFactsThatDecideIt(clause: String, expected: [String]) throws {
    let found = try duties(rule("copy", "must give-copy  each year  \(clause)"))
    #expect(found.map(\.isCertain) == [false])
    #expect(found.flatMap(\.dependsOn).map(\.name) == expected)
  }

  @Test func aDutyOwedEitherWayIsCertain() throws {
    let found = try duties(rule("copy", "must give-copy  each year  when warm or not warm"))
    #expect(found.map(\.isCertain) == [true])
    #expect(found.flatMap(\.dependsOn).isEmpty)
  }

  @Test func constraintsCanSettleADuty() throws {
    let same = "constraint same  when (warm and dry) or (not warm and not dry)  says \"Same.\"\n"
    #expect(
      try duties(rule("copy", "must give-copy  each year  when warm and not dry"), constraints: same).isEmpty)
    let tied = try duties(rule("copy", "must give-copy  each year  when warm and dry"), constraints: same)
    #expect(tied.flatMap(\.dependsOn).map(\.name) == ["warm", "dry"])
    let certain = try duties(rule("copy", "must give-copy  each year  when warm or not dry"), constraints: same)
    #expect(certain.map(\.isCertain) == [true])
  }

  @Test func aBanOfHigherRankRemovesADutyAndAnUncertainOneLeavesItUncertain() throws {
    let copy = rule("copy", "must give-copy  each year")
    #expect(try duties(rule("ban", "must not give-copy"), lower: copy).isEmpty)
    let open = try duties(rule("ban", "must not give-copy  when warm"), lower: copy)
    #expect(open.map(\.isCertain) == [false])
    #expect(open.flatMap(\.dependsOn).map(\.name) == ["warm"])
    #expect(
      try duties(rule("ban", "must not give-copy  when warm"), facts: ["warm": .yesNo(false)], lower: copy)
        .map(\.isCertain) == [true])
    // Of its own rank, or lower, it removes nothing.
    #expect(try duties(copy + rule("ban", "must not give-copy")).map(\.isCertain) == [true])
    #expect(try duties(copy, lower: rule("ban", "must not give-copy")).map(\.isCertain) == [true])
  }

  @Test func whatTakesANormOutTakesADutyOut() throws {
    let copy = rule("copy", "must give-copy  each year")
    let void = "void gone  cite \"2\"  unverified\n  strikes must give-copy by ordinance"
    #expect(try duties(void, lower: copy).isEmpty)
    let open = try duties(void + "  when late", lower: copy)
    #expect(open.flatMap(\.dependsOn).map(\.name) == ["late"])
    let winner = "rule winner  cite \"2\"  unverified\n  jail may give-copy  when late  notwithstanding copy\n"
    #expect(try duties(copy + winner).flatMap(\.dependsOn).map(\.name) == ["late"])
    #expect(try duties(copy + winner, facts: ["late": .yesNo(true)]).isEmpty)
    let order = "suspended order  cite \"3\"  unverified\n  rules copy\n"
    #expect(try duties(copy + order).isEmpty)
  }

  // MARK: When it is due

  @Test(arguments: [
    // The day of the act is Wednesday, 2025-01-22; the Monday before it is a holiday.
    ("each year  due by january 22", "2025-01-22"), ("each year  due by january 21", "2026-01-21"),
    ("each year  due by february 29", "2025-03-01"), ("each year  due by december 31", "2025-12-31"),
    ("each month  due within 2 days of booked", "2025-01-19"),
    ("each month  due within 1 month of booked", "2025-02-17"),
    ("each month  due within 1 business-days of booked", "2025-01-21"),
    ("each month  due within 2 business-days of booked", "2025-01-22"),
    ("each month  due within 2 days of booked not counting saturdays, sundays", "2025-01-21"),
    ("each month  due at least 1 business-days before booked", "2025-01-16"),
    ("each month  due at least 3 business-days before released", "2025-01-16"),
    ("each month  due at least 2 weeks before booked", "2025-01-03"), ("each month  due before booked", "2025-01-16"),
  ])
  func aDutyIsDueOnTheDayTheLawCounts(clause: String, day: String) throws {
    let facts: [String: FactValue] = [
      "booked": .date(try #require(Day("2025-01-17"))), "released": .date(try #require(Day("2025-01-22"))),
    ]
    let found = try duties(rule("copy", "must give-copy  \(clause)"), facts: facts)
    #expect(found.map(\.dueDay) == [Day(day)])
    #expect(found.map(\.after) == [nil])
  }

  @Test(arguments: [
    ("due within 5 hours of release-due", 5 * 3600), ("due at least 24 hours before release-due", -86_400),
    ("due before release-due", 0), ("due within 24 hours of release-due not counting saturdays, sundays", 259_200),
    ("due within 14 hours of release-due not counting saturdays", 14 * 3600),
  ])
  func aDutyIsDueAtTheMomentTheLawCounts(clause: String, seconds: Int64) throws {
    // Ten o'clock on Friday, 2025-01-17.
    let due = ReferenceExample.instant(Self.day.adding(days: -5), hour: 10)
    let found = try duties(
      rule("copy", "must give-copy  each month  \(clause)"), facts: ["release-due": .instant(due)])
    #expect(found.map(\.due) == [Instant(seconds: due.seconds + seconds)])
  }

  @Test(arguments: [
    ("due within 5 hours of release-due", "within 5 hours of release-due", ["release-due"]),
    ("due at least 2 days before booked", "at least 2 days before booked", ["booked"]),
    ("due before booked", "before booked", ["booked"]), ("due without delay", "without delay each month", []),
    ("", "each month", []),
  ])
  func withoutAMomentADutySaysFromWhatItRuns(clause: String, after: String, asked: [String]) throws {
    let example = try ReferenceExample(
      ("statute of IL", "\n" + rule("copy", "must give-copy  each month  \(clause)")))
    let decision = try example.decision(example.request())
    #expect(decision.duties.map(\.after) == [after])
    #expect(decision.duties.map(\.due) == [nil])
    #expect(decision.duties.map(\.dueDay) == [nil])
    #expect(decision.followUps.map(\.fact.name) == asked)
  }

  @Test func aDutyOnReceiptRunsFromReceiptOrElseFromAsking() throws {
    let copy = rule(
      "copy", "must give-copy  on receipt of a paper in detainer  due within 1 day")
    let received = ReferenceExample.instant(Self.day.adding(days: -3), hour: 5)
    #expect(
      try duties(copy, papers: [Request.Paper(kind: "detainer", fields: ["received": .instant(received)])])
        .map(\.dueDay) == [Self.day.adding(days: -2)])
    #expect(try duties(copy, papers: [.detainer]).map(\.dueDay) == [Self.day.adding(days: 1)])
    #expect(try duties(copy, papers: [.warrant]).isEmpty)
  }
}
