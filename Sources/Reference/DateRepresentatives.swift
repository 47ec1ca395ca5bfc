import LawLanguage

/// The days that unknown dates need to take.
///
/// Comparisons cut the calendar of a date at the days of the law and the request, and at those days moved by the
/// law's spans; one day of each stretch is enough, the first. Where unknown dates are compared with each other, each
/// must also take the days at which a day of the other cuts it, and so on through every chain of comparisons.
struct DateRepresentatives {
  typealias Slot = Inspection.Slot
  typealias Operand = Inspection.Operand

  private var found: [Slot: Set<Day>] = [:]

  /// One comparison of two dates.
  private struct Relation {
    let left: Operand
    let right: Operand
    let spans: [Span]
    /// The intervals that are left out, of the records that are recorded.
    let intervals: [ClosedRange<Day>]
    let holds: (Day, Day) -> Bool
  }

  init(_ inspection: Inspection) {
    let relations = Self.relations(in: inspection)
    let slots = Set(relations.flatMap { [$0.left, $0.right] }.compactMap(Self.slot))
    let recorded = Dictionary(uniqueKeysWithValues: slots.map { ($0, Self.recordedDays(of: $0, in: inspection)) })

    // Every day in play, and one so early that nothing counted from it reaches any of them: before all.
    let constants = relations.flatMap { relation in
      [relation.left, relation.right].flatMap { Self.days(of: $0, recorded) }
    }
    let everyDay = constants + [inspection.situation.request.day]
    let reach = relations.flatMap(\.spans).map { $0.after(Self.epoch).number - Self.epoch.number }.reduce(0, +)
    let first = everyDay.reduce(inspection.situation.request.day, min)
    let early = first.adding(days: -(Int(reach) + 366) * (slots.count + 1))

    for slot in slots { found[slot] = [early] }
    for relation in relations {
      if let slot = Self.slot(relation.left) {
        for day in Self.days(of: relation.right, recorded) {
          found[slot]?.formUnion(Self.starts(of: relation, near: day) { relation.holds($0, day) })
        }
      }
      if let slot = Self.slot(relation.right) {
        for day in Self.days(of: relation.left, recorded) {
          found[slot]?.formUnion(Self.starts(of: relation, near: day) { relation.holds(day, $0) })
        }
      }
    }
    // A chain passes through each date once and back to the first; through the records of a list once more than through
    // a fact.
    let unknown = slots.filter { Self.isUnknown($0, in: inspection) }
    let lists = Set(unknown.compactMap { if case .recordField(let list, _) = $0 { list } else { nil } })
    for _ in 0..<(unknown.count + lists.count) {
      let before = found
      for relation in relations {
        guard let left = Self.slot(relation.left), let right = Self.slot(relation.right),
          unknown.contains(left), unknown.contains(right)
        else { continue }
        for day in before[right] ?? [] {
          found[left]?.formUnion(Self.starts(of: relation, near: day) { relation.holds($0, day) })
        }
        for day in before[left] ?? [] {
          found[right]?.formUnion(Self.starts(of: relation, near: day) { relation.holds(day, $0) })
        }
      }
    }
  }

  /// The days of a date, earliest first.
  func days(of slot: Slot) -> [Day] { (found[slot] ?? [Self.epoch]).sorted() }

  private static let epoch = Day(number: 0)

  // MARK: Comparisons

  private static func relations(in inspection: Inspection) -> [Relation] {
    var relations: [Relation] = []
    let situation = inspection.situation
    func add(
      _ left: Operand?, _ right: Operand?, spans: [Span] = [], intervals: [ClosedRange<Day>] = [],
      _ holds: @escaping (Day, Day) -> Bool
    ) {
      guard let left, let right else { return }
      relations.append(Relation(left: left, right: right, spans: spans, intervals: intervals, holds: holds))
    }
    for scoped in inspection.tests {
      let subject = inspection.operand(scoped.test.subject, scoped.scope)
      switch scoped.test.comparison {
      case .date(let order, let reference):
        add(subject, inspection.operand(reference, scoped.scope)) { order.holds($0, $1) }
      case .within(let span, let before, let reference, let notCounting):
        let date = inspection.operand(reference, scoped.scope)
        let records = notCounting.flatMap { situation.request.records[$0]?.records } ?? []
        let intervals = records.compactMap(situation.interval(of:))
        add(subject, date, spans: [span], intervals: intervals) {
          isWithin(span, before: before, $0, $1, notCounting: intervals)
        }
        if let list = notCounting {
          // An interval that spans all that lies between leaves out the most there is to leave out.
          for side in [subject, date] {
            add(.slot(.recordField(list: list, field: "start")), side, <=)
            add(.slot(.recordField(list: list, field: "end")), side, >=)
          }
        }
      case .holds, .choice, .number, .bound, .inList: break
      }
    }
    return relations
  }

  /// The first days of the stretches on which the comparison with the day does not change.
  private static func starts(of relation: Relation, near day: Day, _ holds: (Day) -> Bool) -> Set<Day> {
    var near = [day] + relation.spans.flatMap { [$0.after(day), $0.before(day)] }
    // With days left out, what counts can begin earlier (or end later) by as many days.
    let leftOut = relation.intervals.map { Int($0.upperBound.number - $0.lowerBound.number) + 1 }.reduce(0, +)
    near += relation.spans.flatMap { span in
      (0..<leftOut).flatMap { [span.after(day).adding(days: $0), span.before(day).adding(days: -$0)] }
    }
    var starts: Set<Day> = []
    for day in near {
      // Months of unequal length move a limit by up to three days.
      for candidate in (-4...4).map(day.adding(days:)) where holds(candidate) != holds(candidate.adding(days: -1)) {
        starts.insert(candidate)
      }
    }
    return starts
  }

  // MARK: What is known

  private static func slot(_ operand: Operand) -> Slot? {
    if case .slot(let slot) = operand { slot } else { nil }
  }

  private static func days(of operand: Operand, _ recorded: [Slot: [Day]]) -> [Day] {
    switch operand {
    case .day(let day): [day]
    case .slot(let slot): recorded[slot] ?? []
    }
  }

  private static func recordedDays(of slot: Slot, in inspection: Inspection) -> [Day] {
    let situation = inspection.situation
    let values: [FactValue] =
      switch slot {
      case .fact(let name): [situation.request.facts[name]].compactMap { $0 }
      case .recordField(let list, let field): situation.request.records[list]?.records.compactMap { $0[field] } ?? []
      case .paperField(let field):
        situation.request.papers.indices.compactMap { situation.recordedFields(ofPaper: $0)[field] }
      }
    return values.compactMap(situation.day(of:))
  }

  private static func isUnknown(_ slot: Slot, in inspection: Inspection) -> Bool {
    inspection.unknowns.contains { unknown in
      switch (slot, unknown) {
      case (.fact(let name), .fact(let other)): name == other
      case (.recordField(let list, _), .moreRecords(let other)): list == other
      case (.recordField(let list, let field), .recordField(let other, _, let otherField)):
        list == other && field == otherField
      case (.paperField(let field), .paperField(_, let other)): field == other
      default: false
      }
    }
  }
}
