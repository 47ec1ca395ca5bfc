/// Why a file of figures cannot be used.
package struct SeriesProblem: Error, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do.
  package let description: String

  init(_ description: String) { self.description = description }
}

extension MonthlySeries {
  /// Reads a table in the layout of the published ones: a line of names, then a line a month; `month` is `2024-09`,
  /// figures are plain numbers, and an empty field was not published. Columns of text are passed over. A month that the
  /// table calls partial keeps its averages and loses its counts.
  package init(reading text: String, name file: String) throws(SeriesProblem) {
    self.init()
    let rows = text.split(whereSeparator: \.isNewline)
    guard let head = rows.first else { throw SeriesProblem("\(file) is empty") }
    guard !text.contains("\"") else {
      throw SeriesProblem("\(file) has quoted fields; write plain numbers, without thousands separators")
    }
    func fields(_ line: Substring) -> [Substring] { line.split(separator: ",", omittingEmptySubsequences: false) }
    let names = fields(head).map { $0.filter { !$0.isWhitespace && $0 != "\u{FEFF}" } }
    guard let monthAt = names.firstIndex(of: "month") else {
      throw SeriesProblem(
        "\(file) has no column \"month\"; its columns are \(names.prefix(6).joined(separator: ", ")). "
          + "The layout is that of the monthly tables: month, then one column a series")
    }
    let partialAt = names.firstIndex(of: "partial_month")
    if let twice = Dictionary(grouping: names, by: { $0 }).filter({ $1.count > 1 }).keys.min() {
      throw SeriesProblem("\(file) has the column \"\(twice)\" twice; leave one")
    }
    var lines: Set<Month> = []
    var previous: Month?
    for (number, line) in rows.dropFirst().enumerated() {
      let row = fields(line)
      let place = "\(file), line \(number + 2)"
      guard row.count == names.count else {
        throw SeriesProblem("\(place) has \(row.count) fields where the first line has \(names.count)")
      }
      guard let month = Month(row[monthAt]) else {
        throw SeriesProblem("\(place): \"\(row[monthAt])\" is no month; write it as 2024-09")
      }
      if let previous, month != previous.adding(1), month <= previous {
        throw SeriesProblem("\(place): \(month) does not come after \(previous); put the months in order, each once")
      }
      previous = month
      lines.insert(month)
      let isPartial = partialAt.map { row[$0] == "1" } ?? false
      for (name, field) in zip(names, row) where !["month", "partial_month", "fiscal_year", "period"].contains(name) {
        if field.isEmpty { continue }
        guard let value = Double(field) else {
          if ["D", "S", "X", "*", "<10"].contains(String(field)) {
            throw SeriesProblem("\(place): \(name) is suppressed (\"\(field)\"); leave the field empty")
          }
          throw SeriesProblem("\(place): \(name) is \"\(field)\", not a number; leave unknown fields empty")
        }
        guard value >= 0 else { throw SeriesProblem("\(place): \(name) is \(field), below nothing") }
        guard value <= 100_000_000 else {
          throw SeriesProblem("\(place): \(name) is \(field), more than there are people; check the column")
        }
        if isPartial, !name.hasPrefix("adp"), !name.hasPrefix("alos") { continue }
        self[name, month] = value
      }
    }
    guard previous != nil else { throw SeriesProblem("\(file) has no months") }
    self.lines = lines
  }

  /// With the sum of book-ins under both names: the two publishers name it differently.
  var withBothTotals: MonthlySeries {
    var result = self
    for month in months {
      let sum = self["bookins_total", month] ?? self["bookins", month]
      result["bookins_total", month] = sum
      result["bookins", month] = sum
    }
    return result
  }

  /// The first month of a window that has no line at all though months before and after it in the window have one.
  func gap(in window: [Month]) -> Month? {
    let lines = lines ?? Set(months)
    guard let first = window.first(where: lines.contains), let last = window.last(where: lines.contains) else {
      return nil
    }
    return window.first { $0 > first && $0 < last && !lines.contains($0) }
  }
}
