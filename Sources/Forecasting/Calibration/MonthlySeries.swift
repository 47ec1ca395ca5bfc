package import LawLanguage

/// A calendar month.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of the year 0.
  package let number: Int

  /// The month of a number.
  package init(number: Int) { self.number = number }

  /// The month of a day.
  package init(_ day: Day) {
    let (year, month, _) = day.civil
    number = year * 12 + month - 1
  }

  /// Reads `2024-09`.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 7, let day = Day("\(text)-01") else { return nil }
    self.init(day)
  }

  /// The first day.
  package var first: Day { Day(year: number / 12, month: number % 12 + 1, day: 1) ?? Day(number: 0) }
  /// How many days it has.
  package var days: Int { Day.length(ofMonth: number % 12 + 1, year: number / 12) }
  /// 1 for January.
  package var ofYear: Int { number % 12 + 1 }
  /// The month so many later.
  package func adding(_ months: Int) -> Month { Month(number: number + months) }
  /// Earlier first.
  package static func < (left: Month, right: Month) -> Bool { left.number < right.number }
  /// `2024-09`.
  package var description: String { String(first.description.prefix(7)) }
}

/// Monthly figures by name: what was observed, or what a replicate gives in the same names.
package struct MonthlySeries: Sendable {
  /// By column, by month.
  package private(set) var columns: [String: [Month: Double]] = [:]
  /// Of a table that was read, the months that have a line, if only an empty one.
  var lines: Set<Month>?

  /// Nothing.
  package init() {}

  /// A figure.
  package subscript(column: String, month: Month) -> Double? {
    get { columns[column]?[month] }
    set { columns[column, default: [:]][month] = newValue }
  }

  /// The months for which something is known.
  package var months: [Month] { Set(columns.values.flatMap(\.keys)).sorted() }

  /// Lays another over this one: where both know a figure, the other's stands.
  package func overlaid(by other: MonthlySeries) -> MonthlySeries {
    var result = self
    for (name, values) in other.columns { for (month, value) in values { result[name, month] = value } }
    return result
  }

  /// What lies before a month.
  package func before(_ end: Month) -> MonthlySeries {
    var result = MonthlySeries()
    for (name, values) in columns { for (month, value) in values where month < end { result[name, month] = value } }
    return result
  }

  /// The reasons of book-outs, as the columns name them, in the order of `ExitReason`.
  static let reasonNames = [
    "removal", "bonded", "order_recognizance", "order_supervision", "paroled", "relief", "other",
  ]

  /// The figures that come with the program.
  package static let visible: MonthlySeries = {
    let names =
      [
        "ero_arrests", "ero_arrests_convicted", "bookins_ice", "bookins_cbp", "ice_rr_ice", "ice_rr_cbp", "adp_ice",
        "adp_cbp", "adp_all_convicted",
      ] + ["ice", "cbp"].flatMap { agency in reasonNames.map { "bookouts_\(agency)_\($0)" } }
    var series = MonthlySeries()
    for line in visibleTable.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let month = fields.first.flatMap({ Month($0) }) else { continue }
      for (name, field) in zip(names, fields.dropFirst()) {
        guard let value = Double(field) else { continue }
        series[name, month] = name.hasPrefix("adp") ? value : value * 10
      }
    }
    return series.completed
  }()

  /// With the sums that the published tables have as columns of their own, where their parts are known.
  var completed: MonthlySeries {
    var result = self
    func sum(_ total: String, _ parts: [String]) {
      for month in months where result[total, month] == nil {
        let values = parts.compactMap { result[$0, month] }
        if values.count == parts.count { result[total, month] = values.reduce(0, +) }
      }
    }
    sum("bookins_total", ["bookins_ice", "bookins_cbp"])
    sum("bookins", ["bookins_ice", "bookins_cbp"])
    sum("adp_all", ["adp_ice", "adp_cbp"])
    sum("ice_removals_returns", ["ice_rr_ice", "ice_rr_cbp"])
    for agency in ["ice", "cbp"] {
      sum("bookouts_\(agency)_total", MonthlySeries.reasonNames.map { "bookouts_\(agency)_\($0)" })
    }
    for name in MonthlySeries.reasonNames + ["total"] {
      sum("bookouts_\(name)", ["bookouts_ice_\(name)", "bookouts_cbp_\(name)"])
    }
    return result
  }
}
