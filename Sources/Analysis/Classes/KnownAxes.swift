import LawLanguage
import Norms

/// The axes that were found before, under one vocabulary: acts, papers, agencies and days bring the same looks together again and
/// again.
///
/// A class, for all that look for axes under the vocabulary share it.
final class KnownAxes {
  private var numbers: [Look: Int] = [:]
  private var cells: [Key: [Axis.Cell]] = [:]

  /// More ways than this are not kept.
  private static let mostCells = 200_000
  private var kept = 0

  /// All that decides how looks come out together.
  struct Key: Hashable {
    fileprivate let looks: [Int]
    fileprivate let scalars: [Source]
    fileprivate let lists: [String]
    fileprivate let constraints: [Formula]
    fileprivate let recordConstraints: [String: [Formula]]
    /// What the papers' kinds fix, where a look is at a paper.
    fileprivate let papers: [[String: FactValue]]
    /// What the dates of the request are, where a look is at one.
    fileprivate let dates: Dates?

    /// The looks and the day tell nearly all apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(looks)
      hasher.combine(dates?.day)
    }
  }

  /// The dates of an occasion are all one day.
  fileprivate struct Dates: Hashable {
    let day: Day
    let zone: String
  }

  /// One table's looks in the numbers that all tables share.
  struct Numbering {
    fileprivate var numbers: [Int] = []
  }

  func key(
    of group: AxisSearch.Group, in table: LookTable, _ situation: Situation, _ numbering: inout Numbering
  ) -> Key {
    let looksAtPapers =
      group.scalars.contains { if case .paper = $0 { true } else { false } }
      || group.looks.contains { if case .paper = table.looks[$0] { true } else { false } }
    func shared(_ formula: Formula) -> Formula { formula.substituting { .atom(number(of: $0, table, &numbering)) } }
    return Key(
      looks: group.looks.map { number(of: $0, table, &numbering) }, scalars: group.scalars, lists: group.lists,
      constraints: group.constraints.map(shared),
      recordConstraints: group.recordConstraints.mapValues { $0.map(shared) },
      papers: looksAtPapers ? situation.papers : [],
      dates: looksAtDates(group, table) ? Dates(day: situation.acted, zone: situation.zone.identifier) : nil)
  }

  /// Whether what a group comes to can hang on a date: it does not where all looks are at facts that are no dates.
  private func looksAtDates(_ group: AxisSearch.Group, _ table: LookTable) -> Bool {
    var isDated = !group.lists.isEmpty
    func note(_ look: Int) {
      switch table.looks[look] {
      case .request(let test), .paper(_, let test): isDated = isDated || test.looksAtDate
      case .record, .happened, .count: isDated = true
      }
    }
    group.looks.forEach(note)
    for constraint in group.constraints { constraint.forEachAtom(note) }
    return isDated
  }

  /// A look that counts has numbers of its own table's looks in its condition, which come before it.
  private func number(of look: Int, _ table: LookTable, _ numbering: inout Numbering) -> Int {
    while numbering.numbers.count <= look {
      var own = table.looks[numbering.numbers.count]
      if case .count(let list, let atLeast, let condition) = own {
        let known = numbering.numbers
        own = .count(list: list, atLeast: atLeast, condition: condition?.substituting { .atom(known[$0]) })
      }
      numbering.numbers.append(numbers.number(of: own))
    }
    return numbering.numbers[look]
  }

  func cells(of key: Key) -> [Axis.Cell]? { cells[key] }

  func remember(_ found: [Axis.Cell], as key: Key) {
    guard kept + found.count <= Self.mostCells else { return }
    kept += found.count
    cells[key] = found
  }
}

extension ScalarTest {
  /// Whether it compares a date with anything.
  fileprivate var looksAtDate: Bool {
    if case .date = subject { return true }
    switch comparison {
    case .date, .within: return true
    case .holds, .choice, .number, .bound, .member: return false
    }
  }
}
