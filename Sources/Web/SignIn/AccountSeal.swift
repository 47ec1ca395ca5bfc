import Crypto
import Ledger

/// Keeps the secrets of accounts unreadable in the database; its key lies in a file beside it, for its owner alone.
struct AccountSeal: Sendable {
  private let key: SymmetricKey

  init(path: String) throws {
    if let bytes = try DurableFile.read(path, atMost: 64, private: true) {
      guard bytes.count == 32 else { throw Trouble(path: path) }
      key = SymmetricKey(data: bytes)
    } else {
      let bytes = Secret.bytes(32)
      try DurableFile.createNew(path, with: bytes, mode: 0o600)
      key = SymmetricKey(data: bytes)
    }
  }

  /// The key file is not one.
  struct Trouble: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) holds no key of 32 bytes; restore it from where you keep keys" }
  }

  func seal(_ plain: [UInt8], for account: AccountID) throws -> [UInt8] {
    let box = try AES.GCM.seal(plain, using: key, authenticating: Array(account.text.utf8))
    return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
  }

  func open(_ sealed: [UInt8], for account: AccountID) throws -> [UInt8] {
    Array(try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Array(account.text.utf8)))
  }
}
