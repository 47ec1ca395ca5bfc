import Foundation
import GRDB
import Ledger
import Testing

struct VerificationTests {
  @Test(arguments: [0, 1, 2, 255, 256, 257, 1_000, 65_535, 65_536, 65_537, 70_000])
  func aLogOfAnySizeIsWhole(size: Int) async throws {
    let office = try await TestLedger.make()
    try await office.fill(size)
    let verification = await LogVerification(LogFolder(try await office.export().path()))
    #expect(verification.findings == [])
    #expect(verification.isWhole && verification.signed?.checkpoint.size == size)
  }

  @Test(arguments: LogDamage.allCases) func whatWasChangedIsFoundAndNamed(damage: LogDamage) async throws {
    let office = try await TestLedger.make()
    try await office.fill(70_000)
    let log = try await office.export()
    try damage.inflict(on: log)
    let verification = await LogVerification(LogFolder(log.path()))
    #expect(!verification.isWhole)
    let named = verification.findings.map { "\($0)" }.joined(separator: "\n")
    for words in damage.words { #expect(named.contains(words), "\(named)") }
    #expect(verification.entriesAreSigned == [.tile, .upperTile, .shortTile].contains(damage))
  }

  @Test func aForkIsSeenByWhoeverSawTheLogBefore() async throws {
    let office = try await TestLedger.make()
    try await office.fill(300)
    let seen = try #require(await office.store.latest)
    try await office.fill(300)
    let log = try await office.export()
    let verifier = await office.store.verifier
    var knowledge = LogVerification.Knowledge()
    knowledge.verifier = verifier
    knowledge.earlier = seen
    #expect(await LogVerification(LogFolder(log.path()), knowing: knowledge).isWhole)

    // The same key signs another history, whole in itself.
    let key = try KeyFile.load(office.folder.appending(path: "key").path())
    let fork = try await LogDamage.fork(of: key, size: 600, below: office.folder)
    #expect(await LogVerification(LogFolder(fork.path())).isWhole)
    let forked = await LogVerification(LogFolder(fork.path()), knowing: knowledge)
    #expect(forked.findings == [.forked(size: 300, where: "the file seen before")])

    let cut = try await LogDamage.fork(of: key, size: 200, below: office.folder)
    #expect(
      await LogVerification(LogFolder(cut.path()), knowing: knowledge).findings == [.shrunk(earlier: 300, now: 200)])
  }

  @Test func anotherKeyIsNotBelieved() async throws {
    let office = try await TestLedger.make()
    try await office.fill(3)
    let log = LogFolder(try await office.export().path())
    var knowledge = LogVerification.Knowledge()
    knowledge.verifier = try Ed25519Signer.generate(name: TestLedger.name).verifier
    let verification = await LogVerification(log, knowing: knowledge)
    #expect(verification.findings == [.signature(.noTrustedSignature(keysSeen: [TestLedger.name]))])
  }

  @Test func aProofIsComparedWithTheLog() async throws {
    let office = try await TestLedger.make()
    try await office.add("one")
    try await office.fill(400)
    let log = LogFolder(try await office.export().path())
    var knowledge = LogVerification.Knowledge()
    let proof = try #require(try await office.store.proof(of: 0, to: .latest, revealingSalt: true))
    knowledge.proof = proof
    knowledge.payload = Array("one".utf8)
    #expect(await LogVerification(log, knowing: knowledge).isWhole)
    knowledge.payload = Array("two".utf8)
    let other = await LogVerification(log, knowing: knowledge)
    #expect(other.findings == [.proof(.notIncluded(index: 0)), .proofOfOther(number: 0)])

    try await office.fill(10)
    knowledge.proof = try await office.store.proof(of: 405, to: .latest)
    knowledge.payload = nil
    knowledge.entry = try await office.store.pool.read { try office.store.entry(405, in: $0).bytes }
    let beyond = await LogVerification(log, knowing: knowledge)
    #expect(beyond.isWhole && beyond.proofIsBeyond)
  }

  @Test func anEntryThatSaysMoreThanItMayIsNamed() async throws {
    let folder = try TestLedger.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let signer = try Ed25519Signer.generate(name: TestLedger.name)
    let good = LogEntry(number: 0, commitment: .padding()).bytes
    let entries = [good, Array(#"{"event":"release","seq":1}"#.utf8), good]
    try LogDamage.write(entries, signedBy: signer, to: folder)
    let verification = await LogVerification(LogFolder(folder.path()))
    #expect(
      verification.findings == [
        .entryForm(number: 1, path: "tile/entries/000.p/3"),
        .entryNumber(2, says: 0, path: "tile/entries/000.p/3"),
      ])
    #expect(verification.entriesAreSigned && !verification.isWhole)
  }

  @Test func aCheckpointMayClaimAnySizeAndIsNotBelieved() async throws {
    let folder = try TestLedger.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let signer = try Ed25519Signer.generate(name: TestLedger.name)
    try LogDamage.write([], signedBy: signer, to: folder)
    let claimed = try SignedCheckpoint(size: Checkpoint.largestSize, root: .empty, signer: signer)
    try Data(claimed.bytes).write(to: folder.appending(path: "checkpoint"))
    let verification = await LogVerification(LogFolder(folder.path()))
    #expect(verification.findings == [.missing(path: "tile/entries/000")])
  }

  @Test func anEmptyOrMissingFolderIsNoLog() async {
    let verification = await LogVerification(LogFolder("/nowhere/at/all"))
    #expect(verification.findings == [.missing(path: "vkey")])
  }
}

/// What somebody might do to a published log.
enum LogDamage: CaseIterable {
  case entry, tile, upperTile, entryAndTile, root, truncated, shortTile, longBundle, noCheckpoint

  /// What a finding must say.
  var words: [String] {
    switch self {
    case .entry: ["tile/0/001, hash 5: entry 261 does not give it", "do not give the root"]
    case .tile: ["tile/0/001, hash 5: entry 261 does not give it"]
    case .upperTile: ["tile/1/000, hash 3: entries 768 to 1023 do not give it"]
    case .entryAndTile: ["tile/1/000, hash 1: entries 256 to 511 do not give it", "do not give the root"]
    case .root: ["checkpoint: the signature by desk.example.gov/log does not fit"]
    case .truncated: ["tile/entries/273.p/112 is missing"]
    case .shortTile: ["tile/2/000.p/1 does not hold 1 hashes"]
    case .longBundle: ["tile/entries/001 cannot be read: entry bundle: expected 256 entries and no byte after"]
    case .noCheckpoint: ["checkpoint is missing"]
    }
  }

  /// Changes a log of 70,000 entries.
  func inflict(on log: URL) throws {
    func change(_ path: String, _ body: (inout [UInt8]) throws -> Void) throws {
      let file = log.appending(path: path)
      var bytes = Array(try Data(contentsOf: file))
      try body(&bytes)
      try Data(bytes).write(to: file)
    }
    /// Exchanges the commitment of entry 261, in the form of an entry; returns its new hash.
    func changeEntry() throws -> MerkleHash {
      let changed = LogEntry(number: 261, commitment: .padding())
      try change("tile/entries/001") { bytes in
        var entries = try EntryBundle.decode(bytes, count: 256).map(Array.init)
        entries[5] = changed.bytes
        bytes = try EntryBundle.encode(entries)
      }
      return .leaf(changed.bytes)
    }
    switch self {
    case .entry: _ = try changeEntry()
    case .tile: try change("tile/0/001") { $0[5 * 32] ^= 1 }
    case .upperTile: try change("tile/1/000") { $0[3 * 32] ^= 1 }
    case .entryAndTile:
      let hash = try changeEntry()
      try change("tile/0/001") { $0.replaceSubrange((5 * 32)..<(6 * 32), with: hash.bytes) }
    case .root:
      try change("checkpoint") { bytes in
        let signed = try SignedCheckpoint(bytes)
        let root = signed.checkpoint.root.base64
        bytes = Array(String(decoding: bytes, as: UTF8.self).replacing(root, with: MerkleHash.empty.base64).utf8)
      }
    case .truncated:
      try FileManager.default.removeItem(at: log.appending(path: "tile/entries/273.p"))
    case .shortTile: try change("tile/2/000.p/1") { $0.removeLast() }
    case .longBundle: try change("tile/entries/001") { $0 += [0, 0] }
    case .noCheckpoint: try FileManager.default.removeItem(at: log.appending(path: "checkpoint"))
    }
  }

  /// Another log of the same key, whole in itself.
  static func fork(of signer: Ed25519Signer, size: Int, below folder: URL) async throws -> URL {
    let log = folder.appending(path: "fork-\(size)")
    try write((0..<size).map { LogEntry(number: $0, commitment: .padding()).bytes }, signedBy: signer, to: log)
    return log
  }

  /// A log with any entries, up to a full tile of tiles.
  static func write(_ entries: [[UInt8]], signedBy signer: Ed25519Signer, to log: URL) throws {
    var tree = MemoryTree()
    for entry in entries { tree.append(.leaf(entry)) }
    func write(_ bytes: [UInt8], _ path: String) throws {
      let file = log.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    for tile in LogTile.all(.entries, size: entries.count) {
      try write(EntryBundle.encode(Array(entries[tile.range])), tile.path)
    }
    for level in LogTile.levels(size: entries.count) {
      for tile in LogTile.all(.hashes(level: level), size: entries.count) {
        let hashes = tile.range.map { tree.hash(of: MerkleNode(level: tile.treeLevel, index: $0)) }
        try write(hashes.flatMap(\.bytes), tile.path)
      }
    }
    try write(Array((signer.verifier.text + "\n").utf8), "vkey")
    try write(SignedCheckpoint(size: entries.count, root: tree.edge.root, signer: signer).bytes, "checkpoint")
  }
}
