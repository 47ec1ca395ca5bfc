import LawLanguage
import Norms

/// Turns an edition's formulas into ones over looks: what the offer settles is settled.
struct GroundedFormulas {
  let edition: Edition
  /// What the edition's constraints tie together.
  let ties: ConstraintTies
  /// The kinds of the papers offered.
  let papers: [String]
  /// How each contested clause is read: an index for each contest that no court settles.
  let readings: [Int]
  /// The dates of the request, if they are not the occasion's: what is asked of them alone is settled by these.
  let dates: Situation?

  init(
    edition: Edition, ties: ConstraintTies, papers: [String], readings: [Int],
    dates: Situation? = nil
  ) {
    self.edition = edition
    self.ties = ties
    self.papers = papers
    self.readings = readings
    self.dates = dates
  }

  /// The formula on a ground: a paper's index, or nil for none.
  func formula(_ formula: Formula, ground: Int?, in table: inout LookTable) -> Formula {
    formula.substituting { look(edition.predicates[$0], ground, &table) }
  }

  private func look(_ predicate: Predicate, _ ground: Int?, _ table: inout LookTable) -> Formula {
    switch predicate {
    case .request(let test):
      if let dates, test.looksAtDatesOnly { return .constant(dates.truth(test, fields: nil) == .yes) }
      return .atom(table.number(of: .request(test)))
    case .record(let test): return .atom(table.number(of: .record(test)))
    case .happened(let fact): return .atom(table.number(of: .happened(fact)))
    case .paper(let test):
      guard let ground else { return .constant(false) }
      return .atom(table.number(of: .paper(ground, test)))
    case .count(let count):
      let condition = count.condition.map { formula($0, ground: nil, in: &table) }
      if condition == .constant(false) { return .constant(false) }
      return .atom(
        table.number(
          of: .count(
            list: count.records, atLeast: count.atLeast, condition: condition == .constant(true) ? nil : condition)))
    case .paperKind(let kinds): return .constant(ground.map { kinds.contains(papers[$0]) } ?? false)
    case .anyPaper: return .constant(ground != nil)
    case .accompanied(let kinds):
      return .constant(papers.indices.contains { $0 != ground && kinds.contains(papers[$0]) })
    case .reading(let contest, let reading): return .constant(readings[contest] == reading)
    }
  }
}

extension ScalarTest {
  /// Whether it holds a date of the request against a day, or against another.
  fileprivate var looksAtDatesOnly: Bool {
    guard case .date = subject else { return false }
    switch comparison {
    case .date(_, .day), .date(_, .subject(.date)), .within(_, _, .day, nil), .within(_, _, .subject(.date), nil):
      return true
    case .holds, .choice, .number, .bound, .member, .date, .within: return false
    }
  }
}
