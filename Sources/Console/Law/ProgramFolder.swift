import Foundation

/// Where the program lies, and what came with it.
package enum ProgramFolder {
  /// The folder of the running program, through links; the system says where it is, however it was called.
  package static var path: String {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return (program as NSString).deletingLastPathComponent
  }

  /// Where a folder that came with the program may lie: beside it as it is built, and as it is installed.
  package static func places(of name: String) -> [String] {
    let folder = path as NSString
    return [
      folder.appendingPathComponent("tenth_tenth.resources/\(name)"),
      (folder.deletingLastPathComponent as NSString).appendingPathComponent("share/tenth/\(name)"),
    ]
  }
}
