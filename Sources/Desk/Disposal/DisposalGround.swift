internal import LawLanguage

/// Why records go: one of a few kinds, and where it is written. It outlives what it is about, so it has no room for a
/// story.
public struct DisposalGround: Sendable, Hashable, Codable {
  /// What kind of reason it is.
  public let kind: Kind
  /// The schedule's or the law's citation, the number of the order.
  public let reference: String

  /// What kind of reason it is.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The time of a retention schedule of the office's has run out.
    case schedule
    /// A court ordered it: expungement.
    case courtOrder = "court-order"
    /// A law other than a schedule asks for it.
    case law
    /// What was entered belongs to no case of this agency: a fax to the wrong number, a double.
    case mistake

    /// In words.
    public var title: String {
      switch self {
      case .schedule: "the retention schedule's time is over"
      case .courtOrder: "a court ordered it"
      case .law: "a law asks for it"
      case .mistake: "it was entered by mistake"
      }
    }
  }

  /// The longest reference, in bytes.
  public static let longest = 80

  /// A reason, with where it is written.
  public init(_ kind: Kind, reference: String) throws(CaseRefusal) {
    self.kind = kind
    self.reference = try TextBounds.text(
      reference, "the citation or number of what lets the record go", limit: DisposalGround.longest)
  }
}

/// What became of records that were let go.
public struct Disposal: Sendable, Hashable {
  /// How many documents went.
  public let documents: Int
  /// What is left in the case and names the person: to be erased with the case, or knowingly kept.
  public let left: [Remnant]
  /// Whether the files are free of it. Where something was still reading it is not yet, and done as soon as can be.
  public let isScrubbed: Bool

  /// A place in a case that names the person whose record is gone.
  public enum Remnant: Sendable, Hashable {
    /// The event of this number.
    case event(Int)
    /// Counsel's note of this number.
    case note(Int)
  }
}

/// What a person is named by, to find where else they are named.
struct NamedPerson {
  private let words: Set<String>

  /// - Parameter person: Whom the case is about; nil finds nothing.
  init(_ person: Person?) {
    let texts = person.map { [$0.name] + $0.identifiers.values + [$0.dateOfBirth].compactMap { $0 } } ?? []
    words = Set(texts.flatMap(NamedPerson.words).filter { $0.count > 1 })
  }

  /// Whether a text has a word of the name, or a number.
  func isNamed(in text: String) -> Bool { NamedPerson.words(of: text).contains { words.contains($0) } }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
