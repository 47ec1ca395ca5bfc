import Ledger
import Testing

/// Whatever is read ends without a trap, and what is accepted is written as it was read.
struct BentInputTests {
  private static func seeds() throws -> [[UInt8]] {
    let signer = try Ed25519Signer.generate(name: "a.example/b")
    var tree = MemoryTree()
    for number in 0..<9 { tree.append(.leaf([UInt8(number)])) }
    let signed = try SignedCheckpoint(size: 9, root: tree.edge.root, signer: signer)
    let inclusion = InclusionProof(index: 4, size: 9, from: tree)
    let entry = LogEntry(number: 12, commitment: .padding()).bytes
    return [
      signed.bytes, LogProof(index: 4, inclusion: inclusion, extra: [1, 2], signed: signed).bytes, entry,
      try EntryBundle.encode([entry, [], entry]), Array(signer.verifier.text.utf8), Array(signer.secretText.utf8),
      Array("tile/0/x001/x234/067.p/12".utf8), Array("tile/entries/000".utf8),
    ]
  }

  private static func read(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    if let note = try? SignedNote(input) { #expect(note.bytes == input) }
    if let signed = try? SignedCheckpoint(input) { #expect(signed.bytes == input) }
    if let proof = try? LogProof(input) { #expect(proof.bytes == input) }
    if let entry = try? LogEntry(input) { #expect(entry.bytes == input) }
    for count in [0, 1, 3, 256] {
      if let entries = try? EntryBundle.decode(input, count: count) {
        #expect((try? EntryBundle.encode(entries.map(Array.init))) == input)
      }
    }
    if let key = try? Ed25519Verifier(text: text) {
      #expect(key.text.utf8.elementsEqual(text.utf8) || (key.text + "\n").utf8.elementsEqual(text.utf8))
    }
    if let key = try? Ed25519Signer(text: text) {
      #expect(key.secretText.utf8.elementsEqual(text.utf8) || (key.secretText + "\n").utf8.elementsEqual(text.utf8))
    }
    if let tile = LogTile(path: text) { #expect(tile.path.utf8.elementsEqual(text.utf8)) }
  }

  @Test func nothingThatIsReadTrapsAndWhatIsAcceptedIsWrittenBack() throws {
    var random = SeededRandom(seed: 11)
    let seeds = try BentInputTests.seeds()
    let telling = Array("\n +—=.0x19\"{}:,/\u{0}\u{FF}".utf8) + [0xFF, 0x80]
    for round in 0..<20_000 {
      var input = seeds[round % seeds.count]
      for _ in 0..<Int.random(in: 0...4, using: &random) where !input.isEmpty {
        let place = Int.random(in: 0..<input.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: input[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
        case 1: input.remove(at: place)
        case 2: input.insert(telling.randomElement(using: &random) ?? 0, at: place)
        case 3: input.removeLast(input.count - place)
        case 4: input.insert(contentsOf: input[place...].prefix(40), at: place)
        default: input[place] = telling.randomElement(using: &random) ?? 0
        }
      }
      BentInputTests.read(input)
    }
  }
}
