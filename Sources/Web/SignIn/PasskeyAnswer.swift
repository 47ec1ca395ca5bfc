import Crypto
import Foundation

/// Why a passkey's answer is not taken. For the log; whoever signs in is told only that it did not work.
package enum PasskeyError: Error, Sendable, Hashable {
  case malformed(String)
  case wrongKind, wrongChallenge, wrongOrigin, crossOrigin, wrongRelyingParty
  case userNotPresent, userNotVerified, noCredential, unknownCredential
  case algorithmNotSupported, attestationNotSupported
  case badSignature
  /// The counter did not rise: the key may have been copied.
  case counterFellBack
}

/// What passkeys of this desk are bound to.
package struct RelyingParty: Sendable, Hashable {
  /// `desk.example.gov`.
  package let id: String
  /// `https://desk.example.gov`.
  package let origin: String

  package init(id: String, origin: String) {
    self.id = id
    self.origin = origin
  }
}

/// A passkey, as the desk keeps it.
package struct Passkey: Sendable, Hashable {
  package let id: [UInt8]
  /// X and Y of the point on P-256.
  package let publicKey: [UInt8]
  package let counter: UInt32

  package init(id: [UInt8], publicKey: [UInt8], counter: UInt32) {
    self.id = id
    self.publicKey = publicKey
    self.counter = counter
  }
}

/// What the browser says of a ceremony (WebAuthn § 5.8.1).
struct ClientData {
  private struct Content: Decodable {
    let type: String
    let challenge: String
    let origin: String
    let crossOrigin: Bool?
  }

  let digest: [UInt8]
  private let content: Content

  init(_ bytes: [UInt8]) throws(PasskeyError) {
    guard bytes.count <= 4096, let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)) else {
      throw .malformed("client data")
    }
    self.content = content
    digest = Array(SHA256.hash(data: bytes))
  }

  func check(kind: String, challenge: [UInt8], _ party: RelyingParty) throws(PasskeyError) {
    guard content.type == kind else { throw .wrongKind }
    guard let sent = Base64URL.decoded(content.challenge), Secret.agree(sent, challenge) else { throw .wrongChallenge }
    guard content.origin == party.origin else { throw .wrongOrigin }
    guard content.crossOrigin != true else { throw .crossOrigin }
  }
}

/// What the authenticator says (WebAuthn § 6.1).
struct AuthenticatorData {
  let bytes: [UInt8]
  let counter: UInt32
  /// The new passkey; only where one is made.
  let credential: (id: [UInt8], key: CBOR)?
  private let partyDigest: [UInt8]
  private let flags: UInt8

  init(_ bytes: [UInt8]) throws(PasskeyError) {
    guard (37...4096).contains(bytes.count) else { throw .malformed("authenticator data") }
    self.bytes = bytes
    partyDigest = Array(bytes[..<32])
    flags = bytes[32]
    counter = bytes[33..<37].reduce(0) { $0 << 8 | UInt32($1) }
    var rest = bytes[37...]
    if flags & 0x40 != 0 {
      guard rest.count >= 18 else { throw .malformed("attested credential") }
      let length = Int(rest[rest.startIndex + 16]) << 8 | Int(rest[rest.startIndex + 17])
      rest = rest.dropFirst(18)
      guard (1...1023).contains(length), rest.count >= length else { throw .malformed("credential's name") }
      let id = Array(rest.prefix(length))
      let key: CBOR
      do { (key, rest) = try CBOR.first(of: rest.dropFirst(length)) } catch { throw .malformed("public key") }
      credential = (id, key)
    } else {
      credential = nil
    }
    if flags & 0x80 != 0 {
      do { (_, rest) = try CBOR.first(of: rest) } catch { throw .malformed("extensions") }
    }
    guard rest.isEmpty else { throw .malformed("authenticator data") }
  }

  /// That it was made for this desk, with somebody there whom the key itself made sure of.
  func check(_ party: RelyingParty) throws(PasskeyError) {
    guard partyDigest == Array(SHA256.hash(data: Array(party.id.utf8))) else { throw .wrongRelyingParty }
    guard flags & 0x01 != 0 else { throw .userNotPresent }
    guard flags & 0x04 != 0 else { throw .userNotVerified }
  }
}
