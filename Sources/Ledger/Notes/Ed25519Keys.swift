internal import Crypto

/// An Ed25519 public key with its name: a `vkey`, `name+1234abcd+base64`.
public struct Ed25519Verifier: NoteVerifier, Hashable {
  /// Its name and identifier.
  public let identity: NoteKeyIdentity
  /// The 32 bytes of the public key.
  public let publicKey: [UInt8]

  init(name: String, publicKey: [UInt8]) {
    self.publicKey = publicKey
    var hash = SHA256()
    hash.update(data: Array(name.utf8) + [0x0A, SignatureType.ed25519.rawValue] + publicKey)
    let id = hash.finalize().prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    identity = NoteKeyIdentity(name: name, id: id)
  }

  /// Reads a `vkey`; one line break at its end is no matter.
  public init(text: String) throws(Malformed) {
    let parts = try KeyText.parts(text, of: "verifier key", expected: "name+8 hexadecimal digits+base64")
    guard parts.count == 3 else {
      throw Malformed("verifier key", expected: "three parts with + between: name+8 hexadecimal digits+base64")
    }
    let key = try KeyText.key(parts[2], of: "verifier key")
    self.init(name: parts[0], publicKey: key)
    try KeyText.check(identity, parts[0], parts[1], of: "verifier key")
  }

  /// The `vkey`.
  public var text: String {
    let key = Base64.encode([SignatureType.ed25519.rawValue] + publicKey)
    return "\(identity.name)+\(identity.id.fourBytes)+\(key)"
  }

  /// Whether this key signed the text.
  public func accepts(_ signature: [UInt8], over text: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
    return key.isValidSignature(signature, for: text)
  }
}

/// An Ed25519 private key with its name: a `skey`, `PRIVATE+KEY+name+1234abcd+base64`. Not printable by accident.
public struct Ed25519Signer: NoteSigner, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let key: Curve25519.Signing.PrivateKey
  private let publicPart: Ed25519Verifier

  private init(name: String, key: Curve25519.Signing.PrivateKey) {
    self.key = key
    publicPart = Ed25519Verifier(name: name, publicKey: Array(key.publicKey.rawRepresentation))
  }

  /// A new key from the system's random numbers. The name is by custom the log's address without a scheme:
  /// `desk.example.gov/log`.
  public static func generate(name: String) throws(Malformed) -> Ed25519Signer {
    guard KeyName.isUsable(name) else {
      throw Malformed("key name", expected: "up to \(KeyName.longest) bytes without spaces, control characters or +")
    }
    return Ed25519Signer(name: name, key: Curve25519.Signing.PrivateKey())
  }

  /// Reads a `skey`; one line break at its end is no matter.
  public init(text: String) throws(Malformed) {
    let form = "PRIVATE+KEY+name+8 hexadecimal digits+base64"
    let parts = try KeyText.parts(text, of: "private key", expected: form)
    guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY" else {
      throw Malformed("private key", expected: form)
    }
    let seed = try KeyText.key(parts[4], of: "private key")
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      throw Malformed("private key", expected: "a 32-byte Ed25519 key")
    }
    self.init(name: parts[2], key: key)
    try KeyText.check(publicPart.identity, parts[2], parts[3], of: "private key")
  }

  /// The `skey`. Whoever has it can sign as the log.
  public var secretText: String {
    let seed = Base64.encode([SignatureType.ed25519.rawValue] + key.rawRepresentation)
    return "PRIVATE+KEY+\(publicPart.identity.name)+\(publicPart.identity.id.fourBytes)+\(seed)"
  }

  /// The public half.
  public var verifier: any NoteVerifier { publicPart }

  /// An Ed25519 signature (RFC 8032), 64 bytes.
  public func signature(over text: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: text)) }

  /// The public half only.
  public var description: String { "private key of \(publicPart.text)" }

  /// The public half only.
  public var debugDescription: String { description }

  /// Shows nothing of what is inside.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

private enum KeyText {
  static func parts(_ text: String, of document: String, expected: String) throws(Malformed) -> [String] {
    guard text.utf8.count <= 1024 else { throw Malformed(document, expected: "at most 1,024 bytes") }
    var line = text.unicodeScalars[...]
    if line.last == "\n" { line.removeLast() }
    guard line.allSatisfy({ $0.value >= 0x20 }) else {
      throw Malformed(document, expected: "one line: \(expected)")
    }
    // The base64 may hold a + of its own; a name and a number cannot.
    let count = document == "private key" ? 4 : 2
    return line.split(separator: "+", maxSplits: count, omittingEmptySubsequences: false).map(String.init)
  }

  static func key(_ text: String, of document: String) throws(Malformed) -> [UInt8] {
    guard let bytes = Base64.decode(text.utf8), let type = bytes.first else {
      throw Malformed(document, expected: "base64 at its end")
    }
    guard type == SignatureType.ed25519.rawValue, bytes.count == 33 else {
      throw Malformed(document, expected: "an Ed25519 key: the byte 1 and 32 more")
    }
    return Array(bytes.dropFirst())
  }

  static func check(
    _ identity: NoteKeyIdentity, _ name: String, _ id: String, of document: String
  ) throws(Malformed) {
    guard KeyName.isUsable(name) else {
      throw Malformed(document, expected: "a name without spaces, control characters or +")
    }
    guard identity.id.fourBytes.utf8.elementsEqual(id.utf8) else {
      throw Malformed(document, expected: "the identifier \(identity.id.fourBytes), which this name and key have")
    }
  }
}

extension UInt32 {
  /// As eight hexadecimal digits, the way keys write their identifier.
  var fourBytes: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
