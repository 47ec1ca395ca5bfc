/// How a form's report stands in a file of comma-separated values.
///
/// The first row names the columns: `part`, `entry`, then each column of the parts in order. A part without entries is one
/// row whose entry is `none`: that is its nil certificate.
public struct ReportFileForm: Sendable {
  private let form: ReportForm
  private let columns: [String]

  private static let part = "part"
  private static let entry = "entry"
  private static let none = "none"

  /// The file of a form.
  public init(_ form: ReportForm) {
    self.form = form
    var seen: [String] = []
    for column in form.parts.flatMap(\.columns) where !seen.contains(column.id) { seen.append(column.id) }
    columns = seen
  }

  /// The first row of the file.
  public var header: [String] { [ReportFileForm.part, ReportFileForm.entry] + columns }

  /// A file to be filled in: its header alone.
  public var empty: [UInt8] { DelimitedText.written([header]) }

  func written(_ lists: [ReportList]) -> [UInt8] {
    var rows = [header]
    for list in lists {
      if list.rows.isEmpty, form.nilReport == .required || lists.contains(where: { !$0.rows.isEmpty }) {
        rows.append([list.part.id, ReportFileForm.none] + columns.map { _ in "" })
      }
      for (index, row) in list.rows.enumerated() {
        let cells = columns.map { list.part.column($0) == nil ? "" : row.cells[$0]?.written ?? "" }
        rows.append([list.part.id, "\(index + 1)"] + cells)
      }
    }
    return DelimitedText.written(rows)
  }

  /// What was read from a file that fits its form.
  public struct Content: Sendable, Hashable, Codable {
    /// How many entries each part has.
    public let counts: [String: Int]
    /// The parts that are certified to hold nothing.
    public let nothing: [String]

    /// Whether nothing is reported at all.
    public var isNil: Bool { counts.values.allSatisfy { $0 == 0 } }
    /// All entries.
    public var count: Int { counts.values.reduce(0, +) }
  }

  /// That a file does not fit: every mistake in it, up to a bound.
  public struct Misfit: Error, Sendable, Hashable {
    /// In the order of the file.
    public let mistakes: [DelimitedText.Mistake]
    /// How many are told.
    static let most = 100
  }

  /// Reads a file of the form, and names everything that does not fit it.
  public func read(_ bytes: [UInt8]) throws(Misfit) -> Content {
    let rows: [DelimitedText.Row]
    do { rows = try DelimitedText.read(bytes) } catch { throw Misfit(mistakes: [error]) }
    guard let first = rows.first else {
      throw Misfit(mistakes: [DelimitedText.Mistake(line: 1, "the file is empty; its first row names the columns")])
    }
    var mistakes = headerMistakes(first)
    guard mistakes.isEmpty else { throw Misfit(mistakes: mistakes) }
    var counts: [String: Int] = [:]
    var nothing: [String] = []
    for row in rows.dropFirst() where mistakes.count < Misfit.most {
      guard row.cells.count == header.count else {
        mistakes.append(.init(line: row.line, "it has \(row.cells.count) cells; the first row has \(header.count)"))
        continue
      }
      guard let part = form.part(row.cells[0]) else {
        let parts = form.parts.map(\.id).joined(separator: ", ")
        mistakes.append(
          .init(line: row.line, column: 1, "there is no part “\(row.cells[0].prefix(40))”; write one of: \(parts)"))
        continue
      }
      if row.cells[1] == ReportFileForm.none {
        if counts[part.id] != nil || nothing.contains(part.id) {
          mistakes.append(.init(line: row.line, column: 2, "“none” stands alone in its part"))
        }
        nothing.append(part.id)
        if let index = row.cells.dropFirst(2).firstIndex(where: { !$0.isEmpty }) {
          mistakes.append(.init(line: row.line, column: index + 1, "a row that says “none” is otherwise empty"))
        }
        continue
      }
      if nothing.contains(part.id) {
        mistakes.append(.init(line: row.line, column: 2, "the part was said to hold none"))
      }
      counts[part.id, default: 0] += 1
      if row.cells[1] != "\(counts[part.id] ?? 0)" {
        mistakes.append(
          .init(line: row.line, column: 2, "number the entries of a part from 1; here \(counts[part.id] ?? 0) is next"))
      }
      mistakes += cellMistakes(row, part)
    }
    for part in form.parts
    where form.nilReport == .required && counts[part.id] == nil && !nothing.contains(part.id) && mistakes.isEmpty {
      mistakes.append(
        .init(
          line: rows.last?.line ?? 1,
          "nothing is said of the part “\(part.id)”; write its entries, or a row with the entry none"))
    }
    guard mistakes.isEmpty else { throw Misfit(mistakes: Array(mistakes.prefix(Misfit.most))) }
    return Content(counts: counts, nothing: nothing)
  }

  private func headerMistakes(_ row: DelimitedText.Row) -> [DelimitedText.Mistake] {
    guard row.cells != header else { return [] }
    for (index, name) in header.enumerated() {
      guard index < row.cells.count else {
        return [
          .init(line: row.line, "the column “\(name)” is missing; the columns are: \(header.joined(separator: ", "))")
        ]
      }
      guard row.cells[index] == name else {
        return [
          .init(
            line: row.line, column: index + 1, "here stands the column “\(name)”, not “\(row.cells[index].prefix(40))”")
        ]
      }
    }
    return [.init(line: row.line, column: header.count + 1, "the form has no more columns than \(header.count)")]
  }

  private func cellMistakes(_ row: DelimitedText.Row, _ part: ReportPart) -> [DelimitedText.Mistake] {
    columns.enumerated().compactMap { index, name in
      let text = row.cells[index + 2]
      let place = index + 3
      guard let column = part.column(name) else {
        return text.isEmpty
          ? nil
          : .init(line: row.line, column: place, "“\(name)” is no column of the part “\(part.id)”; leave it empty")
      }
      if text == ReportCell.notApplying {
        return column.mayNotApply
          ? nil : .init(line: row.line, column: place, "“\(column.title)” is told of every entry")
      }
      guard !text.isEmpty else {
        let help = column.mayNotApply ? "; write n/a where it does not apply" : ""
        return .init(line: row.line, column: place, "“\(column.title)” is empty\(help)")
      }
      guard case .failure(let mistake) = column.kind.read(text) else { return nil }
      return .init(line: row.line, column: place, "“\(column.title)”: \(mistake.sentence)")
    }
  }
}
