package import LawLanguage

/// Values of facts, of papers' fields and of lists that make something so.
package struct Recorded: Sendable, Hashable {
  /// Facts by name.
  package var facts: [String: FactValue] = [:]
  /// Fields by name, by the paper's index.
  package var papers: [Int: [String: FactValue]] = [:]
  /// The records of lists; there are no others.
  package var records: [String: [[String: FactValue]]] = [:]

  /// Values of facts, of papers' fields and of lists; nothing, unless told otherwise.
  package init(
    facts: [String: FactValue] = [:], papers: [Int: [String: FactValue]] = [:],
    records: [String: [[String: FactValue]]] = [:]
  ) {
    self.facts = facts
    self.papers = papers
    self.records = records
  }

  /// With what another makes so besides.
  func joined(with other: Recorded) -> Recorded {
    Recorded(
      facts: facts.merging(other.facts) { own, _ in own },
      papers: papers.merging(other.papers) { own, others in own.merging(others) { own, _ in own } },
      records: records.merging(other.records) { own, _ in own })
  }

  /// Whether a day is among the values.
  var namesDay: Bool {
    func isDay(_ value: FactValue) -> Bool {
      switch value {
      case .date, .instant: true
      case .yesNo, .choice, .number, .code: false
      }
    }
    return facts.values.contains(where: isDay) || papers.values.joined().contains { isDay($0.value) }
      || records.values.joined().joined().contains { isDay($0.value) }
  }
}
