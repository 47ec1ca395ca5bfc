/// What somebody is at the desk for.
public enum StaffRole: String, Sendable, Hashable, Codable, CaseIterable {
  /// Enters requests, papers and facts, and records what was done.
  case intakeClerk = "intake-clerk"
  /// Decides, and reviews what others decided.
  case decider
  /// Adopts the law, is called where citizenship is in question, and keeps privileged notes.
  case counsel
  /// Keeps the records: reports, publication, retention, sealing.
  case publisher
  /// Reads everything and writes nothing.
  case auditor
  /// Sets up people and the machine; sees no case.
  case administrator
  /// A program that hands in requests and reads what is due.
  case apiClient = "api-client"

  /// In words: `records and publication`.
  public var title: String {
    switch self {
    case .intakeClerk: "intake clerk"
    case .decider: "deciding officer"
    case .counsel: "counsel"
    case .publisher: "records and publication"
    case .auditor: "auditor"
    case .administrator: "administrator"
    case .apiClient: "program"
    }
  }

  /// Whether one person may be both.
  ///
  /// Nobody decides and publishes; auditors, administrators and programs are nothing else beside.
  public func goes(with other: StaffRole) -> Bool {
    switch (self, other) {
    case _ where self == other: true
    case (.auditor, _), (_, .auditor), (.administrator, _), (_, .administrator), (.apiClient, _), (_, .apiClient): false
    case (.decider, .publisher), (.publisher, .decider): false
    case (.decider, .counsel), (.counsel, .decider): false
    case (.intakeClerk, _), (_, .intakeClerk): true
    case (.counsel, .publisher), (.publisher, .counsel): true
    case (.decider, .decider), (.counsel, .counsel), (.publisher, .publisher): true
    }
  }
}

/// Somebody at the desk.
public struct Staff: Sendable, Hashable, Codable {
  /// A name that never changes and belongs to nobody else: what two-person rules compare.
  public let id: String
  /// The name that decisions bear.
  public let name: String
  /// Rank or office: `Sergeant`.
  public let title: String
  /// The agency whose cases they see; no other's.
  public let agency: String
  /// What they are at the desk for.
  public let roles: Set<StaffRole>
  /// Whether the agency has named them to act in an emergency, sworn or not.
  public let mayBreakGlass: Bool

  /// Why somebody cannot have these roles.
  public struct RolesClash: Error, Sendable, Hashable, CustomStringConvertible {
    /// The two that one person may not have; nil where none was given.
    public let roles: [StaffRole]

    /// A sentence for a person.
    public var description: String {
      roles.count == 2
        ? "nobody may be both \(roles[0].title) and \(roles[1].title)" : "somebody at the desk has at least one role"
    }
  }

  /// Somebody with roles that go together.
  public init(
    id: String, name: String, title: String, agency: String, roles: Set<StaffRole>, mayBreakGlass: Bool = false
  ) throws(RolesClash) {
    guard !roles.isEmpty else { throw RolesClash(roles: []) }
    let sorted = roles.sorted { $0.rawValue < $1.rawValue }
    for (index, role) in sorted.enumerated() {
      for other in sorted.dropFirst(index + 1) where !role.goes(with: other) { throw RolesClash(roles: [role, other]) }
    }
    self.id = id
    self.name = name
    self.title = title
    self.agency = agency
    self.roles = roles
    self.mayBreakGlass = mayBreakGlass
  }

  /// The desk itself, where it decides again because time has passed. Nobody signs in as it.
  static func desk(of agency: String) -> Staff { Staff(deskOf: agency) }

  private init(deskOf agency: String) {
    id = Signature.desk.staff
    name = Signature.desk.name
    title = ""
    self.agency = agency
    roles = []
    mayBreakGlass = false
  }

  /// Reads somebody, and refuses roles that do not go together.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      id: values.decode(String.self, forKey: .id), name: values.decode(String.self, forKey: .name),
      title: values.decode(String.self, forKey: .title), agency: values.decode(String.self, forKey: .agency),
      roles: values.decode(Set<StaffRole>.self, forKey: .roles),
      mayBreakGlass: values.decode(Bool.self, forKey: .mayBreakGlass))
  }

  private enum CodingKeys: String, CodingKey { case id, name, title, agency, roles, mayBreakGlass }

  /// Whether one of their roles permits it, or the agency has named them for emergencies and it is one.
  public func may(_ action: OfficeAction) -> Bool {
    if case .breakGlass = action {
      return mayBreakGlass && !roles.isSubset(of: [.auditor, .administrator, .apiClient])
    }
    return roles.contains { permits($0, action) }
  }
}
