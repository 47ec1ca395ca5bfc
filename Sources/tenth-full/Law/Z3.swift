import Analysis
import Foundation

/// Z3, as a process of its own for each question: none of its libraries is linked, and the program starts without it.
struct Z3: SolverProgram {
  private let path: String

  /// The one that the PATH finds; nil if there is none.
  static var installed: Z3? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/z3" }.first { FileManager.default.isExecutableFile(atPath: $0) }.map(Z3.init)
  }

  /// What one question may take, in milliseconds, before the answer is that it was not settled.
  private static let limit = 20_000

  private init(path: String) { self.path = path }

  func answer(to script: String) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-smt2", "-in", "-t:\(Self.limit)"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    // The answers are a few words each: neither program waits for the other.
    guard (try? input.fileHandleForWriting.write(contentsOf: Data(script.utf8))) != nil,
      (try? input.fileHandleForWriting.close()) != nil,
      let said = try? output.fileHandleForReading.readToEnd() ?? Data()
    else {
      process.terminate()
      return nil
    }
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }
}
