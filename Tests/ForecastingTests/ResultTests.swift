import Forecasting
import Foundation
import LawLanguage
import Testing

@Suite struct ResultTests {
  @Test("parts put together are the same bytes as the whole")
  func merge() async throws {
    let plan = plan(months: 2)
    let whole = OutcomeFile(identity: "one", outcomes: try await plan.run(0..<4, threads: 2))
    let parts = try await [plan.run(2..<4, threads: 1), plan.run(0..<2, threads: 1)].map {
      try OutcomeFile(OutcomeFile(identity: "one", outcomes: $0).bytes, name: "part")
    }
    #expect(try OutcomeFile.merged(parts).bytes == whole.bytes)
  }

  @Test("parts of different runs, a replicate twice, and a file cut off are refused")
  func refused() async throws {
    let outcomes = try await plan(months: 1).run(0..<1, threads: 1)
    let one = OutcomeFile(identity: "one", outcomes: outcomes)
    let two = OutcomeFile(identity: "two", outcomes: outcomes)
    #expect(throws: OutcomeFile.Problem.self) { try OutcomeFile.merged([one, two]) }
    #expect(throws: OutcomeFile.Problem.self) { try OutcomeFile.merged([one, one]) }
    #expect(throws: OutcomeFile.Problem.self) { try OutcomeFile(one.bytes.dropLast(), name: "cut") }
    #expect(throws: OutcomeFile.Problem.self) { try OutcomeFile(Data("month,x\n".utf8), name: "other") }
  }

  @Test("costs are never below nothing, and a scenario without new beds builds none")
  func costs() async throws {
    let outcome = try #require(try await plan(months: 14).run(0..<1, threads: 1).first)
    let ledger = CostLedger(outcome, from: Day(number: 19_997))
    #expect(ledger.years.count == 2)
    for year in ledger.years { for head in CostHead.allCases { #expect((year[head] ?? 0) >= 0) } }
    #expect(ledger.years[0][.newBeds] == 0)
    #expect((ledger.years[0][.beds] ?? 0) > 1_000_000_000)
  }

  @Test("new beds are paid for once, when they open")
  func beds() async throws {
    let start = Day(number: 19_997)
    let settings = [LeverSetting(.bedsOpened, 1000, from: start, until: nil)]
    let outcome = try #require(
      try await plan(months: 14, settings: settings, drawing: .best).run(0..<1, threads: 1).first)
    let ledger = CostLedger(outcome, from: start)
    let once = 1000 * ParameterName.bedCapitalCost.definition.value
    #expect(abs((ledger.years[0][.newBeds] ?? 0) - once) < once * 1e-9)
    #expect(ledger.years[1][.newBeds] == 0)
  }

  @Test("the study of 2010 is reproduced to the dollar")
  func centerForAmericanProgress() throws {
    let lines = PublishedStudies.centerForAmericanProgress
    func value(_ item: String) throws -> Double { try #require(lines.first { $0.item == item }).reckoned }
    #expect(try value("people") == 8_640_000)
    #expect(try value("apprehension") == 158_198_400_000)
    #expect(try value("detention") == 28_987_200_000)
    #expect(try value("processing") == 7_058_880_000)
    #expect(try value("transport").rounded() == 6_220_800_000)
    #expect(try value("sum").rounded() == 200_465_280_000)
    #expect(try value("per person") == 23_482)
    #expect(try value("five years") == 285_000_000_000)
    // To the whole billions in which it was published.
    for line in lines {
      guard let published = line.published, published > 1e9 else { continue }
      #expect((line.reckoned / 1e9).rounded() == published / 1e9, "\(line.item)")
    }
  }

  @Test("the study of 2024 adds up as far as its text is known")
  func americanImmigrationCouncil() throws {
    let lines = PublishedStudies.americanImmigrationCouncil
    func value(_ item: String) throws -> Double { try #require(lines.first { $0.item == item }).reckoned }
    #expect(try value("sum, a year") == 87_700_000_000)
    #expect(try value("an officer's year") == 200_000)
    #expect(try Int(value("arrests a hire")) == 32)
    #expect(try Int(value("bed-days a removal")) == 352)
    #expect(try abs(value("years") - 11.0) < 0.01)
  }

  @Test("published costs of a removal differ eightfold")
  func spread() throws {
    let figures = PublishedStudies.perRemoval.map(\.dollars)
    let (low, high) = try (#require(figures.min()), #require(figures.max()))
    #expect((8.0..<8.2).contains(high / low))
  }

  @Test("a report needs no other file, prints no small numbers, and says what it ran on")
  func report() async throws {
    let plan = plan(months: 2)
    let scenario = Scenario(name: "trial", start: plan.start, months: 2)
    let report = Report(scenario, plan: plan, outcomes: try await plan.run(0..<3, threads: 2)).html
    #expect(!report.contains("http") && !report.contains("<script"))
    #expect(report.contains("seed 11") && report.contains("uniform hold=permitted"))
    #expect(report.contains("aria-label"))
  }

  @Test("the report draws flows, tiles and costs, and has the twenty items of its method")
  func drawings() async throws {
    let plan = plan(months: 2)
    let scenario = Scenario(name: "trial", start: plan.start, months: 2)
    let report = Report(scenario, plan: plan, outcomes: try await plan.run(0..<3, threads: 2)).html
    for heading in ["Who goes where in a year", "What the law says of a hold", "By county", "What moves custody"] {
      #expect(report.contains("<h2>\(heading)"), "\(heading)")
    }
    for item in ["1.1 ", "2.4 ", "3.4 ", "5.4 ", "6.1 "] { #expect(report.contains("<dt>\(item)")) }
    for state in CountyTable.unitedStates.states { #expect(report.contains("<title>\(state.code): may")) }
    #expect(!report.contains("nan") && !report.contains("inf<"))
  }

  @Test("evidence about communities has a grade, a source and its contrary, and stands apart from the forecast")
  func communities() async throws {
    for item in CommunityEvidence.all {
      #expect(item.study.contains { $0.isNumber } && !item.finding.isEmpty && !item.design.isEmpty)
      // A grade above the direction alone needs a comparison that can show cause.
      #expect(item.grade == .signOnly || !item.design.contains("survey"), "\(item.study)")
    }
    let reporting = CommunityEvidence.all.filter { $0.topic == "Reports of crime" }
    #expect(reporting.contains { $0.study.contains("Center for Immigration Studies") } && reporting.count > 3)
    let plan = plan(months: 1)
    let page = Report(
      Scenario(name: "trial", start: plan.start, months: 1), plan: plan, outcomes: try await plan.run(0..<1, threads: 1)
    ).html
    for item in CommunityEvidence.all { #expect(page.contains(item.study), "\(item.study)") }
    #expect(page.contains("None of it is in the forecast"))
  }

  @Test("the figures as JSON are those of the table, and name the run")
  func json() async throws {
    let plan = plan(months: 2)
    let scenario = Scenario(name: "trial", start: plan.start, months: 2)
    let outcomes = try await plan.run(0..<3, threads: 2)
    let data = try Report(scenario, plan: plan, outcomes: outcomes).json()
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(document["run"] as? String == plan.identity(of: scenario))
    let series = try #require(document["series"] as? [[String: Any]])
    let custody = try #require(series.first { $0["name"] as? String == "custody" }?["values"] as? [[String: Any]])
    let figures = RunFigures(outcomes, from: plan.start)
    #expect(custody.map { $0["median"] as? Double } == figures.bands[.custody]?.map(\.median))
    let states = try #require(document["states"] as? [[String: Any]])
    #expect(states.count == 51)
  }

  @Test("every county has a line, and no number of people under ten is printed")
  func counties() async throws {
    let plan = plan(months: 2)
    let scenario = Scenario(name: "trial", start: plan.start, months: 2)
    let lines = Report(scenario, plan: plan, outcomes: try await plan.run(0..<3, threads: 2)).countiesCSV
      .split(separator: "\n")
    #expect(lines.count == 3144)
    #expect(lines.contains { $0.hasSuffix(",,,,,,,,,,,,,,,") })
    for line in lines.dropFirst() {
      let figures = line.split(separator: ",", omittingEmptySubsequences: false).suffix(15)
      for (place, figure) in figures.enumerated() where place % 3 == 0 {
        if let median = Double(figure) { #expect(median >= 10) }
      }
    }
  }
}

@Suite struct MorrisTests {
  @Test("a sum is screened exactly: every slope found, and no interaction")
  func linear() {
    let slopes: [ParameterName: Double] = [.officers: 5, .judges: -3, .violentShare: 1]
    let effects = Morris(trajectories: 4, seed: 3).effects { point in
      slopes.reduce(2) { $0 + $1.value * point[$1.key.rawValue] }
    }
    #expect(effects.map(\.name).prefix(3) == [.officers, .judges, .violentShare])
    for effect in effects {
      let slope = slopes[effect.name] ?? 0
      #expect(abs(effect.direction - slope) < 1e-9 && abs(effect.size - abs(slope)) < 1e-9 && effect.spread < 1e-6)
    }
  }

  @Test("points stay in the unit cube")
  func bounds() {
    _ = Morris(trajectories: 6, seed: 9).effects { point in
      #expect(point.allSatisfy { $0 >= -1e-9 && $0 <= 1 + 1e-9 })
      return 0
    }
  }
}
