import Dispatch
import Foundation
import LawLanguage
import Reasoning
import Synchronization

/// The folder that holds the law.
struct LibraryFolder {
  let path: String

  /// The folder that was named, or that of the environment, or the one that came with the program.
  static func find(_ named: String?) throws(Refusal) -> LibraryFolder {
    if let named { return try folder(named, saidBy: "--laws") }
    if let named = ProcessInfo.processInfo.environment["TENTH_LAWS"], !named.isEmpty {
      return try folder(named, saidBy: "TENTH_LAWS")
    }
    let places = installed
    if let found = places.first(where: isFolder) { return LibraryFolder(path: found) }
    throw .sentence(
      "no library of law was found: looked for --laws, for TENTH_LAWS, in \(places.joined(separator: " and in ")); "
        + "name the folder with --laws DIR")
  }

  /// Beside the program as it is built, and as it is installed.
  private static var installed: [String] {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let folder = (program as NSString).deletingLastPathComponent as NSString
    return [
      folder.appendingPathComponent("tenth_tenth.resources/Laws"),
      ((folder.deletingLastPathComponent) as NSString).appendingPathComponent("share/tenth/Laws"),
    ]
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

  /// Every file of the library, in order of the paths; hidden ones are none of it.
  func files() throws(Refusal) -> [SourceFile] {
    guard FileManager.default.fileExists(atPath: absolute("vocabulary.md")) else {
      throw .sentence("\(path) holds no vocabulary.md; name the folder of a library with --laws DIR")
    }
    var found: [String] = []
    var open = [""]
    while let folder = open.popLast() {
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: absolute(folder))
      } catch {
        throw .sentence("\(absolute(folder)) cannot be read; check that you may read it")
      }
      for name in names where !name.hasPrefix(".") {
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        if !LibraryFolder.isFolder(absolute(relative)) {
          found.append(relative)
        } else if relative.split(separator: "/").count <= LibraryFolder.depth {
          open.append(relative)
        }
      }
    }
    return try read(found.sorted())
  }

  /// Reads files, on all processors: a decision waits for some three hundred.
  private func read(_ paths: [String]) throws(Refusal) -> [SourceFile] {
    let contents = Mutex([[UInt8]?](repeating: nil, count: paths.count))
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let bytes = FileManager.default.contents(atPath: absolute(paths[index])).map { Array($0) }
      contents.withLock { $0[index] = bytes }
    }
    var files: [SourceFile] = []
    for (path, bytes) in zip(paths, contents.withLock { $0 }) {
      guard let bytes else { throw .sentence("\(absolute(path)) cannot be read; check that you may read it") }
      files.append(SourceFile(path: path, bytes: bytes))
    }
    return files
  }

  private func absolute(_ relative: String) -> String { relative.isEmpty ? path : "\(path)/\(relative)" }

  /// The digests of a library whose every file is read.
  func digests() throws(Refusal) -> LibraryDigests {
    let files = try files()
    return LibraryDigests(read: files, all: files)
  }
}
