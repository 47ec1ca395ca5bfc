internal import Crypto

/// What the log holds in place of an event: SHA-256 over 32 random bytes and the event.
///
/// Without the salt it says nothing of the event, not even to somebody who guesses what happened and tries; with salt
/// and event anybody can check it. Once the salt is gone it is 32 random bytes for good.
public struct Commitment: Hashable, Sendable {
  /// How many bytes salt and commitment have.
  public static let byteCount = 32

  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Commits to a payload.
  public init(salt: [UInt8], payload: [UInt8]) {
    bytes = Array(SHA256.hash(data: salt + payload))
  }

  /// A commitment as it was stored; nil unless it has 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Commitment.byteCount else { return nil }
    self.bytes = bytes
  }

  /// The commitment in base64.
  var base64: String { Base64.encode(bytes) }

  /// A commitment to nothing, which nobody can tell from another.
  package static func padding() -> Commitment { Commitment(unchecked: randomBytes()) }

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  package static func randomBytes() -> [UInt8] {
    SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
  }
}
