extension CountyLedger {
  /// The ledger as Markdown.
  ///
  /// - Parameters:
  ///   - place: The county or the state, as its heading names it.
  ///   - run: What it was reckoned by, and the name of the run or of the law.
  package func markdown(of place: String, by run: String) -> String {
    var text = "# Ledger: \(place)\n\n"
    switch scope {
    case .state:
      text +=
        "Nothing in the model is fitted to a county. The figures that it reckons are those of all counties of the state.\n\n"
    case .county(let requests):
      text += "From \(Figure.plain(requests)) requests a year, which the office counts itself.\n\n"
    }
    if let agreement {
      text += "An agreement for the jail under 287(g) was signed by \(agreement) (ICE, lists to September 2025).\n\n"
    }
    text += "Low and high hold four fifths of the draws, mid is the median; by the year; dollars of about 2024.\n\n"
    text += CountyLedger.table("Reckoned: low / mid / high", reckoned)
    text += "\n" + CountyLedger.table("Published elsewhere; no figure of this place follows from it", elsewhere)
    text += "\n## What the state's law threatens\n\n"
    text +=
      penalties.isEmpty
      ? "The library's documents name no amount for this state, in either direction.\n"
      : penalties.map { "- \($0.direction.rawValue): \($0.words) (\($0.source))\n" }.joined()
    return text + "\nIt counts people and describes none, and it recommends nothing. \(run)\n"
  }

  private static func table(_ heading: String, _ lines: [Line]) -> String {
    let rows = lines.map { line in
      let grounds = line.grounds.isEmpty ? "the line above" : line.grounds.joined(separator: "; ")
      return "| \(line.item) | \(FiscalNote.words(line.amount, line.unit)) | \(grounds) |\n"
    }
    return "## \(heading)\n\n| What | How much | Rests on |\n|---|---|---|\n" + rows.joined()
  }
}
