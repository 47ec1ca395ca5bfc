import ArgumentParser
import Console
import LawLanguage
import Reasoning

/// What of the law its worked examples show.
struct CoverageLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "Show which rules, exceptions, windows and clocks decide in some case.",
    discussion: "Exit codes: 0 if every rule decides in some case or says why not, 2 if the law does not check.")

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print the page that docs/coverage.md is.")
  var markdown = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if json && markdown { throw ValidationError("write either --json or --markdown") }
  }

  func run() throws {
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws), asJSON: json)
    let coverage: CaseCoverage
    do {
      coverage = try CaseCoverage(of: loaded.library, digests: loaded.digests)
    } catch {
      throw Refusal.sentence("\(error.place) has no time zone that this machine knows; install the package tzdata")
    }
    if markdown {
      Output.print(CoveragePage(coverage).text)
    } else {
      Output.print(json ? document(coverage).written() : text(coverage))
    }
  }

  private func text(_ coverage: CaseCoverage) -> String {
    let terminal = Terminal.current
    var page = Page(width: terminal.width, hasColour: terminal.hasColour)
    for place in coverage.places + [coverage.total] {
      page.paragraph(
        "\(place.rules.words("rule")), \(place.exceptions.words("exception")), \(place.windows.words("window")), "
          + "\(place.clocks.words("clock")), in \(place.cases.words("case")); "
          + "\(place.unread.count.words("rule")) not verified",
        lead: place.name.isEmpty ? "All  " : place.name + "  ")
    }
    return page.text
  }

  private func document(_ coverage: CaseCoverage) -> JSON {
    func share(_ share: CaseCoverage.Share) -> JSON {
      .object(["decisive": .integer(share.met), "of": .integer(share.all)])
    }
    func parts(_ parts: [CaseCoverage.Part]) -> JSON {
      .list(parts.map { .object(["name": .text($0.name.description), "cite": .text($0.cite)]) })
    }
    return .list(
      coverage.places.map { place in
        .object([
          "place": .text(place.name), "cases": .integer(place.cases), "rules": share(place.rules),
          "exceptions": share(place.exceptions), "windows": share(place.windows), "clocks": share(place.clocks),
          "verified": .integer(place.verified), "secondary": .integer(place.secondary),
          "unverified": .list(place.unread.map { .text($0.name.description) }),
          "idle": .list(
            place.idle.map { idle in
              .object(["rule": .text(idle.rule.name.description), "part": .text(orNull: idle.part?.rawValue)])
            }),
          "closed": parts(place.closed), "unbounding": parts(place.unbounding), "unreckoned": parts(place.unreckoned),
        ])
      })
  }
}

extension CaseCoverage.Share {
  /// `12 of 14 rules`.
  fileprivate func words(_ what: String) -> String { "\(met) of \(all.words(what))" }
}

extension Int {
  /// `1 rule`, `2 rules`.
  fileprivate func words(_ what: String) -> String { self == 1 ? "1 \(what)" : "\(self) \(what)s" }
}
