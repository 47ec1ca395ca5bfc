import Forecasting
import LawLanguage
import Testing

@Suite struct ReducedModelTests {
  private static let day = Day(number: 19_997)

  private func model(
    _ cooperation: Cooperation = .leftToAgency, bare: Cooperation = .leftToAgency, state: String = "OH",
    county: String? = nil
  ) throws -> ReducedModel {
    let table = CountyTable.unitedStates
    return try ReducedModel(
      UniformLaw(cooperation), withoutOwn: UniformLaw(bare), state: #require(table.state(state)),
      county: county.map { table.all[try #require(table.index(of: $0))] }, on: ReducedModelTests.day, custody: custody)
  }

  private static func law(_ hold: CooperationAnswer, _ notice: CooperationAnswer) -> Cooperation {
    Cooperation(hold: hold, notice: notice, transfer: notice)
  }

  @Test(
    "a state's requests, holds, days and transfers are those of the whole model within a twentieth",
    arguments: [
      law(.permitted, .permitted), law(.prohibited, .permitted), law(.required, .required),
    ])
  func agrees(_ cooperation: Cooperation) async throws {
    let outcomes = try await plan(
      months: 12, law: UniformLaw(cooperation), drawing: .best, fixed: [.arrestNoise: 0.02]
    ).run(0..<3, threads: 2)
    let state = try model(cooperation).state
    let draw = try model(cooperation).best()
    let arrests = outcomes.reduce(0.0) { sum, outcome in
      sum + (0..<12).reduce(0.0) { $0 + Double(outcome.months[$1, .custodialArrests]) }
    }
    #expect(arrests > 0)
    for (tally, expected) in [
      (PlaceTally.requests, draw[.requestsPerYear]), (.held, draw[.holdsPerYear]),
      (.holdDays, draw[.holdDaysPerYear]), (.custodialArrests, draw[.transfersPerYear]),
      (.releasedWithoutTransfer, draw[.releasesPerYear]),
    ] {
      let counted = outcomes.reduce(0.0) { $0 + Double($1.counties.sum(state.counties, tally)) } / 3
      let wanted = try #require(expected)
      // Three years of chance: four standard errors of a count, and a twentieth.
      #expect(abs(counted - wanted) < 0.05 * wanted + 4 * (wanted / 3).squareRoot(), "\(tally): \(counted), \(wanted)")
    }
  }

  @Test("custody, arrests at large, the backlog and staff are those of the whole model within a tenth")
  func country() async throws {
    var still = custody
    for place in still.processes.indices {
      (still.processes[place].spread, still.processes[place].meanSpread) = (0, 0)
    }
    let base = plan(months: ReducedModel.months, drawing: .best, fixed: [.arrestNoise: 0.02])
    let whole = RunPlan(
      counties: base.counties, law: base.law, start: base.start, months: base.months, custody: still,
      agreements: base.agreements, residentShares: base.residentShares, seed: 3, drawing: .best, fixed: base.fixed)
    let outcome = try #require(try await whole.run(0..<1, threads: 1).first)
    let last = (ReducedModel.months - 12)..<ReducedModel.months
    let arrests = last.reduce(0.0) { $0 + Double(outcome.months[$1, .custodialArrests]) }
    let table = CountyTable.unitedStates
    let reduced = try ReducedModel(
      UniformLaw(.leftToAgency), withoutOwn: UniformLaw(.leftToAgency), state: #require(table.state("OH")),
      on: ReducedModelTests.day, custody: still)
    let draw = reduced.best(elsewhere: arrests)
    for (measure, full) in [
      (ReducedMeasure.custody, Measure.custody), (.atLargeArrests, .atLargeArrests), (.backlog, .backlog),
      (.judges, .judges), (.officers, .officers),
    ] {
      let months = measure == .custody || measure == .atLargeArrests ? last : last.upperBound - 1..<last.upperBound
      let values = months.map { full.value(outcome.months, $0, days: Month(base.start).adding($0).days) }
      let counted = values.reduce(0, +) / Double(values.count)
      let wanted = try #require(draw[measure])
      #expect(abs(counted - wanted) < 0.1 * wanted, "\(measure): \(counted), \(wanted)")
    }
  }

  @Test("a question that changes nothing makes no difference in any draw")
  func nothing() throws {
    for line in try model().answer(ReducedQuestion()).lines { #expect(line.difference.nearlyAll == 0...0) }
  }

  @Test("the reverse of a change is the change with its sign turned, and the opposite of an opposite is the question")
  func reverse() throws {
    var question = ReducedQuestion()
    (question.law, question.bookingRate, question.judgesHiredPerYear) = (.forbidden, 0.5, 100)
    let opposite = try #require(question.opposite)
    #expect(opposite.law == .commanded && opposite.bookingRate == 2 && opposite.judgesHiredPerYear == 20)
    #expect(opposite.opposite == question)
    let line = try #require(model().answer(question).lines.first { $0.measure == .holdDaysPerYear })
    #expect(line.difference.fourFifths.upperBound < 0)
    #expect(line.difference.reversed.median == -line.difference.median)
    #expect(line.difference.reversed.fourFifths.lowerBound == -line.difference.fourFifths.upperBound)
  }

  @Test("a law left out answers as the library does without it, and only then")
  func leftOut() throws {
    let model = try model(ReducedModelTests.law(.prohibited, .prohibited))
    var question = ReducedQuestion()
    question.law = .withoutStateLaw
    let lines = model.answer(question).lines
    let held = try #require(lines.first { $0.measure == .holdsPerYear })
    #expect(held.changed.median > 5 * held.standing.median)
    let paid = try #require(lines.first { $0.measure == .liabilityPerYear })
    #expect(paid.standing.median > 0 && paid.changed.nearlyAll == 0...0)
  }

  @Test("more judges end with fewer cases, and fewer beds with fewer people in custody, in every draw")
  func levers() throws {
    var (judges, beds) = (ReducedQuestion(), ReducedQuestion())
    (judges.judgesHiredPerYear, beds.fundedBeds) = (300, 10_000)
    for (question, measure) in [(judges, ReducedMeasure.backlog), (beds, .custody)] {
      let line = try #require(model().answer(question).lines.first { $0.measure == measure })
      #expect(line.difference.nearlyAll.upperBound < 0, "\(measure)")
    }
  }

  @Test("what a law takes from transfers is told by class: where it is the same for all, so is its share")
  func classes() throws {
    let even = try model(ReducedModelTests.law(.prohibited, .prohibited)).transfersKept
    #expect(even.map(\.words) == ["all", "without a conviction", "convicted of a violent crime"])
    for group in even {
      #expect(abs(group.share.median - even[0].share.median) < 1e-9 && group.share.nearlyAll.upperBound < 0.4)
    }
    let table = CountyTable.unitedStates
    let spared = try ReducedModel(
      SparingLaw(spares: true), withoutOwn: SparingLaw(spares: false), state: #require(table.state("OH")),
      on: ReducedModelTests.day, custody: custody
    ).transfersKept
    #expect(abs(spared[2].share.median - 1) < 1e-9 && spared[1].share.nearlyAll.upperBound < 0.4)
  }

  /// Forbids all but for violent convictions, or leaves all to the agency.
  private struct SparingLaw: CooperationLaw {
    let spares: Bool
    var identity: String { "sparing \(spares)" }
    func changes(after first: Day, through last: Day) -> [Day] { [] }
    func answers(_ county: County, state: State, _ kind: RequestClass, on day: Day) -> Cooperation {
      spares && kind != .violentConviction ? law(.prohibited, .prohibited) : .leftToAgency
    }
  }

  @Test("a county without a count of its own shows its state's band, and with one its own")
  func county() throws {
    let (state, county) = try (CountyLedger(model()), CountyLedger(model(county: "39035")))
    #expect(state.scope == .state && county.scope == .state)
    #expect(state.reckoned.map(\.amount) == county.reckoned.map(\.amount))
    let own = try CountyLedger(model(county: "39035"), requests: 900)
    #expect(own.scope == .county(requestsPerYear: 900))
    #expect(own.reckoned.first?.amount == .range(low: 900, mid: 900, high: 900))
  }

  @Test("every line of a ledger says what it rests on")
  func grounds() throws {
    let ledger = try CountyLedger(model())
    for (before, line) in zip([nil] + ledger.reckoned.map(Optional.some), ledger.reckoned) where line.grounds.isEmpty {
      #expect(before?.grounds.isEmpty == false, "\(line.item)")
    }
    for line in ledger.elsewhere { #expect(line.grounds.contains { $0.contains { $0.isNumber } }, "\(line.item)") }
    for ground in [ReducedModel.custodialArrestsOf2024.ground] {
      guard case .source(let text) = ground else {
        Issue.record("\(ground)")
        continue
      }
      #expect(text.contains { $0.isNumber })
    }
  }

  @Test("what a state threatens is told of it alone, in the direction of its law")
  func penalties() {
    #expect(LocalPenalty.of("TX").map(\.direction) == [.limiting])
    #expect(LocalPenalty.of("CO").map(\.direction) == [.cooperating])
    #expect(LocalPenalty.of("OH").isEmpty)
    for penalty in LocalPenalty.all { #expect(CountyTable.unitedStates.state(penalty.state) != nil) }
  }

  @Test("the ledger prints no number of people under ten, by the year or by the week")
  func smallCells() throws {
    let text = CountyLedger(try model(county: "39035"), requests: 12).markdown(of: "Example", by: "Test.")
    #expect(text.contains("| People held on a request | under 10 |"))
    #expect(text.contains("| The same, a week | under 10 |"))
  }

  @Test("the ledger of a run is that of the reduced model within a tenth")
  func ledgers() async throws {
    let plan = plan(months: 12)
    let table = CountyTable.unitedStates
    let run = CountyLedger(
      try await plan.run(0..<40, threads: 2), plan: plan, state: try #require(table.state("OH")))
    let reduced = try CountyLedger(model())
    for (left, right) in zip(run.reckoned, reduced.reckoned) where left.item.hasPrefix("People held") {
      guard case .range(_, let counted, _) = left.amount, case .range(_, let wanted, _) = right.amount else {
        Issue.record("\(left.amount), \(right.amount)")
        continue
      }
      #expect(abs(counted - wanted) < 0.1 * wanted, "\(left.item): \(counted), \(wanted)")
    }
  }
}
