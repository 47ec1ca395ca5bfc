import LawLanguage

/// Reads JSON (RFC 8259) strictly, keeping the place of every value: one value, no duplicate keys, at most so deep.
package struct JSONReader {
  private let file: String
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var column = 1
  private var depth = 0
  private var duplicates = IssueList()

  /// The document's value.
  package static func read(_ text: RequestText) throws(RequestError) -> WrittenValue {
    try read(text.bytes, from: text.file)
  }

  /// The value of a text that is known to be UTF-8.
  static func read(_ bytes: [UInt8], from file: String) throws(RequestError) -> WrittenValue {
    var reader = JSONReader(file: file, bytes: bytes)
    reader.skipSpace()
    let value = try reader.readValue("a request")
    reader.skipSpace()
    if reader.index < reader.bytes.count {
      throw reader.refusal("expected the end of the file, not \(reader.nextShown)", help: "write one JSON object")
    }
    try reader.duplicates.check()
    return value
  }

  private init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  // MARK: Values

  private mutating func readValue(
    _ expected: @autoclosure () -> String, help: String? = nil
  ) throws(RequestError) -> WrittenValue {
    let location = here
    switch next ?? 0 {
    case UInt8(ascii: "{"): return WrittenValue(.object(try readObject()), at: location)
    case UInt8(ascii: "["): return WrittenValue(.list(try readList()), at: location)
    case UInt8(ascii: "\""): return WrittenValue(.text(try readText()), at: location)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return WrittenValue(.number(try readNumber()), at: location)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return WrittenValue(try readWord(), at: location)
    case UInt8(ascii: "'"): throw refusal("JSON texts stand in double quotes", help: #"write " instead of '"#)
    default: throw refusal("expected \(expected()), not \(nextShown)", help: help)
    }
  }

  private mutating func readObject() throws(RequestError) -> [WrittenValue.Member] {
    try enter()
    var members: [WrittenValue.Member] = []
    var places: [String: RequestLocation] = [:]
    if closes(with: UInt8(ascii: "}")) { return members }
    while true {
      let location = here
      guard next == UInt8(ascii: "\"") else {
        throw refusal("expected a field's name in double quotes, not \(nextShown)", help: nameHelp)
      }
      let name = try readText()
      skipSpace()
      guard next == UInt8(ascii: ":") else {
        throw refusal("expected a colon after \(quoted(name)), not \(nextShown)", help: nil)
      }
      advance()
      skipSpace()
      let value = try readValue("a value for \(quoted(name))")
      if let first = places[name] {
        duplicates.add(location, "", "\(quoted(name)) is written twice, first at \(first)", help: "keep one of the two")
      }
      places[name] = location
      members.append(WrittenValue.Member(name: name, location: location, value: value))
      guard try continues(closing: UInt8(ascii: "}"), after: "the value of \(quoted(name))") else { return members }
    }
  }

  private mutating func readList() throws(RequestError) -> [WrittenValue] {
    try enter()
    var values: [WrittenValue] = []
    if closes(with: UInt8(ascii: "]")) { return values }
    while true {
      values.append(try readValue("a value", help: trailingCommaHelp))
      guard try continues(closing: UInt8(ascii: "]"), after: "a value of the list") else { return values }
    }
  }

  private mutating func enter() throws(RequestError) {
    depth += 1
    guard depth <= RequestLimits.depth else {
      throw refusal(
        "a request may be nested \(RequestLimits.depth) deep, and this goes deeper",
        help: "a request needs four levels: facts, a list of records, a record, its field")
    }
    advance()
    skipSpace()
  }

  /// Steps over the closing bracket of an empty object or list.
  private mutating func closes(with bracket: UInt8) -> Bool {
    guard next == bracket else { return false }
    advance()
    depth -= 1
    return true
  }

  /// Steps over a comma (true) or the closing bracket (false).
  private mutating func continues(
    closing bracket: UInt8, after value: @autoclosure () -> String
  ) throws(RequestError) -> Bool {
    skipSpace()
    if closes(with: bracket) { return false }
    guard next == UInt8(ascii: ",") else {
      let closing = Character(UnicodeScalar(bracket))
      throw refusal("expected a comma or \(closing) after \(value()), not \(nextShown)", help: nil)
    }
    advance()
    skipSpace()
    return true
  }

  // MARK: Scalars

  private mutating func readWord() throws(RequestError) -> WrittenValue.Content {
    let start = (line, column)
    var word = ""
    while let byte = next, isWordByte(byte) {
      word.unicodeScalars.append(UnicodeScalar(byte))
      advance()
    }
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default:
      let help =
        switch word.lowercased() {
        case "yes", "true": "write true"
        case "no", "false": "write false"
        case "null", "none", "nil", "unknown": "write null for what is not known"
        default: "write texts in double quotes: \(quoted(word))"
        }
      throw refusal("\(shown(word)) is no JSON value", help: help, at: start)
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private mutating func readNumber() throws(RequestError) -> String {
    let start = (line, column)
    var number = ""
    while let byte = next, isWordByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") {
      number.unicodeScalars.append(UnicodeScalar(byte))
      advance()
    }
    guard JSONReader.isNumber(Array(number.utf8)) else {
      throw refusal(
        "\(shown(number)) is no JSON value", help: "write dates and other texts in double quotes: \(quoted(number))",
        at: start)
    }
    return number
  }

  /// `-`? integer fraction? exponent?, without leading zeros.
  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    func dropDigits() -> Int {
      let digits = rest.prefix { isDigit($0) }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let digits = dropDigits()
    guard digits > 0, !(startsWithZero && digits > 1) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard dropDigits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard dropDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private mutating func readText() throws(RequestError) -> String {
    let start = (line, column)
    advance()
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try readEscape()).utf8)
      case 0x0A, 0x0D:
        throw refusal(
          "a text ends on its own line", help: #"close the quotes, or write \n for a line break"#, at: start)
      case 0x00..<0x20:
        throw refusal("a control character stands in a text", help: #"remove it, or write it as \u00.."#)
      default:
        text.append(byte)
        advance()
      }
    }
    throw refusal("the quotes opened here are never closed", help: nil, at: start)
  }

  private mutating func readEscape() throws(RequestError) -> Character {
    let start = (line, column)
    advance()
    guard let byte = next else { throw refusal("the file ends within a text", help: nil) }
    advance()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(UnicodeScalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let scalar = readCodePoint() { return Character(scalar) }
      throw refusal(#"expected four hexadecimal digits of a character after \u"#, help: nil, at: start)
    default:
      let escape = "\\" + String(Character(UnicodeScalar(byte)))
      throw refusal("\(shown(escape)) is no escape of JSON", help: #"write \\ for a backslash"#, at: start)
    }
  }

  /// After `\u`: four digits, and for a character beyond U+FFFF a second escape; nil for half a pair.
  private mutating func readCodePoint() -> UnicodeScalar? {
    guard let first = readFourDigits() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return UnicodeScalar(first) }
    guard next == UInt8(ascii: "\\") else { return nil }
    advance()
    guard next == UInt8(ascii: "u") else { return nil }
    advance()
    guard let second = readFourDigits(), (0xDC00...0xDFFF).contains(second) else { return nil }
    return UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func readFourDigits() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
      value = value * 16 + UInt32(digit)
      advance()
    }
    return value
  }

  // MARK: The place

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private var here: RequestLocation { .file(file, SourcePosition(line: line, column: column)) }

  /// Steps over a byte. Columns count characters: the later bytes of one are not counted.
  private mutating func advance() {
    guard index < bytes.count else { return }
    if bytes[index] == 0x0A {
      line += 1
      column = 1
    } else if bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    index += 1
  }

  private mutating func skipSpace() {
    while let byte = next, RequestText.isSpace(byte) { advance() }
  }

  private var nextShown: String {
    guard next != nil else { return "the end of the file" }
    // A character is at most four bytes; what is left is UTF-8.
    let text = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
    return text.unicodeScalars.first.map { quoted(String($0)) } ?? "nothing"
  }

  private var nameHelp: String? {
    switch next {
    case UInt8(ascii: "'"): #"write " instead of '"#
    case UInt8(ascii: "/"), UInt8(ascii: "#"): "JSON has no comments; leave it out"
    default: trailingCommaHelp
    }
  }

  private var trailingCommaHelp: String? {
    next == UInt8(ascii: "]") || next == UInt8(ascii: "}") ? "remove the comma before it" : nil
  }

  private func refusal(_ message: String, help: String?, at start: (line: Int, column: Int)? = nil) -> RequestError {
    let position = SourcePosition(line: start?.line ?? line, column: start?.column ?? column)
    return RequestError([RequestIssue(at: .file(file, position), message, help: help)])
  }
}
