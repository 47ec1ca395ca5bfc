/// Up to 256 entries in one file, each behind its length in two bytes (C2SP tlog-tiles).
package enum EntryBundle {
  /// The longest entry that a bundle can hold.
  package static let longestEntry = 65_535
  /// The largest bundle read, in bytes.
  package static let largest = LogTile.width * (longestEntry + 2)

  /// The file for entries of at most `longestEntry` bytes each.
  package static func encode(_ entries: [[UInt8]]) throws(Malformed) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      guard let length = UInt16(exactly: entry.count) else {
        throw Malformed("entry", expected: "at most \(longestEntry) bytes")
      }
      bytes.append(UInt8(length >> 8))
      bytes.append(UInt8(length & 0xFF))
      bytes += entry
    }
    return bytes
  }

  /// The entries of a file that must hold so many.
  package static func decode(_ bytes: [UInt8], count: Int) throws(Malformed) -> [ArraySlice<UInt8>] {
    var entries: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard entries.count < count else {
        throw Malformed("entry bundle", expected: "\(count) entries and no byte after them")
      }
      guard rest.count >= 2 else { throw Malformed("entry bundle", expected: "a length of two bytes") }
      let length = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
      rest = rest.dropFirst(2)
      guard rest.count >= length else {
        throw Malformed("entry bundle", expected: "\(length) bytes of entry \(entries.count), found \(rest.count)")
      }
      entries.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    guard entries.count == count else {
      throw Malformed("entry bundle", expected: "\(count) entries, found \(entries.count)")
    }
    return entries
  }
}
