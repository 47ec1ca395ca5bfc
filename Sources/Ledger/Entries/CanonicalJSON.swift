/// JSON with exactly one way to write each value (RFC 8785): what is hashed, or compared byte for byte, is written so.
public indirect enum CanonicalJSON: Hashable, Sendable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A whole number; RFC 8785 has room for those up to 2^53 - 1 either way.
  case integer(Int)
  /// Any other finite number.
  case number(Double)
  /// A text; never normalised.
  case string(String)
  /// A list.
  case array([CanonicalJSON])
  /// Members by name; written in the order of their names' UTF-16.
  case object([String: CanonicalJSON])

  /// Why a value has no canonical form.
  public enum Unwritable: Error, Hashable, Sendable {
    /// Not finite, or whole and beyond 2^53 - 1.
    case number
    /// Nested more than 64 deep.
    case depth
  }

  private static let deepest = 64
  private static let largestInteger = 1 << 53 - 1

  /// The value in UTF-8.
  public func encoded() throws(Unwritable) -> [UInt8] {
    var text = ""
    try write(to: &text, depth: 0)
    return Array(text.utf8)
  }

  private func write(to text: inout String, depth: Int) throws(Unwritable) {
    guard depth <= CanonicalJSON.deepest else { throw .depth }
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value):
      guard abs(value) <= CanonicalJSON.largestInteger else { throw .number }
      text += String(value)
    case .number(let value):
      guard let number = CanonicalJSON.number(value) else { throw .number }
      text += number
    case .string(let value): CanonicalJSON.write(value, to: &text)
    case .array(let items):
      text += "["
      for (position, item) in items.enumerated() {
        if position > 0 { text += "," }
        try item.write(to: &text, depth: depth + 1)
      }
      text += "]"
    case .object(let members):
      text += "{"
      let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      for (position, member) in sorted.enumerated() {
        if position > 0 { text += "," }
        CanonicalJSON.write(member.key, to: &text)
        text += ":"
        try member.value.write(to: &text, depth: depth + 1)
      }
      text += "}"
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{8}": text += "\\b"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\u{C}": text += "\\f"
      case "\r": text += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// ECMAScript's Number to String: the shortest digits that read back as the same number, which Swift finds too, laid
  /// out by where the decimal point falls.
  private static func number(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    if value == 0 { return "0" }
    let (digits, point) = shortestDigits(value.magnitude)
    let sign = value < 0 ? "-" : ""
    let count = digits.count
    switch point {
    case count...21: return sign + digits + String(repeating: "0", count: point - count)
    case 1..<max(count, 2) where point < count: return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0: return sign + "0." + String(repeating: "0", count: -point) + digits
    default:
      let exponent = point - 1
      let fraction = count > 1 ? "." + digits.dropFirst() : ""
      return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + String(abs(exponent))
    }
  }

  /// The significant digits, and where the point stands after the first of them: 0.0012 is ("12", -2).
  private static func shortestDigits(_ value: Double) -> (digits: String, point: Int) {
    let parts = value.description.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = halves[0]
    let all = whole + (halves.count > 1 ? halves[1] : "")
    let significant = all.drop { $0 == "0" }
    let point = whole.count - (all.count - significant.count) + exponent
    var digits = String(significant)
    while digits.last == "0" { digits.removeLast() }
    return (digits, point)
  }
}
