import LawLanguage
import Reference
import Testing

private let statute = "statute of IL"

@Suite struct ReferenceUnknowns {
  @Test func theAnswerStandsWhenAllCompletionsAgree() throws {
    let law = try ReferenceExample(
      (statute, "rule r cite \"1\" unverified any-agency must notify when age is at least 18 or age is under 21"))
    #expect(try law.finding("notify").answer == .required)
  }

  @Test func otherwiseItIsUndeterminedAndExactlyTheFactsThatMatterAreNamed() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule r cite "1" unverified any-agency must notify when warm and (dry or not dry)
        rule s cite "2" unverified any-agency must notify when age is over 17 and custody is free
        """
      ))
    let finding = try law.finding("notify", facts: ["custody": .choice("free")])
    #expect(finding.answer == .undetermined)
    #expect(finding.possible == [.required, .permitted])
    #expect(finding.matters == ["warm", "age"])
    #expect(finding.rules(.decides) == ["r", "s"])
  }

  @Test func constraintsLeaveOutCompletions() throws {
    let law = try ReferenceExample(
      (statute, "rule r cite \"1\" unverified any-agency must notify when warm and dry"),
      words: "\nconstraint c when not warm or dry says \"Warm is dry.\"")
    #expect(try law.finding("notify", facts: ["warm": .yesNo(true)]).answer == .required)
    #expect(try law.finding("notify").matters == ["warm"])
  }

  @Test func aListThatIsNotCompleteCanHoldMore() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule r cite "1" unverified any-agency must notify when at least 2 conviction where class is felony
        list violent of offence cite "2" "5/24-1" "weapons"
        rule s cite "2" unverified any-agency must share when any conviction where offence is in violent
        """
      ))
    var request = law.request("notify", "share")
    let felony: [String: FactValue] = ["class": .choice("felony"), "offence": .code("5/24-1(a)")]
    request.records["convictions"] = .init(isComplete: false, records: [felony])
    let open = try interpret(request, in: law.library).answers
    #expect(open[0].matters == ["convictions"])
    #expect(open[1].answer == .required)
    request.records["convictions"]?.isComplete = true
    #expect(try interpret(request, in: law.library).answers[0].answer == .permitted)
    request.records["convictions"]?.records.append(["offence": .code("5/24-10")])
    #expect(try interpret(request, in: law.library).answers[0].matters == ["convictions[1].class"])
  }

  @Test func unknownDatesAreTriedAgainstEachOther() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule r cite "1" unverified any-agency must notify
          when booked is within 1 year before released and released is before 2025-01-01
        """
      ), words: "\nconstraint c when released is on or after booked says \"Booked first.\"")
    #expect(try law.finding("notify").matters == ["booked", "released"])
    let late: [String: FactValue] = ["booked": .date(ReferenceExample.day)]
    #expect(try law.finding("notify", facts: late).answer == .permitted)
  }

  @Test func theAnniversaryCountsAndDaysLeftOutAreAdded() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule r cite "1" unverified any-agency must notify when booked is within 1 year before acted
        rule s cite "2" unverified any-agency must share
          when booked is within 1 year before acted not counting stays
        """
      ))
    let anniversary = ReferenceExample.day.adding(months: -12)
    #expect(try law.finding("notify", facts: ["booked": .date(anniversary)]).answer == .required)
    let earlier = anniversary.adding(days: -3)
    #expect(try law.finding("notify", facts: ["booked": .date(earlier)]).answer == .permitted)
    var request = law.request("share")
    request.facts["booked"] = .date(earlier)
    for (days, answer) in [(2, Answer.permitted), (3, .required)] {
      let stay: [String: FactValue] = [
        "start": .date(earlier.adding(days: 9)), "end": .date(earlier.adding(days: 8 + days)),
      ]
      request.records["stays"] = .init(isComplete: true, records: [stay])
      #expect(try law.finding(request).answer == answer)
    }
  }

  @Test func differentReasonsForOneAnswerLeaveTheBasisOpen() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule r cite "1" unverified any-agency may notify when warm
        rule s cite "1" unverified any-agency must not share
        """
      ))
    let finding = try law.finding("notify")
    #expect(finding.answer == .permitted)
    #expect(finding.basis == nil)
    #expect(finding.cautions == [.basisOpen])
    #expect(finding.reasons.isEmpty)
  }

  @Test func aPresumptionFillsAnUnknownOnly() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        presume p cite "1" unverified warm is yes when custody is sentenced
        rule r cite "1" verified "read" any-agency must not notify when warm
        """
      ))
    let presumed = try law.finding("notify", facts: ["custody": .choice("sentenced")])
    #expect(presumed.answer == .prohibited)
    #expect(presumed.cautions == [.presumed])
    #expect(try law.finding("notify").answer == .undetermined)
    let known: [String: FactValue] = ["custody": .choice("sentenced"), "warm": .yesNo(false)]
    #expect(try law.finding("notify", facts: known).answer == .permitted)
  }

  @Test func anUncodedClauseCautionsWhereItCouldChangeTheAnswer() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        untranslated u cite "1" unverified any-agency may forbid share when warm says "Not coded."
        rule r cite "1" unverified any-agency must not share-address when dry
        """
      ))
    let dry: [String: FactValue] = ["dry": .yesNo(true)]
    #expect(try law.finding("share").cautions.contains(.untranslated))
    #expect(try !law.finding("share-address", facts: dry).cautions.contains(.untranslated))
    #expect(try !law.finding("share", facts: ["warm": .yesNo(false)]).cautions.contains(.untranslated))
  }

  @Test func tooManyCompletionsAreAnErrorAndSoIsNone() throws {
    let law = try ReferenceExample(
      (statute, "rule r cite \"1\" unverified any-agency must notify when warm and dry"),
      words: "\nconstraint c when dry and not dry or warm and not warm says \"Never.\"".replacing(
        "dry and not dry or warm and not warm", with: "(dry and not dry) or (warm and not warm)"))
    #expect(throws: InterpretationError.inconsistentRequest) { try law.finding("notify") }
    #expect(throws: InterpretationError.tooManyCompletions) {
      try interpret(law.request("notify"), in: law.library, limit: 3)
    }
  }
}

@Suite struct ReferenceGrounds {
  @Test func eachPaperIsAGroundAndTheStrongestIsNamed() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule r cite "1" unverified any-agency must not hold on a paper in detainer where not served
        rule s cite "2" unverified any-agency may hold on a paper in (warrant, detainer)
          accompanied by a paper in detainer
        """
      ))
    let finding = try law.finding("hold", papers: [.detainer, .warrant])
    #expect(finding.basis == .granted)
    #expect(finding.ground == 1)
    #expect(try law.finding("hold", papers: [.warrant]).basis == .noAuthorityFound)
    #expect(try law.finding("hold", papers: [.detainer]).possible == [.prohibited])
    #expect(try law.finding("hold", papers: [.detainer]).cautions.contains(.basisOpen))
  }

  @Test func anActThatNoPaperAsksForIsSaidToBeSo() throws {
    let law = try ReferenceExample((statute, "rule r cite \"1\" unverified any-agency may share"))
    #expect(try law.finding("share", papers: [.detainer]).cautions.contains(.notAsked))
    #expect(try law.finding("share").cautions == [.unverified])
    #expect(try !law.finding("short-hold", papers: [.detainer]).cautions.contains(.notAsked))
    #expect(try law.finding("short-hold", papers: [.warrant]).cautions.contains(.notAsked))
  }

  @Test func anUnknownFieldOfAPaperMatters() throws {
    let law = try ReferenceExample(
      (statute, "rule r cite \"1\" unverified any-agency must notify on a paper in detainer where served"))
    #expect(try law.finding("notify", papers: [.detainer]).matters == ["detainer.served"])
  }
}
