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
    let everything = all.map(LawDigest.init).sorted { $0.path < $1.path }
    let readPaths = Set(read.map(\.path))
    files = everything.filter { readPaths.contains($0.path) }
    var hash = SHA256()
    for file in everything { hash.update(data: Array("\(file.path)\u{0}\(file.sha256)\n".utf8)) }
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

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
