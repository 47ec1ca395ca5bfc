import ArgumentParser
import Console
import Reasoning

/// The JSON Schema of a request.
struct SchemaLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a request in a jurisdiction.")

  @Option(
    help: ArgumentHelp("The state whose agency is asked, such as IL.", valueName: "code"),
    completion: WordCompletion.jurisdictions)
  var jurisdiction: String

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print what is wrong with the law as JSON. The schema is JSON anyway.")
  var json = false

  func run() throws {
    let loaded = try LoadedLibrary.asked(jurisdiction, in: LibraryFolder.find(place.laws), asJSON: json)
    guard let schema = requestSchema(of: jurisdiction, in: loaded.vocabulary) else {
      throw loaded.unknownJurisdiction(jurisdiction)
    }
    Output.print(schema.written())
  }
}
