/// Base 64 of RFC 4648 § 4, with padding, and with exactly one way to write each sequence of bytes.
enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()
  private static let padding = UInt8(ascii: "=")

  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: encoded(bytes), as: UTF8.self)
  }

  static func encoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var (bits, pending) = (UInt32(0), 0)
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      pending += 8
      while pending >= 6 {
        pending -= 6
        text.append(digits[Int(bits >> UInt32(pending) & 63)])
      }
    }
    if pending > 0 { text.append(digits[Int(bits << UInt32(6 - pending) & 63)]) }
    while text.count % 4 != 0 { text.append(padding) }
    return text
  }

  /// Nil for anything that `encode` would not have written: line breaks, missing padding, bits left over.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var (bits, pending, padded) = (UInt32(0), 0, 0)
    for digit in text {
      if digit == padding {
        padded += 1
        continue
      }
      let value = values[Int(digit)]
      guard value != 0xFF, padded == 0 else { return nil }
      bits = bits << 6 | UInt32(value)
      pending += 6
      if pending >= 8 {
        pending -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(pending)))
      }
    }
    // One digit missing leaves 2 bits, two leave 4; they are zero.
    guard padded <= 2, pending == [0, 2, 4][padded], bits & ((1 << UInt32(pending)) - 1) == 0 else { return nil }
    return bytes
  }
}
