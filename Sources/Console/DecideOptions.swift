import ArgumentParser
import Foundation
import LawLanguage
import Reasoning

/// One request on a command line, and how its decision is told.
package struct DecideOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A request as JSON or YAML; - for standard input.", valueName: "request-file"),
    completion: .file(extensions: ["json", "yaml", "yml"]))
  var file: String?

  @OptionGroup(title: "Request") var flags: RequestFlags
  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Say also what would change the answer.")
  var explain = false

  @Flag(help: "Never ask questions in the terminal.")
  var noInput = false

  package init() {}

  /// Decides the request, prints the decision, and ends the program.
  ///
  /// - Parameter adopted: what counsel adopted of a library, if the office follows that.
  /// - Throws: `Refusal` or `RequestError`, before anything is printed.
  package func run(
    under adopted: (LoadedLibrary, LibraryFolder) throws -> (any AdoptedLaw)? = { _, _ in nil }
  ) throws {
    var draft = try file.map(RequestInput.draft) ?? RequestDraft()
    try flags.apply(to: &draft)
    let folder = try LibraryFolder.find(place.laws)
    let loaded = try LoadedLibrary.asked(draft.jurisdictionText, in: folder, cases: .leftOut)
    let adopted = try adopted(loaded, folder)
    adopted?.answer(&draft, by: loaded.vocabulary)
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
