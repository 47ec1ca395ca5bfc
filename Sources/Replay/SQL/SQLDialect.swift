import LawLanguage

/// A dialect that the law is written in.
package enum SQLDialect: String, Sendable, CaseIterable {
  case duckdb, postgres, spark, sqlite

  /// Names are always quoted: those of the vocabulary have hyphens.
  func quoted(_ name: String) -> String {
    switch self {
    case .duckdb, .postgres, .sqlite: "\"" + name.replacing("\"", with: "\"\"") + "\""
    case .spark: "`" + name.replacing("`", with: "``") + "`"
    }
  }

  /// Has what a part of a query comes to written down, where the engine would otherwise reckon it anew wherever it is named:
  /// SQLite then takes over a hundred times as long over lists, PostgreSQL over twenty. SQLite knows it since 3.35, PostgreSQL since 12.
  var once: String {
    switch self {
    case .postgres, .sqlite: " MATERIALIZED"
    case .duckdb, .spark: ""
    }
  }

  func literal(_ text: String) -> String {
    switch self {
    case .duckdb, .postgres, .sqlite: "'" + text.replacing("'", with: "''") + "'"
    // Spark reads escapes within a literal.
    case .spark: "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
  }

  func literal(_ day: Day) -> String {
    switch self {
    case .duckdb, .postgres, .spark: "DATE '\(day)'"
    case .sqlite: "'\(day)'"
    }
  }

  /// How a type is declared.
  package func name(of type: SQLType) -> String {
    switch (self, type) {
    case (.sqlite, .boolean): "integer, 0 or 1"
    case (.sqlite, .day): "text, 2025-01-22"
    case (_, .boolean): "boolean"
    case (.spark, .text): "string"
    case (_, .text): "text"
    case (.spark, .integer): "int"
    case (_, .integer): "integer"
    case (_, .day): "date"
    case (.duckdb, .records(let fields)):
      "struct(" + fields.map { "\(quoted($0.name)) \(name(of: $0.type))" }.joined(separator: ", ") + ")[]"
    case (.spark, .records(let fields)):
      "array<struct<" + fields.map { "\(quoted($0.name)): \(name(of: $0.type))" }.joined(separator: ", ") + ">>"
    case (.postgres, .records): "jsonb, an array of objects"
    case (.sqlite, .records): "text, a JSON array of objects"
    }
  }
}

/// Writes expressions in one dialect.
struct SQLWriter {
  let dialect: SQLDialect
  /// What the record in hand is called.
  private static let record = "r"

  func text(_ expression: SQLExpression) -> String {
    switch expression {
    case .column(let name): dialect.quoted(name)
    case .field(let name, let type): field(name, type)
    case .text(let text): dialect.literal(text)
    case .integer(let number): String(number)
    case .day(let day): dialect.literal(day)
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .null: "NULL"
    case .not(let inner): "NOT " + bracketed(inner)
    case .all(let parts): parts.map(bracketed).joined(separator: " AND ")
    case .any(let parts): parts.map(bracketed).joined(separator: " OR ")
    case .compare(let left, let order, let right): "\(bracketed(left)) \(order.rawValue) \(bracketed(right))"
    case .among(let value, let words):
      "\(bracketed(value)) IN (\(words.map(dialect.literal).joined(separator: ", ")))"
    case .cut(let code, let brackets): cut(text(code), brackets)
    case .later(let day, let span): later(text(day), span)
    case .isNull(let inner): "\(bracketed(inner)) IS NULL"
    case .coalesce(let parts): "COALESCE(\(parts.map(text).joined(separator: ", ")))"
    case .cases(let cases, let otherwise):
      "CASE" + cases.map { " WHEN \(text($0.condition)) THEN \(text($0.value))" }.joined()
        + " ELSE \(text(otherwise)) END"
    case .tested(let list, let tests): tested(list, tests)
    case .passing(let list, let condition): passing(list, text(condition))
    }
  }

  /// In brackets, where what stands beside it could take a part of it.
  func bracketed(_ expression: SQLExpression) -> String {
    switch expression {
    case .column, .field, .text, .integer, .day, .boolean, .null, .coalesce, .cases, .tested, .passing, .cut, .later:
      text(expression)
    case .not, .all, .any, .compare, .among, .isNull: "(\(text(expression)))"
    }
  }

  // MARK: Codes

  private func cut(_ code: String, _ brackets: Int) -> String {
    switch dialect {
    case .spark: return "substring_index(\(code), '(', \(brackets + 1))"
    case .duckdb, .postgres:
      return "(" + (1...brackets + 1).map { "split_part(\(code), '(', \($0))" }.joined(separator: " || '(' || ") + ")"
    case .sqlite:
      let rest = "substr(\(code), instr(\(code), '(') + 1)"
      let tail =
        brackets == 0
        ? "substr(\(code), 1, instr(\(code), '(') - 1)"
        : "substr(\(code), 1, instr(\(code), '(')) || \(cut(rest, brackets - 1))"
      return "(CASE WHEN instr(\(code), '(') = 0 THEN \(code) ELSE \(tail) END)"
    }
  }

  // MARK: Days

  /// Months and years end on the same day of the month; one that does not exist becomes the first of the next month, or the last
  /// of its own. Databases only know the last.
  private func later(_ day: String, _ span: Span) -> String {
    switch span.unit {
    case .days, .hours, .businessDays: return adding(days: String(span.count), to: day)
    case .weeks: return adding(days: String(7 * span.count), to: day)
    case .months, .years:
      let months = span.unit == .years ? 12 * span.count : span.count
      return dialect == .sqlite ? laterInSQLite(day, months, span) : laterByInterval(day, months, span)
    }
  }

  private func adding(days: String, to day: String) -> String {
    switch dialect {
    case .duckdb, .postgres: "(\(day) + \(days))"
    case .spark: "date_add(\(day), \(days))"
    case .sqlite: "date(\(day), (\(days)) || ' days')"
    }
  }

  private func laterByInterval(_ day: String, _ months: Int, _ span: Span) -> String {
    let last =
      switch dialect {
      case .spark: "add_months(\(day), \(months))"
      case .duckdb, .postgres, .sqlite: "CAST(\(day) + INTERVAL '\(months) months' AS date)"
      }
    guard !span.leapDayClamped else { return last }
    func dayOfMonth(_ text: String) -> String { "EXTRACT(day FROM \(text))" }
    return adding(
      days: "CASE WHEN \(dayOfMonth(last)) < \(dayOfMonth(day)) THEN 1 ELSE 0 END", to: last)
  }

  private func laterInSQLite(_ day: String, _ months: Int, _ span: Span) -> String {
    let first = "\(day), 'start of month', '+\(months) months'"
    let missing = "strftime('%d', \(day)) > strftime('%d', \(first), '+1 month', '-1 day')"
    let instead = span.leapDayClamped ? "date(\(first), '+1 month', '-1 day')" : "date(\(first), '+1 month')"
    return
      "(CASE WHEN \(missing) THEN \(instead) ELSE date(\(first), (strftime('%d', \(day)) - 1) || ' days') END)"
  }

  // MARK: Records

  private func field(_ name: String, _ type: SQLType) -> String {
    switch dialect {
    case .duckdb, .spark: return "\(Self.record).\(dialect.quoted(name))"
    case .postgres:
      let value = "(\(Self.record).value ->> \(dialect.literal(name)))"
      switch type {
      case .boolean: return value + "::boolean"
      case .integer: return value + "::integer"
      case .day: return value + "::date"
      case .text, .records: return value
      }
    case .sqlite: return "(\(Self.record).value ->> \(dialect.literal("$.\"\(name)\"")))"
    }
  }

  /// Each test on a line of its own, under its words.
  private func tested(_ list: String, _ tests: [SQLTest]) -> String {
    func lines(_ name: (String) -> String, between: String) -> String {
      tests.enumerated().map { index, test in
        let comma = index + 1 < tests.count ? "," : ""
        return SQLComment.lines(test.words, indent: 6).joined(separator: "\n")
          + "\n      \(name(test.name))\(between)\(bracketed(test.expression))\(comma)\n"
      }.joined()
    }
    let column = dialect.quoted(list)
    switch dialect {
    case .duckdb:
      return "list_transform(\(column), lambda \(Self.record): {\n\(lines(dialect.literal, between: ": "))    })"
    case .spark:
      return "transform(\(column), \(Self.record) -> named_struct(\n\(lines(dialect.literal, between: ", "))    ))"
    case .postgres:
      return "(SELECT jsonb_agg(jsonb_build_object(\n\(lines(dialect.literal, between: ", "))    ))"
        + " FROM jsonb_array_elements(\(column)) AS \(Self.record)(value))"
    case .sqlite:
      return "(SELECT json_group_array(json_object(\n\(lines(dialect.literal, between: ", "))    ))"
        + " FROM json_each(\(column)) AS \(Self.record))"
    }
  }

  private func passing(_ list: String, _ condition: String) -> String {
    let column = dialect.quoted(list)
    switch dialect {
    // What a filter does with NULL is said, not left to it.
    case .duckdb:
      return "COALESCE(len(list_filter(\(column), lambda \(Self.record): COALESCE(\(condition), FALSE))), 0)"
    case .spark:
      return
        "CASE WHEN \(column) IS NULL THEN 0 ELSE size(filter(\(column), \(Self.record) -> COALESCE(\(condition), FALSE))) END"
    case .postgres:
      return "(SELECT count(*) FROM jsonb_array_elements(\(column)) AS \(Self.record)(value) WHERE \(condition))"
    case .sqlite: return "(SELECT count(*) FROM json_each(\(column)) AS \(Self.record) WHERE \(condition))"
    }
  }
}
