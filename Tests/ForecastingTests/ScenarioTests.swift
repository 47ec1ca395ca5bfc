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
      ("set beds-opened 1e300 from 2025-01-01", "at most 1,000,000"),
      ("set beds-opened -1e9 from 2025-01-01", "at least -1,000,000"),
      ("set border-arrivals 1e9 from 2025-01-01", "at most 50"),
      ("set funded-beds nan from 2025-01-01", "write: set LEVER VALUE from DAY"),
      ("parameter officers 0", "write from 580"),
      ("parameter pending-cases 1e18", "too far from its range"),
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

  @Test("what stands before inherits would be lost, so inherits must come first")
  func inheritsFirst() {
    for statement in ["months 24", "start 2024-10-01", "without-law IL", "parameter officers 6000"] {
      #expect(problem("\(statement)\ninherits above").contains("trial:8: inherits must come first"), "\(statement)")
    }
  }

  @Test("what is said twice is refused, with the line of the first")
  func twice() {
    #expect(
      problem("parameter officers 6000\nparameter officers 6200").contains("officers was given in line 7 already"))
    #expect(problem("months 12\nmonths 24").contains("months was given in line 7 already"))
  }

  @Test("shares of one whole that come to more than it are refused, and drawn ones are taken back to it")
  func wholes() {
    let text = problem("parameter violent-share 0.5\nparameter other-conviction-share 0.4\nparameter pending-share 0.3")
    #expect(
      text.contains("violent-share, other-conviction-share, pending-share are shares of one whole and come to 1.20"))
    #expect(problem("parameter violent-share 0.5\nparameter other-conviction-share 0.4").isEmpty)
  }

  @Test("a run starts on the day of which custody, staff and cases are known, and on no other")
  func startDay() throws {
    let start = try #require(Day("2025-10-01"))
    do throws(PlanProblem) {
      _ = try RunPlan(Scenario(name: "later", start: start, months: 2), law: UniformLaw(.leftToAgency), seed: 1)
      Issue.record("a later start was taken")
    } catch {
      #expect(error.description.contains("write start 2024-10-01"), "\(error)")
    }
    let known = try #require(Day("2024-10-01"))
    let plan = try RunPlan(Scenario(name: "now", start: known, months: 2), law: UniformLaw(.leftToAgency), seed: 1)
    #expect(plan.identity(of: Scenario(name: "now", start: known, months: 2)).contains(NumbersVersion.current))
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
