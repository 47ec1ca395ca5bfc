public import LawLanguage

/// What comes of something done to a case.
public struct CaseReceipt: Sendable, Hashable, Codable {
  /// The case.
  public let id: CaseID
  /// The number under which the office knows it.
  public let number: CaseNumber
  /// Its version now.
  public let version: Int
  /// Where it stands.
  public let stage: CaseStage
  /// The numbers of the log's entries that tell of it; for those inside.
  public let logEntries: [Int]
  /// What came out otherwise; nil where nothing did.
  public let change: DecisionChange?
  /// Whom to alert at once, and of what.
  public let alerts: [Alert]
}

/// Something that somebody has to be told at once.
public struct Alert: Sendable, Hashable, Codable {
  /// What it is about.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// Somebody decided in an emergency: tell deciding officers and counsel.
    case breakGlass = "break-glass"
    /// There is evidence of US citizenship: call counsel.
    case citizenship
    /// A decision is no longer what the law says: tell whoever made it.
    case overtaken
    /// Something came in that could not be read.
    case unreadable
  }

  /// What it is about.
  public let kind: Kind
  /// What to say, without anything of a person.
  public let text: String
}

/// What comes in as a request.
public struct Intake: Sendable, Hashable, Codable {
  /// How it came.
  public var opening: Opening
  /// What its papers say.
  public var papers: [PaperCheck]
  /// Facts known already: name, value as a user writes it, and source.
  public var facts: [FactEntry]
  /// Lists known already.
  public var lists: [ListEntry]

  /// What comes in.
  public init(opening: Opening, papers: [PaperCheck] = [], facts: [FactEntry] = [], lists: [ListEntry] = []) {
    self.opening = opening
    self.papers = papers
    self.facts = facts
    self.lists = lists
  }
}

/// Something that is due in some case.
public struct DueItem: Sendable, Hashable {
  /// The case.
  public let id: CaseID
  /// Its number.
  public let number: CaseNumber
  /// Where it stands.
  public let stage: CaseStage
  /// The clock's name within the case.
  public let key: String
  /// What runs.
  public let kind: CaseClock.Kind
  /// What is to happen.
  public let title: String
  /// The last moment; nil where no time is known.
  public let due: Instant?
  /// The citation.
  public let cite: String?
  /// Whether it is due from the moment it is owed.
  public let isImmediate: Bool

  /// How the table writes that no time is known: after all times.
  static let noTime = Int64.max
}

/// A page of something, and where the next one begins.
public struct Page<Item: Sendable>: Sendable {
  /// What is on it.
  public let items: [Item]
  /// What to ask for to get the next page; nil on the last.
  public let next: String?
}

/// A case in a list.
public struct CaseSummary: Sendable, Hashable {
  /// The case.
  public let id: CaseID
  /// Its number.
  public let number: CaseNumber
  /// Where it stands.
  public let stage: CaseStage
  /// When it came in.
  public let received: Instant
  /// When it was entered.
  public let entered: Instant
  /// When something was last recorded.
  public let changed: Instant
  /// Its version.
  public let version: Int
  /// What is due first; nil where nothing is, or at no known time.
  public let nextDue: Instant?
  /// Whether it is sealed.
  public let isSealed: Bool
  /// Whether it is under a legal hold.
  public let isHeld: Bool
}
