internal import GRDB

extension Office {
  /// The name under which the desk in a folder keeps its agency's cases. It is given once: an agency that people call
  /// otherwise later keeps its cases.
  ///
  /// - Parameter proposed: The name for a desk that has none yet.
  public static func agencyName(in folder: OfficeFolder, otherwise proposed: String) async throws -> String {
    let pool = try DatabasePool(path: folder.database)
    try await DeskSchema.migrate(pool)
    return try await pool.write { db in
      if let known = try String.fetchOne(db, sql: "SELECT id FROM desk_agency") { return known }
      // A desk of before this table has its cases under the name that it was called by.
      let used = try String.fetchAll(db, sql: "SELECT DISTINCT agency FROM desk_case LIMIT 2")
      let name = used.count == 1 ? used[0] : proposed
      try db.execute(sql: "INSERT INTO desk_agency (only, id) VALUES (1, ?)", arguments: [name])
      return name
    }
  }
}
