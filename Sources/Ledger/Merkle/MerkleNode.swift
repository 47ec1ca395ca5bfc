/// A complete subtree: `index`-th from the left among those that span `2^level` leaves.
package struct MerkleNode: Hashable, Sendable {
  package let level: Int
  package let index: Int

  package init(level: Int, index: Int) {
    self.level = level
    self.index = index
  }

  /// Where it is kept when hashes are appended in the order in which subtrees become complete, so that adding a leaf
  /// only ever adds at the end.
  ///
  /// Before the subtree's last leaf `m` came, `2m - ones(m)` hashes were there; after it come one hash per level.
  package var position: Int {
    let last = ((index + 1) << level) - 1
    return MerkleNode.stored(forSize: last) + level
  }

  /// How many complete subtrees a tree of so many leaves has.
  package static func stored(forSize size: Int) -> Int { 2 * size - size.nonzeroBitCount }
}

/// Where the hashes of complete subtrees come from.
package protocol MerkleHashes {
  associatedtype Failure: Error
  /// The hash of a subtree that is complete in the tree asked about.
  func hash(of node: MerkleNode) throws(Failure) -> MerkleHash
}
