import FuzzProperties
import LawLanguage
import Testing

/// Each production of the grammar, once: what it reads, as lines of the tree's shape.
@Suite struct ParserProductionTests {
  private func expect(
    _ law: String, contains lines: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expect(document(law: law), contains: lines, sourceLocation)
  }

  private func expect(
    case body: String, contains lines: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expect(document(case: body), contains: lines, sourceLocation)
  }

  private func expect(_ file: SourceFile, contains lines: [String], _ sourceLocation: Testing.SourceLocation) {
    #expect(findings(in: file) == [], sourceLocation: sourceLocation)
    let found = shape(of: file).split(separator: "\n").map { $0.drop { $0 == " " } }
    var rest = found[...]
    for line in lines {
      guard let index = rest.firstIndex(where: { $0 == line }) else {
        Issue.record("no `\(line)` in its place in\n\(shape(of: file))", sourceLocation: sourceLocation)
        return
      }
      rest = rest[(index + 1)...]
    }
  }

  private func rule(
    _ rest: String, contains lines: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expect("rule r cite \"1\" unverified\n  \(rest)", contains: lines, sourceLocation: sourceLocation)
  }

  @Test func heads() {
    expect(
      "law us.line cite \"x\" by cases construing constitution of US from ca7 in force from 2020-01-01 until 2021-12-31",
      contains: [
        "name us.line", "construction cases", "rank constitution", "place US", "court ca7", "until 2021-12-31",
      ])
    expect(
      "law fl.o cite \"x\" by order construing statute of FL from flsd creates no authority binding flsd, a",
      contains: ["construction order", "createsNoAuthority true", "- flsd", "- a"])
    expect(
      "rule r under c.strict secondary \"s\" in force from 2020-01-01 cite \"1\" police may hold",
      contains: ["cite 1", "from 2020-01-01", "secondary s", "reading c.strict"])
  }

  @Test func whoAndModality() {
    rule(
      "jails as in il.trust in IL, chicago acting as own, contractor must every hold to judge",
      contains: [
        "agencies jails", "law il.trust", "- IL", "- chicago", "- own", "- contractor", "modality must", "every true",
        "act hold", "recipient judge",
      ])
    rule("police may hold", contains: ["modality may", "recipient nil"])
    rule("police has authority to hold", contains: ["modality givesAuthority"])
    rule("police has no authority to hold", contains: ["modality deniesAuthority"])
    expect("limit l cite \"1\" unverified any-agency hold", contains: ["modality limits", "act hold"])
  }

  @Test func papers() {
    rule(
      "police must hold on a paper in (i200, i205) where not (served and signer is judge) accompanied by a paper in x not accompanied by a paper in y as in il.trust",
      contains: [
        "inline (Array<Located<String>>, range: SourceRange)", "- i200", "- i205", "present true", ".0 x",
        "present false", ".0 y", "law il.trust",
      ])
    rule("police must hold on a paper", contains: ["paper PaperSyntax", "list nil"])
  }

  @Test func triggers() {
    rule(
      "police must report on receipt of a paper in i200", contains: ["trigger receipt", "paper PaperSyntax", ".0 i200"])
    rule("police must report before hold", contains: ["before hold"])
    rule("police must report on doing hold", contains: ["doing hold"])
    rule("police must report on refusing hold", contains: ["refusing hold"])
    rule("police must report at released", contains: ["event released"])
    for recurrence in ["year", "quarter", "month"] {
      rule("police must report each \(recurrence)", contains: ["each \(recurrence)"])
    }
  }

  @Test func conditions() {
    rule(
      "police must hold when a1 cite \"2\" when not b or (c and d)",
      contains: [
        "name a1", "cite 2", "any (Array<ConditionSyntax>, SourceRange)", "all (Array<ConditionSyntax>, SourceRange)",
      ])
    func test(_ text: String, _ lines: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation) {
      expect("define d cite \"1\" when \(text)", contains: lines, sourceLocation: sourceLocation)
    }
    test("x as in il.trust", ["name x", "law il.trust", "comparison holds"])
    test("x is y", [".0 y", "negated false"])
    test("x is not \"5/9-1\"", [".0 5/9-1", "negated true"])
    test("x is 5 days", [".0 5", "unit days", "negated false"])
    test("x is not 5", [".0 5", "unit nil", "negated true"])
    test("x is in l as in il.trust", [".0 l", "law il.trust", "negated false"])
    test("x is not in (a1, \"b\")", ["- a1", "- b", "negated true"])
    test("x is in \"5/9-1\"", ["- 5/9-1", "negated false"])
    test("x is at least 5 years", [".0 atLeast", ".1 5", "unit years"])
    test("x is at most 5", [".0 atMost"])
    test("x is over 5", [".0 over"])
    test("x is under 5", [".0 under"])
    test("x is on or after 2020-01-01", [".0 onOrAfter", "day 2020-01-01"])
    test("x is on or before y", [".0 onOrBefore", "name y"])
    test("x is before asked", [".0 before", "name asked"])
    test("x is after y", [".0 after"])
    test(
      "x is within 15 years before asked not counting terms leap day as february 28",
      [".0 15", "unit years", "before true", "name asked", "notCounting terms", "leapDayClamped true"])
    test("x is within 3 days after 2020-01-01", ["before false", "day 2020-01-01", "leapDayClamped false"])
    test("any conviction", ["quantity any", "record conviction", "condition nil"])
    test("no conviction where x", ["quantity none", "name x"])
    test(
      "at least 2 conviction where x and y",
      ["all (Array<ConditionSyntax>, SourceRange)", "atLeast 2", "name x", "name y"])
  }

  @Test func exceptions() {
    rule(
      "police must hold unless x cite \"2\" (unless y cite \"3\" (unless z cite \"4\") unless w cite \"5\") unless v",
      contains: ["name x", "cite 2", "name y", "cite 3", "name z", "cite 4", "name w", "cite 5", "name v", "cite nil"])
    expect(
      "exception e cite \"1\" unverified to r, s when x cite \"2\" unless y cite \"3\" says \"w\"",
      contains: ["section nil", "- r", "- s", "name x", "cite 2", "name y", "says w"])
  }

  @Test func stepsWindowsAndDueDates() {
    rule(
      "police must hold only after leave when x cite \"2\" not before 12 days before due-on until the end of the day of due-on at most 48 hours from due-on not counting saturdays, holidays",
      contains: [
        "step leave", "name x", "cite 2", "notBefore", ".0 12", "unit days", "before true", "date due-on", "until",
        "endOfDay due-on", ".0 48", "from due-on", "- saturdays", "- holidays",
      ])
    rule("police must hold until 3 hours after booked", contains: ["before false"])
    rule("police must hold due without delay", contains: ["kind withoutDelay"])
    rule(
      "police must hold due within 3 business-days of booked not counting x",
      contains: [".0 3", "unit business-days", "of booked", "- x"])
    rule("police must hold due at least 24 hours before booked", contains: [".0 24", "date booked"])
    rule("police must hold due before booked", contains: ["before booked"])
    rule("police must hold due by march 1", contains: ["month 3", "day 1"])
  }

  @Test func clausesOfARuleComeInAnyOrder() {
    let clauses = [
      "on a paper in i200", "when x", "unless y cite \"2\"", "notwithstanding a1, b", "not before asked",
      "due without delay", "says \"w\"",
    ]
    let shapes = [clauses, clauses.reversed(), clauses.shuffled()].map {
      shape(of: document(law: "rule r cite \"1\" unverified police must hold \($0.joined(separator: "\n"))"))
    }
    #expect(Set(shapes).count == 1)
  }

  @Test func otherDeclarationsOfALaw() {
    expect(
      "void v cite \"1\" unverified strikes must not, may hold, transfer by ordinance, policy when x",
      contains: ["- mustNot", "- may", "- hold", "- transfer", "- ordinance", "- policy"])
    expect(
      "suspended s cite \"1\" unverified from 2025-01-01 until 2025-02-01 rules r, t for police as in il.trust in ilnd over hold",
      contains: [
        "from 2025-01-01", "until 2025-02-01", "- r", "- t", "name police", "law il.trust", "- ilnd", "- hold",
      ])
    expect(
      "presume p cite \"1\" unverified adult is no when x\npresume q cite \"1\" unverified age is 5",
      contains: ["fact adult", "value no", "fact age", "value 5", "condition nil"])
    expect(
      "untranslated u cite \"1\" unverified police in IL may require hold says \"w\"",
      contains: ["direction require", "- hold", "condition nil", "says w"])
    expect(
      "contested c cite \"1\" unverified reading one from ca7 marked reading two says \"w\"",
      contains: ["name one", "- ca7", "marked true", "name two", "marked false", "says w"])
    expect(
      "list l of offence cite \"1\" in force from 2020-01-01 \"5/9\" \"murder\" from 2020-01-01 until 2021-01-01, word",
      contains: [
        "of offence", "value 5/9", "quoted true", "label murder", "until 2021-01-01", "value word", "quoted false",
      ])
  }

  @Test func placesEndWhereTheNextIsDeclared() {
    expect(
      "jurisdiction NY \"New York\" zone America/New_York circuit ca2 calendar ny searched to 2026-01-01 circuit ca2 \"Second\" calendar ny cite \"1\" may 1 \"x\"",
      contains: ["circuit ca2", "zone America/New_York", "calendar ny", "searchedTo 2026-01-01", "title Second"])
    expect(
      "locality a \"A\" in NY district nysd within b department d1",
      contains: ["inside NY", "district nysd", "within b", "department d1"])
  }

  @Test(arguments: [
    ("july 4", "fixed"), ("last friday of april", "weekday"), ("day after fourth thursday of november", "offset 1"),
    ("friday after fourth thursday of november", "offset 1"), ("tuesday after first monday of november", "offset 1"),
    ("monday after first monday of november", "offset 7"), ("day before first monday of may", "offset -1"),
    ("sunday before first monday of may", "offset -1"), ("tuesday before first monday of may", "offset -6"),
  ])
  func holidays(rule: String, line: String) {
    let file = document(law: "calendar c cite \"1\" \(rule) \"x\" from 2020-01-01")
    #expect(findings(in: file) == [])
    #expect(shape(of: file).contains(line))
  }

  @Test func aWordOfTheVocabularyMayBeAName() {
    expect(
      "agency court \"a court\" act report \"r\" is a act fact date date records zones each zone field class one of first, none field field code",
      contains: [
        "name court", "name report", "parent act", "name date", "kind date", "element zone", "- first", "- none",
        "name field",
      ])
  }

  @Test func requests() {
    expect(
      case:
        "on 2025-01-22 at 16:05, an agent in IL acting for county-jail acting as deputised is asked to hold, transfer and report, by an i247a with an i200 and a x",
      contains: [
        "day 2025-01-22", "time 965", "agency agent", "actingFor county-jail", "capacity deputised", "- hold",
        "- transfer", "- report", "- i247a", "- i200", "- x",
      ])
    expect(case: "on 2025-01-22, a jail in IL is asked nothing", contains: ["acts []", "papers []"])
  }

  @Test func givens() {
    func given(_ text: String, _ lines: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation) {
      expect(
        case: "on 2025-01-22, a jail in IL is asked nothing\ngiven \(text)", contains: lines,
        sourceLocation: sourceLocation)
    }
    given("x", [".0 x", ".0 true"])
    given("not x", [".0 x", ".0 false"])
    given("x is no", [".0 x", ".0 false"])
    given("i200.signer is judge", [".0 i200.signer", "word judge"])
    given("x is 5", ["number 5"])
    given("asked is 2024-05-01", ["day 2024-05-01"])
    given("asked is 2024-05-01 09:30", [".0 2024-05-01", "minutes 570"])
    given(
      "a conviction where offence is \"5/9\", not sealed, old",
      [
        "record (Located<String>, Array<(field: Located<String>, value: ValueSyntax)>)", "field offence", "text 5/9",
        "field sealed", ".0 false", "field old", ".0 true",
      ])
    given("convictions are complete", ["complete convictions"])
    given("convictions are none", ["none convictions"])
    given("not exigent by \"Sgt.\" why \"calm\"", [".0 exigent", ".1 false", "by Sgt.", "why calm"])
  }

  @Test func expectations() {
    func expected(_ text: String, _ lines: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation) {
      expect(
        case: "on 2025-01-22, a jail in IL is asked nothing\nexpect \(text)", contains: lines,
        sourceLocation: sourceLocation)
    }
    expected(
      "must hold, commanded, on i200, because a1, b",
      [".0 required", "act hold", "basis commanded", "paper i200", "- a1", "- b"])
    expected("must not hold, forbidden", [".0 prohibited", "paper nil", "because []"])
    expected("may hold, silent", [".0 permitted"])
    expected("conflict hold because a1, b", ["act hold", "- a1", "- b"])
    expected("undetermined hold asking age, i200.signer", ["act hold", "- age", "- i200.signer"])
    expected(
      "duty report to judge due 2025-01-23 09:00 because r",
      ["act report", "to judge", "dueDay 2025-01-23", "dueMinutes 540", "because r"])
    let noDuty = "noDuty (act: Located<String>, to: Optional<Located<String>>, because: Optional<Located<String>>)"
    expected("no duty report", [noDuty, "act report", "to nil", "because nil"])
    expected("no duty report to judge, because r", [noDuty, "act report", "to judge", "because r"])
    expected("caution contested over hold", [".0 contested", "over hold", "present true"])
    expected("no caution contested", ["over nil", "present false"])
    expected("first leave for hold", ["step leave", "act hold", "present true"])
    expected("no first leave for hold", ["step leave", "act hold", "present false"])
    expected("may hold, basis-open", [".0 permitted", "basis basis-open"])
    expected(
      "window hold from 2025-01-01 09:00 until 2025-01-02 10:00",
      ["act hold", ".0 2025-01-01", "minutes 540", "minutes 600"])
  }
}
