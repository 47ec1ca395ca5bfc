import Foundation
import LawLanguage
import Reasoning
import Replay

/// What a run is of: two runs of one name answer the same in the same order, so that one can continue the other.
struct RunName {
  /// One line.
  let text: String

  init(_ plan: ReplayPlan, path: String) {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    var parts = [engineVersion, RunName.state(of: program), "\(plan.tables.mapping)"]
    for law in [plan.law, plan.other].compactMap({ $0 }) {
      parts += [law.digests.library, law.digests.zoneData, law.day?.description ?? "each row's own day"]
      parts += law.digests.files.map(\.sha256)
    }
    parts += [plan.jurisdiction ?? "", plan.locality ?? "", "\(plan.sample)", "\(plan.isStrict)"]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
    for file in [path] + names.map({ (path as NSString).appendingPathComponent($0) }) {
      parts += [file, RunName.state(of: file)]
    }
    let all = parts.joined(separator: "\u{0}")
    text = "tenth replay \(LawDigest(SourceFile(path: path, text: all)).sha256)"
  }

  /// What tells a file from what it was: its place on the disk, its size, and when it was changed.
  private static func state(of path: String) -> String {
    var found = stat()
    guard stat(path, &found) == 0 else { return "" }
    return "\(found.st_ino) \(found.st_size) \(found.st_mtim.tv_sec) \(found.st_mtim.tv_nsec)"
  }
}
