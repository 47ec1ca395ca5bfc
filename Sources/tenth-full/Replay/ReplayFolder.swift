import Console
import Foundation
import Replay

/// The folder that a run writes to. It holds one whole run or none: while it has a `summary.json`, everything in it is of the run
/// that this sums up.
final class ReplayFolder {
  /// The last to get its name, and the first to lose it.
  private static let mark = "summary.json"
  /// All that a run may write.
  private static let names = ReplayFile.allCases.map(\.rawValue) + ["report.html", "report.md", mark]

  /// What is answered, for a run that continues this one if it is killed. Its first line names what it is of.
  private static let memory = "answers"

  private let path: String
  private var kept: FileHandle?
  private var handles: [String: FileHandle] = [:]

  init(_ path: String) throws(Refusal) {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .sentence("\(path) cannot be made; name a folder that you may write to")
    }
    // What a run that was killed left behind.
    for name in ReplayFolder.names { unlink(partial(name)) }
  }

  /// What a run of the same name had answered before it was killed, and what takes more.
  ///
  /// - Parameter run: names the table, the mapping, the law and the program, on one line.
  func memory(of run: String) throws(Refusal) -> ReplayMemory {
    let file = partial(ReplayFolder.memory)
    let head = Array((run + "\n").utf8)
    var found = (FileManager.default.contents(atPath: file) ?? Data())[...]
    // A killed run may have left the beginning of a line.
    found = found.prefix((found.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
    if !found.starts(with: head) { found = Data(head)[...] }
    do {
      try Data(found).write(to: URL(filePath: file))
      let handle = try FileHandle(forWritingTo: URL(filePath: file))
      try handle.seekToEnd()
      kept = handle
      return ReplayMemory(before: Array(found.dropFirst(head.count))) { try handle.write(contentsOf: Data($0)) }
    } catch {
      throw .sentence("\(file) cannot be written; check the folder and its disk")
    }
  }

  /// Nothing is left to be continued.
  private func forget() {
    try? kept?.close()
    kept = nil
    unlink(partial(ReplayFolder.memory))
  }

  func append(_ name: String, _ bytes: [UInt8]) throws {
    do {
      if handles[name] == nil {
        _ = FileManager.default.createFile(atPath: partial(name), contents: nil)
        handles[name] = FileHandle(forWritingAtPath: partial(name))
      }
      guard let handle = handles[name] else { throw Refusal.sentence("") }
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw Refusal.sentence("\(partial(name)) cannot be written; check the folder and its disk")
    }
  }

  /// Gives all files their names, once every one of them is whole on the disk, and takes away what an earlier run left.
  func finish() throws {
    for (name, handle) in handles {
      do {
        try handle.synchronize()
        try handle.close()
      } catch {
        throw Refusal.sentence("\(partial(name)) cannot be written to its end; check the disk")
      }
    }
    let files = FileManager.default
    for name in [ReplayFolder.mark] + ReplayFolder.names where files.fileExists(atPath: final(name)) {
      guard name == ReplayFolder.mark || handles[name] == nil else { continue }
      guard unlink(final(name)) == 0 else { throw inTheWay(name) }
    }
    for name in ReplayFolder.names where handles[name] != nil {
      guard rename(partial(name), final(name)) == 0 else { throw inTheWay(name) }
    }
    handles = [:]
    forget()
  }

  private func inTheWay(_ name: String) -> Refusal {
    .sentence("\(final(name)) cannot be replaced; check that it is a file of an earlier run that you may change")
  }

  /// Takes away what was begun.
  func discard() {
    for (name, handle) in handles {
      try? handle.close()
      unlink(partial(name))
    }
    handles = [:]
    forget()
  }

  private func final(_ name: String) -> String { (path as NSString).appendingPathComponent(name) }
  private func partial(_ name: String) -> String { final(name) + ".partial" }
}
