internal import Crypto
internal import Foundation
internal import GRDB
public import LawLanguage

/// The tokens of programs.
extension Office {
  /// Makes a token for a program of an agency. Its secrets are in what is returned, and nowhere else.
  public func makeToken(
    named name: String, for agency: String, scopes: Set<ProgramScope>, expires: Instant, by staff: Staff
  ) async throws(OfficeRefusal) -> NewProgramToken {
    try require(.administer, of: staff)
    let (now, agency) = (clock(), try profile(agency).id)
    guard !scopes.isEmpty else { throw .refused(.textNeeded("what the token opens")) }
    guard expires > now, expires.seconds - now.seconds <= ProgramToken.longestLife else {
      throw .refused(.textNeeded("a last day within a year"))
    }
    let token: ProgramToken
    do {
      let title = try TextBounds.text(name, "what the program is called", limit: 100)
      token = try ProgramToken(
        id: String(CaseID().description.prefix(16)), name: title, agency: agency, scopes: scopes, made: now,
        expires: expires, revoked: nil, used: nil)
    } catch let refusal as CaseRefusal { throw .refused(refusal) } catch { throw .unreadable("\(error)") }
    let new = NewProgramToken(
      token: token, bearer: "tenth_\(token.id)_\(TokenSecret.new())", calendar: TokenSecret.new())
    let (bearer, calendar) = (TokenSecret.digest(new.bearer), TokenSecret.digest(new.calendar))
    try await write { rows in
      try rows.db.execute(
        sql: """
          INSERT INTO desk_token (id, digest, calendar, name, agency, scopes, made, expires)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          token.id, bearer, calendar, token.name, agency, scopes.map(\.rawValue).sorted().joined(separator: " "),
          now.seconds, expires.seconds,
        ])
    }
    return new
  }

  /// All tokens, the latest first.
  public func tokens(for staff: Staff) async throws(OfficeRefusal) -> [ProgramToken] {
    try require(.administer, of: staff)
    return try await read { rows in
      try Row.fetchAll(rows.db, sql: "SELECT * FROM desk_token ORDER BY made DESC, id").compactMap(TokenRow.token)
    }
  }

  /// Revokes a token, and what hangs on it.
  public func revokeToken(_ id: String, by staff: Staff) async throws(OfficeRefusal) {
    try require(.administer, of: staff)
    let now = clock()
    try await write { rows in
      try rows.db.execute(
        sql: "UPDATE desk_token SET revoked = ? WHERE id = ? AND revoked IS NULL", arguments: [now.seconds, id])
      guard rows.db.changesCount == 1 else { throw OfficeRefusal.nothingThere("token of that name in use") }
      try rows.db.execute(sql: "DELETE FROM desk_hook WHERE token = ?", arguments: [id])
    }
  }

  /// The program whose token this is; nil if it opens nothing.
  public func program(bearing bearer: String) async throws(OfficeRefusal) -> ProgramToken? {
    let parts = bearer.split(separator: "_", maxSplits: 2)
    guard bearer.utf8.count <= 128, parts.count == 3, parts[0] == "tenth" else { return nil }
    let now = clock()
    guard let token = try await token(String(parts[1]), secret: bearer, in: "digest"), token.isLive(at: now) else {
      return nil
    }
    // To the hour: a write for each call would make reading as dear as writing.
    if now.seconds - (token.used?.seconds ?? 0) >= 3600 {
      // That it was used is worth knowing, and not worth refusing the call for while nothing can be written.
      try? await write { rows in
        try rows.db.execute(sql: "UPDATE desk_token SET used = ? WHERE id = ?", arguments: [now.seconds, token.id])
      }
    }
    return token
  }

  /// The program whose calendar has this secret; nil if it opens nothing, or shows nothing that is due.
  public func program(
    calendar secret: String, of id: String
  ) async throws(OfficeRefusal) -> ProgramToken? {
    guard let token = try await token(id, secret: secret, in: "calendar"), token.isLive(at: clock()),
      token.scopes.contains(.dueRead)
    else { return nil }
    return token
  }

  private func token(
    _ id: String, secret: String, in column: String
  ) async throws(OfficeRefusal) -> ProgramToken? {
    guard id.utf8.count <= 32, secret.utf8.count <= 128 else { return nil }
    return try await read { rows in
      let row = try Row.fetchOne(rows.db, sql: "SELECT * FROM desk_token WHERE id = ?", arguments: [id])
      let kept: String? = row?[column]
      // As much work where there is none.
      let isRight = TokenSecret.agrees(secret, with: kept ?? TokenSecret.digest(""))
      guard isRight, let row, kept != nil else { return nil }
      return TokenRow.token(row)
    }
  }

  // MARK: Cursors

  /// Seals where a page ended: whoever gets it reads nothing from it, and it opens for the same question only.
  public func sealCursor(_ cursor: String, for place: String) -> String? {
    try? Data(naming.seal(Array(cursor.utf8), for: "cursor/\(place)")).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// What was sealed for a place; nil if it was not.
  public func openCursor(_ sealed: String, for place: String) -> String? {
    guard sealed.utf8.count <= 2000 else { return nil }
    let text = sealed.replacing("-", with: "+").replacing("_", with: "/")
    let padded = text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let bytes = Data(base64Encoded: padded), bytes.count > 28 else { return nil }
    return (try? naming.open(Array(bytes), for: "cursor/\(place)")).flatMap { String(validating: $0, as: UTF8.self) }
  }
}

/// The secret halves of tokens: 256 bits from the system's generator, kept as digests.
enum TokenSecret {
  static func new() -> String { SymmetricKey(size: .bits256).withUnsafeBytes { Hexadecimal.text(Array($0)) } }

  static func digest(_ secret: String) -> String { Desk.digest(of: secret.utf8) }

  /// Whether it is the one, in a time that says nothing of how far it agrees.
  static func agrees(_ secret: String, with digest: String) -> Bool {
    zip(TokenSecret.digest(secret).utf8, digest.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
      && digest.utf8.count == 64
  }
}

private enum TokenRow {
  static func token(_ row: Row) -> ProgramToken? {
    let (made, expires): (Int64, Int64) = (row["made"], row["expires"])
    let (revoked, used): (Int64?, Int64?) = (row["revoked"], row["used"])
    let scopes = (row["scopes"] as String).split(separator: " ").compactMap { ProgramScope(rawValue: String($0)) }
    return try? ProgramToken(
      id: row["id"], name: row["name"], agency: row["agency"], scopes: Set(scopes), made: Instant(seconds: made),
      expires: Instant(seconds: expires), revoked: revoked.map { Instant(seconds: $0) },
      used: used.map { Instant(seconds: $0) })
  }
}
