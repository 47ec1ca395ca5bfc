internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

/// Handing cases out while the desk serves: counsel proposes, a second person confirms, counsel fetches.
extension Office {
  /// What was proposed, the latest first.
  public func exports(for staff: Staff) async throws(OfficeRefusal) -> [ExportProposal] {
    try require(.confirmDisposal, of: staff)
    return try await read { rows in try rows.exports(in: staff.agency) }
  }

  /// Proposes to hand cases out. Which ones is settled now: what comes in later is not among them.
  @discardableResult
  public func proposeExport(of range: ExportRange, by counsel: Staff) async throws(OfficeRefusal) -> ExportProposal {
    try require(.privilegedNotes, of: counsel)
    let (now, zone) = (clock(), try words(for: counsel.agency).zone)
    return try await write { rows in
      let found = try rows.cases(in: range, of: counsel.agency, zone: zone, limit: ExportProposal.most + 1)
      guard !found.numbers.isEmpty else { throw OfficeRefusal.nothingThere("case of this range that is not sealed") }
      guard found.numbers.count <= ExportProposal.most else {
        throw OfficeRefusal.nothingThere("room for more than \(ExportProposal.most) cases: choose fewer days")
      }
      let step = ExportStep(
        kind: .proposed, by: Signature(counsel), at: now, range: range, cases: found.numbers.map(\.description),
        sealedLeftOut: found.sealed)
      let number = try rows.add(step, of: nil, agency: counsel.agency).number
      return try rows.export(number, in: counsel.agency)
    }
  }

  /// Takes a proposal back, or declines it, or ends that it can be fetched.
  public func withdrawExport(_ number: Int, by staff: Staff) async throws(OfficeRefusal) {
    try require(.confirmDisposal, of: staff)
    let now = clock()
    try await write { rows in
      let found = try rows.export(number, in: staff.agency)
      guard found.isWaiting(at: now) || found.isOpen(at: now) else {
        throw OfficeRefusal.nothingThere("such proposal any more")
      }
      try rows.add(
        ExportStep(kind: .withdrawn, by: Signature(staff), at: now), of: number, agency: staff.agency)
    }
  }

  /// Confirms what another person proposed: from then on counsel can fetch it for some days.
  public func confirmExport(_ number: Int, by staff: Staff) async throws(OfficeRefusal) {
    try require(.confirmDisposal, of: staff)
    let now = clock()
    try await write { rows in
      let found = try rows.export(number, in: staff.agency)
      guard found.isWaiting(at: now) else { throw OfficeRefusal.nothingThere("such proposal any more") }
      guard found.by.staff != staff.id else { throw OfficeRefusal.secondPersonNeeded }
      try rows.add(
        ExportStep(kind: .confirmed, by: Signature(staff), at: now), of: number, agency: staff.agency)
    }
  }

  /// What was confirmed, as one archive with a folder for each case. That it is handed out is logged for each case
  /// before, and with the archive's digest before anybody gets it. Counsel's notes are left out, and listed in each
  /// folder's `privilege-log.json`. Cases erased since are left out too.
  public func handOut(_ number: Int, to counsel: Staff) async throws(OfficeRefusal) -> HandedExport {
    try require(.privilegedNotes, of: counsel)
    let now = clock()
    let (proposal, second) = try await write { rows in
      let found = try rows.export(number, in: counsel.agency)
      guard found.isOpen(at: now), let second = found.confirmed?.by else {
        throw OfficeRefusal.nothingThere("export of this number that can be fetched now")
      }
      for number in found.cases {
        guard let entry = try rows.entry(number, in: counsel.agency), entry.stage != .erased else { continue }
        try rows.logExport(of: entry, by: found.by.staff, confirmed: second.staff, withNotes: false, at: now)
      }
      return (found, second)
    }
    let bytes: [UInt8]
    do {
      bytes = try await archive(
        of: proposal.cases, by: [proposal.by.text, second.text, Signature(counsel).text], for: counsel.agency, at: now)
    } catch let refusal as OfficeRefusal { throw refusal } catch TapeArchive.Trouble.tooLarge(let limit) {
      throw .tooLarge("this export (choose fewer days, or use tenth export)", limit: limit)
    } catch { throw .unreadable(OfficeRefusal.Trouble(error)) }
    let digest = digest(of: bytes)
    let entry = try await write { rows in
      try rows.add(
        ExportStep(kind: .handedOut, by: Signature(counsel), at: now, digest: digest), of: number,
        agency: counsel.agency
      ).entry
    }
    return HandedExport(
      bytes: bytes, receipt: .init(by: Signature(counsel), at: now, digest: digest, entry: entry))
  }

  private func archive(
    of cases: [CaseNumber], by: [String], for agency: String, at now: Instant
  ) async throws -> [UInt8] {
    let log = try await publishedLog(at: now)
    let title = try profile(agency).title
    var archive = TapeArchive(limit: ExportProposal.largest, made: now)
    for number in cases {
      let gathered = try await read { rows -> GatheredCase? in
        guard let entry = try rows.entry(number, in: agency), entry.stage != .erased else { return nil }
        return try GatheredCase(entry, in: rows)
      }
      guard let gathered else { continue }
      var writer = ExportWriter(ExportShelf(name: number.description, archive: archive))
      _ = try await writer.write(gathered, from: self, withNotes: false, by: by, agency: title, at: now) { shelf in
        for file in log { try shelf.put(file.bytes, at: "log/\(file.path)") }
      }
      archive = writer.place.archive
    }
    archive.end()
    return archive.bytes
  }

  /// The files of the published log, which are nobody's secret; none where nothing is published yet.
  private func publishedLog(at now: Instant) async throws -> [(path: String, bytes: [UInt8])] {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "tenth-log-\(CaseID())", directoryHint: .isDirectory)
    defer { try? files.removeItem(at: folder) }
    guard try await ledger.export(.published(at: Int(now.seconds)), to: folder.path(percentEncoded: false)) != nil
    else {
      return []
    }
    let names = try files.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
    return names.compactMap { name in
      let file = folder.appending(path: name)
      guard (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true,
        let bytes = try? Data(contentsOf: file)
      else { return nil }
      return (name, Array(bytes))
    }
  }
}
