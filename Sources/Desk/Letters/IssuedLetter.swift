internal import Crypto

/// A letter that went out, as the case's record has it; its PDF is a document of the case.
public struct IssuedLetter: Sendable, Hashable, Codable {
  /// The number that it bears.
  public let number: String
  /// The kind: `copy-cover`.
  public let kind: String
  /// What it is, for a list.
  public let title: String
  /// To whom, in the vocabulary's word.
  public let recipient: String
  /// The language of its first part.
  public let language: String
  /// SHA-256 of its PDF, in hexadecimal digits.
  public let document: String
  /// The receipt that it names.
  public let receipt: String
  /// Whether no law asks for it.
  public let isByPolicy: Bool

  /// A letter with its PDF.
  public init(_ letter: Letter, number: String, document: String, receipt: String, isByPolicy: Bool) {
    self.number = number
    kind = letter.kind
    title = letter.subject
    recipient = letter.recipient
    language = letter.language.lang
    self.document = document
    self.receipt = receipt
    self.isByPolicy = isByPolicy
  }

  // Without signs that are taken for each other when a number is read out.
  private static let signs = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// A new number: random, for a number counted in a case or an office would tell of other letters.
  public static func newNumber() -> String {
    let bytes = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
    let text = bytes.prefix(10).map { signs[Int($0) % signs.count] }
    return "L-\(String(text[..<5]))-\(String(text[5...]))"
  }

  /// Whether a text is such a number.
  public static func isNumber(_ text: String) -> Bool {
    text.utf8.count == 13 && text.hasPrefix("L-") && text.dropFirst(2).allSatisfy { $0 == "-" || signs.contains($0) }
  }
}
