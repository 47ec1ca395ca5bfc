extension RunFigures {
  /// A line per month and measure: month, measure, median and the ends of the bands.
  package var csv: String {
    var lines = ["month,measure,median,low50,high50,low80,high80,low95,high95"]
    for measure in Measure.allCases {
      guard let bands = bands[measure] else { continue }
      for (month, band) in zip(months, bands) {
        let values = [
          band.median, band.half.lowerBound, band.half.upperBound, band.fourFifths.lowerBound,
          band.fourFifths.upperBound, band.nearlyAll.lowerBound, band.nearlyAll.upperBound,
        ]
        lines.append("\(month),\(measure.rawValue)," + values.map { "\($0)" }.joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
