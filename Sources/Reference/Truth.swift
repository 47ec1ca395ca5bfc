import LawLanguage

/// Page: "Conditions". Whether a condition is true in a completion.
struct Truth {
  let situation: Situation
  let world: World

  /// The record or paper whose fields a condition tests.
  typealias Scope = [String: FactValue]

  /// Whether the condition is true; `scope` holds the fields of the record or paper it is about, if any.
  func holds(_ condition: Condition, of scope: Scope = [:]) -> Bool {
    switch condition {
    case .not(let inner): return !holds(inner, of: scope)
    case .all(let parts): return parts.allSatisfy { holds($0, of: scope) }
    case .any(let parts): return parts.contains { holds($0, of: scope) }
    case .defined(let name):
      // A definition with no version in force that day is true of nothing.
      guard let definition = situation.library.definition(name, on: situation.request.day) else { return false }
      return holds(definition.condition)
    case .test(let test): return holds(test, of: scope)
    case .count(let count):
      let records = world.records[count.records] ?? []
      guard let condition = count.condition else { return records.count >= count.atLeast }
      return records.filter { holds(condition, of: $0) }.count >= count.atLeast
    }
  }

  /// All of several clauses.
  func holds(_ clauses: [Clause]) -> Bool { clauses.allSatisfy { holds($0.condition) } }

  /// An exception is open when its condition is true and none of its own exceptions is open.
  func isOpen(_ exception: RuleException) -> Bool {
    holds(exception.condition) && !exception.exceptions.contains(where: isOpen)
  }

  private func holds(_ test: Test, of scope: Scope) -> Bool {
    switch test.comparison {
    case .holds:
      return value(of: test.subject, scope) == .yesNo(true)
    case .choice(let choice):
      switch value(of: test.subject, scope) {
      case .choice(let word), .code(let word): return word == choice
      default: return false
      }
    case .number(let number):
      return value(of: test.subject, scope) == .number(number)
    case .bound(let bound, let limit):
      guard case .number(let number) = value(of: test.subject, scope) else { return false }
      return bound.holds(number, limit)
    case .inList(let list):
      let members = situation.library.members(of: list, on: situation.request.day)
      switch value(of: test.subject, scope) {
      case .choice(let choice): return members.contains(choice)
      case .code(let code): return members.contains { matches(code, entry: $0) }
      default: return false
      }
    case .date(let order, let reference):
      guard let left = day(of: test.subject, scope), let right = day(of: reference, scope) else { return false }
      return order.holds(left, right)
    case .within(let span, let before, let reference, let notCounting):
      guard let left = day(of: test.subject, scope), let right = day(of: reference, scope) else { return false }
      let intervals = notCounting.map(intervals(of:)) ?? []
      return isWithin(span, before: before, left, right, notCounting: intervals)
    }
  }

  // MARK: Values

  private func value(of subject: Test.Subject, _ scope: Scope) -> FactValue? {
    let value: FactValue? =
      switch subject {
      case .fact(let name): world.facts[name]
      case .field(let name): scope[name]
      case .date: nil
      }
    assert(value != nil, "a completion gives every value that is looked at: \(subject)")
    return value
  }

  private func day(of reference: DateReference, _ scope: Scope) -> Day? {
    switch reference {
    case .day(let day): day
    case .subject(let subject): day(of: subject, scope)
    }
  }

  /// An instant counts as the day it falls on in the agency's zone.
  private func day(of subject: Test.Subject, _ scope: Scope) -> Day? {
    if case .date(let date) = subject { return situation.day(of: date) }
    return value(of: subject, scope).flatMap(situation.day(of:))
  }

  /// The days from `start` to `end` of each record, both included.
  private func intervals(of list: String) -> [ClosedRange<Day>] {
    (world.records[list] ?? []).compactMap(situation.interval(of:))
  }
}

extension Situation {
  /// The day of a date or instant.
  func day(of value: FactValue) -> Day? {
    switch value {
    case .date(let day): day
    case .instant(let instant): zone.day(of: instant)
    case .yesNo, .choice, .number, .code: nil
    }
  }

  /// The days from a record's `start` to its `end`, both included; nil if it ends before it starts.
  func interval(of record: [String: FactValue]) -> ClosedRange<Day>? {
    guard let start = record["start"].flatMap(day(of:)), let end = record["end"].flatMap(day(of:)), start <= end
    else { return nil }
    return start...end
  }
}

/// A code matches an entry that it equals or that it continues with a bracket.
func matches(_ code: String, entry: String) -> Bool { code == entry || code.hasPrefix(entry + "(") }

/// `NAME is within SPAN before DATE`: NAME is not after DATE, and NAME plus SPAN, plus the days left out, is not before
/// DATE. `after` is its mirror: the two change places.
func isWithin(
  _ span: Span, before: Bool, _ name: Day, _ date: Day, notCounting intervals: [ClosedRange<Day>]
) -> Bool {
  let (earlier, later) = before ? (name, date) : (date, name)
  guard earlier <= later else { return false }
  // Of the days that lie between the two (the earlier one counts, the later one does not), those in any interval.
  let between = intervals.isEmpty ? 0..<0 : earlier.number..<later.number
  let leftOut = between.count { number in intervals.contains { $0.contains(Day(number: number)) } }
  return span.after(earlier).adding(days: leftOut) >= later
}
