internal import GRDB
internal import Ledger

/// What goes wrong below the desk, in words for whoever asked: no statement, no path, no value.
extension OfficeRefusal.Trouble {
  package init(_ error: any Error) {
    switch error {
    case let error as LedgerError: self.init(error.plainly, detail: "\(error)")
    // What SQLite says can hold what was to be written.
    case let error as DatabaseError: self.init("the database takes nothing now", detail: "SQLite: \(error.resultCode)")
    case let error as MasterKeys.Trouble: self = .keys(error)
    case is CaseEvent.Unreadable, is CaseFile.Unfoldable:
      self.init("an entry of the case does not read as it was written", detail: "\(error)")
    default: self.init("something unexpected went wrong", detail: "an error of the kind \(type(of: error))")
    }
  }

  static func keys(_ trouble: MasterKeys.Trouble) -> OfficeRefusal.Trouble {
    OfficeRefusal.Trouble("the keys of the desk cannot be used", detail: "\(trouble)")
  }
}

extension LedgerError {
  /// Without what the disk or SQLite said.
  fileprivate var plainly: String {
    switch self {
    case .refused: "the log takes nothing until somebody has looked at it"
    case .halted: "the log takes nothing until the desk is started again, because the disk failed"
    case .notCommitted: "nothing was stored"
    case .diskFull: "the disk is full"
    case .notSigned: "it is stored, and the log could not be signed"
    case .payloadTooLarge: "it is too large"
    case .noEntry, .erased, .payloadChanged: "an entry of the log is not as it was written"
    case .notInTransaction, .openElsewhere, .notDurable, .nothingToAcknowledge, .nameTaken:
      "the log cannot be used as it is"
    }
  }
}
