import Desk
import LawLanguage
import Reasoning
import Testing

struct ClockTests {
  private func zone(_ name: String) throws -> Zone { try #require(Zone(identifier: name)) }

  @Test func theNextBusinessDayPassesOverWeekendsAndHolidays() throws {
    let vocabulary = RealLaw.law.library.vocabulary
    let calendar = try #require(vocabulary.place("FL")?.calendar.flatMap(vocabulary.calendar))
    let days = BusinessDays(calendar: calendar, zone: try zone("America/New_York"))
    func next(_ text: String) throws -> String { days.next(after: try #require(Day(text))).description }
    #expect(try next("2026-11-23") == "2026-11-24")
    #expect(try next("2026-11-20") == "2026-11-23")
    // Thanksgiving Day and, in Florida, the Friday after it.
    #expect(try next("2026-11-25") == "2026-11-30")
    #expect(days.rest(on: try #require(Day("2026-11-26"))) == "Thanksgiving Day")
    #expect(
      try BusinessDays(calendar: nil, zone: zone("America/New_York")).next(after: #require(Day("2026-11-25")))
        .description == "2026-11-26")
  }

  @Test func hoursRunOnWhenClocksAreSetBack() async throws {
    let test = try await TestOffice.make(at: "2026-10-31 10:00")
    let id = try await test.detainer("fl-jail", facts: ["release-due": "2026-10-31T16:00"]).id
    let file = try await test.office.caseFile(id, for: Crew("fl-jail").officer)
    guard case .ends(let end, _, let arithmetic) = try test.office.keepingAuthority(of: file) else {
      Issue.record("no end")
      return
    }
    #expect(end == (try moment("2026-11-02 15:00", "America/New_York")))
    #expect(arithmetic.contains("Monday, November 2, 2026, 3:00 pm"))
  }

  /// The desk makes the words of a time, the engine the time itself: the two must agree, on every day of a year.
  @Test func theArithmeticInWordsComesOutAtTheEnginesMoment() async throws {
    let test = try await TestOffice.make(at: "2025-12-31 23:00")
    let crew = try Crew("fl-jail")
    let first = try #require(Day("2026-01-01"))
    let id = try await test.detainer("fl-jail", facts: ["release-due": "2026-01-01T16:00"]).id
    let words = try test.office.words(for: "fl-jail")
    for offset in stride(from: 1, to: 365, by: 3) {
      let day = first.adding(days: offset)
      try await test.run(
        .recordFact(fact: "release-due", value: "\(day)T16:00", source: "test"), on: id, by: crew.clerk)
      let file = try await test.office.caseFile(id, for: crew.officer)
      guard case .ends(let end, _, let arithmetic) = try test.office.keepingAuthority(of: file) else {
        Issue.record("no end on \(day)")
        continue
      }
      #expect(arithmetic.contains(words.text(end)), "\(day)")
    }
  }

  @Test func whatHangsOnADecisionRunsFromIt() async throws {
    let test = try await TestOffice.make(at: "2026-11-25 15:00")
    let crew = try Crew("fl-jail")
    let id = try await test.detainer("fl-jail", facts: ["release-due": "2026-11-25T16:30"]).id
    let step = "step/copy-served"
    func clock() async throws -> CaseClock? {
      try test.office.clocks(of: try await test.office.caseFile(id, for: crew.officer)).first { $0.key == step }
    }
    #expect(try await clock() == nil)
    try await test.run(.decide(act: "hold", choice: .act, reason: nil), on: id, by: crew.officer)
    #expect(try await clock()?.due == test.clock.read())
    try await test.run(.doTask(TaskDone(task: step, at: test.clock.read(), how: "handed over")), on: id, by: crew.clerk)
    #expect(try await clock() == nil)
    #expect(try await test.office.caseFile(id, for: crew.officer).value(of: "copy-served") == "yes")
  }

  @Test func noClockStopsWhileAQuestionIsOpen() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("nj-jail")
    let id = try await test.detainer("nj-jail", facts: ["release-due": "2026-02-10T04:30"]).id
    let due = try moment("2026-02-10 04:30", "America/New_York")
    let item = try #require(try await test.office.dueNow(for: crew.clerk).items.first { $0.kind == .decide })
    #expect(item.id == id && item.due == due)
    test.clock.advance(hours: 6)
    _ = try await test.office.reconsider()
    let later = try #require(try await test.office.dueNow(for: crew.clerk).items.first { $0.kind == .decide })
    #expect(later.due == due)
  }
}
