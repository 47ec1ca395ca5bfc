import Crypto
public import LawLanguage

/// The version of the engine, as receipts name it.
public let engineVersion = "0.1.0"

/// The digests of a library, taken once, and written into every receipt.
public struct LibraryDigest: Sendable, Hashable {
  /// The files that decisions rest on, in order of their paths.
  public let laws: [LawDigest]
  /// The SHA-256 of the whole library: of lines of path, NUL, digest and line feed, in order of the paths.
  public let library: String

  /// Digests the files that were read, and the library they belong to.
  ///
  /// - Parameters:
  ///   - files: What decisions rest on.
  ///   - library: Every file of the library; nil if all of it was read.
  public init(of files: [SourceFile], in library: [SourceFile]? = nil) {
    laws = LibraryDigest.digests(of: files)
    var hash = SHA256()
    for law in library.map(LibraryDigest.digests) ?? laws {
      hash.update(data: Array("\(law.path)\0\(law.sha256)\n".utf8))
    }
    self.library = LibraryDigest.hex(hash.finalize())
  }

  /// The receipt of a decision on a request.
  public func receipt(for request: Request) -> Receipt {
    Receipt(
      day: request.day, laws: laws, library: library, engine: engineVersion, tzdata: Zone.dataVersion, request: request)
  }

  private static func digests(of files: [SourceFile]) -> [LawDigest] {
    files.map { LawDigest(path: $0.path, sha256: hex(SHA256.hash(data: $0.bytes))) }.sorted { $0.path < $1.path }
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
