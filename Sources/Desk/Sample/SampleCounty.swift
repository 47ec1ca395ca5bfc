public import LawLanguage

/// A fictional agency with fictional people and cases in every state of their life, for demonstrations. Everything in it
/// says that it is a sample.
public struct SampleCounty: Sendable {
  /// The agency.
  public let profile: AgencyProfile
  /// Who gets to play whom.
  public let staff: SampleStaff

  /// A jail of a state.
  ///
  /// - Throws: Never, unless the roles given to the sample staff clash.
  public init(jurisdiction: String = "IL", locality: String? = nil) throws {
    let id = "example-county-jail-\(jurisdiction.lowercased())"
    profile = AgencyProfile(
      id: id, title: "Example County Jail (\(jurisdiction), fictional)", jurisdiction: jurisdiction,
      kind: "county-jail", locality: locality,
      counselOnCall: ["Sample Counsel, 555-0100", "Sample Deputy Counsel, 555-0101"])
    staff = try SampleStaff(agency: id)
  }
}

/// The fictional people of a sample agency.
public struct SampleStaff: Sendable, Hashable {
  /// One of each role, and a second where two persons are needed.
  public let clerk, officer, secondOfficer, counsel, deputyCounsel, publisher, auditor, administrator, program: Staff

  /// All of them.
  public var all: [Staff] {
    [clerk, officer, secondOfficer, counsel, deputyCounsel, publisher, auditor, administrator, program]
  }

  init(agency: String) throws {
    func staff(_ name: String, _ title: String, _ role: StaffRole, breaksGlass: Bool = false) throws -> Staff {
      try Staff(
        id: "\(agency)/\(name.lowercased().replacing(" ", with: "-"))", name: name, title: title, agency: agency,
        roles: [role], mayBreakGlass: breaksGlass)
    }
    clerk = try staff("Sample Clerk", "Records clerk", .intakeClerk, breaksGlass: true)
    officer = try staff("Sample Officer", "Sergeant", .decider, breaksGlass: true)
    secondOfficer = try staff("Sample Reviewer", "Lieutenant", .decider)
    counsel = try staff("Sample Counsel", "County counsel", .counsel)
    deputyCounsel = try staff("Sample Deputy", "Deputy county counsel", .counsel)
    publisher = try staff("Sample Publisher", "Records officer", .publisher)
    auditor = try staff("Sample Auditor", "Auditor", .auditor)
    administrator = try staff("Sample Administrator", "Administrator", .administrator)
    program = try staff("Sample Program", "", .apiClient)
  }
}

extension SampleCounty {
  /// Adopts the law that lies beside, by the two sample counsels, and fills an empty desk with cases as they would stand
  /// at a moment: the same moment gives the same cases. A desk that has cases is left as it is.
  public func fill(_ office: Office, at now: Instant) async throws(OfficeRefusal) {
    if office.adopted == nil {
      let digest = office.beside.digest
      let before = now.adding(hours: -24 * 40)
      try await office.proposeAdoption(
        of: digest, on: office.beside.everyInitial,
        reason: "Sample: read in full for the demonstration", by: staff.counsel, at: before)
      try await office.confirmAdoption(
        of: digest, reason: "Sample: read in full for the demonstration", by: staff.deputyCounsel, at: before)
    }
    guard try await office.cases(for: staff.auditor, limit: 1).items.isEmpty else { return }
    for story in SampleStory.all {
      var telling = SampleTelling(story, of: self, in: office, at: now)
      try await story.tell(&telling)
    }
  }
}
