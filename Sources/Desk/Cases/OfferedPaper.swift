public import LawLanguage

/// What somebody found on a paper.
public struct PaperCheck: Sendable, Hashable, Codable {
  /// The kind, in the vocabulary's word: `i247a`.
  public var kind: String
  /// The vocabulary's fields as far as they are known, as a user writes them: `form-complete`: `yes`.
  public var fields: [String: String]
  /// Whom it names.
  public var names: NameOnPaper
  /// The boxes that are ticked: `1`, `2`.
  public var boxes: [String]
  /// The grounds that are ticked, in the form's words.
  public var grounds: [String]
  /// Who signed, and from what office, as it stands there.
  public var signer: String?
  /// Whether there is a signature at all.
  public var isSigned: Bool?
  /// When and by whom the person was given it.
  public var served: Service?
  /// The number of the paper that it is attached to: a warrant to its detainer.
  public var attachedTo: Int?
  /// The digests of the documents that show it.
  public var documents: [String]

  /// A paper of a kind.
  public init(
    kind: String, fields: [String: String] = [:], names: NameOnPaper = .unclear, boxes: [String] = [],
    grounds: [String] = [], signer: String? = nil, isSigned: Bool? = nil, served: Service? = nil,
    attachedTo: Int? = nil, documents: [String] = []
  ) {
    self.kind = kind
    self.fields = fields
    self.names = names
    self.boxes = boxes
    self.grounds = grounds
    self.signer = signer
    self.isSigned = isSigned
    self.served = served
    self.attachedTo = attachedTo
    self.documents = documents
  }

  /// Whom a paper names, held against the person it is offered for.
  public enum NameOnPaper: String, Sendable, Hashable, Codable, CaseIterable {
    case thePerson = "the-person"
    case someoneElse = "someone-else"
    case nobody
    case unclear
  }

  /// That the person was given a paper.
  public struct Service: Sendable, Hashable, Codable {
    /// When.
    public var at: Instant
    /// By whom.
    public var by: String

    /// Given at a time by somebody.
    public init(at: Instant, by: String) {
      self.at = at
      self.by = by
    }
  }
}

/// A paper of a case as it stands now.
public struct OfferedPaper: Sendable, Hashable, Codable {
  /// Its number within the case, from 1; it keeps it.
  public let number: Int
  /// What was found on it last.
  public internal(set) var check: PaperCheck
  /// Since when it counts no more, and why.
  public internal(set) var cancelled: Cancellation?

  /// That a paper was withdrawn.
  public struct Cancellation: Sendable, Hashable, Codable {
    /// When.
    public let at: Instant
    /// Why, or by whom.
    public let reason: String
  }

  /// Whether it is offered as a ground: not withdrawn, and not somebody else's.
  public var isOffered: Bool { cancelled == nil && check.names != .someoneElse }
}
