internal import Foundation

/// Where the files of an export go.
protocol ExportPlace {
  mutating func put(_ bytes: [UInt8], at path: String) throws
}

/// A new folder, readable by its owner alone.
struct ExportFolder: ExportPlace {
  private let root: String

  init(_ root: String) throws {
    self.root = root
    try FileManager.default.createDirectory(
      atPath: root, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  func put(_ bytes: [UInt8], at path: String) throws {
    let file = URL(filePath: "\(root)/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard
      FileManager.default.createFile(
        atPath: file.path(percentEncoded: false), contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw FileTroubleOfExport(path: path) }
  }

  struct FileTroubleOfExport: Error { let path: String }
}

/// A part of an archive, under a name of its own.
struct ExportShelf: ExportPlace {
  let name: String
  var archive: TapeArchive

  mutating func put(_ bytes: [UInt8], at path: String) throws { try archive.add(bytes, at: "\(name)/\(path)") }
}
