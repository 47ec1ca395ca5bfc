import Forecasting
import Foundation
import LawLanguage
import Testing

@Suite struct PosteriorFitTests {
  /// Numbers far from the best values of most priors.
  private var truth: FitValues {
    var truth = FitValues.best
    truth[.stayICE] = 41
    truth[.lateExitsICE] = 1.3
    truth[.stayCBP] = 36
    truth[.removalShareCBP] = 0.6
    truth[.orderShift] = -1.8
    truth[.countedShare] = 0.81
    truth[.bookedInLater] = 0.46
    truth[.arrestNoise] = 0.12
    return truth
  }

  private func fit(
    to figures: FitFigures? = nil, _ movement: FitCourse.Movement, draws: Int = 600, keep: Double = 0.1,
    seed: UInt64 = 3, threads: Int = 2, table: MonthlySeries = .visible
  ) async throws -> PosteriorFit {
    try await PosteriorFit(
      to: figures ?? FitFigures(table), course: FitCourse(table, movement: movement, seed: seed), draws: draws,
      keep: keep, seed: seed, threads: threads)
  }

  /// What the course gives for the truth, in place of what was published.
  private func madeUp(_ movement: FitCourse.Movement) throws -> FitFigures {
    try FitCourse(.visible, movement: movement, seed: 77).figures(truth, draw: 0)
  }

  @Test("every fitted number has a name, a range and a ground, and hangs on a series")
  func grounded() {
    #expect(Set(FitParameter.allCases.map(\.name)).count == FitParameter.allCases.count)
    for name in FitParameter.allCases {
      let parameter = name.definition
      #expect(parameter.low < parameter.high && (parameter.low...parameter.high).contains(parameter.value))
      #expect(parameter.ground.text.count > 15 && !name.series.isEmpty)
      if let run = name.ofRuns { #expect(name.name == run.name && parameter.low == run.definition.low) }
    }
  }

  @Test("from series made with known numbers, with levels still, intervals hold them")
  func recovers() async throws {
    for line in try await fit(to: madeUp(.still), .still).lines {
      #expect(
        line.posterior.nearlyAll.contains(truth[line.name]),
        "\(line.name.name): \(line.posterior), \(truth[line.name])")
    }
  }

  @Test("with levels that move, intervals of 95% hold numbers drawn from the priors nineteen times in twenty")
  func calibrated() async throws {
    let course = try FitCourse(.visible, movement: .moving, seed: 77)
    var (held, asked) = (0, 0)
    for draw in 0..<6 {
      var stream = Chance(seed: 31, replicate: draw).stream(.parameters)
      let truth = FitValues(quantiles: FitParameter.allCases.map { _ in stream.uniform() })
      let fit = try await fit(
        to: course.figures(truth, draw: draw), .moving, draws: 250, keep: 0.2, seed: UInt64(draw))
      held += fit.lines.filter { $0.posterior.nearlyAll.contains(truth[$0.name]) }.count
      asked += fit.lines.count
    }
    // Of 78 such intervals fewer than 70 hold their number in two tests of a hundred.
    #expect(asked == 78 && held >= 70, "\(held) of \(asked)")
  }

  @Test("numbers that explain all of a series become narrow, and centre on those that made it")
  func narrows() async throws {
    let fit = try await fit(to: madeUp(.still), .still, draws: 800, keep: 0.075)
    for name in [FitParameter.stayICE, .stayCBP, .removalShareCBP, .orderShift, .countedShare, .bookedInLater] {
      let line = fit.lines[name.rawValue]
      #expect(line.told == .something && line.width < 0.7, "\(name.name): \(line.width)")
      #expect(abs(line.posterior.median / truth[name] - 1) < 0.1, "\(name.name): \(line.posterior.median)")
    }
  }

  @Test("a number on which nothing hangs keeps its prior, and is called uninformed")
  func keepsPrior() async throws {
    // Distances of nothing: every draw is as near as any other.
    let nothing = FitFigures(MonthlySeries())
    let fit = try await fit(to: nothing, .still, draws: 300, keep: 0.5)
    for line in fit.lines where line.name == .documentsIssued {
      #expect(line.told == .nothing && abs(line.width - 1) < 0.15)
    }
    // And published months leave it where it was, too: those rates contain these people.
    let published = try await self.fit(.moving)
    #expect(published.lines[FitParameter.documentsIssued.rawValue].told == .nothing)
  }

  @Test("one thread and eight give the same fit, and another seed another")
  func deterministic() async throws {
    func medians(_ seed: UInt64, threads: Int) async throws -> [Band] {
      try await fit(.moving, draws: 200, keep: 0.3, seed: seed, threads: threads).lines.map(\.posterior)
    }
    let one = try await medians(5, threads: 1)
    #expect(try await medians(5, threads: 8) == one)
    #expect(try await medians(6, threads: 2) != one)
  }

  @Test("nothing of fiscal years 2014-18, and nothing after September 2024, is read")
  func blind() async throws {
    var changed = MonthlySeries.visible
    for name in changed.columns.keys {
      for number in (2013 * 12 + 9)..<(2018 * 12 + 9) { changed[name, Month(number: number)] = 7 }
      for number in (2024 * 12 + 9)..<(2026 * 12) { changed[name, Month(number: number)] = 7 }
    }
    let fits = try await [fit(.moving, draws: 150, keep: 0.4), fit(.moving, draws: 150, keep: 0.4, table: changed)]
    #expect(fits[0].lines.map(\.posterior) == fits[1].lines.map(\.posterior))
    #expect(fits[0].series.map(\.posterior) == fits[1].series.map(\.posterior))
  }

  @Test("what was published for fiscal year 2024 moves the check and no posterior")
  func check() async throws {
    var changed = MonthlySeries.visible
    for name in changed.columns.keys where !name.hasPrefix("bookins") {
      for month in FitFigures.checkMonths { changed[name, month] = 7 }
    }
    let fits = try await [fit(.moving, draws: 150, keep: 0.4), fit(.moving, draws: 150, keep: 0.4, table: changed)]
    #expect(fits[0].lines.map(\.posterior) == fits[1].lines.map(\.posterior))
    let custody = FitSeries.custodyICE.rawValue
    #expect(fits[0].series[custody].posterior != fits[1].series[custody].posterior)
  }

  @Test("a table without custody where the fit begins is refused")
  func empty() {
    #expect(throws: SeriesProblem.self) { try FitCourse(MonthlySeries(), movement: .still, seed: 1) }
  }

  @Test("the expected course of custody is that of counted people, on average")
  func sameLaw() async throws {
    let months = 12
    let start = Day(number: 19_997)
    let still = Level.allCases.map { level in
      LevelProcess(
        start: custody.processes[level.rawValue].mean, mean: custody.processes[level.rawValue].mean, meanSpread: 0,
        persistence: 0.9, spread: 0)
    }
    let begin = CustodyStart(
      byDaysHeld: custody.byDaysHeld, classes: custody.classes, processes: still,
      referenceRates: custody.referenceRates, otherReasons: custody.otherReasons, countedShare: 0.88)
    let counties = CountyTable.unitedStates
    let plan = RunPlan(
      counties: counties,
      law: LawTable(UniformLaw(.leftToAgency), counties: counties, from: start, through: start.adding(months: months)),
      start: start, months: months,
      settings: [.init(.fundedBeds, 200_000, from: start), .init(.removalSeatsPerDay, 100_000, from: start)],
      custody: begin, agreements: counties.all.map { _ in nil }, residentShares: counties.shareOfRemovable, seed: 4,
      drawing: .best, fixed: [.refusingCountryShare: 0.1, .documentsIssued: 0.1])
    let outcome = try #require(try await plan.run(0..<1, threads: 1).first).months
    for (agency, tallies) in [(Tally.bookInsICE, Tally.custodyDaysICE), (.bookInsCBP, .custodyDaysCBP)].enumerated() {
      let days = (0..<months).map { Month(start).adding($0).days }
      let odds = begin.processes[[Level.removalICE, .removalCBP][agency].rawValue].mean
      let removed = 1 / (1 + exp(-odds))
      let expected = ExpectedCourse.people(
        beginning: begin.byDaysHeld[agency], bookIns: (0..<months).map { Double(outcome[$0, tallies.0]) }, days: days,
        exits: days.map { _ in
          ExitRates(perDay: [begin.referenceRates[agency]], reasons: [[removed, 1 - removed]])
        }, refusing: 0.1, documents: 0.1)
      for month in 0..<months {
        let counted = Double(outcome[month, tallies.1]) / Double(days[month])
        #expect(abs(counted / expected[month] - 1) < 0.02, "agency \(agency), month \(month): \(counted)")
      }
    }
  }
}
