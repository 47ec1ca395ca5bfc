internal import Analysis
internal import LawLanguage

/// What the law of every state tells its jails about a hold, as tiles near their neighbours and as a table with the
/// ground of each; with what came of it in the run.
struct LawTiles: Sendable {
  private let laws: [StateLaw]
  private let start: Day
  /// Per state, the share of requests on which a person was held, in the median.
  private let heldShare: [Double?]

  init(_ plan: RunPlan, outcomes: [Outcome]) {
    laws = plan.law.byState(plan.counties)
    start = plan.start
    heldShare = plan.counties.states.map { state in
      let shares = outcomes.compactMap { outcome -> Double? in
        let asked = outcome.counties.sum(state.counties, .requests)
        guard asked >= 10 else { return nil }
        return Double(outcome.counties.sum(state.counties, .held)) / Double(asked)
      }
      return shares.isEmpty ? nil : Band(shares).median
    }
  }

  private static let (wide, tall) = (33.0, 46.0)

  /// The picture.
  var svg: String {
    let places = Dictionary(laws.enumerated().map { ($1.state.code, $0) }, uniquingKeysWith: { first, _ in first })
    var parts = LawTiles.patterns
    for (name, place) in TileGrid.places {
      let (x, y) = (2 + Double(place.column) * LawTiles.wide, 2 + Double(place.row) * LawTiles.tall)
      let middle = x + LawTiles.wide / 2 - 1
      guard let index = places[name] else {
        parts += ReportPiece.box(x, y, LawTiles.wide - 2, LawTiles.tall - 2, "empty")
        parts += ReportPiece.text(name, middle, y + 12, anchor: "middle", small: true)
        continue
      }
      let (word, look) = LawTiles.tile(laws[index])
      parts +=
        "<g><title>\(Figure.escaped(sentence(index)))</title>"
        + ReportPiece.box(x, y, LawTiles.wide - 2, LawTiles.tall - 2, look)
        + ReportPiece.text(name, middle, y + 12, anchor: "middle", bold: true)
        + ReportPiece.text(word, middle, y + 26, anchor: "middle", small: true)
        + ReportPiece.text(LawTiles.percent(heldShare[index]), middle, y + 39, anchor: "middle", small: true) + "</g>"
    }
    return ReportPiece.drawing(
      height: Double(TileGrid.rows) * LawTiles.tall + 4,
      words: "What each state's law tells its jails about a hold on \(start), and the share of people held; the table "
        + "below says the same in words.", parts)
  }

  /// The table.
  var table: String {
    let rows = laws.indices.map { index in
      let law = laws[index]
      let answers = zip(RequestClass.allCases, law.profile).map { "\($0.words): \($1.hold.words)" }
      return [
        law.state.code, law.hold?.words ?? answers.joined(separator: "; "), LawTiles.answers(law.profile.map(\.notice)),
        LawTiles.answers(law.profile.map(\.transfer)), LawTiles.percent(heldShare[index]),
        law.grounds.joined(separator: "; ") + (law.differs ? ". Some counties are answered otherwise." : ""),
        law.turns.isEmpty ? "–" : law.turns.map(\.description).joined(separator: ", "),
      ]
    }
    return ReportPiece.table(
      [
        "State", "Hold", "Notice", "Transfer", "Held of those asked for", "Ground of the answer about a hold",
        "Turns on",
      ],
      rows, called: "The law behind each tile")
  }

  private func sentence(_ index: Int) -> String {
    let law = laws[index]
    return "\(law.state.code): \(law.hold?.words ?? "differs by class"); \(law.grounds.joined(separator: "; "))"
  }

  private static func answers(_ answers: [CooperationAnswer]) -> String {
    answers.map(\.words).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " or ")
  }

  private static func percent(_ share: Double?) -> String { share.map { "\(Int(($0 * 100).rounded()))%" } ?? "–" }

  private static func tile(_ law: StateLaw) -> (String, String) {
    switch law.hold {
    case .required?: ("must", "must")
    case .permitted?: ("may", "plain")
    case .prohibited?: ("not", "not")
    case .unauthorised?: ("none", "none")
    case .conflict?: ("both", "open")
    case .undetermined?: ("open", "open")
    case nil: ("some", "open")
    }
  }

  private static let patterns = """
    <defs><pattern id="not" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/>\
    <path d="M0 6L6 0" stroke="#b1b4b6" stroke-width=".8"/></pattern>\
    <pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/>\
    <circle cx="3" cy="3" r=".7" fill="#84898c"/></pattern></defs>
    """
}
