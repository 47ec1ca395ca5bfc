import LawLanguage
import Norms

/// A situation with each of up to 64 choices of further records, where all that is unknown is some lists.
struct Several {
  let known: Known
  /// The situations that are consistent, a bit for each.
  fileprivate(set) var lanes: UInt64
  /// The truth of what the lists settle.
  fileprivate let counts: [(predicate: Int, lanes: Lanes)]

  /// The truth of a predicate in each.
  func truth(_ index: Int, ground: Int?) -> Lanes {
    let truth = known.truth(index, ground: ground)
    guard truth == .unknown, let count = counts.first(where: { $0.predicate == index }) else { return Lanes(truth) }
    return count.lanes
  }
}

/// A list that may hold further records, and the sets of them that were not ruled out.
struct OpenList {
  let name: String
  let found: RecordSets
  let sets: [Int]
}

extension Completions {
  /// More choices than this are divided instead.
  private static var mostChoices: Int { 4_096 }

  /// What a question comes to with each choice of one set for every list, the last list's changing fastest, as
  /// `end` takes it; what the constraints forbid stays at `nothing`. Most requests leave open no more than a list or two in the
  /// end, and a word's worth of choices is looked at at a time, not divided again and again.
  ///
  /// Nil if one of them leaves the question waiting for more.
  func nodes<Question: Examination>(
    _ question: Question, with lists: [OpenList], from known: Known, end: (Question.Result) -> Int
  ) -> [Int]? {
    let choices = lists.reduce(1) { $0 * min($1.sets.count, Self.mostChoices + 1) }
    guard choices <= Self.mostChoices, lists.allSatisfy({ settlesItsCounts($0, question.names, known) }) else {
      return nil
    }
    var nodes = [Int](repeating: Diagram<Question.Result>.nothing, count: choices)
    let counts = lists.map { openCounts(of: $0, known) }
    for start in stride(from: 0, to: choices, by: Lanes.width) {
      let those = start..<min(start + Lanes.width, choices)
      var repeated = choices
      let several = Several(
        known: known, lanes: .max >> UInt64(Lanes.width - those.count),
        counts: zip(lists, counts).flatMap { list, counts in
          repeated /= list.sets.count
          return counts.map { ($0.predicate, $0.lanes(of: those, list.sets.count, repeated: repeated)) }
        })
      guard let consistent = consistent(several, lists), let results = question.results(consistent) else { return nil }
      for (result, alike) in results {
        let end = end(result)
        for choice in those where alike & 1 << UInt64(choice - start) != 0 { nodes[choice] = end }
      }
    }
    return nodes
  }

  /// Whether nothing but its records is open about the list, and nothing but its counts looks at them.
  private func settlesItsCounts(_ list: OpenList, _ names: Set<String>, _ known: Known) -> Bool {
    list.found.adds != nil && !names.contains(list.name) && plan.counts[list.name] != nil
      && !plan.looks.lookBacks.contains { $0.list == list.name } && allowsRecords(of: list.name, in: known.situation)
  }

  /// The counts that the list leaves open.
  private func openCounts(of list: OpenList, _ known: Known) -> [OpenCount] {
    let counts = plan.counts[list.name] ?? []
    return counts.indices.filter { known.truths[counts[$0].predicate] == .unknown }.map { column in
      let predicate = counts[column].predicate
      return OpenCount(
        counts[column], column, of: list, with: known.tally(of: predicate), atFirst: self.known.tally(of: predicate))
    }
  }

  /// Those that the constraints on the lists allow; nil if one hangs on another unknown.
  private func consistent(_ several: Several, _ lists: [OpenList]) -> Several? {
    var consistent = several
    for constraint in plan.constraints {
      var touched = false
      constraint.forEachAtom { atom in
        touched = touched || lists.contains { edition.names[atom].contains($0.name) }
      }
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

/// A count that a list leaves open, with each set of its further records, 64 to a word.
private struct OpenCount {
  let predicate: Int
  private var yes: [UInt64]
  private var no: [UInt64]

  /// The words are those of all sets together for as long as no set was ruled out and nothing supposed of records known.
  init(
    _ count: CompletionPlan.Count, _ column: Int, of list: OpenList, with tally: Tally, atFirst: Tally
  ) {
    predicate = count.predicate
    if tally == atFirst, tally.certain == tally.possible, list.sets.count == list.found.sets.count {
      yes = list.found.enough[column]
      no = yes.map { ~$0 }
      return
    }
    yes = [UInt64](repeating: 0, count: (list.sets.count + Lanes.width - 1) / Lanes.width)
    no = yes
    for (position, set) in list.sets.enumerated() {
      let added = list.found.adds.map { Int($0[set][column]) } ?? 0
      let (word, place) = position.quotientAndRemainder(dividingBy: Lanes.width)
      if tally.certain + added >= count.test.atLeast {
        yes[word] |= 1 << UInt64(place)
      } else if tally.possible + added < count.test.atLeast {
        no[word] |= 1 << UInt64(place)
      }
    }
  }

  /// Its truth in some choices, where every set of the list's so many stands for a number of choices in a row.
  func lanes(of choices: Range<Int>, _ sets: Int, repeated: Int) -> Lanes {
    // A list alone: the words are as they are wanted.
    if repeated == 1, choices.upperBound <= sets {
      return Lanes(yes: yes[choices.lowerBound / Lanes.width], no: no[choices.lowerBound / Lanes.width])
    }
    var lanes = Lanes(.unknown)
    for choice in choices {
      let (word, place) = (choice / repeated % sets).quotientAndRemainder(dividingBy: Lanes.width)
      let bit = UInt64(1) << UInt64(choice - choices.lowerBound)
      if yes[word] & 1 << UInt64(place) != 0 { lanes.yes |= bit }
      if no[word] & 1 << UInt64(place) != 0 { lanes.no |= bit }
    }
    return lanes
  }
}
