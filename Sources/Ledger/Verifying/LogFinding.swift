/// Something that is wrong with a log, at its place.
public enum LogFinding: Hashable, Sendable, CustomStringConvertible {
  /// A file that the checkpoint calls for is not there.
  case missing(path: String)
  /// A file could not be had or read.
  case unreadable(path: String, why: String)
  /// The checkpoint is not signed by the log's key.
  case signature(SignedNote.Distrust)
  /// The checkpoint speaks of another log than the key.
  case origin(found: String, expected: String)
  /// An entry says more, less or something else than an entry may.
  case entryForm(number: Int, path: String)
  /// An entry has another number than its place.
  case entryNumber(Int, says: Int, path: String)
  /// A hash in a tile is not the one that the entries below it give.
  case hash(tile: String, position: Int, entries: Range<Int>)
  /// A tile has another length than it must.
  case tileLength(path: String, hashes: Int)
  /// The entries do not give the root that was signed.
  case root(size: Int)
  /// The log is smaller than one seen before.
  case shrunk(earlier: Int, now: Int)
  /// The entries do not give the root of a checkpoint seen before, or of the one in a proof.
  case forked(size: Int, where: String)
  /// The checkpoint seen before cannot be believed.
  case earlierDistrusted(SignedNote.Distrust)
  /// A proof does not hold.
  case proof(LogProof.Flaw)
  /// The log has another entry where the proof has this one.
  case proofOfOther(number: Int)
  /// The payload is not what the entry commits to.
  case payload(number: Int)

  /// A sentence for a person.
  public var description: String {
    switch self {
    case .missing(let path): "\(path) is missing"
    case .unreadable(let path, let why): "\(path) cannot be read: \(why)"
    case .signature(let distrust): "checkpoint: \(distrust)"
    case .origin(let found, let expected): "checkpoint: it is of the log \(found), the key is of \(expected)"
    case .entryForm(let number, let path):
      "entry \(number) in \(path) is not a number and a commitment and nothing else"
    case .entryNumber(let number, let says, let path): "entry \(number) in \(path) calls itself \(says)"
    case .hash(let tile, let position, let entries) where entries.count == 1:
      "\(tile), hash \(position): entry \(entries.lowerBound) does not give it"
    case .hash(let tile, let position, let entries):
      "\(tile), hash \(position): entries \(entries.lowerBound) to \(entries.upperBound - 1) do not give it"
    case .tileLength(let path, let hashes): "\(path) does not hold \(hashes) hashes of 32 bytes"
    case .root(let size): "the \(size) entries do not give the root that was signed"
    case .shrunk(let earlier, let now): "the log had \(earlier) entries and now has \(now): it was cut"
    case .forked(let size, let place):
      "the first \(size) entries are not those of the checkpoint in \(place): the log was rewritten or forked"
    case .earlierDistrusted(let distrust): "the checkpoint seen before: \(distrust)"
    case .proof(let flaw): "\(flaw)"
    case .proofOfOther(let number): "the log's entry \(number) is not the one that the proof is for"
    case .payload(let number): "the payload is not what entry \(number) commits to"
    }
  }
}
