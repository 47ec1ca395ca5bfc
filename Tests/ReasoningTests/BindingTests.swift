import LawLanguage
import Norms
import Reasoning
import Testing

/// Whom a rule binds, on which days, and what orders and voids reach.
@Suite struct BindingTests {
  private func answer(
    _ laws: (source: String, text: String)..., act: String = "share",
    agency: Request.Agency = .init(kind: "jail", locality: "chicago"), day: Day = ReferenceExample.day,
    facts: [String: FactValue] = [:], words: String = ""
  ) throws -> ActAnswer {
    var files = laws
    while files.count < 2 { files.append(("policy of chicago", "")) }
    let more =
      "locality springfield \"Springfield\"  in IL\njurisdiction WI \"Wisconsin\"  zone America/Chicago  searched to 2026-11-21\n"
    let example = try ReferenceExample(files[0], files[1], words: more + words)
    var request = Request(jurisdiction: "IL", agency: agency, acts: [act], day: day)
    request.facts = facts
    return try #require(try example.decision(request).answers.first)
  }

  private func rule(_ text: String, name: String = "ban", period: String = "") -> String {
    "\nrule \(name)  cite \"1\"  \(period)  unverified\n  \(text)\n"
  }

  private func isBanned(
    _ who: String, kind: String = "jail", locality: String? = "chicago", capacity: Capacity = .own,
    actingFor: String? = nil, source: String = "statute of IL", more: String = ""
  ) throws -> Bool {
    let agency = Request.Agency(kind: kind, locality: locality, capacity: capacity, actingFor: actingFor)
    return try answer((source, more + rule("\(who) must not share")), agency: agency).answer == .prohibited
  }

  // MARK: Who

  @Test func aRuleBindsTheKindOfTheAgencyAndOfTheOneItActsFor() throws {
    #expect(try isBanned("jail"))
    #expect(try !isBanned("police"))
    #expect(try isBanned("any-agency"))
    #expect(try isBanned("police", actingFor: "police"))
    #expect(try isBanned("jail", actingFor: "police"))
    let guards = "\nclass guards  cite \"2\"\n  jail until 2024-12-31, police from 2025-01-01\n"
    #expect(try !isBanned("guards", more: guards))
    #expect(try isBanned("guards", kind: "police", more: guards))
    #expect(try isBanned("guards", actingFor: "police", more: guards))
  }

  @Test func placesAndCapacitiesLimitWhomItBinds() throws {
    #expect(try isBanned("jail in chicago"))
    #expect(try isBanned("jail in cook"))
    #expect(try isBanned("jail in ilnd"))
    #expect(try isBanned("jail in springfield, cook"))
    #expect(try !isBanned("jail in springfield"))
    #expect(try !isBanned("jail in chicago", locality: "cook"))
    #expect(try !isBanned("jail in chicago", locality: nil))
    #expect(try isBanned("jail acting as own"))
    #expect(try !isBanned("jail acting as contractor"))
    #expect(try isBanned("jail acting as contractor, deputised", capacity: .deputised))
    #expect(try !isBanned("jail acting as own", capacity: .onBehalf))
    #expect(try !isBanned("police in chicago acting as own"))
  }

  @Test(arguments: [
    ("ordinance of chicago", true), ("ordinance of cook", true), ("ordinance of springfield", false),
    ("statute of US", true), ("policy of IL", true), ("statute of WI", false), ("policy of springfield", false),
    ("cases construing statute of US from ca7", true), ("cases construing statute of US from ca9", false),
    ("order construing statute of IL from ca9 binding cook", true),
    ("order construing statute of IL from ca7 binding springfield", false),
  ])
  func aLawBindsTheAgenciesOfItsPlace(source: String, isBound: Bool) throws {
    let parts = source.split(separator: " binding ")
    let more = parts.count > 1 ? " binding \(parts[1])\n" : "\n"
    let found = try answer((String(parts[0]), more + rule("jail must not share")))
    #expect(found.answer == (isBound ? .prohibited : .permitted))
  }

  // MARK: When

  @Test func aRuleIsInForceFromItsFirstDayThroughItsLast() throws {
    let rules = rule("jail must not share", period: "in force from 2025-01-10 until 2025-01-20")
    func isBanned(_ day: String) throws -> Bool {
      try answer(("statute of IL", rules), day: try #require(Day(day))).answer == .prohibited
    }
    #expect(try !isBanned("2025-01-09"))
    #expect(try isBanned("2025-01-10"))
    #expect(try isBanned("2025-01-20"))
    #expect(try !isBanned("2025-01-21"))
  }

  @Test func everythingInALawHasItsOwnDays() throws {
    let clauses: [(text: String, later: Answer)] = [
      ("exception x  cite \"2\"  in force from 2025-02-01  unverified\n  to ban  when warm", .permitted),
      ("void x  cite \"2\"  in force from 2025-02-01  unverified\n  strikes must not share by policy", .permitted),
      ("suspended x  cite \"2\"  unverified  from 2025-02-01\n  rules law0.ban", .permitted),
    ]
    for (text, later) in clauses {
      for (day, expected) in [("2025-01-31", Answer.prohibited), ("2025-02-01", later)] {
        let isException = text.hasPrefix("exception")
        let found = try answer(
          ("policy of chicago", rule("jail must not share") + (isException ? text : "")),
          ("statute of IL", isException ? "" : "\n" + text), day: try #require(Day(day)),
          facts: ["warm": .yesNo(true)])
        #expect(found.answer == expected, "\(text) on \(day)")
      }
    }
  }

  @Test func aDefinitionAndAListAreThoseOfTheDay() throws {
    let text = """

      define hot  cite "1"  in force from 2020-01-01 until 2024-12-31  when warm
      define hot  cite "1"  in force from 2025-01-01  when dry
      list held of custody  cite "2"
        pretrial until 2024-12-31, sentenced from 2025-01-01
      rule ban  cite "3"  in force from 2020-01-01  unverified
        jail must not share  when hot and custody is in held
      """
    func isBanned(_ day: String, _ custody: String, _ fact: String) throws -> Bool {
      try answer(
        ("statute of IL", text), day: try #require(Day(day)),
        facts: [
          "custody": .choice(custody), "warm": .yesNo(fact == "warm"), "dry": .yesNo(fact == "dry"),
        ]
      ).answer == .prohibited
    }
    #expect(try isBanned("2024-12-31", "pretrial", "warm"))
    #expect(try !isBanned("2024-12-31", "pretrial", "dry"))
    #expect(try !isBanned("2024-12-31", "sentenced", "warm"))
    #expect(try isBanned("2025-01-01", "sentenced", "dry"))
    #expect(try !isBanned("2025-01-01", "sentenced", "warm"))
    #expect(try !isBanned("2025-01-01", "pretrial", "dry"))
  }

  @Test func aStretchBeginsWithTheDayOnWhichSomethingTurns() throws {
    let text = rule("jail must not share", period: "in force from 2025-01-10 until 2025-01-20")
    let library = try ReferenceExample(("statute of IL", text)).library
    let epochs = Epochs(of: library)
    #expect(epochs.turningDays.map(\.description) == ["2010-01-01", "2025-01-10", "2025-01-21"])
    let days = ["2009-12-31", "2010-01-01", "2025-01-09", "2025-01-10", "2025-01-20", "2025-01-21", "2030-01-01"]
    #expect(try days.map { epochs.index(of: try #require(Day($0))) } == [0, 1, 1, 2, 2, 3, 3])
  }

  // MARK: Orders and voids

  @Test(arguments: [
    ("", true), ("for jail", true), ("for police", false), ("in chicago", true), ("in cook", true),
    ("in springfield", false), ("over share", true), ("over report", false), ("for jail in springfield", false),
    ("over share-address", false),
  ])
  func anOrderReachesWhomAndWhatItNames(reach: String, isSuspended: Bool) throws {
    let found = try answer(
      ("statute of IL", rule("jail must not share") + "suspended order  cite \"2\"  unverified\n  rules ban \(reach)\n")
    )
    #expect(found.answer == (isSuspended ? .permitted : .prohibited))
    #expect(found.reasons.map(\.role) == [isSuspended ? .suspended : .decides])
  }

  @Test func anOrderOverAnActReachesItsKinds() throws {
    let text = rule("jail must not share") + "suspended order  cite \"2\"  unverified\n  rules ban  over share\n"
    #expect(try answer(("statute of IL", text), act: "share-address").answer == .permitted)
  }

  @Test(arguments: [
    ("must not share by ordinance", "must not share", true), ("must not share by policy", "must not share", false),
    ("must share by ordinance", "must not share", false), ("must, must not share by ordinance", "must not share", true),
    ("must not report by ordinance", "must not share", false),
    ("must not report, share by ordinance", "must not share", true),
    ("must not share by policy, ordinance", "must not share", true),
    ("must not hold by ordinance", "must not share", false),
    ("must not share by ordinance", "must not share-address", true),
    ("must not share-address by ordinance", "must not share", false),
  ])
  func aVoidStrikesWhatItNames(strikes: String, ban: String, isStruck: Bool) throws {
    let found = try answer(
      ("ordinance of chicago", rule("jail \(ban)")),
      ("statute of IL", "\nvoid v  cite \"2\"  unverified\n  strikes \(strikes)\n"), act: "share-address")
    let applies = ban == "must not share" || ban == "must not share-address"
    #expect(applies)
    #expect(found.answer == (isStruck ? .permitted : .prohibited))
  }

  @Test func aVoidHoldsWhileItsConditionDoesAndNoExceptionIsOpen() throws {
    func answered(_ facts: [String: FactValue]) throws -> ActAnswer {
      try answer(
        ("ordinance of chicago", rule("jail must not share")),
        (
          "statute of IL",
          """

          void v  cite "2"  unverified
            strikes must not share by ordinance
            when warm
            unless dry  cite "2(a)" (unless late  cite "2(b)")
          """
        ), facts: facts, words: "fact late yes-no  asks \"Late?\"\n")
    }
    let (yes, no) = (FactValue.yesNo(true), FactValue.yesNo(false))
    #expect(try answered(["warm": no]).answer == .prohibited)
    #expect(try answered(["warm": yes, "dry": no]).answer == .permitted)
    #expect(try answered(["warm": yes, "dry": yes, "late": no]).answer == .prohibited)
    #expect(try answered(["warm": yes, "dry": yes, "late": yes]).answer == .permitted)
    #expect(try answered(["warm": yes]).asking.map(\.name) == ["dry", "late"])
    #expect(try answered(["warm": yes, "dry": no]).reasons.first?.facts == ["Struck by L § 2: Its words."])
  }

  // MARK: Courts

  @Test(arguments: [
    ("from ca7", "from ca9", Answer.prohibited, false), ("from ca9", "from ca7", .permitted, false),
    ("from ca7", "from ca7", .prohibited, true), ("from ca9", "from ca9", .prohibited, true),
    ("from ca9, ca7", "", .prohibited, false), ("", "from ca7 marked", .permitted, false),
    ("", "marked", .permitted, true), ("", "", .prohibited, true),
  ])
  func aCourtThatBindsThePlaceChooses(first: String, second: String, expected: Answer, isContested: Bool) throws {
    let text = """

      contested way  cite "1"  unverified
        reading strict \(first)  says "Strictly."
        reading loose \(second)  says "Loosely."
      rule ban  cite "2"  unverified  under way.strict
        jail must not share
      """
    let found = try answer(("statute of IL", text))
    #expect(found.answer == expected)
    #expect(found.cautions.contains { $0.code == .contested } == isContested)
  }

  // MARK: Citations

  @Test(arguments: [
    ("", "5 ILCS 805"), ("5 ILCS 805", "5 ILCS 805"), ("15(a)", "5 ILCS 805 § 15(a)"), ("(b)", "5 ILCS 805 § (b)"),
    ("Form I-247A", "Form I-247A"), ("art. IV", "5 ILCS 805, art. IV"), ("Article 3", "5 ILCS 805, Article 3"),
    ("567 U.S. at 407", "567 U.S. at 407"), ("5 ILCS 805/15", "5 ILCS 805/15"), ("a", "a"),
  ])
  func aClauseIsCitedWithItsLaw(clause: String, expected: String) throws {
    let text = "```law\nlaw il.x  cite \"5 ILCS 805\"  by statute of IL  in force from 2020-01-01\n```\n"
    let words = "```law\njurisdiction IL \"Illinois\"  zone America/Chicago  searched to 2026-11-21\n```\n"
    let result = Library.check([
      SourceFile(path: "vocabulary.md", text: "# Words\n\n" + words),
      SourceFile(path: "il/x.md", text: "# Law\n\n" + text),
    ])
    let law = try #require(result.library?.law("il.x"), "\(result.diagnostics.map(\.message))")
    #expect(law.citation(of: clause) == expected)
  }
}
