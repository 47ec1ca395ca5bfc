import Desk
import GRDB
import Ledger
import Testing

/// What is said to visitors when something below the desk fails.
@Suite struct TroubleTests {
  private static let secret = "INSERT INTO desk_case VALUES (7) at /srv/tenth/keys"

  @Test(arguments: [
    LedgerError.halted(secret), .notCommitted(secret), .notSigned(secret), .refused(.memoryUnreadable(secret)),
    .refused(.damaged(secret)), .notDurable(setting: secret, value: secret), .nameTaken(secret),
  ])
  func aVisitorIsToldNoStatementAndNoPath(_ error: LedgerError) {
    let trouble = OfficeRefusal.Trouble(error)
    #expect(!trouble.sentence.contains("INSERT") && !trouble.sentence.contains("/srv"))
    #expect(!trouble.sentence.isEmpty)
    #expect(trouble.detail?.contains(TroubleTests.secret) == true, "those who run the desk see it in the log")
    #expect(!"\(OfficeRefusal.notRecorded(trouble))".contains("INSERT"))
  }

  @Test func whatSQLiteWasToWriteIsInNoLogEither() {
    let error = DatabaseError(message: "near ZZMARKERZZ", sql: "INSERT ZZMARKERZZ", arguments: ["ZZMARKERZZ"])
    let trouble = OfficeRefusal.Trouble(error)
    #expect(!"\(trouble)".contains("ZZMARKERZZ"))
  }
}
