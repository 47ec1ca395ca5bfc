internal import Foundation
internal import LawLanguage

/// Federal custody alone, from the month after the last one known: what a backtest runs, and where a full run starts.
package struct CustodyForecast: Sendable {
  /// The rates a day of leaving custody by time held, against which levels are measured; per agency.
  package static let referenceRates = [FittingNumber.exitsICE.values, FittingNumber.exitsCBP.values]

  private let backcast: Backcast
  private let fits: [LevelFit]
  private let levels: [[Month: Double]]
  private let last: Month
  private let known: MonthlySeries

  /// Reckons back over the months known before `origin`. Levels are fitted to all of `fitted`: the visible years, or
  /// only what came before.
  package init(known: MonthlySeries, origin: Month, fitted: MonthlySeries) throws(SeriesProblem) {
    let before = known.before(origin)
    let backcast = Backcast(before, referenceRates: CustodyForecast.referenceRates)
    guard let last = backcast.last else { throw SeriesProblem("no month with book-ins is known before \(origin)") }
    let all = Backcast(fitted, referenceRates: CustodyForecast.referenceRates)
    // Nothing is fitted to what was inferred, unless there is nothing else at all.
    fits = Level.allCases.map { LevelFit($0, values: all.levels[$0] ?? all.inferred[$0] ?? [:]) }
    // What was inferred says where a level stood, never how it moves.
    levels = Level.allCases.map { (backcast.inferred[$0] ?? [:]).merging(backcast.levels[$0] ?? [:]) { $1 } }
    self.backcast = backcast
    self.last = last
    self.known = before
  }

  /// The first month that is forecast.
  package var first: Month { last.adding(1) }

  /// Where custody stands when the first month begins.
  package func start(months: Int) -> CustodyStart {
    CustodyStart(
      byDaysHeld: backcast.custody.map(\.byDaysHeld), classes: classes,
      processes: zip(fits, levels).map { $0.process(after: last, months: months, known: $1) },
      referenceRates: CustodyForecast.referenceRates, otherReasons: otherReasons, countedShare: countedShare)
  }

  /// Shares of the classes among those booked in: convicted as among ERO arrests, and among people whom the border
  /// agencies arrested as in custody.
  private var classes: [[Double]] {
    let recent = (0..<12).map { last.adding(-$0) }
    let arrests = recent.reduce(0) { $0 + (known["ero_arrests", $1] ?? 0) }
    let convicted = recent.reduce(0) { $0 + (known["ero_arrests_convicted", $1] ?? 0) }
    let (more, most) = (FittingNumber.convictedBookIns.values[0], FittingNumber.convictedBookIns.values[1])
    let share = arrests > 0 ? min(most, more * convicted / arrests) : most / more
    let (violent, pending) = (FittingNumber.classesOfICE.values[0], FittingNumber.classesOfICE.values[1])
    let rest = 1 - share
    return [
      [share * violent, share * (1 - violent), rest * pending, rest * (1 - pending)], FittingNumber.classesOfCBP.values,
    ]
  }

  /// Of those who left and were not removed, each reason's share in the last half year known.
  private var otherReasons: [[Double]] {
    Backcast.agencies.enumerated().map { agency, name in
      let recent = (0..<6).map { last.adding(-$0) }
      let sums = MonthlySeries.reasonNames.dropFirst().map { reason in
        recent.reduce(0.0) { $0 + (known["bookouts_\(name)_\(reason)", $1] ?? 0) }
      }
      let total = sums.reduce(0, +)
      let usual = [FittingNumber.reasonsICE.values, FittingNumber.reasonsCBP.values]
      return total > 0 ? sums.map { $0 / total } : usual[agency]
    }
  }

  private var countedShare: Double {
    let recent = (0..<12).compactMap { backcast.countedShare[last.adding(-$0)] }
    return min(1, recent.isEmpty ? FittingNumber.countedShare.value : recent.reduce(0, +) / Double(recent.count))
  }

  /// One replicate from the first month through `end`, in the columns of the published tables. Where book-ins are
  /// given they are taken as they are; elsewhere they follow their own level.
  package func replicate(_ number: Int, through end: Month, seed: UInt64, given: MonthlySeries?) -> MonthlySeries {
    let months = end.number - last.number
    let start = start(months: months)
    let chance = Chance(seed: seed, replicate: number)
    let paths = start.paths(months: months, chance: chance)
    var stream = chance.stream(.parameters)
    let parameters = ParameterValues(drawnFrom: chance)
    let refusal = Refusal(parameters)
    let scatter = FittingNumber.scatter.value
    var detention = Detention()
    detention.begin(
      start, refusal: refusal, rates: start.rates(paths, month: 0, refusal), day: Int(first.first.number),
      chance: chance)
    var result = MonthlySeries()
    for index in 0..<months {
      let month = first.adding(index)
      let bookIns = Backcast.agencies.enumerated().map { agency, name in
        given?["bookins_\(name)", month]
          ?? exp(paths[Backcast.bookInLevels[agency].rawValue][index]) * Double(month.days)
      }
      let seen = run(
        &detention, month: month, bookIns: bookIns, rates: start.rates(paths, month: index, refusal),
        parameters: parameters,
        classes: start.classes, chance: chance)
      for (column, value) in seen { result[column, month] = value }
      let noise = (exp(scatter * stream.normal()), exp(scatter * stream.normal()), exp(scatter * stream.normal()))
      let direct = Double(stream.poisson(exp(paths[Level.directRemovals.rawValue][index]) * Double(month.days)))
      let ice = (result["bookouts_ice_removal", month] ?? 0) * start.countedShare * noise.0
      let cbp = ((result["bookouts_cbp_removal", month] ?? 0) + direct) * noise.1
      result["ice_rr_ice", month] = ice
      result["ice_rr_cbp", month] = cbp
      result["ice_removals_returns", month] = ice + cbp
      result["ero_arrests", month] = bookIns[0] * exp(paths[Level.arrestsPerBookIn.rawValue][index]) * noise.2
    }
    return result.completed
  }

  private func run(
    _ detention: inout Detention, month: Month, bookIns: [Double], rates: ExitRates, parameters: ParameterValues,
    classes: [[Double]], chance: Chance
  ) -> [String: Double] {
    var out: [String: Double] = [:]
    var (days, convicted) = ([0, 0], 0)
    var (exits, stay) = ([[Int]](repeating: [Int](repeating: 0, count: 7), count: 2), [0, 0])
    let total = bookIns.map { Int($0.rounded()) }
    for offset in 0..<month.days {
      let day = Int(month.first.number) + offset
      detention.leave(
        day: day, rates: rates, pressure: 1, documents: parameters[.documentsIssued], seats: .max, chance: chance)
      var stream = chance.stream(.intake, day: day)
      var intake = [Int](repeating: 0, count: Detention.cells)
      for agency in ArrestingAgency.allCases {
        let all = total[agency.rawValue]
        let today = all * (offset + 1) / month.days - all * offset / month.days
        var parts = [0, 0, 0, 0]
        stream.split(today, by: classes[agency.rawValue], into: &parts)
        for kind in parts.indices {
          let stays = stream.binomial(parts[kind], parameters[.refusingCountryShare])
          intake[Detention.cell(agency, kind, refusing: true)] = stays
          intake[Detention.cell(agency, kind, refusing: false)] = parts[kind] - stays
        }
      }
      detention.admit(intake, commanded: intake, day: day, beds: nil)
      for agency in ArrestingAgency.allCases {
        days[agency.rawValue] += detention.population(agency)
        stay[agency.rawValue] += detention.today.stayDays[agency.rawValue]
        for reason in 0..<7 { exits[agency.rawValue][reason] += detention.today.exits[agency.rawValue][reason] }
      }
      convicted += detention.convicted
    }
    for (agency, name) in Backcast.agencies.enumerated() {
      out["bookins_\(name)"] = Double(total[agency])
      out["adp_\(name)"] = Double(days[agency]) / Double(month.days)
      let left = exits[agency].reduce(0, +)
      if left > 0 { out["alos_\(name)"] = Double(stay[agency]) / Double(left) }
      for (reason, text) in MonthlySeries.reasonNames.enumerated() {
        out["bookouts_\(name)_\(text)"] = Double(exits[agency][reason])
      }
    }
    let left = exits.reduce(0) { $0 + $1.reduce(0, +) }
    if left > 0 { out["alos_all"] = Double(stay[0] + stay[1]) / Double(left) }
    out["adp_all_convicted"] = Double(convicted) / Double(month.days)
    return out
  }
}
