import Foundation

/// Z3, asked over SMT-LIB as a process of its own.
final class Solver {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var rest: [UInt8] = []

  /// Where it is installed; nil if it is not.
  static let path = ["/usr/bin/z3", "/usr/local/bin/z3"].first { FileManager.default.isExecutableFile(atPath: $0) }

  init(at path: String) throws {
    process.executableURL = URL(filePath: path)
    process.arguments = ["-in", "-smt2"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.terminate()
    process.waitUntilExit()
  }

  func tell(_ text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data((text + "\n").utf8)) }

  /// Whether what was told can be so; nil if the solver does not know.
  func isPossible() throws -> Bool? {
    try tell("(check-sat)")
    switch try line() {
    case "sat": return true
    case "unsat": return false
    default: return nil
    }
  }

  /// The truth of some names and the value of a number, in the model found.
  func values(of names: [String], and number: String) throws -> (truths: [Bool], number: Int) {
    try tell("(get-value (\(names.joined(separator: " ")) \(number)))")
    var text = ""
    var depth = 0
    repeat {
      let line = try line()
      text += line + " "
      depth += line.count { $0 == "(" } - line.count { $0 == ")" }
    } while depth > 0
    let words = text.split { "() \n".contains($0) }.map(String.init)
    var truths: [Bool] = []
    var value = 0
    for (name, said) in zip(words, words.dropFirst()) {
      if name == number { value = Int(said) ?? -1 }
      if name.hasPrefix("look"), said == "true" || said == "false" { truths.append(said == "true") }
    }
    return (truths, value)
  }

  private func line() throws -> String {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeSubrange(...end)
        return line
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
      rest += more
    }
  }
}
