import ArgumentParser
import Console
import Foundation
import Reasoning

/// What the law of cooperation with immigration enforcement says of a request, and the law itself.
@main
struct Tenth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenth",
    abstract: "What the law obliges, permits or forbids an agency to do, why, by when, and what it owes to whom.",
    discussion: """
      Tenth is a tool for an office whose counsel has adopted the law it runs on. It answers requests; it is nobody's \
      lawyer.

      Completions of the shell: tenth --generate-completion-script bash (or zsh, fish).

      Exit codes: 0 if the request was answered, 1 if cases fail, files are not laid out or a log is not whole, 2 if \
      the request or the law is not usable.
      """,
    subcommands: [
      DecideCommand.self, LawCommand.self, ServeCommand.self, VerifyCommand.self, BackupCommand.self,
      RestoreCommand.self, DrillCommand.self, RenewLogCommand.self, ExportCommand.self, ForecastCommand.self,
      ReplayCommand.self,
    ])

  @Flag(help: "Print the version of the program and the digest of the library.")
  var version = false

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    var lines = ["tenth \(engineVersion)"]
    do {
      let folder = try LibraryFolder.find(nil)
      lines.append("library \(try folder.digests().library)")
      lines.append("laws \(folder.path)")
    } catch {
      lines.append("library none: \(error)")
    }
    Output.print(lines.joined(separator: "\n"))
  }

  static func main() async {
    // A closed pipe is met where it is written to.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      if let refusal = Refusal(error) { refusal.end() }
      // ArgumentParser's own code for a wrong command line is 64; ours is 2, as for every request that cannot be used.
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      // It repeats what was typed.
      let lines = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
      Output.complain(lines.map { Page.printable(String($0)) }.joined(separator: "\n"))
      Foundation.exit(2)
    }
  }
}
