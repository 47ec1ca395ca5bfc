internal import Crypto
internal import Foundation
public import Ledger

/// The key under which an office's backups are sealed: the operator's own, kept where neither the backups nor the desk are.
public struct BackupKey: Sendable, CustomStringConvertible, CustomReflectable {
  let key: SymmetricKey

  /// Why there is no key from a file.
  public enum Trouble: Error, Sendable, CustomStringConvertible {
    /// There is no such file.
    case absent(path: String)
    /// The file cannot be read or made, or others may read it.
    case file(FileTrouble)
    /// What is in it is no key.
    case content(path: String)

    /// A sentence for a person.
    public var description: String {
      switch self {
      case .absent(let path): "there is no key file \(path); --make-key makes one, for the first backup"
      case .file(let trouble): "\(trouble)"
      case .content(let path): "\(path) holds no backup key"
      }
    }
  }

  private static let head = "tenth-backup-key-v1 "

  /// Makes a key and writes it to a file that must not exist yet, readable by its owner alone.
  public static func create(_ path: String) throws(Trouble) -> BackupKey {
    let key = SymmetricKey(size: .bits256)
    let text = head + key.withUnsafeBytes { Data($0).base64EncodedString() } + "\n"
    do { try DurableFile.createNew(path, with: Array(text.utf8), mode: 0o600) } catch { throw .file(error) }
    return BackupKey(key: key)
  }

  /// Reads a key. A file that others may read is refused.
  public static func load(_ path: String) throws(Trouble) -> BackupKey {
    let bytes: [UInt8]?
    do { bytes = try DurableFile.read(path, atMost: 256, private: true) } catch { throw .file(error) }
    guard let bytes else { throw .absent(path: path) }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first ?? ""
    guard line.hasPrefix(head), let data = Data(base64Encoded: String(line.dropFirst(head.count))), data.count == 32
    else { throw .content(path: path) }
    return BackupKey(key: SymmetricKey(data: data))
  }

  /// The key of one backup: another for each salt.
  func derived(salt: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, salt: salt, info: Array(SealedChunks.head.utf8), outputByteCount: 32)
  }

  /// Shows nothing of the key.
  public var description: String { "a backup key" }

  /// Shows nothing of what is inside.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
