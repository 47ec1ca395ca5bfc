import ArgumentParser

/// The law itself: what there is, what it says, whether it answers its own examples.
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law",
    abstract: "List, show, begin, test, check, compare, question, lay out and digest the law; find offences; adopt.",
    subcommands: [
      ListLawCommand.self, ShowLawCommand.self, TestLawCommand.self, CheckLawCommand.self, DiffLawCommand.self,
      QueryLawCommand.self, MapLawCommand.self, SQLLawCommand.self, FormatLawCommand.self, DigestLawCommand.self,
      SchemaLawCommand.self, NewLawCommand.self, StaleLawCommand.self, CoverageLawCommand.self,
      OffenceLawCommand.self, AdoptLawCommand.self,
    ])
}
