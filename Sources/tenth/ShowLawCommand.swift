import ArgumentParser
import LawLanguage
import Reasoning

/// One law, or one rule with its source.
struct ShowLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a law, or a rule in plain words with its source.")

  @Argument(help: ArgumentHelp("A law, such as il.trust, or a rule, such as il.trust.no-hold.", valueName: "name"))
  var name: String

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print what is wrong with the law as JSON.")
  var json = false

  func run() throws {
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws), asJSON: json)
    let terminal = Terminal.current
    var page = Page(width: terminal.width, hasColour: terminal.hasColour)
    if let law = loaded.library.law(name) {
      show(law, on: &page)
    } else {
      let versions = try rules(in: loaded.library)
      for (law, rule) in versions { show(rule, of: law, loaded, on: &page) }
    }
    Output.print(page.text)
  }

  /// All versions of the rule that is named.
  private func rules(in library: Library) throws(Refusal) -> [(Law, Rule)] {
    let found = library.laws.flatMap { law in law.rules.map { (law, $0) } }.filter { $0.1.name.description == name }
    guard found.isEmpty else { return found }
    let names = library.laws.map(\.name) + library.laws.flatMap { $0.rules.map(\.name.description) }
    let help = suggestion(for: name, among: names).map { "did you mean \($0)?" } ?? "`tenth law list` lists the laws"
    throw .sentence("there is no law or rule \"\(Page.printable(name))\"; \(help)")
  }

  private func show(_ law: Law, on page: inout Page) {
    page.paragraph("\(law.title), \(law.cite)", look: .bold)
    page.paragraph("\(law.rank.title) of \(law.place), in force \(law.period.words), \(law.path)", indent: 2)
    page.gap()
    for rule in law.rules {
      page.paragraph("\(rule.cite): \(rule.text)", indent: 2, lead: "\(rule.name.name)  ")
    }
  }

  private func show(_ rule: Rule, of law: Law, _ loaded: LoadedLibrary, on page: inout Page) {
    page.gap()
    page.paragraph("\(law.cite) § \(rule.cite), in force \(rule.period.words)", look: .bold)
    page.paragraph(rule.text)
    page.paragraph(rule.provenance.sentence, look: .dim)
    page.paragraph("\(loaded.place(of: rule.location)), under \"\(rule.location.heading)\"", look: .dim)
    page.gap()
    for line in loaded.source(of: rule.location) { page.verbatim(line, indent: 4) }
  }
}
