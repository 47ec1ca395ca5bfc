/// What must be known of a tree to append to it and to name its root: the complete subtrees along its right edge.
package struct RightEdge: Sendable, Equatable {
  /// How many leaves the tree has.
  package private(set) var size: Int
  /// The hashes of the complete subtrees, largest first; as many as `size` has ones in binary.
  private var peaks: [MerkleHash]

  /// The edge of the empty tree.
  package init() {
    size = 0
    peaks = []
  }

  /// The edge of a tree whose hashes are kept somewhere.
  package init<Hashes: MerkleHashes>(size: Int, of hashes: Hashes) throws(Hashes.Failure) {
    self.size = size
    peaks = []
    for node in RightEdge.peaks(ofSize: size) { peaks.append(try hashes.hash(of: node)) }
  }

  /// Adds a leaf. Returns the hashes that became complete with it, from the leaf upward: one, and one more for each
  /// subtree that it fills.
  @discardableResult
  package mutating func append(_ leaf: MerkleHash) -> [MerkleHash] {
    var completed = [leaf]
    var hash = leaf
    for _ in 0..<(~size).trailingZeroBitCount {
      hash = .node(peaks.removeLast(), hash)
      completed.append(hash)
    }
    peaks.append(hash)
    size += 1
    return completed
  }

  /// The root of the tree.
  package var root: MerkleHash {
    guard var root = peaks.last else { return .empty }
    for peak in peaks.dropLast().reversed() { root = .node(peak, root) }
    return root
  }

  /// The complete subtrees that make up a tree of this size, largest first.
  private static func peaks(ofSize size: Int) -> [MerkleNode] {
    var nodes: [MerkleNode] = []
    var start = 0
    for level in (0..<(Int.bitWidth - 1)).reversed() where size >> level & 1 == 1 {
      nodes.append(MerkleNode(level: level, index: start >> level))
      start += 1 << level
    }
    return nodes
  }
}
