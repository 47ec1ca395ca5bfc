import LawLanguage
import Reasoning
import Testing

/// Which recorded facts the law never looks at.
@Suite struct UnusedTests {
  private static let facts: [String: FactValue] = [
    "booked": .date(ReferenceExample.day), "released": .date(ReferenceExample.day),
    "release-due": .instant(ReferenceExample.instant(ReferenceExample.day, hour: 12)), "warm": .yesNo(true),
    "dry": .yesNo(true), "leave": .yesNo(true),
  ]

  private func unused(_ text: String, words: String = "", kind: String = "rule") throws -> [String] {
    let example = try ReferenceExample(
      ("statute of IL", "\n\(kind) one  cite \"1\"  unverified\n  \(text)"), words: words)
    var request = example.request("share")
    request.facts = Self.facts
    request.records["convictions"] = .init(isComplete: true, records: [])
    request.records["stays"] = .init(isComplete: true, records: [])
    return try example.decision(request).unused
  }

  private static let all = ["booked", "convictions", "dry", "leave", "release-due", "released", "stays", "warm"]

  @Test(arguments: [
    ("jail may share", []), ("jail may share  when warm", ["warm"]),
    ("jail may share  unless dry  cite \"x\"", ["dry"]),
    ("jail may share  not before booked", ["booked"]), ("jail may share  until booked", ["booked"]),
    ("jail may share  until the end of the day of release-due", ["release-due"]),
    ("jail may share  not before 2 days before booked", ["booked"]),
    ("jail may share  at most 48 hours from release-due", ["release-due"]),
    ("jail may share  until asked", []), ("jail may share  only after leave", ["leave"]),
    ("jail may share  only after leave when warm", ["leave", "warm"]),
    ("jail must report  at booked", ["booked"]),
    ("jail must report  each year  due within 2 days of booked", ["booked"]),
    ("jail must report  each year  due at least 2 days before booked", ["booked"]),
    ("jail must report  each year  due before release-due", ["release-due"]),
    ("jail must report  each year  due without delay", []), ("jail must report  each year  due by march 1", []),
    ("jail must report  each year  due within 2 days of asked", []),
    ("jail must report  at booked  due within 2 days of released", ["booked", "released"]),
    ("jail may share  when booked is within 2 days before released", ["booked", "released"]),
    ("jail may share  when booked is before released", ["booked", "released"]),
    ("jail may share  when booked is within 2 days before asked not counting stays", ["booked", "stays"]),
    ("jail may share  when any conviction", ["convictions"]),
    ("jail may share  when any conviction where (class is felony and warm)", ["convictions", "warm"]),
  ])
  func aFactIsUsedWhereverARuleNamesIt(text: String, used: [String]) throws {
    #expect(try unused(text) == Self.all.filter { !used.contains($0) })
  }

  @Test func limitsPresumptionsAndConstraintsUseFactsToo() throws {
    #expect(try unused("jail share  until released", kind: "limit") == Self.all.filter { $0 != "released" })
    #expect(try unused("warm is yes  when dry", kind: "presume") == Self.all.filter { $0 != "warm" && $0 != "dry" })
    #expect(
      try unused("jail may share", words: "constraint c  when warm or dry  says \"One.\"\n")
        == Self.all.filter { $0 != "warm" && $0 != "dry" })
    #expect(
      try unused("strikes must share by policy  when warm", kind: "void") == Self.all.filter { $0 != "warm" })
  }

  @Test func whatOnlyTheLawOfAnotherAgencyUsesIsNotUsed() throws {
    #expect(try unused("police may share  when warm") == Self.all)
    #expect(try unused("any-agency may report  when warm") == Self.all.filter { $0 != "warm" })
  }
}
