package import LawLanguage

/// An archive that every system unpacks (`ustar`, IEEE Std 1003.1-2017, `pax`), made in memory: on its way out nothing of a
/// case is written to a disk in the open, as it would be for a program that packs a folder. No package that is kept writes
/// one. A file of the same bytes as an earlier one is a link to that.
package struct TapeArchive: Sendable {
  /// What was packed so far.
  package private(set) var bytes: [UInt8] = []
  private let limit: Int
  private let made: Instant
  private var paths: [String: String] = [:]

  /// Why a file has no room.
  package enum Trouble: Error, Hashable {
    case tooLarge(limit: Int)
    case longPath(String)
  }

  /// - Parameter limit: The most bytes that it may have.
  package init(limit: Int, made: Instant) {
    self.limit = limit
    self.made = made
  }

  private static let block = 512

  package mutating func add(_ content: [UInt8], at path: String) throws {
    let name = digest(of: content)
    let earlier = content.isEmpty ? nil : paths[name]
    if earlier == nil { paths[name] = path }
    let length = earlier == nil ? content.count : 0
    guard bytes.count + length + 4 * TapeArchive.block <= limit else { throw Trouble.tooLarge(limit: limit) }
    bytes += try header(path, length: length, linkTo: earlier)
    if earlier == nil {
      bytes += content
      bytes += [UInt8](repeating: 0, count: (TapeArchive.block - length % TapeArchive.block) % TapeArchive.block)
    }
  }

  /// Ends it: two empty blocks.
  package mutating func end() { bytes += [UInt8](repeating: 0, count: 2 * TapeArchive.block) }

  private func header(_ path: String, length: Int, linkTo earlier: String?) throws -> [UInt8] {
    var header: [UInt8] = []
    header.reserveCapacity(TapeArchive.block)
    func field(_ text: String, _ width: Int) {
      header += Array(text.utf8) + [UInt8](repeating: 0, count: width - text.utf8.count)
    }
    func octal(_ number: Int, _ width: Int) {
      let digits = String(number, radix: 8)
      field(String(repeating: "0", count: max(0, width - 1 - digits.count)) + digits, width)
    }
    for name in [path, earlier].compactMap(\.self) where name.utf8.count > 100 { throw Trouble.longPath(name) }
    field(path, 100)
    octal(0o600, 8)
    octal(0, 8)
    octal(0, 8)
    octal(length, 12)
    octal(Int(max(0, made.seconds)), 12)
    let sum = header.count
    field(String(repeating: " ", count: 8), 8)
    field(earlier == nil ? "0" : "1", 1)
    field(earlier ?? "", 100)
    field("ustar", 6)
    field("00", 2)
    header += [UInt8](repeating: 0, count: TapeArchive.block - header.count)
    // The sum of all bytes, with spaces where it stands itself.
    let digits = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
    let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    header.replaceSubrange(sum..<sum + 8, with: Array(padded.utf8) + [0, 0x20])
    return header
  }
}
