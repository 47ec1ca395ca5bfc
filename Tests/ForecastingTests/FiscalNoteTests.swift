import Forecasting
import Foundation
import LawLanguage
import Testing

@Suite struct FiscalNoteTests {
  @Test("fiscal years begin where each state's budget does")
  func years() throws {
    let october = try #require(Month("2024-10"))
    #expect(FiscalYear.year(of: october, in: "IL") == 2025)
    #expect(FiscalYear.year(of: october.adding(-4), in: "IL") == 2024)
    #expect(FiscalYear.year(of: october, in: "TX") == 2025)
    #expect(FiscalYear.year(of: october.adding(-1), in: "TX") == 2025)
    #expect(FiscalYear.year(of: october.adding(-1), in: "MI") == 2024)
    #expect(FiscalYear.year(of: october.adding(5), in: "NY") == 2025)
    #expect(FiscalYear.year(of: october.adding(6), in: "NY") == 2026)
  }

  @Test("a state's fiscal years add up to its run, whatever the length", arguments: [1, 2, 14, 25])
  func sums(months: Int) async throws {
    let plan = plan(months: months)
    let outcome = try #require(try await plan.run(0..<1, threads: 1).first)
    for (place, state) in plan.counties.states.enumerated() {
      for tally in PlaceTally.allCases {
        let byYear = (0..<outcome.states.years).reduce(0) { $0 + outcome.states[place, $1, tally] }
        #expect(byYear == outcome.counties.sum(state.counties, tally))
      }
    }
  }

  private func note(forbidden: Bool, county: String? = nil) async throws -> FiscalNote {
    let start = Day(number: 19_997)
    let changed = plan(
      months: 12, settings: forbidden ? [LeverSetting(.holdsEnjoined, 1, from: start, states: ["OH"])] : [])
    let base = plan(months: 12)
    let scenario = Scenario(name: "trial", start: start, months: 12)
    let table = CountyTable.unitedStates
    return try await FiscalNote(
      scenario, plan: changed, outcomes: changed.run(0..<4, threads: 2), against: scenario,
      base: base.run(0..<4, threads: 2),
      state: #require(table.state("OH")), county: county.map { table.all[try #require(table.index(of: $0))] })
  }

  @Test("a ban on holds takes away days and positions, year by year, and what nobody counted is indeterminate")
  func difference() async throws {
    let note = try await note(forbidden: true)
    #expect(note.years.map(\.months).reduce(0, +) == 12)
    let days = try #require(note.lines.first { $0.item == "Jail days on hold" })
    for amount in days.amounts {
      guard case .range(let low, let mid, let high) = amount else {
        Issue.record("\(amount)")
        continue
      }
      #expect(low <= mid && mid <= high && high < 0)
    }
    let grants = try #require(note.lines.first { $0.item.contains("grants") })
    for amount in grants.amounts {
      guard case .indeterminate = amount else {
        Issue.record("\(amount)")
        continue
      }
    }
  }

  @Test("the note says what takes effect when, on both sides, and prints no people under ten but parts of a position")
  func effective() async throws {
    let start = Day(number: 19_997)
    let plan = plan(months: 1)
    var other = Scenario(name: "other", start: start, months: 1)
    other.withoutLaw = ["OH"]
    let outcomes = try await plan.run(0..<3, threads: 1)
    let table = CountyTable.unitedStates
    func note(_ state: String, against other: Scenario? = nil) throws -> String {
      try FiscalNote(
        Scenario(name: "trial", start: start, months: 1), plan: plan, outcomes: outcomes, against: other,
        state: #require(table.state(state))
      ).markdown
    }
    #expect(try note("OH", against: other).contains("Compared with: the state's own law left out from 2024-10-01"))
    let small = try note("VT")
    #expect(small.contains("| People held on request | under 10"))
    #expect(small.contains("| Positions, if every day were staffed | 0.0"))
  }

  @Test("two equal runs differ by nothing")
  func nothing() async throws {
    let note = try await note(forbidden: false)
    let days = try #require(note.lines.first { $0.item == "Jail days on hold" })
    #expect(Set(days.amounts) == [.none])
  }

  @Test("a county's note shows its state's band and says so")
  func county() async throws {
    let (state, county) = try await (note(forbidden: true), note(forbidden: true, county: "39035"))
    #expect(state.lines.map(\.amounts) == county.lines.map(\.amounts))
    #expect(county.markdown.contains("Nothing in the model is fitted to this county"))
    #expect(!state.markdown.contains("Nothing in the model is fitted"))
  }
}
