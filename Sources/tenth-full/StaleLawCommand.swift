import ArgumentParser
import Console
import Foundation
import LawLanguage
import Reasoning

/// What of the library somebody should look at again.
struct StaleLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stale", abstract: "List what should be read again: old readings, days to come, suspensions.",
    discussion: "Exit codes: 0 if nothing is older than it may be, 1 if something is, 2 if the law does not check.")

  @Option(help: ArgumentHelp("How old a reading may be.", valueName: "days"))
  var days = 180

  @Option(help: ArgumentHelp("Reckoned from this day; today unless given.", valueName: "day"))
  var on: String?

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    guard (0...36_500).contains(days) else { throw Refusal.sentence("--days is a number from 0 to 36500") }
    let day: Day
    if let on {
      guard let given = Day(on) else { throw Refusal.sentence("--on \(on) is no day; write it as 2026-01-01") }
      day = given
    } else {
      // The calendar of the machine: it is an errand, no legal clock.
      day = Day(number: Int32(Date().timeIntervalSince1970 / 86_400))
    }
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws), asJSON: json)
    let reports = loaded.library.laws.map { Staleness(of: $0, on: day, days: days) }.filter { !$0.isEmpty }
    Output.print(json ? document(reports).written() : text(reports, day))
    if reports.contains(where: \.isOld) { throw ExitCode(1) }
  }

  private func text(_ reports: [Staleness], _ day: Day) -> String {
    let terminal = Terminal.current
    var page = Page(width: terminal.width, hasColour: terminal.hasColour)
    for report in reports {
      page.heading("\(report.law.name): \(report.law.title)")
      for line in report.lines(days: days) { page.paragraph(line, indent: 2) }
    }
    let old = reports.filter(\.isOld).count
    page.paragraph(
      old == 0
        ? "No reading is older than \(days) days on \(day)."
        : "\(old) \(old == 1 ? "law has" : "laws have") rules whose text was last read more than \(days) days before \(day), "
          + "or says not when.")
    return page.text
  }

  private func document(_ reports: [Staleness]) -> JSON {
    .list(
      reports.map { report in
        .object([
          "law": .text(report.law.name), "path": .text(report.law.path),
          "old": .list(report.old.map { .text($0) }), "not-verified": .list(report.unread.map { .text($0) }),
          "begins": .list(report.coming.map { .text($0) }), "suspended": .list(report.suspended.map { .text($0) }),
        ])
      })
  }
}

/// What of one law should be looked at again.
private struct Staleness {
  let law: Law
  /// Rules whose text was read too long ago, or on a day that is not said.
  var old: [String] = []
  /// Rules whose text nobody read.
  var unread: [String] = []
  /// What begins or ends on a day to come.
  var coming: [String] = []
  /// Suspensions in force: a stay may have been lifted since.
  var suspended: [String] = []

  init(of law: Law, on day: Day, days: Int) {
    self.law = law
    for rule in law.rules {
      switch rule.provenance {
      case .verified(let source):
        let read = Staleness.lastDay(in: source)
        if read.map({ day > $0.adding(days: days) }) ?? true { old.append(rule.name.description) }
      case .secondary, .unverified: unread.append(rule.name.description)
      }
    }
    let periods =
      [(law.name, law.period)] + law.rules.map { ($0.name.description, law.hourly[$0.location]?.days ?? $0.period) }
    for (name, period) in periods {
      if period.from > day { coming.append("\(name) begins on \(period.from)") }
      if let until = period.until, until >= day { coming.append("\(name) ends after \(until)") }
    }
    for suspension in law.suspensions where suspension.period.contains(day) {
      suspended.append("\(suspension.name) (\(suspension.cite))")
    }
    old = Staleness.once(old)
    unread = Staleness.once(unread)
    coming = Staleness.once(coming)
  }

  var isOld: Bool { !old.isEmpty }
  var isEmpty: Bool { old.isEmpty && unread.isEmpty && coming.isEmpty && suspended.isEmpty }

  func lines(days: Int) -> [String] {
    [
      ("Read more than \(days) days ago, or not said when: ", old), ("Text not read: ", unread), ("To come: ", coming),
      ("Suspended; look whether it still is: ", suspended),
    ]
    .filter { !$0.1.isEmpty }.map { $0.0 + $0.1.joined(separator: ", ") + "." }
  }

  /// Versions of a rule share their name.
  private static func once(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The last day that a source names: `witnessslips.ilga.gov, read 2026-11-21`.
  private static func lastDay(in source: String) -> Day? {
    source.split { !$0.isASCII || !($0.isNumber || $0 == "-") }.compactMap { Day($0) }.max()
  }
}
