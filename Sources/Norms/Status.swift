public import LawLanguage

/// How a norm stands on one ground.
public enum Status: UInt8, Sendable, Hashable {
  /// It does not apply.
  case out
  case stands
  /// It would stand but for an exception that is open.
  case exempted
  /// It would stand but for a clause that strikes it, a court's order, or a rule written notwithstanding it.
  case voided, suspended, yields
  /// The predicates known do not settle it.
  case unknown
}

extension Slice {
  /// The status of every involved norm on one ground: an array over the edition's norms, `.out` for those not involved.
  public func statuses(in edition: Edition, truth: (Int) -> Truth) -> [Status] {
    var found = [Status](repeating: .out, count: edition.norms.count)
    var settled = [Bool](repeating: false, count: edition.norms.count)
    for index in involved { settle(index, edition, truth, &found, &settled) }
    return found
  }

  /// Notwithstanding has no circles (the checker sees to it), so this ends.
  private func settle(
    _ index: Int, _ edition: Edition, _ truth: (Int) -> Truth, _ found: inout [Status], _ settled: inout [Bool]
  ) {
    guard !settled[index] else { return }
    settled[index] = true
    let norm = edition.norms[index]
    let base = norm.base.truth(truth)
    guard base != .no else { return }
    let opened = norm.opened.truth(truth)
    let suspended = suspension(of: norm, edition.library.vocabulary).truth(truth)
    if suspended == .yes {
      // Its own standing is what the order takes away: an exempted norm had nothing to lose.
      if opened == .yes { return }
      found[index] = base == .yes && opened == .no ? .suspended : .unknown
      return
    }
    var voided = Truth.no
    for void in norm.voidedBy {
      switch edition.voids[void].holds.truth(truth) {
      case .yes: voided = .yes
      case .unknown: if voided == .no { voided = .unknown }
      case .no: break
      }
    }
    var yields = Truth.no
    for winner in norm.yieldsTo where isInvolved[winner] {
      settle(winner, edition, truth, &found, &settled)
      switch found[winner] {
      case .stands: yields = .yes
      case .unknown: if yields == .no { yields = .unknown }
      case .out, .exempted, .voided, .suspended, .yields: break
      }
    }
    found[index] =
      suspended == .unknown ? .unknown : status(base: base, opened: opened, voided: voided, yields: yields)
  }

  private func status(base: Truth, opened: Truth, voided: Truth, yields: Truth) -> Status {
    if base == .unknown || opened == .unknown || voided == .unknown || yields == .unknown { return .unknown }
    if opened == .yes { return voided == .no && yields == .no ? .exempted : .out }
    if voided == .yes { return .voided }
    return yields == .yes ? .yields : .stands
  }

  /// When a court's order takes the norm out for this act.
  public func suspension(of norm: Norm, _ vocabulary: Vocabulary) -> Formula {
    guard !norm.suspensions.isEmpty else { return .constant(false) }
    return .disjunction(
      norm.suspensions.filter { reach in
        reach.acts.isEmpty || reach.acts.contains { vocabulary.isKind(act, of: $0) }
      }.map(\.holds))
  }
}
