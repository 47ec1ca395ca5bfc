internal import LawLanguage
internal import Foundation

/// One run of the cohort model from its first day to its last.
package struct Replicate: Sendable {
  private let plan: RunPlan
  private let number: Int
  private let chance: Chance
  private let parameters: ParameterValues
  private let timeline: LeverTimeline
  private let paths: [[Double]]
  private let refusal: Refusal
  private let requestNoise: [Double]
  private var levers: LeverValues
  private var counties: CountyFlows
  private var detention = Detention()
  private var docket: Docket
  private var officers: Workforce
  private var judges: Workforce
  private var residents: [Int]
  private var protected: Int
  private var removed = 0
  private var elsewhere = 0
  private var gone = 0
  private var entered = 0
  private let initialPeople: Int
  private var cover = 1.0
  private var months: MonthlyCounts
  private var fiscalYears: FiscalYears
  private var monthsDone = 0
  private let leavesCountry: Thinning
  private let officerLeaves: Thinning
  private let judgeLeaves: Thinning

  /// A replicate of a plan.
  package init(_ plan: RunPlan, number: Int) {
    self.plan = plan
    self.number = number
    chance = Chance(seed: plan.seed, replicate: number)
    var parameters =
      switch plan.drawing {
      case .best: ParameterValues.best
      case .priors: ParameterValues(drawnFrom: chance)
      case .quantiles(let quantiles): ParameterValues(quantiles: quantiles)
      }
    for (name, value) in plan.fixed { parameters[name] = value }
    parameters.settle(keeping: Set(plan.fixed.keys))
    self.parameters = parameters
    refusal = Refusal(parameters)
    timeline = LeverTimeline(plan.settings, parameters: parameters, states: plan.counties.states.map(\.code))
    levers = timeline.values(on: plan.start)
    paths = plan.custody.paths(months: plan.months, chance: chance)
    var noise = chance.stream(.levels, cell: Level.allCases.count)
    // Differences of months have twice the variance of months.
    let spread = parameters[.arrestNoise] / 2.0.squareRoot()
    requestNoise = (0..<plan.months).map { _ in exp(spread * noise.normal() - spread * spread / 2) }

    counties = CountyFlows(
      plan.counties, weights: plan.weights(concentration: parameters[.detainerConcentration]), parameters: parameters)
    counties.take(plan.law, stretch: 0, parameters: parameters)
    docket = Docket(parameters)
    let firstDay = Int(plan.start.number)
    officers = Workforce(
      inOffice: Int(parameters[.officers]), underWayPerYear: parameters[.officersHiredPerYear],
      leadDays: Int(parameters[.officerLeadDays]), from: firstDay)
    judges = Workforce(
      inOffice: Int(parameters[.judges]), underWayPerYear: parameters[.judgesHiredPerYear],
      leadDays: Int(parameters[.judgeLeadDays]), from: firstDay)
    residents = plan.residentShares.map { Int($0 * parameters[.residents]) }
    protected = Int(parameters[.protectedResidents])
    let drawn = counties.fill(
      requestsPerDay: parameters[.detainersPerDay], stay: parameters[.daysInLocalCustody], day: firstDay,
      chance: chance)
    for state in residents.indices { residents[state] -= min(residents[state], drawn[state]) }
    detention.begin(
      plan.custody, refusal: refusal, rates: plan.custody.rates(paths, month: 0, refusal), day: firstDay, chance: chance
    )
    months = MonthlyCounts(months: plan.months)
    fiscalYears = FiscalYears(plan)
    leavesCountry = Thinning(rate: parameters[.leavingPerYear] / 365.25)
    officerLeaves = Thinning(rate: parameters[.officerAttrition] / 365.25)
    judgeLeaves = Thinning(rate: parameters[.judgeAttrition] / 365.25)
    initialPeople = residents.reduce(0, +) + protected + counties.people + detention.people + docket.people
  }

  private var people: Int {
    residents.reduce(0, +) + protected + counties.people + detention.people + docket.people + removed + elsewhere + gone
  }

  /// Runs all days. Throws only if the plan asks for checking and people are lost.
  package mutating func run() throws(Imbalance) -> Outcome {
    try advance(to: plan.months)
    return Outcome(
      replicate: number, parameters: parameters, months: months, counties: counties.counts, states: fiscalYears.counts)
  }

  /// Runs the months that are not done, up to one.
  mutating func advance(to end: Int) throws(Imbalance) {
    let changes = timeline.changes
    var day = plan.start.adding(months: monthsDone)
    for month in monthsDone..<max(monthsDone, end) {
      let next = plan.start.adding(months: month + 1)
      let rates = plan.custody.rates(paths, month: month, refusal)
      counties.serveOwn(plan.agreements.map { since in since.map { $0 <= day } ?? false }, parameters: parameters)
      while day < next {
        if changes.contains(day) { levers = timeline.values(on: day) }
        if let stretch = plan.law.stretch(starting: day) {
          counties.take(plan.law, stretch: stretch, parameters: parameters)
        }
        step(Int(day.number), month: month, rates: rates)
        if plan.isChecked { try check(Int(day.number - plan.start.number)) }
        day = day.adding(days: 1)
      }
      close(month)
      monthsDone = month + 1
    }
  }

  // MARK: Saved states

  /// Where the replicate stands after the months that are done. What follows from the plan and its number is left out.
  var state: [UInt8] {
    var (copy, carrier) = (self, StateCarrier())
    copy.carry(&carrier)
    return carrier.bytes
  }

  /// Takes up a state after so many months; false, with nothing to be gone on from, if it is none of this plan.
  mutating func restore(_ state: [UInt8], months done: Int) -> Bool {
    var carrier = StateCarrier(reading: state)
    carry(&carrier)
    guard carrier.isSound, carrier.left == 0, done < plan.months, residents.allSatisfy({ $0 >= 0 }),
      people == initialPeople + entered, counties.isSound, detention.isSound, docket.isSound
    else { return false }
    monthsDone = done
    // The day before has what was last set; the first day to come sets what begins on it.
    let last = plan.start.adding(months: done).adding(days: -1)
    levers = timeline.values(on: last)
    let stretch = plan.law.starts.lastIndex { $0 <= last } ?? 0
    counties.take(plan.law, stretch: stretch, parameters: parameters)
    return true
  }

  private mutating func carry(_ carrier: inout StateCarrier) {
    counties.carry(&carrier)
    detention.carry(&carrier)
    docket.carry(&carrier)
    officers.carry(&carrier)
    judges.carry(&carrier)
    carrier.carry(&residents)
    carrier.carry(&protected)
    carrier.carry(&removed)
    carrier.carry(&elsewhere)
    carrier.carry(&gone)
    carrier.carry(&entered)
    carrier.carry(&cover)
    months.carry(&carrier)
    fiscalYears.carry(&carrier)
  }

  private func check(_ day: Int) throws(Imbalance) {
    let expected = initialPeople + entered
    let counted = people
    guard counted == expected, counties.isSound, detention.isSound, docket.isSound, residents.allSatisfy({ $0 >= 0 }),
      protected >= 0, removed >= 0
    else { throw Imbalance(day: day, counted: counted, expected: expected) }
  }

  private mutating func step(_ day: Int, month: Int, rates: ExitRates) {
    let isLapsed = levers[.fundsLapsed] > 0
    hire(day, month, isLapsed)
    let custodial = arrestInJails(day, month, isLapsed)
    let atLarge = arrestAtLarge(day, month, custodial, isLapsed)
    custody(day, month, arrests: custodial.indices.map { custodial[$0] + atLarge[$0] }, rates)
    hear(day, month, isLapsed)
    live(day, month)
  }

  private mutating func hire(_ day: Int, _ month: Int, _ isLapsed: Bool) {
    var stream = chance.stream(.workforce, day: day)
    let (officersBefore, judgesBefore) = (officers.hired, judges.hired)
    officers.step(
      day: day, hiresPerYear: levers[.officersHiredPerYear], leadDays: Int(parameters[.officerLeadDays]),
      leaves: officerLeaves, standsStill: isLapsed, &stream)
    judges.step(
      day: day, hiresPerYear: levers[.judgesHiredPerYear], leadDays: Int(parameters[.judgeLeadDays]),
      leaves: judgeLeaves, standsStill: isLapsed, &stream)
    months[month, .officerDays] += officers.inOffice
    months[month, .judgeDays] += judges.inOffice
    months[month, .officersHired] += officers.hired - officersBefore
    months[month, .judgesHired] += judges.hired - judgesBefore
    months[month, .investigationDaysForgone] += Int(levers[.officersFromInvestigations])
    months[month, .surgeDays] += Int(levers[.surgeStaff])
  }

  /// Days of arrest work that there are today.
  private func fieldDays(_ isLapsed: Bool) -> Double {
    let staff = Double(officers.inOffice) + levers[.officersFromInvestigations] + levers[.surgeStaff]
    return staff * parameters[.officerDaysPerYear] / 365.25 * (isLapsed ? parameters[.lapseFieldShare] : 1)
  }

  private mutating func arrestInJails(_ day: Int, _ month: Int, _ isLapsed: Bool) -> [Int] {
    let effort = levers.ofStates(.detainerEffort), booking = levers.ofStates(.bookingRate)
    counties.step(
      day: day, requests: parameters[.detainersPerDay] * requestNoise[month],
      perState: effort.indices.map { effort[$0] * booking[$0] }, enjoined: levers.ofStates(.holdsEnjoined),
      cover: cover, chance: chance, residents: &residents)
    let today = counties.today
    let arrests = today.arrests.reduce(0, +)
    // Tomorrow's pick-ups are limited by the officers whom today's would have needed.
    let needed = Double(arrests - today.rearrested) / max(cover, 0.05) * parameters[.daysPerCustodialArrest]
    cover = needed > 0 ? min(1, fieldDays(isLapsed) / needed) : 1
    months[month, .requests] += today.requests
    months[month, .heldOnRequest] += today.held
    months[month, .metAtRelease] += today.met
    months[month, .releasedWithoutTransfer] += today.released
    months[month, .holdDays] += today.holdDays
    months[month, .holdDaysForbidden] += today.holdDaysForbidden
    months[month, .custodialArrests] += arrests - today.rearrested
    months[month, .atLargeArrests] += today.rearrested
    return today.arrests
  }

  private mutating func arrestAtLarge(_ day: Int, _ month: Int, _ custodial: [Int], _ isLapsed: Bool) -> [Int] {
    let found = counties.today.rearrested
    let used =
      Double(custodial.reduce(0, +) - found) * parameters[.daysPerCustodialArrest]
      + Double(found) * parameters[.daysPerAtLargeArrest]
    let free = max(0, fieldDays(isLapsed) - used)
    let everybody = residents.reduce(0, +)
    // The fewer there are to find, the longer it takes; the more officers search, the more they meet each other. That is
    // measured against the officers of FY2024, whatever a scenario begins with.
    let reference = ParameterName.officers.definition.value * parameters[.officerDaysPerYear] / 365.25
    let crowding = 1 / (1 + parameters[.searchCrowding] * max(0, free / reference - 1))
    let scarcity = Double(everybody) / parameters[.residents]
    let mean = free / parameters[.daysPerAtLargeArrest] * crowding * scarcity
    var stream = chance.stream(.atLarge, day: day)
    var total = 0
    for state in residents.indices {
      let share = Double(residents[state]) / Double(max(1, everybody))
      let taken = min(residents[state], stream.poisson(mean * share))
      residents[state] -= taken
      total += taken
    }
    months[month, .atLargeArrests] += total
    let convicted = parameters[.atLargeConvictedShare]
    let (violent, pending) = (parameters[.atLargeViolentOfConvicted], parameters[.atLargePendingOfOthers])
    var parts = [0, 0, 0, 0]
    stream.split(
      total,
      by: [
        convicted * violent, convicted * (1 - violent), (1 - convicted) * pending, (1 - convicted) * (1 - pending),
      ], into: &parts)
    return parts
  }

  private mutating func custody(_ day: Int, _ month: Int, arrests: [Int], _ rates: ExitRates) {
    let funded = max(0, levers[.fundedBeds] + levers[.bedsOpened])
    let occupancy = Double(detention.population) / max(1, funded)
    let pressure = 1 + parameters[.releasePressure] * max(0, occupancy - 1)
    detention.leave(
      day: day, rates: rates, pressure: pressure, documents: parameters[.documentsIssued],
      seats: Int(levers[.removalSeatsPerDay]), chance: chance)

    var stream = chance.stream(.intake, day: day)
    let bookedIn = arrests.map { stream.binomial($0, parameters[.bookedInShare]) }
    let served = arrests.reduce(0, +) - bookedIn.reduce(0, +)
    let border = stream.poisson(exp(paths[Level.borderBookIns.rawValue][month]) * levers[.borderArrivals])
    var fromBorder = [0, 0, 0, 0]
    stream.split(border, by: plan.custody.classes[ArrestingAgency.cbp.rawValue], into: &fromBorder)
    entered += border

    let refusing = min(1, parameters[.refusingCountryShare] * levers[.refusingCountries])
    var intake = [Int](repeating: 0, count: Detention.cells)
    var commanded = intake
    for (agency, people) in [(ArrestingAgency.ice, bookedIn), (.cbp, fromBorder)] {
      for kind in people.indices {
        let stays = stream.binomial(people[kind], refusing)
        for (isRefusing, count) in [(false, people[kind] - stays), (true, stays)] {
          let cell = Detention.cell(agency, kind, refusing: isRefusing)
          intake[cell] = count
          commanded[cell] = kind < 2 ? count : stream.binomial(count, levers[.mandatoryShare])
        }
      }
    }
    let beds = Int(funded * levers[.overcommitment])
    detention.admit(intake, commanded: commanded, day: day, beds: beds)

    let direct = stream.poisson(exp(paths[Level.directRemovals.rawValue][month]) * levers[.borderArrivals])
    entered += direct
    removed += direct
    months[month, .removalsWithoutBookIn] += direct
    var counting = chance.stream(.intake, day: day, cell: 1)
    let sent = detention.today.removed
    months[month, .removalsCounted] += counting.binomial(sent[0], plan.custody.countedShare) + sent[1] + direct
    months[month, .entered] += border + direct
    months[month, .arrestsConvicted] += arrests[0] + arrests[1]
    months[month, .arrestsPending] += arrests[2]
    months[month, .arrestsOther] += arrests[3]
    months[month, .fundedBedDays] += Int(funded)
    months[month, .bedsOpened] += Int(max(0, levers[.bedsOpened]))
    record(month)
    release(served, &stream)
  }

  private mutating func record(_ month: Int) {
    let today = detention.today
    months[month, .bookInsICE] += today.admitted[0]
    months[month, .bookInsCBP] += today.admitted[1]
    months[month, .custodyDaysICE] += detention.population(.ice)
    months[month, .custodyDaysCBP] += detention.population(.cbp)
    months[month, .custodyDaysConvicted] += detention.convicted
    months[month, .waitingDays] += detention.waitingPeople
    months[month, .releasedAtDoor] += today.atDoor[0] + today.atDoor[1]
    months[month, .removalsFromCustodyICE] += today.removed[0]
    months[month, .removalsFromCustodyCBP] += today.removed[1]
    months[month, .leftICE] += today.exits[0].reduce(0, +)
    months[month, .leftCBP] += today.exits[1].reduce(0, +)
    months[month, .stayDaysICE] += today.stayDays[0]
    months[month, .stayDaysCBP] += today.stayDays[1]
    for (reason, tallies) in Tally.exits.enumerated() {
      months[month, tallies.ice] += today.exits[0][reason]
      months[month, tallies.cbp] += today.exits[1][reason]
    }
  }

  /// Those who left custody alive to their case, and those never taken in.
  private mutating func release(_ served: Int, _ stream: inout RandomStream) {
    let today = detention.today
    func out(_ reason: ExitReason) -> Int { today.exits[0][reason.rawValue] + today.exits[1][reason.rawValue] }
    removed += today.removed[0] + today.removed[1]
    elsewhere += out(.other)
    docket.settle(out(.relief))
    docket.supervise(out(.supervision))
    let released = out(.bond) + out(.recognizance) + out(.parole) + today.atDoor[0] + today.atDoor[1] + served
    docket.file(released, monitored: parameters[.electronicMonitoringShare], &stream)
  }

  private mutating func hear(_ day: Int, _ month: Int, _ isLapsed: Bool) {
    var stream = chance.stream(.court, day: day)
    let capacity = Double(judges.inOffice) * parameters[.completionsPerJudge] / 365.25
    docket.step(
      completions: capacity * (1 - parameters[.detainedCourtShare]), closing: levers[.administrativeClosure],
      recalendaring: levers[.recalendaring], hearings: !isLapsed, &stream)
    let filed = stream.poisson(parameters[.filingsPerYear] / 365.25 * levers[.courtFilings])
    docket.file(filed, monitored: parameters[.filingsMonitoredShare], &stream)
    entered += filed
    let today = docket.today
    months[month, .filings] += filed
    months[month, .entered] += filed
    months[month, .completions] += today.completed
    months[month, .inAbsentiaOrders] += today.inAbsentia
    months[month, .orders] += today.orders
    months[month, .reliefGranted] += today.relief
    months[month, .appealsFiled] += today.appealed
    months[month, .appealsDecided] += today.appealsDecided
    months[month, .closed] += today.closed
    months[month, .recalendared] += today.recalendared
    months[month, .monitoredDays] += docket.monitored
    months[month, .leftByThemselves] += today.left
  }

  private mutating func live(_ day: Int, _ month: Int) {
    var stream = chance.stream(.start, day: day, cell: 1)
    for state in residents.indices {
      let leaving = leavesCountry.draw(residents[state], &stream)
      residents[state] -= leaving
      gone += leaving
      months[month, .leftByThemselves] += leaving
    }
    let ending = min(protected, stream.poisson(levers[.protectionEndedPerYear] / 365.25))
    guard ending > 0 else { return }
    var parts = [Int](repeating: 0, count: residents.count)
    stream.split(ending, by: plan.residentShares, into: &parts)
    for state in residents.indices { residents[state] += parts[state] }
    protected -= ending
    months[month, .protectionEnded] += ending
  }

  private mutating func close(_ month: Int) {
    months[month, .pendingAtEnd] = docket.backlog
    months[month, .closedAtEnd] = docket.closed
    months[month, .appealsAtEnd] = docket.appeals
    months[month, .unexecutedAtEnd] = docket.unexecuted
    months[month, .officersAtEnd] = officers.inOffice
    months[month, .judgesAtEnd] = judges.inOffice
    months[month, .residentsAtEnd] = residents.reduce(0, +)
    fiscalYears.close(month, plan, counties.counts)
  }
}

extension Tally {
  /// Where each reason of leaving custody is counted, in the order of the reasons.
  static let exits: [(ice: Tally, cbp: Tally)] = [
    (.removalExitsICE, .removalExitsCBP), (.bondExitsICE, .bondExitsCBP),
    (.recognizanceExitsICE, .recognizanceExitsCBP), (.supervisionExitsICE, .supervisionExitsCBP),
    (.paroleExitsICE, .paroleExitsCBP), (.reliefExitsICE, .reliefExitsCBP), (.otherExitsICE, .otherExitsCBP),
  ]
}
