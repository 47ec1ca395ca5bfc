import Foundation
import GRDB
import Ledger
import Testing

/// A ledger in a folder of its own, which goes when the value goes.
final class TestLedger: Sendable {
  let folder: URL
  let store: LedgerStore

  static let name = "desk.example.gov/log"
  /// An arbitrary noon, in seconds since 1970.
  static let noon = 1_790_000_000

  private init(folder: URL, store: LedgerStore) {
    self.folder = folder
    self.store = store
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func make(seal: any PayloadSeal = PlainPayloads()) async throws -> TestLedger {
    let folder = try temporaryFolder()
    _ = try KeyFile.create(folder.appending(path: "key").path(), name: name)
    return TestLedger(folder: folder, store: try await open(folder, seal: seal))
  }

  static func open(
    _ folder: URL, key: String = "key", seal: any PayloadSeal = PlainPayloads()
  ) async throws -> LedgerStore {
    let pool = try DatabasePool(path: folder.appending(path: "office.sqlite").path())
    return try await LedgerStore.open(
      pool, signer: KeyFile.load(folder.appending(path: key).path()), memory: folder.appending(path: "signed").path(),
      seal: seal)
  }

  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Adds entries without payload, fast.
  func fill(_ count: Int) async throws {
    _ = try await store.commit { db in
      try StoredLog(db: db).append((0..<count).lazy.map { _ in Commitment.padding() })
    }
  }

  /// Adds one event.
  @discardableResult
  func add(_ payload: String) async throws -> Committed<Int> {
    let store = store
    return try await store.commit { db in try store.append(Array(payload.utf8), in: db) }
  }

  /// The log's latest state as files in a folder below this one.
  func export(_ name: String = "log") async throws -> URL {
    let log = folder.appending(path: name)
    _ = try await store.export(.latest, to: log.path())
    return log
  }
}

/// The tree over leaves as RFC 6962 § 2.1 defines it, word for word, for comparison.
enum NaiveTree {
  static func root(_ leaves: ArraySlice<MerkleHash>) -> MerkleHash {
    guard let first = leaves.first else { return .empty }
    guard leaves.count > 1 else { return first }
    let middle = leaves.startIndex + split(leaves.count)
    return .node(root(leaves[..<middle]), root(leaves[middle...]))
  }

  static func path(_ index: Int, _ leaves: ArraySlice<MerkleHash>) -> [MerkleHash] {
    guard leaves.count > 1 else { return [] }
    let k = split(leaves.count)
    let (left, right) = (leaves.prefix(k), leaves.dropFirst(k))
    return index < k ? path(index, left) + [root(right)] : path(index - k, right) + [root(left)]
  }

  static func proof(_ m: Int, _ leaves: ArraySlice<MerkleHash>) -> [MerkleHash] { subproof(m, leaves, true) }

  private static func subproof(_ m: Int, _ leaves: ArraySlice<MerkleHash>, _ known: Bool) -> [MerkleHash] {
    if m == leaves.count { return known ? [] : [root(leaves)] }
    let k = split(leaves.count)
    let (left, right) = (leaves.prefix(k), leaves.dropFirst(k))
    return m <= k ? subproof(m, left, known) + [root(right)] : subproof(m - k, right, false) + [root(left)]
  }

  private static func split(_ count: Int) -> Int {
    var k = 1
    while 2 * k < count { k *= 2 }
    return k
  }
}

/// A tree in memory, filled leaf by leaf, with its hashes where the store would put them.
struct MemoryTree: MerkleHashes {
  private(set) var edge = RightEdge()
  private(set) var leaves: [MerkleHash] = []
  private var stored: [MerkleHash] = []

  mutating func append(_ leaf: MerkleHash) {
    leaves.append(leaf)
    stored += edge.append(leaf)
  }

  func hash(of node: MerkleNode) -> MerkleHash { stored[node.position] }
}

func bytes(_ hex: String) -> [UInt8] {
  let digits = hex.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
