import Foundation

/// Reading what somebody else wrote, never more than is bearable.
enum BoundedReading {
  /// Standard input, up to one byte more than the limit: who reads it can tell that there was too much.
  static func standardInput(limit: Int) throws(Refusal) -> [UInt8] {
    try read(.standardInput, limit: limit, name: "standard input")
  }

  /// A regular file or a pipe, up to one byte more than the limit.
  static func file(_ path: String, limit: Int, what: String) throws(Refusal) -> [UInt8] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .sentence("\(path): there is no such file; name \(what), or - for standard input")
    }
    guard !isDirectory.boolValue else {
      throw .sentence("\(path) is a directory; name \(what), or - for standard input")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .sentence("\(path) cannot be opened; check that you may read it")
    }
    defer { try? handle.close() }
    return try read(handle, limit: limit, name: path)
  }

  private static func read(_ handle: FileHandle, limit: Int, name: String) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      while bytes.count <= limit, let chunk = try handle.read(upToCount: limit + 1 - bytes.count), !chunk.isEmpty {
        bytes.append(contentsOf: chunk)
      }
    } catch {
      throw .sentence("\(name) cannot be read; check that it is a file")
    }
    return bytes
  }
}
