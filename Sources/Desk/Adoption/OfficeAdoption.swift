internal import GRDB
public import LawLanguage
internal import Synchronization

/// The law that the desk runs on: what counsel has adopted, with a second person.
extension Office {
  /// Which law is adopted, which waits, and what would be otherwise.
  public func lawStanding(for staff: Staff) throws(OfficeRefusal) -> LawStanding {
    try require(.readLaw, of: staff)
    let (adopted, beside, steps) = state.withLock { ($0.adopted, $0.beside, $0.steps) }
    let isWaiting = beside.digest != adopted?.digest
    var adoption: [AdoptionStep] = []
    if let confirmed = steps.lastIndex(where: { $0.kind == .confirmed }) {
      adoption = Array(steps[...confirmed].suffix(2))
    }
    return LawStanding(
      adopted: adopted?.digest, adoption: adoption, waiting: isWaiting ? beside.digest : nil,
      proposed: AdoptionRows.proposed(steps), changes: isWaiting ? beside.changes(from: adopted) : [],
      files: isWaiting ? beside.files(changedFrom: adopted) : [], terms: adopted?.terms ?? AdoptionTerms())
  }

  /// The law that is decided by, for whoever shows it; nil where none is adopted.
  public var adopted: OfficeLaw? { state.withLock { $0.adopted } }

  /// The law that lies beside.
  public var beside: OfficeLaw { state.withLock { $0.beside } }

  /// Takes up other files beside the adopted law, which goes on being decided by.
  public func lay(beside files: [SourceFile]) throws {
    let law = try OfficeLaw(files: files, for: Set(settings.agencies.map(\.jurisdiction)))
    state.withLock { $0.beside = law }
  }

  /// Proposes to adopt the law that lies beside. The digest says that it is the one that was looked at.
  ///
  /// - Parameter terms: The initials under what was not read whole, without which nothing is answered on it, and
  ///   the questions of judgement that are answered for good. They replace those of the adoption before.
  public func proposeAdoption(
    of digest: String, on terms: AdoptionTerms, reason: String, by staff: Staff
  ) async throws(OfficeRefusal) {
    try await proposeAdoption(of: digest, on: terms, reason: reason, by: staff, at: clock())
  }

  /// Confirms what another person proposed, on the terms proposed. From then on it is decided by; open cases are decided
  /// again by `reconsider`.
  public func confirmAdoption(of digest: String, reason: String, by staff: Staff) async throws(OfficeRefusal) {
    try await confirmAdoption(of: digest, reason: reason, by: staff, at: clock())
  }

  package func proposeAdoption(
    of digest: String, on terms: AdoptionTerms, reason: String, by staff: Staff, at now: Instant
  ) async throws(OfficeRefusal) {
    try require(.adoptLaw, of: staff)
    let (law, steps) = state.withLock { ($0.beside, $0.steps) }
    guard law.digest == digest else { throw .nothingThere("law of this digest beside the adopted one") }
    let adopted = state.withLock { $0.adopted }
    guard adopted?.digest != digest || adopted?.terms != terms else { throw .nothingThere("change to adopt") }
    do throws(PositionTrouble) {
      try law.check(terms.positions)
      try law.check(terms.readings)
    } catch { throw .position(error) }
    let worded = Set(law.unread.map(\.initial))
    guard terms.initials.allSatisfy(worded.contains) else {
      throw .nothingThere("provision of that wording to put initials to")
    }
    let step = try step(.proposed, digest, reason, staff, now, terms)
    try await write { rows in
      try AdoptionRows.keep(law, in: rows.db)
      try AdoptionRows.add(step, after: steps.count, in: rows)
    }
    state.withLock { $0.steps = steps + [step] }
  }

  package func confirmAdoption(
    of digest: String, reason: String, by staff: Staff, at now: Instant
  ) async throws(OfficeRefusal) {
    try require(.adoptLaw, of: staff)
    let (law, steps) = state.withLock { ($0.beside, $0.steps) }
    guard let proposed = AdoptionRows.proposed(steps), proposed.digest == digest else {
      throw .nothingThere("proposal to adopt this law")
    }
    guard proposed.by.staff != staff.id else { throw .secondPersonNeeded }
    guard law.digest == digest else { throw .nothingThere("law of this digest beside the adopted one") }
    let terms = proposed.terms ?? AdoptionTerms()
    let step = try step(.confirmed, digest, reason, staff, now, terms)
    try await write { rows in
      try AdoptionRows.add(step, after: steps.count, in: rows)
      // Every open case is looked at again under the new law.
      try rows.db.execute(
        sql: "UPDATE desk_case SET reconsider = ? WHERE closed IS NULL AND stage <> 'erased'",
        arguments: [now.seconds])
    }
    state.withLock { state in
      state.steps = steps + [step]
      state.adopted = law.adopted(on: terms)
    }
  }

  /// Takes a proposal back.
  public func withdrawAdoption(of digest: String, reason: String, by staff: Staff) async throws(OfficeRefusal) {
    try require(.adoptLaw, of: staff)
    let steps = state.withLock { $0.steps }
    guard AdoptionRows.proposed(steps)?.digest == digest else { throw .nothingThere("proposal to adopt this law") }
    let step = try step(.withdrawn, digest, reason, staff, clock(), nil)
    try await write { rows in try AdoptionRows.add(step, after: steps.count, in: rows) }
    state.withLock { $0.steps = steps + [step] }
  }

  private func step(
    _ kind: AdoptionStep.Kind, _ digest: String, _ reason: String, _ staff: Staff, _ now: Instant,
    _ terms: AdoptionTerms?
  ) throws(OfficeRefusal) -> AdoptionStep {
    do {
      let why = try TextBounds.text(reason, "the reason")
      return AdoptionStep(kind: kind, digest: digest, by: Signature(staff), at: now, reason: why, terms: terms)
    } catch { throw .refused(error) }
  }
}
