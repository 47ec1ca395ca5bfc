import Foundation
import LawLanguage
import Reasoning

/// Memory of a process that holds the whole library, checked, and does nothing.
struct AtRest {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func rows() throws -> [String] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--at-rest", "--laws", arguments.laws]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let kibibytes = Double(String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    let text = String(format: "%.1f MiB", kibibytes / 1024)
    return ["| memory at rest with the whole library loaded (1 run) | 40 MiB | \(text) | \(text) | \(text) |"]
  }

  /// Loads the library in this process and prints what stays resident, in KiB.
  static func report(laws: String) throws {
    let result = Library.check(try LibraryFolder.files(in: laws, jurisdictions: nil))
    guard let library = result.library else { throw InProcess.Unusable() }
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    print(line.split(separator: " ").compactMap { Int($0) }.first ?? 0)
    withExtendedLifetime(library) {}
  }
}
