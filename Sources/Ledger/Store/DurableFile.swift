package import Glibc

/// What went wrong with a file, in the system's words.
public struct FileTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  /// Which file.
  public let path: String
  /// What was being done: "read", "write", "flush to disk"…
  public let doing: String
  /// The system's error number; 0 where the file itself is not as it must be.
  public let code: Int32
  /// The system's words for it, or ours.
  public let reason: String

  init(_ doing: String, _ path: String, code: Int32 = errno) {
    self.init(doing, path, reason: String(cString: strerror(code)), code: code)
  }

  init(_ doing: String, _ path: String, reason: String, code: Int32 = 0) {
    self.doing = doing
    self.path = path
    self.code = code
    self.reason = reason
  }

  /// Whether room on the disk is all that is missing.
  public var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }

  /// A sentence for a person.
  public var description: String { "could not \(doing) \(path): \(reason)" }
}

/// Small files that must survive a power cut whole, either old or new.
package enum DurableFile {
  /// Writes to a file beside it, flushes, takes its place, and flushes the folder, in this order: at no instant does
  /// the name stand for half a file.
  package static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o644) throws(FileTrouble) {
    let fresh = path + ".new"
    guard unlink(fresh) == 0 || errno == ENOENT else { throw FileTrouble("remove", fresh) }
    try create(fresh, bytes, mode: mode)
    guard rename(fresh, path) == 0 else { throw FileTrouble("rename to", path) }
    try flushFolder(of: path)
  }

  /// Writes a file that must not exist yet.
  package static func createNew(_ path: String, with bytes: [UInt8], mode: mode_t) throws(FileTrouble) {
    try create(path, bytes, mode: mode)
    try flushFolder(of: path)
  }

  /// Writes over a part of a file that is there and stays as long as it is.
  static func overwrite(_ path: String, at offset: Int, with bytes: [UInt8]) throws(FileTrouble) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileTrouble("open", path) }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(file, $0.baseAddress?.advanced(by: done), $0.count - done, off_t(offset + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileTrouble("write", path) }
      done += count
    }
    guard fdatasync(file) == 0 else { throw FileTrouble("flush to disk", path) }
  }

  /// The file's content; nil if there is no such file.
  package static func read(_ path: String, atMost limit: Int, private: Bool = false) throws(FileTrouble) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileTrouble("open", path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileTrouble("examine", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileTrouble("read", path, reason: "not a regular file") }
    guard !`private` || status.st_mode & 0o077 == 0 else {
      throw FileTrouble("use", path, reason: "others may read it; make it private: chmod 600")
    }
    guard status.st_size <= limit else { throw FileTrouble("read", path, reason: "larger than \(limit) bytes") }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress?.advanced(by: done), $0.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileTrouble("read", path) }
      guard count > 0 else { break }
      done += count
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }

  private static func create(_ path: String, _ bytes: [UInt8], mode: mode_t) throws(FileTrouble) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw FileTrouble("create", path) }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: done), $0.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileTrouble("write", path) }
      done += count
    }
    guard fsync(file) == 0 else { throw FileTrouble("flush to disk", path) }
  }

  private static func flushFolder(of path: String) throws(FileTrouble) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw FileTrouble("open", folder) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw FileTrouble("flush to disk", folder) }
  }
}

/// A lock on a file for as long as the value lives; the system drops it when the process dies, however it dies.
final class FileLock: Sendable {
  private let file: Int32

  /// Nil if another process, or another lock of this one, holds it.
  init?(_ path: String) throws(FileTrouble) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileTrouble("create", path) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(file)
      if code == EWOULDBLOCK { return nil }
      throw FileTrouble("lock", path, code: code)
    }
  }

  deinit { close(file) }
}
