import Foundation

/// What a folder of data is used for: made-up cases and an office's own never lie in one.
enum FolderUse {
  private static let mark = "demonstration"

  /// Checks that a folder is empty or was used so before, and marks the demonstration's.
  static func claim(_ folder: String, isDemonstration: Bool) throws {
    let files = FileManager.default
    let mark = "\(folder)/\(FolderUse.mark)"
    let isMarked = files.fileExists(atPath: mark)
    let isUsed = ["desk.sqlite", "accounts.sqlite", "keys"].contains { files.fileExists(atPath: "\(folder)/\($0)") }
    if isDemonstration, isUsed, !isMarked {
      throw OpenDesk.Trouble(
        description:
          "\(folder) holds an office's own data, which nobody may open without signing in; leave --data out, "
          + "or name an empty folder for the demonstration")
    }
    if !isDemonstration, isMarked {
      throw OpenDesk.Trouble(
        description:
          "\(folder) holds a demonstration, whose cases are made up; name another folder for the office's data")
    }
    guard isDemonstration, !isMarked else { return }
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data("Everything in this folder is made up.\n".utf8).write(to: URL(filePath: mark))
  }
}
