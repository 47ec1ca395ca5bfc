internal import GRDB

/// Why the ledger does not do what was asked.
public enum LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An entry must be part of the transaction that changes what it tells of.
  case notInTransaction
  /// A payload is larger than `LedgerStore.largestPayload`.
  case payloadTooLarge(bytes: Int)
  /// There is no such entry.
  case noEntry(Int)
  /// The entry's salt and payload were erased, or it never had any.
  case erased(Int)
  /// The stored payload is not the one that the entry commits to.
  case payloadChanged(Int)
  /// Another process has the ledger open.
  case openElsewhere
  /// SQLite did not take a setting that durability rests on.
  case notDurable(setting: String, value: String)
  /// The ledger must not sign before somebody decided what happened.
  case refused(LedgerRefusal)
  /// A write failed in a way after which memory and disk may differ; open the ledger again.
  case halted(String)
  /// The transaction failed and nothing of it is stored, unless the ledger was halted by it.
  case notCommitted(String)
  /// The disk is full. Nothing of the transaction is stored; others will be as soon as there is room.
  case diskFull
  /// The transaction is stored, but its checkpoint could not be signed or kept. The next commit signs both.
  case notSigned(String)
  /// Nothing is refused, so nothing can be acknowledged; or it is damage, which no acknowledgement mends.
  case nothingToAcknowledge
  /// After a loss the log goes on under another name, or it would contradict what it signed.
  case nameTaken(String)

  /// A sentence for a person.
  public var description: String {
    switch self {
    case .notInTransaction: "an entry is appended inside the transaction that it tells of"
    case .payloadTooLarge(let bytes):
      "a payload has at most \(LedgerStore.largestPayload) bytes, not \(bytes); log the hash of a large document"
    case .noEntry(let number): "the log has no entry \(number)"
    case .erased(let number): "salt and payload of entry \(number) are erased"
    case .payloadChanged(let number): "the stored payload of entry \(number) is not the one that was logged"
    case .openElsewhere: "another process has this ledger open"
    case .notDurable(let setting, let value):
      "SQLite did not take \(setting): it says \(value). Without it a power cut could lose what was signed"
    case .refused(let refusal): "the ledger signs nothing: \(refusal)"
    case .halted(let reason):
      "the ledger signs nothing until it is opened again, because a write failed: \(reason)"
    case .notCommitted(let reason): "nothing was stored: \(reason)"
    case .diskFull: "nothing was stored, because the disk is full"
    case .notSigned(let reason): "stored, but not signed: \(reason)"
    case .nothingToAcknowledge: "there is nothing that an acknowledgement would settle"
    case .nameTaken(let name): "after a loss the log goes on under a new name; \(name) has signed what is lost"
    }
  }
}

/// What speaks against signing: each is found when the ledger is opened.
public enum LedgerRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// The log has entries, but the file that remembers what was signed is gone.
  case memoryMissing
  /// That file cannot be read.
  case memoryUnreadable(String)
  /// That file was signed by another key than the one given.
  case memoryByOtherKey(name: String)
  /// More was signed than the database holds: it is an older copy, or entries were removed.
  case olderCopy(remembered: Int, stored: Int)
  /// The database holds something else than what was signed.
  case otherHistory(size: Int)
  /// The stored tree does not fit together.
  case damaged(String)

  /// A sentence for a person.
  public var description: String {
    switch self {
    case .memoryMissing: "the file that remembers the last signed checkpoint is missing"
    case .memoryUnreadable(let why): "the file that remembers the last signed checkpoint cannot be used: \(why)"
    case .memoryByOtherKey(let name): "the last checkpoint was signed by another key, \(name)"
    case .olderCopy(let remembered, let stored):
      "\(remembered) entries were signed, but the database has \(stored); an older copy may have been restored"
    case .otherHistory(let size): "the first \(size) entries are not those that were signed"
    case .damaged(let what): "the database is damaged: \(what)"
    }
  }
}

/// Whether the ledger signs.
public enum LedgerStanding: Hashable, Sendable {
  /// It does.
  case signing
  /// It was opened on something that it must not sign; reading goes on.
  case refused(LedgerRefusal)
  /// A write failed; reading goes on.
  case halted(String)
}

extension DatabaseError {
  /// Whether, after this error, what SQLite believes and what the disk holds may differ: a failed flush may have
  /// written, or may be forgotten by the system.
  var leavesDoubt: Bool {
    switch resultCode.primaryResultCode {
    case .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_PROTOCOL: true
    default: false
    }
  }
}
