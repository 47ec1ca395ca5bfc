internal import Foundation
internal import GRDB
public import LawLanguage
internal import Ledger

/// Counsel's privileged notes.
extension Office {
  /// Writes a privileged note: under a key of its own, in no export.
  public func writeNote(
    _ text: String, about subject: String, in id: CaseID, by staff: Staff
  ) async throws(OfficeRefusal) {
    try require(.privilegedNotes, of: staff)
    let note: PrivilegedNote
    do {
      note = PrivilegedNote(
        number: 0, author: Signature(staff), written: clock(),
        subject: try TextBounds.text(subject, "the subject", limit: TextBounds.short),
        text: try TextBounds.text(text, "the note", limit: 100_000))
    } catch { throw .refused(error) }
    try await write { rows in
      let entry = try self.entry(id, for: staff, in: rows)
      let key = try rows.keys.keyOrNew(.counsel, of: entry.row)
      let number =
        try Int.fetchOne(
          rows.db, sql: "SELECT coalesce(max(number), 0) + 1 FROM desk_note WHERE case_row = ?", arguments: [entry.row])
        ?? 1
      let bytes = Array(try JSONEncoder().encode(note))
      let sealed = try key.seal(bytes, for: "case/\(id)/note/\(number)")
      try rows.db.execute(
        sql: "INSERT INTO desk_note (case_row, number, author, written, sealed) VALUES (?, ?, ?, ?, ?)",
        arguments: [entry.row, number, staff.id, note.written.seconds, Data(sealed)])
      try rows.log(
        CanonicalJSON.object([
          "event": .string("note.written"), "case": .string(id.description), "note": .integer(number),
          "digest": .string(digest(of: CaseID().description.utf8 + bytes)),
        ]).encoded(), about: entry.row)
    }
  }

  /// The privileged notes of a case, for counsel; date, author and subject make the privilege log.
  public func notes(of id: CaseID, for staff: Staff) async throws(OfficeRefusal) -> [PrivilegedNote] {
    try require(.privilegedNotes, of: staff)
    return try await read { rows in try rows.notes(of: self.entry(id, for: staff, in: rows)) }
  }
}

/// Counsel's note on a case.
public struct PrivilegedNote: Sendable, Hashable, Codable {
  /// Its number within the case.
  public let number: Int
  /// Who wrote it.
  public let author: Signature
  /// When.
  public let written: Instant
  /// For the privilege log.
  public let subject: String
  /// What it says.
  public let text: String

  fileprivate func numbered(_ number: Int) -> PrivilegedNote {
    PrivilegedNote(number: number, author: author, written: written, subject: subject, text: text)
  }
}

extension CaseRows {
  func notes(of entry: Entry) throws -> [PrivilegedNote] {
    guard let key = try keys.key(.counsel, of: entry.row) else { return [] }
    return try Row.fetchAll(
      db, sql: "SELECT number, sealed FROM desk_note WHERE case_row = ? ORDER BY number", arguments: [entry.row]
    ).map { row in
      let bytes = try key.open(Array(row[1] as Data), for: "case/\(entry.id)/note/\(row[0] as Int)")
      return try JSONDecoder().decode(PrivilegedNote.self, from: Data(bytes)).numbered(row[0])
    }
  }
}
