import Desk
import Foundation
import LawLanguage
import Testing

struct RoleTests {
  @Test func nobodyBothDecidesAndPublishes() throws {
    for role in StaffRole.allCases { #expect(!(permits(role, .decide) && permits(role, .publish))) }
    #expect(throws: Staff.RolesClash.self) {
      try Staff(id: "a", name: "A", title: "", agency: "x", roles: [.publisher, .decider])
    }
    #expect(throws: Staff.RolesClash.self) { try Staff(id: "a", name: "A", title: "", agency: "x", roles: []) }
  }

  @Test func rolesThatGoTogetherNeverAddUpToDecidingAndPublishing() {
    for first in StaffRole.allCases {
      for second in StaffRole.allCases {
        #expect(first.goes(with: second) == second.goes(with: first))
        guard first.goes(with: second) else { continue }
        let both = { (action: OfficeAction) in permits(first, action) || permits(second, action) }
        #expect(!(both(.decide) && both(.publish)))
        #expect(!(both(.administer) && both(.readCases)))
      }
    }
  }

  @Test func administratorsReadNoCaseAndAuditorsWriteNothing() {
    for action in OfficeAction.allCases where action != .readLaw && action != .administer {
      #expect(!permits(.administrator, action))
    }
    for action in OfficeAction.allCases where action.writes { #expect(!permits(.auditor, action)) }
    for action in [OfficeAction.readCases, .readPersons, .readSealed, .readLog] { #expect(permits(.auditor, action)) }
  }

  @Test func noRoleByItselfBreaksGlass() throws {
    for role in StaffRole.allCases { #expect(!permits(role, .breakGlass)) }
    let clerk = try Staff(
      id: "c", name: "C", title: "", agency: "x", roles: [.intakeClerk], mayBreakGlass: true)
    #expect(clerk.may(.breakGlass))
    let auditor = try Staff(id: "d", name: "D", title: "", agency: "x", roles: [.auditor], mayBreakGlass: true)
    #expect(!auditor.may(.breakGlass))
  }

  @Test func rolesThatClashAreRefusedWhenReadTo() throws {
    let text = #"{"id":"a","name":"A","title":"","agency":"x","roles":["decider","publisher"],"mayBreakGlass":false}"#
    #expect(throws: Staff.RolesClash.self) { try JSONDecoder().decode(Staff.self, from: Data(text.utf8)) }
  }

  @Test func theOfficeHoldsEveryActionAgainstTheTable() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"]).id
    for staff in [crew.administrator, crew.publisher, crew.auditor, crew.counsel] {
      await #expect(throws: OfficeRefusal.self) {
        try await test.office.perform(.note("a remark"), on: id, version: 2, by: Hand(staff))
      }
    }
    await #expect(throws: OfficeRefusal.self) { try await test.office.caseFile(id, for: crew.administrator) }
    await #expect(throws: OfficeRefusal.self) { try await test.office.person(of: id, for: crew.publisher) }
    await #expect(throws: OfficeRefusal.self) { try await test.office.notes(of: id, for: crew.officer) }
    _ = try await test.office.caseFile(id, for: crew.auditor)
  }

  @Test func oneAgencySeesNothingOfAnothers() async throws {
    let test = try await TestOffice.make()
    let id = try await test.detainer("il-jail").id
    let other = try Crew("nj-jail")
    for staff in [other.clerk, other.officer, other.counsel, other.auditor] {
      do {
        _ = try await test.office.caseFile(id, for: staff)
        Issue.record("another agency's case was shown")
      } catch {
        guard case .noCase = error else { throw error }
      }
      #expect(try await test.office.cases(for: staff).items.isEmpty)
      #expect(try await test.office.dueNow(for: staff).items.isEmpty)
    }
    await #expect(throws: OfficeRefusal.self) {
      let intake = Intake(opening: Opening(agency: "il-jail", received: test.clock.read(), channel: .fax))
      return try await test.office.receive(intake, by: Hand(other.clerk))
    }
  }
}
