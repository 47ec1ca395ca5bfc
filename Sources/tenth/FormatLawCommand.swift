import ArgumentParser
import LawLanguage

struct FormatLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "format", abstract: "Lay out law files.")
}
