/// A text with signatures below it (C2SP signed-note). It says nothing until a trusted key's signature is checked.
public struct SignedNote: Hashable, Sendable {
  /// One line below the text.
  public struct Signature: Hashable, Sendable {
    /// The key that it claims to be by.
    public let key: NoteKeyIdentity
    /// What the key's algorithm gave.
    public let bytes: [UInt8]
  }

  /// The largest note read, in bytes: room for sixteen post-quantum signatures.
  public static let largest = 128 * 1024
  /// How many signatures are read at most; the specification asks for 16.
  public static let mostSignatures = 64

  /// The signed text, its last line break included.
  public let text: [UInt8]
  /// The signatures, in their order.
  public let signatures: [Signature]

  /// Why a note is not believed.
  public enum Distrust: Error, Hashable, Sendable, CustomStringConvertible {
    /// No signature is by a key that is trusted here.
    case noTrustedSignature(keysSeen: [String])
    /// A trusted key's signature does not fit the text.
    case wrongSignature(key: String)

    /// A sentence for a person.
    public var description: String {
      switch self {
      case .noTrustedSignature(let seen):
        "no signature is by a trusted key; signed by \(seen.isEmpty ? "nobody" : seen.joined(separator: ", "))"
      case .wrongSignature(let key): "the signature by \(key) does not fit the text"
      }
    }
  }

  /// Signs a text, which ends with a line break.
  public init(text: [UInt8], signedBy signer: any NoteSigner) throws {
    self.text = text
    signatures = [Signature(key: signer.verifier.identity, bytes: try signer.signature(over: text))]
  }

  /// Reads a note: strictly, and without believing it.
  public init(_ bytes: [UInt8]) throws(Malformed) {
    try self.init(bytes, as: "note")
  }

  init(_ bytes: [UInt8], as document: String, fromLine firstLine: Int = 1) throws(Malformed) {
    guard bytes.count <= SignedNote.largest else {
      throw Malformed(document, expected: "at most \(SignedNote.largest) bytes")
    }
    guard let whole = String(validating: bytes, as: UTF8.self) else { throw Malformed(document, expected: "UTF-8") }
    if let control = bytes.firstIndex(where: { $0 < 0x20 && $0 != 0x0A }) {
      let line = firstLine + bytes[..<control].count { $0 == 0x0A }
      throw Malformed(document, line: line, expected: "no control character")
    }
    guard bytes.last == 0x0A else {
      throw Malformed(document, line: firstLine + bytes.count { $0 == 0x0A }, expected: "a line break at the end")
    }
    // The last empty line parts text and signatures; the text may hold others.
    let lines = whole.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard let blank = lines.lastIndex(where: \.isEmpty), blank > 0 else {
      throw Malformed(document, expected: "a text, an empty line, and signatures")
    }
    let below = lines[(blank + 1)...]
    guard !below.isEmpty else {
      throw Malformed(document, line: firstLine + blank + 1, expected: "a signature line")
    }
    guard below.count <= SignedNote.mostSignatures else {
      throw Malformed(document, expected: "at most \(SignedNote.mostSignatures) signatures")
    }
    var signatures: [Signature] = []
    for (offset, line) in below.enumerated() {
      guard let signature = Signature(line: String(line)) else {
        throw Malformed(
          document, line: firstLine + blank + 1 + offset, expected: "a signature: — name base64 of 5 bytes or more")
      }
      signatures.append(signature)
    }
    text = lines[..<blank].flatMap { Array(String($0).utf8) + [0x0A] }
    self.signatures = signatures
  }

  /// The note as a file.
  public var bytes: [UInt8] {
    signatures.reduce(into: text + [0x0A]) { $0 += Array($1.line.utf8) }
  }

  /// Checks the signatures of the keys that are trusted. Lines by other keys are passed over, as the specification
  /// wants: that is how witnesses sign and keys are exchanged.
  public func check(trusting verifiers: [any NoteVerifier]) throws(Distrust) {
    var trusted = false
    for signature in signatures {
      for verifier in verifiers where verifier.identity == signature.key {
        guard verifier.accepts(signature.bytes, over: text) else {
          throw .wrongSignature(key: verifier.identity.name)
        }
        trusted = true
      }
    }
    guard trusted else { throw .noTrustedSignature(keysSeen: signatures.map(\.key.name)) }
  }
}

extension SignedNote.Signature {
  private static let dash = "\u{2014} "

  fileprivate init?(line: String) {
    let scalars = line.unicodeScalars
    guard scalars.starts(with: SignedNote.Signature.dash.unicodeScalars) else { return nil }
    let parts = scalars.dropFirst(2).split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, KeyName.isUsable(String(parts[0])),
      let blob = Base64.decode(String(parts[1]).utf8), blob.count > 4
    else { return nil }
    let id = blob.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    self.init(key: NoteKeyIdentity(name: String(parts[0]), id: id), bytes: Array(blob.dropFirst(4)))
  }

  fileprivate var line: String {
    let id = withUnsafeBytes(of: key.id.bigEndian) { Array($0) }
    return "\(SignedNote.Signature.dash)\(key.name) \(Base64.encode(id + bytes))\n"
  }
}
