import LawLanguage
import Norms

/// The agencies of a jurisdiction on a day, as far as the law tells them apart: one of each sort, acting for itself.
struct Agencies {
  let library: Library
  let jurisdiction: String
  private let localities: [Locality]
  private let binders: [Binder]
  /// The sets of agencies that clauses bind, each once.
  private let sets: [AgencySet]
  private let parts: [Part]
  /// What they can be asked to do: acts that are kinds of one another together, for others' rules speak of none of them.
  let trees: [ActTree]

  /// An agency, and what its edition is made of: editions made of the same say the same, but for the day.
  struct Sort {
    let agency: Request.Agency
    let made: Made
  }

  /// All that an edition is made of.
  struct Made: Hashable {
    let jurisdiction: String
    /// The first of the acts that it speaks of; nil: of all.
    let acts: String?
    /// A bit for each clause that binds the agency.
    let binding: [UInt64]
    /// A bit for each other declaration that is in force.
    let parts: [UInt64]
    /// The places by which courts choose readings.
    let courts: Set<String>

    /// The same, for what is said of some acts.
    func about(_ tree: ActTree) -> Made {
      let own = zip(binding, tree.clauses).map { $0 & $1 }
      // What binds nobody needs no words.
      let isSpoken = own.contains { $0 != 0 }
      return Made(
        jurisdiction: jurisdiction, acts: tree.acts.first?.name, binding: own, parts: isSpoken ? parts : [],
        courts: isSpoken ? courts : [])
    }
  }

  /// Some acts, and the clauses that speak of them.
  struct ActTree {
    /// Each with the acts whose rules may speak of it.
    let acts: [(name: String, related: [String])]
    /// A bit for each clause that binds agencies in some of them.
    fileprivate let clauses: [UInt64]

    fileprivate init(_ names: [String], _ binders: [Binder], _ vocabulary: Vocabulary) {
      acts = names.map { ($0, vocabulary.related(to: $0)) }
      let related = Set(acts.flatMap(\.related))
      clauses = Agencies.bits(of: binders.indices, count: binders.count) { index in
        binders[index].acts.isEmpty || binders[index].acts.contains(where: related.contains)
      }
    }
  }

  init(library: Library, jurisdiction: String) {
    self.library = library
    self.jurisdiction = jurisdiction
    let vocabulary = library.vocabulary
    let places = vocabulary.places.filter { $0.kind == .locality && $0.inside == jurisdiction }
    let localities = ([nil] + places.map(\.name)).map { name in
      Locality(name, territory: vocabulary.territory(of: name ?? jurisdiction), in: library)
    }
    self.localities = localities
    var binders = library.laws.enumerated().flatMap { index, law -> [Binder] in
      guard localities.contains(where: { $0.laws[index] }) else { return [] }
      return law.rules.map { Binder(law: index, acts: [$0.act], period: $0.period, who: $0.who) }
        + law.untranslated.map { Binder(law: index, acts: $0.acts, period: $0.period, who: $0.who) }
        + law.suspensions.map { Binder(law: index, $0) }
    }
    var numbers: [AgencySet: Int] = [:]
    for index in binders.indices {
      let number = numbers[binders[index].agencies] ?? numbers.count
      numbers[binders[index].agencies] = number
      binders[index].set = number
    }
    sets = numbers.sorted { $0.value < $1.value }.map(\.key)
    self.binders = binders
    let roots = Dictionary(grouping: vocabulary.acts.map(\.name)) { vocabulary.lineage(of: $0).last ?? $0 }
    trees = vocabulary.acts.compactMap { roots[$0.name] }.map { [binders] in ActTree($0, binders, vocabulary) }
    let own = Set(["US", jurisdiction] + places.map(\.name))
    parts = library.laws.enumerated().flatMap { index, law -> [Part] in
      // No law uses the words of another state's.
      guard own.contains(law.place) || localities.contains(where: { $0.laws[index] }) else { return [] }
      let unshared =
        law.exceptions.map(\.period) + law.voids.map(\.period) + law.presumptions.map(\.period)
        + law.contests.map(\.period)
      // Another law may use what these name.
      let shared =
        law.definitions.map(\.period)
        + (law.lists + law.classes).flatMap { list in [list.period] + list.members.map(\.period) }
      return unshared.map { Part(law: index, period: $0, isShared: false) }
        + shared.map { Part(law: index, period: $0, isShared: true) }
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

  /// A clause that binds some agencies.
  fileprivate struct Binder {
    let law: Int
    /// What it speaks of; empty: it can be anything.
    let acts: [String]
    let period: Period
    let agencies: AgencySet
    /// The number of that set among all the clauses'.
    var set = 0
    let places: [String]
    let capacities: [Capacity]

    init(law: Int, acts: [String], period: Period, who: Who) {
      (self.law, self.acts, self.period) = (law, acts, period)
      (agencies, places, capacities) = (who.agencies, who.places, who.capacities)
    }

    init(law: Int, _ suspension: Suspension) {
      (self.law, acts, period) = (law, [], suspension.period)
      (agencies, places, capacities) = (suspension.agencies ?? .any, suspension.places, [])
    }
  }

  /// A declaration that begins and ends.
  private struct Part {
    let law: Int
    let period: Period
    let isShared: Bool
  }

  /// What speaks of some acts.
  func tree(of acts: [String]) -> ActTree { ActTree(acts, binders, library.vocabulary) }

  // MARK: Sorts

  /// One agency of each sort.
  func distinct(on day: Day) -> [Sort] {
    var seen = Set<Made>()
    return all(on: day, isShort: true).filter { sort in
      sort.made.binding.contains { $0 != 0 } && seen.insert(sort.made).inserted
    }
  }

  /// Every kind of agency in every place and capacity.
  ///
  /// - Parameters:
  ///   - tree: only as far as what is said of these acts goes; nil: of all.
  ///   - kinds: only agencies of these; nil: of all.
  func every(on day: Day, about tree: ActTree? = nil, kinds: [String]? = nil) -> [Sort] {
    all(on: day, isShort: false, about: tree, only: kinds)
  }

  /// - Parameter isShort: whether places, kinds and capacities that nothing tells apart may be left out.
  private func all(on day: Day, isShort: Bool, about tree: ActTree? = nil, only: [String]? = nil) -> [Sort] {
    let isInForce = library.laws.map { $0.period.contains(day) }
    let open = binders.indices.filter { index in
      isInForce[binders[index].law] && binders[index].period.contains(day)
        && tree.map { $0.clauses[index / 64] >> UInt64(index % 64) & 1 == 1 } ?? true
    }
    let kinds = kindSorts(of: Set(open.map { binders[$0].set }), on: day, isShort: isShort)
      .filter { only?.contains($0.name) ?? true }
    let choosing = library.laws.filter { $0.period.contains(day) }.flatMap(\.contests).flatMap(\.readings)
      .flatMap(\.courts).reduce(into: Set<String>()) { $0.formUnion(library.vocabulary.court($1)?.binding ?? []) }
    var known: [Bound: [UInt64]] = [:]
    var places: [[UInt64]: Int] = [:]
    var seen = Set<Here>()
    var found: [Sort] = []
    for locality in localities {
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
      guard seen.insert(here).inserted || !isShort else { continue }
      let capacities = Capacity.allCases.filter { capacity in
        !isShort || capacity == .own || binding.contains { binders[$0].capacities.contains(capacity) }
      }
      let place = places[here.binding] ?? places.count
      places[here.binding] = place
      for kind in kinds {
        for capacity in capacities {
          let bound = Bound(place: place, sort: kind.sort, capacity: capacity)
          let clauses =
            known[bound]
            ?? Agencies.bits(of: binding, count: binders.count) { index in
              let binder = binders[index]
              return kind.matches[binder.set]
                && (binder.capacities.isEmpty || binder.capacities.contains(capacity))
            }
          known[bound] = clauses
          found.append(
            Sort(
              agency: Request.Agency(kind: kind.name, locality: locality.name, capacity: capacity),
              made: Made(
                jurisdiction: jurisdiction, acts: nil, binding: clauses, parts: here.parts, courts: here.courts)))
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

  /// Agencies of one sort at places of one sort.
  private struct Bound: Hashable {
    let place: Int
    let sort: Int
    let capacity: Capacity
  }

  /// Kinds of agency, with the sets of agencies that each is in, and the number of those that are in the same; one of each sort
  /// if the rest may be left out.
  private func kindSorts(
    of used: Set<Int>, on day: Day, isShort: Bool
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
    return library.vocabulary.agencies.compactMap { kind in
      let matches = members.map { $0?.contains(kind.name) ?? true }
      if let sort = sorts[matches] { return isShort ? nil : (kind.name, matches, sort) }
      sorts[matches] = sorts.count
      return (kind.name, matches, sorts.count - 1)
    }
  }

  private static func bits(of indices: some Sequence<Int>, count: Int, where isSet: (Int) -> Bool) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    for index in indices where isSet(index) { words[index / 64] |= 1 << UInt64(index % 64) }
    return words
  }

  /// The days on which something begins or ends in the law that binds the jurisdiction or a place in it, or on which a test of
  /// the day of the act turns.
  var turningDays: [Day] { Agencies.turningDays(of: jurisdiction, in: library) }

  /// The same, of a library's law for a jurisdiction.
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
