import LawLanguage
import Norms

/// A situation, and the truth of every predicate in it that looks at no paper.
///
/// Truths are kept up as one unknown after another is supposed: most predicates look at other things.
struct Known {
  private(set) var situation: Situation
  private let edition: Edition
  /// Of predicates that look at the ground, nothing.
  private(set) var truths: [Truth]

  /// The truths are the situation's own.
  init(_ situation: Situation, truths: [Truth], in edition: Edition) {
    self.situation = situation
    self.edition = edition
    self.truths = truths
  }

  init(_ situation: Situation, in edition: Edition) {
    var truths = [Truth](repeating: .unknown, count: edition.predicates.count)
    for index in edition.independentPredicates { truths[index] = situation.truth(index, in: edition, ground: nil) }
    for fact in situation.facts.keys {
      for index in edition.predicatesByFact[fact] ?? [] {
        truths[index] = situation.truth(index, in: edition, ground: nil)
      }
    }
    self.init(situation, truths: truths, in: edition)
  }

  func truth(_ index: Int, ground: Int?) -> Truth {
    edition.looksAtGround[index] ? situation.truth(index, in: edition, ground: ground) : truths[index]
  }

  /// With one unknown supposed.
  func supposing(_ path: FactPath, _ value: Supposition) -> Known {
    var next = self
    next.situation = situation.supposing(path, value)
    guard let name = path.subject else { return next }
    for index in edition.predicatesByName[name] ?? [] where truths[index] == .unknown {
      next.truths[index] = next.situation.truth(index, in: edition, ground: nil)
    }
    return next
  }

  /// With contested clauses read so.
  func reading(_ readings: [Int]) -> Known {
    guard readings != situation.readings else { return self }
    var next = self
    next.situation.readings = readings
    for index in edition.predicates.indices {
      if case .reading = edition.predicates[index] {
        next.truths[index] = next.situation.truth(index, in: edition, ground: nil)
      }
    }
    return next
  }

  /// With the truth of a predicate, whatever else makes it so.
  func supposing(_ truth: Truth, of index: Int) -> Known {
    var next = self
    next.truths[index] = truth
    return next
  }
}

extension FactPath {
  /// The fact or list that it is part of; nil for a paper's field.
  var subject: String? {
    switch self {
    case .fact(let name), .records(let name), .record(let name, _, _): name
    case .paper: nil
    }
  }
}
