import LawLanguage
import Norms

/// A situation with each of up to 64 sets of further records, where all that is unknown is one list.
struct Several {
  let known: Known
  /// The situations that are consistent, a bit for each.
  fileprivate(set) var lanes: UInt64
  /// The truth of what the list settles.
  fileprivate let counts: [(predicate: Int, lanes: Lanes)]

  /// The truth of a predicate in each.
  func truth(_ index: Int, ground: Int?) -> Lanes {
    let truth = known.truth(index, ground: ground)
    guard truth == .unknown, let count = counts.first(where: { $0.predicate == index }) else { return Lanes(truth) }
    return count.lanes
  }
}

extension Completions {
  /// The diagram of a question that waits for nothing but one incomplete list, which is what most requests leave open: the sets of
  /// records that the list may also hold are looked at a word's worth at a time, not divided again and again.
  ///
  /// Nil if any of them leaves it waiting for more.
  func diagramOfOneList<Question: Examination>(
    _ question: Question, from known: Known, waits: Waits
  ) throws -> Diagram<Question.Result>? {
    guard let path = waits.paths.first, case .records(let list) = path, waits.paths.allSatisfy({ $0 == path }),
      !question.names.contains(list), let counts = plan.counts[list], allowsRecords(of: list, in: known.situation),
      !plan.looks.lookBacks.contains(where: { $0.list == list })
    else { return nil }
    let found = try sets(of: list)
    guard found.adds != nil else { return nil }
    let open = counts.indices.filter { known.truths[counts[$0].predicate] == .unknown }.map { column in
      let tally = known.tally(of: counts[column].predicate)
      return (
        predicate: counts[column].predicate, enough: found.enough[column], isExact: tally.certain == tally.possible
      )
    }
    var branches = [Int](repeating: Diagram<Question.Result>.nothing, count: found.sets.count)
    var diagram = Diagram<Question.Result>()
    diagram.addUnknown(path, values: found.sets.map { .extras($0) })
    for start in stride(from: 0, to: found.sets.count, by: Lanes.width) {
      let lanes = start..<min(start + Lanes.width, found.sets.count)
      let several = Several(
        known: known, lanes: .max >> UInt64(Lanes.width - lanes.count),
        counts: open.map { count in
          let enough = count.enough[start / Lanes.width]
          return (count.predicate, Lanes(yes: enough, no: count.isExact ? ~enough : 0))
        })
      guard let consistent = consistent(several, list), let results = question.results(consistent) else { return nil }
      for (result, those) in results {
        let end = diagram.end(result)
        for lane in lanes where those & 1 << UInt64(lane - start) != 0 { branches[lane] = end }
      }
    }
    diagram.root = diagram.choice(0, branches)
    return diagram
  }

  /// Those that the constraints on the list allow; nil if one hangs on another unknown.
  private func consistent(_ several: Several, _ list: String) -> Several? {
    var consistent = several
    for constraint in plan.constraints {
      var touched = false
      constraint.forEachAtom { touched = touched || edition.names[$0].contains(list) }
      guard touched else { continue }
      let truth = constraint.lanes { several.truth($0, ground: nil) }
      guard truth.unknown & several.lanes == 0 else { return nil }
      consistent.lanes &= truth.yes
    }
    return consistent
  }

  /// Whether the constraints allow the records that are known.
  private func allowsRecords(of list: String, in situation: Situation) -> Bool {
    guard let constraints = plan.recordConstraints[list] else { return true }
    return (situation.records[list]?.records ?? []).allSatisfy { record in
      constraints.allSatisfy { constraint in
        constraint.truth { situation.truth($0, in: edition, ground: nil, record: record) } != .no
      }
    }
  }
}
