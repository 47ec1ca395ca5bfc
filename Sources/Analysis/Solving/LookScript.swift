import LawLanguage
import Norms

/// Looks and what ties them, in SMT-LIB 2.6: facts as unknowns, days as their numbers, records as places that may be empty.
///
/// What linear arithmetic over days cannot say is too wide: months or years between two unknown days, and days left out of a
/// look-back.
struct LookScript: Sendable {
  /// Declarations and what must be so; each look is defined as `look` with its number.
  private(set) var lines: [String] = ["(set-logic ALL)"]
  /// What may have any value, in the order in which it was met.
  private(set) var unknowns: [Unknown] = []
  /// How many records a list is given room for.
  private(set) var rooms: [String: Int] = [:]
  /// Codes by their numbers; the last is in no list.
  let codes: [String]
  private let table: LookTable
  private let types: ValueTypes
  private let situation: Situation
  private var declared = Set<String>()

  /// A value that is looked for.
  struct Unknown: Sendable, Hashable {
    let name: String
    let place: Place
    let type: ValueType

    /// What has the value.
    enum Place: Sendable, Hashable {
      case fact(String)
      case paper(Int, field: String)
      case record(list: String, Int, field: String)
    }
  }

  /// Where fields are looked up.
  private enum Scope {
    case request
    case paper(Int)
    case record(String, Int)
  }

  /// More records of one list than this are not reasoned about.
  private static let mostRecords = 16

  init(
    table: LookTable, types: ValueTypes, situation: Situation, looks: [Int], constraints: [Formula],
    recordConstraints: [String: [Formula]]
  ) throws(TooWide) {
    self.table = table
    self.types = types
    self.situation = situation
    codes = LookScript.codes(in: table) + ["(in no list)"]
    try makeRoom(looks, constraints)
    for list in rooms.keys.sorted() {
      for place in 0..<(rooms[list] ?? 0) {
        lines.append("(declare-const \(LookScript.there(list, place)) Bool)")
        // Which place a record has says nothing.
        if place > 0 {
          lines.append("(assert (=> \(LookScript.there(list, place)) \(LookScript.there(list, place - 1))))")
        }
        for constraint in recordConstraints[list] ?? [] {
          let text = try formula(constraint, .record(list, place))
          lines.append("(assert (=> \(LookScript.there(list, place)) \(text)))")
        }
      }
    }
    for constraint in constraints { lines.append("(assert \(try formula(constraint, .request)))") }
    for look in looks { lines.append("(define-fun look\(look) () Bool \(try text(of: look, .request)))") }
  }

  /// The name of what says that a list has a record in a place.
  static func there(_ list: String, _ place: Int) -> String { "there-\(list)-\(place)" }

  /// Records enough for every count that can hold: more would make no other count fail or hold.
  private mutating func makeRoom(_ looks: [Int], _ constraints: [Formula]) throws(TooWide) {
    var all = Set(looks)
    for constraint in constraints { constraint.forEachAtom { all.insert($0) } }
    for look in all {
      guard case .count(let list, let atLeast, _) = table.looks[look] else { continue }
      rooms[list, default: 0] += atLeast
    }
    guard rooms.values.allSatisfy({ $0 <= Self.mostRecords }) else { throw TooWide(what: .values) }
  }

  // MARK: Conditions

  private mutating func formula(_ formula: Formula, _ scope: Scope) throws(TooWide) -> String {
    switch formula {
    case .constant(let value): return "\(value)"
    case .atom(let look): return try text(of: look, scope)
    case .not(let inner): return "(not \(try self.formula(inner, scope)))"
    case .all(let parts): return "(and true\(try joined(parts, scope)))"
    case .any(let parts): return "(or false\(try joined(parts, scope)))"
    }
  }

  private mutating func joined(_ parts: [Formula], _ scope: Scope) throws(TooWide) -> String {
    var text = ""
    for part in parts { text += " " + (try formula(part, scope)) }
    return text
  }

  private mutating func text(of look: Int, _ scope: Scope) throws(TooWide) -> String {
    switch table.looks[look] {
    case .request(let test): return try self.test(test, .request)
    case .paper(let paper, let test): return try self.test(test, .paper(paper))
    case .record(let test): return try self.test(test, scope)
    // As `Situation` has it where only days are known; what is looked for is recorded.
    case .happened(let fact): return try self.test(Look.hasHappened(fact), .request)
    case .count(let list, let atLeast, let condition):
      var sum = ""
      for place in 0..<(rooms[list] ?? 0) {
        let passes = try condition.map { own throws(TooWide) in try formula(own, .record(list, place)) } ?? "true"
        sum += " (ite (and \(LookScript.there(list, place)) \(passes)) 1 0)"
      }
      return "(>= (+ 0\(sum)) \(atLeast))"
    }
  }

  // MARK: Tests

  private mutating func test(_ test: ScalarTest, _ scope: Scope) throws(TooWide) -> String {
    let value = try value(test.subject, scope)
    switch test.comparison {
    case .holds: return value
    case .choice(let choice): return try membership(value, of: test.subject, scope) { $0 == choice }
    case .number(let number): return "(= \(value) \(number))"
    case .bound(let bound, let limit):
      let sign =
        switch bound {
        case .atLeast: ">="
        case .atMost: "<="
        case .over: ">"
        case .under: "<"
        }
      return "(\(sign) \(value) \(limit))"
    case .member(let members):
      return try membership(value, of: test.subject, scope) { Situation.matches(code: $0, in: members) }
    case .date(let order, let reference):
      let sign =
        switch order {
        case .onOrAfter: ">="
        case .onOrBefore: "<="
        case .before: "<"
        case .after: ">"
        }
      return "(\(sign) \(value) \(try day(reference, scope)))"
    case .within(let span, let before, let reference, let leftOut):
      guard leftOut == nil else { throw TooWide(what: .values) }
      let other = try day(reference, scope)
      let (early, late) = before ? (value, other) : (other, value)
      return "(and (<= \(early) \(late)) \(try reaches(early, span, late)))"
    }
  }

  /// Whether a span from one day reaches another.
  private func reaches(_ early: String, _ span: Span, _ late: String) throws(TooWide) -> String {
    if let day = LookScript.day(early) { return "(>= \(number(span.after(day))) \(late))" }
    if let limit = LookScript.day(late) {
      // A later day is never reached by an earlier day's span and missed by a later one's.
      var first = span.before(limit)
      while span.after(first) < limit { first = first.adding(days: 1) }
      while span.after(first.adding(days: -1)) >= limit { first = first.adding(days: -1) }
      return "(>= \(early) \(number(first)))"
    }
    switch span.unit {
    case .days: return "(>= (+ \(early) \(span.count)) \(late))"
    case .weeks: return "(>= (+ \(early) \(7 * span.count)) \(late))"
    case .months, .years, .hours, .businessDays: throw TooWide(what: .values)
    }
  }

  /// A choice or a code for which something holds.
  private func membership(
    _ value: String, of subject: Test.Subject, _ scope: Scope, _ isMeant: (String) -> Bool
  ) throws(TooWide) -> String {
    let names: [String]
    switch type(of: subject, scope) {
    case .choice(let choices)?: names = choices
    case .code?: names = codes
    case .yesNo?, .number?, .date?, .instant?, nil: throw TooWide(what: .values)
    }
    let own = names.indices.filter { isMeant(names[$0]) }.map { " (= \(value) \($0))" }
    return "(or false\(own.joined()))"
  }

  // MARK: Values

  private mutating func day(_ reference: DateReference, _ scope: Scope) throws(TooWide) -> String {
    switch reference {
    case .day(let day): return number(day)
    case .subject(let subject): return try value(subject, scope)
    }
  }

  private mutating func value(_ subject: Test.Subject, _ scope: Scope) throws(TooWide) -> String {
    let unknown: (name: String, place: Unknown.Place)
    switch (subject, scope) {
    case (.date(.asked), _): return number(situation.asked)
    case (.date(.decided), _): return number(situation.decided)
    case (.date(.acted), _): return number(situation.acted)
    case (.fact(let fact), _): unknown = ("fact-\(fact)", .fact(fact))
    case (.field(let field), .paper(let paper)):
      if let fixed = situation.papers[paper][field] { return try constant(fixed, subject, scope) }
      unknown = ("paper\(paper)-\(field)", .paper(paper, field: field))
    case (.field(let field), .record(let list, let place)):
      unknown = ("record-\(list)-\(place)-\(field)", .record(list: list, place, field: field))
    case (.field, .request): throw TooWide(what: .conditions)
    }
    guard declared.insert(unknown.name).inserted else { return unknown.name }
    guard let type = type(of: subject, scope) else { throw TooWide(what: .values) }
    declare(unknown.name, type)
    unknowns.append(Unknown(name: unknown.name, place: unknown.place, type: type))
    return unknown.name
  }

  private mutating func declare(_ name: String, _ type: ValueType) {
    let range: (least: String, most: String?)
    switch type {
    case .yesNo:
      lines.append("(declare-const \(name) Bool)")
      return
    case .date, .instant: range = (number(LookScript.firstDay), number(LookScript.lastDay))
    case .number: range = ("0", nil)
    case .choice(let choices): range = ("0", "\(choices.count - 1)")
    case .code: range = ("0", "\(codes.count - 1)")
    }
    lines.append("(declare-const \(name) Int)\n(assert (>= \(name) \(range.least)))")
    if let most = range.most { lines.append("(assert (<= \(name) \(most)))") }
  }

  /// As far as days can be written: 0001-01-01 and 9999-12-31.
  private static let (firstDay, lastDay) = (Day(number: -719_162), Day(number: 2_932_896))

  private func type(of subject: Test.Subject, _ scope: Scope) -> ValueType? {
    switch (subject, scope) {
    case (.date, _): .date
    case (.fact(let name), _): types.ofFact(name)
    case (.field(let name), .paper): types.ofPaperField(name)
    case (.field(let name), .record(let list, _)):
      types.fields(ofRecords: list)?.first { $0.name == name }?.type
    case (.field, .request): nil
    }
  }

  private func constant(_ value: FactValue, _ subject: Test.Subject, _ scope: Scope) throws(TooWide) -> String {
    switch value {
    case .yesNo(let isYes): return "\(isYes)"
    case .number(let number): return "\(number)"
    case .date, .instant:
      guard let day = situation.day(value) else { throw TooWide(what: .values) }
      return number(day)
    case .choice(let choice):
      guard case .choice(let choices)? = type(of: subject, scope), let index = choices.firstIndex(of: choice) else {
        throw TooWide(what: .values)
      }
      return "\(index)"
    case .code(let code): return "\(codes.firstIndex(of: code) ?? codes.count - 1)"
    }
  }

  /// SMT-LIB has no negative numerals.
  private func number(_ day: Day) -> String { day.number < 0 ? "(- \(-day.number))" : "\(day.number)" }

  /// The day that a text names; nil if it names an unknown.
  private static func day(_ text: String) -> Day? {
    let digits = text.filter(\.isNumber)
    guard let number = Int32(digits), text == digits || text == "(- \(digits))" else { return nil }
    return Day(number: text == digits ? number : -number)
  }

  /// Every code that some list of the table names.
  private static func codes(in table: LookTable) -> [String] {
    var found = Set<String>()
    for look in table.looks {
      switch look {
      case .request(let test), .paper(_, let test), .record(let test):
        if case .member(let members) = test.comparison { found.formUnion(members) }
      case .count, .happened: break
      }
    }
    return found.sorted()
  }
}
