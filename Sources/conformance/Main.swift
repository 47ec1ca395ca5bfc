import ArgumentParser
import Conformity
import Foundation

/// The conformance suite: run it on an engine, make it from the law, or serve as an engine.
@main
struct ConformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance",
    abstract: "Put the cases of the law to an engine.",
    discussion: "Conformance/README.md says what a case is, and what an engine of your own must speak.",
    subcommands: [RunCommand.self, GenerateCommand.self, ServeCommand.self], defaultSubcommand: RunCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as Refusal {
      try? FileHandle.standardError.write(contentsOf: Data("conformance: \(error.sentence)\n".utf8))
      Foundation.exit(2)
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      try? FileHandle.standardError.write(contentsOf: Data((fullMessage(for: error) + "\n").utf8))
      Foundation.exit(2)
    }
  }
}

/// Why nothing was run: one sentence, and the exit code 2.
struct Refusal: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

/// Where the checkout is.
struct RootOption: ParsableArguments {
  @Option(help: ArgumentHelp("The root of the repository.", valueName: "dir"), completion: .directory)
  var root = "."

  var repository: Repository { Repository(root: root) }
}

/// The engines of this repository.
enum OwnEngine: String, ExpressibleByArgument, CaseIterable {
  case fast, interpreter
}
