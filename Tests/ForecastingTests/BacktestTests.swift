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
      ("month,x\n", "no months"),
    ])
  func layout(text: String, words: String) {
    do throws(SeriesProblem) {
      _ = try MonthlySeries(reading: text, name: "table.csv")
      Issue.record("\(text) was read")
    } catch {
      #expect(error.description.contains(words), "\(error)")
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
