import Desk
import LawLanguage
import Reasoning

/// A county that does not exist, with people and requests that are made up.
enum Demonstration {
  static let agency = Settings.Agency(
    name: "Example County Jail", kind: "county-jail", jurisdiction: "IL", locality: nil)

  /// Who can be played: one for each thing that somebody is at the desk for.
  static func players(of profile: AgencyProfile) -> [Staff] {
    let all: [(String, String, String, Set<StaffRole>, Bool)] = [
      ("clerk", "Sample Clerk", "Records Clerk", [.intakeClerk], true),
      ("sergeant", "Sample Sergeant", "Sergeant", [.decider, .intakeClerk], false),
      ("lieutenant", "Sample Lieutenant", "Lieutenant", [.decider], false),
      ("counsel", "Sample Counsel", "Deputy County Counsel", [.counsel], false),
      ("second-counsel", "Second Counsel", "County Counsel", [.counsel], false),
      ("records", "Sample Records", "Analyst", [.publisher], false),
      ("auditor", "Sample Auditor", "Auditor", [.auditor], false),
      ("administrator", "Sample Administrator", "Administrator", [.administrator], false),
    ]
    return all.compactMap { id, name, title, roles, mayBreakGlass in
      try? Staff(id: id, name: name, title: title, agency: profile.id, roles: roles, mayBreakGlass: mayBreakGlass)
    }
  }

  /// Adopts the law and enters sample requests, once.
  static func fill(_ office: Office, _ profile: AgencyProfile, at now: Instant) async throws {
    guard office.adopted == nil else { return }
    let players = players(of: profile)
    func player(_ id: String) throws -> Staff {
      guard let staff = players.first(where: { $0.id == id }) else {
        throw OpenDesk.Trouble(description: "the demonstration lacks its \(id)")
      }
      return staff
    }
    let digest = office.beside.digest
    try await office.proposeAdoption(of: digest, reason: "For the demonstration.", by: player("counsel"))
    try await office.confirmAdoption(of: digest, reason: "For the demonstration.", by: player("second-counsel"))
  }
}
