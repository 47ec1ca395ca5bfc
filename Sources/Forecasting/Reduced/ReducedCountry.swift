internal import Foundation

/// The country in expected numbers, a week at a step: officers, arrests at large, custody by weeks held, and the courts.
///
/// What the simulation draws person by person and day by day is here its mean. The levels that policy moves are drawn as in
/// the simulation; people of countries that refuse returns are within the published rates of leaving.
struct ReducedCountry: Sendable {
  /// Where a draw stands after so many months.
  struct Result: Sendable {
    /// Means of the last twelve months, or of all if there are fewer.
    var custody = 0.0
    var atLargeArrestsPerMonth = 0.0
    /// At the end.
    var backlog = 0.0
    var officers = 0.0
    var judges = 0.0
  }

  private static let weekDays = 7.0
  private static let monthDays = 365.25 / 12

  private let start: CustodyStart
  private let months: Int

  init(_ start: CustodyStart, months: Int) {
    self.start = start
    self.months = months
  }

  /// Officers' days a year of which arrests can be made.
  static func fieldDays(_ officers: Double, _ parameters: ParameterValues) -> Double {
    officers * parameters[.officerDaysPerYear]
  }

  /// The share of pick-ups for which there are officers, when so many arrests a year are made out of local custody.
  static func cover(custodial: Double, _ parameters: ParameterValues) -> Double {
    min(1, fieldDays(parameters[.officers], parameters) / max(1, custodial * parameters[.daysPerCustodialArrest]))
  }

  /// The course of a draw; `custodial` arrests a year are made out of local custody in the whole country.
  func run(
    _ question: ReducedQuestion, custodial: Double, _ parameters: ParameterValues, paths: [[Double]]
  ) -> Result {
    var result = Result()
    var staff = Staff(question, parameters)
    var beds = CustodyByWeek(start)
    var docket = CourtStocks(parameters)
    let funded = question.fundedBeds ?? Lever.bedsOf2024.value
    let limit = funded * parameters[.overcommitment]
    let firstCounted = max(0, months - 12)
    let weeks = Int((Double(months) * ReducedCountry.monthDays / ReducedCountry.weekDays).rounded())
    var counted = 0.0
    var rates: (month: Int, published: ExitRates)?
    for week in 0..<weeks {
      let month = min(months - 1, Int(Double(week) * ReducedCountry.weekDays / ReducedCountry.monthDays))
      staff.step(days: ReducedCountry.weekDays, on: Double(week) * ReducedCountry.weekDays)
      let atLarge = atLargeArrests(officers: staff.officers, custodial: custodial, parameters) * ReducedCountry.share
      let arrests = custodial * ReducedCountry.share + atLarge
      let border = exp(paths[Level.borderBookIns.rawValue][month]) * ReducedCountry.weekDays
      if rates?.month != month { rates = (month, start.published(paths, month: month)) }
      guard let rates = rates?.published else { continue }
      let pressure = 1 + parameters[.releasePressure] * max(0, beds.people / max(1, funded) - 1)
      let left = beds.step(
        [arrests * parameters[.bookedInShare], border], rates, pressure: pressure, beds: limit, start)
      docket.file(left + arrests * (1 - parameters[.bookedInShare]))
      docket.step(days: ReducedCountry.weekDays, judges: staff.judges, parameters)
      guard month >= firstCounted else { continue }
      counted += 1
      result.custody += beds.people
      result.atLargeArrestsPerMonth += atLarge
    }
    result.custody /= max(1, counted)
    result.atLargeArrestsPerMonth /= max(1, counted) * ReducedCountry.weekDays / ReducedCountry.monthDays
    (result.backlog, result.officers, result.judges) = (docket.pending, staff.officers, staff.judges)
    return result
  }

  /// The share of a year that a step is.
  private static let share = weekDays / 365.25

  /// Arrests at large a year: what is left of officers' days, with less for each as more of them search.
  private func atLargeArrests(officers: Double, custodial: Double, _ parameters: ParameterValues) -> Double {
    let field = ReducedCountry.fieldDays(officers, parameters)
    let free = max(0, field - custodial * parameters[.daysPerCustodialArrest])
    let reference = ReducedCountry.fieldDays(ParameterName.officers.definition.value, parameters)
    let crowding = 1 / (1 + parameters[.searchCrowding] * max(0, free / reference - 1))
    return free / parameters[.daysPerAtLargeArrest] * crowding
  }
}

/// Officers and judges: those hired before the run come first, those of a lever after their lead.
private struct Staff {
  private(set) var officers: Double
  private(set) var judges: Double
  private let hires: [(standing: Double, changed: Double, lead: Double, attrition: Double)]

  init(_ question: ReducedQuestion, _ parameters: ParameterValues) {
    officers = parameters[.officers]
    judges = parameters[.judges]
    let (ofOfficers, ofJudges) = (parameters[.officersHiredPerYear], parameters[.judgesHiredPerYear])
    hires = [
      (
        ofOfficers, question.officersHiredPerYear ?? ofOfficers, parameters[.officerLeadDays],
        parameters[.officerAttrition]
      ),
      (ofJudges, question.judgesHiredPerYear ?? ofJudges, parameters[.judgeLeadDays], parameters[.judgeAttrition]),
    ]
  }

  mutating func step(days: Double, on day: Double) {
    func next(_ people: Double, _ place: Int) -> Double {
      let (standing, changed, lead, attrition) = hires[place]
      return people + days / 365.25 * ((day < lead ? standing : changed) - attrition * people)
    }
    (officers, judges) = (next(officers, 0), next(judges, 1))
  }
}

/// Expected people in a bed by who arrested them and the weeks held.
private struct CustodyByWeek {
  /// Half a year is told apart by weeks.
  private static let weeks = 26
  /// Per agency; the last place has all who are held longer than half a year.
  private var held: [[Double]]
  /// For each week, how much of it lies in each stretch of days held that rates are known for.
  private static let stretches: [[(stretch: Int, share: Double)]] = (0..<weeks).map { week in
    let days = (week * 7 + 1...week * 7 + 7).map { day in
      Detention.stretches.firstIndex { $0.contains(day) } ?? Detention.stretches.count
    }
    return Set(days).sorted().map { stretch in (stretch, Double(days.count { $0 == stretch }) / 7) }
  }

  init(_ start: CustodyStart) {
    held = start.byDaysHeld.map { days in
      var weeks = [Double](repeating: 0, count: CustodyByWeek.weeks + 1)
      for (day, people) in days.enumerated() { weeks[min(CustodyByWeek.weeks, day / 7)] += people }
      return weeks
    }
  }

  var people: Double { held.reduce(0) { $0 + $1.reduce(0, +) } }

  /// One week: people leave by the rates of their time held, and others come as far as there are beds. Returns
  /// those who left to wait for a judge.
  mutating func step(
    _ intake: [Double], _ rates: ExitRates, pressure: Double, beds: Double, _ start: CustodyStart
  ) -> Double {
    var toCourt = 0.0
    for agency in held.indices {
      // Convicted people are kept whatever the house holds.
      let convicted = start.classes[agency][0] + start.classes[agency][1]
      let ease = convicted + (1 - convicted) * pressure
      let reasons = rates.reasons[agency]
      let perDay = rates.perDay[agency]
      func rate(_ week: Int) -> Double {
        guard week < CustodyByWeek.weeks else { return perDay[Detention.stretches.count] * ease }
        return CustodyByWeek.stretches[week].reduce(0) { $0 + $1.share * perDay[$1.stretch] } * ease
      }
      let stay = (0...CustodyByWeek.weeks).map { exp(-7 * rate($0)) }
      var (next, left) = (held[agency].map { _ in 0.0 }, 0.0)
      for week in held[agency].indices {
        left += held[agency][week] * (1 - stay[week])
        next[min(CustodyByWeek.weeks, week + 1)] += held[agency][week] * stay[week]
      }
      let room = max(0, beds - people)
      let admitted = min(intake[agency], room)
      // Those of the week have been there half of it on average.
      let first = max(1e-9, 7 * rate(0))
      let kept = admitted * (1 - exp(-first)) / first
      next[0] = kept
      left += admitted - kept
      held[agency] = next
      let out = [ExitReason.bond, .recognizance, .parole].reduce(0) { $0 + reasons[$1.rawValue] }
      toCourt += left * out + intake[agency] - admitted
    }
    return toCourt
  }
}

/// Expected cases of people at liberty.
private struct CourtStocks {
  private(set) var pending: Double
  private var closed: Double
  private var appeals: Double

  init(_ parameters: ParameterValues) {
    pending = parameters[.pendingCases]
    closed = parameters[.closedCases]
    appeals = parameters[.pendingAppeals]
  }

  mutating func file(_ cases: Double) { pending += cases }

  mutating func step(days: Double, judges: Double, _ parameters: ParameterValues) {
    let year = days / 365.25
    let capacity = judges * parameters[.completionsPerJudge] * (1 - parameters[.detainedCourtShare]) * year
    let completed = min(pending, capacity)
    let decided = parameters[.inAbsentiaShare] + parameters[.reliefShare] + parameters[.terminationShare]
    let ordered = completed * max(0, 1 - decided - parameters[.voluntaryDepartureShare])
    let closing = pending * parameters[.closedPerYear] / parameters[.pendingCases] * year
    let reopening = closed * parameters[.recalendaredPerYear] / parameters[.closedCases] * year
    let heard = min(appeals, parameters[.appealsDecidedPerYear] * year)
    pending += parameters[.filingsPerYear] * year - completed - closing + reopening
    pending += heard * parameters[.appealRemandShare]
    closed += closing - reopening
    appeals += ordered * parameters[.appealShare] - heard
  }
}
