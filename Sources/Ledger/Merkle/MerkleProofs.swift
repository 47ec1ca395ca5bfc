/// Proof that a tree holds a leaf: the hashes beside the way from the leaf to the root (RFC 9162 § 2.1.3).
public struct InclusionProof: Hashable, Sendable {
  /// The hashes, from the leaf's sibling to the child of the root.
  public let hashes: [MerkleHash]

  /// A proof with these hashes, which need not be right.
  public init(hashes: [MerkleHash]) { self.hashes = hashes }

  /// The proof for a leaf of a tree of so many leaves, `0 <= index < size`.
  package init<Hashes: MerkleHashes>(index: Int, size: Int, from tree: Hashes) throws(Hashes.Failure) {
    var hashes: [MerkleHash] = []
    var range = 0..<size
    while range.count > 1 {
      let (left, right) = halves(of: range)
      hashes.append(try subtree(index < left.upperBound ? right : left, of: tree))
      range = index < left.upperBound ? left : right
    }
    self.hashes = hashes.reversed()
  }

  /// The root that the tree has if the leaf is where the proof says, by RFC 9162 § 2.1.3.2; nil if the proof is too
  /// short or too long for such a leaf, or no tree of this size has it.
  public func root(leaf: MerkleHash, index: Int, size: Int) -> MerkleHash? {
    guard index >= 0, index < size else { return nil }
    var (node, last, root) = (index, size - 1, leaf)
    for hash in hashes {
      guard last > 0 else { return nil }
      if node & 1 == 1 || node == last {
        root = .node(hash, root)
        while node & 1 == 0, node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        root = .node(root, hash)
      }
      node >>= 1
      last >>= 1
    }
    return last == 0 ? root : nil
  }
}

/// Proof that a tree begins with all of an earlier one, in the same order (RFC 9162 § 2.1.4).
public struct ConsistencyProof: Hashable, Sendable {
  /// The hashes, in the order of RFC 9162.
  public let hashes: [MerkleHash]

  /// A proof with these hashes, which need not be right.
  public init(hashes: [MerkleHash]) { self.hashes = hashes }

  /// The proof from a tree of `earlier` leaves to one of `size`, `0 <= earlier <= size`.
  package init<Hashes: MerkleHashes>(from earlier: Int, to size: Int, of tree: Hashes) throws(Hashes.Failure) {
    var hashes: [MerkleHash] = []
    guard earlier > 0, earlier < size else {
      self.hashes = []
      return
    }
    var range = 0..<size
    while earlier != range.upperBound {
      let (left, right) = halves(of: range)
      hashes.append(try subtree(earlier <= left.upperBound ? right : left, of: tree))
      range = earlier <= left.upperBound ? left : right
    }
    // Where the earlier tree is a subtree of its own, whoever checks has its root already.
    if range.lowerBound > 0 { hashes.append(try subtree(range, of: tree)) }
    self.hashes = hashes.reversed()
  }

  /// Whether the proof leads from one tree to the other, by RFC 9162 § 2.1.4.2.
  public func holds(earlier: (size: Int, root: MerkleHash), later: (size: Int, root: MerkleHash)) -> Bool {
    guard earlier.size >= 0, earlier.size <= later.size else { return false }
    if earlier.size == later.size { return hashes.isEmpty && earlier.root == later.root }
    if earlier.size == 0 { return hashes.isEmpty && earlier.root == .empty }

    var path = hashes[...]
    var (node, last) = (earlier.size - 1, later.size - 1)
    while node & 1 == 1 {
      node >>= 1
      last >>= 1
    }
    // A complete earlier tree is its own first hash.
    let start: MerkleHash? = earlier.size.nonzeroBitCount == 1 ? earlier.root : path.popFirst()
    guard let start else { return false }
    var (before, after) = (start, start)
    for hash in path {
      guard last > 0 else { return false }
      if node & 1 == 1 || node == last {
        before = .node(hash, before)
        after = .node(hash, after)
        while node & 1 == 0, node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        after = .node(after, hash)
      }
      node >>= 1
      last >>= 1
    }
    return last == 0 && before == earlier.root && after == later.root
  }
}

/// The largest complete subtree on the left, and the rest.
private func halves(of range: Range<Int>) -> (Range<Int>, Range<Int>) {
  let middle = range.lowerBound + 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
  return (range.lowerBound..<middle, middle..<range.upperBound)
}

/// The hash over a range of leaves that splits off the tree by `halves`.
private func subtree<Hashes: MerkleHashes>(
  _ range: Range<Int>, of tree: Hashes
) throws(Hashes.Failure) -> MerkleHash {
  if range.count.nonzeroBitCount == 1 {
    let level = range.count.trailingZeroBitCount
    return try tree.hash(of: MerkleNode(level: level, index: range.lowerBound >> level))
  }
  let (left, right) = halves(of: range)
  return .node(try subtree(left, of: tree), try subtree(right, of: tree))
}
