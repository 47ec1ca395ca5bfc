import Foundation

/// What a fuzzer starts from: inputs, and the words it may put into them.
public struct Seeds: Sendable {
  private let inputs: [[UInt8]]
  private let words: [String]

  /// Inputs and words, in any order.
  public init(inputs: [String], words: [String]) { self.init(inputs: inputs.map { Array($0.utf8) }, words: words) }

  /// Inputs of any bytes, and words.
  public init(inputs: [[UInt8]], words: [String]) {
    self.inputs = inputs
    self.words = words
  }

  /// If the program was started with `--seeds FOLDER`, writes them there and ends it.
  ///
  /// The program has libFuzzer's `main`, which does not know the option.
  public func writeIfAsked() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, arguments[1] == "--seeds" else { return }
    do {
      try write(to: arguments[2])
      exit(0)
    } catch {
      print("The seeds could not be written: \(error)")
      exit(1)
    }
  }

  private func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: "\(folder)/inputs", withIntermediateDirectories: true)
    for (index, input) in inputs.enumerated() {
      try Data(input).write(to: URL(filePath: "\(folder)/inputs/\(index)"))
    }
    let lines = Set(words).sorted().map { "\"\(Self.escaped($0))\"\n" }
    try Data(lines.joined().utf8).write(to: URL(filePath: "\(folder)/words"))
  }

  /// A word as libFuzzer's dictionaries have it.
  private static func escaped(_ word: String) -> String {
    word.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
      case 0x20..<0x7F: String(UnicodeScalar(byte))
      default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }.joined()
  }
}
