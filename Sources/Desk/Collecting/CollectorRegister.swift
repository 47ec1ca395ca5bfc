internal import GRDB
internal import LawLanguage
internal import Ledger

/// The register of agencies.
extension Collector {
  /// The agencies that are to report, by name.
  public func agencies(for staff: Staff) async throws(OfficeRefusal) -> [CollectedAgency] {
    try requireReading(staff)
    return try await read { try $0.agencies() }
  }

  /// An agency with whom to write to, and what it handed in.
  public func agency(
    _ id: CaseID, for staff: Staff
  ) async throws(OfficeRefusal) -> (agency: CollectedAgency, contact: String, submissions: [Submission]) {
    try requireReading(staff)
    return try await read { rows in
      let agency = try rows.agency(id)
      return (agency, try rows.contact(of: agency), try rows.submissions(of: agency))
    }
  }

  /// Adds an agency, and makes its link.
  public func add(_ entry: AgencyEntry, by staff: Staff) async throws(OfficeRefusal) -> AgencyLink {
    try require(.publish, of: staff)
    let checked: AgencyEntry
    do {
      checked = AgencyEntry(
        name: try TextBounds.text(entry.name, "the name", limit: TextBounds.short),
        place: try TextBounds.text(entry.place, "the place", limit: TextBounds.short),
        contact: try TextBounds.text(entry.contact, "whom to write to", limit: TextBounds.short))
    } catch { throw .refused(error) }
    return try await add([checked], by: staff)[0]
  }

  /// Adds the agencies of a file (`name`, `place`, `contact`): all of them, or none and every mistake in it.
  public func importRegister(_ bytes: [UInt8], by staff: Staff) async throws(OfficeRefusal) -> [AgencyLink] {
    try require(.publish, of: staff)
    let entries: [AgencyEntry]
    do { entries = try AgencyEntry.read(bytes) } catch { throw .report(error) }
    return try await add(entries, by: staff)
  }

  private func add(_ entries: [AgencyEntry], by staff: Staff) async throws(OfficeRefusal) -> [AgencyLink] {
    let now = clock()
    return try await write { rows in
      try entries.map { entry in
        let link = try rows.add(entry, at: now)
        _ = try rows.log(
          "agency.added",
          [
            "agency": .string(link.id.description), "name": .string(entry.name), "place": .string(entry.place),
            "by": .string(staff.id), "at": .integer(Int(now.seconds)),
          ])
        return link
      }
    }
  }

  /// Makes a new link for an agency; the old one opens nothing any more.
  public func renewLink(of id: CaseID, by staff: Staff) async throws(OfficeRefusal) -> AgencyLink {
    try require(.publish, of: staff)
    let now = clock()
    return try await write { rows in
      let agency = try rows.agency(id)
      let link = AgencyLink(id: id, name: agency.name, secret: CaseID().description)
      try rows.db.execute(
        sql: "UPDATE collect_agency SET link = ? WHERE row = ?", arguments: [digest(of: link.secret.utf8), agency.row])
      _ = try rows.log(
        "link.renewed",
        ["agency": .string(id.description), "by": .string(staff.id), "at": .integer(Int(now.seconds))])
      return link
    }
  }

  /// Records the key of an agency's own log, as it stands on the agency's site: reports with a proof are held against it.
  public func setLogKey(_ text: String, of id: CaseID, by staff: Staff) async throws(OfficeRefusal) {
    try require(.publish, of: staff)
    let key = text.trimmingSpace
    do { _ = try Ed25519Verifier(text: key) } catch { throw .report(.agency("this is not the key of a log: \(error)")) }
    let now = clock()
    try await write { rows in
      let agency = try rows.agency(id)
      try rows.db.execute(sql: "UPDATE collect_agency SET log_key = ? WHERE row = ?", arguments: [key, agency.row])
      _ = try rows.log(
        "agency.key",
        [
          "agency": .string(id.description), "key": .string(key), "by": .string(staff.id),
          "at": .integer(Int(now.seconds)),
        ])
    }
  }

  /// Takes an agency out of the register; what it handed in stays.
  public func remove(_ id: CaseID, reason: String, by staff: Staff) async throws(OfficeRefusal) {
    try require(.publish, of: staff)
    let why: String
    do { why = try TextBounds.text(reason, "the reason") } catch { throw .refused(error) }
    let now = clock()
    try await write { rows in
      let agency = try rows.agency(id)
      try rows.db.execute(sql: "UPDATE collect_agency SET is_removed = 1 WHERE row = ?", arguments: [agency.row])
      _ = try rows.log(
        "agency.removed",
        [
          "agency": .string(id.description), "reason": .string(why), "by": .string(staff.id),
          "at": .integer(Int(now.seconds)),
        ])
    }
  }

  /// The agency whose link this is; nil for anything else.
  public func agency(link secret: String) async throws(OfficeRefusal) -> CollectedAgency? {
    // The form of a secret, so that nothing else is ever looked up.
    guard CaseID(secret) != nil else { return nil }
    return try await read { try $0.agency(link: secret) }
  }
}
