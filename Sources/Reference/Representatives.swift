import LawLanguage

/// The values an unknown needs to take so that every way the conditions can turn out does turn out.
struct Representatives {
  typealias Slot = Inspection.Slot
  typealias ScopedTest = Inspection.ScopedTest

  let situation: Situation
  let inspection: Inspection
  let dates: DateRepresentatives

  init(_ inspection: Inspection) {
    situation = inspection.situation
    self.inspection = inspection
    dates = DateRepresentatives(inspection)
  }

  /// The values of a fact or field.
  func values(of slot: Slot) -> [FactValue] {
    switch type(of: slot) {
    case .yesNo: [.yesNo(true), .yesNo(false)]
    case .choice(let choices): choices.map(FactValue.choice)
    case .number: numbers(of: slot).sorted().map(FactValue.number)
    case .date: dates.days(of: slot).map(FactValue.date)
    case .instant: dates.days(of: slot).map { .instant(situation.zone.instant(of: $0, minutes: 0)) }
    case .code: codes(of: slot).map(FactValue.code)
    }
  }

  private func type(of slot: Slot) -> ValueType {
    switch slot {
    case .fact(let name): situation.vocabulary.fact(name)?.type ?? .yesNo  // A step is a yes/no fact.
    case .recordField(let list, let field): situation.vocabulary.recordType(list)?.field(field)?.type ?? .yesNo
    case .paperField(let field): situation.vocabulary.paperField(field)?.type ?? .yesNo
    }
  }

  private func comparisons(of slot: Slot) -> [Test.Comparison] {
    inspection.tests
      .filter { inspection.operand($0.test.subject, $0.scope) == .slot(slot) }
      .map(\.test.comparison)
  }

  /// Nought, and the first number of every stretch on which no comparison changes. Numbers count things; none is
  /// negative.
  private func numbers(of slot: Slot) -> Set<Int> {
    var found: Set<Int> = [0]
    for comparison in comparisons(of: slot) {
      switch comparison {
      case .number(let number): found.formUnion([number, number + 1])
      case .bound(.atLeast, let number), .bound(.under, let number): found.insert(number)
      case .bound(.atMost, let number), .bound(.over, let number): found.insert(number + 1)
      case .holds, .choice, .inList, .date, .within: break
      }
    }
    return found
  }

  /// One code for each set of lists that a code can be in together, and one that is in none.
  private func codes(of slot: Slot) -> [String] {
    var lists: [[String]] = []
    for comparison in comparisons(of: slot) {
      switch comparison {
      case .inList(let list): lists.append(situation.library.members(of: list, on: situation.request.day))
      case .choice(let code): lists.append([code])
      case .holds, .number, .bound, .date, .within: break
      }
    }
    // A code is in the lists that its longest matching entry is in: entries are all the representatives there are.
    let entries = lists.joined()
    let stranger = "none" + String(repeating: "-", count: entries.map(\.count).max() ?? 0)
    var patterns: Set<[Bool]> = []
    return (entries + [stranger]).filter { code in
      patterns.insert(lists.map { list in list.contains { matches(code, entry: $0) } }).inserted
    }
  }
}
