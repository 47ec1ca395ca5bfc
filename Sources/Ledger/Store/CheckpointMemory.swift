/// The last checkpoint that was signed, in a file outside the database.
///
/// A database restored from yesterday knows nothing of what was signed today. This file does, as long as it is not
/// restored with it: keep it on another volume where you can.
struct CheckpointMemory: Sendable {
  let path: String

  /// What is remembered; nil if nothing ever was.
  func recall() throws(LedgerRefusal) -> SignedCheckpoint? {
    do {
      guard let bytes = try DurableFile.read(path, atMost: SignedNote.largest) else { return nil }
      return try SignedCheckpoint(bytes)
    } catch let trouble as FileTrouble {
      throw .memoryUnreadable("\(trouble)")
    } catch {
      throw .memoryUnreadable("\(error)")
    }
  }

  /// Remembers a checkpoint; when this returns, it is on the disk.
  func keep(_ signed: SignedCheckpoint) throws(FileTrouble) {
    try DurableFile.replace(path, with: signed.bytes)
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
