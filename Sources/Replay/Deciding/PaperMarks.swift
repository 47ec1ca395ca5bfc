internal import LawLanguage
internal import Norms

/// Which papers the law of an act cannot tell apart.
///
/// Where records leave open which paper lay beside another, each is asked for; but to most laws a warrant of arrest is like one of
/// removal, or neither is a ground of the act.
struct PaperMarks {
  private let slice: Slice
  /// The kinds that conditions on the ground name, and those that conditions on what lies beside it name.
  private let named: [Set<String>]
  private let beside: [Set<String>]
  /// The fields of the ground that anything looks at.
  private let fields: Set<String>
  private let vocabulary: Vocabulary

  /// What the law can see of a paper among others.
  struct Mark: Hashable {
    let isGround: Bool
    /// The places of the sets that it is in.
    let named: [Int]
    let beside: [Int]
    /// What all papers of its kind share, as far as it is looked at.
    let fixed: [String: FactValue]
    /// Its kind, where more of it is looked at: what is not known of it would be asked by that name.
    let kind: String?
  }

  init(of slice: Slice, in edition: Edition) {
    self.slice = slice
    vocabulary = edition.library.vocabulary
    var named: [Set<String>] = []
    var beside: [Set<String>] = []
    var fields = Set<String>()
    for predicate in edition.predicates {
      switch predicate {
      case .paperKind(let kinds): named.append(kinds)
      case .accompanied(let kinds): beside.append(kinds)
      case .paper(let test): fields.formUnion(test.fields)
      case .request, .record, .count, .happened, .anyPaper, .reading: break
      }
    }
    for norm in edition.norms {
      for bound in norm.rule.bounds { if case .field(let name) = bound.anchor { fields.insert(name) } }
    }
    self.named = named
    self.beside = beside
    self.fields = fields
  }

  /// What marks papers that are offered together, in order.
  func mark(of papers: [String]) -> [Mark] {
    let grounds = Set(slice.grounds(among: papers))
    return papers.indices.compactMap { index in
      let kind = papers[index]
      let isGround = grounds.contains(index)
      let besides = beside.indices.filter { beside[$0].contains(kind) }
      // What is no ground and named beside none is not seen.
      guard isGround || !besides.isEmpty else { return nil }
      guard isGround else { return Mark(isGround: false, named: [], beside: besides, fixed: [:], kind: nil) }
      let fixed = (vocabulary.paper(kind)?.fixed ?? [:]).filter { fields.contains($0.key) }
      return Mark(
        isGround: true, named: named.indices.filter { named[$0].contains(kind) }, beside: besides, fixed: fixed,
        kind: fixed.count == fields.count ? nil : kind)
    }
  }
}
