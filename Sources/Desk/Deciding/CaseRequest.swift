public import LawLanguage
internal import Reasoning

extension CaseFile {
  /// What the engine is asked about this case at a moment, read against the library's words.
  ///
  /// The day of the act, whose law applies, is that of the end once it has come, of the time planned, of the time at
  /// which the person would otherwise be released while that lies ahead, and otherwise today.
  ///
  /// - Throws: `CaseRefusal.request` with every mistake.
  public func request(
    for profile: AgencyProfile, in library: Library, at now: Instant, positions: [StandingPosition] = []
  ) throws(CaseRefusal) -> Request {
    guard let zone = library.vocabulary.zone(of: profile.place) else { throw .noZone(profile.place) }
    let draft: RequestDraft
    do {
      draft = try RequestDraft(
        written(for: profile, in: library.vocabulary, zone: zone, at: now, positions: positions))
    } catch { throw .request(error) }
    do { return try library.request(from: draft, now: now) } catch { throw .request(error) }
  }

  /// The moment of the act as far as it is known, and its day.
  func act(zone: Zone, at now: Instant) -> (day: Day, instant: Instant?) {
    if let at = outcome?.at ?? plannedAct { return (zone.day(of: at), at) }
    if let due = releaseDue.flatMap(RecordedMoment.instant), due > now { return (zone.day(of: due), nil) }
    return (zone.day(of: now), now)
  }

  private func written(
    for profile: AgencyProfile, in vocabulary: Vocabulary, zone: Zone, at now: Instant, positions: [StandingPosition]
  ) -> WrittenValue {
    let place = RequestLocation.file("the case", nil)
    func value(_ content: WrittenValue.Content) -> WrittenValue { WrittenValue(content, at: place) }
    func text(_ text: String) -> WrittenValue { value(.text(text)) }
    func word(_ text: String) -> WrittenValue { value(.word(text)) }
    func member(_ name: String, _ value: WrittenValue) -> WrittenValue.Member {
      WrittenValue.Member(name: name, location: place, value: value)
    }
    func object(_ fields: [String: String]) -> [WrittenValue.Member] {
      fields.sorted { $0.key < $1.key }.map { member($0.key, word($0.value)) }
    }
    func moment(_ instant: Instant) -> WrittenValue { text(zone.rfc3339(instant)) }

    let (day, acted) = act(zone: zone, at: now)
    var members: [WrittenValue.Member] = []
    func add(_ field: RequestField, _ value: WrittenValue) { members.append(member(field.rawValue, value)) }
    add(.jurisdiction, text(profile.jurisdiction))
    add(.agency, text(profile.kind))
    if let locality = profile.locality { add(.locality, text(locality)) }
    if let actingFor = profile.actingFor { add(.actingFor, text(actingFor)) }
    add(.capacity, text(profile.capacity.rawValue))
    add(.on, text(day.description))
    if let acted { add(.at, moment(acted)) }
    add(.asked, moment(opening.received))
    // What is decided on was decided at the latest when it was done.
    add(.decided, moment(max(now, opening.received)))
    add(.acts, value(.list(askedActs(in: vocabulary).map(text))))
    add(
      .papers,
      value(
        .list(
          offeredPapers.map { paper in
            var fields = paper.check.fields
            func fill(_ field: String, with value: String) {
              if fields[field] == nil, vocabulary.paperField(field) != nil { fields[field] = value }
            }
            fill("received", with: zone.rfc3339(opening.received))
            if let served = paper.check.served, served.at <= now { fill("served", with: "yes") }
            return value(.object([member("kind", text(paper.check.kind))] + object(fields)))
          })))
    var known: [WrittenValue.Member] = []
    for (name, entries) in facts.sorted(by: { $0.key < $1.key }) {
      guard let entry = entries.last?.entry, let written = entry.value else { continue }
      guard let judgement = entry.judgement else {
        known.append(member(name, word(written)))
        continue
      }
      let fields = [
        member("value", word(written)), member("by", text(judgement.by)), member("why", text(judgement.why)),
      ]
      known.append(member(name, value(.object(fields))))
    }
    // What is recorded of this case goes before what counsel has answered for every case.
    for position in positions where facts[position.fact]?.last?.entry.value == nil {
      guard vocabulary.fact(position.fact)?.isJudgement ?? false else { continue }
      let fields = [
        member("value", word(position.value)), member("by", text(StandingPosition.author)),
        member("why", text(position.because)),
      ]
      known.append(member(position.fact, value(.object(fields))))
    }
    for (name, entries) in lists.sorted(by: { $0.key < $1.key }) {
      guard let entry = entries.last?.entry else { continue }
      let records = value(.list(entry.records.map { value(.object(object($0))) }))
      known.append(member(name, entry.isComplete ? records : value(.object([member("at-least", records)]))))
    }
    add(.facts, value(.object(known)))
    return value(.object(members))
  }

  /// The acts to be decided: what the papers ask for, and what is asked beyond. None: only duties are looked at.
  func askedActs(in vocabulary: Vocabulary) -> [String] {
    var asked: [String] = []
    let byPapers = offeredPapers.flatMap { vocabulary.paper($0.check.kind)?.asksFor ?? [] }
    for act in byPapers + acts where !asked.contains(act) { asked.append(act) }
    return asked
  }
}
