import Foundation
public import LawLanguage

/// The folder that holds the letters: their data, their texts, and the page that sets them.
public struct LettersFolder: Sendable, Hashable {
  /// Where it is.
  public let path: String

  /// No folder was found, or one cannot be read.
  public struct Absence: Error, Sendable, Hashable {
    /// What was looked for, and what to do.
    public let sentence: String
  }

  /// The folder at a path.
  public init(path: String) { self.path = path }

  /// The folder that was named, or that of the environment (`TENTH_LETTERS`), or the one that came with the program: beside
  /// it as it is built, and as it is installed.
  public static func find(
    named: String?, environment: [String: String], program: String
  ) throws(Absence) -> LettersFolder {
    for (path, source) in [(named, "--letters"), (environment["TENTH_LETTERS"], "TENTH_LETTERS")] {
      guard let path, !path.isEmpty else { continue }
      guard isFolder(path) else {
        throw Absence(sentence: "\(source) names \(path), which is no folder; name the folder that holds letters.json")
      }
      return LettersFolder(path: path)
    }
    let beside = (program as NSString).deletingLastPathComponent as NSString
    let places = [
      beside.appendingPathComponent("tenth_tenth.resources/Letters"),
      (beside.deletingLastPathComponent as NSString).appendingPathComponent("share/tenth/Letters"),
    ]
    guard let found = places.first(where: isFolder) else {
      throw Absence(
        sentence: "no letters were found: looked for --letters, for TENTH_LETTERS, in "
          + places.joined(separator: " and in ") + "; name the folder with --letters DIR")
    }
    return LettersFolder(path: found)
  }

  /// More than any text or table needs.
  private static let largest = 1 << 20

  /// The data and the texts, in order of their paths.
  public func files() throws(Absence) -> [SourceFile] {
    var found: [SourceFile] = []
    for name in try names(in: "") where !name.hasPrefix(".") {
      if name.hasSuffix(".json") { found.append(try file(name)) }
      guard Self.isFolder("\(path)/\(name)"), name != Self.typesetting else { continue }
      for text in try names(in: name) where text.hasSuffix(".md") { found.append(try file("\(name)/\(text)")) }
    }
    return found.sorted { $0.path < $1.path }
  }

  static let typesetting = "typesetting"

  private func names(in folder: String) throws(Absence) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
    } catch {
      throw Absence(sentence: "\(path)/\(folder) cannot be read; check that you may read it")
    }
  }

  private func file(_ relative: String) throws(Absence) -> SourceFile {
    guard let bytes = FileManager.default.contents(atPath: "\(path)/\(relative)"), bytes.count <= Self.largest else {
      throw Absence(sentence: "\(path)/\(relative) cannot be read, or is larger than 1 MiB")
    }
    return SourceFile(path: relative, bytes: Array(bytes))
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
