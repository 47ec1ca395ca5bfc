import Console
import Foundation

/// The library as it was at a revision of the git repository that it lies in.
enum GitRevision {
  /// Lays the library of a revision out in a folder, hands it over, and removes the folder.
  static func withLibrary<Result>(
    of revision: String, beside folder: String?, _ use: (LibraryFolder) throws -> Result
  ) throws -> Result {
    let place = folder ?? "Laws"
    let isThere = FileManager.default.fileExists(atPath: place)
    guard isThere, let inside = run(["rev-parse", "--show-prefix"], in: place)?.trimmed else {
      throw Refusal.sentence(
        "\(revision) is no folder, no day and no jurisdiction, and \(place) lies in no git repository; name the library "
          + "with --laws DIR")
    }
    guard !revision.hasPrefix("-"),
      let commit = run(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"], in: place)?.trimmed
    else {
      throw Refusal.sentence(
        "\(revision) is no folder, no day, no jurisdiction and no revision of the repository that \(place) lies in")
    }
    let scratch = FileManager.default.temporaryDirectory.appending(path: "tenth-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let laws = scratch.appending(path: "laws").path()
    do {
      try FileManager.default.createDirectory(atPath: laws, withIntermediateDirectories: true)
    } catch {
      throw Refusal.sentence("\(scratch.path()) cannot be made; check that there is room for temporary files")
    }
    let index = ["GIT_INDEX_FILE": scratch.appending(path: "index").path()]
    // From the top: below it, git would lay out what lies below only.
    guard let top = run(["rev-parse", "--show-toplevel"], in: place)?.trimmed,
      run(["read-tree", "\(commit):\(inside)"], in: top, index) != nil,
      run(["checkout-index", "--all", "--prefix=\(laws)/"], in: top, index) != nil
    else {
      throw Refusal.sentence("\(revision) holds no folder \(inside); name the library with --laws DIR")
    }
    return try use(LibraryFolder(path: laws))
  }

  /// What git says; nil if it fails or is not there.
  private static func run(_ arguments: [String], in folder: String, _ environment: [String: String] = [:]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil, let said = try? output.fileHandleForReading.readToEnd() ?? Data() else {
      return nil
    }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: said, as: UTF8.self) : nil
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
