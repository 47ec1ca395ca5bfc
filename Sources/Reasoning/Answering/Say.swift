import LawLanguage
import Norms

/// What has a say on an act as things stand: norms whose reading is followed and whose event has happened, with all that can
/// take them out.
struct Say {
  /// Facts and lists that it mentions: in conditions, as steps, or as anchors of bounds.
  private(set) var names = Set<String>()
  /// Contests of which it holds a reading, followed or not.
  private(set) var contests = Set<Int>()
  private let edition: Edition
  private let slice: Slice
  private let truths: [Truth]

  init(of slice: Slice, in edition: Edition, truths: [Truth]) {
    self.edition = edition
    self.slice = slice
    self.truths = truths
    let speaking = slice.bearing.map(\.norm).filter { hasHappened(edition.norms[$0]) }
    for index in withWinners(speaking) {
      let norm = edition.norms[index]
      noteContests(norm.base)
      noteContests(norm.opened)
      for void in norm.voidedBy { noteContests(edition.voids[void].holds) }
    }
    for index in withWinners(speaking.filter(isFollowed)) where isFollowed(index) {
      let norm = edition.norms[index]
      noteNames(norm.base)
      noteNames(norm.opened)
      for void in norm.voidedBy { noteNames(edition.voids[void].holds) }
      norm.steps.forEach { noteNames($0) }
      if case .event(let fact) = norm.rule.trigger { names.insert(fact) }
      names.formUnion(norm.rule.steps.map(\.step))
      for bound in norm.rule.bounds { if case .fact(let name) = bound.anchor { names.insert(name) } }
    }
  }

  /// The norms, and those to which they may yield, and so on.
  private func withWinners(_ norms: [Int]) -> [Int] {
    var seen = Set<Int>()
    var open = norms
    while let index = open.popLast() {
      if seen.insert(index).inserted { open += slice.winners(over: index, in: edition) }
    }
    return seen.sorted()
  }

  /// Whether the reading it belongs to is the one that is followed.
  private func isFollowed(_ index: Int) -> Bool {
    var followed = true
    edition.norms[index].gate.forEachAtom { atom in
      if case .reading = edition.predicates[atom], truths[atom] == .no { followed = false }
    }
    return followed
  }

  /// An event that has not happened leaves its norm without a say; its reading does not enter into it.
  private func hasHappened(_ norm: Norm) -> Bool {
    var happened = true
    norm.gate.forEachAtom { atom in
      if case .happened = edition.predicates[atom], truths[atom] == .no { happened = false }
    }
    return happened
  }

  private mutating func noteContests(_ formula: Formula) {
    formula.forEachAtom { atom in
      if case .reading(let contest, _) = edition.predicates[atom] { contests.insert(contest) }
    }
  }

  /// The names in a formula, without the parts that belong to readings not followed.
  private mutating func noteNames(_ formula: Formula) {
    switch formula {
    case .constant: break
    case .atom(let index): names.formUnion(edition.names[index])
    case .not(let inner): noteNames(inner)
    case .any(let parts): for part in parts { noteNames(part) }
    case .all(let parts):
      let isFollowed = parts.allSatisfy { part in
        guard case .atom(let index) = part, case .reading = edition.predicates[index] else { return true }
        return truths[index] != .no
      }
      if isFollowed { for part in parts { noteNames(part) } }
    }
  }
}
