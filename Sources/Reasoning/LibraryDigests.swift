import Crypto
public import LawLanguage

/// The version of this engine, as receipts name it.
public let engineVersion = "0.1.0"

/// What a receipt says of the law it was decided by.
public struct LibraryDigests: Sendable, Hashable {
  /// The files read, in order of their paths.
  public let files: [LawDigest]
  /// The digest of the whole library: of the lines `path NUL sha256 LF` of all its files, in order of their paths.
  public let library: String
  /// The version of the time-zone database.
  public let zoneData: String

  /// Digests of the files read, and of all files of the library they come from.
  public init(read: [SourceFile], all: [SourceFile]) {
    let readPaths = Set(read.map(\.path))
    self.init(
      read: read.map(LawDigest.init), others: all.filter { !readPaths.contains($0.path) }.map(LawDigest.init))
  }

  /// What the digests of the files read make, with those of all other files of the library they come from.
  public init(read: [LawDigest], others: [LawDigest]) {
    files = read.sorted { $0.path < $1.path }
    var hash = SHA256()
    for file in (read + others).sorted(by: { $0.path < $1.path }) {
      hash.update(data: Array("\(file.path)\u{0}\(file.sha256)\n".utf8))
    }
    library = hexadecimal(hash.finalize())
    zoneData = Zone.dataVersion
  }

  /// Digests of a library that was read whole.
  public init(of library: Library) { self.init(read: library.sources, all: library.sources) }
}

extension LawDigest {
  /// The digest of a file's bytes.
  public init(_ file: SourceFile) {
    self.init(path: file.path, sha256: hexadecimal(SHA256.hash(data: file.bytes)))
  }
}

private func hexadecimal(_ digest: SHA256.Digest) -> String {
  func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
  var text: [UInt8] = []
  text.reserveCapacity(2 * SHA256.Digest.byteCount)
  for byte in digest {
    text.append(digit(byte >> 4))
    text.append(digit(byte & 15))
  }
  return String(decoding: text, as: UTF8.self)
}
