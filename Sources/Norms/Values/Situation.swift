package import LawLanguage

/// How many of the known records pass what is counted.
package struct Tally: Hashable {
  /// For certain.
  package var certain = 0
  /// For all that is known.
  package var possible = 0
}

/// What is known of a request, as the predicates look at it. Completions are situations with more known.
package struct Situation {
  /// As recorded, and as presumed or supposed.
  package var facts: [String: FactValue]
  /// Papers' fields, with those their kinds fix.
  package var papers: [[String: FactValue]]
  package let paperKinds: [String]
  package var records: [String: Request.RecordList]
  /// The chosen reading of each contest that no court settles.
  package var readings: [Int]
  package let asked: Day
  package let decided: Day
  package let decidedInstant: Instant?
  package let acted: Day
  package let zone: Zone
  /// Facts as recorded and presumed: events must have happened in fact, not by supposition.
  package var recorded: [String: FactValue]

  /// What is known, and when the request was made, is decided and is acted on.
  package init(
    facts: [String: FactValue], papers: [[String: FactValue]], paperKinds: [String],
    records: [String: Request.RecordList], readings: [Int], asked: Day, decided: Day, decidedInstant: Instant?,
    acted: Day, zone: Zone, recorded: [String: FactValue]
  ) {
    self.facts = facts
    self.papers = papers
    self.paperKinds = paperKinds
    self.records = records
    self.readings = readings
    self.asked = asked
    self.decided = decided
    self.decidedInstant = decidedInstant
    self.acted = acted
    self.zone = zone
    self.recorded = recorded
  }

  /// The truth of a predicate on a ground, and, for the fields of records, in a record.
  package func truth(
    _ index: Int, in edition: Edition, ground: Int?, record: [String: FactValue]? = nil
  ) -> Truth {
    switch edition.predicates[index] {
    case .request(let test): return truth(test, fields: nil)
    case .paper(let test): return truth(test, fields: ground.map { papers[$0] } ?? [:])
    case .record(let test): return truth(test, fields: record ?? [:])
    case .count(let count): return truth(count, tally(count, in: edition))
    case .paperKind(let kinds): return Truth(ground.map { kinds.contains(paperKinds[$0]) } ?? false)
    case .anyPaper: return Truth(ground != nil)
    case .accompanied(let kinds):
      return Truth(paperKinds.indices.contains { $0 != ground && kinds.contains(paperKinds[$0]) })
    case .happened(let fact): return Truth(happened(fact))
    case .reading(let contest, let reading): return Truth(readings[contest] == reading)
    }
  }

  private func happened(_ fact: String) -> Bool {
    switch recorded[fact] {
    case .date(let day): day <= decided
    case .instant(let instant): decidedInstant.map { instant <= $0 } ?? (zone.day(of: instant) <= decided)
    case .yesNo, .choice, .number, .code, nil: false
    }
  }

  /// The truth of a count, given how many of the known records pass.
  package func truth(_ count: CountTest, _ tally: Tally) -> Truth {
    if tally.certain >= count.atLeast { return .yes }
    guard let list = records[count.records], list.isComplete else { return .unknown }
    return tally.possible >= count.atLeast ? .unknown : .no
  }

  /// How many of the known records pass what is counted.
  package func tally(_ count: CountTest, in edition: Edition) -> Tally {
    var tally = Tally()
    for record in records[count.records]?.records ?? [] {
      let passes = truth(count, of: record, in: edition)
      if passes != .no { tally.possible += 1 }
      if passes == .yes { tally.certain += 1 }
    }
    return tally
  }

  /// Whether a record passes what is counted.
  package func truth(_ count: CountTest, of record: [String: FactValue], in edition: Edition) -> Truth {
    count.condition?.truth { truth($0, in: edition, ground: nil, record: record) } ?? .yes
  }

  // MARK: Single tests

  /// The value of a subject; nil if it is not known.
  package func value(_ subject: Test.Subject, fields: [String: FactValue]?) -> FactValue? {
    switch subject {
    case .fact(let name): facts[name]
    case .field(let name): fields?[name]
    case .date(.asked): .date(asked)
    case .date(.decided): .date(decided)
    case .date(.acted): .date(acted)
    }
  }

  /// The day of a date, or on which an instant falls in the agency's zone.
  package func day(_ value: FactValue?) -> Day? {
    switch value {
    case .date(let day): day
    case .instant(let instant): zone.day(of: instant)
    case .yesNo, .choice, .number, .code, nil: nil
    }
  }

  /// The day that is referred to; nil if it is not known.
  package func day(_ reference: DateReference, fields: [String: FactValue]?) -> Day? {
    switch reference {
    case .day(let day): day
    case .subject(let subject): day(value(subject, fields: fields))
    }
  }

  /// The truth of a comparison; a field belongs to the paper or record whose fields these are.
  package func truth(_ test: ScalarTest, fields: [String: FactValue]?) -> Truth {
    guard let value = value(test.subject, fields: fields) else { return .unknown }
    switch (test.comparison, value) {
    case (.holds, .yesNo(let yes)): return Truth(yes)
    case (.choice(let expected), .choice(let choice)): return Truth(choice == expected)
    case (.number(let expected), .number(let number)): return Truth(number == expected)
    case (.bound(let bound, let limit), .number(let number)): return Truth(bound.holds(number, limit))
    case (.member(let members), .choice(let choice)): return Truth(members.contains(choice))
    case (.member(let members), .code(let code)): return Truth(Situation.matches(code: code, in: members))
    case (.date(let order, let reference), .date), (.date(let order, let reference), .instant):
      guard let day = self.day(value), let limit = self.day(reference, fields: fields) else { return .unknown }
      return Truth(order.holds(day, limit))
    case (.within(let span, let before, let reference, let intervals), .date),
      (.within(let span, let before, let reference, let intervals), .instant):
      guard let day = self.day(value), let anchor = self.day(reference, fields: fields) else { return .unknown }
      return within(day, span, before: before, of: anchor, notCounting: intervals)
    case (_, .yesNo), (_, .choice), (_, .number), (_, .date), (_, .instant), (_, .code):
      // The checker and the request's reader let no value of another type through.
      return .no
    }
  }

  /// Whether the code, or what it continues with a bracket, is an entry: `5/24-1(a)` is in `5/24-1`.
  package static func matches(code: String, in entries: Set<String>) -> Bool {
    entries.contains(code)
      || code.utf8.indices.contains { code.utf8[$0] == UInt8(ascii: "(") && entries.contains(String(code[..<$0])) }
  }

  /// Whether a day is within a span of another, with the days of a list's records left out.
  package func within(_ day: Day, _ span: Span, before: Bool, of anchor: Day, notCounting list: String?) -> Truth {
    let (early, late) = before ? (day, anchor) : (anchor, day)
    guard early <= late else { return .no }
    let deadline = span.after(early)
    if deadline >= late { return .yes }
    guard let list else { return .no }
    let known = records[list]
    var excluded = Set<Int32>()
    var isOpen = !(known?.isComplete ?? false)
    for record in known?.records ?? [] {
      guard let start = self.day(record["start"]), let end = self.day(record["end"]) else {
        isOpen = true
        continue
      }
      let lower = max(start, early).number
      // The day of the later date is not between the two.
      let upper = min(end, late.adding(days: -1)).number
      if lower <= upper { excluded.formUnion(lower...upper) }
    }
    if deadline.adding(days: excluded.count) >= late { return .yes }
    return isOpen ? .unknown : .no
  }
}
