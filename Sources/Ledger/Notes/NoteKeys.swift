/// What tells one key from another in a note: its name, and four bytes that depend on the key.
public struct NoteKeyIdentity: Hashable, Sendable {
  /// The key's name, by custom the address of the log without its scheme.
  public let name: String
  /// The first four bytes of SHA-256 over the name, a line break, the signature type and the public key.
  public let id: UInt32

  /// An identity as a signature line claims it, or as a key has it.
  public init(name: String, id: UInt32) {
    self.name = name
    self.id = id
  }

  /// Same name byte for byte, not merely alike to the eye, and same four bytes.
  public static func == (left: NoteKeyIdentity, right: NoteKeyIdentity) -> Bool {
    left.id == right.id && left.name.utf8.elementsEqual(right.name.utf8)
  }

  /// Feeds the four bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Whoever can tell a key's signatures from others. Ed25519 is what there is now; another algorithm is another type.
public protocol NoteVerifier: Sendable {
  /// Which signature lines are this key's.
  var identity: NoteKeyIdentity { get }
  /// The public key as people exchange it.
  var text: String { get }
  /// Whether the key signed this text so.
  func accepts(_ signature: [UInt8], over text: [UInt8]) -> Bool
}

/// Whoever can sign a note.
public protocol NoteSigner: Sendable {
  /// Who can check the signatures.
  var verifier: any NoteVerifier { get }
  /// The signature over a text.
  func signature(over text: [UInt8]) throws -> [UInt8]
}

/// The algorithms of C2SP signed-note that are known here, by their type byte.
enum SignatureType: UInt8 {
  case ed25519 = 1
}

enum KeyName {
  /// The longest name taken; the specification has no bound.
  static let longest = 255

  /// Names go into space-separated lines and plus-separated keys.
  static func isUsable(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= longest
      && name.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "+" && !$0.properties.isWhitespace }
  }
}
