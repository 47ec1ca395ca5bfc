import LawLanguage

/// A request before the law of its day: who acts, where, and which declarations reach them.
struct Situation {
  let library: Library
  /// With the presumed facts filled in.
  var request: Request
  let zone: Zone
  /// The place of the agency that acts, and every place that contains it.
  let territory: Set<String>
  /// The kind of the agency that acts, and the kind it acts for.
  let kinds: Set<String>
  /// How many candidate completions may be looked at.
  let limit: Int

  var vocabulary: Vocabulary { library.vocabulary }

  init(_ request: Request, in library: Library, limit: Int) throws {
    self.library = library
    self.request = request
    self.limit = limit
    let place = request.agency.locality ?? request.jurisdiction
    territory = library.vocabulary.territory(of: place)
    kinds = Set([request.agency.kind, request.agency.actingFor].compactMap { $0 })
    guard let identifier = library.vocabulary.zoneName(of: place), let zone = Zone(identifier: identifier) else {
      throw InterpretationError.noZone(place: place)
    }
    self.zone = zone
    recordHours()
  }

  /// Page: "Courts". Whether the act lies after an hour of its day at which an order begins or ends is recorded with the instant
  /// of the act, unless anything is recorded of the hours of that day.
  private mutating func recordHours() {
    let hours = vocabulary.hourMarks.filter { $0.day == request.day }
    guard let acted = request.acted, !hours.contains(where: { request.facts[$0.fact] != nil }) else { return }
    for hour in hours {
      request.facts[hour.fact] = .yesNo(acted >= zone.instant(of: hour.day, minutes: hour.minutes))
    }
  }

  // MARK: Whom a declaration binds (page: "The head of a law", "Rules: Who")

  /// A law binds the agencies of the places it names. A law of the US that names none binds `US`, which contains all.
  func isBound(by law: Law) -> Bool { !territory.isDisjoint(with: law.binding) }

  /// Whether the law and a declaration of it are in force on the day of the act, and bind the agency.
  func isInForce(_ period: Period, of law: Law) -> Bool {
    isBound(by: law) && law.period.contains(request.day) && period.contains(request.day)
  }

  /// `any-agency`, a kind or a class: of the agency that acts, or of the one it acts for.
  func matches(_ agencies: AgencySet) -> Bool {
    switch agencies {
    case .any: true
    case .kind(let kind): kinds.contains(kind)
    case .named(let name): !kinds.isDisjoint(with: library.kinds(ofClass: name, on: request.day))
    }
  }

  /// `in` and `acting as` look at the agency that acts.
  func matches(_ who: Who) -> Bool {
    matches(who.agencies)
      && (who.places.isEmpty || !territory.isDisjoint(with: who.places))
      && (who.capacities.isEmpty || who.capacities.contains(request.agency.capacity))
  }

  // MARK: Dates and papers of the request

  /// The day of `asked`, `decided` or `acted`; it is always known.
  func day(of date: RequestDate) -> Day {
    switch date {
    case .asked: request.askedDay
    case .decided: request.decidedDay
    case .acted: request.day
    }
  }

  /// The known fields of a paper; what its kind fixes, it fixes for all.
  func recordedFields(ofPaper index: Int) -> [String: FactValue] {
    let paper = request.papers[index]
    let fixed = vocabulary.paper(paper.kind)?.fixed ?? [:]
    return paper.fields.merging(fixed) { _, fixed in fixed }
  }
}
