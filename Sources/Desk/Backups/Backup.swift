internal import Crypto
internal import Foundation
internal import GRDB
public import LawLanguage

/// A copy of an office's databases in one sealed file. The keys are not in it: whoever finds it together with them could
/// read everything.
public enum Backup {
  /// Copies the databases of a folder while the desk may be serving from it, and seals them into a new file.
  ///
  /// Each database is copied as it was at one moment. The file that remembers the last signed checkpoint is left out on
  /// purpose: brought back with the database, it could not tell that the database is old.
  ///
  /// - Parameters:
  ///   - data: The desk's folder.
  ///   - target: A file that must not exist yet, or a folder, in which the backup is named by the time.
  /// - Returns: The file's path and what is in it.
  public static func make(
    of data: String, to target: String, under key: BackupKey, at now: Instant
  ) async throws -> (path: String, manifest: BackupManifest) {
    let files = FileManager.default
    guard files.fileExists(atPath: OfficeFolder(data).database) else {
      throw BackupTrouble("there is no desk in \(data); give its folder")
    }
    let path = Backup.isFolder(target) ? "\(target)/tenth-\(stamp(now)).backup" : target
    let folder = URL(filePath: path).deletingLastPathComponent()
    // Beside the target, where there must be room for it anyhow, and not where everybody writes.
    let work = folder.appending(path: ".tenth-\(CaseID())")
    try files.createDirectory(at: work, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? files.removeItem(at: work) }
    let names = try files.contentsOfDirectory(atPath: data).filter { $0.hasSuffix(".sqlite") }.sorted()
    var listed: [BackupManifest.File] = []
    var counts = BackupManifest.Counts()
    for name in names {
      let copy = work.appending(path: name)
      try Backup.copy("\(data)/\(name)", to: copy.path())
      if "\(data)/\(name)" == OfficeFolder(data).database {
        counts = try await DatabaseQueue(path: copy.path(), configuration: .reading).read { try .init(in: $0) }
      }
      let (size, digest) = try Backup.digest(of: copy)
      listed.append(.init(name: name, size: size, digest: digest))
    }
    let manifest = BackupManifest(
      form: BackupManifest.currentForm, made: now.utc, files: listed, counts: counts)
    try seal(manifest, in: work, to: path, under: key)
    return (path, manifest)
  }

  private static func seal(
    _ manifest: BackupManifest, in work: URL, to path: String, under key: BackupKey
  ) throws {
    // Never over a backup that is there.
    let file = try NewFile.create(path)
    do {
      var writer = try SealedWriter(file, under: key)
      let head = Array(try JSONEncoder().encode(manifest))
      try writer.write(withUnsafeBytes(of: UInt64(head.count).bigEndian) { Array($0) } + head)
      for listed in manifest.files {
        let source = try FileHandle(forReadingFrom: work.appending(path: listed.name))
        while let piece = try source.read(upToCount: SealedChunks.size), !piece.isEmpty { try writer.write(piece) }
      }
      try writer.finish()
    } catch {
      unlink(path)
      throw error
    }
  }

  /// One database as it is at this moment, while others write to it; checked page by page.
  private static func copy(_ source: String, to target: String) throws {
    let reader = try DatabaseQueue(path: source, configuration: .reading)
    let copy = try DatabaseQueue(path: target)
    try reader.backup(to: copy)
    let state = try copy.read { try String.fetchOne($0, sql: "PRAGMA quick_check") }
    guard state == "ok" else {
      throw BackupTrouble("\(source) is damaged, so it is not backed up: keep the backups that there are")
    }
    try copy.close()
  }

  static func digest(of file: URL) throws -> (size: Int, digest: String) {
    let source = try FileHandle(forReadingFrom: file)
    var (hash, size) = (SHA256(), 0)
    while let piece = try source.read(upToCount: SealedChunks.size), !piece.isEmpty {
      hash.update(data: piece)
      size += piece.count
    }
    return (size, Hexadecimal.text(hash.finalize()))
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// `20261122T063000Z`.
  private static func stamp(_ now: Instant) -> String {
    now.utc.replacing("-", with: "").replacing(":", with: "")
  }
}

extension Configuration {
  /// For looking only.
  static var reading: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    return configuration
  }
}
