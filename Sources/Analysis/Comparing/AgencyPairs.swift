import LawLanguage

/// The agencies that two laws know, one of each sort that either tells apart.
struct AgencyPairs {
  let distinct: [Pair]
  /// Both sides' law, if it is the same library on two days.
  private let common: Agencies?

  /// An agency as one of two laws knows it, and the other.
  struct Pair {
    let agency: Request.Agency
    fileprivate let old: Agencies.Sort?
    fileprivate let new: Agencies.Sort
  }

  /// What both sides' laws say of agencies, whatever the day.
  struct Laws {
    fileprivate let old: Agencies
    fileprivate let new: Agencies
    fileprivate let (isOnePlace, isOneLaw): (Bool, Bool)

    init(_ old: LawSide, _ new: LawSide) {
      isOnePlace = old.jurisdiction == new.jurisdiction
      isOneLaw = isOnePlace && old.library.sources == new.library.sources
      let after = Agencies(library: new.library, jurisdiction: new.jurisdiction)
      self.old = isOneLaw ? after : Agencies(library: old.library, jurisdiction: old.jurisdiction)
      self.new = after
    }

    /// Whether they are those of two sides.
    func are(_ old: LawSide, _ new: LawSide) -> Bool {
      old.jurisdiction == self.old.jurisdiction && new.jurisdiction == self.new.jurisdiction
        && old.library.sources == self.old.library.sources && new.library.sources == self.new.library.sources
    }
  }

  init(_ laws: Laws, on old: Day, _ new: Day) {
    let (before, after) = (laws.old, laws.new)
    common = laws.isOneLaw ? after : nil
    let known = Dictionary(before.every(on: old).map { ($0.agency, $0) }, uniquingKeysWith: { first, _ in first })
    var numbers = Set<[Int]>()
    var seen = Set<[Agencies.Made?]>()
    distinct = after.every(on: new).compactMap { sort in
      // Places of one state are none of another's.
      guard laws.isOnePlace || sort.agency.locality == nil else { return nil }
      let other = known[sort.agency]
      guard numbers.insert([other?.number ?? -1, sort.number]).inserted else { return nil }
      let binds = [sort.made, other?.made].contains { $0?.binding.contains { $0 != 0 } ?? false }
      guard binds && seen.insert([other?.made, sort.made]).inserted else { return nil }
      return Pair(agency: sort.agency, old: other, new: sort)
    }
  }

  /// The acts of which the two may say something else to an agency; nil: any.
  ///
  /// What is said by the same clauses with the same words is the same on both days, unless it is held against a day.
  func open(_ pair: Pair) -> Set<String>? {
    guard let common, let old = pair.old else { return nil }
    return common.trees.reduce(into: []) { open, tree in
      let saying = common.saying(to: pair.new, about: tree)
      if saying.namesDay || common.saying(to: old, about: tree) != saying { open.formUnion(tree.acts.map(\.name)) }
    }
  }
}
