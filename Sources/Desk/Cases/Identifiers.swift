internal import Crypto

/// A case's name inside the program: random, so that it says nothing to whoever reads it in an address or a log.
public struct CaseID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Thirty-two hexadecimal digits.
  public let description: String

  /// A new one.
  public init() { description = Hexadecimal.text(SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }) }

  /// Reads one; nil for anything but thirty-two lowercase hexadecimal digits.
  public init?(_ text: String) {
    guard text.utf8.count == 32, text.utf8.allSatisfy(Hexadecimal.isDigit) else { return nil }
    description = text
  }

  /// One that follows from a text, for sample cases.
  package init(derivedFrom text: String) {
    description = Hexadecimal.text(SHA256.hash(data: Array(text.utf8)).prefix(16))
  }

  /// Reads what was written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = CaseID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no case's name")
    }
    self = id
  }

  /// Writes the digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The number under which an office knows a case: counted without gaps in each agency and year.
public struct CaseNumber: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The year in which the case was entered.
  public let year: Int
  /// From 1.
  public let count: Int

  /// A number of a year.
  package init(year: Int, count: Int) {
    self.year = year
    self.count = count
  }

  /// Reads `2026-00017`, and `2026-17`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      parts[0].utf8.count == 4, let year = Int(parts[0]), let count = Int(parts[1]), count > 0
    else { return nil }
    self.init(year: year, count: count)
  }

  /// `2026-00017`.
  public var description: String {
    let digits = String(count)
    return "\(year)-\(String(repeating: "0", count: max(0, 5 - digits.utf8.count)))\(digits)"
  }
}

/// Bytes as hexadecimal digits.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  static func isDigit(_ byte: UInt8) -> Bool { digits.contains(byte) }
}

/// SHA-256 of a document or text, in hexadecimal digits.
public func digest(of bytes: some Sequence<UInt8>) -> String { Hexadecimal.text(SHA256.hash(data: Array(bytes))) }
