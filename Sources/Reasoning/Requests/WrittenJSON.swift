import LawLanguage

extension WrittenValue {
  /// Reads a JSON text strictly: UTF-8, one value, no duplicate keys.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - name: The file, or whatever it comes from, for the places of mistakes.
  /// - Throws: `RequestError` with the place of the mistake.
  package init(json bytes: [UInt8], from name: String) throws(RequestError) {
    if let offset = UTF8Check.firstInvalidByte(in: bytes) {
      let position = SourceFile(path: name, bytes: Array(bytes.prefix(offset))).position(of: offset)
      throw RequestError([RequestIssue(at: .file(name, position), "byte \(offset + 1) is not UTF-8")])
    }
    self = try JSONReader.read(bytes, from: name)
  }

  /// The same value, to be written again; bare words become texts.
  package var json: JSON {
    switch content {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let digits): Int(digits).map(JSON.integer) ?? .text(digits)
    case .text(let text), .word(let text): .text(text)
    case .list(let items): .list(items.map(\.json))
    case .object(let members): .object(members.map { JSON.Member(key: $0.name, value: $0.value.json) })
    }
  }
}
