import Console
import Foundation

/// A Python that reads what Tenth does not: workbooks, Parquet, a Spark cluster. Nothing else of Tenth needs one.
enum PythonProgram {
  /// The one that `TENTH_PYTHON` names and no other; otherwise the one beside the program as it is built or installed, or the
  /// machine's own.
  static var path: String? {
    let above = (ProgramFolder.path as NSString).deletingLastPathComponent as NSString
    let places =
      ProcessInfo.processInfo.environment["TENTH_PYTHON"].map { [$0] } ?? [
        (above.deletingLastPathComponent as NSString).appendingPathComponent("python/bin/python3"),
        above.appendingPathComponent("lib/tenth/python/bin/python3"), "/usr/bin/python3", "/usr/local/bin/python3",
      ]
    return places.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
