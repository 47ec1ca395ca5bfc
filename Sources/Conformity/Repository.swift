import Foundation
import LawLanguage
import Reasoning

/// The files of a checkout: the law, the rules worked by hand, and the suite made from both.
package struct Repository: Sendable {
  /// The root.
  package let root: String

  package init(root: String) { self.root = root }

  static let suite = "Conformance"
  static let byHand = "Conformance/by-hand"
  static let library = "Laws"

  // MARK: The suite

  package func manifest() throws(SuiteError) -> Manifest {
    try Manifest(json: bytes(of: "\(Repository.suite)/\(Manifest.path)"))
  }

  /// A document of the suite, if its bytes and those of its law are what the digests say.
  package func document(_ entry: Manifest.Entry) throws(SuiteError) -> SuiteDocument {
    let bytes = try bytes(of: "\(Repository.suite)/\(entry.path)")
    guard LawDigest(SourceFile(path: entry.path, bytes: bytes)).sha256 == entry.sha256 else {
      throw SuiteError("\(entry.path) has not the digest that the manifest gives; run `conformance generate`")
    }
    let document = try SuiteDocument(json: bytes, in: entry.path) { (path) throws(SuiteError) in
      try self.bytes(of: path)
    }
    guard document.cases.count == entry.cases else {
      throw SuiteError("\(entry.path) has \(document.cases.count) cases, and the manifest says \(entry.cases)")
    }
    return document
  }

  // MARK: Law

  /// The folders of rules worked by hand, in order of their names.
  func foldersByHand() throws(SuiteError) -> [String] { try folders(in: Repository.byHand) }

  /// The folders of the library that hold law, in order of their names.
  func jurisdictions() throws(SuiteError) -> [String] {
    var found: [String] = []
    for folder in try folders(in: Repository.library) {
      if try !documents(under: "\(Repository.library)/\(folder)").isEmpty { found.append(folder) }
    }
    return found
  }

  /// The documents in a folder and in those below it, in order of their paths.
  func documents(under folder: String) throws(SuiteError) -> [SourceFile] {
    var paths: [String] = []
    for path in try entries(of: folder, deep: true) where path.hasSuffix(".md") && !path.hasPrefix(".") {
      paths.append("\(folder)/\(path)")
    }
    return try files(paths)
  }

  /// The documents that stand in a folder itself.
  func documents(in folder: String) throws(SuiteError) -> [SourceFile] {
    try files(entries(of: folder, deep: false).filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" })
  }

  private func files(_ paths: [String]) throws(SuiteError) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in paths.sorted() { files.append(SourceFile(path: path, bytes: try bytes(of: path))) }
    return files
  }

  // MARK: Files

  package func bytes(of path: String) throws(SuiteError) -> [UInt8] {
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
      throw SuiteError("\(printable(path)) leads out of the repository")
    }
    guard let bytes = FileManager.default.contents(atPath: absolute(path)) else {
      throw SuiteError(
        "\(absolute(path)) cannot be read; run this in the root of the repository, or name it with --root")
    }
    return Array(bytes)
  }

  func write(_ bytes: [UInt8], to path: String) throws(SuiteError) {
    do {
      try Data(bytes).write(to: URL(filePath: absolute(path)), options: .atomic)
    } catch {
      throw SuiteError("\(absolute(path)) cannot be written")
    }
  }

  func remove(_ path: String) throws(SuiteError) {
    do {
      try FileManager.default.removeItem(atPath: absolute(path))
    } catch {
      throw SuiteError("\(absolute(path)) cannot be removed")
    }
  }

  /// The JSON files of the suite's folder that are there now.
  func suiteFiles() throws(SuiteError) -> [String] {
    try entries(of: Repository.suite, deep: false).filter { $0.hasSuffix(".json") }.sorted()
  }

  private func folders(in folder: String) throws(SuiteError) -> [String] {
    try entries(of: folder, deep: false).filter { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: absolute("\(folder)/\(name)"), isDirectory: &isFolder)
      return exists && isFolder.boolValue && !name.hasPrefix(".")
    }.sorted()
  }

  private func entries(of folder: String, deep: Bool) throws(SuiteError) -> [String] {
    do {
      let manager = FileManager.default
      return deep
        ? try manager.subpathsOfDirectory(atPath: absolute(folder))
        : try manager.contentsOfDirectory(atPath: absolute(folder))
    } catch {
      throw SuiteError(
        "\(absolute(folder)) cannot be read; run this in the root of the repository, or name it with --root")
    }
  }

  private func absolute(_ path: String) -> String { "\(root)/\(path)" }
}
