internal import Foundation

/// A file of its owner's alone that was not there before: nothing is ever written over.
enum NewFile {
  static func create(_ path: String) throws(BackupTrouble) -> FileHandle {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw BackupTrouble("\(path) could not be made: \(String(cString: strerror(errno)))")
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}
