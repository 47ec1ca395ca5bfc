import LawLanguage
import Reasoning
import Reference
import Testing

/// How norms stand when several things bear on them at once, in the fast path as in the reference.
@Suite struct StandingTests {
  private static let ban = """
    rule ban  cite "1"  unverified
      jail must not share  unless warm  cite "1(a)"
    """

  private func answer(
    _ laws: (source: String, text: String)..., facts: [String: Bool] = ["warm": true]
  ) throws -> ActAnswer {
    var files: [(source: String, text: String)] = laws
    while files.count < 3 { files.append(("policy of chicago", "")) }
    let example = try ReferenceExample(files[0], files[1], files[2])
    var request = example.request("share")
    request.facts = facts.mapValues { .yesNo($0) }
    let decision = try decide(request, in: example.library)
    let answer = try #require(decision.answers.first)
    #expect(try example.finding(request).answer == answer.answer)
    #expect(try example.finding(request).basis == answer.basis)
    return answer
  }

  private func roles(_ answer: ActAnswer) -> [String] { answer.reasons.map { "\($0.rule) \($0.role.rawValue)" } }

  @Test func anExceptionThatOpensExempts() throws {
    let answer = try answer(("ordinance of chicago", Self.ban))
    #expect(answer.basis == .exempted)
    #expect(roles(answer) == ["law0.ban exempts"])
  }

  @Test func aBanThatIsVoidExemptsNobody() throws {
    let void = "void local  cite \"3\"  unverified\n  strikes must not share by ordinance"
    let exempted = try answer(("ordinance of chicago", Self.ban), ("statute of IL", void))
    #expect(exempted.basis == .silent)
    #expect(roles(exempted) == [])
    let banned = try answer(("ordinance of chicago", Self.ban), ("statute of IL", void), facts: ["warm": false])
    #expect(banned.basis == .silent)
    #expect(roles(banned) == ["law0.ban voided"])
  }

  @Test func aBanThatYieldsExemptsNobody() throws {
    let winner = "rule winner  cite \"3\"  unverified\n  jail has no authority to share  notwithstanding law0.ban"
    let exempted = try answer(("ordinance of chicago", Self.ban), ("statute of IL", winner))
    #expect(exempted.basis == .silent)
    let banned = try answer(("ordinance of chicago", Self.ban), ("statute of IL", winner), facts: ["warm": false])
    #expect(banned.basis == .silent)
    #expect(roles(banned) == ["law0.ban yields"])
  }

  @Test func aBanThatIsSuspendedExemptsNobody() throws {
    let order = "suspended order  cite \"3\"  unverified\n  rules law0.ban  over share"
    let exempted = try answer(("ordinance of chicago", Self.ban), ("statute of IL", order))
    #expect(exempted.basis == .silent)
    let banned = try answer(("ordinance of chicago", Self.ban), ("statute of IL", order), facts: ["warm": false])
    #expect(banned.basis == .silent)
    #expect(roles(banned) == ["law0.ban suspended"])
  }

  @Test func aRuleThatIsVoidTakesNothingOut() throws {
    let winner = "rule winner  cite \"2\"  unverified\n  jail must not share  when dry  notwithstanding law0.ban"
    let void = "void local  cite \"3\"  unverified\n  strikes must not share by regulation"
    let answer = try answer(
      ("ordinance of chicago", Self.ban), ("regulation of IL", winner), ("statute of IL", void),
      facts: ["warm": false, "dry": true])
    #expect(answer.basis == .forbidden)
    #expect(roles(answer) == ["law0.ban decides", "law1.winner voided"])
  }

  @Test func whatIsUnknownOfAVoidLeavesTheBanUnknown() throws {
    let void = "void local  cite \"3\"  unverified\n  strikes must not share by ordinance  when dry"
    let open = try answer(("ordinance of chicago", Self.ban), ("statute of IL", void), facts: ["warm": false])
    #expect(open.answer == .undetermined)
    #expect(open.asking.map(\.name) == ["dry"])
    let exempted = try answer(("ordinance of chicago", Self.ban), ("statute of IL", void), facts: ["warm": true])
    #expect(exempted.answer == .permitted)
    #expect(exempted.basis == nil)
  }

  @Test func bothCommandsOfOneRankAreAConflictWhateverIsBelow() throws {
    let both = """
      rule a  cite "1"  unverified
        jail must share
      rule b  cite "2"  unverified
        jail must not share
      """
    let lower = "rule c  cite \"3\"  unverified\n  jail must not share  when dry"
    let answer = try answer(("statute of IL", both), ("ordinance of chicago", lower), facts: [:])
    #expect(answer.answer == .conflict)
    #expect(roles(answer) == ["law0.a decides", "law0.b decides"])
  }

  @Test func aBanOfHigherRankDecidesWhateverIsBelow() throws {
    let ban = "rule b  cite \"2\"  unverified\n  jail must not share"
    let lower = "rule c  cite \"3\"  unverified\n  jail must share  when dry"
    let answer = try answer(("statute of IL", ban), ("ordinance of chicago", lower), facts: [:])
    #expect(answer.answer == .prohibited)
    #expect(answer.asking.isEmpty)
    let known = try self.answer(("statute of IL", ban), ("ordinance of chicago", lower), facts: ["dry": true])
    #expect(roles(known) == ["law0.b decides", "law1.c displaced"])
  }

  @Test func anUnknownCommandOfTheSameRankLeavesItOpen() throws {
    let ban = "rule b  cite \"2\"  unverified\n  jail must not share"
    let same = "rule c  cite \"3\"  unverified\n  jail must share  when dry"
    let answer = try answer(("statute of IL", ban), ("statute of IL", same), facts: [:])
    #expect(answer.answer == .undetermined)
    #expect(Set(answer.possible) == [.prohibited, .conflict])
  }

  // MARK: Notwithstanding, as far as its own act goes

  private func answers(_ winner: String, to act: String) throws -> ActAnswer {
    let ban = "rule ban  cite \"1\"  unverified\n  jail must not \(act == "hold" ? "hold" : "share")\n"
    let example = try ReferenceExample(
      ("statute of IL", "\n" + ban + "rule winner  cite \"2\"  unverified\n  jail \(winner)  notwithstanding ban"))
    return try #require(try example.decision(example.request(act)).answers.first)
  }

  @Test func aDutyToDoAKindOfItTakesABanOnTheWholeOut() throws {
    let whole = try answers("must share-address", to: "share")
    #expect(whole.answer == .required)
    #expect(roles(whole) == ["law0.winner decides", "law0.ban yields"])
    #expect(try answers("must share-address", to: "share-address").answer == .required)
    #expect(try answers("must share-address  when warm", to: "share").possible == [.required, .prohibited])
  }

  @Test func aDutyToDoAKindOfItThatHangsOnAnotherActTakesTheBanOutToo() throws {
    let whole = try answers("must share-address  on doing report", to: "share")
    #expect(whole.answer == .permitted)
    #expect(roles(whole) == ["law0.ban yields"])
    let permission = try answers("may share-address", to: "share")
    #expect(permission.answer == .prohibited)
  }

  @Test func aDutyToDoAKindOfItTakesADutyOut() throws {
    let rules = """

      rule copy  cite "1"  unverified
        jail must share  each year
      rule winner  cite "2"  unverified
        jail VERB share-address  when warm  notwithstanding copy
      """
    func duties(_ verb: String, warm: Bool?) throws -> [Bool] {
      let example = try ReferenceExample(("statute of IL", rules.replacing("VERB", with: verb)))
      var request = example.request("report")
      request.facts["warm"] = warm.map { .yesNo($0) }
      return try example.decision(request).duties.map(\.isCertain)
    }
    #expect(try duties("must", warm: true) == [])
    #expect(try duties("must", warm: false) == [true])
    #expect(try duties("must", warm: nil) == [false])
    #expect(try duties("may", warm: true) == [true])
  }

  @Test func aPermissionForAKindOfItLeavesTheBanOnTheRest() throws {
    let whole = try answers("may share-address", to: "share")
    #expect(whole.answer == .prohibited)
    #expect(roles(whole) == ["law0.ban decides"])
    let kind = try answers("may share-address", to: "share-address")
    #expect(kind.basis == .granted)
    #expect(roles(kind) == ["law0.winner permits", "law0.ban yields"])
  }

  @Test func aPermissionForTheWholeTakesTheBanOnItsKindsOut() throws {
    #expect(try answers("may share", to: "share-address").basis == .granted)
    #expect(try answers("must every share", to: "share-address").answer == .required)
    // Any kind meets it, so this one is let, not commanded.
    #expect(try answers("must share", to: "share-address").basis == .granted)
    #expect(try answers("may report", to: "share").answer == .prohibited)
  }

  @Test func winnersYieldInTheirTurn() throws {
    let rules = """

      rule ban  cite "1"  unverified
        jail must not share
      rule winner  cite "2"  unverified
        jail may share  when warm  notwithstanding ban
      rule last  cite "3"  unverified
        jail has no authority to share  when dry  notwithstanding winner
      """
    let example = try ReferenceExample(("statute of IL", rules))
    func answer(_ facts: [String: Bool]) throws -> ActAnswer {
      var request = example.request("share")
      request.facts = facts.mapValues { .yesNo($0) }
      return try #require(try example.decision(request).answers.first)
    }
    #expect(try answer(["warm": true, "dry": false]).basis == .granted)
    let yielding = try answer(["warm": true, "dry": true])
    #expect(yielding.answer == .prohibited)
    #expect(roles(yielding) == ["law0.ban decides", "law0.winner yields"])
    #expect(try answer(["warm": true]).asking.map(\.name) == ["dry"])
    #expect(try answer(["dry": false]).asking.map(\.name) == ["warm"])
    #expect(try answer(["dry": true]).asking.map(\.name) == [])
    #expect(try answer([:]).asking.map(\.name) == ["warm", "dry"])
  }
}
