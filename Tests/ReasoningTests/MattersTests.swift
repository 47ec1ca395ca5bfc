import LawLanguage
import Reasoning
import Testing

/// Exactly which unknown facts decide an answer.
@Suite struct MattersTests {
  private static let words = """
    fact late yes-no  asks "Late?"
    fact soon yes-no  asks "Soon?"
    fact charged code  asks "Charged under?"
    paper-field pages number of days  asks "How many?"
    paper-field section code  asks "Which section?"

    """

  private func answer(
    _ clause: String, constraints: String = "", facts: [String: FactValue] = [:], papers: [Request.Paper] = [],
    convictions: Request.RecordList? = nil
  ) throws -> ActAnswer {
    let example = try ReferenceExample(
      ("statute of IL", "\nrule ban  cite \"1\"  unverified\n  jail must not share  \(clause)"),
      words: Self.words + constraints)
    var request = example.request("share", papers: papers)
    request.facts = facts
    request.records["convictions"] = convictions
    return try #require(try example.decision(request).answers.first)
  }

  private func asking(
    _ clause: String, constraints: String = "", facts: [String: FactValue] = [:], papers: [Request.Paper] = [],
    convictions: Request.RecordList? = nil
  ) throws -> Set<String> {
    let answer = try answer(
      clause, constraints: constraints, facts: facts, papers: papers, convictions: convictions)
    return Set(answer.asking.map(\.name))
  }

  private func known(_ records: [String: FactValue]..., complete: Bool = true) -> Request.RecordList {
    Request.RecordList(isComplete: complete, records: records)
  }

  // MARK: Facts that are tied

  private static let two = "constraint t  when (warm and dry) or (not warm and not dry)  says \"Same.\"\n"
  private static let three = """
    constraint t  when (warm and dry and late) or (not warm and not dry and not late)  says "Same."

    """
  private static let four = """
    constraint t  when (warm and dry and late and soon) or (not warm and not dry and not late and not soon)  says "Same."

    """
  private static let either = "constraint t  when warm or dry  says \"One.\"\n"

  @Test(arguments: [
    (two, "warm", ["dry", "warm"]), (two, "warm and late", ["dry", "late", "warm"]), (two, "late", ["late"]),
    (two, "warm and not dry", []), (three, "warm", ["dry", "late", "warm"]),
    (three, "warm and soon", ["dry", "late", "soon", "warm"]), (four, "warm", ["dry", "late", "soon", "warm"]),
    (four, "warm or dry", ["dry", "late", "soon", "warm"]),
    // Between warm alone and dry alone lies that it is both, so they are no neighbours.
    (either, "warm and not dry", ["dry"]), (either, "warm", ["warm"]), (either, "warm and dry", ["dry", "warm"]),
  ])
  func factsThatOnlyChangeTogetherMatterTogether(constraint: String, condition: String, expected: [String]) throws {
    #expect(try asking("when \(condition)", constraints: constraint).sorted() == expected)
  }

  @Test(arguments: [
    ("warm", ["custody", "warm"]), ("custody is free", ["custody", "warm"]),
    ("custody is pretrial", ["custody", "warm"]),
    ("custody is pretrial or warm", ["custody", "warm"]),
  ])
  func aChoiceCanBeTied(condition: String, expected: [String]) throws {
    let tie = "constraint t  when (warm and custody is free) or (not warm and custody is not free)  says \"Same.\"\n"
    #expect(try asking("when \(condition)", constraints: tie).sorted() == expected)
  }

  @Test func whatTheConstraintsLeaveOpenIsDecided() throws {
    #expect(try answer("when warm", constraints: Self.either, facts: ["dry": .yesNo(false)]).answer == .prohibited)
    #expect(try asking("when warm", constraints: Self.either, facts: ["dry": .yesNo(true)]) == ["warm"])
    #expect(try answer("when warm or dry", constraints: Self.either).answer == .prohibited)
  }

  // MARK: Numbers and codes

  @Test(arguments: [
    "age is at least 18 and age is under 19", "age is over 17 and age is under 19", "age is 18",
    "age is at most 18 and age is over 17", "age is under 1", "age is at most 0", "age is 0", "age is over 0",
    "age is not 0", "age is not 18", "age is at least 1",
  ])
  func aNumberIsTriedOnEachSideOfWhereATestTurns(condition: String) throws {
    #expect(try asking("when \(condition)") == ["age"])
  }

  @Test func noNumberIsBelowNothing() throws {
    #expect(try answer("when age is at least 0").answer == .prohibited)
    #expect(try answer("when age is under 0").answer == .permitted)
  }

  @Test(arguments: [
    "charged is in (\"5/1\", \"5/2\")", "charged is not in (\"5/1\")",
    "charged is in (\"5/1\") and charged is not in (\"5/1(a)\")", "charged is in (\"5/1(a)\")",
  ])
  func aCodeIsTriedInAndOutsideEachList(condition: String) throws {
    #expect(try asking("when \(condition)") == ["charged"])
  }

  @Test func aCodeInPartOfASectionIsInTheSection() throws {
    #expect(try answer("when charged is in (\"5/1(a)\") and not charged is in (\"5/1\")").answer == .permitted)
  }

  @Test(arguments: [
    ("pages is at least 3", "detainer.pages"), ("(pages is over 3 and pages is under 5)", "detainer.pages"),
    ("section is in (\"5/1\", \"5/2\")", "detainer.section"), ("section is not in (\"5/1\")", "detainer.section"),
    ("signer is judge", "detainer.signer"), ("received is before 2025-01-01", "detainer.received"),
  ])
  func aFieldOfThePaperMattersWhateverItsType(condition: String, expected: String) throws {
    #expect(try asking("on a paper in detainer where \(condition)", papers: [.detainer]) == [expected])
  }

  @Test func aFieldThatTheKindFixesIsNeverAnother() throws {
    let papers = [Request.Paper(kind: "warrant", fields: ["signer": .choice("officer")])]
    #expect(try answer("on a paper in warrant where signer is judge", papers: papers).answer == .prohibited)
    #expect(try answer("on a paper in warrant where signer is officer", papers: papers).answer == .permitted)
  }

  @Test func fieldsOfAPaperThatIsNoGroundDoNotMatter() throws {
    #expect(
      try asking("on a paper in detainer where served", papers: [.detainer, .warrant]) == [])
    #expect(
      try asking(
        "on a paper in (detainer, warrant) where served", papers: [.detainer, .warrant])
        == ["detainer.served", "warrant.served"])
  }

  // MARK: Records

  @Test func anUnknownFactInsideACountMattersAsTheRecordsDo() throws {
    let clause = "when any conviction where (class is felony and warm)"
    #expect(try asking(clause) == ["convictions", "warm"])
    #expect(try asking(clause, facts: ["warm": .yesNo(true)]) == ["convictions"])
    #expect(try answer(clause, facts: ["warm": .yesNo(false)]).answer == .permitted)
    #expect(try asking(clause, convictions: known(["class": .choice("felony")])) == ["warm"])
    #expect(try asking(clause, convictions: known([:])) == ["convictions[0].class", "warm"])
    #expect(try answer(clause, convictions: known(["class": .choice("misdemeanor")])).answer == .permitted)
  }

  @Test(arguments: [
    "any conviction where (class is felony and age is at least 18)",
    "any conviction where (class is felony and age is 18)",
    "no conviction where (class is felony and age is under 18)",
  ])
  func anUnknownNumberInsideACountMattersAsTheRecordsDo(condition: String) throws {
    #expect(try asking("when \(condition)") == ["age", "convictions"])
  }

  @Test func twoFactsInsideTwoCountsMatterEach() throws {
    #expect(
      try asking(
        """
        when any conviction where (class is felony and warm)
          when no conviction where (class is misdemeanor and dry)
        """) == ["convictions", "dry", "warm"])
    #expect(
      try asking("when any conviction where (class is felony and (warm or dry))") == ["convictions", "dry", "warm"])
    // The same record passes both, so that no list of records tells them apart.
    #expect(
      try answer(
        """
        when any conviction where (class is felony and warm)
          when no conviction where (warm and class is felony)
        """
      ).answer == .permitted)
  }

  @Test func aDayOfARecordMayBeHeldAgainstAnUnknownDay() throws {
    #expect(
      try asking("when any conviction where convicted-on is before booked", convictions: known([:], complete: true))
        == ["booked", "convictions[0].convicted-on"])
    #expect(
      try asking(
        "when any conviction where convicted-on is before booked",
        convictions: known(["convicted-on": .date(ReferenceExample.day)])) == ["booked"])
  }

  @Test func asManyRecordsCountAsTheLawSays() throws {
    let felony: [String: FactValue] = ["class": .choice("felony")]
    let clause = "when at least 2 conviction where class is felony"
    #expect(try asking(clause, convictions: known(felony, complete: false)) == ["convictions"])
    #expect(try answer(clause, convictions: known(felony)).answer == .permitted)
    #expect(try answer(clause, convictions: known(felony, felony)).answer == .prohibited)
    #expect(try answer(clause, convictions: known(felony, felony, complete: false)).answer == .prohibited)
    #expect(try asking(clause, convictions: known(felony, [:])) == ["convictions[1].class"])
    #expect(try answer(clause, convictions: known([:])).answer == .permitted)
    #expect(
      try asking(clause, convictions: known([:], complete: false)) == ["convictions", "convictions[0].class"])
    #expect(try asking("when at least 2 conviction", convictions: known([:], complete: false)) == ["convictions"])
    #expect(try answer("when at least 2 conviction", convictions: known([:], [:])).answer == .prohibited)
    #expect(try answer("when no conviction", convictions: known()).answer == .prohibited)
    #expect(try asking("when no conviction", convictions: known(complete: false)) == ["convictions"])
  }

  @Test func constraintsOnRecordsDecideTheirFields() throws {
    let felonies = """
      constraint f on conviction  when not offence is in ("5/1") or class is felony  says "Felonies."

      """
    let listed: [String: FactValue] = ["offence": .code("5/1(a)")]
    let minor: [String: FactValue] = ["class": .choice("misdemeanor")]
    #expect(
      try answer("when any conviction where class is felony", constraints: felonies, convictions: known(listed)).answer
        == .prohibited)
    #expect(
      try answer("when any conviction where offence is in (\"5/1\")", constraints: felonies, convictions: known(minor))
        .answer == .permitted)
    #expect(
      try answer(
        "when any conviction where (offence is in (\"5/1\") and class is misdemeanor)", constraints: felonies
      ).answer == .permitted)
    #expect(
      try asking("when any conviction where (offence is in (\"5/1\") and class is misdemeanor)") == ["convictions"])
    // Two fields of one record that change only together.
    #expect(
      try asking(
        "when any conviction where (class is felony and not offence is in (\"5/1\"))", constraints: felonies,
        convictions: known([:])) == ["convictions[0].class", "convictions[0].offence"])
  }

  @Test func whatIsSupposedOfARecordMustLeaveItsOtherFieldsAValue() throws {
    // A misdemeanor would have to be in the list and outside it.
    let never = """
      constraint f on conviction  when class is felony or offence is in ("5/1")  says "Listed."
      constraint g on conviction  when class is felony or not offence is in ("5/1")  says "Unlisted."

      """
    let clause = "when any conviction where class is felony"
    #expect(try answer(clause, constraints: never, convictions: known([:])).answer == .prohibited)
    #expect(try asking(clause, convictions: known([:])) == ["convictions[0].class"])
  }

  // MARK: Courts and dates of the request

  @Test func dayOfTheRequestCanBeTestedWithoutAnyFact() throws {
    #expect(try answer("when asked is on or after 2025-01-22").answer == .prohibited)
    #expect(try answer("when asked is after 2025-01-22").answer == .permitted)
    #expect(try answer("when decided is within 3 days after asked").answer == .prohibited)
    #expect(
      try answer("when asked is before booked", facts: ["booked": .date(ReferenceExample.day)]).answer == .permitted)
    #expect(
      try answer("when asked is on or before booked", facts: ["booked": .date(ReferenceExample.day)]).answer
        == .prohibited)
  }

  @Test func theMarkedReadingIsGivenWhereverItStands() throws {
    for (marks, expected) in [
      (["", ""], Answer.prohibited), (["", "marked"], .permitted), (["marked", ""], .prohibited),
    ] {
      let example = try ReferenceExample(
        (
          "statute of IL",
          """

          contested way  cite "1"  unverified
            reading strict from ca9 \(marks[0])  says "Strictly."
            reading loose from ca9 \(marks[1])  says "Loosely."
          rule ban  cite "2"  unverified  under way.strict
            jail must not share
          """
        ))
      let answer = try #require(try example.decision(example.request("share")).answers.first)
      #expect(answer.answer == expected)
      let other = expected == .permitted ? "prohibited if: Strictly." : "permitted if: Loosely."
      #expect(
        answer.cautions.first?.text == "Courts disagree and none binds this place. Otherwise it would be \(other)")
    }
  }
}
