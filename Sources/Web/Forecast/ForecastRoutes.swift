import Desk
import Forecasting
import LawLanguage

/// What the capacity model says for the office's county: its own page, and an explorer of changes.
///
/// Both are about aggregates under the law of today. Nothing of any case goes into them.
struct ForecastRoutes: Sendable {
  let work: OfficeWork
  let frame: Frame
  private let models = ForecastModels()

  init(work: OfficeWork, frame: Frame) {
    self.work = work
    self.frame = frame
  }

  /// The page of the county, and the explorer's.
  static let (countyPath, explorerPath) = ("/forecast", "/forecast/explore")

  var routes: [Route] {
    [
      Route(.get, ForecastRoutes.countyPath, .may(.readLaw)) { exchange in
        let (place, parts) = try await place(exchange)
        return ForecastCountyPage(place: place, parts: parts, frame: frame).reply(to: exchange.visitor)
      },
      Route(.get, ForecastRoutes.explorerPath, .may(.readLaw)) { exchange in
        let (place, parts) = try await place(exchange)
        return ForecastExplorerPage(place: place, parts: parts, frame: frame).reply(to: exchange.visitor)
      },
    ]
  }

  /// The place that is asked about, and the form as it was sent.
  private func place(_ exchange: Exchange) async throws -> (ForecastPlace, FormParts) {
    let staff = try work.staff(exchange)
    let agencies = work.office.settings.agencies
    let table = CountyTable.unitedStates
    guard let agency = agencies.first(where: { $0.id == staff.agency }) ?? agencies.first,
      let index = table.state(agency.jurisdiction)
    else {
      throw Refused(.notFound, "There is a forecast for the counties of states only, and this office is in none.")
    }
    let state = table.states[index]
    var mistakes: [Mistake] = []
    var county: County?
    if let code = exchange.query["county"] {
      county = table.all[state.counties].first { $0.code == code }
      if county == nil, code != ForecastPlace.whole {
        mistakes.append(Mistake(field: "county", sentence: "\(state.code) has no county of that code: choose one."))
      }
    } else if let locality = agency.locality {
      county = try await models.library(work.law).county(called: locality, in: state)
    }
    var requests: Double?
    if let text = exchange.query.text("requests") {
      requests = Double(text.filter { $0 != "," })
      if requests.map({ (0...1_000_000).contains($0) }) != true {
        requests = nil
        mistakes.append(
          Mistake(field: "requests", sentence: "Give the number of requests a year as a number, such as 120."))
      }
    }
    let day = work.zone.day(of: exchange.now)
    let model = try await models.model(of: work.law, state: index, county: county, on: day)
    return (
      ForecastPlace(model: model, requests: requests), FormParts(typed: exchange.query, mistakes: mistakes)
    )
  }
}

/// The place that a page of the forecast is about.
struct ForecastPlace: Sendable {
  /// All counties of the state, in the form.
  static let whole = "all"

  let model: ReducedModel
  /// Requests a year, as the office counts them.
  let requests: Double?

  var name: String {
    model.county.map { "\($0.name), \(model.state.code)" } ?? "All counties of \(model.state.code)"
  }

  /// Whose the figures are.
  var scope: String {
    requests.map { "from the \(Figure.plain($0)) requests a year that you gave" }
      ?? "of all counties of \(model.state.code) together"
  }

  /// The fields that both pages have.
  func fields(_ parts: FormParts) -> HTML {
    let counties = CountyTable.unitedStates.all[model.state.counties]
    return .sequence([
      parts.list(
        "county", "Which county?",
        [.init(ForecastPlace.whole, "All counties of \(model.state.code)")]
          + counties.map { .init($0.code, $0.name) },
        value: model.county?.code ?? ForecastPlace.whole),
      parts.text(
        "requests", "How many requests a year does your jail get? (optional)",
        hint: "Your own count. Without it you are shown the band of all counties of \(model.state.code): the model is "
          + "fitted to no county.",
        width: "four", attributes: [Attribute("inputmode", "decimal")]),
    ])
  }

  /// What the figures are, and are not.
  var reduced: HTML {
    div(.class("note")) {
      p {
        strong { "This is the reduced model. " }
        "It reckons expected flows under the law of \(model.day) from \(ReducedModel.draws) draws of all numbers, at once and "
        "without a simulation: no queue by the day, no chance in single people. What you publish or budget by, run with the "
        "whole model: "
        code { "tenth forecast run" }
        ". It counts people and describes none, and it recommends nothing."
      }
    }
  }
}
