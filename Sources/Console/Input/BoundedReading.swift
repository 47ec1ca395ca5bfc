import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading what somebody else wrote, never more than is bearable.
package enum BoundedReading {
  /// Standard input, up to one byte more than the limit: who reads it can tell that there was too much.
  package static func standardInput(limit: Int) throws(Refusal) -> [UInt8] {
    try read(.standardInput, limit: limit, name: "standard input")
  }

  /// A regular file or a pipe, up to one byte more than the limit.
  package static func file(_ path: String, limit: Int, what: String) throws(Refusal) -> [UInt8] {
    guard !path.isEmpty else { throw .sentence("the name of a file is empty; name \(what)") }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .sentence("\(path): there is no such file; name \(what)")
    }
    guard !isDirectory.boolValue else {
      throw .sentence("\(path) is a directory; name \(what)")
    }
    // Opening a pipe that nobody writes to would wait for ever, so it is opened first and waited for afterwards.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .sentence("\(path) cannot be opened; check that you may read it") }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard isReady(descriptor) else {
      throw .sentence("\(path): nothing came from it within \(patience) seconds; name \(what)")
    }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    return try read(handle, limit: limit, name: path)
  }

  /// How long a pipe may be silent at first, in seconds.
  private static let patience = 10

  /// Whether there is something to read, or the end; regular files always are ready.
  private static func isReady(_ descriptor: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, Int32(patience * 1000)) > 0
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
