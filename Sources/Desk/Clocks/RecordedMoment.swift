package import LawLanguage

/// Moments as the record writes them.
package enum RecordedMoment {
  /// Reads RFC 3339 with an offset, as the record keeps moments.
  package static func instant(_ text: String) -> Instant? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      return Int(String(decoding: bytes[range], as: UTF8.self))
    }
    guard bytes.count >= 20, let day = Day(String(decoding: bytes[..<10], as: UTF8.self)), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    let local = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    if bytes[19] == UInt8(ascii: "Z") { return Instant(seconds: local) }
    guard bytes.count == 25, let hours = number(20..<22), let minutes = number(23..<25) else { return nil }
    let offset = Int64(hours * 3600 + minutes * 60)
    return Instant(seconds: bytes[19] == UInt8(ascii: "-") ? local + offset : local - offset)
  }
}
