/// A value of CBOR (RFC 8949), as far as passkeys use it.
package indirect enum CBOR: Sendable, Hashable {
  case integer(Int)
  case bytes([UInt8])
  case text(String)
  case list([CBOR])
  case map([CBOR: CBOR])
  case boolean(Bool)
  case null

  /// Why bytes are no such value.
  package enum Malformed: Error, Sendable, Hashable {
    case endsEarly, tooDeep, tooMany, numberTooLarge, notText, duplicateKey, notUsedByPasskeys, moreFollows
  }

  /// The one value that the bytes hold.
  package init(_ bytes: [UInt8]) throws(Malformed) {
    let (value, rest) = try CBOR.first(of: bytes[...])
    guard rest.isEmpty else { throw .moreFollows }
    self = value
  }

  /// The value that the bytes begin with, and the bytes after it.
  package static func first(of bytes: ArraySlice<UInt8>) throws(Malformed) -> (CBOR, ArraySlice<UInt8>) {
    var reader = Reader(rest: bytes)
    let value = try reader.value(depth: 0)
    return (value, reader.rest)
  }

  private struct Reader {
    static let deepest = 8
    static let mostItems = 256

    var rest: ArraySlice<UInt8>

    mutating func value(depth: Int) throws(Malformed) -> CBOR {
      guard depth < Reader.deepest else { throw .tooDeep }
      let initial = try take(1)[0]
      let additional = initial & 31
      switch initial >> 5 {
      case 0: return .integer(try length(additional))
      case 1: return .integer(-1 - (try length(additional)))
      case 2: return .bytes(try take(length(additional)))
      case 3:
        guard let text = String(validating: try take(length(additional)), as: UTF8.self) else { throw .notText }
        return .text(text)
      case 4:
        var items: [CBOR] = []
        for _ in 0..<(try count(additional)) { items.append(try value(depth: depth + 1)) }
        return .list(items)
      case 5:
        var items: [CBOR: CBOR] = [:]
        for _ in 0..<(try count(additional)) {
          let key = try value(depth: depth + 1)
          let item = try value(depth: depth + 1)
          guard items.updateValue(item, forKey: key) == nil else { throw .duplicateKey }
        }
        return .map(items)
      case 7 where additional == 20: return .boolean(false)
      case 7 where additional == 21: return .boolean(true)
      case 7 where additional == 22: return .null
      // Tags, floating numbers, and texts of unknown length.
      default: throw .notUsedByPasskeys
      }
    }

    private mutating func count(_ additional: UInt8) throws(Malformed) -> Int {
      let count = try length(additional)
      guard count <= Reader.mostItems else { throw .tooMany }
      return count
    }

    private mutating func length(_ additional: UInt8) throws(Malformed) -> Int {
      if additional < 24 { return Int(additional) }
      guard additional < 28 else { throw .notUsedByPasskeys }
      var number: UInt64 = 0
      for byte in try take(1 << Int(additional - 24)) { number = number << 8 | UInt64(byte) }
      guard number <= UInt64(Int.max) else { throw .numberTooLarge }
      return Int(number)
    }

    private mutating func take(_ count: Int) throws(Malformed) -> [UInt8] {
      guard count <= rest.count else { throw .endsEarly }
      let bytes = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      return bytes
    }
  }
}
