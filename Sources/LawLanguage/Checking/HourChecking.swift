/// Hours of the clock at which court orders begin and end.
///
/// What runs from or to an hour is checked once and kept in parts, each of whole days; on the days of the hours a part has the
/// condition that the hour is reached, or is not. So nothing after the checker has to know of hours but the fact that says it.
struct Hours: Hashable {
  /// Minutes after midnight of the first day; nil: it runs from the start of the day.
  var from: Int?
  /// Minutes after midnight of the last day; nil: it runs to the end of the day.
  var until: Int?

  var isEmpty: Bool { from == nil && until == nil }
}

extension Scope {
  /// The hours of an order's own head; another law has none.
  func hours(_ syntax: LawHeadSyntax, days: Period) -> Hours {
    guard let period = syntax.period else { return Hours() }
    let isOrder = syntax.source?.construction == .order
    return hours(
      period.hours, days: days, misplaced: isOrder ? nil : "the law `\(syntax.name.value)` is no court's order")
  }

  /// The hours of a declaration, within those of its law.
  func hours(_ named: DeclarationSyntax.Named, days: Period, in law: LawNames) -> Hours {
    func misplaced() -> String? {
      switch named.kind {
      case .suspension: nil
      case .rule, .limit, .void, .presumption, .untranslated: law.isOrder ? nil : "\(law.name) is no court's order"
      default: "\(named.kind.phrase) begins and ends with a day"
      }
    }
    var hours = hours(named.hours, days: days, misplaced: misplaced())
    // Only the head of an order has hours.
    guard law.isOrder, misplaced() == nil else { return hours }
    if days.from == law.period.from, let first = law.hours.from {
      if let own = named.hours.from, own.value < first {
        report(
          .dateOrder, "\(subject) begins before its law, which is in force \(law.hourly.words)",
          help: "write an hour at which the law is in force, or leave the period out", at: own.range,
          related: [.init(caption: "the law", location: law.location)])
      }
      hours.from = max(hours.from ?? 0, first)
    }
    if days.until == law.period.until, let last = law.hours.until {
      if let own = named.hours.until, own.value > last {
        report(
          .dateOrder, "\(subject) ends after its law, which is in force \(law.hourly.words)",
          help: "write an hour at which the law is in force, or leave `until` out", at: own.range,
          related: [.init(caption: "the law", location: law.location)])
      }
      hours.until = min(hours.until ?? last, last)
    }
    return hours
  }

  private func hours(_ syntax: HoursSyntax, days: Period, misplaced: @autoclosure () -> String?) -> Hours {
    guard let first = syntax.from ?? syntax.until else { return Hours() }
    if let misplaced = misplaced() {
      report(
        .misplacedClause, "an hour is only for a court's order and what it suspends, and \(misplaced)",
        help: "leave the hour out; what changes during the day says so in its prose", at: first.range)
      return Hours()
    }
    for (time, help) in [
      (syntax.from, "leave the hour out: the whole day is in it"),
      (syntax.until, "write `until` and the day before: the last whole day"),
    ] where time?.value == 0 {
      report(
        .badLiteral, "00:00 is no hour at which something changes during a day", help: help,
        at: time?.range ?? first.range)
    }
    if let from = syntax.from, let until = syntax.until, days.until == days.from, until.value <= from.value {
      report(
        .dateOrder, "the hour after `until` is not later than that after `from`",
        help: "write the hour from which it is over", at: until.range,
        related: [.init(caption: "the first hour", location: section.location(from.range))])
      return Hours()
    }
    return Hours(from: syntax.from?.value, until: days.until == nil ? nil : syntax.until?.value)
  }
}

extension LawNames {
  /// When the law is in force, with its hours.
  var hourly: HourlyPeriod { HourlyPeriod(days: period, from: hours.from, until: hours.until) }

  /// The parts in which a declaration is kept; nil if it knows whole days only.
  func hourly(ofDeclaration index: Int) -> HourlyPeriod? {
    guard let hours = hoursOf[index], let period = periods[index] else { return nil }
    return HourlyPeriod(days: period, from: hours.from, until: hours.until)
  }
}

extension LawNames.Version {
  /// Whether both are in force at some hour: on one day, one may end at the hour at which the other begins.
  func overlaps(_ other: LawNames.Version) -> Bool {
    guard period.overlaps(other.period) else { return false }
    func abuts(_ one: Self, _ next: Self) -> Bool {
      guard let end = one.hours.until, let begin = next.hours.from else { return false }
      return one.period.until == next.period.from && end <= begin
    }
    return !abuts(self, other) && !abuts(other, self)
  }
}

/// What can be kept in parts, each with days of its own and perhaps a condition more.
protocol Timed {
  var period: Period { get set }
  mutating func require(_ condition: Condition)
}

extension Timed {
  /// Itself, or its parts.
  func parts(_ hourly: HourlyPeriod?) -> [Self] {
    guard let hourly else { return [self] }
    return hourly.parts.map { days, condition in
      var part = self
      part.period = days
      if let condition { part.require(condition) }
      return part
    }
  }
}

extension Rule: Timed {
  mutating func require(_ condition: Condition) { conditions.append(Clause(condition: condition, cite: nil)) }
}

extension VoidClause: Timed {
  mutating func require(_ condition: Condition) { conditions.append(Clause(condition: condition, cite: nil)) }
}

extension Presumption: Timed {
  mutating func require(_ condition: Condition) {
    self.condition = self.condition.map { .all([$0, condition]) } ?? condition
  }
}

extension UntranslatedClause: Timed {
  mutating func require(_ condition: Condition) {
    self.condition = self.condition.map { .all([$0, condition]) } ?? condition
  }
}

extension Suspension: Timed {
  mutating func require(_ condition: Condition) {
    self.condition = self.condition.map { .all([$0, condition]) } ?? condition
  }
}

extension Vocabulary {
  /// That of two hours of one day the later comes after the earlier, so that nobody is asked of both in vain.
  func orderOfHours(at places: [HourMark: SourceLocation]) -> [Constraint] {
    zip(hourMarks, hourMarks.dropFirst()).compactMap { earlier, later in
      guard earlier.day == later.day, let location = places[later] else { return nil }
      return Constraint(
        name: "\(later.fact)-is-later", records: nil, condition: .any([.not(later.isReached), earlier.isReached]),
        text: "On \(later.day), \(later.time) comes after \(earlier.time).", location: location)
    }
  }
}
