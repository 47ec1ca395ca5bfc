/// The state of a log: how many entries it has and the root over them (C2SP tlog-checkpoint, the text of a note).
public struct Checkpoint: Hashable, Sendable {
  /// The largest size read. No log of ours comes near; it keeps arithmetic on sizes far from its limits.
  public static let largestSize = 1 << 48

  /// Which log it is.
  public let origin: String
  /// How many entries the tree has.
  public let size: Int
  /// The root hash of the tree.
  public let root: MerkleHash

  /// The state of this log.
  public init(origin: String, size: Int, root: MerkleHash) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads the text of a note. Lines after the third are passed over; they must not be empty.
  public init(text: [UInt8]) throws(Malformed) { try self.init(text: text, as: "checkpoint") }

  init(text: [UInt8], as document: String, fromLine first: Int = 1) throws(Malformed) {
    guard let whole = String(validating: text, as: UTF8.self) else { throw Malformed(document, expected: "UTF-8") }
    let lines = whole.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.last == "" else { throw Malformed(document, expected: "a line break at the end") }
    guard let origin = lines.first, !origin.isEmpty else {
      throw Malformed(document, line: first, expected: "the origin of the log")
    }
    guard lines.count > 2, let size = PlainNumber.read(lines[1], atMost: Checkpoint.largestSize) else {
      throw Malformed(
        document, line: first + 1, expected: "the tree size, a number without leading zeroes up to 2^48")
    }
    guard lines.count > 3, let root = MerkleHash(base64: lines[2]) else {
      throw Malformed(document, line: first + 2, expected: "the root hash, base64 of 32 bytes")
    }
    if let empty = lines.dropFirst(3).dropLast().firstIndex(of: "") {
      throw Malformed(document, line: first + empty, expected: "a line that is not empty")
    }
    self.init(origin: origin, size: size, root: root)
  }

  /// The text that is signed.
  public var text: [UInt8] { Array("\(origin)\n\(size)\n\(root.base64)\n".utf8) }
}

/// A checkpoint and the note that carries it.
public struct SignedCheckpoint: Hashable, Sendable {
  /// What was signed.
  public let checkpoint: Checkpoint
  /// With which signatures.
  public let note: SignedNote

  /// Signs the state of a log; the origin is the signer's name.
  package init(size: Int, root: MerkleHash, signer: any NoteSigner) throws {
    checkpoint = Checkpoint(origin: signer.verifier.identity.name, size: size, root: root)
    note = try SignedNote(text: checkpoint.text, signedBy: signer)
  }

  /// Reads a checkpoint and its signatures, which are not yet checked.
  public init(_ bytes: [UInt8]) throws(Malformed) { try self.init(bytes, as: "checkpoint") }

  init(_ bytes: [UInt8], as document: String, fromLine first: Int = 1) throws(Malformed) {
    note = try SignedNote(bytes, as: document, fromLine: first)
    checkpoint = try Checkpoint(text: note.text, as: document, fromLine: first)
  }

  /// The file to serve and to keep.
  public var bytes: [UInt8] { note.bytes }
}

/// Numbers as checkpoints, proofs and entries write them.
enum PlainNumber {
  /// Nil for anything but ASCII digits without leading zeroes, or for more than the bound.
  static func read(_ text: some StringProtocol, atMost bound: Int) -> Int? {
    read(text.utf8, atMost: bound)
  }

  static func read(_ digits: some Collection<UInt8>, atMost bound: Int) -> Int? {
    guard (1...19).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.first != 0x30 || digits.count == 1,
      let number = Int(String(decoding: digits, as: UTF8.self)), number <= bound
    else { return nil }
    return number
  }
}
