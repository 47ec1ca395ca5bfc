import ArgumentParser
import Console
import LawLanguage
import Reasoning

/// One law, or one rule with its source.
struct ShowLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a law, or a rule in plain words with its source.")

  @Argument(
    help: ArgumentHelp("A law, such as il.trust, or a rule, such as il.trust.no-hold.", valueName: "name"),
    completion: WordCompletion.laws)
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
      for provision in try provisions(in: loaded.library) { show(provision, loaded, on: &page) }
    }
    Output.print(page.text)
  }

  /// All versions of what is named.
  private func provisions(in library: Library) throws(Refusal) -> [Provision] {
    let all = library.laws.flatMap(Provision.all)
    let found = all.filter { $0.name.description == name }
    guard found.isEmpty else { return found }
    let names = library.laws.map(\.name) + all.map(\.name.description)
    let help = suggestion(for: name, among: names).map { "did you mean \($0)?" } ?? "`tenth law list` lists the laws"
    throw .sentence("there is no law or rule \"\(Page.printable(name))\"; \(help)")
  }

  private func show(_ law: Law, on page: inout Page) {
    page.paragraph("\(law.title), \(law.cite)", look: .bold)
    page.paragraph("\(law.rank.title) of \(law.place), in force \(law.period.words), \(law.path)", indent: 2)
    page.gap()
    for provision in Provision.all(of: law) {
      page.paragraph("\(provision.cite): \(provision.text)", indent: 2, lead: "\(provision.name.name)  ")
    }
  }

  private func show(_ provision: Provision, _ loaded: LoadedLibrary, on page: inout Page) {
    page.gap()
    page.paragraph("\(provision.law) § \(provision.cite), in force \(provision.inForce)", look: .bold)
    page.paragraph(provision.text)
    page.paragraph(provision.provenance.sentence, look: .dim)
    page.paragraph(
      "\(loaded.place(of: provision.location)), under \"\(provision.location.heading)\"", look: .dim)
    page.gap()
    for line in loaded.source(of: provision.location) { page.verbatim(line, indent: 4) }
  }
}

/// Anything of a law that has a name, a citation and words.
private struct Provision {
  let law: String
  let name: QualifiedName
  let cite: String
  let period: Period
  /// In words, with the hours if it has any.
  let inForce: String
  let provenance: Provenance
  let text: String
  let location: SourceLocation

  /// Those of a law: rules first, then what bears on them.
  static func all(of law: Law) -> [Provision] {
    func provision(
      _ name: QualifiedName, _ cite: String, _ period: Period, _ provenance: Provenance, _ text: String,
      _ location: SourceLocation
    ) -> Provision {
      Provision(
        law: law.cite, name: name, cite: cite, period: period, inForce: law.hours(at: location) ?? period.words,
        provenance: provenance, text: text, location: location)
    }
    let all =
      law.rules.map { provision($0.name, $0.cite, $0.period, $0.provenance, $0.text, $0.location) }
      + law.exceptions.map { provision($0.name, $0.cite, $0.period, $0.provenance, $0.text, $0.location) }
      + law.voids.map { provision($0.name, $0.cite, $0.period, $0.provenance, $0.text, $0.location) }
      + law.presumptions.map { provision($0.name, $0.cite, $0.period, $0.provenance, $0.text, $0.location) }
      + law.suspensions.map { provision($0.name, $0.cite, $0.period, $0.provenance, $0.text, $0.location) }
      + law.contests.map { contest in
        let readings = contest.readings.map { "\($0.name): \($0.text)" }.joined(separator: " ")
        return provision(
          contest.name, contest.cite, contest.period, contest.provenance, readings, contest.location)
      }
      + law.untranslated.map { provision($0.name, $0.cite, $0.period, $0.provenance, $0.text, $0.location) }
    return all.filter { law.isFirstPart($0.period, at: $0.location) }
  }
}
