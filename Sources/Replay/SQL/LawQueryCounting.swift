extension LawQuery {
  /// The query with its rows counted by answer, rule and whether that is all; and how many rows the table has.
  package func counting(_ dialect: SQLDialect) -> (counts: String, total: String) {
    let columns = ["answer", "rule", "exact"].map(dialect.quoted).joined(separator: ", ")
    let counts = """
      SELECT \(columns), count(*) AS \(dialect.quoted("rows"))
      FROM (
      \(text(dialect))) AS \(dialect.quoted("decided"))
      GROUP BY \(columns)
      ORDER BY \(columns)
      """
    return (counts, "SELECT count(*) FROM \(dialect.quoted(table))")
  }
}
