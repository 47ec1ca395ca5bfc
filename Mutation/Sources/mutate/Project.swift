import Foundation
import Mutants

/// The project, and the copy of it in which mutants are built.
struct Project {
  let root: URL
  /// The copy.
  let tree: URL
  /// The files that git knows of, as they are in the work tree.
  let files: [String]

  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  init(root: URL, work: URL) async throws {
    self.root = root
    tree = work.appending(path: "tree")
    try FileManager.default.createDirectory(at: tree, withIntermediateDirectories: true)
    let list = Command(words: ["git", "ls-files", "-z"], folder: root, output: work.appending(path: "files"))
    guard try await list.run() == 0 else {
      throw Unreadable(description: "git does not list the files: \(list.printed)")
    }
    files = list.printed.split(separator: "\0").map(String.init).filter { path in
      !path.hasPrefix("Mutation/") && FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }
  }

  /// Every site of the Swift files below the folders.
  func sites(below folders: [String]) throws -> [Site] {
    let chosen = files.filter { path in
      path.hasSuffix(".swift") && folders.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    return try chosen.sorted().flatMap { Site.all(in: try text($0), file: $0) }
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Brings the copy up to date with the sites in it. What stays the same is not written, so it is not built again.
  func write(_ sites: [Int: Site]) throws -> [String: Schemata] {
    var rewritten: [String: Schemata] = [:]
    for (file, own) in Dictionary(grouping: sites, by: \.value.file) {
      let numbered = own.map { ($0.key, $0.value) }
      rewritten[file] = Schemata(try text(file), sites: Dictionary(uniqueKeysWithValues: numbered))
    }
    var kept: Set<String> = []
    for file in files {
      try put(try rewritten[file].map { Data($0.text) } ?? content(of: file), at: file)
      kept.insert(file)
    }
    for module in Set(sites.values.map(\.module)) {
      let file = "Sources/\(module)/ActiveMutant.swift"
      try put(Data(Schemata.switchboard.utf8), at: file)
      kept.insert(file)
    }
    try removeFiles(except: kept)
    return rewritten
  }

  private func content(of file: String) throws -> Data {
    guard file == "Package.swift" else { return try Data(contentsOf: root.appending(path: file)) }
    // A mutant that makes code needless would be refused for the warning.
    let manifest = try text(file).replacing("treatAllWarnings(as: .error)", with: "treatAllWarnings(as: .warning)")
    return Data(manifest.utf8)
  }

  /// What the project no longer has, the copy must not have either: SwiftPM builds what it finds.
  private func removeFiles(except kept: Set<String>) throws {
    for folder in Set(kept.compactMap { $0.split(separator: "/").first.map(String.init) }) where !kept.contains(folder)
    {
      for path in try FileManager.default.subpathsOfDirectory(atPath: tree.appending(path: folder).path) {
        let file = tree.appending(path: folder + "/" + path)
        let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
        if !isFolder, !kept.contains(folder + "/" + path) { try FileManager.default.removeItem(at: file) }
      }
    }
  }

  private func put(_ content: Data, at path: String) throws {
    let file = tree.appending(path: path)
    if (try? Data(contentsOf: file)) == content { return }
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: file)
  }
}

extension Site {
  /// `Norms` of `Sources/Norms/Truth.swift`.
  var module: String { String(file.split(separator: "/").dropFirst().first ?? "") }
}
