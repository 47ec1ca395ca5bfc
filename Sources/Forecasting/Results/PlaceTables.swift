/// What came of a run state by state and county by county; of two, the difference with its bands.
struct PlaceTables: Sendable {
  let counties: CountyTable
  let outcomes: [Outcome]
  let base: [Outcome]?

  private static let shown: [PlaceTally] = [.requests, .held, .custodialArrests, .releasedWithoutTransfer, .holdDays]
  private static let heads = [
    "Requests", "Held", "Arrests out of custody", "Released without transfer", "Jail days on hold",
  ]

  /// The band of a count over some counties.
  func band(_ places: Range<Int>, _ tally: PlaceTally) -> Band {
    Band(
      outcomes.enumerated().map { index, outcome -> Double in
        let less = base.flatMap { index < $0.count ? $0[index].counties.sum(places, tally) : nil } ?? 0
        return Double(outcome.counties.sum(places, tally) - less)
      })
  }

  /// Small numbers of people are not printed.
  private func cell(_ band: Band) -> String {
    if base != nil, band.nearlyAll == 0...0 { return "0" }
    if SmallCell.hides(band.median) { return "under 10" }
    return "\(Figure.plain(band.median)) (\(SmallCell.words(band.fourFifths.lowerBound)) to "
      + "\(SmallCell.words(band.fourFifths.upperBound)))"
  }

  /// State by state.
  var states: String {
    let rows = counties.states.map { state in
      [state.code] + PlaceTables.shown.map { cell(band(state.counties, $0)) }
    }
    return "<p>Over the whole run; the median, and in brackets where four fifths of the runs lie.</p>"
      + ReportPiece.table(["State"] + PlaceTables.heads, rows, called: "By state")
  }

  /// The counties of which most is to be said; all of them are in counties.csv.
  var leading: String {
    let sizes = counties.all.indices.map { abs(band($0..<$0 + 1, .custodialArrests).median) }
    let first = counties.all.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }.prefix(40).filter { sizes[$0] >= 10 }
    guard !first.isEmpty else { return "<p>In no county do arrests out of local custody differ by ten or more.</p>" }
    let rows = first.map { place in
      let county = counties.all[place]
      return ["\(county.name), \(counties.states[county.state].code)"]
        + PlaceTables.shown.map { cell(band(place..<place + 1, $0)) }
    }
    return
      "<p>The counties with most; every county is in counties.csv. No figure of a county is fitted to that county: "
      + "its share of its state's requests follows its residents, and its law is its own.</p>"
      + ReportPiece.table(["County"] + PlaceTables.heads, rows, called: "By county")
  }

  /// Every county, a line each: medians and the ends of the band of four fifths; empty where under ten.
  var csv: String {
    var lines = [
      "county,name,state,"
        + PlaceTables.shown.flatMap { ["\($0)", "\($0)_low80", "\($0)_high80"] }.joined(separator: ",")
    ]
    for (place, county) in counties.all.enumerated() {
      let cells = PlaceTables.shown.flatMap { tally -> [String] in
        let band = band(place..<place + 1, tally)
        guard !SmallCell.hides(band.median) else { return ["", "", ""] }
        return [band.median, band.fourFifths.lowerBound, band.fourFifths.upperBound].map {
          SmallCell.hides($0) ? "" : "\($0)"
        }
      }
      lines.append(
        "\(county.code),\"\(county.name)\",\(counties.states[county.state].code)," + cells.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
