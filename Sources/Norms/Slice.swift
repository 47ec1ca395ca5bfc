import LawLanguage

/// The norms of an edition that bear on one act, with what each does to it.
///
/// Immutable, and a class so that the many places that look at it share it.
public final class Slice: Sendable {
  /// The act.
  public let act: String
  /// Whether the act, or one it is a kind of, needs authority.
  public let needsAuthority: Bool
  /// Norms that bear on the act, in the order of the laws.
  public let bearing: [Bearing]
  /// Norms whose standing must be known: those that bear, and those they may yield to. Indices into the edition.
  public let involved: [Int]
  /// Whether a norm, by its index into the edition, is involved.
  let isInvolved: [Bool]
  /// Kinds of paper that ask for the act, for one it is a kind of, or for a kind of it.
  public let askingPapers: Set<String>
  /// Kinds of paper that ask for or empower it so.
  public let speakingPapers: Set<String>
  /// Untranslated clauses about the act: indices into the edition's.
  public let untranslated: [Int]
  /// The predicates that decide whether they stand, and whether their steps are needed.
  public let predicates: [Int]

  /// A norm and its force on the act.
  public struct Bearing: Sendable {
    /// The index into the edition's norms.
    public let norm: Int
    /// What the norm does to the act.
    public let force: Force
  }

  /// The slice of an act. Duties that hang on another act being done or refused are no norms of their own act.
  public convenience init(of act: String, in edition: Edition) {
    let vocabulary = edition.library.vocabulary
    let lineage = vocabulary.lineage(of: act)
    let bearing = edition.norms.indices.compactMap { index in
      Slice.force(of: edition.norms[index], on: act, lineage: lineage, vocabulary: vocabulary)
        .map { Bearing(norm: index, force: $0) }
    }
    let related = Set(lineage).union(vocabulary.kinds(of: act))
    let asking = vocabulary.papers.filter { !related.isDisjoint(with: $0.asksFor) }
    let speaking = vocabulary.papers.filter { !related.isDisjoint(with: $0.asksFor + $0.empowers) }
    self.init(
      act: act, needsAuthority: lineage.contains { vocabulary.act($0)?.needsAuthority ?? false }, bearing: bearing,
      askingPapers: Set(asking.map(\.name)), speakingPapers: Set(speaking.map(\.name)),
      untranslated: edition.untranslated.indices.filter { index in
        edition.untranslated[index].clause.acts.contains(where: lineage.contains)
      }, norms: edition.norms, voids: edition.voids, vocabulary: vocabulary)
  }

  /// The slice of one duty: its norm, and the bans of higher rank that would remove it.
  convenience init(ofDuty index: Int, norms: [Norm], voids: [VoidNorm], vocabulary: Vocabulary) {
    let duty = norms[index]
    let lineage = vocabulary.lineage(of: duty.rule.act)
    let bans = norms.indices.filter { other in
      let norm = norms[other]
      return norm.rule.modality == .mustNot && norm.rank < duty.rank && lineage.contains(norm.rule.act)
    }
    self.init(
      act: duty.rule.act, needsAuthority: false,
      bearing: [Bearing(norm: index, force: .must)] + bans.map { Bearing(norm: $0, force: .mustNot) },
      askingPapers: [], speakingPapers: [], untranslated: [], norms: norms, voids: voids, vocabulary: vocabulary)
  }

  private init(
    act: String, needsAuthority: Bool, bearing: [Bearing], askingPapers: Set<String>, speakingPapers: Set<String>,
    untranslated: [Int], norms: [Norm], voids: [VoidNorm], vocabulary: Vocabulary
  ) {
    self.askingPapers = askingPapers
    self.speakingPapers = speakingPapers
    self.untranslated = untranslated
    self.act = act
    self.needsAuthority = needsAuthority
    self.bearing = bearing
    var seen = Set<Int>()
    var open = bearing.map(\.norm)
    while let index = open.popLast() {
      guard seen.insert(index).inserted else { continue }
      open += norms[index].yieldsTo.filter { Slice.reaches(act, norms[$0], vocabulary) }
    }
    isInvolved = norms.indices.map(seen.contains)
    involved = seen.sorted()
    var found = AtomSet()
    for index in involved {
      let norm = norms[index]
      norm.base.forEachAtom { found.insert($0) }
      norm.opened.forEachAtom { found.insert($0) }
      for void in norm.voidedBy { voids[void].holds.forEachAtom { found.insert($0) } }
      for order in norm.suspensions { order.holds.forEachAtom { found.insert($0) } }
      for step in norm.steps { step.forEachAtom { found.insert($0) } }
    }
    predicates = found.sorted
  }

  /// The papers, by their kinds, that are grounds of the act: those that ask for or empower it; else all; else one ground without
  /// a paper.
  package func grounds(among kinds: [String]) -> [Int?] {
    guard !kinds.isEmpty else { return [nil] }
    let speaking = kinds.indices.filter { speakingPapers.contains(kinds[$0]) }
    return speaking.isEmpty ? kinds.indices.map { $0 } : speaking.map { $0 }
  }

  /// The norms that a norm yields to in this act, if they stand: a rule written notwithstanding another displaces it as far as
  /// its own act goes.
  public func winners(over index: Int, in edition: Edition) -> [Int] {
    edition.norms[index].yieldsTo.filter { isInvolved[$0] }
  }

  /// Whether a rule speaks of the act: its own act is that, or one it is a kind of; a kind of it will do for a `must`.
  private static func reaches(_ act: String, _ norm: Norm, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.isKind(act, of: norm.rule.act)
      || norm.rule.modality == .must && vocabulary.isKind(norm.rule.act, of: act)
  }

  /// Takes the norm, not its rule: a copy of a rule is not free, and this is asked of every norm for every act.
  private static func force(of norm: Norm, on act: String, lineage: [String], vocabulary: Vocabulary) -> Force? {
    switch norm.rule.trigger {
    case nil, .receipt, .event, .each: break
    case .before, .doing, .refusing: return nil
    }
    let reaches = lineage.contains(norm.rule.act)
    switch norm.rule.modality {
    case .mustNot: return reaches ? .mustNot : nil
    case .may: return reaches ? .may : nil
    case .givesAuthority: return reaches ? .givesAuthority : nil
    case .deniesAuthority: return reaches ? .deniesAuthority : nil
    case .limits: return reaches ? .limits : nil
    case .must:
      if norm.rule.act == act || vocabulary.isKind(norm.rule.act, of: act) { return .must }
      guard reaches else { return nil }
      return norm.rule.every ? .must : .meets
    }
  }
}
