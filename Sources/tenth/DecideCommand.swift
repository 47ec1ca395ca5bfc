import ArgumentParser
import Desk
import Foundation
import LawLanguage
import Reasoning

/// What the law says of one request.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    // It is read as a root of its own, and is no program of its own.
    _superCommandName: "tenth",
    abstract: "Say what the law obliges, permits or forbids an agency to do.",
    discussion: """
      The request comes from a file (JSON or YAML, or - for standard input), from flags, or from both: flags go before \
      the file. The day of the act must be given, for the law of that day applies.

      Example:
        tenth decide --jurisdiction IL --agency county-jail --on 2025-01-22 \\
          --instrument i247a --instrument i200
      """)

  @Argument(
    help: ArgumentHelp("A request as JSON or YAML; - for standard input.", valueName: "request-file"),
    completion: .file(extensions: ["json", "yaml", "yml"]))
  var file: String?

  @OptionGroup(title: "Request") var flags: RequestFlags
  @OptionGroup(title: "Library") var place: LibraryOption

  @Option(
    help: ArgumentHelp(
      "What counsel adopted, as `tenth law adopt` writes it: the law must be that, and answers that rest on wording "
        + "without their initials are kept back.",
      valueName: "file"), completion: .file(extensions: ["json"]))
  var adoption: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Say also what would change the answer.")
  var explain = false

  @Flag(help: "Never ask questions in the terminal.")
  var noInput = false

  func run() throws {
    var draft = try file.map(RequestInput.draft) ?? RequestDraft()
    try flags.apply(to: &draft)
    let folder = try LibraryFolder.find(place.laws)
    let loaded = try LoadedLibrary.asked(draft.jurisdictionText, in: folder, cases: .leftOut)
    let adopted = try adoption.map { try AdoptedFile($0, of: loaded, in: folder) }
    adopted?.document.answer(&draft, by: loaded.vocabulary)
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let request = try loaded.library.request(from: draft, now: now)

    let terminal = Terminal.current
    var session = try DecisionSession(
      loaded: loaded, adopted: adopted, request: request, explain: explain || json)
    let text: String
    if json {
      text = session.decision.document(in: loaded.vocabulary).written()
    } else {
      if terminal.canAsk, !noInput, file != "-" {
        try Interview(vocabulary: loaded.vocabulary, terminal: terminal).run(&session)
      }
      text = DecisionText(session, explain: explain, terminal: terminal).text
    }
    // What was read of the law is left to the system, which is quicker than taking it apart.
    withExtendedLifetime((loaded, session)) {
      Output.print(text)
      Foundation.exit(EXIT_SUCCESS)
    }
  }
}

/// Where the library is.
struct LibraryOption: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds the law.", valueName: "dir"), completion: .directory)
  var laws: String?
}

/// A request and its decision, decided again whenever an answer comes in.
struct DecisionSession {
  private let loaded: LoadedLibrary
  private let adopted: AdoptedFile?
  private let explain: Bool
  /// The law of the request's agency, day and acts: answers change facts only.
  private let prepared: PreparedEdition
  private(set) var request: Request
  private(set) var decision: Decision

  init(loaded: LoadedLibrary, adopted: AdoptedFile?, request: Request, explain: Bool) throws(Refusal) {
    self.loaded = loaded
    self.adopted = adopted
    self.explain = explain
    self.request = request
    do {
      prepared = try PreparedEdition(
        library: loaded.library, jurisdiction: request.jurisdiction, agency: request.agency, day: request.day,
        acts: request.acts, digests: loaded.digests)
    } catch {
      throw .sentence("the vocabulary gives \(error.place) no time zone that is known; correct its zone")
    }
    decision = DecisionSession.decide(request, by: prepared, of: loaded, adopted, explain)
  }

  var library: Library { loaded.library }

  /// Decides the request with more facts.
  mutating func decide(_ request: Request) {
    self.request = request
    decision = DecisionSession.decide(request, by: prepared, of: loaded, adopted, explain)
  }

  /// What would be owed under a request that differs in facts only.
  func owing() -> (Request) -> [Duty] {
    let answers = decision.answers
    let readings = adopted?.readings ?? []
    return { [prepared] in prepared.duties($0, answers: answers, reading: readings) }
  }

  private static func decide(
    _ request: Request, by prepared: PreparedEdition, of loaded: LoadedLibrary, _ adopted: AdoptedFile?, _ explain: Bool
  ) -> Decision {
    let readings = adopted?.readings ?? []
    let decision = prepared.decide(request, options: DecisionOptions(explain: explain, readings: readings))
    // What is sought further is sought under the library's marked readings.
    let told = explain && decision.receipt.readings.isEmpty ? decision.fullyExplained(in: loaded.library) : decision
    return adopted?.law.keepingBack(told) ?? told
  }
}
