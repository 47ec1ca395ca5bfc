import ArgumentParser

/// The law itself: what there is, what it says, whether it answers its own examples.
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law", abstract: "List, show, begin, test, lay out and digest the law.",
    subcommands: [
      ListLawCommand.self, ShowLawCommand.self, TestLawCommand.self, FormatLawCommand.self, DigestLawCommand.self,
      SchemaLawCommand.self, NewLawCommand.self, StaleLawCommand.self,
    ])
}
