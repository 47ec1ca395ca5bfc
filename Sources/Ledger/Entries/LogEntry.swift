/// One leaf of the log as outsiders see it: its number and a commitment, and nothing else.
public struct LogEntry: Hashable, Sendable {
  /// The form of entries that this program writes.
  public static let version = 1

  /// Its place in the log, from 0.
  public let number: Int
  /// To what it commits.
  public let commitment: Commitment

  /// The entry at this place.
  public init(number: Int, commitment: Commitment) {
    self.number = number
    self.commitment = commitment
  }

  private static let head = Array(#"{"commit":""#.utf8)
  private static let middle = Array(#"","seq":"#.utf8)
  private static let tail = Array(#","v":\#(version)}"#.utf8)
  private static let commitmentDigits = 44

  /// The entry in canonical JSON (RFC 8785): `{"commit":"…","seq":17,"v":1}`.
  public var bytes: [UInt8] {
    LogEntry.head + Base64.encoded(commitment.bytes) + LogEntry.middle + Array(String(number).utf8) + LogEntry.tail
  }

  /// Reads an entry, which has exactly one way to be written.
  public init(_ bytes: [UInt8]) throws(Malformed) {
    let (head, middle, tail) = (LogEntry.head, LogEntry.middle, LogEntry.tail)
    let numberStart = head.count + LogEntry.commitmentDigits + middle.count
    guard bytes.count > numberStart + tail.count, bytes.starts(with: head),
      bytes[(head.count + LogEntry.commitmentDigits)...].starts(with: middle),
      bytes.suffix(tail.count).elementsEqual(tail),
      let hash = Base64.decode(bytes[head.count..<(head.count + LogEntry.commitmentDigits)]),
      let commitment = Commitment(bytes: hash),
      let number = PlainNumber.read(bytes[numberStart..<(bytes.count - tail.count)], atMost: Checkpoint.largestSize)
    else {
      throw Malformed("entry", expected: #"{"commit":"base64 of 32 bytes","seq":number,"v":\#(LogEntry.version)}"#)
    }
    self.init(number: number, commitment: commitment)
  }
}
