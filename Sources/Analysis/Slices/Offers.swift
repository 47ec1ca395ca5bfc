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
    let asks: [Bool]
    let speaks: [Bool]
    let fixed: [String: FactValue]
  }

  /// What some slices tell apart: those of one law, or of two that are compared.
  init(for slices: [(slice: Slice, edition: Edition)]) {
    var listed: [Set<String>] = []
    var beside: [Set<String>] = []
    var fields = Set<String>()
    for (slice, edition) in slices {
      for index in slice.predicates {
        switch edition.predicates[index] {
        case .paperKind(let kinds): if !listed.contains(kinds) { listed.append(kinds) }
        case .accompanied(let kinds): if !beside.contains(kinds) { beside.append(kinds) }
        case .paper(let test): fields.formUnion(test.fields)
        case .request, .record, .count, .anyPaper, .happened, .reading: break
        }
      }
    }
    func sort(_ kind: PaperKind) -> Sort {
      Sort(
        listed: listed.map { $0.contains(kind.name) }, beside: beside.map { $0.contains(kind.name) },
        asks: slices.map { $0.slice.askingPapers.contains(kind.name) },
        speaks: slices.map { $0.slice.speakingPapers.contains(kind.name) },
        fixed: kind.fixed.filter { fields.contains($0.key) })
    }
    var named = Set<String>()
    let papers = slices.flatMap(\.edition.library.vocabulary.papers).filter { named.insert($0.name).inserted }
    var seen = Set<Sort>()
    let grounds = papers.filter { seen.insert(sort($0)).inserted }.map(\.name)
    // A companion that is no ground itself leaves the answer to the ground.
    let companions = beside.compactMap { kinds in
      let silent = kinds.sorted().first { kind in !slices.contains { $0.slice.speakingPapers.contains(kind) } }
      return silent ?? kinds.sorted().first
    }
    var company: [[String]] = [[]]
    for companion in companions.prefix(3) {
      company += company.filter { !$0.contains(companion) }.map { $0 + [companion] }
    }
    offers = [[]] + grounds.flatMap { ground in company.map { [ground] + $0 } }
  }
}
