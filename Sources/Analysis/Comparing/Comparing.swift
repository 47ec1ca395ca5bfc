package import LawLanguage
import Norms

/// Compares the law of two sides before every request: the same agency asked the same, with the same known.
///
/// Look-backs run from the day of the later side on both, so that a conviction five years old is as old under either law. What the
/// vocabulary of one side does not allow is no request.
package struct Comparing {
  private var numbers = NormNumbers(byPlace: false)
  /// Of the two libraries that are compared, whatever the day.
  private var axes = KnownAxes()
  private var laws: AgencyPairs.Laws?
  private var seen = Set<PairKey>()
  private var found: [ChangeKey: LawChange] = [:]
  private var order: [ChangeKey] = []
  private var comparison = Comparison()
  /// Acts that are compared; nil: all.
  private let acts: Set<String>?

  /// Two slices that were compared.
  private struct PairKey: Hashable {
    let old: SliceKey
    let new: SliceKey
  }

  private struct ChangeKey: Hashable {
    let act: String
    let kind: LawChange.Kind
    let conditions: [[String]]
  }

  /// Nothing compared yet.
  package init(acts: Set<String>? = nil) { self.acts = acts }

  /// The days on which something begins or ends in a jurisdiction, in either library.
  package static func days(_ jurisdiction: String, _ old: Library, _ new: Library) -> [Day] {
    let days = [old, new].flatMap { Agencies(library: $0, jurisdiction: jurisdiction).turningDays }
    return Set(days).sorted()
  }

  /// What was found so far.
  package var result: Comparison {
    var result = comparison
    result.changes = order.compactMap { found[$0] }
    return result
  }

  /// Compares two sides; what was compared before is not told again.
  package mutating func compare(_ old: LawSide, _ new: LawSide) {
    let laws: AgencyPairs.Laws
    if let known = self.laws, known.are(old, new) {
      laws = known
    } else {
      laws = AgencyPairs.Laws(old, new)
      self.laws = laws
      axes = KnownAxes()
    }
    let pairs = AgencyPairs(laws, on: old.day, new.day)
    let common = (old: Prepared.Common(old), new: Prepared.Common(new))
    let vocabulary = new.library.vocabulary
    var names = vocabulary.acts.map(\.name)
    names += old.library.vocabulary.acts.map(\.name).filter { vocabulary.act($0) == nil }
    if let acts { names = names.filter(acts.contains) }
    for pair in pairs.distinct {
      let (agency, open) = (pair.agency, pairs.open(pair))
      guard open?.isEmpty != true,
        let zone = vocabulary.zoneName(of: agency.locality ?? new.jurisdiction).flatMap({ Zone(identifier: $0) })
      else { continue }
      let left = Prepared(old, agency, zone, about: open, common.old, numbers: &numbers)
      let right = Prepared(new, agency, zone, about: open, common.new, numbers: &numbers)
      for act in names where open?.contains(act) ?? true {
        let keys = PairKey(old: left.key(act), new: right.key(act))
        guard !left.saysTheSame(as: right, keys.old, keys.new), seen.insert(keys).inserted else { continue }
        attempt(act) { comparing throws(TooWide) in try comparing.compare(act, left, right, agency, zone) }
      }
      compareDuties(left, right, agency, zone)
    }
  }

  private mutating func attempt(_ act: String, _ step: (inout Comparing) throws(TooWide) -> Void) {
    do {
      try step(&self)
    } catch {
      if !comparison.undecided.contains(act) { comparison.undecided.append(act) }
    }
  }

  // MARK: Acts

  private mutating func compare(
    _ act: String, _ old: Prepared, _ new: Prepared, _ agency: Request.Agency, _ zone: Zone
  ) throws(TooWide) {
    let slices = (old: Slice(of: act, in: old.edition), new: Slice(of: act, in: new.edition))
    for papers in Offers(for: [(slices.old, old.edition), (slices.new, new.edition)]).offers {
      let occasion = Occasion(
        jurisdiction: new.side.jurisdiction, agency: agency, act: act, day: new.side.day, papers: papers)
      var table = LookTable()
      let sides = [old.grounded(papers), new.grounded(papers)]
      let formulas = zip([slices.old, slices.new], sides).map { slice, grounded in
        slice.grounds(among: papers).map { SliceFormulas(slice, ground: $0, grounded: grounded, table: &table) }
      }
      let looks = formulas.joined().looks.sorted
      let finding = AxisFinding(sides: sides, occasion: occasion, zone: zone, known: axes)
      var classes = try Classes(axes: finding.axes(of: looks, in: &table))
      let left = try ActClasses(slices.old, formulas[0], in: old.edition, classes: &classes)
      let right = try ActClasses(slices.new, formulas[1], in: new.edition, classes: &classes)
      let words = LookWords(table, of: occasion, in: new.side.library)
      let total = try classes.count(of: Diagrams.every)
      comparison.total += total
      let (before, after) = (try left.rulings(&classes), try right.rulings(&classes))
      var alike = Diagrams.none
      for one in before {
        for other in after {
          let both = try classes.diagrams.both(one.node, other.node)
          if both == Diagrams.none { continue }
          guard one.ruling != other.ruling else {
            if one.ruling.answer != .prohibited { alike = try classes.diagrams.either(alike, both) }
            continue
          }
          let change = LawChange.Kind.answer(from: one.ruling, to: other.ruling)
          comparison.changed += try classes.count(of: both)
          try note(act, change, both, occasion, words, total, &classes)
        }
      }
      let bounds = (old: try left.bounds(&classes), new: try right.bounds(&classes))
      for bound in Set(bounds.old.keys).union(bounds.new.keys).sorted() {
        let (one, other) = (bounds.old[bound] ?? Diagrams.none, bounds.new[bound] ?? Diagrams.none)
        let lost = try classes.diagrams.both(classes.diagrams.without(one, other), alike)
        try note(act, .bound(bound, isNew: false), lost, occasion, words, total, &classes)
        let won = try classes.diagrams.both(classes.diagrams.without(other, one), alike)
        try note(act, .bound(bound, isNew: true), won, occasion, words, total, &classes)
      }
    }
  }

  private mutating func note(
    _ act: String, _ kind: LawChange.Kind, _ node: Diagrams.Node, _ occasion: Occasion, _ words: LookWords,
    _ total: UInt128, _ classes: inout Classes
  ) throws(TooWide) {
    guard let recorded = try classes.example(of: node) else { return }
    let conditions = try classes.implicants(of: node).map { implicant in
      implicant.map { words.words($0.look, isTrue: $0.isTrue) }
    }
    let count = try classes.count(of: node)
    let key = ChangeKey(act: act, kind: kind, conditions: conditions.sorted { $0.lexicographicallyPrecedes($1) })
    if found[key] != nil {
      found[key]?.occasions.append(occasion)
      found[key]?.classes += count
      found[key]?.total += total
    } else {
      order.append(key)
      found[key] = LawChange(
        act: act, kind: kind, conditions: key.conditions, occasions: [occasion], classes: count, total: total,
        recorded: recorded)
    }
  }

  // MARK: Duties

  private mutating func compareDuties(_ old: Prepared, _ new: Prepared, _ agency: Request.Agency, _ zone: Zone) {
    let (before, after) = (old.duties, new.duties)
    for words in Set(before.keys).union(after.keys).sorted() {
      let (left, right) = (before[words] ?? [], after[words] ?? [])
      guard let act = (right.first?.rule ?? left.first?.rule)?.act, acts?.contains(act) ?? true else { continue }
      let keys = PairKey(old: old.key(act, left), new: new.key(act, right))
      guard keys.old != keys.new, seen.insert(keys).inserted else { continue }
      attempt(act) { comparing throws(TooWide) in
        try comparing.compare(words, act, (old, left), (new, right), agency, zone)
      }
    }
  }

  private mutating func compare(
    _ duty: String, _ act: String, _ old: (Prepared, [OwnDuty]), _ new: (Prepared, [OwnDuty]),
    _ agency: Request.Agency, _ zone: Zone
  ) throws(TooWide) {
    let all = old.1.map { ($0.duty.slice, old.0.edition) } + new.1.map { ($0.duty.slice, new.0.edition) }
    let namesPaper = (old.1 + new.1).contains { $0.rule.paper != nil }
    for papers in namesPaper ? Offers(for: all).offers : [[]] {
      let occasion = Occasion(
        jurisdiction: new.0.side.jurisdiction, agency: agency, act: act, day: new.0.side.day, papers: papers)
      var table = LookTable()
      let sides = [old.0.grounded(papers), new.0.grounded(papers)]
      let formulas = zip([old.1, new.1], sides).map { duties, grounded in
        duties.map { own in
          own.grounds(among: papers).map {
            SliceFormulas(own.duty.slice, ground: $0, grounded: grounded, table: &table)
          }
        }
      }
      let looks = formulas.joined().joined().looks.sorted
      let finding = AxisFinding(sides: sides, occasion: occasion, zone: zone, known: axes)
      var classes = try Classes(axes: finding.axes(of: looks, in: &table))
      let one = try old.0.owed(old.1, formulas[0], &classes)
      let other = try new.0.owed(new.1, formulas[1], &classes)
      let words = LookWords(table, of: occasion, in: new.0.side.library)
      let total = try classes.count(of: Diagrams.every)
      let lost = try classes.diagrams.without(one, other)
      try note(act, .duty(duty, isNew: false), lost, occasion, words, total, &classes)
      let won = try classes.diagrams.without(other, one)
      try note(act, .duty(duty, isNew: true), won, occasion, words, total, &classes)
    }
  }
}

extension ActClasses {
  /// The classes of each answer and basis, whatever the ground is.
  fileprivate func rulings(_ classes: inout Classes) throws(TooWide) -> [(ruling: Ruling, node: Diagrams.Node)] {
    var found: [(ruling: Ruling, node: Diagrams.Node)] = []
    for (verdict, node) in verdicts {
      if let index = found.firstIndex(where: { $0.ruling == Ruling(verdict) }) {
        found[index].node = try classes.diagrams.either(found[index].node, node)
      } else {
        found.append((Ruling(verdict), node))
      }
    }
    return found
  }

  /// The classes in which each bound or step counts, by its words.
  fileprivate func bounds(_ classes: inout Classes) throws(TooWide) -> [String: Diagrams.Node] {
    var found: [String: Diagrams.Node] = [:]
    for (role, node) in roles where role.role == .bounds {
      let rule = edition.norms[role.norm].rule
      for bound in rule.bounds {
        let words = ClauseWords.words(bound)
        found[words] = try classes.diagrams.either(found[words] ?? Diagrams.none, node)
      }
      for (index, step) in rule.steps.enumerated() {
        let words = "only after \(step.step)"
        var needed = Diagrams.none
        for formulas in formulas {
          guard let own = formulas.norms[role.norm], own.steps.indices.contains(index) else { continue }
          needed = try classes.diagrams.either(needed, classes.set(where: own.steps[index]))
        }
        let here = try classes.diagrams.both(node, needed)
        found[words] = try classes.diagrams.either(found[words] ?? Diagrams.none, here)
      }
    }
    return found
  }
}
