import LawLanguage
import Reasoning
import Testing

/// What a decision says beyond its answer: what would change it, what to ask first, and why.
@Suite struct ExplanationTests {
  private static let words = """
    # Words

    ```law
    jurisdiction XX "State X"  zone America/Chicago  searched to 2026-01-31
    agency jail "a jail"
    act tell "tell"
    act give-copy "give a copy"
    paper asking "a request"  asks for tell
    fact a yes-no  asks "A?"  changeable
    fact b yes-no  asks "B?"  changeable
    fact c yes-no  asks "C?"  changeable
    fact fixed yes-no  asks "Fixed?"
    fact late yes-no  asks "Late?"
    judgement calm asks "Calm?"
    ```
    """

  private func library(_ rules: String) throws -> Library {
    let law = """
      # Law

      Plain words.

      ```law
      law xx.law  cite "X 1"  by statute of XX  in force from 2020-01-01
      \(rules)
      ```
      """
    let result = Library.check([
      SourceFile(path: "vocabulary.md", text: Self.words), SourceFile(path: "xx/law.md", text: law),
    ])
    return try #require(result.library, "\(result.diagnostics.map(\.message))")
  }

  private func decide(_ rules: String, facts: [String: Bool], explain: Bool = false) throws -> Decision {
    var request = Request(
      jurisdiction: "XX", agency: Request.Agency(kind: "jail"), acts: ["tell"], papers: [Request.Paper(kind: "asking")],
      day: try #require(Day("2025-03-04")))
    request.facts = facts.mapValues { .yesNo($0) }
    return try Reasoning.decide(request, in: try library(rules), options: DecisionOptions(explain: explain))
  }

  private func changes(_ decision: Decision) -> Set<[String]> {
    Set((decision.answers.first?.changes ?? []).map { $0.facts.map { "\($0.fact.name)=\($0.value)" } })
  }

  @Test func whatWouldChangeItAreTheSmallestSetsAndNoLargerOnes() throws {
    let rules = """
      rule ban  cite "1"  unverified
        jail must not tell
        when a or (b and c)
      """
    let decision = try decide(rules, facts: ["a": false, "b": false, "c": false], explain: true)
    #expect(decision.answers.first?.answer == .permitted)
    #expect(changes(decision) == [["a=yes"], ["b=yes", "c=yes"]])
  }

  @Test func factsThatNobodyCanChangeAreNotNamed() throws {
    let rules = """
      rule ban  cite "1"  unverified
        jail must not tell
        when fixed or a
      """
    let decision = try decide(rules, facts: ["a": false, "fixed": false], explain: true)
    #expect(changes(decision) == [["a=yes"]])
  }

  @Test func whatNoLawLooksAtIsNamed() throws {
    let rules = """
      rule ban  cite "1"  unverified
        jail must not tell
        when a
      """
    let decision = try decide(rules, facts: ["a": false, "late": true])
    #expect(decision.unused == ["late"])
  }

  @Test func nothingIsLookedForUnlessAsked() throws {
    let decision = try decide(
      "rule ban  cite \"1\"  unverified\n  jail must not tell\n  when a", facts: ["a": false])
    #expect(changes(decision).isEmpty)
  }

  @Test func theMostTellingFactIsAskedFirst() throws {
    // Once c is known to be no, nothing else matters; a and b leave more open.
    let rules = """
      rule ban  cite "1"  unverified
        jail must not tell
        when c and (a or b)
      """
    let decision = try decide(rules, facts: [:])
    #expect(decision.questions.map(\.fact.name) == ["c", "a", "b"])
  }

  @Test func judgementsAreAskedLast() throws {
    let rules = """
      rule ban  cite "1"  unverified
        jail must not tell
        when calm and (a or b)
      """
    let decision = try decide(rules, facts: [:])
    #expect(decision.questions.map(\.fact.name) == ["a", "b", "calm"])
  }

  @Test func whatOnlyADutyNeedsIsAskedAfterwards() throws {
    let rules = """
      rule allowed  cite "1"  unverified
        jail may tell
      rule copy  cite "2"  unverified
        jail must give-copy
        on doing tell
        when late
      """
    let decision = try decide(rules, facts: [:])
    #expect(decision.questions.isEmpty)
    #expect(decision.followUps.map(\.fact.name) == ["late"])
    #expect(decision.duties.map(\.isCertain) == [false])
    #expect(decision.duties.map(\.trigger) == ["on doing tell"])
  }

  @Test func whatADutyNeedsIsAskedInTheOrderOfTheVocabulary() throws {
    let rules = """
      rule copy  cite "2"  unverified
        jail must give-copy
        each year
        when (late or calm) and (c or a)
      """
    let decision = try decide(rules, facts: [:])
    #expect(decision.followUps.map(\.fact.name) == ["a", "c", "late", "calm"])
    #expect(decision.questions.isEmpty)
  }

  @Test func listsAreAskedForInTheOrderOfTheVocabulary() throws {
    let words = """
      # Words

      ```law
      jurisdiction XX "State X"  zone America/Chicago  searched to 2026-01-31
      agency jail "a jail"
      act tell "tell"
      records stays each stay  asks "Which stays?"
        field length number of days  asks "How long?"
        field open yes-no  asks "Open?"
      records visits each visit  asks "Which visits?"
        field open yes-no  asks "A visit?"
      fact a yes-no  asks "A?"
      ```
      """
    let law = """
      # Law

      Plain words.

      ```law
      law xx.law  cite "X 1"  by statute of XX  in force from 2020-01-01
      rule ban  cite "1"  unverified
        jail must not tell
        when any visit and any stay and a
        when any stay where (open and length is over 3)
      ```
      """
    let library = try #require(
      Library.check([SourceFile(path: "vocabulary.md", text: words), SourceFile(path: "xx/law.md", text: law)]).library)
    var request = Request(
      jurisdiction: "XX", agency: Request.Agency(kind: "jail"), acts: ["tell"], day: try #require(Day("2025-03-04")))
    func asked() throws -> [Question] { try Reasoning.decide(request, in: library).questions }
    #expect(try Set(asked().map(\.question)) == ["A?", "Which stays?", "Which visits?"])
    request.records["stays"] = .init(isComplete: true, records: [["length": .number(2)], [:]])
    request.records["visits"] = .init(isComplete: true, records: [["open": .yesNo(true)]])
    request.facts["a"] = .yesNo(true)
    #expect(try asked().map(\.question) == ["How long? (stay 2)", "Open? (stay 2)"])
    #expect(try asked().map(\.fact.name) == ["stays[1].length", "stays[1].open"])
  }

  @Test func aReasonNamesItsFactsAndHowItsExceptionsStand() throws {
    let rules = """
      rule ban  cite "1(a)"  verified "read"
        jail must not tell
        when fixed
        unless a  cite "1(b)"
        unless b  cite "1(c)"
      """
    let decision = try decide(rules, facts: ["fixed": true, "a": false, "b": true])
    let reason = try #require(decision.answers.first?.reasons.first)
    #expect(decision.answers.first?.basis == .exempted)
    #expect(reason.role == .exempts)
    #expect(reason.cite == "X 1 § 1(a)")
    #expect(reason.facts == ["Fixed? yes"])
    #expect(reason.exceptions.map(\.isOpen) == [false, true])
    #expect(reason.exceptions.map(\.facts) == [["A? no"], ["B? yes"]])
  }

  @Test func theReceiptNamesEveryFileByItsDigest() throws {
    let decision = try decide("rule allowed  cite \"1\"  unverified\n  jail may tell", facts: [:])
    #expect(decision.receipt.laws.map(\.path) == ["vocabulary.md", "xx/law.md"])
    #expect(decision.receipt.laws.allSatisfy { $0.sha256.count == 64 })
    #expect(decision.receipt.library.count == 64)
    #expect(decision.receipt.day.description == "2025-03-04")
  }

  @Test func bothDatesOfAComparisonAreNamed() throws {
    let example = try ReferenceExample(
      ("statute of IL", "\nrule ban  cite \"1\"  unverified\n  jail must not share  when released is after booked"))
    var request = example.request("share")
    request.facts = [
      "released": .date(try #require(Day("2025-01-20"))), "booked": .date(try #require(Day("2025-01-19"))),
    ]
    let reason = try #require(try example.decision(request).answers.first?.reasons.first)
    #expect(reason.facts == ["When? 2025-01-20", "When? 2025-01-19"])
  }

  @Test func bothDatesOfALookBackAreNamed() throws {
    let example = try ReferenceExample(
      (
        "statute of IL",
        "\nrule ban  cite \"1\"  unverified\n  jail must not share  when booked is within 30 days before released"
      ))
    var request = example.request("share")
    request.facts = [
      "released": .date(try #require(Day("2025-01-20"))), "booked": .date(try #require(Day("2025-01-19"))),
    ]
    let reason = try #require(try example.decision(request).answers.first?.reasons.first)
    #expect(reason.facts == ["When? 2025-01-19", "When? 2025-01-20"])
  }
}
