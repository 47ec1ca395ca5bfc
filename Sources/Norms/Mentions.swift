import LawLanguage

/// The names of the facts and lists that predicates look at, number by number.
struct Mentions {
  private(set) var names: [Set<String>] = []
  /// The predicates that look at a fact directly, by its name.
  private(set) var byFact: [String: [Int]] = [:]
  /// The predicates that look at a fact or list, directly or in the records they count, by its name.
  private(set) var byName: [String: [Int]] = [:]
  /// Predicates that can be known without any fact: dates of the request, records, events and readings.
  private(set) var independent: [Int] = []
  /// The predicates that look at the paper that is the ground, and the place of every predicate among them; -1 for one that does not.
  private(set) var ground = Kind()
  /// Those that count records, likewise.
  private(set) var counts = Kind()

  /// Predicates of a kind.
  struct Kind {
    private(set) var members: [Int] = []
    private(set) var places: [Int] = []

    fileprivate mutating func note(_ belongs: Bool) {
      let index = places.count
      places.append(belongs ? members.count : -1)
      if belongs { members.append(index) }
    }
  }

  init(of predicates: [Predicate]) { extend(to: predicates) }

  /// Takes up the predicates that came behind those it has.
  mutating func extend(to predicates: [Predicate]) {
    for index in names.count..<predicates.count {
      // A count is numbered after the predicates of its condition, so theirs are known when it comes.
      let mentioned = Mentions.names(of: predicates[index], known: names)
      names.append(mentioned)
      for name in mentioned { byName[name, default: []].append(index) }
      ground.note(predicates[index].looksAtGround)
      counts.note(predicates[index].countsRecords)
      switch predicates[index] {
      case .request(let test):
        if case .fact(let name) = test.subject {
          byFact[name, default: []].append(index)
        } else {
          independent.append(index)
        }
      case .happened, .reading: independent.append(index)
      case .paper, .record, .count, .paperKind, .anyPaper, .accompanied: break
      }
    }
  }

  private static func names(of predicate: Predicate, known: [Set<String>]) -> Set<String> {
    var found = Set<String>()
    switch predicate {
    case .request(let test), .paper(let test), .record(let test):
      if case .fact(let name) = test.subject { found.insert(name) }
      switch test.comparison {
      case .date(_, .subject(.fact(let name))): found.insert(name)
      case .within(_, _, let reference, let intervals):
        if case .subject(.fact(let name)) = reference { found.insert(name) }
        if let intervals { found.insert(intervals) }
      case .holds, .choice, .number, .bound, .member, .date: break
      }
    case .count(let count):
      found.insert(count.records)
      count.condition?.forEachAtom { found.formUnion(known[$0]) }
    case .paperKind, .anyPaper, .accompanied, .happened, .reading: break
    }
    return found
  }
}
