import LawLanguage
import Norms

/// One side's edition for an agency, ready to be compared.
struct Prepared {
  let side: LawSide
  let edition: Edition
  private let common: Common
  private let numbered: NormNumbers.Numbered
  /// The side's own dates.
  private let dates: Situation

  /// - Parameter acts: only as far as what is said of these goes; nil: of all.
  init(
    _ side: LawSide, _ agency: Request.Agency, _ zone: Zone, about acts: Set<String>?, _ common: Common,
    numbers: inout NormNumbers
  ) {
    self.side = side
    self.common = common
    edition = Edition(of: common.shared.law, jurisdiction: side.jurisdiction, agency: agency, about: acts)
    numbered = numbers.number(edition, readings: edition.markedReadings)
    dates = Situation(
      facts: [:], papers: [], paperKinds: [], records: [:], readings: [], asked: side.day, decided: side.day,
      decidedInstant: nil, acted: side.day, zone: zone, recorded: [:])
  }

  /// What the editions of all agencies of a side have in common.
  struct Common {
    let shared: SharedDay
    /// The acts that rules on each may speak of.
    let related: [String: [String]]

    init(_ side: LawSide) {
      shared = SharedDay(side.library, on: side.day)
      let vocabulary = side.library.vocabulary
      related = Dictionary(vocabulary.acts.map { ($0.name, vocabulary.related(to: $0.name)) }) { first, _ in first }
    }
  }

  func grounded(_ papers: [String]) -> GroundedFormulas {
    GroundedFormulas(
      edition: edition, ties: common.shared.ties, papers: papers, readings: edition.markedReadings, dates: dates)
  }

  // MARK: Keys

  func key(_ act: String) -> SliceKey {
    let vocabulary = side.library.vocabulary
    return numbered.key(act, related: common.related[act] ?? vocabulary.related(to: act), on: side.day)
  }

  /// Of some duties of one act, with the bans that may remove them.
  func key(_ act: String, _ duties: [OwnDuty]) -> SliceKey {
    let norms = Set(duties.flatMap(\.duty.slice.involved)).sorted().map { numbered.norms[$0] }
    return SliceKey(
      act: act, duty: duties.first.map { numbered.norms[$0.duty.norm].number } ?? -1,
      norms: norms.map(\.number).sorted(),
      day: norms.contains(where: \.isDated) ? side.day : nil)
  }

  /// Whether two slices need not be compared: their norms are the same, and so is what the words mean.
  func saysTheSame(as other: Prepared, _ own: SliceKey, _ others: SliceKey) -> Bool {
    guard own.norms == others.norms else { return false }
    // Dates of the request alone move with the sides' days; what is held against the law's own days moves with neither.
    guard own.day == nil || own.day == others.day || !looksAtDates(own.act) else { return false }
    let (vocabulary, theirs) = (side.library.vocabulary, other.side.library.vocabulary)
    return vocabulary.act(own.act) == theirs.act(own.act) && vocabulary.papers == theirs.papers
  }

  private func looksAtDates(_ act: String) -> Bool {
    Slice(of: act, in: edition).predicates.contains { index in
      if case .request(let test) = edition.predicates[index], case .date = test.subject { true } else { false }
    }
  }

  // MARK: Duties

  /// The duties that bind the agency, by their words.
  var duties: [String: [OwnDuty]] {
    Dictionary(grouping: edition.duties.map { OwnDuty(duty: $0, rule: edition.norms[$0.norm].rule) }) {
      ClauseWords.words($0.rule)
    }
  }

  /// The classes in which one of the duties is owed, on some ground.
  func owed(
    _ duties: [OwnDuty], _ formulas: [[SliceFormulas]], _ classes: inout Classes
  ) throws(TooWide) -> Diagrams.Node {
    var found = Diagrams.none
    for (own, grounds) in zip(duties, formulas) {
      for formulas in grounds {
        let standings = try Standings(own.duty.slice, formulas, in: edition, classes: &classes)
        var owed = standings[own.duty.norm].stands
        for bearing in own.duty.slice.bearing where bearing.force == .mustNot {
          owed = try classes.diagrams.without(owed, standings[bearing.norm].stands)
        }
        found = try classes.diagrams.either(found, owed)
      }
    }
    return try classes.diagrams.both(found, classes.feasible)
  }
}

/// A duty with its rule.
struct OwnDuty {
  let duty: DutyNorm
  let rule: Rule

  /// The grounds on which it may be owed.
  func grounds(among papers: [String]) -> [Int?] { rule.paper == nil ? [nil] : papers.indices.map { $0 } }
}
