package import Analysis
package import LawLanguage
import Norms
package import Reasoning

/// The law of one offer, ready for tables of any length: a small program over bitsets, and the engine of single requests for what
/// the program leaves open.
package struct BatchLaw: Sendable {
  /// What the rows share.
  package let offer: RowOffer
  /// What the program is made of; nil if the law is too wide for it, so that every row goes through the engine.
  package let classes: RowClasses?
  /// The law of single requests.
  package let prepared: PreparedEdition
  let slice: Slice
  let steps: DiagramSteps?
  let spans: ReckonedSpans
  let zone: Zone

  /// Compiles the law of a day. Rows are to be of that day's epoch.
  ///
  /// - Throws: `UnknownZone` if the agency's place has no time zone that the machine knows.
  package init(
    _ offer: RowOffer, on day: Day, in library: Library, digests: LibraryDigests
  ) throws(UnknownZone) {
    self.offer = offer
    prepared = try PreparedEdition(
      library: library, jurisdiction: offer.jurisdiction, agency: offer.agency, day: day,
      acts: [offer.act],
      digests: digests)
    zone = prepared.zone
    slice = Slice(of: offer.act, in: prepared.edition)
    classes = try? RowClasses(of: slice, in: prepared.edition, papers: offer.papers, zone: zone)
    spans = ReckonedSpans(of: classes?.looks ?? [])
    steps = classes.map { DiagramSteps($0.diagram, groups: $0.groups) }
  }

  /// What can be said at the ends, with the norms that decide.
  package var ends: [DecisionDiagram.End] { classes?.diagram.ends ?? [] }

  /// The name of a norm, as an index into the edition.
  package func name(ofNorm norm: Int) -> QualifiedName { prepared.edition.norms[norm].rule.name }
}

/// What the law says of a table's rows.
package struct RowDecisions: Sendable {
  /// By row, a place in `Answer.allCases`.
  package var answers: [UInt8]
  /// By row, the norm that decides, as an index into the edition; -1 where none does, or none is certain.
  package var norms: [Int16]
  /// By row, the answers that are possible, a bit for each place in `Answer.allCases`.
  package var possible: [UInt8]
  /// How many rows went through the engine of single requests.
  package var exact = 0

  /// How many rows have each answer.
  package var counts: [Answer: Int] {
    var counts = [Int](repeating: 0, count: Answer.allCases.count)
    for answer in answers { counts[Int(answer)] += 1 }
    return Dictionary(uniqueKeysWithValues: Answer.allCases.enumerated().map { ($1, counts[$0]) })
  }
}

extension Answer {
  /// Its place among all.
  package var place: UInt8 {
    switch self {
    case .required: 0
    case .prohibited: 1
    case .permitted: 2
    case .conflict: 3
    case .undetermined: 4
    }
  }
}

/// How many rows end where: the counts alone, without a list of rows.
package struct RowCounts: Sendable, Hashable {
  /// By the place in `Answer.allCases`.
  package var answers = [Int](repeating: 0, count: Answer.allCases.count)
  /// By the norm, as an index into the edition; -1 for none.
  package var norms: [Int: Int] = [:]
  /// How many rows went through the engine of single requests.
  package var exact = 0

  /// No row yet.
  package init() {}
}
