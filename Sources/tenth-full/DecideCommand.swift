import ArgumentParser
import Console

/// What the law says of one request.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Say what the law obliges, permits or forbids an agency to do.",
    discussion: """
      The request comes from a file (JSON or YAML, or - for standard input), from flags, or from both: flags go before \
      the file. The day of the act must be given, for the law of that day applies.

      Example:
        tenth decide --jurisdiction IL --agency county-jail --on 2025-01-22 \\
          --instrument i247a --instrument i200
      """)

  @Option(
    help: ArgumentHelp(
      "What counsel adopted, as `tenth law adopt` writes it: the law must be that, and answers that rest on wording "
        + "without their initials are kept back.",
      valueName: "file"), completion: .file(extensions: ["json"]))
  var adoption: String?

  @OptionGroup var asked: DecideOptions

  func run() throws {
    try asked.run { loaded, folder in try adoption.map { try AdoptedFile($0, of: loaded, in: folder) } }
  }
}
