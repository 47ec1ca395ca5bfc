import Foundation
import GRDB
import Ledger

/// A log as long as a state's desks write in years, as any web server would serve it.
struct LongLog {
  let folder: String

  func write(_ entries: Int) async throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let pool = try DatabasePool(path: "\(folder)/log.sqlite")
    let signer = try KeyFile.create("\(folder)/key", name: "desk.example.org/log")
    let store = try await LedgerStore.open(pool, signer: signer, memory: "\(folder)/signed")
    let progress = Progress(what: "Entries", total: entries)
    for start in stride(from: 0, to: entries, by: 10_000) {
      let end = min(start + 10_000, entries)
      _ = try await store.commit { db in
        for number in start..<end { try store.append(Array("{\"event\":\(number)}".utf8), in: db) }
      }
      progress.reached(end)
    }
    try await store.export(.latest, to: "\(folder)/log")
  }
}
