import LawLanguage
import Reference
import Testing

private let statute = "statute of IL"

@Suite struct ReferenceAnswers {
  @Test func silenceIsPermittedAndSaysHowFarTheLawWasSearched() throws {
    let law = try ReferenceExample((statute, "rule r cite \"1\" unverified any-agency must not hold"))
    let finding = try law.finding("notify")
    #expect(finding.answer == .permitted)
    #expect(finding.basis == .silent)
    #expect(finding.cautions == [.searchedTo])
  }

  @Test func mustRequires() throws {
    let law = try ReferenceExample((statute, "rule r cite \"1\" verified \"read\" any-agency must notify"))
    let finding = try law.finding("notify")
    #expect(finding.answer == .required)
    #expect(finding.basis == .commanded)
    #expect(finding.rules(.decides) == ["r"])
    #expect(finding.cautions.isEmpty)
  }

  @Test func mustNotForbidsAndSaysThatItWasNotReadInItsOwnText() throws {
    let law = try ReferenceExample((statute, "rule r cite \"1\" unverified any-agency must not notify"))
    let finding = try law.finding("notify")
    #expect(finding.answer == .prohibited)
    #expect(finding.basis == .forbidden)
    #expect(finding.cautions == [.unverified])
  }

  @Test func mayGrantsAndDisplacesNothing() throws {
    let law = try ReferenceExample(
      (statute, "rule r cite \"1\" secondary \"press\" any-agency may notify"),
      ("ordinance of cook", "rule lower cite \"1\" unverified any-agency must not notify when warm"))
    let granted = try law.finding("notify", facts: ["warm": .yesNo(false)])
    #expect(granted.basis == .granted)
    #expect(granted.rules(.permits) == ["r"])
    #expect(granted.cautions == [.secondary])
    #expect(try law.finding("notify", facts: ["warm": .yesNo(true)]).basis == .forbidden)
  }

  @Test func anExceptionThatIsTrueExempts() throws {
    let law = try ReferenceExample(
      (
        statute,
        "rule r cite \"1\" unverified any-agency must not notify unless warm cite \"2\" (unless dry cite \"3\")"
      ))
    let exempted = try law.finding("notify", facts: ["warm": .yesNo(true), "dry": .yesNo(false)])
    #expect(exempted.basis == .exempted)
    #expect(exempted.rules(.exempts) == ["r"])
    #expect(try law.finding("notify", facts: ["warm": .yesNo(true), "dry": .yesNo(true)]).basis == .forbidden)
  }

  @Test func anExceptionToASectionReachesItsRulesOnly() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule inside cite "15(a)" unverified any-agency must not notify
        rule outside cite "151" unverified any-agency must not share
        exception e cite "15(k)" unverified to section "15" when warm
        """
      ))
    #expect(try law.finding("notify", facts: ["warm": .yesNo(true)]).basis == .exempted)
    #expect(try law.finding("share", facts: ["warm": .yesNo(true)]).basis == .forbidden)
  }

  @Test func bothAtTheHighestRankConflict() throws {
    let law = try ReferenceExample(
      (
        statute,
        "rule do cite \"1\" unverified any-agency must notify rule dont cite \"2\" unverified any-agency must not notify"
      ))
    let finding = try law.finding("notify")
    #expect(finding.answer == .conflict)
    #expect(finding.basis == .opposed)
    #expect(finding.rules(.decides) == ["do", "dont"])
  }

  @Test func theHigherRankDisplacesTheLower() throws {
    let law = try ReferenceExample(
      (statute, "rule do cite \"1\" unverified any-agency must notify"),
      ("ordinance of cook", "rule dont cite \"2\" unverified any-agency must not notify"))
    let finding = try law.finding("notify")
    #expect(finding.answer == .required)
    #expect(finding.rules(.displaced) == ["dont"])
  }

  @Test func mustOverAnActIsMayForItsKindsUnlessEvery() throws {
    let law = try ReferenceExample(
      (statute, "rule r cite \"1\" unverified any-agency must share"))
    #expect(try law.finding("share-address").basis == .granted)
    let every = try ReferenceExample((statute, "rule r cite \"1\" unverified any-agency must every share"))
    #expect(try every.finding("share-address").basis == .commanded)
    let kind = try ReferenceExample((statute, "rule r cite \"1\" unverified any-agency must share-address"))
    #expect(try kind.finding("share").basis == .commanded)
  }
}

@Suite struct ReferencePriority {
  @Test func aRuleYieldsToOneThatStandsNotwithstandingIt() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule ban cite "1" unverified any-agency must not notify
        rule leave cite "2" unverified any-agency may notify when warm notwithstanding ban
        """
      ))
    let finding = try law.finding("notify", facts: ["warm": .yesNo(true)])
    #expect(finding.basis == .granted)
    #expect(finding.rules(.yields) == ["ban"])
    #expect(try law.finding("notify", facts: ["warm": .yesNo(false)]).basis == .forbidden)
  }

  @Test func aVoidStrikesLowerNormsWhileItsConditionHolds() throws {
    let law = try ReferenceExample(
      (statute, "void v cite \"1\" unverified strikes must not hold, notify by ordinance when warm"),
      ("ordinance of cook", "rule ban cite \"1\" unverified any-agency must not notify"))
    let finding = try law.finding("notify", facts: ["warm": .yesNo(true)])
    #expect(finding.basis == .silent)
    #expect(finding.rules(.voided) == ["ban"])
  }

  @Test func aSuspensionTakesARuleOutForTheActsItNames() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule ban cite "1" unverified any-agency must not share
        suspended s cite "2" unverified from 2025-01-01 rules ban for jail in ilnd over share-address
        """
      ))
    #expect(try law.finding("share-address").rules(.suspended) == ["ban"])
    #expect(try law.finding("share-address").answer == .permitted)
    #expect(try law.finding("share").answer == .prohibited)
  }

  @Test func aCourtThatBindsThePlaceChoosesTheReading() throws {
    let text = """
      contested c cite "1" unverified
        reading strict from %  says "Strictly."
        reading loose from ca9 marked says "Loosely."
      rule r cite "1" unverified under c.strict any-agency must not notify
      """
    let chosen = try ReferenceExample((statute, text.replacing("%", with: "ca7"))).finding("notify")
    #expect(chosen.answer == .prohibited)
    #expect(!chosen.cautions.contains(.contested))
    let open = try ReferenceExample((statute, text.replacing("%", with: "ca9"))).finding("notify")
    #expect(open.answer == .permitted)
    #expect(open.cautions.contains(.contested))
  }
}

@Suite struct ReferenceAuthority {
  @Test func anActThatNeedsAuthorityIsProhibitedWithoutIt() throws {
    let law = try ReferenceExample((statute, "rule r cite \"1\" unverified any-agency must notify"))
    let finding = try law.finding("short-hold")
    #expect(finding.answer == .prohibited)
    #expect(finding.basis == .noAuthorityFound)
  }

  @Test func aMayOfStateStatuteGivesAuthorityAndAnOrdinanceMustSaySo() throws {
    let state = try ReferenceExample((statute, "rule r cite \"1\" unverified any-agency may hold"))
    #expect(try state.finding("hold").rules(.givesAuthority) == ["r"])
    let local = try ReferenceExample(("ordinance of cook", "rule r cite \"1\" unverified any-agency may hold"))
    #expect(try local.finding("hold").basis == .noAuthorityFound)
    let explicit = try ReferenceExample(
      ("ordinance of cook", "rule r cite \"1\" unverified any-agency has authority to hold"))
    #expect(try explicit.finding("hold").basis == .silent)
  }

  @Test func aLawThatCreatesNoAuthorityGivesNone() throws {
    let law = try ReferenceExample(
      (statute, "creates no authority rule r cite \"1\" unverified any-agency must hold"))
    let finding = try law.finding("hold")
    #expect(finding.basis == .noAuthorityFound)
    #expect(finding.rules(.decides) == ["r"])
  }

  @Test func theHighestRankThatGivesOrDeniesDecides() throws {
    let law = try ReferenceExample(
      (statute, "rule denial cite \"1\" unverified any-agency has no authority to hold on a paper in detainer"),
      ("ordinance of cook", "rule grant cite \"1\" unverified any-agency has authority to hold"))
    let denied = try law.finding("hold", papers: [.detainer])
    #expect(denied.basis == .authorityDenied)
    #expect(denied.rules(.deniesAuthority) == ["denial"])
    #expect(denied.rules(.givesAuthority).isEmpty)
    let both = try law.finding("hold", papers: [.detainer, .warrant])
    #expect(both.basis == .silent)
    #expect(both.ground == 1)
  }

  @Test func oneRankThatDoesBothDeniesWithACautionUnlessItCommands() throws {
    let denial = "rule denial cite \"1\" unverified any-agency has no authority to hold "
    let grant = try ReferenceExample((statute, denial + "rule grant cite \"2\" unverified any-agency may hold"))
    #expect(try grant.finding("hold").basis == .authorityDenied)
    #expect(try grant.finding("hold").cautions.contains(.authorityDisputed))
    let command = try ReferenceExample((statute, denial + "rule grant cite \"2\" unverified any-agency must hold"))
    #expect(try command.finding("hold").answer == .conflict)
  }
}
