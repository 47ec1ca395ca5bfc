import Foundation
import GRDB
import Ledger

/// A process that writes to a ledger and says on its standard output what was acknowledged, for tests that kill it.
///
/// `ledger-writer DIR load` writes from four tasks until it is killed. `ledger-writer DIR steps` writes once for every
/// line that it reads. Both print `ready SIZE`, then `ack NUMBER SIZE ROOT` or `failed REASON` for each write.
@main
struct LedgerWriter {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw CocoaError(.featureUnsupported) }
    let folder = arguments[1]
    let pool = try DatabasePool(path: "\(folder)/office.sqlite")
    try await pool.write { db in
      try db.execute(sql: "CREATE TABLE IF NOT EXISTS request (id INTEGER PRIMARY KEY, entry INTEGER NOT NULL UNIQUE)")
    }
    let signer = try KeyFile.load("\(folder)/key")
    let store = try await LedgerStore.open(pool, signer: signer, memory: "\(folder)/signed")
    guard let latest = await store.latest else {
      say("refused \(await store.standing)")
      return
    }
    say("ready \(latest.checkpoint.size)")
    switch arguments[2] {
    case "load":
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<4 { group.addTask { while true { await write(to: store) } } }
      }
    default:
      while readLine() != nil { await write(to: store) }
    }
  }

  private static func write(to store: LedgerStore) async {
    do {
      let committed = try await store.commit { db in
        let number = try store.append(Array(#"{"event":"request.received"}"#.utf8), in: db)
        try db.execute(sql: "INSERT INTO request (entry) VALUES (?)", arguments: [number])
        return number
      }
      let checkpoint = committed.signed.checkpoint
      say("ack \(committed.value) \(checkpoint.size) \(checkpoint.root.base64)")
    } catch {
      say("failed \(error)")
    }
  }

  private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
