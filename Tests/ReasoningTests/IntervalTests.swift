import LawLanguage
import Reasoning
import Testing

/// Look-backs that leave out days, with intervals known, in part or not at all; and days held against one another.
@Suite struct IntervalTests {
  private func answer(
    _ condition: String, booked: String? = nil, released: String? = nil, stays: Request.RecordList? = nil,
    constraints: String = ""
  ) throws -> ActAnswer {
    let example = try ReferenceExample(
      ("statute of IL", "\nrule ban  cite \"1\"  unverified\n  jail must not share  when \(condition)"),
      words: constraints)
    var request = example.request("share")
    if let booked { request.facts["booked"] = .date(try #require(Day(booked))) }
    if let released { request.facts["released"] = .date(try #require(Day(released))) }
    request.records["stays"] = stays
    return try #require(try example.decision(request).answers.first)
  }

  private func stay(_ start: String?, _ end: String?) -> [String: FactValue] {
    var record: [String: FactValue] = [:]
    record["start"] = start.flatMap { Day($0) }.map { .date($0) }
    record["end"] = end.flatMap { Day($0) }.map { .date($0) }
    return record
  }

  private func stays(_ records: [String: FactValue]..., complete: Bool = true) -> Request.RecordList {
    Request.RecordList(isComplete: complete, records: records)
  }

  private static let back = "booked is within 30 days before asked not counting stays"

  // Asked on 2025-01-22: thirty days back is 2024-12-23, and 2024-12-20 is three days short.
  @Test(arguments: [
    ("2024-12-23", "2025-01-01", "2024-12-31", true), ("2024-12-22", "2025-01-01", "2024-12-31", false),
    ("2024-12-20", "2025-01-01", "2025-01-02", false), ("2024-12-20", "2025-01-01", "2025-01-03", true),
    // The first day counts, the day of asking does not.
    ("2024-12-20", "2024-12-20", "2024-12-22", true), ("2024-12-20", "2024-12-18", "2024-12-21", false),
    ("2024-12-20", "2025-01-19", "2025-01-22", true), ("2024-12-20", "2025-01-20", "2025-01-30", false),
    ("2024-12-21", "2025-01-20", "2025-01-30", true), ("2024-12-20", "2024-01-01", "2024-12-19", false),
    ("2024-12-20", "2025-01-22", "2025-02-22", false), ("2025-01-23", "2025-01-01", "2025-01-30", false),
    ("2025-01-22", "2025-01-22", "2025-01-22", true),
  ])
  func theDaysOfAStayDoNotCount(booked: String, start: String, end: String, holds: Bool) throws {
    #expect(
      try answer(Self.back, booked: booked, stays: stays(stay(start, end))).answer == (holds ? .prohibited : .permitted)
    )
  }

  @Test func aDayInTwoStaysIsLeftOutOnce() throws {
    let same = stays(stay("2025-01-01", "2025-01-02"), stay("2025-01-02", "2025-01-02"))
    #expect(try answer(Self.back, booked: "2024-12-20", stays: same).answer == .permitted)
    let apart = stays(stay("2025-01-01", "2025-01-02"), stay("2025-01-05", "2025-01-05"))
    #expect(try answer(Self.back, booked: "2024-12-20", stays: apart).answer == .prohibited)
  }

  @Test func staysNobodyKnowsOfMatterOnlyWhereTheTimeHasRunOut() throws {
    #expect(try answer(Self.back, booked: "2024-12-23").answer == .prohibited)
    #expect(try answer(Self.back, booked: "2024-12-20").asking == [.records("stays")])
    #expect(try answer(Self.back, booked: "2025-01-23").answer == .permitted)
    let known = stays(stay("2025-01-01", "2025-01-03"), complete: false)
    #expect(try answer(Self.back, booked: "2024-12-20", stays: known).answer == .prohibited)
    #expect(try answer(Self.back, booked: "2024-12-19", stays: known).asking == [.records("stays")])
  }

  @Test func anEndNobodyKnowsMattersWhereItCouldReach() throws {
    let open = stays(stay("2025-01-01", nil))
    #expect(
      try answer(Self.back, booked: "2024-12-20", stays: open).asking == [.record("stays", 0, field: "end")])
    #expect(try answer(Self.back, booked: "2024-12-23", stays: open).answer == .prohibited)
    let begun = stays(stay(nil, "2025-01-10"))
    #expect(
      try answer(Self.back, booked: "2024-12-20", stays: begun).asking == [.record("stays", 0, field: "start")])
    let neither = stays(stay(nil, nil))
    #expect(
      Set(try answer(Self.back, booked: "2024-12-20", stays: neither).asking.map(\.name))
        == ["stays[0].end", "stays[0].start"])
    let late = stays(stay("2025-01-20", nil))
    #expect(try answer(Self.back, booked: "2024-12-20", stays: late).answer == .permitted)
  }

  @Test func theDayItselfMayBeUnknownBesideKnownStays() throws {
    let known = stays(stay("2025-01-01", "2025-01-03"))
    for (more, asks) in [
      ("booked is before 2024-12-21 and booked is on or after 2024-12-10", true),
      ("booked is before 2024-12-20 and booked is on or after 2024-12-10", false),
    ] {
      let answer = try answer("\(Self.back) and \(more)", stays: known)
      #expect(answer.asking.map(\.name) == (asks ? ["booked"] : []))
    }
    let after = "asked is within 30 days after booked not counting stays"
    #expect(
      try answer(
        "\(after) and booked is before 2024-12-21 and booked is on or after 2024-12-10", stays: known
      ).asking.map(\.name) == ["booked"])
    #expect(
      try answer(
        "\(after) and booked is before 2024-12-20 and booked is on or after 2024-12-10", stays: known
      ).answer == .permitted)
  }

  // MARK: Days held against one another

  @Test(arguments: [
    "released is on or after booked", "released is after booked", "booked is within 30 days before released",
    "released is within 1 year after booked", "booked is before released and released is before asked",
    "booked is before released and booked is on or after 2025-01-01 and released is before 2025-01-03",
    "booked is within 2 days before released and booked is within 2 days after 2025-01-01",
  ])
  func twoUnknownDaysMatterBoth(condition: String) throws {
    #expect(try answer(condition).asking.map(\.name).sorted() == ["booked", "released"])
  }

  @Test func twoDaysWithNoneBetweenAreFoundOut() throws {
    let bounds = "booked is on or after 2025-01-01 and released is before 2025-01-02"
    #expect(try answer("booked is before released and \(bounds)").answer == .permitted)
    #expect(
      try answer("booked is on or before released and \(bounds)").asking.map(\.name) == ["booked", "released"])
  }

  @Test func constraintsOrderDays() throws {
    let order = "constraint order  when released is on or after booked  says \"First booked.\"\n"
    #expect(try answer("booked is after released", constraints: order).answer == .permitted)
    #expect(try answer("released is before 2020-01-01", booked: "2020-01-01", constraints: order).answer == .permitted)
    #expect(
      try answer("released is before 2020-01-02", booked: "2020-01-01", constraints: order).asking.map(\.name)
        == ["released"])
    #expect(try answer("booked is after 2020-01-01", released: "2020-01-01", constraints: order).answer == .permitted)
  }
}
