import LawLanguage
import Reasoning
import Testing

/// Which of the facts that matter is asked first.
@Suite struct QuestionOrderTests {
  private static let words = """
    fact season one of spring, summer, autumn, winter  asks "Season?"
    judgement calm asks "Calm?"
    paper-field sealed yes-no  asks "Sealed?"
    records visits each visit  asks "Which visits?"
      field long yes-no  asks "Long?"

    """

  private func questions(
    _ rule: String, constraints: String = "", papers: [Request.Paper] = [],
    records: [String: Request.RecordList] = [:]
  ) throws -> [String] {
    let example = try ReferenceExample(
      ("statute of IL", "\nrule ban  cite \"1\"  unverified\n  jail must not share  \(rule)"),
      words: Self.words + constraints)
    var request = example.request("share", papers: papers)
    request.records = records
    let decision = try example.decision(request)
    #expect(decision.questions.map(\.fact) == decision.answers.first?.asking)
    return decision.questions.map(\.fact.name)
  }

  @Test func theAverageOverAllValuesCounts() throws {
    // One value of four leaves something to ask, against one of two.
    #expect(try questions("when warm and season is spring") == ["season", "warm"])
    // Two of four, as one of two: in the order of the vocabulary.
    #expect(try questions("when warm and season is in (spring, summer)") == ["warm", "season"])
    #expect(try questions("when warm and season is in (spring, summer, autumn)") == ["warm", "season"])
  }

  @Test func valuesThatTheConstraintsForbidDoNotCount() throws {
    let held = "constraint held  when not custody is free  says \"Held.\"\n"
    #expect(try questions("when warm and custody is pretrial") == ["custody", "warm"])
    #expect(try questions("when warm and custody is pretrial", constraints: held) == ["warm", "custody"])
  }

  @Test func tiesAreAskedInTheOrderOfTheDocuments() throws {
    #expect(try questions("when dry and warm") == ["warm", "dry"])
    #expect(try questions("when any conviction and dry") == ["dry", "convictions"])
    #expect(try questions("when any visit and any conviction") == ["convictions", "visits"])
  }

  @Test func whatIsOnThePapersComesBeforeFacts() throws {
    #expect(
      try questions("on a paper in detainer where served  when warm", papers: [.detainer])
        == ["detainer.served", "warm"])
    #expect(
      try questions("on a paper in detainer where (sealed and served and signer is judge)", papers: [.detainer])
        == ["detainer.signer", "detainer.served", "detainer.sealed"])
  }

  @Test func papersAreAskedAboutInTheirOrder() throws {
    // The act is forbidden only where both papers were sealed.
    let example = try ReferenceExample(
      (
        "statute of IL",
        "\nrule ban  cite \"1\"  unverified\n  jail must not share  on a paper in detainer where sealed"
      ),
      words: Self.words)
    let asking = try example.decision(example.request("share", papers: [.detainer, .detainer])).answers[0].asking
    #expect(
      asking == [.paper(0, kind: "detainer", field: "sealed"), .paper(1, kind: "detainer", field: "sealed")])
  }

  @Test func recordsAreAskedAboutInTheirOrderAndTheirFieldsInThatOfTheVocabulary() throws {
    let two = Request.RecordList(isComplete: true, records: [[:], [:]])
    #expect(
      try questions("when any conviction where class is felony", records: ["convictions": two])
        == ["convictions[0].class", "convictions[1].class"])
    let one = Request.RecordList(isComplete: true, records: [[:]])
    #expect(
      try questions(
        "when any conviction where (convicted-on is before 2020-01-01 and class is felony)",
        records: ["convictions": one]) == ["convictions[0].class", "convictions[0].convicted-on"])
  }

  @Test func aRecordThatIsKnownIsAskedAboutBeforeFurtherOnes() throws {
    let open = Request.RecordList(isComplete: false, records: [[:]])
    #expect(
      try questions("when any conviction where class is felony", records: ["convictions": open])
        == ["convictions[0].class", "convictions"])
  }

  @Test func judgementsComeLastAlsoOfSeveralActs() throws {
    let example = try ReferenceExample(
      (
        "statute of IL",
        """

        rule one  cite "1"  unverified
          jail must not share  when calm
        rule two  cite "2"  unverified
          jail must not report  when dry and calm
        """
      ), words: Self.words)
    let decision = try example.decision(example.request("share", "report"))
    #expect(decision.answers.map { $0.asking.map(\.name) } == [["calm"], ["dry", "calm"]])
    #expect(decision.questions.map(\.fact.name) == ["dry", "calm"])
  }

  @Test func aQuestionSaysOfWhichPaperOrRecordItIs() throws {
    let example = try ReferenceExample(
      (
        "statute of IL",
        """

        rule ban  cite "1"  unverified
          jail must not share  on a paper in detainer where served
          when any conviction where class is felony
        """
      ))
    var request = example.request("share", papers: [.detainer])
    request.records["convictions"] = .init(isComplete: false, records: [[:]])
    #expect(
      try example.decision(request).questions.map(\.question)
        == ["Served? (a detainer)", "Class? (conviction 1)", "Which?"])
  }
}
