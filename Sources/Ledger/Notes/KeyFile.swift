/// The file that holds the log's private key, as text, readable by its owner alone.
public enum KeyFile {
  /// Why there is no key from a file.
  public enum Trouble: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is not there.
    case absent(path: String)
    /// The file cannot be read, or others may read it.
    case file(FileTrouble)
    /// What is in it is no key.
    case content(path: String, Malformed)

    /// A sentence for a person.
    public var description: String {
      switch self {
      case .absent(let path): "there is no key file \(path)"
      case .file(let trouble): "\(trouble)"
      case .content(let path, let malformed): "\(path) is not a key file: \(malformed)"
      }
    }
  }

  /// Makes a key and writes it to a file that must not exist yet, with mode 0600.
  public static func create(_ path: String, name: String) throws(Trouble) -> Ed25519Signer {
    let signer: Ed25519Signer
    do { signer = try Ed25519Signer.generate(name: name) } catch { throw .content(path: path, error) }
    do {
      try DurableFile.createNew(path, with: Array((signer.secretText + "\n").utf8), mode: 0o600)
    } catch { throw .file(error) }
    return signer
  }

  /// Reads a key. A file that others may read is refused: the key in it may be known to them.
  public static func load(_ path: String) throws(Trouble) -> Ed25519Signer {
    let bytes: [UInt8]?
    do { bytes = try DurableFile.read(path, atMost: 1024, private: true) } catch { throw .file(error) }
    guard let bytes else { throw .absent(path: path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .content(path: path, Malformed("private key", expected: "UTF-8"))
    }
    do { return try Ed25519Signer(text: text) } catch { throw .content(path: path, error) }
  }
}
