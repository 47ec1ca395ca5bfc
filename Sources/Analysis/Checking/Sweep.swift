import LawLanguage
import Norms

/// Goes through every slice of the law on some days, each once, and notes what it comes to.
struct Sweep {
  private(set) var life = Life()
  private(set) var conflicts: [ConflictKey: Conflict] = [:]
  private(set) var gaps: [GapKey: Gap] = [:]
  private(set) var undecided: [UndecidedKey: Undecided] = [:]
  /// How many different slices there were, how many occasions they could bring, and of how many of these a solver was asked.
  private(set) var (slices, occasions, asked) = (0, 0, 0)
  /// Who is asked of what is too wide to go through.
  private let solver: (any SolverProgram)?
  /// More nodes than this are not made for one slice.
  private let mostNodes: Int
  private var seen = Set<Seen>()
  /// What was said of some acts, and what became of it.
  private var sayings: [Agencies.Saying: Known] = [:]
  /// Slices that were gone through on the last day of some jurisdiction.
  private var examined: [Place: Examined] = [:]
  private var numbers = NormNumbers()
  /// Of the jurisdiction that is gone through.
  private var known = (jurisdiction: "", axes: KnownAxes())
  /// Of the day that is gone through, once an edition is compiled on it.
  private var common: SharedDay?

  init(asking solver: (any SolverProgram)?, mostNodes: Int) {
    self.solver = solver
    self.mostNodes = mostNodes
  }

  /// A slice, as the library reads what courts contest or otherwise.
  private struct Seen: Hashable {
    var slice: SliceKey
    let isMarked: Bool
    /// The jurisdiction, where what is asked is what its law leaves open.
    var jurisdiction: String?
  }

  /// What is known of what was said once.
  private struct Known {
    /// The acts of which it can hang on the day.
    var dated = Set<String>()
    /// The slices of the acts, as the library reads them.
    var slices: [SliceKey] = []
  }

  /// A slice of some acts, as a vocabulary has them.
  private struct Place: Hashable {
    let slice: SliceKey
    let tree: Int
  }

  /// What a slice came to on the last day of a jurisdiction: it comes to the same in another.
  private struct Examined {
    /// None, where nothing can be asked.
    var occasions = 0
    var gaps: [(gap: Gap, basis: Basis)] = []
    /// Whether nothing in it hangs on the day or was too wide.
    var isLasting = true
  }

  /// Two rules that clash over an act.
  struct ConflictKey: Hashable {
    let act: String
    let command: SourceLocation
    let ban: SourceLocation
  }

  /// Where they clash.
  struct Conflict {
    let command: Norm
    let ban: Norm
    var witness: Witness
    var occasions: Int
  }

  /// An act on which the law of a jurisdiction says nothing, or gives no authority.
  struct GapKey: Hashable {
    let jurisdiction: String
    let act: String
    let basis: Basis
  }

  /// How far that reaches.
  struct Gap {
    var witness: Witness
    var occasions: Int
  }

  /// A slice with more classes than are gone through.
  struct UndecidedKey: Hashable {
    let jurisdiction: String
    let act: String
    let what: TooWide.What
  }

  /// Where that was first, and whether a solver was asked.
  struct Undecided {
    let occasion: Occasion
    let wasAsked: Bool
  }

  /// Goes through the agencies of a jurisdiction on a day; gaps are only of interest on the last.
  mutating func visit(_ agencies: Agencies, on day: Day, isLast: Bool) {
    let vocabulary = agencies.library.vocabulary
    if known.jurisdiction != agencies.jurisdiction { known = (agencies.jurisdiction, KnownAxes()) }
    // Another jurisdiction's library is another one.
    common = nil
    for sort in agencies.distinct(on: day) {
      let agency = sort.agency
      guard
        let zone = vocabulary.zoneName(of: agency.locality ?? agencies.jurisdiction).flatMap({ Zone(identifier: $0) })
      else { continue }
      for tree in agencies.trees { visit(tree, sort, zone, of: agencies, on: day, isLast: isLast) }
    }
  }

  private mutating func visit(
    _ tree: Agencies.ActTree, _ sort: Agencies.Sort, _ zone: Zone, of agencies: Agencies, on day: Day, isLast: Bool
  ) {
    let saying = agencies.saying(to: sort, about: tree)
    // What was said on a later day, or elsewhere, can come to something else only where it holds dates against the law's.
    let known = sayings[saying]
    let jurisdiction = isLast ? agencies.jurisdiction : nil
    var open = Set<String>()
    if let known {
      open = known.dated
      if isLast {
        for slice in known.slices
        where !tell(Place(slice: slice, tree: tree.number), sort.agency, agencies.jurisdiction, day) {
          open.insert(slice.act)
        }
      }
    }
    let acts = known == nil ? tree.acts : tree.acts.filter { open.contains($0.name) }
    guard !acts.isEmpty else { return }
    let (library, agency) = (agencies.library, sort.agency)
    let common = common(library, on: day)
    let ties = common.ties
    let edition = Edition(
      of: common.law, jurisdiction: agencies.jurisdiction, agency: agency, about: Set(acts.flatMap(\.related)))
    if known == nil { life.note(edition) }
    var found = Known()
    for (variant, readings) in edition.readingVariants.enumerated() {
      let isMarked = variant == 0
      let numbered = numbers.number(edition, readings: readings)
      for (act, related) in acts {
        let key = numbered.key(act, related: related, on: day)
        if key.day != nil { found.dated.insert(act) }
        if isMarked { found.slices.append(key) }
        let place = Place(slice: key, tree: tree.number)
        if isMarked, isLast, tell(place, agency, agencies.jurisdiction, day) { continue }
        guard isNew(key, isMarked, jurisdiction) else { continue }
        var result = Examined()
        let slice = Slice(of: act, in: edition)
        guard !slice.bearing.isEmpty || slice.needsAuthority || !slice.askingPapers.isEmpty else {
          if isMarked { examined[place] = result }
          continue
        }
        slices += 1
        for papers in Offers(for: [(slice, edition)]).offers {
          let occasion = Occasion(
            jurisdiction: agencies.jurisdiction, agency: agency, act: act, day: day,
            papers: papers)
          examine(occasion, edition, slice, ties, readings, zone, isMarked: isMarked, isLast: isLast, &result)
        }
        if isMarked, isLast, result.isLasting {
          examined[place] = result
          // Whatever day it is of, it comes to the same.
          seen.insert(Seen(slice: key, isMarked: true))
        }
      }
      for duty in edition.duties where !life.isSettled(edition.norms[duty.norm].rule) {
        let act = edition.norms[duty.norm].rule.act
        let key = numbered.key(act, duty: duty.norm, related: library.vocabulary.related(to: act), on: day)
        guard isNew(key, isMarked, nil) else { continue }
        examine(duty, edition, ties, readings, zone)
      }
    }
    if known == nil { sayings[saying] = found }
  }

  private mutating func common(_ library: Library, on day: Day) -> SharedDay {
    if let common, common.law.day == day { return common }
    let found = SharedDay(library, on: day)
    common = found
    return found
  }

  /// Whether a slice was not gone through yet. Read as the library does, it shows all that it would read otherwise.
  private mutating func isNew(_ slice: SliceKey, _ isMarked: Bool, _ jurisdiction: String?) -> Bool {
    let marked = Seen(slice: slice, isMarked: true, jurisdiction: jurisdiction)
    guard !isMarked else { return seen.insert(marked).inserted }
    return !seen.contains(marked)
      && seen.insert(Seen(slice: slice, isMarked: false, jurisdiction: jurisdiction)).inserted
  }

  /// Tells what a slice that was gone through comes to here; false if that is not known.
  private mutating func tell(
    _ place: Place, _ agency: Request.Agency, _ jurisdiction: String, _ day: Day
  ) -> Bool {
    let here = Seen(slice: place.slice, isMarked: true, jurisdiction: jurisdiction)
    if seen.contains(here) { return true }
    guard let known = examined[place] else { return false }
    seen.insert(here)
    guard known.occasions > 0 else { return true }
    slices += 1
    occasions += known.occasions
    for (gap, basis) in known.gaps {
      let key = GapKey(jurisdiction: jurisdiction, act: place.slice.act, basis: basis)
      note(gap.elsewhere(jurisdiction, agency, day), key)
    }
    return true
  }

  private mutating func note(_ gap: Gap, _ key: GapKey) {
    if gaps[key] == nil { gaps[key] = gap } else { gaps[key]?.occasions += gap.occasions }
  }

  // MARK: Acts

  private mutating func examine(
    _ occasion: Occasion, _ edition: Edition, _ slice: Slice, _ ties: ConstraintTies,
    _ readings: [Int], _ zone: Zone,
    isMarked: Bool, isLast: Bool, _ result: inout Examined
  ) {
    occasions += 1
    result.occasions += 1
    let isSettled = attempt(occasion) { sweep, solver throws(TooWide) in
      var found = try OccasionClasses(
        occasion, in: edition, slice: slice, ties: ties, readings: readings, zone: zone, known: sweep.known.axes,
        mostNodes: sweep.mostNodes, asking: solver)
      let words = LookWords(found.table, of: occasion, in: edition.library)
      try sweep.life.note(found.act, found.table, words, &found.classes)
      // Where no court chooses, the answer is that of the marked reading.
      guard isMarked else { return }
      try sweep.noteConflicts(&found)
      if isLast { try sweep.noteGaps(&found, &result) }
    }
    if !isSettled { result.isLasting = false }
  }

  /// Goes through something, or asks a solver where there is too much; false if neither settles it.
  private mutating func attempt(
    _ occasion: Occasion, _ step: (inout Sweep, (any SolverProgram)?) throws(TooWide) -> Void
  ) -> Bool {
    do {
      try step(&self, nil)
      return true
    } catch {
      // What was seen before there was too much was seen.
      return isAnswered(occasion, error, step)
    }
  }

  private mutating func isAnswered(
    _ occasion: Occasion, _ error: TooWide, _ step: (inout Sweep, (any SolverProgram)?) throws(TooWide) -> Void
  ) -> Bool {
    if let solver {
      do {
        try step(&self, solver)
        asked += 1
        return true
      } catch {
        // What it settled before that stands, too.
      }
    }
    let key = UndecidedKey(jurisdiction: occasion.jurisdiction, act: occasion.act, what: error.what)
    if undecided[key] == nil { undecided[key] = Undecided(occasion: occasion, wasAsked: solver != nil) }
    return false
  }

  private mutating func noteConflicts(_ found: inout OccasionClasses) throws(TooWide) {
    let edition = found.act.edition
    for (verdict, node) in found.act.verdicts where verdict.answer == .conflict {
      let sides = found.act.roles.filter { $0.key.role == .decides || $0.key.role == .deniesAuthority }
      for (command, commanding) in sides where edition.norms[command.norm].rule.modality == .must {
        for (ban, banning) in sides where edition.norms[ban.norm].rule.modality != .must {
          let both = try found.classes.diagrams.both(commanding, banning)
          let clash = try found.classes.diagrams.both(both, node)
          if try found.classes.isEmpty(clash) { continue }
          let key = ConflictKey(
            act: found.occasion.act, command: edition.norms[command.norm].rule.location,
            ban: edition.norms[ban.norm].rule.location)
          if conflicts[key] != nil {
            conflicts[key]?.occasions += 1
          } else if let witness = try found.witness(of: verdict, in: clash) {
            conflicts[key] = Conflict(
              command: edition.norms[command.norm], ban: edition.norms[ban.norm], witness: witness, occasions: 1)
          }
        }
      }
    }
  }

  /// Only what a paper asks for can be missed.
  private mutating func noteGaps(_ found: inout OccasionClasses, _ result: inout Examined) throws(TooWide) {
    let occasion = found.occasion
    guard let paper = occasion.papers.first, found.act.slice.askingPapers.contains(paper) else { return }
    for (verdict, node) in found.act.verdicts where verdict.basis == .silent || verdict.basis == .noAuthorityFound {
      let key = GapKey(jurisdiction: occasion.jurisdiction, act: occasion.act, basis: verdict.basis)
      if let place = result.gaps.firstIndex(where: { $0.basis == verdict.basis }) {
        result.gaps[place].gap.occasions += 1
        gaps[key]?.occasions += 1
      } else if let witness = try found.witness(of: verdict, in: node) {
        let gap = Gap(witness: witness, occasions: 1)
        result.gaps.append((gap, verdict.basis))
        result.isLasting = result.isLasting && !witness.recorded.namesDay
        note(gap, key)
      }
    }
  }

  // MARK: Duties

  private mutating func examine(
    _ duty: DutyNorm, _ edition: Edition, _ ties: ConstraintTies, _ readings: [Int], _ zone: Zone
  ) {
    let rule = edition.norms[duty.norm].rule
    for papers in Offers(for: [(duty.slice, edition)]).offers {
      let occasion = Occasion(
        jurisdiction: edition.jurisdiction, agency: edition.agency, act: rule.act, day: edition.day, papers: papers)
      let grounds: [Int?] = rule.paper == nil ? [nil] : papers.indices.map { $0 }
      _ = attempt(occasion) { sweep, solver throws(TooWide) in
        if try sweep.isOwed(duty, grounds, occasion, edition, ties, readings, zone, solver) {
          sweep.life.noteOwed(rule)
        }
      }
    }
  }

  /// Whether the duty is owed in some class, on some ground.
  private mutating func isOwed(
    _ duty: DutyNorm, _ grounds: [Int?], _ occasion: Occasion, _ edition: Edition,
    _ ties: ConstraintTies,
    _ readings: [Int], _ zone: Zone, _ solver: (any SolverProgram)?
  ) throws(TooWide) -> Bool {
    let grounded = GroundedFormulas(
      edition: edition, ties: ties, papers: occasion.papers, readings: readings)
    var table = LookTable()
    let formulas = grounds.map { SliceFormulas(duty.slice, ground: $0, grounded: grounded, table: &table) }
    let finding = AxisFinding(sides: [grounded], occasion: occasion, zone: zone, known: known.axes)
    let looks = formulas.looks.sorted
    var classes =
      if let solver {
        try finding.classes(of: looks, asking: solver, in: &table)
      } else {
        try Classes(axes: finding.axes(of: looks, in: &table), mostNodes: mostNodes)
      }
    var isOwed = false
    let words = LookWords(table, of: occasion, in: edition.library)
    for own in formulas {
      let standings = try Standings(duty.slice, own, in: edition, classes: &classes)
      try life.note(standings, own, edition, words, &classes)
      var owed = standings[duty.norm].stands
      for bearing in duty.slice.bearing where bearing.force == .mustNot {
        owed = try classes.diagrams.without(owed, standings[bearing.norm].stands)
      }
      if try !classes.isEmpty(owed) { isOwed = true }
    }
    return isOwed
  }
}

extension Sweep.Gap {
  /// The same of another agency.
  fileprivate func elsewhere(_ jurisdiction: String, _ agency: Request.Agency, _ day: Day) -> Sweep.Gap {
    let occasion = Occasion(
      jurisdiction: jurisdiction, agency: agency, act: witness.occasion.act, day: day, papers: witness.occasion.papers)
    return Sweep.Gap(
      witness: Witness(
        occasion: occasion, recorded: witness.recorded, verdict: witness.verdict, classes: witness.classes,
        total: witness.total), occasions: occasions)
  }
}

extension Edition {
  /// The library's reading of what courts contest, and each other one with the rest as the library reads it.
  fileprivate var readingVariants: [[Int]] {
    let marked = markedReadings
    var variants = [marked]
    for (contest, own) in marked.enumerated() {
      for reading in contests[contest].readings.indices where reading != own {
        var other = marked
        other[contest] = reading
        variants.append(other)
      }
    }
    return variants
  }
}

extension OccasionClasses {
  /// The smallest request of a set that gets a verdict, with how many classes are in it.
  mutating func witness(of verdict: Verdict, in node: Diagrams.Node) throws(TooWide) -> Witness? {
    guard let recorded = try classes.example(of: node) else { return nil }
    return Witness(
      occasion: occasion, recorded: recorded, verdict: verdict, classes: try classes.counted(node),
      total: try classes.counted(Diagrams.every))
  }
}
