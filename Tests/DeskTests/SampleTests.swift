import Desk
import Foundation
import LawLanguage
import Ledger
import Testing

struct SampleTests {
  @Test(arguments: [("IL", nil), ("NJ", nil), ("FL", "orange-county-fl"), ("CA", nil)] as [(String, String?)])
  func aSampleCountyHasCasesInEveryStateOfTheirLife(jurisdiction: String, locality: String?) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let now = try moment("2026-11-20 14:00")
    let county = try SampleCounty(jurisdiction: jurisdiction, locality: locality)
    try OfficeFolder(folder.path()).prepare(logName: "desk.example.gov/log")
    let office = try await Office.open(
      OfficeFolder(folder.path()), settings: OfficeSettings(agencies: [county.profile]), law: RealLaw.files,
      clock: { now })
    try await county.fill(office, at: now)
    let cases = try await office.cases(for: county.staff.counsel, limit: 100).items
    let stages = Set(cases.map(\.stage))
    for stage in CaseStage.allCases where stage != .erased && stage != .received {
      // A request that the state's law settles at once asks nothing.
      if stage == .questions, jurisdiction == "IL" || jurisdiction == "FL" { continue }
      #expect(stages.contains(stage), "no sample case is \(stage.title)")
    }
    for item in cases {
      guard let person = try await office.person(of: item.id, for: county.staff.counsel) else { continue }
      #expect(person.name.hasPrefix("Sample Person "))
    }
    #expect(!(try await office.dueNow(for: county.staff.clerk).items.isEmpty))
    try await county.fill(office, at: now)
    #expect(try await office.cases(for: county.staff.counsel, limit: 100).items == cases)
    try await office.ledger.audit()
  }
}
