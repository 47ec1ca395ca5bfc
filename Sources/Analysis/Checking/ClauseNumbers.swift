import LawLanguage

/// Numbers the clauses of several libraries, and what they use, by where they stand: what the same clauses say need be gone
/// through once, whatever jurisdiction it is said in.
struct ClauseNumbers {
  private var places: [Place: Int32] = [:]
  private var trees: [TreeContent: Int] = [:]

  /// Where something stands, and which member of a list it is, if it is one.
  private struct Place: Hashable {
    let path: String
    let start: Int
    let member: Int
  }

  /// Acts, and all of a vocabulary that bears on which requests there can be for them.
  private struct TreeContent: Hashable {
    let acts: [Act]
    let papers: Set<String>
    let constraints: [SourceLocation]
  }

  mutating func number(of location: SourceLocation, member: Int = -1) -> Int32 {
    let place = Place(path: location.path, start: location.range.lower, member: member)
    if let known = places[place] { return known }
    places[place] = Int32(places.count)
    return Int32(places.count - 1)
  }

  /// Of some acts, as a vocabulary has them.
  mutating func number(ofTree names: [String], in words: TreeWords) -> Int {
    let content = TreeContent(
      acts: names.compactMap(words.act),
      papers: names.reduce(into: words.fixing) { $0.formUnion(words.speaking[$1] ?? []) },
      constraints: words.constraints)
    if let known = trees[content] { return known }
    trees[content] = trees.count
    return trees.count - 1
  }
}

/// What a vocabulary says that bears on some acts. What papers speak of none of them and settle nothing by their kind, no rule tells
/// from no paper at all.
struct TreeWords {
  let act: (String) -> Act?
  /// The names of the kinds of paper that settle something by their kind.
  let fixing: Set<String>
  /// Those that ask for an act or empower somebody to do it.
  let speaking: [String: Set<String>]
  let constraints: [SourceLocation]

  init(of vocabulary: Vocabulary) {
    act = vocabulary.act
    fixing = Set(vocabulary.papers.filter { !$0.fixed.isEmpty }.map(\.name))
    speaking = vocabulary.papers.reduce(into: [:]) { speaking, paper in
      for act in paper.asksFor + paper.empowers { speaking[act, default: []].insert(paper.name) }
    }
    constraints = vocabulary.constraints.map(\.location)
  }
}
