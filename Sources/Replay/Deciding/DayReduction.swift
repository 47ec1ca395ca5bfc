internal import LawLanguage
internal import Norms

/// Which days of requests an edition cannot tell apart, for acts of which nothing but the day of the request is dated.
///
/// Moving the day of a request moves all that is unknown with it, so that its answers stay as they are, except where the law
/// holds something against a day of the calendar. Those days, moved by the law's own spans, cut time into stretches; within
/// one, days are alike. Everything that could break that (spans of days beside spans of months, days left out, known dates
/// besides, 29 February) makes the day count for itself.
struct DayReduction {
  /// Names of dated facts and fields that rows can give.
  private let dated: Set<String>
  private var constants: Set<Day> = []
  private var spans: Set<Span> = []
  private var isExact = false
  private(set) var cuts: [Day] = []
  private var hasMonths = false

  /// So many days around a cut count each for itself: longer than any rounding of months, which is three days at most.
  private static let margin: Int32 = 7

  /// Of one act.
  init(_ edition: Edition, act: String, dated: Set<String>) {
    self.dated = dated
    collect(edition, act)
    finish()
  }

  /// Days that none of some can tell apart.
  init(_ parts: [DayReduction], dated: Set<String>) {
    self.dated = dated
    for part in parts {
      constants.formUnion(part.constants)
      spans.formUnion(part.spans)
      isExact = isExact || part.isExact
    }
    finish()
  }

  /// A number that is the same for days only if the law answers them alike.
  func key(of day: Day) -> Int64 {
    if isExact || counts(day) { return Int64(day.number) << 1 | 1 }
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return Int64(low) << 1
  }

  private func counts(_ day: Day) -> Bool {
    if hasMonths {
      let civil = day.civil
      if civil.month == 2 && civil.day >= 28 || civil.month == 3 && civil.day == 1 { return true }
    }
    return cuts.contains { abs($0.number - day.number) <= DayReduction.margin }
  }

  private mutating func finish() {
    hasMonths = spans.contains { $0.unit == .months || $0.unit == .years }
    if hasMonths, spans.contains(where: { $0.unit != .months && $0.unit != .years }) { isExact = true }
    cuts = Set(constants.flatMap { day in [day] + spans.flatMap { [$0.before(day), $0.after(day)] } }).sorted()
  }

  // MARK: What the law looks at

  private mutating func collect(_ edition: Edition, _ act: String) {
    let slice = Slice(of: act, in: edition)
    var open = slice.predicates + slice.untranslated.flatMap { [Int]($0, in: edition) }
    for constraint in edition.constraints { constraint.forEachAtom { open.append($0) } }
    for constraints in edition.recordConstraints.values {
      for constraint in constraints { constraint.forEachAtom { open.append($0) } }
    }
    for presumption in edition.presumptions { presumption.condition.forEachAtom { open.append($0) } }
    var seen = Set<Int>()
    while let index = open.popLast() {
      guard seen.insert(index).inserted else { continue }
      switch edition.predicates[index] {
      case .request(let test), .paper(let test), .record(let test): note(test)
      case .count(let count): count.condition?.forEachAtom { open.append($0) }
      case .happened(let fact): if dated.contains(fact) { isExact = true }
      case .paperKind, .anyPaper, .accompanied, .reading: break
      }
    }
    for bearing in slice.bearing {
      for bound in edition.norms[bearing.norm].rule.bounds where isKnown(bound.anchor) { isExact = true }
    }
  }

  /// Whether rows tell it: a date of the request, or a dated column.
  private func isKnown(_ subject: Test.Subject) -> Bool {
    switch subject {
    case .date: true
    case .fact(let name), .field(let name): dated.contains(name)
    }
  }

  private mutating func note(_ test: ScalarTest) {
    switch test.comparison {
    case .date(_, let reference): note(test.subject, reference, nil)
    case .within(let span, _, let reference, let notCounting):
      if notCounting != nil { isExact = true }
      note(test.subject, reference, span)
    case .holds, .choice, .number, .bound, .member: break
    }
  }

  private mutating func note(_ subject: Test.Subject, _ reference: DateReference, _ span: Span?) {
    if let span { spans.insert(span) }
    var sides = [subject]
    switch reference {
    case .day(let day): constants.insert(day)
    case .subject(let other): sides.append(other)
    }
    for case .fact(let name) in sides where dated.contains(name) { isExact = true }
    for case .field(let name) in sides where dated.contains(name) { isExact = true }
    // A span between two unknowns: chains of spans round in ways that are not gone into here.
    let unknowns = sides.filter { if case .date = $0 { false } else { true } }
    if unknowns.count == 2, span != nil { isExact = true }
  }
}

extension [Int] {
  /// The predicates that an untranslated clause looks at: its cautions are not told, but nothing is left to chance.
  fileprivate init(_ clause: Int, in edition: Edition) {
    var found: [Int] = []
    edition.untranslated[clause].condition.forEachAtom { found.append($0) }
    self = found
  }
}

extension WindowBound {
  /// What the bound runs from.
  var anchor: Test.Subject {
    switch self {
    case .notBefore(let moment), .until(let moment):
      switch moment {
      case .date(let subject), .offset(_, _, _, let subject), .endOfDay(let subject): subject
      }
    case .atMost(_, let from, _): from
    }
  }
}
