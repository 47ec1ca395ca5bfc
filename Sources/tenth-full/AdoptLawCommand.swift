import ArgumentParser
import Console
import Desk
import Foundation
import LawLanguage
import Reasoning

/// Counsel adopts the library: a file that says who answers for what.
struct AdoptLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Write down that counsel adopts this library, and what they answer for.",
    discussion: """
      An answer that rests on wording which nobody read whole is kept back by `tenth decide --adoption FILE`, with the \
      words "call counsel", unless counsel puts initials to the rule here. Initials hold for the wording as it is: \
      `--after FILE` takes over those of an earlier adoption where nothing of it has changed. A standing position answers \
      a question of judgement for every request that does not answer it itself, or takes one reading of a clause that \
      courts contest, where no court binds the office: 'LAW.CLAUSE=READING: on what it rests'.

      A desk (`tenth serve`) has a page for this, with a second person. What a new library changes: `tenth law diff`.

      Exit codes: 0 if it is written, 2 if the law does not check or the command is wrong.

      Example:
        tenth law adopt --jurisdiction IL --office "Example County" --by "Sample Counsel" \\
          --initial il.trust.no-hold --out adoption.json
      """)

  @Option(help: ArgumentHelp("The state, its code.", valueName: "code"), completion: WordCompletion.jurisdictions)
  var jurisdiction: String

  @Option(help: ArgumentHelp("The office whose counsel adopts.", valueName: "name"))
  var office: String

  @Option(help: ArgumentHelp("Who adopts: name and title.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var on: String?

  @Option(
    name: .customLong("initial"),
    help: ArgumentHelp(
      "A rule below `verified` that counsel has read and answers for. May be repeated.", valueName: "rule"))
  var initials: [String] = []

  @Flag(help: "Put initials to every provision below `verified`.")
  var initialAll = false

  @Option(
    name: .customLong("position"),
    help: ArgumentHelp(
      "A question of judgement answered for good, or a reading of a contested clause: 'NAME=VALUE: on what it rests'. "
        + "May be repeated.",
      valueName: "position"))
  var positions: [String] = []

  @Option(
    help: ArgumentHelp("An earlier adoption, whose initials and positions are taken over.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var after: String?

  @OptionGroup(title: "Library") var place: LibraryOption

  @Option(help: ArgumentHelp("Where it is written; printed if no file is named.", valueName: "file"))
  var out: String?

  func run() throws {
    let folder = try LibraryFolder.find(place.laws)
    let loaded = try LoadedLibrary.asked(jurisdiction, in: folder)
    guard let state = loaded.vocabulary.place(jurisdiction.uppercased()), state.kind == .jurisdiction else {
      throw loaded.unknownJurisdiction(jurisdiction)
    }
    for (name, text) in [("--office", office), ("--by", by)] where text.allSatisfy(\.isWhitespace) {
      throw Refusal.sentence("\(name) is empty; say who adopts")
    }
    let law = try AdoptedFile.law(of: state.name, in: folder)
    let earlier = try after.map(AdoptedFile.read)
    if let earlier, earlier.jurisdiction != state.name {
      throw Refusal.sentence("\(after ?? "") adopts the law of \(earlier.jurisdiction), not of \(state.name)")
    }
    let terms = try terms(law, after: earlier?.terms ?? AdoptionTerms())
    let document = AdoptionDocument(
      office: office, by: by, on: try day(), jurisdiction: state.name, library: law.digest, terms: terms)
    let bytes = try document.written()
    guard let out else { return Output.print(String(decoding: bytes.dropLast(), as: UTF8.self)) }
    do { try bytes.write(to: URL(filePath: out), options: .atomic) } catch {
      throw Refusal.sentence("\(out) cannot be written; name a file in a folder that is yours")
    }
    Output.print(summary(terms, of: law, lost: earlier?.terms))
  }

  private func day() throws(Refusal) -> Day {
    // The calendar of the machine: the day on a document, no legal clock.
    guard let on else { return Day(number: Int32(Date().timeIntervalSince1970 / 86_400)) }
    guard let given = Day(on) else {
      throw .sentence("--on \(Page.printable(on)) is no day; write it as 2026-01-01")
    }
    return given
  }

  private func terms(_ law: OfficeLaw, after earlier: AdoptionTerms) throws(Refusal) -> AdoptionTerms {
    let unread = law.unread
    for name in initials where !unread.contains(where: { "\($0.law).\($0.name)" == name }) {
      throw .sentence(
        "\(Page.printable(name)) is no provision below `verified` of this law; `tenth law adopt` without --initial lists them"
      )
    }
    let known = Set(earlier.initials)
    let initialled = unread.filter {
      initialAll || initials.contains("\($0.law).\($0.name)") || known.contains($0.initial)
    }
    let written = try positions.map(position)
    // A fact has no dot in its name, a clause has its law's name before it.
    let own = written.filter { !$0.fact.contains(".") }
    let taken = written.filter { $0.fact.contains(".") }
      .map { StandingReading(contest: $0.fact, reading: $0.value, because: $0.because) }
    let all = earlier.positions.filter { old in !own.contains { $0.fact == old.fact } } + own
    let kept = earlier.readings.filter { old in
      !taken.contains { $0.contest == old.contest } && (try? law.check([old])) != nil
    }
    do throws(PositionTrouble) {
      try law.check(all)
      try law.check(taken)
    } catch { throw .sentence("\(error)") }
    return AdoptionTerms(initials: initialled.map(\.initial), positions: all, readings: kept + taken)
  }

  private func position(_ text: String) throws(Refusal) -> StandingPosition {
    guard let equals = text.firstIndex(of: "="), let colon = text[equals...].firstIndex(of: ":") else {
      throw .sentence("--position \(Page.printable(text)): write 'FACT=VALUE: on what it rests'")
    }
    return StandingPosition(
      fact: String(text[..<equals]), value: String(text[text.index(after: equals)..<colon]),
      because: text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces))
  }

  private func summary(_ terms: AdoptionTerms, of law: OfficeLaw, lost earlier: AdoptionTerms?) -> String {
    let terminal = Terminal.current
    var page = Page(width: terminal.width, hasColour: terminal.hasColour)
    let known = Set(terms.initials)
    let standing = terms.positions.count + terms.readings.count
    let without = law.unread.filter { !known.contains($0.initial) }
    page.paragraph(
      "\(office) adopts the law of \(jurisdiction.uppercased()) with the digest \(law.digest.prefix(16)), by \(by). "
        + "Initials under \(known.count) of \(law.unread.count) provisions that were not read whole; "
        + "\(standing) standing \(standing == 1 ? "position" : "positions").")
    let lost = (earlier?.initials ?? []).filter { !known.contains($0) }
    if !lost.isEmpty {
      page.gap()
      page.paragraph("Worded otherwise since, so that the initials fell away:")
      for entry in lost { page.paragraph(entry.provision, indent: 2, lead: "- ") }
    }
    let gone = (earlier?.readings ?? []).filter { old in !terms.readings.contains { $0.contest == old.contest } }
    if !gone.isEmpty {
      page.gap()
      page.paragraph("No longer contested so, so that the positions fell away:")
      for entry in gone { page.paragraph("\(entry.contest)=\(entry.reading)", indent: 2, lead: "- ") }
    }
    if !without.isEmpty {
      page.gap()
      page.paragraph("Answers that rest on these are kept back for counsel:")
      for provision in without {
        page.paragraph(
          "\(provision.law).\(provision.name), \(provision.cite): \(provision.provenance.word)", indent: 2, lead: "- ")
      }
    }
    return page.text
  }
}
