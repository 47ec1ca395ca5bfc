import Ledger
import Testing

struct MerkleTests {
  /// The leaves, roots and proofs with which implementations of Certificate Transparency (RFC 6962) are tested.
  private static let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
  ].map { MerkleHash.leaf(bytes($0)) }
  private static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ].map { MerkleHash(bytes: bytes($0)) }

  private static func tree(_ size: Int) -> MemoryTree {
    leaves.prefix(size).reduce(into: MemoryTree()) { $0.append($1) }
  }

  @Test(arguments: 0...8) func rootsAreThoseOfCertificateTransparency(size: Int) {
    #expect(MerkleTests.tree(size).edge.root == MerkleTests.roots[size])
  }

  @Test func proofsAreThoseOfCertificateTransparency() {
    let one = InclusionProof(index: 0, size: 8, from: MerkleTests.tree(8))
    #expect(
      one.hashes.map(\.bytes)
        == [
          "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
          "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
          "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ].map(bytes))
    let two = ConsistencyProof(from: 2, to: 5, of: MerkleTests.tree(8))
    #expect(
      two.hashes.map(\.bytes)
        == [
          "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
          "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ].map(bytes))
    let three = ConsistencyProof(from: 6, to: 7, of: MerkleTests.tree(8))
    #expect(
      three.hashes.map(\.bytes)
        == [
          "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
          "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ].map(bytes))
  }

  @Test func agreesWithTheDefinitionForEverySmallTree() {
    var tree = MemoryTree()
    var roots = [MerkleHash.empty]
    for size in 1...70 {
      tree.append(.leaf([UInt8(size)]))
      roots.append(tree.edge.root)
      let leaves = tree.leaves[...]
      #expect(tree.edge.root == NaiveTree.root(leaves))
      #expect(RightEdge(size: size, of: tree) == tree.edge)
      for index in 0..<size {
        let proof = InclusionProof(index: index, size: size, from: tree)
        #expect(proof.hashes == NaiveTree.path(index, leaves))
        #expect(proof.root(leaf: tree.leaves[index], index: index, size: size) == tree.edge.root)
      }
      for earlier in 1..<size {
        let proof = ConsistencyProof(from: earlier, to: size, of: tree)
        #expect(proof.hashes == NaiveTree.proof(earlier, leaves))
        #expect(proof.holds(earlier: (earlier, roots[earlier]), later: (size, tree.edge.root)))
      }
    }
  }

  @Test func agreesWithTheDefinitionForLargeTreesAtRandom() {
    var random = SeededRandom(seed: 7)
    var tree = MemoryTree()
    for number in 0..<5_000 { tree.append(.leaf(Array(String(number).utf8))) }
    for _ in 0..<60 {
      let size = Int.random(in: 1...5_000, using: &random)
      let leaves = tree.leaves.prefix(size)
      let index = Int.random(in: 0..<size, using: &random)
      let root = NaiveTree.root(leaves)
      #expect(RightEdge(size: size, of: tree).root == root)
      let inclusion = InclusionProof(index: index, size: size, from: tree)
      #expect(inclusion.hashes == NaiveTree.path(index, leaves))
      #expect(inclusion.root(leaf: tree.leaves[index], index: index, size: size) == root)
      let earlier = Int.random(in: 1...size, using: &random)
      let consistency = ConsistencyProof(from: earlier, to: size, of: tree)
      #expect(consistency.hashes == NaiveTree.proof(earlier, leaves))
      #expect(consistency.holds(earlier: (earlier, NaiveTree.root(leaves.prefix(earlier))), later: (size, root)))
    }
  }

  @Test func refusesProofsThatAreBentInAnyWay() {
    var tree = MemoryTree()
    for number in 0..<13 { tree.append(.leaf([UInt8(number)])) }
    let root = tree.edge.root
    for index in 0..<13 {
      let hashes = InclusionProof(index: index, size: 13, from: tree).hashes
      func gives(_ hashes: [MerkleHash], index: Int = index, size: Int = 13) -> MerkleHash? {
        InclusionProof(hashes: hashes).root(leaf: tree.leaves[index % 13], index: index, size: size)
      }
      #expect(gives(Array(hashes.dropLast())) == nil)
      #expect(gives(hashes + [root]) == nil)
      #expect(gives(hashes.reversed()) != root)
      #expect(gives(hashes, index: index + 13) == nil)
      #expect(InclusionProof(hashes: hashes).root(leaf: .leaf([99]), index: index, size: 13) != root)
    }
    #expect(InclusionProof(hashes: []).root(leaf: root, index: -1, size: 1) == nil)
    #expect(InclusionProof(hashes: []).root(leaf: root, index: 0, size: 0) == nil)
    for earlier in 1..<13 {
      let before = NaiveTree.root(tree.leaves.prefix(earlier))
      let hashes = ConsistencyProof(from: earlier, to: 13, of: tree).hashes
      func holds(_ hashes: [MerkleHash], _ before: MerkleHash, _ after: MerkleHash) -> Bool {
        ConsistencyProof(hashes: hashes).holds(earlier: (earlier, before), later: (13, after))
      }
      #expect(!holds(Array(hashes.dropLast()), before, root))
      #expect(!holds(hashes + [root], before, root))
      #expect(!holds(hashes, root, root))
      #expect(!holds(hashes, before, before))
      #expect(!ConsistencyProof(hashes: hashes).holds(earlier: (13, root), later: (earlier, before)))
    }
    #expect(ConsistencyProof(hashes: []).holds(earlier: (0, .empty), later: (13, root)))
    #expect(!ConsistencyProof(hashes: []).holds(earlier: (0, root), later: (13, root)))
  }

  @Test func aLeafCannotPassForANode() {
    let (left, right) = (MerkleHash.leaf([1]), MerkleHash.leaf([2]))
    #expect(MerkleHash.leaf([1] + left.bytes + right.bytes) != .node(left, right))
  }
}

/// SplitMix64: the same numbers every time.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
