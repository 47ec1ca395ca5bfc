import Foundation
import Ledger
import Testing

struct NoteTests {
  /// The example of C2SP signed-note.
  private static let specified = (
    key: "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    note: """
    This is an example message.

    — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

    """
  )
  /// The example of Go's package note, whose private key is known.
  private static let known = (
    secret: "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
    key: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
    signature:
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
  )

  @Test func believesTheExampleOfTheSpecification() throws {
    let note = try SignedNote(Array(NoteTests.specified.note.utf8))
    let key = try Ed25519Verifier(text: NoteTests.specified.key)
    #expect(String(decoding: note.text, as: UTF8.self) == "This is an example message.\n")
    #expect(note.bytes == Array(NoteTests.specified.note.utf8))
    #expect(key.text == NoteTests.specified.key)
    try note.check(trusting: [key])
  }

  @Test func readsAPrivateKeyOfGoAndSignsWithIt() throws {
    let signer = try Ed25519Signer(text: NoteTests.known.secret)
    #expect(signer.secretText == NoteTests.known.secret)
    #expect(signer.verifier.text == NoteTests.known.key)
    let note = try SignedNote(text: Array(NoteTests.known.text.utf8), signedBy: signer)
    try note.check(trusting: [try Ed25519Verifier(text: NoteTests.known.key)])
    let theirs = try SignedNote(Array((NoteTests.known.text + "\n" + NoteTests.known.signature + "\n").utf8))
    try theirs.check(trusting: [signer.verifier])
  }

  @Test func disbelievesAChangedTextAndAnUnknownKey() throws {
    let key = try Ed25519Verifier(text: NoteTests.specified.key)
    let changed = try SignedNote(
      Array(NoteTests.specified.note.replacing("example message", with: "other message").utf8))
    #expect(throws: SignedNote.Distrust.wrongSignature(key: "example.com/foo")) { try changed.check(trusting: [key]) }
    let note = try SignedNote(Array(NoteTests.specified.note.utf8))
    let other = try Ed25519Verifier(text: NoteTests.known.key)
    #expect(throws: SignedNote.Distrust.noTrustedSignature(keysSeen: ["example.com/foo"])) {
      try note.check(trusting: [other])
    }
    try note.check(trusting: [other, key])
  }

  @Test func aTextMayHoldEmptyLines() throws {
    let signer = try Ed25519Signer.generate(name: "a.example/b")
    let note = try SignedNote(text: Array("one\n\ntwo\n".utf8), signedBy: signer)
    let read = try SignedNote(note.bytes)
    #expect(read == note)
    try read.check(trusting: [signer.verifier])
  }

  @Test(arguments: [
    ("no line break at the end", "a\n\n— a AAAAAAA=", 3), ("no signature", "a\n\n", 3),
    ("no empty line", "a\nb\n", nil),
    ("a hyphen for the dash", "a\n\n- a AAAAAAA=\n", 3), ("two spaces", "a\n\n—  a AAAAAAA=\n", 3),
    ("a short signature", "a\n\n— a AAAAAA==\n", 3), ("stray bits", "a\n\n— a AAAAAAB=\n", 3),
    ("a plus in the name", "a\n\n— a+b AAAAAAA=\n", 3), ("a carriage return", "a\r\n\n— a AAAAAAA=\n", 1),
    ("no text", "\n— a AAAAAAA=\n", nil),
  ])
  func saysWhichLineOfANoteIsWrong(what: String, text: String, line: Int?) {
    #expect(performing: { try SignedNote(Array(text.utf8)) }, throws: { ($0 as? Malformed)?.line == line })
  }

  @Test func refusesNotesOutOfBounds() {
    let line = "— a AAAAAAA=\n"
    #expect(throws: Malformed.self) { try SignedNote(Array(("a\n\n" + String(repeating: line, count: 65)).utf8)) }
    #expect(throws: Malformed.self) { try SignedNote([UInt8](repeating: 0x61, count: 1 << 20)) }
    #expect(throws: Malformed.self) { try SignedNote([0xFF, 0x0A, 0x0A]) }
  }

  @Test(arguments: [
    "", "a", "a+b", "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2", "a+00000000+AQ==",
    "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "a\nb+00000000+AQ==",
  ])
  func refusesKeysThatDoNotFitThemselves(text: String) {
    #expect(throws: Malformed.self) { try Ed25519Verifier(text: text) }
    #expect(throws: Malformed.self) { try Ed25519Signer(text: "PRIVATE+KEY+" + text) }
  }

  @Test func aPrivateKeyDoesNotPrintItself() throws {
    let signer = try Ed25519Signer(text: NoteTests.known.secret)
    for text in ["\(signer)", String(reflecting: signer), "\(Optional(signer) as Any)"] {
      #expect(!text.contains("PRIVATE") && !text.contains("AYEKFALVFGy"))
    }
    var dumped = ""
    dump(signer, to: &dumped)
    #expect(!dumped.contains("AYEKFALVFGy"))
  }

  @Test func aKeyFileIsPrivateAndNeverOverwritten() throws {
    let folder = try TestLedger.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "key").path()
    #expect(throws: KeyFile.Trouble.absent(path: path)) { try KeyFile.load(path) }
    let made = try KeyFile.create(path, name: "a.example/b")
    #expect(try KeyFile.load(path).secretText == made.secretText)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(throws: KeyFile.Trouble.self) { try KeyFile.create(path, name: "a.example/b") }
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(throws: KeyFile.Trouble.self) { try KeyFile.load(path) }
  }

  // MARK: Checkpoints and proofs

  private static let root = MerkleHash.leaf([1]).base64

  @Test(arguments: [
    ("\n1\n\(root)\n", 1), ("a\n01\n\(root)\n", 2), ("a\n-1\n\(root)\n", 2), ("a\n99999999999999999999\n\(root)\n", 2),
    ("a\n1\n\(root)", nil), ("a\n1\nAAAA\n", 3), ("a\n1\n\(root)\n\nx\n", 4), ("a\n1\n", 3), ("a\n", 2), ("", 1),
  ])
  func saysWhichLineOfACheckpointIsWrong(text: String, line: Int?) {
    #expect(performing: { try Checkpoint(text: Array(text.utf8)) }, throws: { ($0 as? Malformed)?.line == line })
  }

  @Test func aCheckpointMayHaveExtensionLines() throws {
    let checkpoint = try Checkpoint(text: Array("a\n12\n\(NoteTests.root)\nmore\n".utf8))
    #expect(checkpoint.origin == "a" && checkpoint.size == 12)
  }

  private func proof(extra: [UInt8]? = [1, 2, 3]) throws -> (LogProof, any NoteVerifier) {
    let signer = try Ed25519Signer.generate(name: "a.example/b")
    var tree = MemoryTree()
    for number in 0..<9 { tree.append(.leaf([UInt8(number)])) }
    let signed = try SignedCheckpoint(size: 9, root: tree.edge.root, signer: signer)
    let inclusion = InclusionProof(index: 4, size: 9, from: tree)
    return (LogProof(index: 4, inclusion: inclusion, extra: extra, signed: signed), signer.verifier)
  }

  @Test func aProofIsReadAsItWasWritten() throws {
    for extra in [nil, [], [1, 2, 3]] as [[UInt8]?] {
      let (proof, verifier) = try proof(extra: extra)
      #expect(try LogProof(proof.bytes) == proof)
      try proof.check(entry: [4], trusting: verifier)
      #expect(throws: LogProof.Flaw.notIncluded(index: 4)) { try proof.check(entry: [5], trusting: verifier) }
    }
  }

  @Test func saysWhichLineOfAProofIsWrong() throws {
    let lines = String(decoding: try proof().0.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func line(changing number: Int, to text: String) -> Int? {
      var changed = lines
      changed[number - 1] = text
      do {
        _ = try LogProof(Array(changed.joined(separator: "\n").utf8))
        return nil
      } catch { return error.line }
    }
    #expect(line(changing: 1, to: "c2sp.org/tlog-proof@v2") == 1)
    #expect(line(changing: 2, to: "extra ?") == 2)
    #expect(line(changing: 3, to: "index 04") == 3)
    #expect(line(changing: 4, to: "AAAA") == 4)
    #expect(lines[7].isEmpty)
    #expect(line(changing: 10, to: "x") == 10)
    #expect(line(changing: 11, to: "x") == 11)
    #expect(line(changing: 13, to: "x") == 13)
  }

  @Test func noPrefixAndNoFlippedByteOfAProofIsBelieved() throws {
    let (proof, verifier) = try proof(extra: nil)
    let whole = proof.bytes
    for count in 0..<whole.count { #expect(throws: (any Error).self) { try LogProof(Array(whole.prefix(count))) } }
    for position in whole.indices {
      var bent = whole
      bent[position] ^= 1
      #expect(throws: (any Error).self) { try LogProof(bent).check(entry: [4], trusting: verifier) }
    }
  }
}
