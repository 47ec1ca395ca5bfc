import LawLanguage
import Norms

/// A situation, and the truth of every predicate in it.
///
/// Truths are kept up as one unknown after another is supposed: most predicates look at other things. Nothing changes once it is
/// handed out; a class because it is handed to many.
final class Known {
  private(set) var situation: Situation
  private let edition: Edition
  /// As they are without a paper.
  private(set) var truths: [Truth]
  /// Of the predicates that look at the ground, as they are on each paper: paper by paper.
  private var paperTruths: [Truth]
  /// How many of the known records pass each count.
  private var tallies: [Tally]

  init(_ situation: Situation, in edition: Edition) {
    self.situation = situation
    self.edition = edition
    truths = [Truth](repeating: .unknown, count: edition.predicates.count)
    paperTruths = []
    tallies = []
    tallies.reserveCapacity(edition.countPredicates.count)
    for index in edition.countPredicates {
      guard case .count(let count) = edition.predicates[index] else { continue }
      let tally = situation.tally(count, in: edition)
      tallies.append(tally)
      truths[index] = situation.truth(count, tally)
    }
    for index in edition.independentPredicates { truths[index] = situation.truth(index, in: edition, ground: nil) }
    for fact in situation.facts.keys {
      for index in edition.predicatesByFact[fact] ?? [] {
        truths[index] = situation.truth(index, in: edition, ground: nil)
      }
    }
    for index in edition.groundPredicates { truths[index] = situation.truth(index, in: edition, ground: nil) }
    paperTruths.reserveCapacity(situation.papers.count * edition.groundPredicates.count)
    for paper in situation.papers.indices {
      for index in edition.groundPredicates {
        paperTruths.append(situation.truth(index, in: edition, ground: paper))
      }
    }
  }

  private init(copying other: Known) {
    situation = other.situation
    edition = other.edition
    truths = other.truths
    paperTruths = other.paperTruths
    tallies = other.tallies
  }

  @inline(__always)
  func truth(_ index: Int, ground: Int?) -> Truth {
    guard let ground else { return truths[index] }
    let place = edition.groundPlaces[index]
    return place < 0 ? truths[index] : paperTruths[ground * edition.groundPredicates.count + place]
  }

  /// How many of the known records pass a count.
  func tally(of index: Int) -> Tally { tallies[edition.countPlaces[index]] }

  /// With one unknown supposed.
  func supposing(_ path: FactPath, _ value: Supposition) -> Known {
    let next = Known(copying: self)
    next.situation = situation.supposing(path, value)
    switch path {
    case .paper(let paper, _, _):
      for index in edition.groundPredicates { next.renew(index, on: paper) }
    case .fact(let name), .records(let name), .record(let name, _, _):
      for index in edition.predicatesByName[name] ?? [] {
        if edition.groundPlaces[index] >= 0 {
          for paper in situation.papers.indices { next.renew(index, on: paper) }
        }
        guard truths[index] == .unknown else { continue }
        if case .count(let count) = edition.predicates[index] {
          let tally = next.situation.tally(count, in: edition)
          next.tallies[edition.countPlaces[index]] = tally
          next.truths[index] = next.situation.truth(count, tally)
        } else {
          next.truths[index] = next.situation.truth(index, in: edition, ground: nil)
        }
      }
    }
    return next
  }

  private func renew(_ index: Int, on paper: Int) {
    let place = paper * edition.groundPredicates.count + edition.groundPlaces[index]
    guard paperTruths[place] == .unknown else { return }
    paperTruths[place] = situation.truth(index, in: edition, ground: paper)
  }

  /// With contested clauses read so.
  func reading(_ readings: [Int]) -> Known {
    guard readings != situation.readings else { return self }
    let next = Known(copying: self)
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
    let next = Known(copying: self)
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

  /// The list, where the unknown is what further records it holds.
  var listOfRecords: String? {
    if case .records(let list) = self { list } else { nil }
  }
}
