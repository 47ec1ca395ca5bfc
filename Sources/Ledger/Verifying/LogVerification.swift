/// Whether a log is whole: everything that its checkpoint signs is there and fits, found out from its files alone.
///
/// The tree is recomputed from the entries, all of them, and every hash in every tile is compared with it. To trust
/// tiles for entries, or their inner hashes for each other, would miss an entry that was changed together with its hash.
public struct LogVerification: Sendable {
  /// The log's signed state; nil if it could not be read.
  public private(set) var signed: SignedCheckpoint?
  /// The key that it was checked with.
  public private(set) var verifier: (any NoteVerifier)?
  /// What is wrong, in the order in which it was found.
  public private(set) var findings: [LogFinding] = []
  /// How many more things are wrong than `findings` names.
  public private(set) var omitted = 0
  /// Whether the signed root is that of the entries: then these are the entries that were signed, whatever else is wrong.
  public private(set) var entriesAreSigned = false
  /// Whether the proof is for an entry that the checked log does not reach yet.
  public private(set) var proofIsBeyond = false

  /// Whether nothing is wrong.
  public var isWhole: Bool { signed != nil && entriesAreSigned && findings.isEmpty }

  /// What a log is checked against, beyond itself.
  public struct Knowledge: Sendable {
    /// The log's key, from somewhere else than the log.
    public var verifier: (any NoteVerifier)?
    /// A checkpoint of the same log that was seen before.
    public var earlier: SignedCheckpoint?
    /// A proof.
    public var proof: LogProof?
    /// The entry that the proof is for; made from the payload where that is given with a salt in the proof.
    public var entry: [UInt8]?
    /// The payload of the entry, to be checked with the salt in the proof.
    public var payload: [UInt8]?

    /// Nothing known.
    public init() {}
  }

  private static let mostFindings = 20
  /// Tiles fetched at a time, so that a log far away is not waited for file by file.
  private static let readAhead = 16
  /// Our entries have less than a hundred bytes.
  private static let largestBundle = LogTile.width * 256

  private let source: any LogSource
  private let knowledge: Knowledge
  private var edge = RightEdge()
  /// The hashes that the tile begun on each level must hold.
  private var begun: [[MerkleHash]]

  /// Checks a log.
  ///
  /// - Parameters:
  ///   - source: Its files.
  ///   - knowledge: What is known of it from elsewhere.
  ///   - progress: Called now and then with how many entries have been checked, and of how many.
  public init(
    _ source: any LogSource, knowing knowledge: Knowledge = Knowledge(),
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) async {
    self.source = source
    self.knowledge = knowledge
    begun = []
    guard await readHead(), let size = signed?.checkpoint.size else { return }
    begun = Array(repeating: [], count: LogTile.levels(size: size).count)
    checkKnowledge()
    checkSeenRoots()
    // A checkpoint may claim any size: its tiles are counted, never listed.
    let all = LogTile.all(.entries, size: size)
    var first = 0
    while first < all.count {
      let next = all[first..<min(first + LogVerification.readAhead, all.count)]
      first += next.count
      for (tile, bundle, hashes) in await fetch(Array(next)) {
        guard await check(tile, bundle, hashes) else { return }
      }
      progress(edge.size, size)
    }
    for level in begun.indices where !begun[level].isEmpty { await closeTile(onLevel: level, fetched: nil) }
    entriesAreSigned = edge.root == signed?.checkpoint.root
    if !entriesAreSigned { report(.root(size: size)) }
  }

  private mutating func report(_ finding: LogFinding) {
    if findings.count < LogVerification.mostFindings { findings.append(finding) } else { omitted += 1 }
  }

  // MARK: The head

  private mutating func readHead() async -> Bool {
    verifier = knowledge.verifier
    if verifier == nil {
      guard let bytes = await needed("vkey", atMost: 1024) else { return false }
      do { verifier = try Ed25519Verifier(text: String(decoding: bytes, as: UTF8.self)) } catch {
        report(.unreadable(path: "vkey", why: "\(error)"))
        return false
      }
    }
    guard let verifier, let bytes = await needed("checkpoint", atMost: SignedNote.largest) else { return false }
    do { signed = try SignedCheckpoint(bytes) } catch {
      report(.unreadable(path: "checkpoint", why: "\(error)"))
      return false
    }
    guard let signed else { return false }
    do { try signed.note.check(trusting: [verifier]) } catch { report(.signature(error)) }
    let (found, expected) = (signed.checkpoint.origin, verifier.identity.name)
    if !found.utf8.elementsEqual(expected.utf8) { report(.origin(found: found, expected: expected)) }
    return true
  }

  private mutating func needed(_ path: String, atMost limit: Int) async -> [UInt8]? {
    unwrap(await LogVerification.get(path, limit, from: source), path)
  }

  private typealias Fetched = Result<[UInt8]?, LogSourceTrouble>

  private static func get(_ path: String, _ limit: Int, from source: any LogSource) async -> Fetched {
    do { return .success(try await source.file(path, atMost: limit)) } catch { return .failure(error) }
  }

  private mutating func unwrap(_ fetched: Fetched, _ path: String) -> [UInt8]? {
    switch fetched {
    case .success(let bytes?): return bytes
    case .success(nil): report(.missing(path: path))
    case .failure(let trouble): report(.unreadable(path: path, why: "\(trouble)"))
    }
    return nil
  }

  // MARK: Entries

  private func fetch(_ tiles: [LogTile]) async -> [(LogTile, Fetched, Fetched)] {
    let source = source
    let fetched = await withTaskGroup(of: (Int, Fetched, Fetched).self) { group in
      for (position, tile) in tiles.enumerated() {
        group.addTask {
          let hashes = LogTile(.hashes(level: 0), index: tile.index, width: tile.width)
          return (
            position, await LogVerification.get(tile.path, LogVerification.largestBundle, from: source),
            await LogVerification.get(hashes.path, LogTile.largest, from: source)
          )
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    return fetched.sorted { $0.0 < $1.0 }.map { (tiles[$0.0], $0.1, $0.2) }
  }

  /// False where the entries end, so that nothing above them can be checked.
  private mutating func check(_ tile: LogTile, _ bundle: Fetched, _ hashes: Fetched) async -> Bool {
    guard let bytes = unwrap(bundle, tile.path) else { return false }
    let entries: [ArraySlice<UInt8>]
    do { entries = try EntryBundle.decode(bytes, count: tile.width) } catch {
      report(.unreadable(path: tile.path, why: "\(error)"))
      return false
    }
    for bytes in entries {
      checkForm(of: Array(bytes), in: tile.path)
      let completed = edge.append(.leaf(bytes))
      for level in begun.indices where completed.count > level * LogTile.height {
        begun[level].append(completed[level * LogTile.height])
        if begun[level].count == LogTile.width { await closeTile(onLevel: level, fetched: level == 0 ? hashes : nil) }
      }
      checkSeenRoots()
    }
    if !begun[0].isEmpty { await closeTile(onLevel: 0, fetched: hashes) }
    return true
  }

  private mutating func checkForm(of bytes: [UInt8], in path: String) {
    let number = edge.size
    if let entry = try? LogEntry(bytes) {
      if entry.number != number { report(.entryNumber(number, says: entry.number, path: path)) }
    } else {
      report(.entryForm(number: number, path: path))
    }
    if let proof = knowledge.proof, proof.index == number, let expected = provenEntry, expected != bytes {
      report(.proofOfOther(number: number))
    }
  }

  /// Compares the hashes computed for a tile with those in its file.
  private mutating func closeTile(onLevel level: Int, fetched: Fetched?) async {
    let width = begun[level].count
    let span = 1 << (level * LogTile.height)
    let last = edge.size / span
    let tile = LogTile(.hashes(level: level), index: (last - 1) / LogTile.width, width: width)
    let hashes = begun[level]
    begun[level] = []
    let file =
      if let fetched { fetched } else { await LogVerification.get(tile.path, LogTile.largest, from: source) }
    guard let bytes = unwrap(file, tile.path) else { return }
    guard bytes.count == width * MerkleHash.byteCount else {
      return report(.tileLength(path: tile.path, hashes: width))
    }
    for (position, hash) in hashes.enumerated() {
      let stored = bytes[(position * MerkleHash.byteCount)..<((position + 1) * MerkleHash.byteCount)]
      guard MerkleHash(bytes: stored) != hash else { continue }
      let first = (tile.range.lowerBound + position) * span
      report(.hash(tile: tile.path, position: position, entries: first..<(first + span)))
    }
  }

  // MARK: What was known before

  private var provenEntry: [UInt8]? {
    if let entry = knowledge.entry { return entry }
    guard let proof = knowledge.proof, let salt = proof.extra, let payload = knowledge.payload else { return nil }
    return LogEntry(number: proof.index, commitment: Commitment(salt: salt, payload: payload)).bytes
  }

  private mutating func checkKnowledge() {
    guard let verifier, let size = signed?.checkpoint.size else { return }
    if let earlier = knowledge.earlier {
      do { try earlier.note.check(trusting: [verifier]) } catch { report(.earlierDistrusted(error)) }
      if earlier.checkpoint.size > size { report(.shrunk(earlier: earlier.checkpoint.size, now: size)) }
    }
    guard let proof = knowledge.proof else { return }
    if let entry = provenEntry {
      do { try proof.check(entry: entry, trusting: verifier) } catch { report(.proof(error)) }
    }
    if let payload = knowledge.payload, let entry = knowledge.entry.flatMap({ try? LogEntry($0) }),
      entry.commitment != Commitment(salt: proof.extra ?? [], payload: payload)
    {
      report(.payload(number: entry.number))
    }
    proofIsBeyond = proof.index >= size
  }

  /// At the sizes of checkpoints seen elsewhere the entries so far must give their roots.
  private mutating func checkSeenRoots() {
    if let earlier = knowledge.earlier?.checkpoint, earlier.size == edge.size, earlier.root != edge.root {
      report(.forked(size: earlier.size, where: "the file seen before"))
    }
    if let proof = knowledge.proof?.signed.checkpoint, proof.size == edge.size, proof.root != edge.root {
      report(.forked(size: proof.size, where: "the proof"))
    }
  }
}
