/// Who goes where in a year: boxes with people a year in them, and lines as wide as what flows.
struct FlowDiagram: Sendable {
  /// A place that people pass, and how many do in a year, or are there.
  struct Box: Sendable {
    let words: [String]
    let people: Double
    let column: Int
    let row: Int
    var columns = 1
  }

  /// What flows from one box to another, by their places in the list; nil where the model does not count it apart.
  struct Flow: Sendable {
    let from: Int
    let to: Int
    let people: Double?
  }

  let boxes: [Box]
  let flows: [Flow]

  /// The last year of a run, or the difference of two, in medians.
  init(_ outcomes: [Outcome], less base: [Outcome]?) {
    func yearly(_ tallies: Tally...) -> Double { LastYear.median(outcomes, less: base) { LastYear.sum($0, tallies) } }
    func atEnd(_ tally: Tally) -> Double {
      LastYear.median(outcomes, less: base) { Double($0.months[max(0, $0.months.months - 1), tally]) }
    }
    let days = 365.0
    let custody = yearly(.custodyDaysICE, .custodyDaysCBP) / days
    let removed = yearly(.removalsFromCustodyICE, .removalsFromCustodyCBP)
    let released = yearly(
      .bondExitsICE, .bondExitsCBP, .recognizanceExitsICE, .recognizanceExitsCBP, .paroleExitsICE, .paroleExitsCBP,
      .releasedAtDoor)
    let others = yearly(
      .supervisionExitsICE, .supervisionExitsCBP, .reliefExitsICE, .reliefExitsCBP, .otherExitsICE, .otherExitsCBP)
    let (custodial, atLarge) = (yearly(.custodialArrests), yearly(.atLargeArrests))
    let (filings, completed, orders) = (yearly(.filings), yearly(.completions), yearly(.orders))
    let (relief, appeals) = (yearly(.reliefGranted), yearly(.appealsFiled))
    let border = yearly(.bookInsCBP)
    let (asked, held, met) = (yearly(.requests), yearly(.heldOnRequest), yearly(.metAtRelease))
    let letGo = yearly(.releasedWithoutTransfer)
    boxes = [
      Box(words: ["Requests to jails"], people: asked, column: 0, row: 0, columns: 3),
      Box(words: ["Held on request"], people: held, column: 0, row: 1),
      Box(words: ["Met at release"], people: met, column: 1, row: 1),
      Box(words: ["Let go"], people: letGo, column: 2, row: 1),
      Box(words: ["Arrests out of", "local custody"], people: custodial, column: 0, row: 2),
      Box(words: ["Book-ins from", "the border"], people: border, column: 1, row: 2),
      Box(words: ["Arrests at large"], people: atLarge, column: 2, row: 2),
      Box(words: ["In custody, daily average"], people: custody, column: 0, row: 3, columns: 3),
      Box(words: ["Removed"], people: removed, column: 0, row: 4),
      Box(words: ["Released to", "a case"], people: released, column: 1, row: 4),
      Box(words: ["Supervision,", "relief, other"], people: others, column: 2, row: 4),
      Box(words: ["New cases never", "held"], people: filings, column: 0, row: 5),
      Box(words: ["Cases pending", "at the end"], people: atEnd(.pendingAtEnd), column: 1, row: 5),
      Box(words: ["Cases completed"], people: completed, column: 2, row: 5),
      Box(words: ["Relief granted"], people: relief, column: 0, row: 6),
      Box(words: ["Appeals filed"], people: appeals, column: 1, row: 6),
      Box(words: ["Orders of removal"], people: orders, column: 2, row: 6),
      Box(
        words: ["At liberty with a final order, at the end"], people: atEnd(.unexecutedAtEnd), column: 0, row: 7,
        columns: 3),
    ]
    flows = [
      Flow(from: 0, to: 1, people: held), Flow(from: 0, to: 2, people: met), Flow(from: 0, to: 3, people: letGo),
      Flow(from: 1, to: 4, people: custodial - met), Flow(from: 2, to: 4, people: met),
      Flow(from: 3, to: 6, people: nil),
      Flow(from: 4, to: 7, people: custodial), Flow(from: 5, to: 7, people: border),
      Flow(from: 6, to: 7, people: atLarge),
      Flow(from: 7, to: 8, people: removed), Flow(from: 7, to: 9, people: released),
      Flow(from: 7, to: 10, people: others),
      Flow(from: 9, to: 12, people: released), Flow(from: 11, to: 12, people: filings),
      Flow(from: 12, to: 13, people: completed), Flow(from: 13, to: 14, people: relief),
      Flow(from: 13, to: 15, people: appeals), Flow(from: 13, to: 16, people: orders),
      Flow(from: 16, to: 17, people: nil),
    ]
  }

  private static let (wide, tall, step) = (124.0, 44.0, 74.0)

  /// The picture.
  var svg: String {
    func left(_ box: Box) -> Double { Double(box.column) * 138 }
    func width(_ box: Box) -> Double { Double(box.columns - 1) * 138 + FlowDiagram.wide }
    func top(_ box: Box) -> Double { 2 + Double(box.row) * FlowDiagram.step }
    let most = max(1, flows.compactMap(\.people).map(abs).max() ?? 1)
    var parts = ""
    for flow in flows {
      let (from, to) = (boxes[flow.from], boxes[flow.to])
      let thickness = flow.people.map { 0.7 + 11 * abs($0) / most } ?? 0.7
      if from.row == to.row {
        let isRight = to.column > from.column
        let y = top(from) + FlowDiagram.tall / 2
        parts += ReportPiece.line(
          isRight ? left(from) + width(from) : left(from), y, isRight ? left(to) : left(to) + width(to), y, "flow",
          width: thickness)
        continue
      }
      // Into and out of a wide box straight up and down.
      let (a, b) = (left(from) + width(from) / 2, left(to) + width(to) / 2)
      let x = from.columns > 1 ? b : a
      parts += ReportPiece.line(
        x, top(from) + FlowDiagram.tall, to.columns > 1 ? x : b, top(to), "flow", width: thickness)
    }
    for box in boxes {
      let (x, y) = (left(box), top(box))
      parts += ReportPiece.box(x, y, width(box), FlowDiagram.tall, box.columns > 1 ? "pale" : "plain")
      let middle = x + width(box) / 2
      for (index, word) in box.words.enumerated() {
        parts += ReportPiece.text(word, middle, y + 12 + 11 * Double(index), anchor: "middle")
      }
      parts += ReportPiece.text(
        Figure.plain(box.people), middle, y + FlowDiagram.tall - 6, anchor: "middle", bold: true)
    }
    return ReportPiece.drawing(height: FlowDiagram.step * 7 + FlowDiagram.tall + 4, words: words, parts)
  }

  private var words: String {
    "People in the last year, in medians: "
      + boxes.map { "\($0.words.joined(separator: " ")) \(Figure.plain($0.people))" }.joined(separator: "; ") + "."
  }
}

/// The last twelve months of a run, or all if there are fewer, brought to a year.
enum LastYear {
  /// A sum of counts, a year.
  static func sum(_ outcome: Outcome, _ tallies: [Tally]) -> Double {
    let months = outcome.months.months
    let window = max(0, months - 12)..<months
    let total = window.reduce(0) { sum, month in sum + tallies.reduce(0) { $0 + outcome.months[month, $1] } }
    return Double(total) * 12 / Double(max(1, window.count))
  }

  /// The median over the replicates, less that of others run on the same chance.
  static func median(_ outcomes: [Outcome], less base: [Outcome]?, _ value: (Outcome) -> Double) -> Double {
    band(outcomes, less: base, value).median
  }

  /// The band over the replicates, less others run on the same chance.
  static func band(_ outcomes: [Outcome], less base: [Outcome]?, _ value: (Outcome) -> Double) -> Band {
    Band(
      outcomes.enumerated().map { index, outcome in
        value(outcome) - (base.flatMap { index < $0.count ? value($0[index]) : nil } ?? 0)
      })
  }
}
