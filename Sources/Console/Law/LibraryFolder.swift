import Dispatch
import Foundation
package import LawLanguage
package import Reasoning
import Synchronization

/// The folder that holds the law.
package struct LibraryFolder {
  package let path: String

  package init(path: String) { self.path = path }

  /// The folder that was named, or that of the environment, or the one that came with the program.
  package static func find(_ named: String?) throws(Refusal) -> LibraryFolder {
    if let named { return try folder(named, saidBy: "--laws") }
    if let named = Environment.value("TENTH_LAWS"), !named.isEmpty {
      return try folder(named, saidBy: "TENTH_LAWS")
    }
    let places = ProgramFolder.places(of: "Laws")
    if let found = places.first(where: isFolder) { return LibraryFolder(path: found) }
    throw .sentence(
      "no library of law was found: looked for --laws, for TENTH_LAWS, in \(places.joined(separator: " and in ")); "
        + "name the folder with --laws DIR")
  }

  private static func folder(_ path: String, saidBy source: String) throws(Refusal) -> LibraryFolder {
    guard isFolder(path) else {
      throw .sentence("\(source) names \(path), which is no folder; name the folder that holds vocabulary.md")
    }
    return LibraryFolder(path: path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  // MARK: Files

  /// How deep folders may lie in each other; a link to a folder above would lead round for ever.
  private static let depth = 8
  /// How many files are few: those of one state and of the US are some thirty.
  private static let few = 64

  /// Every file of the library, in order of the paths; hidden ones are none of it.
  package func files() throws(Refusal) -> [SourceFile] { try files(paths()) }

  /// The paths of every file of the library, in their order.
  package func paths() throws(Refusal) -> [String] {
    guard FileManager.default.fileExists(atPath: absolute("vocabulary.md")) else {
      throw .sentence("\(path) holds no vocabulary.md; name the folder of a library with --laws DIR")
    }
    var found: [String] = []
    var open = [""]
    while let folder = open.popLast() {
      guard let entries = FolderEntry.all(in: absolute(folder)) else {
        throw .sentence("\(absolute(folder)) cannot be read; check that you may read it")
      }
      for entry in entries where !entry.name.hasPrefix(".") {
        let relative = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        if !(entry.isFolder ?? LibraryFolder.isFolder(absolute(relative))) {
          found.append(relative)
        } else if relative.utf8.count(where: { $0 == UInt8(ascii: "/") }) < LibraryFolder.depth {
          open.append(relative)
        }
      }
    }
    return found.sorted()
  }

  /// Files of the library; many are read on all processors, a few before another processor would have begun.
  package func files(_ paths: [String]) throws(Refusal) -> [SourceFile] {
    guard paths.count > LibraryFolder.few else {
      var files: [SourceFile] = []
      for path in paths { files.append(try file(path, bytes(of: path))) }
      return files
    }
    let contents = Mutex([[UInt8]?](repeating: nil, count: paths.count))
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let bytes = bytes(of: paths[index])
      contents.withLock { $0[index] = bytes }
    }
    var files: [SourceFile] = []
    for (path, bytes) in zip(paths, contents.withLock { $0 }) { files.append(try file(path, bytes)) }
    return files
  }

  /// The digests of files of the library, of which no more than one is held at a time.
  package func digests(of paths: [String]) throws(Refusal) -> [LawDigest] {
    var digests: [LawDigest] = []
    digests.reserveCapacity(paths.count)
    for path in paths { digests.append(LawDigest(try file(path, bytes(of: path)))) }
    return digests
  }

  private func file(_ path: String, _ bytes: [UInt8]?) throws(Refusal) -> SourceFile {
    guard let bytes else { throw .sentence("\(absolute(path)) cannot be read; check that you may read it") }
    return SourceFile(path: path, bytes: bytes)
  }

  private func bytes(of path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: absolute(path)).map { Array($0) }
  }

  private func absolute(_ relative: String) -> String { relative.isEmpty ? path : "\(path)/\(relative)" }

  /// The digests of a library whose every file is read.
  package func digests() throws(Refusal) -> LibraryDigests {
    LibraryDigests(read: try digests(of: paths()), others: [])
  }
}
