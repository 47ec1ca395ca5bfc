import LawLanguage
import Norms

/// What a slice looks at, in the words of the language.
struct LookWords {
  let table: LookTable
  /// The kinds of the papers offered.
  let papers: [String]
  private let tests: TestWords

  init(_ table: LookTable, of occasion: Occasion, in library: Library) {
    self.table = table
    papers = occasion.papers
    tests = TestWords(library: library, day: occasion.day)
  }

  /// `age is at least 18`, `i247a.signer is judge`, `any conviction where class is felony`, or what must be so if it is not.
  func words(_ look: Int, isTrue: Bool = true) -> String {
    switch table.looks[look] {
    case .request(let test), .record(let test): return tests.words(test, isTrue: isTrue)
    case .paper(let paper, let test):
      let kind = papers.indices.contains(paper) ? papers[paper] : "paper"
      return tests.words(test, before: kind + ".", isTrue: isTrue)
    case .count(let list, let atLeast, let condition):
      return tests.words(condition, of: list, atLeast: atLeast, isTrue: isTrue) { words($0, isTrue: $1) }
    case .happened(let fact): return isTrue ? "\(fact) has come" : "\(fact) has not come"
    }
  }

  /// A condition over looks.
  func words(_ formula: Formula) -> String {
    tests.words(formula, isTrue: true, isInner: false) { words($0, isTrue: $1) }
  }
}
