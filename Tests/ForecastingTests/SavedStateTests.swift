import Forecasting
import Foundation
import LawLanguage
import Testing

@Suite struct SavedStateTests {
  private static let start = Day(number: 19_997)
  private static let scenario = Scenario(name: "trial", start: start, months: 8)

  /// Levers that begin, end and span the day of the stop, and hiring on the way.
  private func stopped(seed: UInt64 = 11, months: Int = 8) -> RunPlan {
    let stop = SavedStateTests.start.adding(months: 4)
    return plan(
      months: months,
      settings: [
        LeverSetting(.holdsEnjoined, 1, from: SavedStateTests.start.adding(days: 40), until: stop.adding(days: 20)),
        LeverSetting(.fundedBeds, 20_000, from: stop),
        LeverSetting(.judgesHiredPerYear, 400, from: SavedStateTests.start),
        LeverSetting(.fundsLapsed, 1, from: stop.adding(days: -10), until: stop.adding(days: -1)),
      ], seed: seed, isChecked: true)
  }

  private func state(of plan: RunPlan) async throws -> SavedState {
    try await plan.save(
      SavedStateTests.scenario, 0..<3, until: SavedStateTests.start.adding(months: 4), program: "1", threads: 2)
  }

  @Test("a run that was stopped, written down and continued gives the bytes of one that was not")
  func same() async throws {
    let plan = stopped()
    let written = try await state(of: plan).data
    let read = try SavedState(written, name: "state")
    #expect(read.data == written)
    let continued = try await plan.resume(SavedStateTests.scenario, from: read, program: "1", threads: 2)
    let whole = try await plan.run(0..<3, threads: 1)
    #expect(
      OutcomeFile(identity: "x", outcomes: continued).bytes == OutcomeFile(identity: "x", outcomes: whole).bytes)
  }

  @Test("a law that turns before the stop still holds after it")
  func law() async throws {
    let turned = SavedStateTests.start.adding(months: 2)
    let plan = plan(months: 8, law: TurningLaw(day: turned), isChecked: true)
    let state = try await state(of: plan)
    let continued = try await plan.resume(SavedStateTests.scenario, from: state, program: "1", threads: 1)
    #expect(try await continued == plan.run(0..<3, threads: 1))
  }

  private struct TurningLaw: CooperationLaw {
    let day: Day
    var identity: String { "turning on \(day)" }
    func changes(after first: Day, through last: Day) -> [Day] { [day] }
    func answers(_ county: County, state: State, _ kind: RequestClass, on day: Day) -> Cooperation {
      let answer: CooperationAnswer = day < self.day ? .required : .prohibited
      return Cooperation(hold: answer, notice: answer, transfer: answer)
    }
  }

  @Test("a state of another seed, of other months or of another program is refused with a sentence")
  func refused() async throws {
    let state = try await state(of: stopped())
    func refusal(_ plan: RunPlan, program: String) async -> String {
      do {
        _ = try await plan.resume(SavedStateTests.scenario, from: state, program: program, threads: 1)
        return "nothing"
      } catch { return "\(error)" }
    }
    #expect(await refusal(stopped(), program: "2").contains("version 1 of the program, and this is 2"))
    #expect(await refusal(stopped(seed: 12), program: "1").contains("of another run than trial"))
    #expect(await refusal(stopped(months: 9), program: "1").contains("of another run than trial"))
  }

  @Test("a state that was cut off or changed anywhere is refused, whatever the place")
  func damaged() async throws {
    let data = try await state(of: stopped()).data
    let head = try #require(data.firstIndex(of: 0x0A))
    for place in [head + 1, head + 40, (head + data.count) / 2, data.count - 1] {
      var changed = data
      changed[place] ^= 1
      #expect(throws: SavedState.Problem.self) { try SavedState(changed, name: "state") }
      #expect(throws: SavedState.Problem.self) { try SavedState(data.prefix(place), name: "state") }
    }
    #expect(throws: SavedState.Problem.self) { try SavedState(Data("nothing\n".utf8), name: "state") }
  }

  @Test(
    "a run stops on the first of a month within it, and on no other day",
    arguments: [SavedStateTests.start, SavedStateTests.start.adding(days: 45), SavedStateTests.start.adding(months: 8)])
  func days(day: Day) async throws {
    await #expect(throws: SavedState.Problem.self) {
      try await stopped().save(SavedStateTests.scenario, 0..<1, until: day, program: "1", threads: 1)
    }
  }
}
