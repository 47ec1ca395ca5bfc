public import LawLanguage

/// A value that somebody recorded for a fact. Only what a condition of the law needs is ever one.
public struct FactEntry: Sendable, Hashable, Codable {
  /// The fact, in the vocabulary's word.
  public let fact: String
  /// The value as a user writes it; nil where it turned out that nobody knows.
  public let value: String?
  /// From what it is known: `booking sheet`, `court order seen by the officer`.
  public let source: String
  /// Who settled it and why, where it is a judgement.
  public let judgement: Judgement?

  /// Who settled a judgement, and why.
  public struct Judgement: Sendable, Hashable, Codable {
    /// Name and rank.
    public let by: String
    /// The reason.
    public let why: String
  }

  /// A value and where it comes from.
  public init(fact: String, value: String?, source: String, judgement: Judgement? = nil) {
    self.fact = fact
    self.value = value
    self.source = source
    self.judgement = judgement
  }
}

/// A list that somebody recorded, such as prior convictions: the fields that the law turns on, and nothing of the rest.
public struct ListEntry: Sendable, Hashable, Codable {
  /// The list, in the vocabulary's word.
  public let list: String
  /// Whether there are no others.
  public let isComplete: Bool
  /// The fields known of each.
  public let records: [[String: String]]
  /// From what it is known.
  public let source: String

  /// A list and where it comes from.
  public init(list: String, isComplete: Bool, records: [[String: String]], source: String) {
    self.list = list
    self.isComplete = isComplete
    self.records = records
    self.source = source
  }
}

/// Something recorded, with who entered it and when. A correction comes after what it corrects, which stays.
public struct Recorded<Entry: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
  /// What.
  public let entry: Entry
  /// By whom.
  public let by: Signature
  /// When it was entered.
  public let recorded: Instant
  /// Since when it was so, as far as whoever entered it says.
  public let happened: Instant
}

/// Who did something, as the record keeps them.
public struct Signature: Sendable, Hashable, Codable {
  /// The name that never changes.
  public let staff: String
  /// The name at the time.
  public let name: String
  /// Rank or office at the time.
  public let title: String

  /// The signature of somebody at the desk.
  public init(_ staff: Staff) {
    self.staff = staff.id
    name = staff.name
    title = staff.title
  }

  /// `Sergeant Sample`.
  public var text: String { title.isEmpty ? name : "\(title) \(name)" }
}
