import LawLanguage
import Norms

extension Completions {
  /// The facts that matter, the most telling first: that which leaves the fewest to ask, on average over its values.
  /// Judgements come last; ties keep the vocabulary's order.
  func ranked<Result: Hashable>(_ matters: Set<FactPath>, in diagram: Diagram<Result>) -> [FactPath] {
    let vocabulary = edition.library.vocabulary
    let ordered = matters.sorted { vocabulary.order(of: $0).lexicographicallyPrecedes(vocabulary.order(of: $1)) }
    guard ordered.count > 1 else { return ordered }
    let rest = ordered.map { path in (path: path, left: expectedRest(after: path, in: diagram)) }
    return rest.enumerated().sorted { first, second in
      let (left, right) = (first.element, second.element)
      let judgements = (vocabulary.isJudgement(left.path), vocabulary.isJudgement(right.path))
      if judgements.0 != judgements.1 { return judgements.1 }
      if left.left != right.left { return left.left < right.left }
      return first.offset < second.offset
    }.map(\.element.path)
  }

  /// How many facts matter on average once this one is known.
  private func expectedRest<Result: Hashable>(after path: FactPath, in diagram: Diagram<Result>) -> Double {
    guard let place = diagram.paths.firstIndex(of: path) else { return .infinity }
    let left = diagram.values[place].indices.compactMap { value -> Int? in
      guard isLeft(diagram.values[place][value], to: path) else { return nil }
      let rest = diagram.supposing(place, value)
      return rest.root == Diagram<Result>.nothing ? nil : rest.matters(tied: isTied).count
    }
    return left.isEmpty ? .infinity : Double(left.reduce(0, +)) / Double(left.count)
  }

  /// Whether what is known and the constraints leave the unknown this value: where the result hangs on nothing more, the diagram
  /// does not say.
  private func isLeft(_ value: Supposition, to path: FactPath) -> Bool {
    guard isTied(path) else { return true }
    let next = known.situation.supposing(path, value)
    return plan.constraints.allSatisfy { constraint in
      constraint.truth { next.truth($0, in: edition, ground: nil) } != .no
    }
  }
}

extension Vocabulary {
  /// Papers first, then facts, then lists, each in the order of their documents.
  func order(of path: FactPath) -> [Int] {
    switch path {
    case .paper(let index, _, let field): [0, index, position(ofPaperField: field)]
    case .fact(let name): [1, position(ofFact: name)]
    case .record(let list, let index, let field):
      [2, position(ofRecords: list), index, recordType(list)?.fields.firstIndex { $0.name == field } ?? 0]
    case .records(let list): [2, position(ofRecords: list), Int.max]
    }
  }

  func isJudgement(_ path: FactPath) -> Bool {
    guard case .fact(let name) = path else { return false }
    return fact(name)?.isJudgement ?? false
  }

  /// The question that the path stands for, in plain words.
  package func question(_ path: FactPath) -> Question {
    switch path {
    case .fact(let name):
      let fact = fact(name)
      return Question(fact: path, question: fact?.question ?? name, help: fact?.help)
    case .paper(_, let kind, let field):
      let known = paperField(field)
      let title = paper(kind)?.title ?? kind
      return Question(fact: path, question: "\(known?.question ?? field) (\(title))", help: known?.help)
    case .records(let list):
      let type = recordType(list)
      return Question(fact: path, question: type?.question ?? list, help: type?.help)
    case .record(let list, let index, let field):
      let known = recordType(list)?.field(field)
      let element = recordType(list)?.element ?? list
      return Question(
        fact: path, question: "\(known?.question ?? field) (\(element) \(index + 1))", help: known?.help)
    }
  }
}
