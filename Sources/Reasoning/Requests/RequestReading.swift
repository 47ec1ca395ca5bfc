public import LawLanguage

extension Library {
  /// Reads a draft against the library's words: every name known, every value of its type, no constraint broken.
  ///
  /// - Parameters:
  ///   - draft: The request as it was written.
  ///   - now: What `today` means.
  /// - Throws: `RequestError` with all its mistakes.
  public func request(from draft: RequestDraft, now: Instant) throws(RequestError) -> Request {
    var reading = RequestReading(library: self, draft: draft, now: now)
    return try reading.read()
  }

  /// The same, for a request that is decided by the law of another day: its own may lie before any law.
  ///
  /// - Throws: `RequestError` with all that is wrong with the draft.
  package func requestOfAnyDay(from draft: RequestDraft, now: Instant) throws(RequestError) -> Request {
    var reading = RequestReading(library: self, draft: draft, now: now)
    reading.takesAnyDay = true
    return try reading.read()
  }
}

/// One reading of a draft: the mistakes so far, and where each value came from.
struct RequestReading {
  let library: Library
  let draft: RequestDraft
  let now: Instant
  var issues = IssueList()
  /// Whether the day may lie before any law.
  var takesAnyDay = false
  /// The place of each known value, by the name a question gives it: `custody`, `i247a.signer`, `convictions[0].class`.
  var places: [String: ValuePlace] = [:]
  var values: ValueReader

  /// Where a value was written, and its field.
  struct ValuePlace {
    let location: RequestLocation
    let path: String
  }

  init(library: Library, draft: RequestDraft, now: Instant) {
    self.library = library
    self.draft = draft
    self.now = now
    values = ValueReader(zone: nil, spelling: SharedSpelling(library), now: now)
  }

  var vocabulary: Vocabulary { library.vocabulary }

  mutating func read() throws(RequestError) -> Request {
    try checkCounts()
    let jurisdiction = readJurisdiction()
    let locality = readLocality(in: jurisdiction)
    if let jurisdiction {
      values = ValueReader(
        zone: vocabulary.zone(of: locality ?? jurisdiction.name), spelling: values.spelling, now: now)
    }
    let agency = readAgency(locality: locality)
    let day = readDay()
    let papers = readPapers()
    let acts = readActs(papers: papers)
    // Without them the request is refused below; until then the rest is read, to tell all mistakes at once.
    var request = Request(
      jurisdiction: jurisdiction?.name ?? "", agency: agency ?? Request.Agency(kind: ""), acts: acts ?? [],
      papers: papers, day: day ?? Day(number: 0))
    if let day { readInstants(day: day, into: &request) }
    readFacts(into: &request)
    // What follows compares values with each other: it needs all of them.
    try issues.check()
    if !takesAnyDay { checkEdition(request) }
    checkConstraints(request)
    try issues.check()
    return request
  }

  /// Refuses what no single request needs, before anything is looked up for it.
  private mutating func checkCounts() throws(RequestError) {
    func check(_ places: [RequestLocation], _ field: RequestField, _ limit: Int, _ many: String, _ help: String) {
      guard places.count > limit else { return }
      issues.add(
        places[limit], places[limit].isFile ? field.rawValue : "",
        "a request may have \(limit) \(many), and this one has \(places.count)", help: help)
    }
    let divide = "divide it into several requests"
    check(draft.papers.map(\.location), .papers, RequestLimits.papers, "papers", divide)
    check((draft.acts ?? []).map(\.location), .acts, RequestLimits.acts, "acts", divide)
    check(
      draft.facts.map(\.location), .facts, RequestLimits.facts, "facts",
      "give what the law asks for and nothing else")
    try issues.check()
  }

  // MARK: Names

  /// A field's text, or nil if it is absent or no text.
  private mutating func text(_ field: RequestField) -> (text: String, location: RequestLocation)? {
    guard let written = draft.fields[field] else { return nil }
    switch written.content {
    case .text(let text), .word(let text): return (text, written.location)
    case .null, .boolean, .number, .list, .object:
      issues.add(written.location, path(field, written), "expected a text, not \(written.description)")
      return nil
    }
  }

  /// A field's own name, unless the flag says it already.
  private func path(_ field: RequestField, _ written: WrittenValue) -> String {
    if case .file = written.location { field.rawValue } else { "" }
  }

  private mutating func missing(_ field: RequestField, example: String) {
    let help =
      switch draft.origin {
      case .commandLine, .flag, .answer: "add \(field.flag) \(example)"
      case .file: "write \"\(field.rawValue)\": \"\(example)\", or add \(field.flag) \(example)"
      }
    issues.add(draft.origin, "", "\(field.rawValue) is missing", help: help)
  }

  /// A name of the vocabulary, in a field.
  ///
  /// - Parameters:
  ///   - isOne: Whether a text is a name of the kind that is expected.
  ///   - candidates: All such names, listed only where one is refused: a library has hundreds of places.
  private mutating func name(
    _ field: RequestField, what: String, isOne: (String) -> Bool,
    among candidates: () -> [(name: String, title: String)]
  ) -> String? {
    guard let (text, location) = text(field), let written = draft.fields[field] else { return nil }
    if isOne(text) { return text }
    refuseName(text, what: what, at: location, path: path(field, written), among: candidates())
    return nil
  }

  /// Says that a name is none of the vocabulary's, and what may be meant.
  mutating func refuseName(
    _ text: String, what: String, at location: RequestLocation, path: String,
    among candidates: [(name: String, title: String)]
  ) {
    let help: String?
    if issues.isFull {
      help = nil
    } else if let titled = candidates.first(where: { $0.title.lowercased() == text.lowercased() }) {
      help = "write \(titled.name)"
    } else {
      help = Suggestions.help(
        for: text, among: candidates.map(\.name),
        otherwise: "`tenth law schema` lists them all")
    }
    issues.add(location, path, "\(quoted(text)) is no \(what) of the vocabulary", help: help)
  }

  private mutating func readJurisdiction() -> Place? {
    guard draft.fields[.jurisdiction] != nil else {
      missing(.jurisdiction, example: "IL")
      return nil
    }
    let vocabulary = vocabulary
    return name(.jurisdiction, what: "jurisdiction") {
      vocabulary.place($0)?.kind == .jurisdiction
    } among: {
      vocabulary.places.filter { $0.kind == .jurisdiction }.map { ($0.name, $0.title) }
    }.flatMap(vocabulary.place)
  }

  private mutating func readLocality(in jurisdiction: Place?) -> String? {
    guard draft.fields[.locality] != nil else { return nil }
    guard let jurisdiction else {
      _ = text(.locality)
      return nil
    }
    let vocabulary = vocabulary
    func lies(_ place: Place) -> Bool {
      place.kind == .locality && vocabulary.territory(of: place.name).contains(jurisdiction.name)
    }
    return name(.locality, what: "locality in \(jurisdiction.title)") {
      vocabulary.place($0).map(lies) ?? false
    } among: {
      vocabulary.places.filter(lies).map { ($0.name, $0.title) }
    }
  }

  private mutating func readAgency(locality: String?) -> Request.Agency? {
    let vocabulary = vocabulary
    func named(_ field: RequestField) -> String? {
      name(field, what: "kind of agency") {
        vocabulary.agency($0) != nil
      } among: {
        vocabulary.agencies.map { ($0.name, $0.title) }
      }
    }
    if draft.fields[.agency] == nil { missing(.agency, example: "county-jail") }
    let kind = named(.agency)
    let actingFor = named(.actingFor)
    var capacity = Capacity.own
    if let (text, location) = text(.capacity), let written = draft.fields[.capacity] {
      if let found = Capacity(rawValue: text) {
        capacity = found
      } else {
        let names = Capacity.allCases.map(\.rawValue)
        issues.add(
          location, path(.capacity, written), "expected \(Suggestions.alternatives(names)), not \(quoted(text))",
          help: Suggestions.help(for: text, among: names))
      }
    }
    return kind.map { Request.Agency(kind: $0, locality: locality, capacity: capacity, actingFor: actingFor) }
  }

  private mutating func readActs(papers: [Request.Paper]) -> [String]? {
    guard let written = draft.acts else { return defaultActs(papers: papers) }
    var asked: [String] = []
    for (index, act) in written.enumerated() {
      let path = if case .file = act.location { "acts[\(index)]" } else { "" }
      switch act.content {
      case .text(let name), .word(let name):
        if vocabulary.act(name) == nil {
          refuseName(
            name, what: "act", at: act.location, path: path, among: vocabulary.acts.map { ($0.name, $0.title) })
        } else if !asked.contains(name) {
          asked.append(name)
        }
      case .null, .boolean, .number, .list, .object:
        issues.add(act.location, path, "expected the name of an act, not \(act.description)")
      }
    }
    return asked
  }

  /// Everything the papers ask for; nothing if there is neither a paper nor an act, so that only duties are looked at.
  private mutating func defaultActs(papers: [Request.Paper]) -> [String]? {
    var asked: [String] = []
    let kinds = papers.compactMap { vocabulary.paper($0.kind) }
    for act in kinds.flatMap(\.asksFor) where !asked.contains(act) { asked.append(act) }
    if !asked.isEmpty { return asked }
    if draft.papers.isEmpty {
      if draft.facts.isEmpty {
        issues.add(
          draft.origin, "", "nothing is asked: there is no act, no paper and no fact",
          help: "say what is asked with --act, which paper came with --instrument, or what happened with --fact")
      }
      return []
    }
    // A paper of an unknown kind was reported; what it asks for cannot be known.
    guard !kinds.isEmpty else { return [] }
    var empowered: [String] = []
    for act in kinds.flatMap(\.empowers) where !empowered.contains(act) { empowered.append(act) }
    let titles = kinds.map(\.name).joined(separator: ", ")
    issues.add(
      draft.origin, "", "no paper offered (\(titles)) asks for an act of its own",
      help: "say which with --act" + (empowered.isEmpty ? "" : ": \(Suggestions.alternatives(empowered))"))
    return nil
  }

  // MARK: Dates

  private mutating func readDay() -> Day? {
    guard let written = draft.fields[.on] else {
      missing(.on, example: "2025-01-22")
      return nil
    }
    return values.dayOfAct(written, path(.on, written), &issues)
  }

  private mutating func readInstants(day: Day, into request: inout Request) {
    if let written = draft.fields[.at], let instant = values.instant(written, path(.at, written), &issues) {
      let actual = values.zone?.day(of: instant)
      if let actual, actual != day {
        issues.add(
          written.location, path(.at, written),
          "this instant falls on \(actual) in the agency's zone, and the day of the act is \(day)",
          help: "make the two agree")
      }
      request.acted = instant
    }
    if let written = draft.fields[.asked],
      let (askedDay, instant) = values.dayOrInstant(written, path(.asked, written), &issues)
    {
      (request.askedDay, request.asked) = (askedDay, instant)
      places["asked"] = ValuePlace(location: written.location, path: path(.asked, written))
    }
    if let written = draft.fields[.decided],
      let (decidedDay, instant) = values.dayOrInstant(written, path(.decided, written), &issues)
    {
      (request.decidedDay, request.decided) = (decidedDay, instant)
      places["decided"] = ValuePlace(location: written.location, path: path(.decided, written))
    }
    checkOrder(request)
    places["acted"] = draft.fields[.on].map { ValuePlace(location: $0.location, path: path(.on, $0)) }
  }

  /// Refuses a request that is decided before it was made.
  private mutating func checkOrder(_ request: Request) {
    let isReversed =
      if let asked = request.asked, let decided = request.decided { decided < asked } else {
        request.decidedDay < request.askedDay
      }
    guard isReversed else { return }
    // What is not written is the day of the act, and the mistake stands where something is.
    let (asked, decided) = (draft.fields[.asked], draft.fields[.decided])
    func note(_ written: WrittenValue?) -> String { written == nil ? ", the day of the act" : "" }
    let place = asked.map { ($0.location, path(.asked, $0)) } ?? decided.map { ($0.location, path(.decided, $0)) }
    issues.add(
      place?.0 ?? draft.origin, place?.1 ?? "", "a request cannot be decided before it was made",
      help: "asked is \(request.askedDay)\(note(asked)), decided is \(request.decidedDay)\(note(decided)): "
        + "correct one of them")
  }

  /// Refuses a day before the first law the library has for the jurisdiction.
  private mutating func checkEdition(_ request: Request) {
    // Nearly always: the place has a law of its own that has begun.
    let hasLaw = library.laws.contains { $0.place == request.jurisdiction && $0.period.from <= request.day }
    guard !hasLaw else { return }
    let title = vocabulary.place(request.jurisdiction)?.title ?? request.jurisdiction
    let own = library.laws.filter { vocabulary.territory(of: $0.place).contains(request.jurisdiction) }
    guard let first = own.map(\.period.from).min() else {
      let place = draft.fields[.jurisdiction]
      issues.add(
        place?.location ?? draft.origin, place.map { path(.jurisdiction, $0) } ?? "",
        "the library has no law for \(title)", help: "`tenth law list` shows what it has")
      return
    }
    guard request.day < first else { return }
    let written = draft.fields[.on]
    issues.add(
      written?.location ?? draft.origin, written.map { path(.on, $0) } ?? "",
      "\(request.day) lies before any law: the library's law for \(title) begins on \(first)",
      help: "ask about that day or a later one")
  }
}
