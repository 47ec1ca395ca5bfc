internal import Crypto
internal import Foundation
package import Ledger

/// The keys that wrap all others, in a file outside the database that its owner alone may read.
///
/// The file holds one key, and two while keys are being changed: the first wraps, both unwrap. So a crash in between
/// leaves nothing that cannot be read.
package struct MasterKeys: Sendable {
  private let path: String
  fileprivate let keys: [MasterKey]

  fileprivate struct MasterKey: Sendable {
    let id: String
    let key: SymmetricKey
  }

  /// Why there is no key from a file.
  package enum Trouble: Error, Sendable, CustomStringConvertible {
    case absent(path: String)
    case file(FileTrouble)
    case content(path: String)
    /// A wrapped key is of a master key that the file does not hold.
    case unknown(id: String)
    /// A wrapped key does not open: the file or the database is another's, or damaged.
    case mismatch

    /// A sentence for a person.
    package var description: String {
      switch self {
      case .absent(let path): "there is no key file \(path); without it nothing that is sealed can be read"
      case .file(let trouble): "\(trouble)"
      case .content(let path): "\(path) is not a key file"
      case .unknown(let id): "the database was sealed under the master key \(id), which the key file does not hold"
      case .mismatch: "a sealed record does not open: key file and database do not belong together, or it is damaged"
      }
    }
  }

  private static let head = "tenth-master-key-v1 "

  /// Reads the file. One that others may read is refused.
  package static func load(_ path: String) throws(Trouble) -> MasterKeys {
    let bytes: [UInt8]?
    do { bytes = try DurableFile.read(path, atMost: 4096, private: true) } catch { throw .file(error) }
    guard let bytes else { throw .absent(path: path) }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let keys = lines.compactMap { line -> MasterKey? in
      guard line.hasPrefix(head), let data = Data(base64Encoded: String(line.dropFirst(head.count))), data.count == 32
      else { return nil }
      return MasterKey(Array(data))
    }
    guard !keys.isEmpty, keys.count == lines.count, keys.count <= 2 else { throw .content(path: path) }
    return MasterKeys(path: path, keys: keys)
  }

  /// Makes a key and writes it to a file that must not exist yet, with mode 0600.
  package static func create(_ path: String) throws(Trouble) -> MasterKeys {
    let keys = MasterKeys(path: path, keys: [MasterKey()])
    do { try DurableFile.createNew(path, with: keys.text, mode: 0o600) } catch { throw .file(error) }
    return keys
  }

  /// The same file with a new key that wraps from now on, and the old one to unwrap.
  package func addingKey() throws(Trouble) -> MasterKeys {
    // A change that was begun and cut short is taken up, not begun again.
    if keys.count == 2 { return self }
    return try MasterKeys(path: path, keys: [MasterKey()] + keys).written()
  }

  /// The same file with the wrapping key alone, once nothing is wrapped by another.
  package func droppingOldKey() throws(Trouble) -> MasterKeys {
    try MasterKeys(path: path, keys: Array(keys.prefix(1))).written()
  }

  private func written() throws(Trouble) -> MasterKeys {
    do { try DurableFile.replace(path, with: text, mode: 0o600) } catch { throw .file(error) }
    return self
  }

  private var text: [UInt8] {
    keys.flatMap { Array("\(MasterKeys.head)\($0.key.withUnsafeBytes { Data($0).base64EncodedString() })\n".utf8) }
  }

  // MARK: Wrapping

  /// The name of the key that wraps.
  package var wrapping: String { keys[0].id }

  /// A data key, wrapped for a place: it opens nowhere else.
  package func wrap(_ key: DataKey, for place: String) throws(Trouble) -> [UInt8] {
    do {
      return try Sealing.seal(key.bytes, under: keys[0].key, for: "key/\(place)")
    } catch { throw .mismatch }
  }

  /// The data key that was wrapped under the master key of this name.
  package func unwrap(_ wrapped: [UInt8], of id: String, for place: String) throws(Trouble) -> DataKey {
    guard let master = keys.first(where: { $0.id == id }) else { throw .unknown(id: id) }
    do {
      return DataKey(try Sealing.open(wrapped, under: master.key, for: "key/\(place)"))
    } catch { throw .mismatch }
  }
}

extension MasterKeys.MasterKey {
  fileprivate init(_ bytes: [UInt8] = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }) {
    key = SymmetricKey(data: bytes)
    id = Hexadecimal.text(SHA256.hash(data: Array("tenth master key ".utf8) + bytes).prefix(8))
  }
}

/// A key that seals the records of one case for one purpose.
package struct DataKey: Sendable, CustomStringConvertible, CustomReflectable {
  private let key: SymmetricKey

  /// A new one.
  package init() { key = SymmetricKey(size: .bits256) }

  fileprivate init(_ bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

  fileprivate var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// Seals bytes for a place: they open nowhere else.
  package func seal(_ plain: [UInt8], for place: String) throws -> [UInt8] {
    try Sealing.seal(plain, under: key, for: place)
  }

  /// What was sealed for a place.
  package func open(_ sealed: [UInt8], for place: String) throws -> [UInt8] {
    do { return try Sealing.open(sealed, under: key, for: place) } catch { throw MasterKeys.Trouble.mismatch }
  }

  /// A name that only holders of the key can make, so that a digest is not kept in the open.
  package func name(of text: String) -> String {
    Hexadecimal.text(HMAC<SHA256>.authenticationCode(for: Array("name/\(text)".utf8), using: key))
  }

  /// Shows nothing of the key.
  package var description: String { "a data key" }

  /// Shows nothing of what is inside.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// AES-256-GCM with a fresh nonce, bound to a place.
private enum Sealing {
  static func seal(_ plain: [UInt8], under key: SymmetricKey, for place: String) throws -> [UInt8] {
    let box = try AES.GCM.seal(plain, using: key, authenticating: Array(place.utf8))
    return Array(box.nonce) + box.ciphertext + box.tag
  }

  static func open(_ sealed: [UInt8], under key: SymmetricKey, for place: String) throws -> [UInt8] {
    Array(try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Array(place.utf8)))
  }
}
