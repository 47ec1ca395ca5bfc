import LawLanguage
import Norms

/// The classes in which each norm of a slice stands in each way, on one ground. As `Slice.statuses` has it for one request.
struct Standings: Sendable {
  /// By the norm's index in the edition; nil where it is not settled.
  private var norms: [Standing?]

  /// How one norm stands: a class is in at most one of the sets.
  struct Standing: Sendable {
    var applies = Diagrams.none
    var opened = Diagrams.none
    var stands = Diagrams.none
    var exempted = Diagrams.none
    var voided = Diagrams.none
    var suspended = Diagrams.none
    var yields = Diagrams.none
  }

  init(
    _ slice: Slice, _ formulas: SliceFormulas, in edition: Edition, classes: inout Classes
  ) throws(TooWide) {
    norms = [Standing?](repeating: nil, count: edition.norms.count)
    for index in slice.involved { try settle(index, slice, formulas, edition, &classes) }
  }

  subscript(norm: Int) -> Standing { norms[norm] ?? Standing() }

  /// Notwithstanding has no circles (the checker sees to it), so this ends.
  private mutating func settle(
    _ index: Int, _ slice: Slice, _ formulas: SliceFormulas, _ edition: Edition, _ classes: inout Classes
  ) throws(TooWide) {
    guard norms[index] == nil else { return }
    norms[index] = Standing()
    guard let own = formulas.norms[index], own.base != .constant(false) else { return }
    var standing = Standing()
    standing.applies = try classes.set(where: own.base)
    standing.opened = try classes.set(where: .disjunction(own.exceptions))
    var closed = try classes.diagrams.without(standing.applies, standing.opened)
    var open = try classes.diagrams.both(standing.applies, standing.opened)
    if own.suspended != .constant(false) {
      let suspended = try classes.set(where: own.suspended)
      // Its own standing is what the order takes away: an exempted norm had nothing to lose.
      standing.suspended = try classes.diagrams.both(closed, suspended)
      closed = try classes.diagrams.without(closed, suspended)
      open = try classes.diagrams.without(open, suspended)
    }
    let struck = try classes.set(where: .disjunction(own.voids))
    var yields = Diagrams.none
    for winner in slice.winners(over: index, in: edition) {
      try settle(winner, slice, formulas, edition, &classes)
      yields = try classes.diagrams.either(yields, self[winner].stands)
    }
    let out = try classes.diagrams.either(struck, yields)
    standing.exempted = try classes.diagrams.without(open, out)
    standing.voided = try classes.diagrams.both(closed, struck)
    let left = try classes.diagrams.without(closed, struck)
    standing.yields = try classes.diagrams.both(left, yields)
    standing.stands = try classes.diagrams.without(left, yields)
    norms[index] = standing
  }
}
