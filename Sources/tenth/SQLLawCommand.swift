import ArgumentParser
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
    let vocabulary = loaded.vocabulary
    func require(_ isKnown: Bool, _ option: String, _ name: String, _ what: String) throws(Refusal) {
      guard isKnown else { throw .sentence("\(option) \(Page.printable(name)): the vocabulary has no such \(what)") }
    }
    try require(vocabulary.place(jurisdiction) != nil, "--jurisdiction", jurisdiction, "place")
    try require(vocabulary.act(act) != nil, "--act", act, "act")
    try require(vocabulary.agency(agency) != nil, "--agency", agency, "kind of agency")
    for paper in instrument { try require(vocabulary.paper(paper) != nil, "--instrument", paper, "kind of paper") }
    let now = Date().formatted(.iso8601.year().month().day())
    guard let day = Day(on ?? now) else {
      throw Refusal.sentence("--on \(Page.printable(on ?? "")) is no day; write it like 2025-01-22")
    }
    let papers =
      instrument.isEmpty ? vocabulary.papers.first { $0.asksFor.contains(act) }.map { [$0.name] } ?? [] : instrument
    let offer = RowOffer(
      jurisdiction: jurisdiction, agency: Request.Agency(kind: agency), act: act, papers: papers)
    try print(offer, on: day, loaded, dialect)
  }

  private func print(_ offer: RowOffer, on day: Day, _ loaded: LoadedLibrary, _ dialect: SQLDialect) throws {
    let advice = "decide the rows with tenth replay instead"
    let query: LawQuery
    do {
      query = try LawQuery(offer, on: day, in: loaded.library, digests: loaded.digests, table: table)
    } catch let error as LawQuery.Refusal {
      switch error {
      case .tooWide:
        try refuse(
          "the law on \(act) hangs on more than \(LawQuery.mostConditions) conditions, or on days left out of account; no query that "
            + "somebody could read says it: \(advice)")
      case .window(let cites):
        try refuse(
          "a clock has the last word on \(act) (\(cites.joined(separator: "; "))), and a query keeps none; \(advice)")
      }
    } catch is UnknownZone {
      throw Refusal.sentence("--jurisdiction \(Page.printable(jurisdiction)) has no time zone that this machine knows")
    }
    Output.print(schema ? query.schema(dialect).joined(separator: "\n") : query.text(dialect))
  }

  private func refuse(_ sentence: String) throws -> Never {
    Output.complain("tenth: " + Page.printable(sentence))
    throw ExitCode(3)
  }
}
