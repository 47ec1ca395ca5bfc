import Crypto
import CryptoExtras

/// What is kept of a passphrase: enough to recognise it, not to find it.
package struct PassphraseDigest: Sendable, Hashable {
  package let salt: [UInt8]
  package let rounds: Int
  package let key: [UInt8]

  package init(salt: [UInt8], rounds: Int, key: [UInt8]) {
    self.salt = salt
    self.rounds = rounds
    self.key = key
  }

  /// PBKDF2-HMAC-SHA256, which federal guidance approves, with as many rounds as OWASP asks for.
  package static let rounds = 600_000

  /// The digest of a new passphrase.
  package init(of passphrase: String) throws {
    try self.init(of: passphrase, salt: Secret.bytes(32), rounds: PassphraseDigest.rounds)
  }

  private init(of passphrase: String, salt: [UInt8], rounds: Int) throws {
    let derived = try KDF.Insecure.PBKDF2.deriveKey(
      from: Array(passphrase.utf8), salt: salt, using: .sha256, outputByteCount: 32, rounds: rounds)
    self.init(salt: salt, rounds: rounds, key: derived.withUnsafeBytes { Array($0) })
  }

  /// Whether it is the one.
  package func matches(_ passphrase: String) -> Bool {
    guard let tried = try? PassphraseDigest(of: passphrase, salt: salt, rounds: rounds) else { return false }
    return Secret.agree(tried.key, key)
  }

  /// What is wrong with a new passphrase; nil if nothing is. Length counts, not marks and digits (NIST 800-63B).
  package static func mistake(in passphrase: String, of name: String) -> String? {
    let plain = passphrase.lowercased().filter { $0.isLetter || $0.isNumber }
    if passphrase.count < 15 { return "Use at least 15 characters: four words that do not belong together do well." }
    if passphrase.utf8.count > 256 { return "Use at most 256 characters." }
    if Set(plain).count < 6 { return "Use more different letters." }
    let common = ["password", "passphrase", "qwerty", "letmein", "123456", "welcome", "administrator", "correcthorse"]
    if let word = common.first(where: plain.contains) {
      return "Leave out \"\(word)\": whoever tries passphrases tries it first."
    }
    let own = name.lowercased().filter { $0.isLetter || $0.isNumber }
    if own.count > 2, plain.contains(own) { return "Leave out your own name." }
    return nil
  }
}
