/// The worked examples of a document: each as a typed request and claims about its answer.
struct CaseChecking {
  let names: Names
  /// The document's law; nil in a vocabulary.
  let law: LawNames?
  let document: DocumentSyntax
  let findings: Findings
  let zones: ZoneCache

  func check() -> [Case] { document.cases.compactMap(check) }

  private func check(_ syntax: CaseSyntax) -> Case? {
    let day = syntax.day.value
    let scope = Scope(
      names: names, law: law, section: Section(of: syntax.block, in: document),
      period: Period(from: day, until: day), subject: .example, findings: findings)
    let place = syntax.title?.range ?? syntax.day.range
    if syntax.title == nil {
      scope.report(
        .badCase, "this case has no title", help: "open it as ```case \"what happens\"  official \"source\"", at: place)
    }
    if syntax.standing == nil {
      scope.report(
        .missingProvenance, "this case does not say where its answer comes from",
        help: "add `official \"source\"` or `derived \"source\"` after its title", at: place)
    }
    if syntax.expectations.isEmpty {
      scope.report(.badCase, "this case expects nothing", help: "add an `expect` line", at: place)
    }
    guard let clock = scope.clock(syntax, zones), let request = scope.request(syntax, clock) else { return nil }
    let reading = CaseExpectations(scope: scope, request: request, clock: clock)
    let expectations = syntax.expectations.compactMap { expectation in
      reading.claim(expectation.kind, at: expectation.range).map {
        Case.Expectation(claim: $0, location: scope.section.location(expectation.range))
      }
    }
    return Case(
      title: syntax.title?.value ?? "", isOfficial: syntax.standing?.isOfficial ?? false,
      source: syntax.standing?.source.value ?? "", law: law?.name, request: request, expectations: expectations,
      location: scope.section.location(place))
  }
}

/// Zones that were looked up, for a look-up costs far more than its use.
final class ZoneCache {
  private var zones: [String: Zone?] = [:]

  func zone(_ identifier: String) -> Zone? {
    if let known = zones[identifier] { return known }
    let zone = Zone(identifier: identifier)
    zones[identifier] = zone
    return zone
  }
}

/// The place of a case, and the clock there.
struct CaseClock {
  let jurisdiction: String
  let locality: String?
  /// The zone's name; nil if the place has none.
  let identifier: String?
  let zones: ZoneCache

  func instant(_ day: Day, _ minutes: Int) -> Instant? {
    identifier.flatMap(zones.zone)?.instant(of: day, minutes: minutes)
  }
}

extension Scope {
  /// Where the case happens: a jurisdiction, or a locality in one.
  fileprivate func clock(_ syntax: CaseSyntax, _ zones: ZoneCache) -> CaseClock? {
    guard let name = place(syntax.place) else { return nil }
    let place = vocabulary.place(name)
    switch place?.kind {
    case .jurisdiction:
      return CaseClock(jurisdiction: name, locality: nil, identifier: place?.zone, zones: zones)
    case .locality:
      guard let jurisdiction = place?.inside else { return nil }
      return CaseClock(
        jurisdiction: jurisdiction, locality: name, identifier: vocabulary.zoneName(of: name), zones: zones)
    case .circuit, .district, nil:
      report(
        .badCase, "no agency is in `\(name)`: it is no jurisdiction and no locality",
        help: "name the state or the locality of the agency", at: syntax.place.range)
      return nil
    }
  }

  /// An instant in the place's zone.
  func instant(_ day: Located<Day>, _ minutes: Int, _ clock: CaseClock) -> Instant? {
    if let instant = clock.instant(day.value, minutes) { return instant }
    report(
      .badCase, "`\(clock.locality ?? clock.jurisdiction)` has no known time zone, so no time of day is known there",
      help: "give its jurisdiction a `zone` of the IANA database, such as America/Chicago", at: day.range)
    return nil
  }
}
