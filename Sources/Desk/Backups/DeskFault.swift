internal import GRDB
internal import Ledger

/// What went wrong with a desk's files, for whoever runs the program.
public enum DeskFault {
  /// A sentence. What may hold more than words, such as a statement of SQL, is told by its kind alone.
  public static func sentence(for error: any Error) -> String {
    switch error {
    case let error as DatabaseError: "SQLite says \(error.extendedResultCode)"
    case let error as LedgerError: "\(error)"
    case let refusal as LedgerRefusal: "\(refusal)"
    case let trouble as MasterKeys.Trouble: "\(trouble)"
    case let trouble as KeyFile.Trouble: "\(trouble)"
    case let trouble as FileTrouble: "\(trouble)"
    case let later as DeskSchema.Later: "\(later)"
    case let broken as SealedChunks.Broken: "\(broken)"
    default: "an unexpected error of the kind \(type(of: error))"
    }
  }
}
