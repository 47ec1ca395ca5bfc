import LawLanguage

/// The bytes of a request file, known to be text of a bearable size.
public struct RequestText: Sendable {
  /// The file, or `standard input`.
  public let file: String
  /// UTF-8, without a byte-order mark.
  public let bytes: [UInt8]

  /// Checks the size and the encoding.
  ///
  /// - Throws: `RequestError` if it is empty, over 1 MiB, or not UTF-8.
  public init(_ bytes: [UInt8], from file: String) throws(RequestError) {
    func refuse(_ message: String, help: String, at position: SourcePosition? = nil) -> RequestError {
      RequestError([RequestIssue(at: .file(file, position), message, help: help)])
    }
    guard bytes.count <= RequestLimits.bytes else {
      throw refuse(
        "a request may be 1 MiB (1,048,576 bytes) long, and this is longer",
        help: "give one request, with what the law asks for and nothing else")
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let offset = UTF8Check.firstInvalidByte(in: text) {
      throw refuse(
        "byte \(offset + 1) is not UTF-8", help: "save the file as UTF-8",
        at: SourceFile(path: file, bytes: Array(text.prefix(offset))).position(of: offset))
    }
    guard text.contains(where: { !RequestText.isSpace($0) }) else {
      throw refuse(
        "the request is empty",
        help:
          #"write {"jurisdiction": "IL", "agency": "county-jail", "on": "2025-01-22", "papers": ["i247a"]}"#
      )
    }
    self.file = file
    self.bytes = text
  }

  /// Whether it begins as a JSON object or list does.
  public var looksLikeJSON: Bool {
    let first = bytes.first { !RequestText.isSpace($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
