internal import Foundation
internal import LawLanguage
internal import Ledger

/// What a discovery export says of itself: everything in it, so that whoever gets it can check it without us.
public struct CaseExportManifest: Sendable, Hashable, Codable {
  /// The form of the export.
  public let form: Int
  /// The number under which the office knows the case.
  public let number: String
  /// The agency.
  public let agency: String
  /// When it was made, in UTC, and by whom.
  public let made: String
  /// Who made it and who confirmed.
  public let by: [String]
  /// The log's public key.
  public let key: String
  /// The events of the case, in the log's order.
  public let events: [Event]
  /// The documents, letters among them.
  public let documents: [Document]
  /// Libraries of law that the case was decided by, by digest.
  public let libraries: [String]
  /// Whether counsel's privileged notes are in it. They are listed for a privilege log in any case.
  public let hasNotes: Bool
  /// SHA-256 of every other file, by its path.
  public internal(set) var files: [String: String]

  static let currentForm = 1
  static let name = "export.json"

  /// An event, by the number of its files: `events/0001.json` is what was recorded, `payloads/0001.json` what the log
  /// commits to, `proofs/0001.tlog-proof` that it does.
  public struct Event: Sendable, Hashable, Codable {
    /// Its number within the case.
    public let number: Int
    /// The log's entry.
    public let entry: Int
    /// Whether its entry is published yet; a proof is there if it is.
    public let isPublished: Bool
  }

  /// A document.
  public struct Document: Sendable, Hashable, Codable {
    /// Its file; nil where the document was let go under a schedule or an order.
    public let path: String?
    /// What the case says of it.
    public let entry: AttachedDocument
  }

  static func name(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
  }
}

/// A case as it is handed out in discovery, gathered before anything is written.
struct GatheredCase {
  struct Event {
    let event: CaseEvent
    let bytes: [UInt8]
    let entry: Int
    let payload: [UInt8]
  }

  let number: CaseNumber
  let events: [Event]
  let person: Person?
  let documents: [(entry: AttachedDocument, bytes: [UInt8]?)]
  let notes: [PrivilegedNote]
  let libraries: [String: [SourceFile]]

  var proposals: [Proposal] {
    events.compactMap { if case .proposed(let proposal) = $0.event.what { proposal } else { nil } }
  }

  init(_ entry: CaseRows.Entry, in rows: CaseRows) throws {
    number = entry.number
    let events = try rows.events(of: entry)
    self.events = try zip(events, rows.logEntries(of: entry)).map { event, number in
      Event(
        event: event, bytes: try event.encoded(), entry: number,
        payload: try rows.ledger.payload(of: number, in: rows.db))
    }
    person = try rows.person(of: entry)
    var documents: [(entry: AttachedDocument, bytes: [UInt8]?)] = []
    for event in events {
      guard case .documentAttached(let attached) = event.what else { continue }
      documents.append((attached, try rows.document(attached.digest, of: entry)))
    }
    self.documents = documents
    notes = try rows.notes(of: entry)
    var libraries: [String: [SourceFile]] = [:]
    for event in events {
      guard case .proposed(let proposal) = event.what, libraries[proposal.library] == nil else { continue }
      libraries[proposal.library] = try AdoptionRows.files(of: proposal.library, in: rows.db)
    }
    self.libraries = libraries
  }
}

extension Office {
  /// Writes everything that the office has about a case into a new folder, for discovery: what the officer saw, with the
  /// engine and the library that produced it, the events in the log's order with their proofs, the documents and
  /// letters, and the law itself. Counsel does it with a second person; that it was done is logged first.
  ///
  /// Privileged notes are left out unless asked for, and listed by date, author and subject.
  ///
  /// - Parameters:
  ///   - folder: Must not be there yet.
  ///   - withNotes: Gives the privilege up.
  public func export(
    _ id: CaseID, to folder: String, withNotes: Bool = false, by counsel: Staff, confirmedBy second: Staff
  ) async throws(OfficeRefusal) -> CaseExportManifest {
    try require(.privilegedNotes, of: counsel)
    guard counsel.id != second.id, counsel.agency == second.agency,
      second.may(.privilegedNotes) || second.may(.keepRecords)
    else { throw .secondPersonNeeded }
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw .nothingThere("room at \(folder): give a new folder")
    }
    let now = clock()
    try await write { rows in
      let entry = try self.entry(id, for: counsel, in: rows)
      try rows.logExport(of: entry, by: counsel.id, confirmed: second.id, withNotes: withNotes, at: now)
    }
    let gathered = try await read { rows in try GatheredCase(self.entry(id, for: counsel, in: rows), in: rows) }
    do {
      var writer = ExportWriter(try ExportFolder(folder))
      return try await writer.write(
        gathered, from: self, withNotes: withNotes, by: [Signature(counsel).text, Signature(second).text],
        agency: profile(counsel.agency).title, at: now
      ) { _ in try await ledger.export(.published(at: Int(now.seconds)), to: "\(folder)/log") }
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      if let refusal = error as? OfficeRefusal { throw refusal }
      throw .unreadable("the export could not be written: \(DeskFault.sentence(for: error))")
    }
  }
}

extension CaseRows {
  /// Logs that a case is handed out, before it is.
  func logExport(of entry: Entry, by first: String, confirmed second: String, withNotes: Bool, at now: Instant) throws {
    try log(
      CanonicalJSON.object([
        "event": .string("case.exported"), "case": .string(entry.id.description), "by": .string(first),
        "confirmed": .string(second), "at": .integer(Int(now.seconds)), "notes": .bool(withNotes),
      ]).encoded(), about: entry.row)
  }
}
