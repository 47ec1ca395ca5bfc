/// The last checkpoint that was signed, in a file outside the database.
///
/// A database restored from yesterday knows nothing of what was signed today. This file does, as long as it is not
/// restored with it: keep it on another volume where you can.
///
/// It has two places, written in turn and in place: a write that is cut leaves the other whole, and one flush is enough
/// where replacing the file would take two and change the folder. Each place holds a digest, a count and the checkpoint;
/// the highest count that fits its digest is the last.
package struct CheckpointMemory: Sendable {
  let path: String

  package init(path: String) { self.path = path }

  /// Room for a note with a post-quantum signature.
  private static let place = 16 * 1024
  private static let size = 2 * place

  private struct Remembered {
    let place: Int
    let count: Int
    let note: [UInt8]
  }

  /// What is remembered; nil if nothing ever was.
  package func recall() throws(LedgerRefusal) -> SignedCheckpoint? {
    let remembered: Remembered?
    do {
      guard let bytes = try DurableFile.read(path, atMost: CheckpointMemory.size) else { return nil }
      remembered = newest(in: bytes)
    } catch { throw .memoryUnreadable("\(error)") }
    guard let remembered else { throw .memoryUnreadable("neither of its two places is whole") }
    do { return try SignedCheckpoint(remembered.note) } catch { throw .memoryUnreadable("\(error)") }
  }

  /// Remembers a checkpoint; when this returns, it is on the disk.
  func keep(_ signed: SignedCheckpoint) throws(FileTrouble) {
    let last = try DurableFile.read(path, atMost: CheckpointMemory.size).flatMap(newest)
    guard let place = encoded(signed, count: (last?.count ?? 0) + 1) else {
      throw FileTrouble("write", path, reason: "the checkpoint has more than \(CheckpointMemory.place) bytes")
    }
    if let last {
      try DurableFile.overwrite(path, at: (1 - last.place) * CheckpointMemory.place, with: place)
    } else {
      // New, or nothing in it was whole and somebody has decided to go on.
      try DurableFile.replace(path, with: place + [UInt8](repeating: 0, count: CheckpointMemory.place))
    }
  }

  private func encoded(_ signed: SignedCheckpoint, count: Int) -> [UInt8]? {
    let content = Array("\(count)\n".utf8) + signed.bytes
    let bytes = Array((Commitment(salt: [], payload: content).base64 + "\n").utf8) + content
    guard bytes.count < CheckpointMemory.place else { return nil }
    return bytes + [UInt8](repeating: 0, count: CheckpointMemory.place - bytes.count)
  }

  private func newest(in bytes: [UInt8]) -> Remembered? {
    guard bytes.count == CheckpointMemory.size else { return nil }
    let places = [0, 1].compactMap { place -> Remembered? in
      let start = place * CheckpointMemory.place
      let content = bytes[start..<(start + CheckpointMemory.place)].prefix { $0 != 0 }
      let parts = content.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let count = PlainNumber.read(parts[1], atMost: .max - 1),
        parts[0].elementsEqual(
          Commitment(salt: [], payload: Array(content[parts[1].startIndex...])).base64.utf8)
      else { return nil }
      return Remembered(place: place, count: count, note: Array(parts[2]))
    }
    return places.max { $0.count < $1.count }
  }

  /// Whether the stored log goes on from what is remembered, shown by a consistency proof.
  func check(_ remembered: SignedCheckpoint, by verifier: any NoteVerifier, against log: StoredLog) throws {
    do {
      try remembered.note.check(trusting: [verifier])
    } catch .noTrustedSignature {
      throw LedgerRefusal.memoryByOtherKey(name: remembered.note.signatures.map(\.key.name).joined(separator: ", "))
    } catch {
      throw LedgerRefusal.memoryUnreadable("\(error)")
    }
    let earlier = remembered.checkpoint
    let size = try log.size()
    guard earlier.size <= size else { throw LedgerRefusal.olderCopy(remembered: earlier.size, stored: size) }
    let proof = try ConsistencyProof(from: earlier.size, to: size, of: log)
    guard proof.holds(earlier: (earlier.size, earlier.root), later: (size, try log.root(atSize: size))) else {
      throw LedgerRefusal.otherHistory(size: earlier.size)
    }
  }
}
