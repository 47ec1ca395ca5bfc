/// Bars with their names above them and their counts beside them: read without colour, in print, and on a narrow screen.
struct BarChart {
  let caption: String
  let bars: [Bar]

  struct Bar {
    let label: String
    /// Nil where the count is withheld: the bar is left out, too.
    let count: Int?
    let whole: Int

    var shown: String { Suppression.shown(count) }
    var share: String { count.map { ReplayWords.percent($0, of: whole) } ?? "withheld" }
  }

  private static let (width, height, room) = (340, 44, 336)

  /// The picture, with its words for those who do not see it, and its figures as a table.
  var html: String {
    let most = max(1, bars.compactMap(\.count).max() ?? 1)
    let drawn = bars.enumerated().map { index, bar in
      let top = index * BarChart.height
      let length = bar.count.map { max(1, $0 * BarChart.room / most) } ?? 0
      let filling = BarChart.fillings[index % BarChart.fillings.count]
      return """
        <text x="2" y="\(top + 14)">\(ReportPage.escaped(bar.label)): \(bar.shown)\(bar.count == nil ? "" : " (\(bar.share))")</text>\
        <rect x="2" y="\(top + 20)" width="\(length)" height="16" fill="\(filling)" stroke="#111"/>
        """
    }
    let words = bars.map { "\($0.label) \($0.shown)" }.joined(separator: ", ")
    return """
      <figure><figcaption>\(ReportPage.escaped(caption))</figcaption>
      <svg viewBox="0 0 \(BarChart.width) \(bars.count * BarChart.height)" role="img" \
      aria-label="\(ReportPage.escaped("\(caption): \(words)"))">\(drawn.joined())</svg></figure>
      """
  }

  /// Greys that differ by a third each, so that neighbours are told apart in print.
  private static let fillings = ["#4a4a4a", "#d0d0d0", "#8a8a8a", "#f3f3f3"]
}
