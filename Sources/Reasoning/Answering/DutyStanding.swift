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
    let known = deliberation.known
    let examination = DutyExamination(slice: slice, edition: edition, norm: norm, ground: ground)
    switch examination.owed({ known.truth($0, ground: ground) }) {
    case .yes: (isPossible, isCertain, matters) = (true, true, [])
    case .no: (isPossible, isCertain, matters) = (false, false, [])
    case .unknown:
      if let free = examination.freeFacts(known) {
        (isPossible, isCertain, matters) = (true, false, free)
        return
      }
      let completions = deliberation.completions(of: slice.predicates)
      let waits = examination.waits(known)
      guard let diagram = try? completions.diagram(examination, waiting: waits, from: known) else {
        (isPossible, isCertain, matters) = (true, false, Set(waits.paths))
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

  func owed(_ truth: (Int) -> Truth) -> Truth {
    let duty = edition.norms[norm]
    if isAlone {
      // Nothing can take it out but its own conditions: most duties are so.
      let base = duty.base.truth(truth)
      if base == .no { return .no }
      let opened = duty.opened.truth(truth)
      if opened == .yes { return .no }
      return base == .yes && opened == .no ? .yes : .unknown
    }
    let statuses = slice.statuses(in: edition, truth: truth)
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

  func examine(_ known: Known) -> Examined<Bool> {
    switch owed({ known.truth($0, ground: ground) }) {
    case .yes: .result(true)
    case .no: .result(false)
    case .unknown: .waits(waits(known))
    }
  }

  func rest(_ known: Known) -> Rest<Bool> {
    var rest = Rest<Bool>()
    for norm in slice.involved {
      edition.forEachFormula(of: norm) { rest.mark($0) { known.truth($0, ground: ground) } }
    }
    if let ground { rest.papers.insert(ground) }
    return rest
  }

  func results(_ several: Several) -> [(result: Bool, lanes: UInt64)]? {
    let statuses = slice.statusLanes(in: edition) { several.truth($0, ground: ground) }
    var banned = Lanes(.no)
    for bearing in slice.bearing where bearing.force == .mustNot {
      let ban = statuses[bearing.norm]
      banned = Lanes(yes: banned.yes | ban.stands, no: banned.no & ~(ban.stands | ban.unknown))
    }
    let own = statuses[norm]
    let owed = Lanes(yes: own.stands & banned.no, no: ~(own.stands | own.unknown) | banned.yes)
    return owed.split(several.lanes)
  }

  func waits(_ known: Known) -> Waits {
    let statuses = slice.statuses(in: edition) { known.truth($0, ground: ground) }
    let unsettled = slice.bearing.map(\.norm).filter { statuses[$0] == .unknown }
    var waits = Waits()
    slice.wait(for: unsettled, edition, known, ground, into: &waits)
    return waits
  }

  /// The facts that keep the duty unknown, if each is a yes or no of its own that nothing ties to another and that is asked
  /// once: then all matter, and both answers are possible, without going through the completions.
  func freeFacts(_ known: Known) -> Set<FactPath>? {
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
    edition.norms[norm].base.forEachUnsettledAtom({ known.truth($0, ground: ground) }, look)
    edition.norms[norm].opened.forEachUnsettledAtom({ known.truth($0, ground: ground) }, look)
    return isFree ? facts : nil
  }
}
