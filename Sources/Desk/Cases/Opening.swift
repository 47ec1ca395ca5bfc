public import LawLanguage

/// How a request came in.
public enum Channel: String, Sendable, Hashable, Codable, CaseIterable {
  case fax, email, portal, phone
  case inPerson = "in-person"

  /// In words: `in person`.
  public var title: String {
    switch self {
    case .fax: "fax"
    case .email: "e-mail"
    case .portal: "portal"
    case .phone: "phone"
    case .inPerson: "in person"
    }
  }
}

/// How a case began.
public struct Opening: Sendable, Hashable, Codable {
  /// What it began with.
  public enum Start: Sendable, Hashable, Codable {
    /// Somebody asked for something.
    case request
    /// No paper came: a booking, or another event, makes something due. The fact that tells when it happened.
    case event(fact: String)
    /// Something came that could not be read: it is kept whole, as the document of this digest, for a human.
    case unreadable(document: String, why: String)
  }

  /// What it began with.
  public var start: Start
  /// The agency that is asked.
  public var agency: String
  /// When it reached the agency, which is not when it was entered.
  public var received: Instant
  /// How.
  public var channel: Channel
  /// The office that asks: `ICE Enforcement and Removal Operations, Chicago`.
  public var requester: String?
  /// The acts asked for beyond what the papers ask for.
  public var acts: [String]

  /// A beginning.
  public init(
    start: Start = .request, agency: String, received: Instant, channel: Channel, requester: String? = nil,
    acts: [String] = []
  ) {
    self.start = start
    self.agency = agency
    self.received = received
    self.channel = channel
    self.requester = requester
    self.acts = acts
  }
}

/// Who a case is about, as the paper names them. Kept in a record of its own under a key of its own; there is no field
/// for immigration status.
public struct Person: Sendable, Hashable, Codable {
  /// As the paper writes it.
  public var name: String
  /// As the paper writes it.
  public var dateOfBirth: String?
  /// The numbers on the paper, by what they are called: `File No.`, `Event No.`, `Booking No.`
  public var identifiers: [String: String]
  /// A language in which the person reads, for what is owed to them.
  public var language: String?

  /// A person as a paper names them.
  public init(
    name: String, dateOfBirth: String? = nil, identifiers: [String: String] = [:], language: String? = nil
  ) {
    self.name = name
    self.dateOfBirth = dateOfBirth
    self.identifiers = identifiers
    self.language = language
  }
}

/// A document of a case: in the case's events by its digest only, beside them in a sealed record.
public struct AttachedDocument: Sendable, Hashable, Codable {
  /// SHA-256 of its bytes, in hexadecimal digits.
  public let digest: String
  /// What it is called.
  public let title: String
  /// What it was found to be by its content: `application/pdf`.
  public let mediaType: String
  /// How long it is.
  public let byteCount: Int
  /// Whether it came in or went out.
  public let direction: Direction

  /// Which way a document went.
  public enum Direction: String, Sendable, Hashable, Codable, CaseIterable { case received, sent, made }

  /// A document's entry.
  public init(digest: String, title: String, mediaType: String, byteCount: Int, direction: Direction) {
    self.digest = digest
    self.title = title
    self.mediaType = mediaType
    self.byteCount = byteCount
    self.direction = direction
  }
}

/// A document to be kept, with its bytes.
public struct NewDocument: Sendable, Hashable {
  /// The bytes.
  public let bytes: [UInt8]
  /// What the case says of it.
  public let entry: AttachedDocument

  /// The most bytes that one may have.
  public static let largest = 32 << 20

  /// A document as it came in or goes out.
  public init(_ bytes: [UInt8], title: String, mediaType: String, direction: AttachedDocument.Direction = .received) {
    self.bytes = bytes
    entry = AttachedDocument(
      digest: Desk.digest(of: bytes), title: title, mediaType: mediaType, byteCount: bytes.count, direction: direction)
  }
}
