import ArgumentParser
import Console

/// Where the law runs over a table whose columns are those of a query: here, or where the rows are.
struct EngineOptions: ParsableArguments {
  enum Engine: String, CaseIterable, ExpressibleByArgument {
    case here, duckdb, postgres, spark
  }

  @Option(
    help: ArgumentHelp(
      "Count what one act's law says of a table with the columns that tenth law sql --schema prints: here, or by its query in duckdb, "
        + "postgres (PATH is a connection string) or spark.", valueName: "name"))
  var engine: Engine?

  @Option(help: ArgumentHelp("With --engine: the act.", valueName: "name"), completion: WordCompletion.acts)
  var act: String?

  @Option(help: ArgumentHelp("With --engine: who is asked.", valueName: "kind"), completion: WordCompletion.agencies)
  var agency = "county-jail"

  @Option(
    help: ArgumentHelp(
      "With --engine: a paper that is offered, in order; may be given more than once.", valueName: "kind"),
    completion: WordCompletion.papers)
  var instrument: [String] = []

  @Option(help: ArgumentHelp("With --engine postgres: the table that has the rows.", valueName: "name"))
  var table = "requests"

  @Option(help: ArgumentHelp("With --engine spark: the cluster, such as spark://HOST:7077.", valueName: "master"))
  var master = "local[*]"
}
