public import LawLanguage

/// An agency whose desk this is, as the office's configuration describes it.
public struct AgencyProfile: Sendable, Hashable, Codable {
  /// Its name inside the program: `example-county-jail`.
  public let id: String
  /// What people call it: `Example County Jail`.
  public let title: String
  /// The state's code: `IL`.
  public let jurisdiction: String
  /// The kind of agency, in the vocabulary's word: `county-jail`.
  public let kind: String
  /// The locality, in the vocabulary's word; nil for somewhere in the state.
  public let locality: String?
  /// In which right it acts.
  public let capacity: Capacity
  /// The kind of agency it acts for, if not for itself.
  public let actingFor: String?
  /// Whom to call when counsel is needed, first to last: name and number.
  public let counselOnCall: [String]

  /// An agency; acting for itself unless told otherwise.
  public init(
    id: String, title: String, jurisdiction: String, kind: String, locality: String? = nil, capacity: Capacity = .own,
    actingFor: String? = nil, counselOnCall: [String] = []
  ) {
    self.id = id
    self.title = title
    self.jurisdiction = jurisdiction
    self.kind = kind
    self.locality = locality
    self.capacity = capacity
    self.actingFor = actingFor
    self.counselOnCall = counselOnCall
  }

  /// The agency as the engine knows it.
  public var agency: Request.Agency {
    Request.Agency(kind: kind, locality: locality, capacity: capacity, actingFor: actingFor)
  }

  /// The place whose clocks count.
  public var place: String { locality ?? jurisdiction }
}

extension Capacity: Codable {}
