/// A JSON text to be written: keys in the order they are given, so that the same decision is the same bytes.
public indirect enum JSON: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int)
  case text(String)
  case list([JSON])
  case object([Member])

  /// A key and its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSON

    /// A value under a key.
    package init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// An object with keys in this order.
  public static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  /// A list of texts.
  public static func texts(_ texts: some Sequence<String>) -> JSON { .list(texts.map(JSON.text)) }

  /// The text, or null.
  public static func text(orNull text: String?) -> JSON { text.map(JSON.text) ?? .null }
}

extension JSON {
  /// The JSON text. Objects and lists that fit on a line stay on one; others are indented by two spaces.
  public func written(width: Int = 100) -> String {
    var output: [UInt8] = []
    write(into: &output, indent: 0, width: width)
    return String(decoding: output, as: UTF8.self)
  }

  private func write(into output: inout [UInt8], indent: Int, width: Int) {
    switch self {
    case .list(let items) where !items.isEmpty:
      if writeFlat(into: &output, room: width - indent) { return }
      output.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        JSON.breakLine(in: &output, indent: indent + 2, comma: index > 0)
        item.write(into: &output, indent: indent + 2, width: width)
      }
      JSON.breakLine(in: &output, indent: indent, comma: false)
      output.append(UInt8(ascii: "]"))
    case .object(let members) where !members.isEmpty:
      if writeFlat(into: &output, room: width - indent) { return }
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        JSON.breakLine(in: &output, indent: indent + 2, comma: index > 0)
        JSON.write(text: member.key, into: &output)
        output += [UInt8(ascii: ":"), UInt8(ascii: " ")]
        member.value.write(into: &output, indent: indent + 2, width: width)
      }
      JSON.breakLine(in: &output, indent: indent, comma: false)
      output.append(UInt8(ascii: "}"))
    case .null, .boolean, .integer, .text, .list, .object: writeScalar(into: &output)
    }
  }

  private static func breakLine(in output: inout [UInt8], indent: Int, comma: Bool) {
    if comma { output.append(UInt8(ascii: ",")) }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  /// Writes it on one line if that takes no more bytes than there is room; otherwise leaves the output as it was.
  private func writeFlat(into output: inout [UInt8], room: Int) -> Bool {
    let start = output.count
    if appendFlat(to: &output, limit: start + max(0, room)) { return true }
    output.removeSubrange(start...)
    return false
  }

  private func appendFlat(to output: inout [UInt8], limit: Int) -> Bool {
    switch self {
    case .list(let items):
      output.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { output += [UInt8(ascii: ","), UInt8(ascii: " ")] }
        guard item.appendFlat(to: &output, limit: limit) else { return false }
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { output += [UInt8(ascii: ","), UInt8(ascii: " ")] }
        JSON.write(text: member.key, into: &output)
        output += [UInt8(ascii: ":"), UInt8(ascii: " ")]
        guard member.value.appendFlat(to: &output, limit: limit) else { return false }
      }
      output.append(UInt8(ascii: "}"))
    case .null, .boolean, .integer, .text: writeScalar(into: &output)
    }
    return output.count <= limit
  }

  private func writeScalar(into output: inout [UInt8]) {
    switch self {
    case .null: output += Array("null".utf8)
    case .boolean(let value): output += Array((value ? "true" : "false").utf8)
    case .integer(let number): output += Array(String(number).utf8)
    case .text(let text): JSON.write(text: text, into: &output)
    case .list: output += [UInt8(ascii: "["), UInt8(ascii: "]")]
    case .object: output += [UInt8(ascii: "{"), UInt8(ascii: "}")]
    }
  }

  /// A text in quotes; control characters are escaped, everything else is left as UTF-8.
  private static func write(text: String, into output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    // Most texts need nothing escaped, and are copied whole.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
    else {
      output.append(contentsOf: text.utf8)
      return output.append(UInt8(ascii: "\""))
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
      case UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
      case 0x0A: output += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x09: output += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0x0D: output += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0x00..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        output += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
