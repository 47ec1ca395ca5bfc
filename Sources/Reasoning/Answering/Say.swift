import LawLanguage
import Norms

/// What has a say on an act as things stand: norms whose reading is followed and whose event has happened, with all that can
/// take them out.
struct Say {
  private let edition: Edition
  private let slice: Slice
  private let truths: [Truth]
  private let speaking: [Int]

  init(of slice: Slice, in edition: Edition, truths: [Truth]) {
    self.edition = edition
    self.slice = slice
    self.truths = truths
    speaking = slice.bearing.map(\.norm).filter { Say.hasHappened(edition.norms[$0], edition, truths) }
  }

  /// Contests of which it holds a reading, followed or not.
  var contests: Set<Int> {
    var found = Set<Int>()
    for index in withWinners(speaking) {
      edition.forEachFormula(of: index) { formula in
        formula.forEachAtom { atom in
          if case .reading(let contest, _) = edition.predicates[atom] { found.insert(contest) }
        }
      }
    }
    return found
  }

  /// Facts and lists that it mentions: in conditions, as steps, or as anchors of bounds.
  var names: Set<String> {
    var found = Set<String>()
    for index in withWinners(speaking.filter(isFollowed)) where isFollowed(index) {
      let norm = edition.norms[index]
      note(norm.base, in: &found)
      note(norm.opened, in: &found)
      for void in norm.voidedBy { note(edition.voids[void].holds, in: &found) }
      note(slice.suspension(of: norm, edition.library.vocabulary), in: &found)
      norm.steps.forEach { note($0, in: &found) }
      if case .event(let fact) = norm.rule.trigger { found.insert(fact) }
      found.formUnion(norm.rule.steps.map(\.step))
      for bound in norm.rule.bounds { if case .fact(let name) = bound.anchor { found.insert(name) } }
    }
    return found
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
  private static func hasHappened(_ norm: Norm, _ edition: Edition, _ truths: [Truth]) -> Bool {
    var happened = true
    norm.gate.forEachAtom { atom in
      if case .happened = edition.predicates[atom], truths[atom] == .no { happened = false }
    }
    return happened
  }

  /// The names in a formula, without the parts that belong to readings not followed.
  private func note(_ formula: Formula, in names: inout Set<String>) {
    switch formula {
    case .constant: break
    case .atom(let index): names.formUnion(edition.names[index])
    case .not(let inner): note(inner, in: &names)
    case .any(let parts): for part in parts { note(part, in: &names) }
    case .all(let parts):
      let isFollowed = parts.allSatisfy { part in
        guard case .atom(let index) = part, case .reading = edition.predicates[index] else { return true }
        return truths[index] != .no
      }
      if isFollowed { for part in parts { note(part, in: &names) } }
    }
  }
}
