import ArgumentParser
import Console
import Foundation
import LawLanguage
import Reasoning

/// Which lists of the law hold an offence.
struct OffenceLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offence", abstract: "Find an offence in the lists of a state's law, by section or by words.",
    discussion: """
      A section may be written in any common way (PC 211, Penal Code § 211, 211 P.C.), or the offence named in words. An \
      abbreviation of a roster (ASLT 4) or an NCIC code (NCIC 1201) leads to suggestions only, which a person confirms.

      Exit codes: 0 if a list holds it, 1 if none does on that day, 2 if the law does not check or the command is wrong.

      Example:
        tenth law offence Penal Code 211 --jurisdiction CA
      """)

  @Argument(help: ArgumentHelp("A section, or words.", valueName: "words"))
  var words: [String]

  @Option(help: ArgumentHelp("The state, its code.", valueName: "code"), completion: WordCompletion.jurisdictions)
  var jurisdiction: String

  @Option(help: ArgumentHelp("The day on which the lists count; today unless given.", valueName: "day"))
  var on: String?

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let text = words.joined(separator: " ").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { throw Refusal.sentence("name a section, such as PC 211, or the offence in words") }
    guard text.count <= OffenceIndex.longestText else {
      throw Refusal.sentence(
        "an offence is written in at most \(OffenceIndex.longestText) characters; name the section alone")
    }
    let day: Day
    if let on {
      guard let given = Day(on) else {
        throw Refusal.sentence("--on \(Page.printable(on)) is no day; write it as 2026-01-01")
      }
      day = given
    } else {
      // The calendar of the machine, as in any list that is looked through by hand.
      day = Day(number: Int32(Date().timeIntervalSince1970 / 86_400))
    }
    let loaded = try LoadedLibrary.asked(jurisdiction, in: LibraryFolder.find(place.laws), asJSON: json)
    guard let state = loaded.vocabulary.place(jurisdiction.uppercased()), state.kind == .jurisdiction else {
      throw loaded.unknownJurisdiction(jurisdiction)
    }
    let answer = OffenceIndex(loaded.library, in: state.name).look(up: text, on: day)
    Output.print(json ? answer.document.written() : OffenceText(answer, in: state.title, terminal: .current).text)
    if !answer.isHeld { throw ExitCode(1) }
  }
}
