import ArgumentParser
import Conformity
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An engine of this repository behind the protocol, as a model for others.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Speak the protocol on standard input and output.",
    discussion: "It ends when its input does.")

  @Option(help: "The engine: fast or interpreter.")
  var backEnd: OwnEngine = .fast

  func run() throws {
    switch backEnd {
    case .fast: try serve(FastBackEnd())
    case .interpreter: try serve(InterpreterBackEnd())
    }
  }

  private func serve(_ engine: some BackEnd) throws {
    var serving = Serving(engine)
    var pending: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // As much as there is: whoever asks waits for the answer before writing more.
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      var searched = pending.count
      pending.append(contentsOf: chunk[..<count])
      while let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(pending[..<end])
        pending.removeSubrange(...end)
        searched = 0
        try FileHandle.standardOutput.write(contentsOf: Data(serving.answer(line)))
      }
      guard pending.count <= SuiteLimits.line else { throw Refusal("a line may have \(SuiteLimits.line) bytes") }
    }
  }
}
