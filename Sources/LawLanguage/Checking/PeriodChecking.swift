/// Days and periods: in order, within their law, and what is missing when a name is used while it is not in force.
extension Scope {
  /// A period as written. What says no last day ends with what it lies in.
  func period(from: Located<Day>?, until: Located<Day>?, within outer: Period) -> Period {
    if let from, let until, until.value < from.value {
      report(
        .dateOrder, "`until \(until.value)` is before `from \(from.value)`",
        help: "`until` is the last day in force: write a day on or after \(from.value)", at: until.range,
        related: [.init(caption: "the first day", location: section.location(from.range))])
      return Period(from: from.value)
    }
    return Period(from: from?.value ?? outer.from, until: until?.value ?? outer.until)
  }

  /// The period of a declaration, which must lie within that of its law.
  func period(_ from: Located<Day>?, _ until: Located<Day>?, in law: LawNames) -> Period {
    let period = period(from: from, until: until, within: law.period)
    func caption() -> Diagnostic.Related {
      .init(caption: "the law, in force \(law.period.words)", location: law.location)
    }
    if let from, !law.period.contains(from.value) {
      report(
        .dateOrder, "\(subject) is in force from \(from.value), but its law is \(law.period.words)",
        help: "write a day on which the law is in force, or leave the period out", at: from.range, related: [caption()])
    } else if let until, !law.period.contains(until.value) {
      report(
        .dateOrder, "\(subject) is in force until \(until.value), but its law is \(law.period.words)",
        help: "write a day on which the law is in force, or leave `until` out", at: until.range, related: [caption()])
    }
    return period
  }

  /// Reports the days on which something is used but no version of it is in force.
  func requireInForce(
    _ noun: String, _ versions: [LawNames.Version], at range: SourceRange, law: LawNames
  ) {
    guard let gap = period.gaps(left: versions.map(\.period)).first else { return }
    let whole = law.name == self.law?.name ? "in this law" : "in \(law.name)"
    report(
      .outOfForce, "\(noun) is not in force \(gap.words), while \(subject) is",
      help: "add a version of it \(whole) for these days, or date \(subject) `in force from` a day on which it is",
      at: range,
      related: versions.map { .init(caption: "in force \($0.period.words)", location: $0.location) })
  }
}

extension Period {
  /// Before every law.
  static let always = Period(from: Day(number: -719_162))

  /// `from 2017-08-28 to 2021-08-01`, `from 2017-08-28 on`.
  var words: String {
    if until == self.from { return "on \(self.from)" }
    let end = until.map { "to \($0)" } ?? "on"
    return self.from == Period.always.from ? until.map { "until \($0)" } ?? "always" : "from \(self.from) \(end)"
  }

  /// The parts of this period that none of the others covers, in order.
  func gaps(left others: [Period]) -> [Period] {
    var gaps: [Period] = []
    var next: Day? = from
    for other in others.sorted(by: { $0.from < $1.from }) where other.overlaps(self) {
      guard let start = next else { break }
      if start < other.from { gaps.append(Period(from: start, until: other.from.adding(days: -1))) }
      next = other.until.map { max(start, $0.adding(days: 1)) }
    }
    if let start = next, until.map({ start <= $0 }) ?? true { gaps.append(Period(from: start, until: until)) }
    return gaps
  }

  /// The days in both, if there are any.
  func intersection(_ other: Period) -> Period? {
    guard overlaps(other) else { return nil }
    let ends = [until, other.until].compactMap { $0 }
    return Period(from: max(from, other.from), until: ends.min())
  }
}
