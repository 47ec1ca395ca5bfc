import Foundation
import Replay

/// The folder that a run writes to. It holds one whole run or none: while it has a `summary.json`, everything in it is of the run
/// that this sums up.
final class ReplayFolder {
  /// The last to get its name, and the first to lose it.
  private static let mark = "summary.json"
  /// All that a run may write.
  private static let names = ReplayFile.allCases.map(\.rawValue) + ["report.html", "report.md", mark]

  private let path: String
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
  }

  private func final(_ name: String) -> String { (path as NSString).appendingPathComponent(name) }
  private func partial(_ name: String) -> String { final(name) + ".partial" }
}
