import Desk
import Ledger
import LawLanguage
import Reasoning
import Web

/// The readers of what reaches a desk from outside, and what must hold of any bytes that are given to them.
public enum ServedReader: String, Sendable, CaseIterable {
  /// Forms and queries.
  case form
  /// Forms with a file.
  case multipart
  /// Reports as tables of text.
  case csv
  /// Signed notes.
  case note
  /// Checkpoints of a log.
  case checkpoint
  /// Proofs that a log holds an entry.
  case proof
  /// The file of settings.
  case settings
  /// What a passkey answers.
  case passkey

  /// Every property that these bytes break, in words; none if all is well.
  public func broken(by bytes: [UInt8]) -> [String] {
    switch self {
    case .form: ServedProperties.form(bytes)
    case .multipart: ServedProperties.multipart(bytes)
    case .csv: ServedProperties.table(bytes)
    case .note: ServedProperties.note(bytes)
    case .checkpoint: ServedProperties.checkpoint(bytes)
    case .proof: ServedProperties.proof(bytes)
    case .settings: ServedProperties.settings(bytes)
    case .passkey: ServedProperties.passkey(bytes)
    }
  }
}

private enum ServedProperties {
  // MARK: Forms

  static func form(_ bytes: [UInt8]) -> [String] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return [] }
    let fields: Fields
    do { fields = try Fields(encoded: text) } catch {
      return error.sentence.isEmpty ? ["a refusal says why"] : []
    }
    var broken = brokenBounds(of: fields, count: Fields.Limits.count)
    let written = fields.pairs.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    if (try? Fields(encoded: written)) != fields { broken.append("what was read is read again from how we write it") }
    return broken
  }

  private static func brokenBounds(of fields: Fields, count: Int) -> [String] {
    var broken: [String] = []
    if fields.pairs.count > count { broken.append("a form holds no more fields than it may") }
    for pair in fields.pairs {
      if pair.name.utf8.count > Fields.Limits.name || pair.value.utf8.count > Fields.Limits.value {
        broken.append("a field is no longer than it may be")
      }
      if (pair.name + pair.value).utf8.contains(where: { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 || $0 == 0x7F }) {
        broken.append("a field holds no control character")
      }
    }
    return broken
  }

  static func multipart(_ bytes: [UInt8]) -> [String] {
    // The type comes from outside as well; what it names is taken only where it is one.
    _ = try? MultipartForm(bytes, contentType: String(decoding: bytes.prefix(200), as: UTF8.self))
    let form: MultipartForm
    do { form = try MultipartForm(bytes, contentType: "multipart/form-data; boundary=xyz") } catch {
      return error.sentence.isEmpty ? ["a refusal says why"] : []
    }
    var broken = brokenBounds(of: form.fields, count: MultipartForm.Limits.parts)
    if let file = form.file, file.bytes.isEmpty || file.bytes.count > bytes.count {
      broken.append("a file is a part of what was sent")
    }
    var written: [UInt8] = []
    func write(_ head: String, _ content: [UInt8]) {
      written += Array("--xyz\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + content + [0x0D, 0x0A]
    }
    for pair in form.fields.pairs { write("name=\"\(pair.name)\"", Array(pair.value.utf8)) }
    if let file = form.file { write("name=\"file\"; filename=\"\"", file.bytes) }
    written += Array("--xyz--\r\n".utf8)
    let again = try? MultipartForm(written, contentType: "multipart/form-data; boundary=xyz")
    if again?.fields != form.fields || again?.file != form.file {
      broken.append("what was read is read again from how we write it")
    }
    return broken
  }

  static func table(_ bytes: [UInt8]) -> [String] {
    let rows: [DelimitedText.Row]
    do { rows = try DelimitedText.read(bytes) } catch {
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      return error.sentence.isEmpty || !(1...lines).contains(error.line) ? ["a mistake is told, and where it is"] : []
    }
    let cells = rows.map(\.cells)
    let written = DelimitedText.written(cells)
    var broken: [String] = []
    if (try? DelimitedText.read(written))?.map(\.cells) != cells {
      broken.append("what was read is read again from how we write it")
    }
    // As a spreadsheet finds it: at the start of a cell, quoted or not.
    let isFormula = written.split(whereSeparator: { $0 == 0x0A }).contains { line in
      ["=", "+", "-", "@", "\"=", "\"+", "\"-", "\"@"].contains { line.starts(with: $0.utf8) }
    }
    if isFormula, cells.allSatisfy({ $0.allSatisfy { !$0.utf8.contains(0x0A) } }) {
      broken.append("no cell is run as a formula")
    }
    return broken
  }

  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.map { "%\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
  }

  // MARK: The log

  /// A reader is strict: what it takes is written the same, byte for byte.
  private static func strict<Value>(
    _ bytes: [UInt8], _ read: ([UInt8]) throws(Malformed) -> Value, _ write: (Value) -> [UInt8]
  ) -> (Value?, [String]) {
    do {
      let value = try read(bytes)
      return (value, write(value) == bytes ? [] : ["what is read is written the same"])
    } catch {
      let isPlain = error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 }
      return (nil, error.expected.isEmpty || !isPlain ? ["a refusal says what was expected"] : [])
    }
  }

  private static let key = try? Ed25519Verifier(
    text: "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")

  static func note(_ bytes: [UInt8]) -> [String] {
    var (note, broken) = strict(bytes, { (bytes) throws(Malformed) in try SignedNote(bytes) }, \.bytes)
    if let note, let key, (try? note.check(trusting: [key])) != nil, !isVector(note.text) {
      broken.append("nothing but what the key signed is believed")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let verifier = try? Ed25519Verifier(text: text), !verifier.text.utf8.elementsEqual(text.utf8) {
      broken.append("a key is written as it is read")
    }
    return broken
  }

  /// The one text that the key of the tests has signed.
  private static func isVector(_ text: [UInt8]) -> Bool {
    ["If you think cryptography", "This is an example message."].contains { text.starts(with: $0.utf8) }
  }

  static func checkpoint(_ bytes: [UInt8]) -> [String] {
    var (signed, broken) = strict(bytes, { (bytes) throws(Malformed) in try SignedCheckpoint(bytes) }, \.bytes)
    if let signed, !signed.note.text.starts(with: signed.checkpoint.text) {
      broken.append("a checkpoint says what its note says")
    }
    if let signed, !(0...Checkpoint.largestSize).contains(signed.checkpoint.size) {
      broken.append("a size is one that can be reckoned with")
    }
    return broken
  }

  static func proof(_ bytes: [UInt8]) -> [String] {
    var (proof, broken) = strict(bytes, { (bytes) throws(Malformed) in try LogProof(bytes) }, \.bytes)
    if let proof, let key, (try? proof.check(entry: bytes, trusting: key)) != nil {
      broken.append("a proof nobody signed proves nothing")
    }
    if let proof {
      // Reckoning with any number and any size ends, and gives no root that was not asked for.
      _ = proof.inclusion.root(leaf: .leaf(bytes), index: proof.index, size: proof.signed.checkpoint.size)
    }
    return broken
  }

  // MARK: Settings

  static func settings(_ bytes: [UInt8]) -> [String] {
    do {
      let settings = try Settings.read(file: RequestText(bytes, from: "desk.json"), environment: [:])
      var broken: [String] = []
      if !(0...65_535).contains(settings.port) { broken.append("a port is one") }
      if !settings.isLoopback, settings.origin == nil { broken.append("nothing is served in the open") }
      if settings.logBlock % 256 != 0 || settings.logBlock < 256 { broken.append("a block is whole tiles") }
      return broken
    } catch let mistakes as Settings.Mistakes {
      return mistakes.sentences.isEmpty || mistakes.sentences.contains("") ? ["a mistake is told"] : []
    } catch let error as RequestError {
      return error.issues.isEmpty ? ["a mistake is told"] : []
    } catch {
      return ["settings are refused in words: \(error)"]
    }
  }

  // MARK: Passkeys

  static func passkey(_ bytes: [UInt8]) -> [String] {
    var broken: [String] = []
    if let value = try? CBOR(bytes) {
      // What follows is left alone, and changes nothing of what came before.
      let more = try? CBOR.first(of: (bytes + [0xF6, 0x00])[...])
      if more?.0 != value || more.map({ Array($0.1) }) != [0xF6, 0x00] { broken.append("a value ends where it ends") }
    }
    let party = RelyingParty(id: "localhost", origin: "http://localhost:8410")
    let challenge = [UInt8](repeating: 7, count: 32)
    let client = Array(
      #"{"type":"webauthn.create","challenge":"BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc","origin":"\#(party.origin)"}"#
        .utf8)
    for registration in [
      PasskeyRegistration(clientData: client, attestation: bytes),
      PasskeyRegistration(clientData: bytes, attestation: bytes),
    ] {
      if let passkey = try? registration.verify(challenge: challenge, party) {
        if passkey.publicKey.count != 64 || passkey.id.isEmpty { broken.append("a passkey has a name and a key") }
      }
    }
    let known = Passkey(id: [9], publicKey: [UInt8](repeating: 1, count: 64), counter: 1)
    let signIn = Array(String(decoding: client, as: UTF8.self).replacing("create", with: "get").utf8)
    let assertion = PasskeyAssertion(credential: [9], clientData: signIn, authenticatorData: bytes, signature: bytes)
    if (try? assertion.verify(known, challenge: challenge, party)) != nil {
      broken.append("nobody signs in without the key")
    }
    return broken
  }
}
