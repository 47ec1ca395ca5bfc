import Generation
import LawLanguage

/// Laws that look at much at once, and requests that leave up to twelve things unknown: enumerations, numbers with two
/// thresholds, dates, a list of up to three records, tied by constraints.
struct WideLaw: Sendable {
  let seed: UInt64
  let files: [SourceFile]
  let library: Library?
  let diagnostics: [Diagnostic]
  let requests: [Request]

  init(seed: UInt64, requests count: Int) {
    self.seed = seed
    var writer = WideLawWriter(random: SplitMix64(seed: seed))
    files = writer.files()
    let result = Library.check(files)
    library = result.library
    diagnostics = result.diagnostics
    var drawing = WideRequestDrawing(random: writer.random)
    requests = (0..<count).map { _ in drawing.request() }
  }
}

/// The words that wide laws speak of.
enum WideWords {
  static let flags = ["flag-a", "flag-b", "flag-c", "flag-d", "flag-e", "flag-f", "flag-g", "flag-h", "flag-i"]
  static let custody = ["pretrial", "sentenced", "released"]
  static let grades = ["low", "middle", "high", "grave"]
  static let classes = ["felony", "misdemeanor"]
  static let days = ["2021-02-28", "2023-06-30", "2024-02-29", "2024-12-31", "2025-03-04"]

  static let vocabulary = """
    # Words

    ```law
    jurisdiction XX "State X"  zone America/Chicago  searched to 2026-01-31
    agency jail "a jail"
    act hold "keep the person"  needs authority
    act tell "tell the requester"
    act share "share a file"
    act give-copy "give a copy"
    act report "send a report"
    paper asking "a request"  asks for tell, hold
    paper warrant "a warrant"  empowers hold
    paper-field served yes-no  asks "Was it served?"
    step leave "a judge's leave"  asks "Is there leave?"
    fact flag-a yes-no  asks "A?"  changeable
    fact flag-b yes-no  asks "B?"  changeable
    fact flag-c yes-no  asks "C?"  changeable
    fact flag-d yes-no  asks "D?"
    judgement flag-e asks "E?"
    fact flag-f yes-no  asks "F?"
    fact flag-g yes-no  asks "G?"
    fact flag-h yes-no  asks "H?"
    fact flag-i yes-no  asks "I?"
    fact custody one of \(custody.joined(separator: ", "))  asks "Why in custody?"  changeable
    fact grade one of \(grades.joined(separator: ", "))  asks "How grave?"
    fact age number of years  asks "How old?"  changeable
    fact booked date  asks "When booked?"
    fact released date  asks "When released?"
    fact release-due instant  asks "When is release due?"
    records convictions each conviction  asks "Which?"
      field class one of \(classes.joined(separator: ", "))  asks "Class?"
      field convicted-on date  asks "When?"
    """

  /// Constraints that tie two facts, three, a number and a choice, two dates, and the fields of a record.
  static let constraints = [
    "constraint a-needs-b  when not flag-a or flag-b  says \"No A without B.\"",
    "constraint one-of-three  when flag-a or flag-b or flag-c  says \"One of three.\"",
    "constraint both-or-neither  when (flag-c and flag-d) or (not flag-c and not flag-d)  says \"Both or neither.\"",
    "constraint sentenced-adult  when not custody is sentenced or age is at least 14  says \"Nobody young is sentenced.\"",
    "constraint grave-held  when not grade is grave or not custody is released  says \"The grave are held.\"",
    "constraint in-order  when released is on or after booked  says \"First booked, then released.\"",
    "constraint no-future on conviction  when convicted-on is on or before decided  says \"Not in the future.\"",
    "constraint felony-old on conviction  when class is misdemeanor or convicted-on is on or after 2015-01-01  says \"Since 2015.\"",
  ]
}

/// Writes laws whose rules have long conditions over the same few words.
struct WideLawWriter {
  var random: SplitMix64
  private var rules = 0

  init(random: SplitMix64) { self.random = random }

  mutating func files() -> [SourceFile] {
    let constraints = random.some(random.between(0, 3), of: WideWords.constraints)
    let words = WideWords.vocabulary + constraints.map { "\n" + $0 }.joined() + "\n```\n"
    return [SourceFile(path: "vocabulary.md", text: words)]
      + [("statute", "xx.one"), ("statute", "xx.two"), ("policy", "xx.three")].map { rank, name in
        SourceFile(path: "xx/\(name.dropFirst(3)).md", text: law(name, rank))
      }
  }

  private mutating func law(_ name: String, _ rank: String) -> String {
    var text = "# Law\n\nPlain words.\n\n```law\nlaw \(name)  cite \"X\"  by \(rank) of XX  in force from 2020-01-01"
    for _ in 0..<random.between(1, 3) { text += "\n" + rule() }
    if random.chance(60) { text += "\n" + duty() }
    if random.chance(40) { text += "\n" + limit() }
    if random.chance(25) {
      text +=
        "\npresume p\(rules)  cite \"\(rules)\"  unverified\n  flag-d is \(random.pick(["yes", "no"]))  when \(condition(1))"
    }
    return text + "\n```\n"
  }

  private mutating func head(_ kind: String) -> String {
    rules += 1
    return "\(kind) r\(rules)  cite \"\(rules)\"  unverified\n  "
  }

  private mutating func rule() -> String {
    let verb = random.pick(weighted: [
      (4, "must not"), (3, "may"), (3, "must"), (1, "has authority to"), (1, "has no authority to"),
    ])
    let act = verb.hasPrefix("has") ? "hold" : random.pick(["tell", "tell", "hold", "share"])
    var text = head("rule") + "jail \(verb) \(act)"
    if random.chance(20) { text += "\n    on a paper in asking" + (random.chance(50) ? " where served" : "") }
    text += "\n    when \(condition(2))"
    if random.chance(40) { text += "\n    unless \(condition(2))  cite \"u\(rules)\"" }
    if verb == "may", random.chance(30) { text += "\n    until the end of the day of release-due" }
    return text
  }

  private mutating func duty() -> String {
    let trigger = random.pick([
      "on receipt of a paper in asking", "before tell", "on refusing tell", "on doing hold", "each year",
    ])
    var text =
      head("rule") + "jail must \(random.pick(["give-copy", "report"]))\n    \(trigger)\n    when \(condition(2))"
    if random.chance(40) { text += "\n    unless \(condition(1))  cite \"u\(rules)\"" }
    return text + "\n    due \(random.pick(["without delay", "within 3 days of asked", "before release-due"]))"
  }

  private mutating func limit() -> String {
    let bound = random.pick([
      "until the end of the day of asked", "at most 48 hours from release-due", "not before 2 days before release-due",
      "only after leave",
    ])
    return head("limit") + "jail \(random.pick(["tell", "hold"]))\n    \(bound)\n    when \(condition(2))"
  }

  /// A condition so many layers deep.
  private mutating func condition(_ depth: Int) -> String {
    guard depth > 0 else { return test() }
    let word = random.pick(["and", "or"])
    let parts = (0..<random.between(2, 4)).map { _ in
      random.chance(45) ? test() : "(" + condition(depth - 1) + ")"
    }
    return parts.joined(separator: " \(word) ")
  }

  private mutating func test() -> String {
    let not = random.chance(30) ? "not " : ""
    let count = random.pick(["any conviction", "at least 2 conviction", "no conviction"])
    return random.pick(weighted: [
      (12, not + random.pick(WideWords.flags)),
      (3, not + "custody is \(random.pick(WideWords.custody))"),
      (3, "grade is \(random.pick(["", "not "]))\(random.pick(WideWords.grades))"),
      (3, "age is \(random.pick(["at least", "under", "over", "at most"])) \(random.pick([14, 18])) years"),
      (
        2, "booked is \(random.pick(["on or after", "before", "after", "on or before"])) \(random.pick(WideWords.days))"
      ),
      (1, "released is \(random.pick(["on or after", "before"])) \(random.pick(["booked", "asked", "2024-02-29"]))"),
      (1, "booked is within \(random.pick(["1 years", "6 months", "30 days"])) before asked"),
      (2, "(\(count) where class is \(random.pick(WideWords.classes)))"),
      (1, "(\(count) where convicted-on is within 5 years before asked)"),
      (1, "(\(count) where (class is felony and convicted-on is on or after 2021-02-28))"),
    ])
  }
}

/// Draws requests that leave most of it open.
struct WideRequestDrawing {
  var random: SplitMix64

  init(random: SplitMix64) { self.random = random }

  mutating func request() -> Request {
    let day = Day(random.pick(["2024-02-28", "2025-03-04", "2026-07-01"])) ?? Day(number: 0)
    let papers = random.pick([["asking"], ["asking", "warrant"], ["asking"], []]).map { kind in
      Request.Paper(kind: kind, fields: random.chance(70) ? ["served": .yesNo(random.chance(50))] : [:])
    }
    var request = Request(
      jurisdiction: "XX", agency: Request.Agency(kind: "jail"), acts: ["tell", "hold", "share"], papers: papers,
      day: day)
    // From nearly all open to nearly nothing.
    let known = random.pick([0, 10, 30, 60])
    for flag in WideWords.flags where random.chance(known) { request.facts[flag] = .yesNo(random.chance(50)) }
    if random.chance(known) { request.facts["custody"] = .choice(random.pick(WideWords.custody)) }
    if random.chance(known + 40) { request.facts["grade"] = .choice(random.pick(WideWords.grades)) }
    if random.chance(known + 30) { request.facts["age"] = .number(random.pick([13, 14, 17, 18, 40])) }
    if random.chance(known + 60) { request.facts["booked"] = date(WideWords.days) }
    if random.chance(known + 60) { request.facts["released"] = date(WideWords.days) }
    if random.chance(50), let zone = Zone(identifier: "America/Chicago") {
      request.facts["release-due"] = .instant(zone.instant(of: day.adding(days: random.between(-1, 1)), minutes: 600))
    }
    request.records["convictions"] = convictions(day)
    return request
  }

  private mutating func date(_ days: [String]) -> FactValue { .date(Day(random.pick(days)) ?? Day(number: 0)) }

  private mutating func convictions(_ day: Day) -> Request.RecordList? {
    if random.chance(15) { return nil }
    let records = (0..<random.between(0, 3)).map { _ -> [String: FactValue] in
      var record: [String: FactValue] = [:]
      if random.chance(75) { record["class"] = .choice(random.pick(WideWords.classes)) }
      if random.chance(75) {
        record["convicted-on"] = .date(
          random.pick([
            day.adding(days: -30), day.adding(days: -1826), day.adding(days: -1827), day.adding(days: -2600),
          ]))
      }
      return record
    }
    return Request.RecordList(isComplete: random.chance(80), records: records)
  }
}
