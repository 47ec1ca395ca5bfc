import LawLanguage
import Norms

/// The agencies of a jurisdiction on a day, as far as the law tells them apart: one of each sort, acting for itself.
struct Agencies {
  let library: Library
  let jurisdiction: String
  /// The days on which something begins or ends in the law that binds the jurisdiction or a place in it, or on which a test of
  /// the day of the act turns.
  let turningDays: [Day]
  private let localities: [Locality]
  let binders: [Binder]
  /// The sets of agencies that clauses bind, each once.
  private let sets: [AgencySet]
  let parts: [Part]
  /// The places of declarations among the parts, by what names them.
  private let named: [Word: [Int]]
  /// A bit for each part that what is said of any act may use.
  let common: [UInt64]
  /// Whether courts read some of that in different ways, and whether it holds anything against a day that the law names.
  let (isCommonContested, doesCommonNameDay): (Bool, Bool)
  /// The clauses that speak of an act by name, and those that can speak of any.
  private let (byAct, ofAny): ([String: [Int]], [Int])
  /// What they can be asked to do: acts that are kinds of one another together, for others' rules speak of none of them.
  let trees: [ActTree]

  /// An agency, and what its edition is made of: editions made of the same say the same, but for the day.
  struct Sort {
    let agency: Request.Agency
    let made: Made
    /// Equal numbers of one day have equal editions.
    let number: Int
  }

  /// All that an edition is made of.
  struct Made: Hashable {
    let jurisdiction: String
    /// A bit for each clause that binds the agency.
    let binding: [UInt64]
    /// A bit for each other declaration that is in force.
    let parts: [UInt64]
    /// The places by which courts choose readings.
    let courts: Set<String>
  }

  init(library: Library, jurisdiction: String) {
    var numbers = ClauseNumbers()
    self.init(library: library, jurisdiction: jurisdiction, numbers: &numbers)
  }

  init(library: Library, jurisdiction: String, numbers: inout ClauseNumbers) {
    self.library = library
    self.jurisdiction = jurisdiction
    turningDays = Agencies.turningDays(of: jurisdiction, in: library)
    let vocabulary = library.vocabulary
    let places = vocabulary.places.filter { $0.kind == .locality && $0.inside == jurisdiction }
    let localities = ([nil] + places.map(\.name)).map { name in
      Locality(name, territory: vocabulary.territory(of: name ?? jurisdiction), in: library)
    }
    self.localities = localities
    let isBinding = library.laws.indices.map { index in localities.contains { $0.laws[index] } }
    let own = Set(["US", jurisdiction] + places.map(\.name))
    let declared = Declared(
      in: library, binding: isBinding,  // No law uses the words of another state's.
      needed: library.laws.indices.map { isBinding[$0] || own.contains(library.laws[$0].place) }, &numbers)
    parts = declared.parts
    named = declared.named
    var binders = library.laws.indices.filter { isBinding[$0] }.flatMap { declared.binders(ofLaw: $0, &numbers) }
    var setNumbers: [AgencySet: Int] = [:]
    for index in binders.indices {
      binders[index].set = setNumbers.number(of: binders[index].agencies)
    }
    sets = setNumbers.sorted { $0.value < $1.value }.map(\.key)
    self.binders = binders
    common = declared.common
    (isCommonContested, doesCommonNameDay) = (declared.isGeneralContested, declared.doesGeneralNameDay)
    byAct = binders.indices.reduce(into: [:]) { byAct, index in
      for act in binders[index].acts { byAct[act, default: []].append(index) }
    }
    ofAny = binders.indices.filter { binders[$0].acts.isEmpty }
    let words = TreeWords(of: vocabulary)
    let roots = Dictionary(grouping: vocabulary.acts.map(\.name)) { vocabulary.lineage(of: $0).last ?? $0 }
    trees = vocabulary.acts.compactMap { roots[$0.name] }.map { [byAct, ofAny, count = binders.count] acts in
      Agencies.tree(of: acts, byAct, ofAny, count, asked: declared.none, vocabulary, words, &numbers)
    }
  }

  /// A place of the jurisdiction, or its rest.
  private struct Locality {
    let name: String?
    let territory: Set<String>
    /// Whether each law binds it.
    let laws: [Bool]

    init(_ name: String?, territory: Set<String>, in library: Library) {
      self.name = name
      self.territory = territory
      laws = library.laws.map { $0.binding.contains(where: territory.contains) }
    }
  }

  private static func tree(
    of names: [String], _ byAct: [String: [Int]], _ ofAny: [Int], _ count: Int, asked: [UInt64],
    _ vocabulary: Vocabulary, _ words: TreeWords, _ numbers: inout ClauseNumbers
  ) -> ActTree {
    let acts = names.map { ($0, vocabulary.related(to: $0)) }
    let own = Set(acts.flatMap(\.1)).flatMap { byAct[$0] ?? [] }
    return ActTree(
      acts: acts, number: numbers.number(ofTree: names, in: words),
      clauses: bits(of: own + ofAny, count: count) { _ in true }, asked: asked)
  }

  /// What speaks of some acts, and what conditions use besides.
  func tree(of acts: [String], asking conditions: [Condition] = []) -> ActTree {
    var numbers = ClauseNumbers()
    var used = WordsUsed(of: nil)
    for condition in conditions { used.join(WordsUsed(of: condition)) }
    let asked = Declared.parts(used, named, in: library)
    return Agencies.tree(
      of: acts, byAct, ofAny, binders.count, asked: Agencies.bits(of: asked.places, count: parts.count) { _ in true },
      library.vocabulary, TreeWords(of: library.vocabulary), &numbers)
  }

  // MARK: Sorts

  /// One agency of each sort.
  func distinct(on day: Day) -> [Sort] {
    var seen = Set<Made>()
    return all(on: day, isShort: true).filter { sort in
      sort.made.binding.contains { $0 != 0 } && seen.insert(sort.made).inserted
    }
  }

  /// Every kind of agency in every place and capacity.
  func every(on day: Day) -> [Sort] { all(on: day, isShort: false) }

  /// One agency of each sort, as far as what is said of some acts goes.
  ///
  /// - Parameters:
  ///   - kinds: only agencies of these; nil: of all.
  ///   - place: only agencies of this locality; nil: of all, and of what is in none.
  func distinct(on day: Day, about tree: ActTree, kinds: [String]?, place: String?) -> [Sort] {
    all(on: day, isShort: true, about: tree, only: kinds, at: place)
  }

  /// - Parameter isShort: whether places, kinds and capacities that nothing tells apart may be left out.
  private func all(
    on day: Day, isShort: Bool, about tree: ActTree? = nil, only: [String]? = nil, at place: String? = nil
  ) -> [Sort] {
    let isInForce = library.laws.map { $0.period.contains(day) }
    let open = binders.indices.filter { index in
      isInForce[binders[index].law] && binders[index].period.contains(day)
        && tree.map { $0.clauses[index / 64] >> UInt64(index % 64) & 1 == 1 } ?? true
    }
    let kinds = kindSorts(of: Set(open.map { binders[$0].set }), only: only, on: day, isShort: isShort)
    let choosing = library.laws.filter { $0.period.contains(day) }.flatMap(\.contests).flatMap(\.readings)
      .flatMap(\.courts).reduce(into: Set<String>()) { $0.formUnion(library.vocabulary.court($1)?.binding ?? []) }
    var known: [Bound: [UInt64]] = [:]
    var places: [[UInt64]: Int] = [:]
    var heres: [Here: Int] = [:]
    var numbers: [SortPlace: Int] = [:]
    var found: [Sort] = []
    for locality in localities where place == nil || locality.name == place {
      let binding = open.filter { index in
        let binder = binders[index]
        return locality.laws[binder.law]
          && (binder.places.isEmpty || binder.places.contains(where: locality.territory.contains))
      }
      let here = Here(
        binding: Agencies.bits(of: binding, count: binders.count) { _ in true },
        parts: Agencies.bits(of: parts.indices, count: parts.count) { index in
          let part = parts[index]
          return isInForce[part.law] && part.period.contains(day) && (part.isShared || locality.laws[part.law])
        }, courts: choosing.intersection(locality.territory))
      // Most places have no law of their own: what binds their agencies is what binds the state's.
      guard heres[here] == nil || !isShort else { continue }
      let ownHere = heres.number(of: here)
      let capacities = Capacity.allCases.filter { capacity in
        !isShort || capacity == .own || binding.contains { binders[$0].capacities.contains(capacity) }
      }
      let number = places.number(of: here.binding)
      for kind in kinds {
        for capacity in capacities {
          let bound = Bound(place: number, sort: kind.sort, capacity: capacity)
          let clauses =
            known[bound]
            ?? Agencies.bits(of: binding, count: binders.count) { index in
              let binder = binders[index]
              return kind.matches[binder.set]
                && (binder.capacities.isEmpty || binder.capacities.contains(capacity))
            }
          known[bound] = clauses
          let place = SortPlace(here: ownHere, sort: kind.sort, capacity: capacity)
          let number = numbers.number(of: place)
          found.append(
            Sort(
              agency: Request.Agency(kind: kind.name, locality: locality.name, capacity: capacity),
              made: Made(
                jurisdiction: jurisdiction, binding: clauses, parts: here.parts, courts: here.courts), number: number))
        }
      }
    }
    return found
  }

  /// What is in force at a place.
  private struct Here: Hashable {
    let binding: [UInt64]
    let parts: [UInt64]
    let courts: Set<String>
  }

  /// Agencies of one sort where the same is in force.
  private struct SortPlace: Hashable {
    let here: Int
    let sort: Int
    let capacity: Capacity
  }

  /// Agencies of one sort at places of one sort.
  private struct Bound: Hashable {
    let place: Int
    let sort: Int
    let capacity: Capacity
  }

  /// Kinds of agency, with the sets of agencies that each is in, and the number of those that are in the same; one of each sort
  /// if the rest may be left out.
  private func kindSorts(
    of used: Set<Int>, only: [String]?, on day: Day, isShort: Bool
  ) -> [(name: String, matches: [Bool], sort: Int)] {
    let members = sets.indices.map { index -> Set<String>? in
      guard used.contains(index) else { return [] }
      switch sets[index] {
      case .any: return nil
      case .kind(let kind): return [kind]
      case .named(let name): return Set(library.kinds(ofClass: name, on: day))
      }
    }
    var sorts: [[Bool]: Int] = [:]
    return library.vocabulary.agencies.filter { only?.contains($0.name) ?? true }.compactMap { kind in
      let matches = members.map { $0?.contains(kind.name) ?? true }
      if let sort = sorts[matches] { return isShort ? nil : (kind.name, matches, sort) }
      sorts[matches] = sorts.count
      return (kind.name, matches, sorts.count - 1)
    }
  }

  static func bits(of indices: some Sequence<Int>, count: Int, where isSet: (Int) -> Bool) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    for index in indices where isSet(index) { words[index / 64] |= 1 << UInt64(index % 64) }
    return words
  }

  /// The days on which a library's law for a jurisdiction turns.
  static func turningDays(of jurisdiction: String, in library: Library) -> [Day] {
    let territory = library.territories(in: jurisdiction)
    let laws = library.laws.filter { $0.binding.contains(where: territory.contains) }
    let turning = Epochs(of: laws).turningDays
    // Before the first of them there is no law at all.
    let tested = laws.reduce(into: Set<Day>()) { $0.formUnion($1.daysThatTestsTurnOn) }.filter { day in
      turning.first.map { day > $0 } ?? false
    }
    return Set(turning).union(tested).sorted()
  }
}
