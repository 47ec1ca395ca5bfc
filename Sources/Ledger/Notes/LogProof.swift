/// Proof, in one file that can be checked offline, that a log holds an entry (C2SP tlog-proof, `.tlog-proof`).
public struct LogProof: Hashable, Sendable {
  /// The largest extra data read, in bytes.
  public static let largestExtra = 64 * 1024
  private static let heading = "c2sp.org/tlog-proof@v1"

  /// The number of the entry, from 0.
  public let index: Int
  /// The way from the entry to the root.
  public let inclusion: InclusionProof
  /// Not covered by the signature: here the salt of the entry, for whoever may check what was committed to.
  public let extra: [UInt8]?
  /// The signed state of the log that holds the entry.
  public let signed: SignedCheckpoint

  package init(index: Int, inclusion: InclusionProof, extra: [UInt8]?, signed: SignedCheckpoint) {
    self.index = index
    self.inclusion = inclusion
    self.extra = extra
    self.signed = signed
  }

  /// Why a proof does not prove.
  public enum Flaw: Error, Hashable, Sendable, CustomStringConvertible {
    /// The signature of the checkpoint inside.
    case signature(SignedNote.Distrust)
    /// The checkpoint inside is of another log than the key's.
    case otherLog(origin: String)
    /// The entry, the number and the hashes do not give the signed root.
    case notIncluded(index: Int)

    /// A sentence for a person.
    public var description: String {
      switch self {
      case .signature(let distrust): "the checkpoint in the proof is not to be trusted: \(distrust)"
      case .otherLog(let origin): "the checkpoint in the proof is of another log: \(origin)"
      case .notIncluded(let index): "the proof does not show that this is entry \(index) of the signed log"
      }
    }
  }

  /// Checks that the signed log holds exactly this entry at this place.
  public func check(entry: [UInt8], trusting verifier: any NoteVerifier) throws(Flaw) {
    do { try signed.note.check(trusting: [verifier]) } catch { throw .signature(error) }
    guard signed.checkpoint.origin.utf8.elementsEqual(verifier.identity.name.utf8) else {
      throw .otherLog(origin: signed.checkpoint.origin)
    }
    let root = inclusion.root(leaf: .leaf(entry), index: index, size: signed.checkpoint.size)
    guard root == signed.checkpoint.root else { throw .notIncluded(index: index) }
  }

  /// Reads a proof: strictly, and without believing it.
  public init(_ bytes: [UInt8]) throws(Malformed) {
    let document = "proof"
    let bound = SignedNote.largest + 2 * LogProof.largestExtra
    guard bytes.count <= bound else { throw Malformed(document, expected: "at most \(bound) bytes") }
    var rest = bytes[...]
    var number = 0
    func next() throws(Malformed) -> String {
      number += 1
      guard let end = rest.firstIndex(of: 0x0A), let line = String(validating: rest[..<end], as: UTF8.self) else {
        throw Malformed(document, line: number, expected: "a line of UTF-8 that ends with a line break")
      }
      rest = rest[(end + 1)...]
      return line
    }

    guard try next().utf8.elementsEqual(LogProof.heading.utf8) else {
      throw Malformed(document, line: 1, expected: LogProof.heading)
    }
    var line = try next()
    var extra: [UInt8]?
    if line.utf8.starts(with: "extra ".utf8) {
      guard let data = Base64.decode(line.utf8.dropFirst(6)), data.count <= LogProof.largestExtra else {
        throw Malformed(document, line: number, expected: "extra and base64 of at most \(LogProof.largestExtra) bytes")
      }
      extra = data
      line = try next()
    }
    guard line.utf8.starts(with: "index ".utf8),
      let index = PlainNumber.read(line.utf8.dropFirst(6), atMost: Checkpoint.largestSize)
    else { throw Malformed(document, line: number, expected: "index and a number without leading zeroes") }
    var hashes: [MerkleHash] = []
    while true {
      line = try next()
      if line.isEmpty { break }
      guard let hash = MerkleHash(base64: line) else {
        throw Malformed(document, line: number, expected: "base64 of 32 bytes, or an empty line")
      }
      hashes.append(hash)
      guard hashes.count <= Int.bitWidth else {
        throw Malformed(document, line: number, expected: "at most \(Int.bitWidth) hashes")
      }
    }
    self.init(
      index: index, inclusion: InclusionProof(hashes: hashes), extra: extra,
      signed: try SignedCheckpoint(Array(rest), as: document, fromLine: number + 1))
  }

  /// The proof as a file.
  public var bytes: [UInt8] {
    var lines = [LogProof.heading]
    if let extra { lines.append("extra \(Base64.encode(extra))") }
    lines.append("index \(index)")
    lines += inclusion.hashes.map(\.base64)
    return Array((lines.joined(separator: "\n") + "\n\n").utf8) + signed.bytes
  }
}
