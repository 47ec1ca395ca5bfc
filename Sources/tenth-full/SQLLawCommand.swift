import ArgumentParser
import Console
import Foundation
import LawLanguage
import Reasoning
import Replay

/// The law as a query, for where the records are.
struct SQLLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Print what the law says of an act as a query for a database or a Spark cluster.",
    discussion: """
      Example:
        tenth law sql --jurisdiction CA --act notify-release --dialect duckdb --instrument i247a

      Exit codes: 0 with the query, 2 if the law or what was asked is not usable, 3 if no query can say it.
      """)

  @Option(help: ArgumentHelp("Whose law.", valueName: "place"), completion: WordCompletion.jurisdictions)
  var jurisdiction: String

  @Option(help: ArgumentHelp("The act.", valueName: "name"), completion: WordCompletion.acts)
  var act: String

  @Option(help: ArgumentHelp("duckdb, postgres, spark or sqlite.", valueName: "name"))
  var dialect: String

  @Option(help: ArgumentHelp("A day of the law; today, if none is given.", valueName: "day"))
  var on: String?

  @Option(help: ArgumentHelp("Who is asked.", valueName: "kind"), completion: WordCompletion.agencies)
  var agency = "county-jail"

  @Option(
    help: ArgumentHelp(
      "A paper that is offered, in order; may be given more than once. Without it, the first kind that asks for the act.",
      valueName: "kind"), completion: WordCompletion.papers)
  var instrument: [String] = []

  @Option(help: ArgumentHelp("The table that has the rows.", valueName: "name"))
  var table = "requests"

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print the columns that the table must have, and no query.")
  var schema = false

  func run() throws {
    guard let dialect = SQLDialect(rawValue: dialect) else {
      throw Refusal.sentence(
        "--dialect \(Page.printable(dialect)): use one of \(SQLDialect.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
    let loaded = try LoadedLibrary.asked(jurisdiction, in: LibraryFolder.find(place.laws))
    let query = try OfferedQuery(
      loaded, jurisdiction: jurisdiction, act: act, agency: agency, instruments: instrument, on: on, table: table
    ).query
    Output.print(schema ? query.schema(dialect).joined(separator: "\n") : query.text(dialect))
  }
}
