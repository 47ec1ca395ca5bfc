import LawLanguage
import Norms

/// The papers that can be offered for an act, as far as the law tells them apart: one kind of each sort, alone and beside those
/// that a rule wants or does not want beside it.
struct Offers {
  /// The kinds of each offer, the ground first.
  let offers: [[String]]

  /// All that decides what a kind of paper does.
  private struct Sort: Hashable {
    let listed: [Bool]
    let beside: [Bool]
    let asks: Bool
    let speaks: Bool
    let fixed: [String: FactValue]
  }

  init(for slice: Slice, in edition: Edition) {
    let vocabulary = edition.library.vocabulary
    var listed: [Set<String>] = []
    var beside: [Set<String>] = []
    var fields = Set<String>()
    for index in slice.predicates {
      switch edition.predicates[index] {
      case .paperKind(let kinds): listed.append(kinds)
      case .accompanied(let kinds): if !beside.contains(kinds) { beside.append(kinds) }
      case .paper(let test): fields.formUnion(test.fields)
      case .request, .record, .count, .anyPaper, .happened, .reading: break
      }
    }
    func sort(_ kind: PaperKind) -> Sort {
      Sort(
        listed: listed.map { $0.contains(kind.name) }, beside: beside.map { $0.contains(kind.name) },
        asks: slice.askingPapers.contains(kind.name), speaks: slice.speakingPapers.contains(kind.name),
        fixed: kind.fixed.filter { fields.contains($0.key) })
    }
    var seen = Set<Sort>()
    let grounds = vocabulary.papers.filter { seen.insert(sort($0)).inserted }.map(\.name)
    // A companion that is no ground itself leaves the answer to the ground.
    let companions = beside.compactMap { kinds in
      kinds.sorted().first { !slice.speakingPapers.contains($0) } ?? kinds.sorted().first
    }
    var company: [[String]] = [[]]
    for companion in companions.prefix(3) {
      company += company.filter { !$0.contains(companion) }.map { $0 + [companion] }
    }
    offers = [[]] + grounds.flatMap { ground in company.map { [ground] + $0 } }
  }
}
