import Crypto
import Foundation
import Testing
import Web

@Suite struct PasskeyTests {
  private let party = RelyingParty(id: "localhost", origin: "http://localhost:8410")
  private let challenge = [UInt8](repeating: 7, count: 32)
  private let key = P256.Signing.PrivateKey()
  private let credential = [UInt8](repeating: 9, count: 16)

  // MARK: An authenticator of our own

  private func client(_ type: String, challenge: [UInt8]? = nil, origin: String? = nil, more: String = "") -> [UInt8] {
    let challenge = Base64URL.encoded(challenge ?? self.challenge)
    return Array(
      #"{"type":"\#(type)","challenge":"\#(challenge)","origin":"\#(origin ?? party.origin)"\#(more)}"#.utf8)
  }

  private func data(
    party id: String = "localhost", flags: UInt8, counter: UInt32, attested: [UInt8] = []
  ) -> [UInt8] {
    Array(SHA256.hash(data: Array(id.utf8))) + [flags]
      + (0..<4).map { UInt8(truncatingIfNeeded: counter >> (24 - 8 * $0)) }
      + attested
  }

  private func bytes(_ bytes: [UInt8]) -> [UInt8] {
    bytes.count < 24 ? [0x40 | UInt8(bytes.count)] + bytes : [0x58, UInt8(bytes.count)] + bytes
  }
  private func text(_ text: String) -> [UInt8] { [0x60 | UInt8(text.utf8.count)] + Array(text.utf8) }

  private var coseKey: [UInt8] {
    let point = Array(key.publicKey.rawRepresentation)
    return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21] + bytes(Array(point[..<32])) + [0x22]
      + bytes(Array(point[32...]))
  }

  private func attestation(_ data: [UInt8], format: String = "none") -> [UInt8] {
    [0xA3] + text("fmt") + text(format) + text("attStmt") + [0xA0] + text("authData")
      + [0x58, UInt8(data.count)] + data
  }

  private func registration(
    flags: UInt8 = 0x45, client: [UInt8]? = nil, key: [UInt8]? = nil, party: String = "localhost", tail: [UInt8] = []
  ) -> PasskeyRegistration {
    let attested =
      [UInt8](repeating: 0, count: 16) + [0, UInt8(credential.count)] + credential + (key ?? coseKey) + tail
    return PasskeyRegistration(
      clientData: client ?? self.client("webauthn.create"),
      attestation: attestation(data(party: party, flags: flags, counter: 1, attested: attested)))
  }

  private func assertion(
    flags: UInt8 = 0x05, counter: UInt32 = 2, client: [UInt8]? = nil, party: String = "localhost",
    by signer: P256.Signing.PrivateKey? = nil
  ) throws -> PasskeyAssertion {
    let client = client ?? self.client("webauthn.get")
    let data = data(party: party, flags: flags, counter: counter)
    let signature = try (signer ?? key).signature(for: data + Array(SHA256.hash(data: client)))
    return PasskeyAssertion(
      credential: credential, clientData: client, authenticatorData: data,
      signature: Array(signature.derRepresentation))
  }

  private func passkey(counter: UInt32 = 1) -> Passkey {
    Passkey(id: credential, publicKey: Array(key.publicKey.rawRepresentation), counter: counter)
  }

  // MARK: Making one

  @Test func aNewPasskeyIsRead() throws {
    let made = try registration().verify(challenge: challenge, party)
    #expect(made == passkey())
  }

  @Test func aNewPasskeyIsRefusedWhereAnythingIsOff() {
    func error(_ registration: PasskeyRegistration) -> PasskeyError? {
      do {
        _ = try registration.verify(challenge: challenge, party)
        return nil
      } catch { return error }
    }
    #expect(error(registration(flags: 0x44)) == .userNotPresent)
    #expect(error(registration(flags: 0x41)) == .userNotVerified)
    #expect(error(registration(party: "evil.example")) == .wrongRelyingParty)
    #expect(error(registration(client: client("webauthn.get"))) == .wrongKind)
    #expect(error(registration(client: client("webauthn.create", challenge: [1, 2]))) == .wrongChallenge)
    #expect(error(registration(client: client("webauthn.create", origin: "http://localhost:1"))) == .wrongOrigin)
    #expect(error(registration(client: client("webauthn.create", more: #","crossOrigin":true"#))) == .crossOrigin)
    #expect(error(registration(tail: [0])) == .malformed("authenticator data"))
    var rsa = coseKey
    rsa[4] = 0x38
    #expect(error(registration(key: rsa)) != nil)
    var offCurve = coseKey
    offCurve[12] ^= 1
    #expect(error(registration(key: offCurve)) == .malformed("public key"))
  }

  // MARK: Using it

  @Test func aPasskeySignsIn() throws {
    let used = try assertion().verify(passkey(), challenge: challenge, party)
    #expect(used.counter == 2)
  }

  @Test func anAssertionIsRefusedWhereAnythingIsOff() throws {
    func error(_ assertion: PasskeyAssertion, counter: UInt32 = 1) -> PasskeyError? {
      do {
        _ = try assertion.verify(passkey(counter: counter), challenge: challenge, party)
        return nil
      } catch { return error }
    }
    #expect(try error(assertion(flags: 0x04)) == .userNotPresent)
    #expect(try error(assertion(flags: 0x01)) == .userNotVerified)
    #expect(try error(assertion(party: "evil.example")) == .wrongRelyingParty)
    #expect(try error(assertion(client: client("webauthn.create"))) == .wrongKind)
    #expect(try error(assertion(client: client("webauthn.get", origin: "https://localhost:8410"))) == .wrongOrigin)
    #expect(try error(assertion(by: P256.Signing.PrivateKey())) == .badSignature)
    #expect(try error(assertion(counter: 5), counter: 5) == .counterFellBack)
    #expect(try error(assertion(counter: 0), counter: 5) == .counterFellBack)
    #expect(try error(assertion(counter: 0), counter: 0) == nil)
  }

  // MARK: CBOR

  @Test(arguments: [
    ([UInt8](repeating: 0x81, count: 40), CBOR.Malformed.tooDeep),
    ([0x5B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .numberTooLarge),
    ([0x5A, 0xFF, 0xFF, 0xFF, 0xFF], .endsEarly), ([0x9A, 0xFF, 0xFF, 0xFF, 0xFF], .tooMany),
    ([0x00, 0x00], .moreFollows),
    ([0xA2, 0x01, 0x01, 0x01, 0x02], .duplicateKey), ([0x61, 0xFF], .notText), ([0xF9, 0, 0], .notUsedByPasskeys),
    ([0xC0, 0], .notUsedByPasskeys),
    ([0x5F], .notUsedByPasskeys), ([], .endsEarly),
  ])
  func badCBORIsRefused(_ bytes: [UInt8], _ expected: CBOR.Malformed) {
    #expect(throws: expected) { try CBOR(bytes) }
  }

  @Test func examplesOfTheStandardAreRead() throws {
    #expect(try CBOR([0x39, 0x03, 0xE7]) == .integer(-1000))
    #expect(try CBOR([0x1B, 0, 0, 0, 0xE8, 0xD4, 0xA5, 0x10, 0]) == .integer(1_000_000_000_000))
    #expect(
      try CBOR([0xA2, 0x61, 0x61, 0x01, 0x61, 0x62, 0x82, 0x02, 0x03])
        == .map([.text("a"): .integer(1), .text("b"): .list([.integer(2), .integer(3)])]))
  }

  @Test func randomBytesNeverTrap() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? CBOR(bytes)
    }
  }
}
