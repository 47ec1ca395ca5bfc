/// One finding about a law file: what is wrong, where, and what to do.
public struct Diagnostic: Sendable, Hashable, Error {
  /// Errors make the file unusable; warnings do not.
  public enum Level: String, Sendable, Hashable { case error, warning }

  /// How bad it is.
  public let level: Level
  /// A stable name, such as `unknown-name`; each has an entry in `docs/diagnostics.md`.
  public let code: DiagnosticCode
  /// What is wrong, in one sentence, without a full stop.
  public let message: String
  /// What to do, in one sentence.
  public let help: String?
  /// The place, underlined.
  public let location: SourceLocation
  /// Other places that matter, each with a caption: the first of two versions, the other rule of a conflict.
  public let related: [Related]

  /// Another place and what it is.
  public struct Related: Sendable, Hashable {
    /// What it is, in a few words.
    public let caption: String
    /// The place.
    public let location: SourceLocation

    /// A place with a caption.
    public init(caption: String, location: SourceLocation) {
      self.caption = caption
      self.location = location
    }
  }

  /// A finding.
  public init(
    _ code: DiagnosticCode, _ message: String, help: String? = nil, at location: SourceLocation,
    related: [Related] = [], level: Level = .error
  ) {
    self.level = level
    self.code = code
    self.message = message
    self.help = help
    self.location = location
    self.related = related
  }
}

/// The kinds of findings. Their raw values are stable.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
  // Reading
  case notUTF8 = "not-utf8"
  case misplacedFence = "misplaced-fence"
  case unclosedFence = "unclosed-fence"
  case tooLarge = "too-large"
  case textAfterBlock = "text-after-block"
  case unexpectedText = "unexpected-text"
  case badLiteral = "bad-literal"
  case mixedAndOr = "mixed-and-or"
  // Names
  case unknownName = "unknown-name"
  case duplicateName = "duplicate-name"
  case reservedWord = "reserved-word"
  case legalTermAsFact = "legal-term-as-fact"
  case unknownListEntry = "unknown-list-entry"
  case cycle
  // Sources
  case missingCitation = "missing-citation"
  case missingProvenance = "missing-provenance"
  case missingHead = "missing-head"
  case missingWords = "missing-words"
  case duplicateSection = "duplicate-section"
  // Types
  case wrongType = "wrong-type"
  case unitMismatch = "unit-mismatch"
  case paperTestOutsideGround = "paper-test-outside-ground"
  case neverApplies = "never-applies"
  case misplacedClause = "misplaced-clause"
  case missingClause = "missing-clause"
  // Time
  case overlappingVersions = "overlapping-versions"
  case outOfForce = "out-of-force"
  case dateOrder = "date-order"
  // Priority
  case voidNotLower = "void-not-lower"
  // Cases
  case badCase = "bad-case"
}
