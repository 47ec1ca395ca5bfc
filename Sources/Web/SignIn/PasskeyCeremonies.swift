import Crypto

/// The answer to "make a passkey".
package struct PasskeyRegistration: Sendable {
  package let clientData: [UInt8]
  package let attestation: [UInt8]

  package init(clientData: [UInt8], attestation: [UInt8]) {
    self.clientData = clientData
    self.attestation = attestation
  }

  /// The new passkey.
  ///
  /// - Throws: `PasskeyError` unless it answers this challenge, for this desk, with a key of a kind that is read here.
  package func verify(challenge: [UInt8], _ party: RelyingParty) throws(PasskeyError) -> Passkey {
    let client = try ClientData(clientData)
    try client.check(kind: "webauthn.create", challenge: challenge, party)
    let object: CBOR
    do { object = try CBOR(attestation) } catch { throw .malformed("attestation") }
    guard case .map(let fields) = object, case .text(let format)? = fields[.text("fmt")],
      case .bytes(let data)? = fields[.text("authData")], case .map(let statement)? = fields[.text("attStmt")]
    else { throw .malformed("attestation") }
    let authenticator = try AuthenticatorData(data)
    try authenticator.check(party)
    guard let (id, key) = authenticator.credential else { throw .noCredential }
    let publicKey = try PublicKey(key)
    switch format {
    case "none": guard statement.isEmpty else { throw .malformed("attestation") }
    // Some keys vouch for themselves where nothing was asked for; then it must be true.
    case "packed":
      guard statement[.text("x5c")] == nil, statement[.text("alg")] == .integer(-7),
        case .bytes(let signature)? = statement[.text("sig")]
      else { throw .attestationNotSupported }
      try publicKey.check(signature, over: data + client.digest)
    default: throw .attestationNotSupported
    }
    return Passkey(id: id, publicKey: publicKey.point, counter: authenticator.counter)
  }
}

/// The answer to "sign in with a passkey".
package struct PasskeyAssertion: Sendable {
  package let credential: [UInt8]
  package let clientData: [UInt8]
  package let authenticatorData: [UInt8]
  package let signature: [UInt8]

  package init(credential: [UInt8], clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8]) {
    self.credential = credential
    self.clientData = clientData
    self.authenticatorData = authenticatorData
    self.signature = signature
  }

  /// The passkey with its new counter.
  ///
  /// - Throws: `PasskeyError` unless this passkey signed this challenge for this desk.
  package func verify(_ passkey: Passkey, challenge: [UInt8], _ party: RelyingParty) throws(PasskeyError) -> Passkey {
    guard credential == passkey.id else { throw .unknownCredential }
    let client = try ClientData(clientData)
    try client.check(kind: "webauthn.get", challenge: challenge, party)
    let authenticator = try AuthenticatorData(authenticatorData)
    try authenticator.check(party)
    try PublicKey(point: passkey.publicKey).check(signature, over: authenticatorData + client.digest)
    // Keys that count nothing stay at nought.
    if authenticator.counter != 0 || passkey.counter != 0 {
      guard authenticator.counter > passkey.counter else { throw .counterFellBack }
    }
    return Passkey(id: passkey.id, publicKey: passkey.publicKey, counter: authenticator.counter)
  }
}

/// A point on P-256 that signs with ES256 (COSE, RFC 9053).
private struct PublicKey {
  let point: [UInt8]
  private let key: P256.Signing.PublicKey

  init(_ cose: CBOR) throws(PasskeyError) {
    guard case .map(let fields) = cose else { throw .malformed("public key") }
    guard fields[.integer(1)] == .integer(2), fields[.integer(3)] == .integer(-7), fields[.integer(-1)] == .integer(1)
    else { throw .algorithmNotSupported }
    guard case .bytes(let x)? = fields[.integer(-2)], case .bytes(let y)? = fields[.integer(-3)], x.count == 32,
      y.count == 32
    else { throw .malformed("public key") }
    try self.init(point: x + y)
  }

  init(point: [UInt8]) throws(PasskeyError) {
    // It refuses what does not lie on the curve.
    do { key = try P256.Signing.PublicKey(rawRepresentation: point) } catch { throw .malformed("public key") }
    self.point = point
  }

  func check(_ signature: [UInt8], over message: [UInt8]) throws(PasskeyError) {
    guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature),
      key.isValidSignature(signature, for: message)
    else { throw .badSignature }
  }
}
