import LawLanguage
import Reasoning
import Testing

/// What a reader must also know of an answer.
@Suite struct CautionTests {
  private func answer(
    _ rules: String, act: String = "share", facts: [String: FactValue] = [:], papers: [Request.Paper] = [],
    words: String = ""
  ) throws -> ActAnswer {
    let example = try ReferenceExample(("statute of IL", "\n" + rules), words: words)
    var request = example.request(act, papers: papers)
    request.facts = facts
    return try #require(try example.decision(request).answers.first)
  }

  private func texts(_ answer: ActAnswer, _ code: CautionCode) -> [String] {
    answer.cautions.filter { $0.code == code }.map(\.text)
  }

  // MARK: Presumed

  private func presume(_ name: String, _ what: String) -> String {
    "presume \(name)  cite \"\(name)\"  unverified\n  \(what)\n"
  }

  private func ban(when condition: String) -> String {
    "rule ban  cite \"1\"  verified \"read\"\n  jail must not share  when \(condition)\n"
  }

  private func presumed(_ answer: ActAnswer) -> [String] {
    texts(answer, .presumed).map { String($0.prefix { $0 != ":" }) }
  }

  @Test func onlyWhatTheAnswerRestsOnIsSaidToBePresumed() throws {
    let both = presume("p1", "warm is yes") + presume("p2", "dry is yes")
    #expect(try presumed(answer(both + ban(when: "warm"))) == ["Presumed (p1)"])
    #expect(try presumed(answer(both + ban(when: "warm and dry"))) == ["Presumed (p2)", "Presumed (p1)"])
    #expect(try presumed(answer(both + ban(when: "age is over 3"), facts: ["age": .number(4)])) == [])
  }

  @Test func whereEitherWouldDoBothAreNamed() throws {
    let both = presume("p1", "warm is yes") + presume("p2", "dry is yes")
    #expect(try presumed(answer(both + ban(when: "warm or dry"))) == ["Presumed (p2)", "Presumed (p1)"])
    let certain = try answer(both + ban(when: "warm or dry"), facts: ["warm": .yesNo(true)])
    #expect(presumed(certain) == [])
  }

  @Test func theFirstPresumptionThatFillsAFactCounts() throws {
    let rules = presume("p1", "warm is no  when dry") + presume("p2", "warm is yes") + presume("p3", "warm is no")
    #expect(try presumed(answer(rules + ban(when: "warm"), facts: ["dry": .yesNo(false)])) == ["Presumed (p2)"])
    let first = try answer(rules + ban(when: "warm"), facts: ["dry": .yesNo(true)])
    #expect(first.answer == .permitted)
    #expect(presumed(first) == ["Presumed (p1)"])
    let recorded = try answer(rules + ban(when: "warm"), facts: ["dry": .yesNo(false), "warm": .yesNo(false)])
    #expect(recorded.answer == .permitted)
    #expect(presumed(recorded) == [])
  }

  @Test func presumptionsLookAtWhatIsRecordedNotAtOneAnother() throws {
    let rules = presume("p1", "warm is yes") + presume("p2", "dry is yes  when warm")
    #expect(try answer(rules + ban(when: "dry")).answer == .undetermined)
    // What holds in every completion is enough.
    let either = presume("p3", "dry is yes  when warm or not warm")
    #expect(try answer(either + ban(when: "dry")).answer == .prohibited)
  }

  @Test func whatTheConstraintsForbidIsNotPresumed() throws {
    let rules = presume("p1", "warm is yes") + presume("p2", "dry is yes") + ban(when: "warm and dry")
    let never = "constraint c  when not warm or not dry  says \"Never both.\"\n"
    let answer = try answer(rules, words: never)
    #expect(answer.answer == .permitted)
  }

  @Test func aConstraintCarriesWhatIsPresumed() throws {
    let same = "constraint same  when (warm and dry) or (not warm and not dry)  says \"Same.\"\n"
    let answer = try answer(presume("p1", "warm is yes") + ban(when: "dry"), words: same)
    #expect(answer.answer == .prohibited)
    #expect(presumed(answer) == ["Presumed (p1)"])
  }

  @Test func whatDecidesOnlyTheBasisIsPresumedToo() throws {
    let rules = presume("p1", "warm is yes") + "rule allowed  cite \"1\"  unverified\n  jail may share  when warm\n"
    let answer = try answer(rules)
    #expect(answer.basis == .granted)
    #expect(presumed(answer) == ["Presumed (p1)"])
  }

  // MARK: Not coded

  @Test(arguments: [
    ("permit", "must not share", true), ("forbid", "must not share", false), ("require", "must not share", true),
    ("permit", "may share", false), ("forbid", "may share", true), ("require", "may share", true),
    ("permit", "must share", false), ("forbid", "must share", true), ("require", "must share", false),
    ("permit", "must not share  when dry", true), ("forbid", "must not share  when dry", true),
    ("require", "must not share  when dry", true),
  ])
  func aClauseThatIsNotCodedIsNamedWhereItsPushWouldMatter(direction: String, verb: String, isNamed: Bool) throws {
    let rule = "rule one  cite \"1\"  unverified\n  jail \(verb)\n"
    let clause = "untranslated u  cite \"2\"  unverified\n  any-agency may \(direction) share"
    func count(_ more: String, facts: [String: FactValue] = [:]) throws -> Int {
      texts(try answer(rule + clause + more + "  says \"Words.\"", facts: facts), .untranslated).count
    }
    #expect(try count("") == (isNamed ? 1 : 0))
    #expect(try count("  when warm") == (isNamed ? 1 : 0))
    #expect(try count("  when warm", facts: ["warm": .yesNo(true)]) == (isNamed ? 1 : 0))
    #expect(try count("  when warm", facts: ["warm": .yesNo(false)]) == 0)
    #expect(try count("  on a paper in detainer") == 0)
  }

  @Test func aBanThatIsNotCodedTakesAwayOnlyTheGroundTheAnswerRestsOn() throws {
    func count(_ direction: String, _ paper: String, rule: String) throws -> Int {
      let clause = """
        untranslated u  cite "2"  unverified
          any-agency may \(direction) share  on a paper in \(paper)  says "Words."
        """
      let answer = try answer(
        "rule one  cite \"1\"  unverified\n  jail \(rule)\n" + clause, papers: [.detainer, .warrant])
      return texts(answer, .untranslated).count
    }
    let granted = "may share  on a paper in warrant"
    #expect(try count("forbid", "warrant", rule: granted) == 1)
    #expect(try count("forbid", "detainer", rule: granted) == 0)
    #expect(try count("require", "detainer", rule: granted) == 1)
    #expect(try count("permit", "detainer", rule: "must not share") == 1)
    // Where it is open on which paper it rests, either could be taken away.
    #expect(try count("forbid", "detainer", rule: "may share  on a paper in warrant where served") == 1)
  }

  // MARK: What it rests on

  @Test func sourcesAreNamedOnceAndInOrder() throws {
    let rules = """
      rule c  cite "3"  secondary "a memo"
        jail must not share
      rule b  cite "2"  unverified
        jail must not share
      rule a  cite "1"  secondary "a memo"
        jail must not share
      rule d  cite "3"  secondary "a memo"
        jail must not share
      rule e  cite "9"  unverified
        jail may share
      """
    let answer = try answer(rules)
    #expect(texts(answer, .secondary) == ["Rests on a secondary source, not on the text itself: L § 1, L § 3."])
    #expect(texts(answer, .unverified) == ["The text was not checked: L § 2."])
    #expect(try self.answer("rule a  cite \"1\"  verified \"read\"\n  jail may share\n").cautions == [])
  }

  @Test func authorityBothGivenAndDeniedIsDisputed() throws {
    let rules = """
      rule gives  cite "1"  unverified
        jail has authority to hold
      rule denies  cite "2"  unverified
        jail has no authority to hold

      """
    let disputed = try answer(rules, act: "hold")
    #expect(disputed.basis == .authorityDenied)
    #expect(texts(disputed, .authorityDisputed).count == 1)
    let must = try answer(rules + "rule order  cite \"3\"  unverified\n  jail must hold\n", act: "hold")
    #expect(must.answer == .conflict)
    #expect(texts(must, .authorityDisputed) == [])
    // A denial by half of the completions.
    let maybe = try answer(
      rules.replacing("no authority to hold", with: "no authority to hold  when warm"), act: "hold")
    #expect(maybe.answer == .undetermined)
    #expect(texts(maybe, .authorityDisputed).count == 1)
  }

  @Test func aSilentAnswerSaysHowFarTheLawWasSearched() throws {
    #expect(
      try texts(answer(""), .searchedTo) == ["No law on this was found; the law was searched to 2026-11-21."])
    #expect(try texts(answer("rule allowed  cite \"1\"  unverified\n  jail may share\n"), .searchedTo) == [])
  }

  // MARK: Courts

  @Test func eachOtherWayOfReadingIsTried() throws {
    // Seven clauses that two courts read differently: a hundred and twenty-eight ways.
    let contests = (1...7).map { number in
      """
      contested way\(number)  cite "\(number)"  unverified
        reading loose from ca9 marked  says "Loose \(number)."
        reading strict from ca9  says "Strict \(number)."
      rule ban\(number)  cite "\(number)"  unverified  under way\(number).strict
        jail must not share

      """
    }.joined()
    let found = try decide(
      { () throws -> Request in
        var request = try ReferenceExample(("statute of IL", "")).request("share")
        request.facts = [:]
        return request
      }(), in: try ReferenceExample(("statute of IL", "\n" + contests)).library)
    let answer = try #require(found.answers.first)
    #expect(answer.answer == .permitted)
    let text = try #require(texts(answer, .contested).first)
    #expect(text.split(separator: "prohibited if:").count - 1 == 127)
  }

  @Test func onlyContestsThatBearOnTheActAreTried() throws {
    let rules = """
      contested way  cite "1"  unverified
        reading loose from ca9 marked  says "Loose."
        reading strict from ca9  says "Strict."
      contested other  cite "2"  unverified
        reading loose from ca9 marked  says "Loose."
        reading strict from ca9  says "Strict."
      rule ban  cite "1"  unverified  under way.strict
        jail must not share  when warm
      rule far  cite "2"  unverified  under other.strict
        jail must not report

      """
    #expect(
      try texts(answer(rules, facts: ["warm": .yesNo(false)]), .contested)
        == ["Courts read a clause here in different ways; the answer is the same in all."])
    #expect(
      try texts(answer(rules, facts: ["warm": .yesNo(true)]), .contested)
        == ["Courts disagree and none binds this place. Otherwise it would be prohibited if: Strict."])
    #expect(try texts(answer(rules, act: "notify"), .contested) == [])
  }
}
