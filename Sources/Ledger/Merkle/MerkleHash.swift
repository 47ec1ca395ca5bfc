internal import Crypto

/// A SHA-256 hash of a leaf or an inner node of a Merkle tree, as RFC 6962 § 2.1 and RFC 9162 § 2.1.1 define them.
public struct MerkleHash: Hashable, Sendable {
  /// How many bytes a hash has.
  public static let byteCount = 32

  // Four words, as the bytes lie in memory, rather than an array: a million of them are 32 MB and no allocation each.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The hash with these bytes; nil unless there are exactly 32.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == MerkleHash.byteCount else { return nil }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    self.words = words
  }

  /// The hash written in base64; nil unless it is exactly that of 32 bytes, padded, with no stray bits.
  public init?(base64: some StringProtocol) {
    guard let bytes = Base64.decode(base64.utf8) else { return nil }
    self.init(bytes: bytes)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// The hash in base64, as checkpoints and proofs write it.
  public var base64: String { Base64.encode(bytes) }

  /// Whether all 32 bytes are the same.
  public static func == (left: MerkleHash, right: MerkleHash) -> Bool { left.words == right.words }

  /// Feeds half the bytes: they are random enough.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

extension MerkleHash {
  /// The root of the tree without a leaf: the hash of nothing.
  public static let empty = MerkleHash(SHA256.hash(data: [UInt8]()))

  /// The hash of a leaf that holds these bytes. The prefix 0 keeps a leaf from passing for a node.
  public static func leaf(_ entry: some Sequence<UInt8>) -> MerkleHash {
    var hash = SHA256()
    hash.update(data: [0] + entry)
    return MerkleHash(hash.finalize())
  }

  /// The hash of an inner node over its two children.
  public static func node(_ left: MerkleHash, _ right: MerkleHash) -> MerkleHash {
    var hash = SHA256()
    withUnsafeBytes(of: UInt8(1)) { hash.update(bufferPointer: $0) }
    withUnsafeBytes(of: left.words) { hash.update(bufferPointer: $0) }
    withUnsafeBytes(of: right.words) { hash.update(bufferPointer: $0) }
    return MerkleHash(hash.finalize())
  }

  init(_ digest: SHA256Digest) {
    words = digest.withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self) }
  }
}
