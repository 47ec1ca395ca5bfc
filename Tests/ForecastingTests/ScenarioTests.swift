import Forecasting
import Foundation
import LawLanguage
import Testing

@Suite struct ScenarioTests {
  private let states = CountyTable.unitedStates.states.map(\.code)

  private func read(_ statements: String) throws(ScenarioProblem) -> Scenario {
    try Scenario.read(
      "# A title\n\nWhat it\nasks.\n\n```scenario\n\(statements)\n```\n", name: "trial", states: states
    ) { (name) throws(ScenarioProblem) -> Scenario in
      var parent = Scenario(name: name, start: Day(number: 20_000), months: 24)
      parent.settings = [
        LeverSetting(.fundedBeds, 100, from: Day(number: 20_000)),
        LeverSetting(.surgeStaff, 7, from: Day(number: 20_000)),
      ]
      return parent
    }
  }

  private func problem(_ statements: String) -> String {
    do throws(ScenarioProblem) {
      _ = try read(statements)
      return ""
    } catch {
      return error.description
    }
  }

  @Test("a scenario reads its levers, dates and places")
  func reads() throws {
    let scenario = try read(
      """
      start 2025-10-01
      months 60
      without-law IL, NJ
      parameter judge-attrition 0.08
      set booking-rate 0.9 from 2026-01-01 until 2026-12-31 in CA, NY   # a trial
      """)
    #expect(scenario.title == "A title")
    #expect(scenario.question == "What it asks.")
    #expect(scenario.months == 60)
    #expect(scenario.withoutLaw == ["IL", "NJ"])
    #expect(scenario.fixed == [.judgeAttrition: 0.08])
    #expect(scenario.settings.first?.lever == .bookingRate)
    #expect(scenario.settings.first?.states == ["CA", "NY"])
    #expect(scenario.settings.first?.period.until == Day("2026-12-31"))
  }

  @Test("a lever that is set replaces what is inherited of it, and only that")
  func inherits() throws {
    let scenario = try read("inherits above\nset funded-beds 50000 from 2025-01-01")
    #expect(scenario.months == 24)
    #expect(scenario.settings.filter { $0.lever == .fundedBeds }.map(\.value) == [50_000])
    #expect(scenario.settings.filter { $0.lever == .surgeStaff }.map(\.value) == [7])
  }

  @Test(
    "what cannot be meant is named, with its line and a suggestion",
    arguments: [
      ("set fundd-beds 5 from 2025-01-01", "did you mean \"funded-beds\""),
      ("set mandatory-share 1.2 from 2025-01-01", "a share lies from 0 to 1"),
      ("set funded-beds -1 from 2025-01-01", "not below 0"),
      ("set funds-lapsed 2 from 2025-01-01", "1 for on, 0 for off"),
      ("set funded-beds 5 from 2025-01-01 in CA", "holds for the whole country"),
      ("set booking-rate 0.5 from 2025-01-01 in XX", "\"XX\" is the code of no state"),
      ("set funded-beds 5 from 2025-02-01 until 2025-01-01", "before it begins"),
      ("set funded-beds 5 from 2025-02-30", "write: set LEVER VALUE from DAY"),
      ("start 2025-02-02", "the first day of a month"),
      ("months 0", "from 1 to 360"),
      ("parameter judge-attriton 0.1", "did you mean \"judge-attrition\""),
      ("parameter violent-share 1.5", "at most 1"),
      ("sett funded-beds 5 from 2025-01-01", "did you mean \"set\""),
    ])
  func refuses(statement: String, words: String) {
    let text = problem(statement)
    #expect(text.contains(words) && text.contains("trial:7:"), "\(text)")
  }

  @Test("settings of one lever on the same days are refused, in different states they are not")
  func overlapping() {
    let twice = "set booking-rate 0.5 from 2025-01-01\nset booking-rate 0.6 from 2025-06-01"
    #expect(problem(twice).contains("is set for the same days in line 7"))
    let apart = "set booking-rate 0.5 from 2025-01-01 in CA\nset booking-rate 0.6 from 2025-06-01 in NY"
    #expect(problem(apart).isEmpty)
  }

  @Test("every mistake is told at once")
  func all() {
    #expect(problem("months 0\nset x 1 from 2025-01-01").split(separator: "\n").count == 2)
  }

  @Test("every scenario that comes with the program can be read")
  func shipped() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Scenarios")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
    #expect(names.count >= 8)
    for name in names {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let baseline = try String(contentsOf: folder.appendingPathComponent("baseline.md"), encoding: .utf8)
      _ = try Scenario.read(text, name: name, states: states) { (_) throws(ScenarioProblem) -> Scenario in
        try Scenario.read(baseline, name: "baseline", states: states) { (name) throws(ScenarioProblem) -> Scenario in
          throw ScenarioProblem(lines: ["\(name) inherits again"])
        }
      }
    }
  }
}
