import LawLanguage
import Norms

/// Turns the parts that norms played into reasons a reader can check: rule, citation, plain words, facts and exceptions.
struct Explanation {
  let edition: Edition
  let known: Known
  let slice: Slice

  private var situation: Situation { known.situation }

  /// The reasons, what decides first, then in the order of the laws.
  func reasons(_ roles: Set<NormRole>, ground: Int?) -> [Reason] {
    roles.sorted { ($0.role.order, $0.norm) < ($1.role.order, $1.norm) }
      .map { reason($0, ground: ground) }
  }

  private func reason(_ role: NormRole, ground: Int?) -> Reason {
    let norm = edition.norms[role.norm]
    var facts = self.facts(norm.base, ground: ground)
    switch role.role {
    case .voided:
      for void in norm.voidedBy {
        let clause = edition.voids[void]
        if clause.holds.truth({ known.truths[$0] }) != .no {
          facts.append("Struck by \(clause.cite): \(clause.clause.text)")
        }
      }
    case .suspended:
      for order in norm.suspensions where order.holds.truth({ known.truths[$0] }) != .no {
        for fact in self.facts(order.holds, ground: ground) where !facts.contains(fact) { facts.append(fact) }
        facts.append("Suspended by \(order.cite): \(order.text)")
      }
    case .yields:
      facts += slice.winners(over: role.norm, in: edition).map { "Yields to \(edition.norms[$0].cite)" }
    case .decides, .permits, .exempts, .givesAuthority, .deniesAuthority, .bounds, .displaced: break
    }
    return Reason(
      rule: norm.rule.name, role: role.role, cite: norm.cite, text: norm.rule.text, provenance: norm.rule.provenance,
      facts: facts,
      exceptions: norm.exceptions.map { exception in
        ExceptionState(
          cite: exception.cite, isOpen: isOpen(exception.formula, ground: ground),
          facts: self.facts(exception.formula, ground: ground))
      })
  }

  private func isOpen(_ formula: Formula, ground: Int?) -> Bool? {
    switch formula.truth({ known.truth($0, ground: ground) }) {
    case .yes: true
    case .no: false
    case .unknown: nil
    }
  }

  // MARK: Facts in words

  /// The facts that a formula looks at and that are known, each once, as question and answer.
  func facts(_ formula: Formula, ground: Int?) -> [String] {
    var found: [String] = []
    formula.forEachAtom { atom in
      for text in facts(of: atom, ground: ground) where !found.contains(text) { found.append(text) }
    }
    return found
  }

  private func facts(of index: Int, ground: Int?) -> [String] {
    switch edition.predicates[index] {
    case .request(let test), .paper(let test): facts(of: test, ground: ground)
    case .count(let count): facts(of: count, known.tally(of: index))
    case .happened(let fact): [sentence(fact)].compactMap { $0 }
    case .record, .paperKind, .anyPaper, .accompanied, .reading: []
    }
  }

  private func facts(of test: ScalarTest, ground: Int?) -> [String] {
    var subjects = [test.subject]
    switch test.comparison {
    case .date(_, .subject(let subject)), .within(_, _, .subject(let subject), _): subjects.append(subject)
    case .holds, .choice, .number, .bound, .member, .date, .within: break
    }
    return subjects.compactMap { subject in
      switch subject {
      case .fact(let name): return sentence(name)
      case .field(let name):
        guard let ground, let value = situation.papers[ground][name] else { return nil }
        let question = edition.library.vocabulary.paperField(name)?.question ?? name
        return "\(question) \(text(value))"
      case .date: return nil
      }
    }
  }

  private func sentence(_ fact: String) -> String? {
    guard let value = situation.facts[fact] else { return nil }
    let question = edition.library.vocabulary.fact(fact)?.question ?? fact
    return "\(question) \(text(value))"
  }

  private func facts(of count: CountTest, _ tally: Tally) -> [String] {
    guard let list = situation.records[count.records] else { return [] }
    let number = list.isComplete ? "\(list.records.count)" : "at least \(list.records.count)"
    return ["\(count.records): \(number) known, \(tally.certain) of the kind looked for"]
  }

  private func text(_ value: FactValue) -> String {
    switch value {
    case .yesNo(let yes): yes ? "yes" : "no"
    case .choice(let choice): choice
    case .number(let number): String(number)
    case .date(let day): day.description
    case .instant(let instant): "\(situation.zone.day(of: instant)) \(situation.zone.time(of: instant))"
    case .code(let code): code
    }
  }
}

extension Role {
  /// What decides comes first; what did not come to bear, last.
  fileprivate var order: Int {
    switch self {
    case .decides: 0
    case .permits, .exempts: 1
    case .deniesAuthority: 2
    case .givesAuthority: 3
    case .bounds: 4
    case .displaced: 5
    case .voided: 6
    case .suspended: 7
    case .yields: 8
    }
  }
}
