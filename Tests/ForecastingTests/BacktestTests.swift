import Forecasting
import Testing

@Suite struct BacktestTests {
  private func month(_ text: String) throws -> Month { try #require(Month(text)) }

  @Test("the visible series have no month that is kept back")
  func visible() throws {
    let months = MonthlySeries.visible.months
    #expect(months.count == 108)
    let (first, last) = try (month("2016-10"), month("2018-09"))
    #expect(!months.contains { $0 >= first && $0 <= last })
    #expect(try months.last == month("2024-09"))
    // OHSS, fiscal year 2019: 181,300 arrested by CBP and 85,370 by ICE; months are rounded to ten each.
    let year = try (month("2018-10").number...month("2019-09").number).map { Month(number: $0) }
    let sum = year.compactMap { MonthlySeries.visible["ice_removals_returns", $0] }.reduce(0, +)
    #expect(abs(sum - 266_670) < 200)
  }

  @Test("on fiscal years 2022-24, book-ins given, custody and removals beat every baseline")
  func bar() throws {
    let visible = MonthlySeries.visible
    let test = try Backtest(
      observed: visible, given: visible, from: month("2021-10"), through: month("2024-08"), replicates: 80)
    for name in ["adp_all", "ice_removals_returns"] {
      let line = try #require(test.lines.first { $0.name == name })
      #expect(line.months == 35)
      for baseline in Baseline.allCases {
        let other = try #require(line.baselines[baseline])
        #expect(line.score.mape < other.mape, "\(name), MAPE, \(baseline.rawValue)")
        #expect(line.score.crps < other.crps, "\(name), CRPS, \(baseline.rawValue)")
      }
    }
  }

  @Test("what comes after the first month forecast changes no forecast")
  func blind() throws {
    let origin = try month("2022-10"), end = try month("2023-01")
    var changed = MonthlySeries.visible
    for name in changed.columns.keys { changed[name, origin] = 1 }
    let forecasts = try [MonthlySeries.visible, changed].map { known in
      try CustodyForecast(known: known, origin: origin, fitted: known.before(origin))
        .replicate(3, through: end, seed: 5, given: nil)
    }
    #expect(forecasts[0].columns == forecasts[1].columns)
  }

  @Test("the score of a sure forecast is its error, and of a spread one less than its mean distance")
  func scores() throws {
    let sure = try #require(Score(observed: [10], draws: [[12]]))
    #expect(sure.mape == 20 && sure.crps == 2)
    // Two draws at 8 and 12: mean distance 2, mean difference of the pair 4, of which half is taken off.
    let spread = try #require(Score(observed: [10], draws: [[8, 12]]))
    #expect(spread.crps == 0)
    #expect(spread.coverage[95] == 1)
    let missed = try #require(Score(observed: [20], draws: [[8, 12]]))
    #expect(missed.coverage[95] == 0)
  }

  @Test(
    "a table of the wrong layout is refused with what is wrong",
    arguments: [
      ("", "is empty"), ("a,b\n1,2\n", "has no column \"month\""), ("month,x\n2024-13,1\n", "is no month"),
      ("month,x\n2024-01\n", "has 1 fields"), ("month,x\n2024-01,D\n", "is suppressed"),
      ("month,x\n2024-01,\"1,000\"\n", "quoted fields"), ("month,x\n2024-02,1\n2024-01,1\n", "does not come after"),
      ("month,x\n2024-01,-4\n", "below nothing"), ("month,x\n2024-01,many\n", "not a number"),
      ("month,x\n", "no months"), ("month,x,x\n2024-01,1,2\n", "\"x\" twice"),
      ("month,x\n2024-01,1e300\n", "more than there are people"),
    ])
  func layout(text: String, words: String) {
    do throws(SeriesProblem) {
      _ = try MonthlySeries(reading: text, name: "table.csv")
      Issue.record("\(text) was read")
    } catch {
      #expect(error.description.contains(words), "\(error)")
    }
  }

  @Test("a month without a line between months that have one is named")
  func missingLine() throws {
    let observed = try MonthlySeries(reading: "month,adp_all\n2022-10,5\n2022-12,5\n", name: "t")
    do throws(SeriesProblem) {
      _ = try Backtest(
        observed: observed, given: nil, from: Month(number: 2022 * 12 + 9), through: Month(number: 2022 * 12 + 11),
        replicates: 2)
      Issue.record("the gap was passed over")
    } catch {
      #expect(error.description.contains("no line for 2022-11"), "\(error)")
    }
  }

  @Test("only the columns of the table are scored, under its own names")
  func names() throws {
    let observed = try MonthlySeries(reading: "month,bookins,adp_all\n2022-10,25000,30000\n", name: "t")
    let (first, last) = try (month("2022-10"), month("2022-10"))
    let test = try Backtest(observed: observed, given: nil, from: first, through: last, replicates: 4)
    #expect(test.lines.map(\.name) == ["adp_all", "bookins"])
  }

  @Test("months of which only a year's figure is known move no level's fit")
  func inferred() throws {
    let origin = try month("2024-10"), cut = try month("2018-10")
    var late = MonthlySeries()
    for (name, values) in MonthlySeries.visible.columns {
      for (month, value) in values where month >= cut { late[name, month] = value }
    }
    let fits = try [MonthlySeries.visible, late].map {
      try CustodyForecast(known: .visible, origin: origin, fitted: $0).start(months: 3).processes
    }
    for level in [Level.exitICE, .exitCBP, .removalICE, .removalCBP, .directRemovals] {
      #expect(fits[0][level.rawValue] == fits[1][level.rawValue], "\(level)")
    }
  }

  @Test("before any outcome of custody was published, what a year's figures tell is used, not nothing")
  func earlyYears() throws {
    let origin = try month("2015-10"), end = try month("2016-09")
    let forecast = try CustodyForecast(
      known: .visible, origin: origin, fitted: MonthlySeries.visible.before(origin))
    let result = forecast.replicate(1, through: end, seed: 5, given: .visible)
    let year = (origin.number...end.number).map { Month(number: $0) }
    let found = year.compactMap { result["ice_removals_returns", $0] }.reduce(0, +)
    let came = year.compactMap { MonthlySeries.visible["ice_removals_returns", $0] }.reduce(0, +)
    #expect(abs(found / came - 1) < 0.4, "\(found) \(came)")
  }

  @Test("a month that is known by half is lived through once")
  func halfKnown() throws {
    let half = try month("2024-10"), origin = try month("2024-11")
    var known = MonthlySeries.visible
    known["bookins_ice", half] = 9_000
    let forecasts = try [MonthlySeries.visible, known].map {
      try CustodyForecast(known: $0, origin: origin, fitted: .visible)
        .replicate(1, through: origin, seed: 5, given: nil)
    }
    #expect(forecasts[0].columns == forecasts[1].columns)
  }

  @Test("a gap in what is known does not move the one-line forecast of a stock or a flow")
  func gapInStockFlow() throws {
    let first = try month("2031-01"), end = try month("2031-06")
    var whole = MonthlySeries()
    for offset in -24..<0 {
      let month = first.adding(offset)
      whole["bookins_total", month] = Double(month.days) * 10
      whole["adp_all", month] = 400
      whole["bookouts_total", month] = Double(month.days) * 10
    }
    var gaps = MonthlySeries()
    for (name, values) in whole.columns {
      for (month, value) in values where month.number % 3 != 0 || month == first.adding(-1) {
        gaps[name, month] = value
      }
    }
    for column in ["adp_all", "bookouts_total"] {
      let forecasts = try [whole, gaps].map {
        try #require(Baseline.stockFlow.forecast(column, from: first, through: end, known: $0, given: nil))
      }
      for month in forecasts[0].keys {
        let (full, thin) = try (#require(forecasts[0][month]), #require(forecasts[1][month]))
        #expect(abs(thin / full - 1) < 0.03, "\(column) \(month): \(full) \(thin)")
      }
    }
  }

  @Test("a partial month keeps its averages and loses its counts")
  func partial() throws {
    let series = try MonthlySeries(reading: "month,partial_month,bookins_ice,adp_ice\n2024-01,1,5,7\n", name: "t")
    #expect(try series["bookins_ice", month("2024-01")] == nil)
    #expect(try series["adp_ice", month("2024-01")] == 7)
  }

  @Test("months given without book-ins anywhere are named")
  func gaps() throws {
    let observed = try MonthlySeries(reading: "month,adp_all\n2030-01,5\n2030-02,5\n", name: "t")
    let given = try MonthlySeries(reading: "month,bookins_ice,bookins_cbp\n2030-01,5,6\n", name: "g")
    do throws(SeriesProblem) {
      _ = try Backtest(
        observed: observed, given: given, from: Month(number: 2030 * 12), through: Month(number: 2030 * 12 + 1),
        replicates: 2)
      Issue.record("the gap was passed over")
    } catch {
      #expect(error.description.contains("2030-02"))
    }
  }
}
