internal import Foundation
internal import GRDB
internal import Ledger

/// What a backup holds, as it says itself: what a restore and a drill hold it against.
public struct BackupManifest: Sendable, Hashable, Codable {
  /// The form of the backup.
  public let form: Int
  /// When it was made, in UTC.
  public let made: String
  /// The databases in it, in their order.
  public let files: [File]
  /// What the desk's database counted then.
  public let counts: Counts

  static let currentForm = 1
  /// The longest one that is read.
  static let longest = 1 << 20

  /// One database.
  public struct File: Sendable, Hashable, Codable {
    /// Its name in the folder.
    public let name: String
    /// How many bytes it has.
    public let size: Int
    /// SHA-256 of its bytes, in hexadecimal digits.
    public let digest: String
  }

  /// How much there is of what.
  public struct Counts: Sendable, Hashable, Codable {
    /// Cases, erased ones not.
    public var cases = 0
    /// Erased cases, of which the number is left.
    public var erased = 0
    /// Events.
    public var events = 0
    /// Records of persons.
    public var persons = 0
    /// Documents.
    public var documents = 0
    /// Counsel's notes.
    public var notes = 0
    /// Entries of the log.
    public var entries = 0
    /// The root of the log's tree over them.
    public var root = ""

    init() {}

    init(in db: Database) throws {
      // A collector's database has a log, and no cases.
      func count(_ table: String, where condition: String = "true") throws -> Int {
        guard try db.tableExists(table) else { return 0 }
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(condition)") ?? 0
      }
      cases = try count("desk_case", where: "stage <> 'erased'")
      erased = try count("desk_case", where: "stage = 'erased'")
      events = try count("desk_event")
      persons = try count("desk_person")
      documents = try count("desk_document")
      notes = try count("desk_note")
      let log = StoredLog(db: db)
      entries = try log.size()
      root = try log.root(atSize: entries).base64
    }
  }
}

/// Why there is no backup, or none that can be used.
public struct BackupTrouble: Error, Sendable, CustomStringConvertible {
  /// A sentence for a person.
  public let description: String

  init(_ description: String) { self.description = description }
}
