/// A piece of a page. Text is encoded when it is written out, wherever it came from; there is no way round it but
/// `TrustedMarkup`, which only the Markdown renderer makes.
package indirect enum HTML: Sendable {
  case text(String)
  case element(StaticString, [Attribute], HTML)
  /// An element that has no content and no end tag.
  case void(StaticString, [Attribute])
  case sequence([HTML])
  case trusted(TrustedMarkup)

  /// Nothing.
  package static let empty = HTML.sequence([])

  /// The markup as bytes.
  package func written() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(16_384)
    write(into: &output)
    return output
  }

  private func write(into output: inout [UInt8]) {
    switch self {
    case .text(let text): HTML.encode(text, into: &output)
    case .trusted(let markup): output += markup.bytes
    case .sequence(let parts): for part in parts { part.write(into: &output) }
    case .void(let name, let attributes): HTML.open(name, attributes, into: &output)
    case .element(let name, let attributes, let content):
      HTML.open(name, attributes, into: &output)
      content.write(into: &output)
      output += [UInt8(ascii: "<"), UInt8(ascii: "/")]
      output += name.bytes
      output.append(UInt8(ascii: ">"))
    }
  }

  private static func open(_ name: StaticString, _ attributes: [Attribute], into output: inout [UInt8]) {
    output.append(UInt8(ascii: "<"))
    output += name.bytes
    for attribute in attributes {
      output.append(UInt8(ascii: " "))
      output += attribute.name.bytes
      guard let value = attribute.value else { continue }
      output += [UInt8(ascii: "="), UInt8(ascii: "\"")]
      encode(value, into: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
  }

  /// The same encoding in text and in quoted attributes, so that neither can be left by any character.
  private static func encode(_ text: String, into output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += Array("&amp;".utf8)
      case UInt8(ascii: "<"): output += Array("&lt;".utf8)
      case UInt8(ascii: ">"): output += Array("&gt;".utf8)
      case UInt8(ascii: "\""): output += Array("&quot;".utf8)
      case UInt8(ascii: "'"): output += Array("&#39;".utf8)
      // Control characters are not allowed in a page, not even as references.
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: output += Array("\u{FFFD}".utf8)
      default: output.append(byte)
      }
    }
  }
}

extension StaticString {
  var bytes: [UInt8] { withUTF8Buffer { Array($0) } }
}

/// An attribute. Its name is part of the program, never of the data.
package struct Attribute: Sendable {
  let name: StaticString
  /// Nil: it has none, as `required` has none.
  let value: String?

  package init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }

  /// The attribute if the condition holds. An attribute that is left out is an empty list.
  static func when(_ condition: Bool, _ attribute: Attribute) -> [Attribute] { condition ? [attribute] : [] }

  static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
  static func id(_ id: String) -> Attribute { Attribute("id", id) }
  static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
  static func name(_ name: String) -> Attribute { Attribute("name", name) }
  static func value(_ value: String) -> Attribute { Attribute("value", value) }
  static func type(_ type: StaticString) -> Attribute { Attribute("type", "\(type)") }
  static func lang(_ tag: String) -> Attribute { Attribute("lang", tag) }
  static func describedBy(_ ids: String) -> Attribute { Attribute("aria-describedby", ids) }
  static func label(_ label: String) -> Attribute { Attribute("aria-label", label) }
  static func labelledBy(_ ids: String) -> Attribute { Attribute("aria-labelledby", ids) }
  static func role(_ role: StaticString) -> Attribute { Attribute("role", "\(role)") }
  static func scope(_ scope: StaticString) -> Attribute { Attribute("scope", "\(scope)") }
  static func dateTime(_ text: String) -> Attribute { Attribute("datetime", text) }
  static func autocomplete(_ what: StaticString) -> Attribute { Attribute("autocomplete", "\(what)") }
  static func action(_ path: String) -> Attribute { Attribute("action", Attribute.safe(path)) }
  package static func href(_ address: String) -> Attribute { Attribute("href", Attribute.safe(address)) }
  static func src(_ address: String) -> Attribute { Attribute("src", Attribute.safe(address)) }
  static let required = Attribute("required", nil)
  static let checked = Attribute("checked", nil)
  static let selected = Attribute("selected", nil)
  static let post = Attribute("method", "post")
  static let current = Attribute("aria-current", "page")

  /// Only pages of this desk, and pages read over TLS or sent as mail: an address from data must not run a script.
  private static func safe(_ address: String) -> String {
    if address.hasPrefix("#") || address.hasPrefix("?") { return address }
    if address.hasPrefix("/"), !address.hasPrefix("//"), !address.hasPrefix("/\\") { return address }
    let lower = address.lowercased()
    return ["https://", "http://", "mailto:", "tel:"].contains(where: lower.hasPrefix) ? address : "#"
  }
}
