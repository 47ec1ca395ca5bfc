import Dispatch
public import LawLanguage
public import Norms
import Synchronization

/// What a caller may ask for beyond the answer.
public struct DecisionOptions: Sendable {
  /// Whether to look for what would change the answers.
  public var explain: Bool
  /// How contested clauses are read where no court chooses; those that are not named are read as the library marks.
  public var readings: [ReadingPosition]
  /// Whether the acts are answered on all processors: sooner for who asks once, and dearer for who answers many.
  public var isSideBySide: Bool

  /// Options; nothing beyond the answer unless asked for.
  public init(explain: Bool = false, readings: [ReadingPosition] = [], isSideBySide: Bool = false) {
    self.explain = explain
    self.readings = readings
    self.isSideBySide = isSideBySide
  }
}

/// The request names a place or zone that the library does not know; the reader of requests refuses it before.
public struct UnknownZone: Error, Sendable {
  /// The place.
  public let place: String
}

/// An edition with the slices of some acts ready, for many requests of one agency, on any day on which the law is the same.
public struct PreparedEdition: Sendable {
  /// The law of the day for the agency.
  public let edition: Edition
  /// That of the agency's place.
  package let zone: Zone
  private let slices: [String: Slice]
  private let digests: LibraryDigests
  private let plans: CompletionPlans

  /// Compiles the law for the agency and day, and slices it for the acts.
  ///
  /// - Throws: `UnknownZone` if the agency's place has no time zone that the machine knows.
  public init(
    library: Library, jurisdiction: String, agency: Request.Agency, day: Day, acts: [String], digests: LibraryDigests
  ) throws(UnknownZone) {
    try self.init(
      Edition(library: library, jurisdiction: jurisdiction, agency: agency, day: day), acts: acts, digests: digests)
  }

  /// An edition that speaks of the acts, with their slices.
  ///
  /// - Throws: `UnknownZone` if the agency's place has no time zone that the machine knows.
  package init(_ edition: Edition, acts: [String], digests: LibraryDigests) throws(UnknownZone) {
    let agency = edition.agency
    let (library, jurisdiction) = (edition.library, edition.jurisdiction)
    let place = agency.locality ?? jurisdiction
    guard let zone = library.vocabulary.zone(of: place) else { throw UnknownZone(place: place) }
    self.edition = edition
    plans = CompletionPlans(of: edition)
    self.zone = zone
    self.digests = digests
    var slices: [String: Slice] = [:]
    for act in acts { slices[act] = Slice(of: act, in: edition) }
    self.slices = slices
  }

  /// Decides a request of the same agency, on a day of the same law.
  public func decide(_ request: Request, options: DecisionOptions = DecisionOptions()) -> Decision {
    let deliberation = deliberation(on: request, reading: options.readings)
    var answers: [ActAnswer] = []
    var questions: [FactPath] = []
    var followUps: [FactPath] = []
    for (answer, later) in answered(request, deliberation, options) {
      questions += answer.asking
      followUps += later
      answers.append(answer)
    }
    let duties = duties(deliberation, answers)
    for duty in duties {
      followUps += edition.library.vocabulary.ordered(duty.matters)
      if let anchor = duty.unknownAnchor { followUps.append(anchor) }
    }
    let asked = unique(questions)
    let vocabulary = edition.library.vocabulary
    return Decision(
      answers: answers, duties: duties.map(\.duty),
      questions: (asked.filter { !vocabulary.isJudgement($0) } + asked.filter(vocabulary.isJudgement))
        .map(vocabulary.question),
      followUps: unique(followUps).filter { !asked.contains($0) }.map(vocabulary.question),
      unused: (Array(request.facts.keys) + Array(request.records.keys)).filter { !edition.looksAt.contains($0) }
        .sorted(),
      receipt: Receipt(
        day: request.day, laws: digests.files, library: digests.library, engine: engineVersion,
        tzdata: digests.zoneData, request: request,
        readings: options.readings.filter { position in edition.contests.contains { position.index(in: $0) != nil } }))
  }

  private typealias Answered = (answer: ActAnswer, later: [FactPath])

  /// What is answered of each act.
  private func answered(_ request: Request, _ deliberation: Deliberation, _ options: DecisionOptions) -> [Answered] {
    let slices = request.acts.map(slice(of:))
    guard options.isSideBySide else { return slices.map { deliberation.answer($0, options: options) } }
    // Of each act what its contested clauses say as they are read, and what they say otherwise. What is found of completions on
    // the way stays with the processor that found it.
    let marked = Mutex([Summary?](repeating: nil, count: slices.count))
    let others = Mutex([[Deliberation.OtherReading]](repeating: [], count: slices.count))
    DispatchQueue.concurrentPerform(iterations: slices.count * 2) { index in
      let slice = slices[index / 2]
      guard index.isMultiple(of: 2) || slice.isContested(in: edition) else { return }
      let own = self.deliberation(on: request, reading: options.readings)
      if index.isMultiple(of: 2) {
        let found = own.summary(of: slice, readings: own.situation.readings)
        marked.withLock { $0[index / 2] = found }
      } else {
        let found = own.otherReadings(of: slice)
        others.withLock { $0[index / 2] = found }
      }
    }
    let found = zip(marked.withLock { $0 }.compactMap { $0 }, others.withLock { $0 })
    return zip(slices, found).map { deliberation.answer($0, marked: $1.0, others: $1.1, options: options) }
  }

  private func slice(of act: String) -> Slice { slices[act] ?? Slice(of: act, in: edition) }

  /// What of some rules would be owed under another request whose acts are answered as these were: all that differs is what
  /// is known.
  package func duties(
    of rules: Set<QualifiedName>, _ request: Request, answers: [ActAnswer], reading positions: [ReadingPosition] = []
  ) -> [Duty] {
    duties(deliberation(on: request, reading: positions), answers, of: rules).map(\.duty)
  }

  /// What is answered of each act, and why: no cautions, duties or receipt, for whoever asks of many requests.
  package func answers(_ request: Request) -> [ActAnswer] {
    let deliberation = deliberation(on: request)
    return request.acts.map { deliberation.bareAnswer(slice(of: $0)) }
  }

  /// What is known of a request, before its law.
  func deliberation(on request: Request, reading positions: [ReadingPosition] = []) -> Deliberation {
    Deliberation(request, edition: edition, zone: zone, plans: plans, reading: positions)
  }

  private func duties(
    _ deliberation: Deliberation, _ answers: [ActAnswer], of rules: Set<QualifiedName>? = nil
  ) -> [DutyFinder.Found] {
    let possible = Dictionary(answers.map { ($0.act, $0.possible) }) { first, _ in first }
    return DutyFinder(deliberation: deliberation, possible: possible).duties(of: rules)
  }

  private func unique(_ paths: [FactPath]) -> [FactPath] {
    var seen = Set<FactPath>()
    return paths.filter { seen.insert($0).inserted }
  }
}

/// Decides one request.
///
/// - Throws: `UnknownZone` if the agency's place has no time zone that the machine knows.
public func decide(
  _ request: Request, in library: Library, digests: LibraryDigests? = nil, options: DecisionOptions = DecisionOptions()
) throws(UnknownZone) -> Decision {
  try PreparedEdition(
    library: library, jurisdiction: request.jurisdiction, agency: request.agency, day: request.day,
    acts: request.acts, digests: digests ?? LibraryDigests(of: library)
  ).decide(request, options: options)
}

extension Vocabulary {
  /// The zone of a place, or of what contains it.
  public func zone(of place: String) -> Zone? { zoneName(of: place).flatMap { Zone(identifier: $0) } }

  func ordered(_ paths: Set<FactPath>) -> [FactPath] {
    guard paths.count > 1 else { return Array(paths) }
    return paths.sorted { order(of: $0).lexicographicallyPrecedes(order(of: $1)) }
  }
}
