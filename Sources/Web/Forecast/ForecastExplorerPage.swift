import Forecasting
import LawLanguage

/// The explorer: one change beside things as they stand, each way round.
struct ForecastExplorerPage: Sendable {
  let place: ForecastPlace
  let frame: Frame
  private let parts: FormParts
  private let question: ReducedQuestion

  /// The numbers that can be set, with the levers whose limits and words they have.
  private static let numbers: [(field: String, lever: Lever, question: String, hint: String)] = [
    (
      "booking", .bookingRate, "People booked by local police, as a multiple",
      "Bail and citation reform: 0.8 is a fifth fewer."
    ),
    ("effort", .detainerEffort, "Requests sent, as a multiple", "2 is twice as many."),
    (
      "officers", .officersHiredPerYear, "Deportation officers hired a year, in the country",
      hint(.officersHiredPerYear)
    ),
    ("judges", .judgesHiredPerYear, "Immigration judges hired a year, in the country", hint(.judgesHiredPerYear)),
    ("beds", .fundedBeds, "Beds funded, in the country", "\(Figure.plain(Lever.bedsOf2024.value)) if left empty."),
  ]

  private static func hint(_ lever: Lever) -> String {
    "About \(Figure.plain(lever.standing(.best))) if left empty, which is drawn from a range."
  }

  init(place: ForecastPlace, parts: FormParts, frame: Frame) {
    self.place = place
    self.frame = frame
    var mistakes = parts.mistakes
    var question = ReducedQuestion()
    if let text = parts.typed.text("law") {
      if let choice = LawChoice(rawValue: text) {
        question.law = choice
      } else {
        mistakes.append(Mistake(field: "law", sentence: "Choose one of the laws."))
      }
    }
    for (field, lever, words, _) in ForecastExplorerPage.numbers {
      guard let text = parts.typed.text(field) else { continue }
      guard let value = Double(text.filter { $0 != "," }), lever.limits.contains(value) else {
        let (low, high) = (Figure.plain(lever.limits.lowerBound), Figure.plain(lever.limits.upperBound))
        mistakes.append(Mistake(field: field, sentence: "\(words): give a number from \(low) to \(high)."))
        continue
      }
      question.set(lever, to: value)
    }
    self.question = question
    self.parts = FormParts(typed: parts.typed, mistakes: mistakes)
  }

  func reply(to visitor: Visitor) -> Reply {
    let isMistaken = !parts.mistakes.isEmpty
    return frame.reply(
      Page("Explore a change", in: .forecast, hasMistakes: isMistaken), to: visitor,
      status: isMistaken ? .unprocessable : .ok
    ) {
      a(.class("back"), .href(ForecastRoutes.countyPath)) { "The county's page" }
      parts.errorSummary
      h1 { "Explore a change: \(place.name)" }
      place.reduced
      form(Attribute("method", "get"), .action(ForecastRoutes.explorerPath)) {
        place.fields(parts)
        parts.radios(
          "law", "Which law, in \(place.model.state.code)?", LawChoice.allCases.map { .init($0.rawValue, $0.words) },
          value: LawChoice.asItStands.rawValue)
        for (field, _, words, hint) in ForecastExplorerPage.numbers {
          parts.text(field, words, hint: hint, width: "four", attributes: [Attribute("inputmode", "decimal")])
        }
        div(.class("buttons")) { button { "Reckon" } }
      }
      if !isMistaken { answer }
    }
  }

  private var answer: HTML {
    let lines = place.model.answer(question, requests: place.requests).lines
    return .sequence([
      h2(.id("answer")) { question.changesNothing ? "As things stand" : "What the change comes to" },
      p {
        "The median, and in brackets where four fifths of the draws lie. Both sides are reckoned with the same draws, so the "
        "change is shown for itself; the last column is the reverse, the change taken back."
      },
      table("Jails \(place.scope)", lines.filter { !$0.measure.isNational }),
      table(
        "The whole country, in three years from October 2024", lines.filter(\.measure.isNational)),
      p(.class("quiet")) {
        "In the country only this state's law, bookings and requests change; elsewhere arrests out of jails stay what they "
        "were in fiscal year 2024, as far as the draw asks for as many."
      },
      opposite, whole,
    ])
  }

  private func table(_ title: String, _ lines: [ReducedAnswer.Line]) -> HTML {
    ForecastTables.table(
      title, ["What", "As it stands", "With the change", "The change", "The reverse"],
      lines.map { line in
        let unit = line.measure.unit
        return [
          line.measure.title, line.standing.words(unit), line.changed.words(unit),
          line.difference.words(unit, isDifference: true),
          line.difference.reversed.words(unit, isDifference: true),
        ]
      })
  }

  private var opposite: HTML {
    guard let opposite = question.opposite else { return .empty }
    var query = ["county=\(place.model.county?.code ?? ForecastPlace.whole)", "law=\(opposite.law.rawValue)"]
    if let requests = place.requests { query.append("requests=\(requests)") }
    for (field, lever, _, _) in ForecastExplorerPage.numbers {
      if let value = opposite.value(of: lever) { query.append("\(field)=\(value)") }
    }
    return p {
      a(.href(ForecastRoutes.explorerPath + "?" + query.joined(separator: "&"))) {
        "Look at the opposite change: commanded for forbidden, halved for doubled, fewer for more"
      }
    }
  }

  /// The same question as a scenario for the whole model, as far as a scenario can ask it.
  private var whole: HTML {
    guard !question.changesNothing else { return .empty }
    var lines = ["inherits baseline"]
    let state = place.model.state.code
    if question.law == .withoutStateLaw { lines.append("without-law \(state)") }
    for (_, lever, _, _) in ForecastExplorerPage.numbers {
      guard let value = question.value(of: lever) else { continue }
      lines.append("set \(lever.name) \(value) from 2024-10-01\(lever.isOfState ? " in \(state)" : "")")
    }
    return .sequence([
      h2(.id("whole")) { "The same with the whole model" },
      p { "A scenario beside baseline.md, for tenth forecast compare:" },
      pre(Attribute("tabindex", "0")) { code { (["```scenario"] + lines + ["```"]).joined(separator: "\n") } },
      [.forbidden, .commanded, .leftToAgency].contains(question.law)
        ? p { "The law that you supposed must be written: a copy of the library with that law in it, by --laws." }
        : .empty,
    ])
  }
}

extension ReducedQuestion {
  /// What one of the explorer's levers is set to; nil where it is left alone.
  fileprivate func value(of lever: Lever) -> Double? {
    switch lever {
    case .bookingRate: bookingRate == 1 ? nil : bookingRate
    case .detainerEffort: detainerEffort == 1 ? nil : detainerEffort
    case .officersHiredPerYear: officersHiredPerYear
    case .judgesHiredPerYear: judgesHiredPerYear
    case .fundedBeds: fundedBeds
    default: nil
    }
  }

  fileprivate mutating func set(_ lever: Lever, to value: Double) {
    switch lever {
    case .bookingRate: bookingRate = value
    case .detainerEffort: detainerEffort = value
    case .officersHiredPerYear: officersHiredPerYear = value
    case .judgesHiredPerYear: judgesHiredPerYear = value
    case .fundedBeds: fundedBeds = value
    default: break
    }
  }
}
