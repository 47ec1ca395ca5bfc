package import LawLanguage

/// The values worth supposing for unknowns of a situation: one for each cell into which the law's own thresholds cut them.
///
/// A number or day is cut where the truth of a test changes. Days that are compared with one another pass their cuts on,
/// so that every order of the unknown days that the law could tell apart is among the values.
package final class Domains {
  /// What is looked at.
  package let looks: Looks
  /// What is known.
  package let situation: Situation
  private var days: [Slot: Set<Day>] = [:]
  private var areDaysCut = false

  /// The values that these looks tell apart, given what is known.
  package init(_ looks: Looks, in situation: Situation) {
    self.looks = looks
    self.situation = situation
  }

  /// The days of most slots are never asked for.
  private func cutDaysOnce() {
    guard !areDaysCut else { return }
    areDaysCut = true
    cutDays()
    cutIntervals()
  }

  // MARK: Days

  /// Days left of which and from which a test on this side changes, given a day on the other side.
  private static func cuts(_ comparison: ScalarTest.Comparison, against day: Day) -> [Day] {
    switch comparison {
    case .date(let order, _):
      switch order {
      case .onOrAfter, .before: [day]
      case .onOrBefore, .after: [day.adding(days: 1)]
      }
    case .within(let span, let before, _, _):
      before ? [first(span, reaching: day), day.adding(days: 1)] : [day, span.after(day).adding(days: 1)]
    case .holds, .choice, .number, .bound, .member: []
    }
  }

  /// The same for the other side of the comparison, given a day on this side.
  private static func mirrored(_ comparison: ScalarTest.Comparison, of day: Day) -> [Day] {
    switch comparison {
    case .date(let order, _):
      switch order {
      case .onOrAfter, .before: [day.adding(days: 1)]
      case .onOrBefore, .after: [day]
      }
    case .within(let span, let before, _, _):
      before ? [day, span.after(day).adding(days: 1)] : [first(span, reaching: day), day.adding(days: 1)]
    case .holds, .choice, .number, .bound, .member: []
    }
  }

  /// The first day from which the span reaches the limit.
  private static func first(_ span: Span, reaching limit: Day) -> Day {
    var day = span.before(limit)
    while span.after(day) < limit { day = day.adding(days: 1) }
    while span.after(day.adding(days: -1)) >= limit { day = day.adding(days: -1) }
    return day
  }

  private func cutDays() {
    for (date, comparison, slot) in looks.mirrored {
      let day = situation.day(.subject(.date(date)), fields: nil) ?? situation.acted
      days[slot, default: []].formUnion(cuts(comparison, of: day, isOwnSide: false))
    }
    for (slot, comparisons) in looks.tests {
      for comparison in comparisons {
        switch comparison {
        case .date(_, .day(let day)), .within(_, _, .day(let day), _):
          days[slot, default: []].formUnion(cuts(comparison, of: day, isOwnSide: true))
        case .date(_, .subject(.date(let date))), .within(_, _, .subject(.date(let date)), _):
          let day = situation.day(.subject(.date(date)), fields: nil) ?? situation.acted
          days[slot, default: []].formUnion(cuts(comparison, of: day, isOwnSide: true))
        case .holds, .choice, .number, .bound, .member, .date, .within: break
        }
      }
    }
    // Cuts pass from slot to slot, through each once and back to the first.
    let relations = looks.relations
    let slots = Set(relations.flatMap { [$0.left, $0.right] })
    for round in 0..<min(slots.count, 4) {
      let before = Dictionary(uniqueKeysWithValues: slots.map { ($0, known($0) + around($0)) })
      for relation in relations {
        var right = before[relation.right] ?? []
        let left = before[relation.left] ?? []
        if right.isEmpty && left.isEmpty && round == 0 { right = [situation.acted] }
        guard right.count + left.count < 200 else { continue }
        for day in right {
          days[relation.left, default: []].formUnion(cuts(relation.comparison, of: day, isOwnSide: true))
        }
        for day in left {
          days[relation.right, default: []].formUnion(cuts(relation.comparison, of: day, isOwnSide: false))
        }
      }
    }
  }

  /// An interval with an unknown bound can leave out all there is between the two sides of a look-back, or nothing of it.
  private func cutIntervals() {
    for lookBack in looks.lookBacks {
      let sides = known(lookBack.slot) + around(lookBack.slot) + others(of: lookBack)
      days[.record(lookBack.list, "start"), default: []].formUnion(sides.map { $0.adding(days: 1) })
      days[.record(lookBack.list, "end"), default: []].formUnion(sides)
    }
  }

  /// Days that the other side of a look-back has or may have.
  func others(of lookBack: Looks.LookBack) -> [Day] {
    if let other = lookBack.other { return known(other) + around(other) }
    return [situation.day(lookBack.reference, fields: nil)].compactMap { $0 }
  }

  /// One day of each stretch that the cuts make: what is worth supposing.
  func around(_ slot: Slot) -> [Day] {
    cutDaysOnce()
    let cuts = (days[slot] ?? []).sorted()
    return cuts.first.map { [$0.adding(days: -1)] + cuts } ?? []
  }

  func known(_ slot: Slot) -> [Day] {
    switch slot {
    case .fact(let name): [situation.day(situation.facts[name])].compactMap { $0 }
    case .paper(let field): situation.papers.compactMap { situation.day($0[field]) }
    case .record(let list, let field):
      (situation.records[list]?.records ?? []).compactMap { situation.day($0[field]) }
    }
  }

  /// Days on which a look-back with days left out begins or ceases to hold: the intervals known move its limits, so they are
  /// looked for around each.
  private func cuts(_ comparison: ScalarTest.Comparison, of day: Day, isOwnSide: Bool) -> [Day] {
    guard case .within(let span, let before, _, let list?) = comparison else {
      return isOwnSide ? Domains.cuts(comparison, against: day) : Domains.mirrored(comparison, of: day)
    }
    let leftOut = (situation.records[list]?.records ?? []).reduce(0) { sum, record in
      guard let start = situation.day(record["start"]), let end = situation.day(record["end"]), start <= end else {
        return sum
      }
      return sum + Int(end.number - start.number) + 1
    }
    guard leftOut <= 4_000 else { return [] }
    func holds(_ own: Day) -> Truth {
      isOwnSide
        ? situation.within(own, span, before: before, of: day, notCounting: list)
        : situation.within(day, span, before: before, of: own, notCounting: list)
    }
    let near = [day, span.before(day), span.after(day)].flatMap { base in
      (-(leftOut + 4)...(leftOut + 4)).map(base.adding(days:))
    }
    return near.filter { holds($0) != holds($0.adding(days: -1)) }
  }

  // MARK: Values

  /// The values worth supposing for a slot of a type.
  package func values(of slot: Slot, type: ValueType) -> [FactValue] {
    switch type {
    case .yesNo: return [.yesNo(true), .yesNo(false)]
    case .choice(let choices): return choices.map { .choice($0) }
    case .number: return looks.numbers(of: slot).map { .number($0) }
    case .date: return representatives(of: slot).map { .date($0) }
    case .instant:
      return representatives(of: slot).map { .instant(situation.zone.instant(of: $0, minutes: 720)) }
    case .code: return looks.codes(of: slot).map { .code($0) }
    }
  }

  private func representatives(of slot: Slot) -> [Day] {
    let days = around(slot)
    return days.isEmpty ? [situation.acted] : days
  }
}
