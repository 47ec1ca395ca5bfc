import LawLanguage
import Norms

/// Whether one duty stands on one ground, over all completions.
struct DutyStanding {
  /// Whether it is owed in some completion.
  let isPossible: Bool
  /// Whether it is owed in all.
  let isCertain: Bool
  /// The facts that decide it.
  let matters: Set<FactPath>

  init(slice: Slice, norm: Int, ground: Int?, deliberation: Deliberation) {
    let edition = deliberation.edition
    let situation = deliberation.situation
    var truths = deliberation.truths
    for index in slice.paperPredicates { truths[index] = situation.truth(index, in: edition, ground: ground) }
    let examination = DutyExamination(slice: slice, edition: edition, norm: norm, ground: ground)
    switch examination.owed(truths) {
    case .yes: (isPossible, isCertain, matters) = (true, true, [])
    case .no: (isPossible, isCertain, matters) = (false, false, [])
    case .unknown:
      if let free = examination.freeFacts(truths, situation) {
        (isPossible, isCertain, matters) = (true, false, free)
        return
      }
      let completions = Completions(of: slice.predicates, in: edition, situation: situation)
      guard let diagram = try? completions.diagram(examination) else {
        (isPossible, isCertain, matters) = (true, false, Set(examination.waits(truths, situation)))
        return
      }
      let possible = diagram.possible
      isPossible = possible.contains(true)
      isCertain = !possible.contains(false)
      matters = possible.count == 2 ? completions.matters(diagram) : []
    }
  }
}

/// How one duty comes out in one completion.
private struct DutyExamination: Examination {
  let slice: Slice
  let edition: Edition
  let norm: Int
  let ground: Int?

  func owed(_ truths: [Truth]) -> Truth {
    let duty = edition.norms[norm]
    if isAlone {
      // Nothing can take it out but its own conditions: most duties are so.
      let base = duty.base.truth { truths[$0] }
      if base == .no { return .no }
      let opened = duty.opened.truth { truths[$0] }
      if opened == .yes { return .no }
      return base == .yes && opened == .no ? .yes : .unknown
    }
    let statuses = slice.statuses(in: edition) { truths[$0] }
    let own = statuses[norm]
    if own != .stands && own != .unknown { return .no }
    var isSettled = own == .stands
    for bearing in slice.bearing where bearing.force == .mustNot {
      if statuses[bearing.norm] == .stands { return .no }
      if statuses[bearing.norm] == .unknown { isSettled = false }
    }
    return isSettled ? .yes : .unknown
  }

  /// Whether no other norm, void or order bears on it.
  private var isAlone: Bool {
    let duty = edition.norms[norm]
    return slice.involved.count == 1 && duty.voidedBy.isEmpty && duty.suspensions.isEmpty
  }

  func examine(_ situation: Situation) -> Examined<Bool> {
    var truths = [Truth](repeating: .unknown, count: edition.predicates.count)
    for index in slice.predicates { truths[index] = situation.truth(index, in: edition, ground: ground) }
    switch owed(truths) {
    case .yes: return .result(true)
    case .no: return .result(false)
    case .unknown: return .waits(waits(truths, situation))
    }
  }

  func rest(_ situation: Situation) -> Rest<Bool> {
    var rest = Rest<Bool>()
    for norm in slice.involved {
      edition.forEachAtom(of: norm) { rest.mark(situation.truth($0, in: edition, ground: ground), of: $0) }
    }
    if let ground { rest.papers.insert(ground) }
    return rest
  }

  func waits(_ truths: [Truth], _ situation: Situation) -> [FactPath] {
    let statuses = slice.statuses(in: edition) { truths[$0] }
    let unsettled = slice.bearing.map(\.norm).filter { statuses[$0] == .unknown }
    return slice.waits(for: unsettled, edition, situation, ground) { truths[$0] }
  }

  /// The facts that keep the duty unknown, if each is a yes or no of its own that nothing ties to another and that is asked
  /// once: then all matter, and both answers are possible, without going through the completions.
  func freeFacts(_ truths: [Truth], _ situation: Situation) -> Set<FactPath>? {
    guard isAlone else { return nil }
    var facts = Set<FactPath>()
    var isFree = true
    func look(_ atom: Int) {
      guard case .request(let test) = edition.predicates[atom], case .holds = test.comparison,
        case .fact(let name) = test.subject, !edition.constrained.contains(name),
        facts.insert(.fact(name)).inserted
      else {
        isFree = false
        return
      }
    }
    edition.norms[norm].base.forEachUnsettledAtom({ truths[$0] }, look)
    edition.norms[norm].opened.forEachUnsettledAtom({ truths[$0] }, look)
    return isFree ? facts : nil
  }
}
