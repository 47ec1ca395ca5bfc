/// Percent encoding, read strictly.
enum Percent {
  /// The text; nil if an escape is broken, or what comes out is not UTF-8 or holds a control character.
  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false, allowingLines: Bool = false) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(hexadecimal), let low = rest.next().flatMap(hexadecimal) else {
          return nil
        }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    let isText = bytes.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F || allowingLines && (byte == 0x0A || byte == 0x0D || byte == 0x09)
    }
    return isText ? String(validating: bytes, as: UTF8.self) : nil
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension Fields {
  /// How much a form may hold.
  package enum Limits {
    package static let count = 400
    package static let name = 200
    package static let value = 20_000
  }

  /// Reads `name=value&…`, as forms and queries are sent.
  ///
  /// - Throws: `Refused` if it is more than a form of this desk can hold, or not such text.
  package init(encoded text: some StringProtocol) throws(Refused) {
    var pairs: [Pair] = []
    for field in text.split(separator: "&") {
      guard pairs.count < Limits.count else {
        throw Refused(.contentTooLarge, "A form holds at most \(Limits.count) fields.")
      }
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Percent.decoded(parts[0], plusIsSpace: true),
        let value = Percent.decoded(parts.count > 1 ? parts[1] : "", plusIsSpace: true, allowingLines: true)
      else {
        throw Refused(.badRequest, "A field of the form is not text as browsers send it. Go back and send it again.")
      }
      guard name.utf8.count <= Limits.name, value.utf8.count <= Limits.value else {
        throw Refused(.contentTooLarge, "A field of a form holds at most \(Limits.value) bytes.")
      }
      pairs.append(Pair(name: name, value: value))
    }
    self.init(pairs)
  }
}
