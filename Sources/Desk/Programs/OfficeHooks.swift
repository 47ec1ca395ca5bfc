internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Reasoning

/// Telling programs that cases have changed.
extension Office {
  /// The most that one token has.
  public static let mostHooks = 20

  /// Tells an address from now on, until its token ends. Returns the secret that signs what is sent, shown once.
  public func addHook(
    at url: String, for program: ProgramToken
  ) async throws(OfficeRefusal) -> (hook: Hook, secret: [UInt8]) {
    try require(.readCases, of: program.staff)
    let now = clock()
    let secret = HookSeal.newSecret()
    let hook = Hook(id: CaseID().description, url: url, made: now, disabled: nil)
    let sealed: [UInt8]
    do { sealed = try HookSeal(url: url, secret: secret).sealed(under: naming, for: hook.id) } catch {
      throw .notRecorded(.init(error))
    }
    try await write { rows in
      let count = "SELECT count(*) FROM desk_hook WHERE token = ?"
      guard (try Int.fetchOne(rows.db, sql: count, arguments: [program.id]) ?? 0) < Office.mostHooks else {
        throw OfficeRefusal.tooLarge("the list of a token's hooks", limit: Office.mostHooks)
      }
      try rows.db.execute(
        sql: """
          INSERT INTO desk_hook (id, token, agency, sealed, made, told)
          VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(row), 0) FROM desk_event))
          """, arguments: [hook.id, program.id, program.staff.agency, Data(sealed), now.seconds])
    }
    return (hook, secret)
  }

  /// The hooks of a token, the oldest first.
  public func hooks(of program: ProgramToken) async throws(OfficeRefusal) -> [Hook] {
    try require(.readCases, of: program.staff)
    let naming = naming
    return try await read { rows in
      try Row.fetchAll(
        rows.db, sql: "SELECT id, sealed, made, disabled FROM desk_hook WHERE token = ? ORDER BY made, id",
        arguments: [program.id]
      ).map { row in
        let (id, made, disabled): (String, Int64, Int64?) = (row[0], row[2], row[3])
        let seal = try HookSeal(sealed: Array(row[1] as Data), under: naming, for: id)
        return Hook(
          id: id, url: seal.url, made: Instant(seconds: made), disabled: disabled.map { Instant(seconds: $0) })
      }
    }
  }

  /// Tells an address no more, and drops what waits for it.
  public func removeHook(_ id: String, of program: ProgramToken) async throws(OfficeRefusal) {
    try await write { rows in
      try rows.db.execute(sql: "DELETE FROM desk_hook WHERE id = ? AND token = ?", arguments: [id, program.id])
      guard rows.db.changesCount == 1 else { throw OfficeRefusal.noCase }
    }
  }

  // MARK: Messages

  /// Writes a message for each case that has changed since its hook was last told. Returns how many.
  public func queueHooks() async throws(OfficeRefusal) -> Int {
    let now = clock()
    // Nothing is written while nothing has happened.
    let isBehind = try await read { rows in
      try Bool.fetchOne(
        rows.db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM desk_hook
            WHERE disabled IS NULL AND told < (SELECT coalesce(max(row), 0) FROM desk_event))
          """) ?? false
    }
    guard isBehind else { return 0 }
    return try await write { rows in
      let last = try Int64.fetchOne(rows.db, sql: "SELECT coalesce(max(row), 0) FROM desk_event") ?? 0
      let hooks = try Row.fetchAll(
        rows.db,
        sql: """
          SELECT h.id, h.agency, h.told FROM desk_hook h JOIN desk_token t ON t.id = h.token
          WHERE h.disabled IS NULL AND h.told < ? AND t.revoked IS NULL AND t.expires > ?
          """, arguments: [last, now.seconds])
      var count = 0
      for hook in hooks {
        // Programs see no sealed case, and so are not told of it.
        let cases = try String.fetchAll(
          rows.db,
          sql: """
            SELECT DISTINCT c.id FROM desk_event e JOIN desk_case c ON c.row = e.case_row
            WHERE e.row > ? AND e.row <= ? AND c.agency = ? AND NOT c.is_sealed ORDER BY c.row
            """, arguments: [hook[2] as Int64, last, hook[1] as String])
        for id in cases {
          let body = HookSeal.message(case: id, at: now)
          try rows.db.execute(
            sql: "INSERT INTO desk_delivery (id, hook, body, tries, next) VALUES (?, ?, ?, 0, ?)",
            arguments: ["msg_\(CaseID())", hook[0] as String, body, now.seconds])
        }
        count += cases.count
        try rows.db.execute(sql: "UPDATE desk_hook SET told = ? WHERE id = ?", arguments: [last, hook[0] as String])
      }
      return count
    }
  }

  /// The messages whose time has come, the longest waiting first.
  public func hookDeliveriesDue(limit: Int = 50) async throws(OfficeRefusal) -> [HookDelivery] {
    let (now, naming) = (clock(), naming)
    return try await read { rows in
      try Row.fetchAll(
        rows.db,
        sql: """
          SELECT d.id, d.hook, d.body, d.tries, h.sealed FROM desk_delivery d JOIN desk_hook h ON h.id = d.hook
          WHERE d.next <= ? AND h.disabled IS NULL ORDER BY d.next, d.id LIMIT ?
          """, arguments: [now.seconds, limit]
      ).map { row in
        let hook: String = row[1]
        let seal = try HookSeal(sealed: Array(row[4] as Data), under: naming, for: hook)
        return HookDelivery(
          id: row[0], hook: hook, url: seal.url, secret: Array(seal.secret), body: row[2], tries: row[3])
      }
    }
  }

  /// Remembers what came of a try. After the last one, or where nobody wants to be told, the hook is told no more.
  public func settle(_ delivery: HookDelivery, _ outcome: HookOutcome) async throws(OfficeRefusal) {
    let now = clock()
    try await write { rows in
      let (db, id) = (rows.db, delivery.id)
      func disable() throws {
        try db.execute(
          sql: "UPDATE desk_hook SET disabled = ? WHERE id = ?", arguments: [now.seconds, delivery.hook])
        try db.execute(sql: "DELETE FROM desk_delivery WHERE hook = ?", arguments: [delivery.hook])
      }
      switch outcome {
      case .taken: try db.execute(sql: "DELETE FROM desk_delivery WHERE id = ?", arguments: [id])
      case .gone: try disable()
      case .failed where delivery.tries >= HookDelivery.pauses.count: try disable()
      case .failed:
        try db.execute(
          sql: "UPDATE desk_delivery SET tries = ?, next = ? WHERE id = ?",
          arguments: [delivery.tries + 1, now.seconds + HookDelivery.pauses[delivery.tries], id])
      }
    }
  }
}

/// What is kept of a hook, sealed: an address can hold a secret too.
private struct HookSeal: Codable {
  let url: String
  let secret: Data

  init(url: String, secret: [UInt8]) {
    self.url = url
    self.secret = Data(secret)
  }

  init(sealed: [UInt8], under key: DataKey, for id: String) throws {
    self = try JSONDecoder().decode(HookSeal.self, from: Data(try key.open(sealed, for: "hook/\(id)")))
  }

  func sealed(under key: DataKey, for id: String) throws -> [UInt8] {
    try key.seal(Array(JSONEncoder().encode(self)), for: "hook/\(id)")
  }

  static func newSecret() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// The name of the case, and nothing of what is in it.
  static func message(case id: String, at now: Instant) -> String {
    let moment = Zone(identifier: "GMT").map { $0.rfc3339(now) } ?? ""
    return #"{"type":"case.changed","timestamp":"\#(moment)","data":{"case":"\#(id)"}}"#
  }
}
