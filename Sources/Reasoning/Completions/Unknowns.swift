import LawLanguage
import Norms

extension Situation {
  /// The unknown facts that a predicate waits for on a ground, in the order in which they should be supposed: lists last.
  func unknowns(of index: Int, in edition: Edition, ground: Int?) -> [FactPath] {
    switch edition.predicates[index] {
    case .request(let test): return unknowns(of: test) { _ in nil }
    case .paper(let test):
      guard let ground else { return [] }
      return unknowns(of: test) { field in
        papers[ground][field] == nil ? .paper(ground, kind: paperKinds[ground], field: field) : nil
      }
    case .count(let count): return unknowns(of: count, in: edition)
    case .record, .paperKind, .anyPaper, .accompanied, .happened, .reading: return []
    }
  }

  private func unknowns(of count: CountTest, in edition: Edition) -> [FactPath] {
    let list = records[count.records]
    var found: [FactPath] = []
    func look(_ record: [String: FactValue], at index: Int?) {
      count.condition?.forEachAtom { atom in
        switch edition.predicates[atom] {
        case .record(let test):
          found += unknowns(of: test) { field in
            index.flatMap { record[field] == nil ? .record(count.records, $0, field: field) : nil }
          }
        default: found += unknowns(of: atom, in: edition, ground: nil)
        }
      }
    }
    for (index, record) in (list?.records ?? []).enumerated() {
      let passes = count.condition?.truth { truth($0, in: edition, ground: nil, record: record) } ?? .yes
      if passes == .unknown { look(record, at: index) }
    }
    if !(list?.isComplete ?? false) {
      // A record nobody knows of may hang on facts of the request too.
      look([:], at: nil)
      found.append(.records(count.records))
    }
    return found
  }

  private func unknowns(of test: ScalarTest, field: (String) -> FactPath?) -> [FactPath] {
    var found: [FactPath] = []
    func look(_ subject: Test.Subject) {
      switch subject {
      case .fact(let name): if facts[name] == nil { found.append(.fact(name)) }
      case .field(let name): if let path = field(name) { found.append(path) }
      case .date: break
      }
    }
    look(test.subject)
    switch test.comparison {
    case .date(_, .subject(let subject)): look(subject)
    case .within(_, _, let reference, let intervals):
      if case .subject(let subject) = reference { look(subject) }
      if let intervals {
        for (index, record) in (records[intervals]?.records ?? []).enumerated() {
          for bound in ["start", "end"] where record[bound] == nil {
            found.append(.record(intervals, index, field: bound))
          }
        }
        if !(records[intervals]?.isComplete ?? false) { found.append(.records(intervals)) }
      }
    case .holds, .choice, .number, .bound, .member, .date: break
    }
    return found
  }

  /// The situation with one unknown supposed.
  func supposing(_ path: FactPath, _ value: Supposition) -> Situation {
    var next = self
    switch (path, value) {
    case (.fact(let name), .value(let value)): next.facts[name] = value
    case (.paper(let index, _, let field), .value(let value)): next.papers[index][field] = value
    case (.record(let list, let index, let field), .value(let value)):
      next.records[list]?.records[index][field] = value
    case (.records(let list), .extras(let extras)):
      var known = next.records[list] ?? Request.RecordList(isComplete: false, records: [])
      known.records += extras
      known.isComplete = true
      next.records[list] = known
    case (.records, .value), (.fact, .extras), (.paper, .extras), (.record, .extras): break
    }
    return next
  }
}

/// What an unknown is supposed to be.
enum Supposition: Hashable {
  case value(FactValue)
  /// Records beyond those known; the list is complete with them.
  case extras([[String: FactValue]])
}

/// The unknowns that a question waits for, and the predicates that they would settle.
struct Waits {
  var paths: [FactPath] = []
  var atoms: [Int] = []

  mutating func add(_ atom: Int, _ situation: Situation, _ edition: Edition, ground: Int?) {
    // What looks at no paper waits for the same on every ground.
    guard edition.groundPlaces[atom] >= 0 || !atoms.contains(atom) else { return }
    atoms.append(atom)
    paths += situation.unknowns(of: atom, in: edition, ground: ground)
  }
}
