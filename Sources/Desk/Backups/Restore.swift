internal import Foundation

extension Backup {
  /// Writes the databases of a backup into a folder that is empty or not there yet.
  ///
  /// They are checked against what the backup says of them. Keys are put back by hand, and the file that remembers the
  /// last signed checkpoint is not there: the desk opens, and signs nothing until somebody has decided what was lost.
  public static func restore(
    _ path: String, under key: BackupKey, to folder: String
  ) throws -> BackupManifest {
    let files = FileManager.default
    let existed = files.fileExists(atPath: folder)
    if existed {
      guard Backup.isFolder(folder), try files.contentsOfDirectory(atPath: folder).isEmpty else {
        throw BackupTrouble("\(folder) is not empty, and nothing is written over: give a new folder")
      }
    }
    guard let source = FileHandle(forReadingAtPath: path) else { throw BackupTrouble("\(path) cannot be read") }
    var reader = try SealedReader(source, under: key)
    let manifest = try manifest(&reader)
    if !existed {
      try files.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    do {
      for listed in manifest.files { try restore(listed, from: &reader, to: "\(folder)/\(listed.name)") }
      guard try reader.read(upTo: 1).isEmpty else { throw SealedChunks.Broken() }
    } catch {
      // Half a desk must not look like one.
      for listed in manifest.files { try? files.removeItem(atPath: "\(folder)/\(listed.name)") }
      if !existed { try? files.removeItem(atPath: folder) }
      throw error
    }
    return manifest
  }

  /// What a backup says that it holds.
  private static func manifest(_ reader: inout SealedReader) throws -> BackupManifest {
    let length = try reader.read(upTo: 8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= BackupManifest.longest else { throw SealedChunks.Broken() }
    let bytes = Data(try reader.read(upTo: Int(length)))
    guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: bytes) else {
      throw BackupTrouble("the backup was made by a later version of this program; use that version")
    }
    guard manifest.form == BackupManifest.currentForm,
      // The names are ours, and lead nowhere else even if they were not.
      manifest.files.allSatisfy({ $0.name.hasSuffix(".sqlite") && !$0.name.contains("/") && $0.size >= 0 })
    else { throw BackupTrouble("the backup has the form \(manifest.form), which this program does not read") }
    return manifest
  }

  private static func restore(
    _ listed: BackupManifest.File, from reader: inout SealedReader, to path: String
  ) throws {
    let file = try NewFile.create(path)
    var left = listed.size
    while left > 0 {
      let piece = try reader.read(upTo: min(left, SealedChunks.size))
      guard !piece.isEmpty else { throw SealedChunks.Broken() }
      try file.write(contentsOf: piece)
      left -= piece.count
    }
    try file.synchronize()
    guard try digest(of: URL(filePath: path)).digest == listed.digest else { throw SealedChunks.Broken() }
  }
}
