import Analysis
import ArgumentParser
import Console
import LawLanguage
import Reasoning

/// What differs between two laws, for every request.
struct DiffLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say exactly which requests two laws treat differently.",
    discussion: """
      A and B are two libraries (folders, or revisions of the git repository that the library lies in), two days, or two \
      jurisdictions.

      Examples:
        tenth law diff 2021-08-01 2021-08-02 --jurisdiction IL
        tenth law diff IL NJ --on 2025-01-22 --act hold
        tenth law diff HEAD~1 Laws

      Exit codes: 0 if nothing differs, 1 if something does, 2 if the law or the command is not usable, 3 if something was \
      too wide to compare.
      """)

  @Argument(help: ArgumentHelp("A folder, a git revision, a day or a jurisdiction.", valueName: "a"))
  var old: String

  @Argument(help: ArgumentHelp("What it is compared with.", valueName: "b"))
  var new: String

  @Option(
    help: ArgumentHelp("Only what agencies of this jurisdiction are asked.", valueName: "code"),
    completion: WordCompletion.jurisdictions)
  var jurisdiction: String?

  @Option(help: ArgumentHelp("Only the law of this day.", valueName: "day"))
  var on: String?

  @Option(
    help: ArgumentHelp("Only this act; may be given more than once.", valueName: "name"),
    completion: WordCompletion.acts)
  var act: [String] = []

  @Option(
    help: ArgumentHelp("Past requests, one JSON object a line: how many are touched.", valueName: "file"),
    completion: .file())
  var requests: String?

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let day = try on.map { text throws(Refusal) in
      guard let day = Day(text) else {
        throw .sentence("--on \(Page.printable(text)) is no day; write it like 2025-01-22")
      }
      return day
    }
    if let first = Day(old), let second = Day(new) { return try compareDays(first, second) }
    if !isFolder(old), !isFolder(new) {
      let folder = try LibraryFolder.find(place.laws)
      let loaded = try LoadedLibrary.whole(in: folder, asJSON: json)
      if [old, new].allSatisfy({ loaded.vocabulary.place($0)?.kind == .jurisdiction }) {
        return try compareJurisdictions(loaded, on: day)
      }
    }
    try withLibrary(old) { before in
      try withLibrary(new) { after in try compareLibraries(before, after, on: day) }
    }
  }

  // MARK: What is compared

  private func compareDays(_ first: Day, _ second: Day) throws {
    let loaded = try load(in: LibraryFolder.find(place.laws))
    try requireActs(loaded.vocabulary)
    var comparing = Comparing(acts: acts)
    for name in try jurisdictions([loaded]) {
      comparing.compare(
        LawSide(library: loaded.library, jurisdiction: name, day: first),
        LawSide(library: loaded.library, jurisdiction: name, day: second))
    }
    try report(
      comparing.result, loaded,
      touched: touched(loaded, loaded) { request, isNew in
        request.day = isNew ? second : first
        request.acted = nil
      })
  }

  private func compareJurisdictions(_ loaded: LoadedLibrary, on day: Day?) throws {
    try requireActs(loaded.vocabulary)
    guard let day else {
      throw Refusal.sentence("say of which day's law: tenth law diff \(old) \(new) --on 2025-01-22")
    }
    var comparing = Comparing(acts: acts)
    comparing.compare(
      LawSide(library: loaded.library, jurisdiction: old, day: day),
      LawSide(library: loaded.library, jurisdiction: new, day: day))
    let names = (old, new)
    try report(
      comparing.result, loaded,
      touched: touched(loaded, loaded) { request, isNew in
        request.jurisdiction = isNew ? names.1 : names.0
        request.agency.locality = nil
      })
  }

  private func compareLibraries(_ before: LoadedLibrary, _ after: LoadedLibrary, on day: Day?) throws {
    try requireActs(after.vocabulary)
    var comparing = Comparing(acts: acts)
    for name in try jurisdictions([before, after]) where !isSame(name, before, after) {
      for day in day.map({ [$0] }) ?? Comparing.days(name, before.library, after.library).reversed() {
        comparing.compare(
          LawSide(library: before.library, jurisdiction: name, day: day),
          LawSide(library: after.library, jurisdiction: name, day: day))
      }
    }
    try report(comparing.result, after, touched: touched(before, after) { _, _ in })
  }

  /// Whether a jurisdiction's law is the same to the letter.
  private func isSame(_ jurisdiction: String, _ before: LoadedLibrary, _ after: LoadedLibrary) -> Bool {
    func files(_ loaded: LoadedLibrary) -> [SourceFile] {
      loaded.library.sources.filter { ["", "us", jurisdiction.lowercased()].contains($0.folder) }
    }
    return files(before) == files(after)
  }

  // MARK: The arguments

  private var acts: Set<String>? { act.isEmpty ? nil : Set(act) }

  private func requireActs(_ vocabulary: Vocabulary) throws(Refusal) {
    for name in act where vocabulary.act(name) == nil {
      throw .sentence("--act \(Page.printable(name)): the vocabulary has no such act; tenth law schema lists them")
    }
  }

  private func isFolder(_ text: String) -> Bool { (try? LibraryFolder.find(text)) != nil }

  private func load(in folder: LibraryFolder) throws(Refusal) -> LoadedLibrary {
    if let jurisdiction { return try LoadedLibrary.asked(jurisdiction, in: folder, asJSON: json) }
    return try LoadedLibrary.whole(in: folder, asJSON: json)
  }

  private func withLibrary(_ text: String, _ use: (LoadedLibrary) throws -> Void) throws {
    if isFolder(text) { return try use(load(in: LibraryFolder.find(text))) }
    try GitRevision.withLibrary(of: text, beside: place.laws) { try use(load(in: $0)) }
  }

  private func jurisdictions(_ all: [LoadedLibrary]) throws(Refusal) -> [String] {
    guard let jurisdiction else {
      let places = all.flatMap {
        $0.vocabulary.places.filter { $0.kind == .jurisdiction && $0.name != "US" }.map(\.name)
      }
      return Set(places).filter { name in all.allSatisfy { $0.vocabulary.place(name) != nil } }.sorted()
    }
    for loaded in all where loaded.vocabulary.place(jurisdiction)?.kind != .jurisdiction {
      throw loaded.unknownJurisdiction(jurisdiction)
    }
    return [jurisdiction]
  }

  // MARK: What comes of it

  private func touched(
    _ before: LoadedLibrary, _ after: LoadedLibrary, _ move: @escaping (inout Request, _ isNew: Bool) -> Void
  ) throws -> TouchedRequests? {
    try requests.map { try TouchedRequests(in: $0, before, after, move) }
  }

  private func report(_ comparison: Comparison, _ loaded: LoadedLibrary, touched: TouchedRequests?) throws {
    Output.print(
      json
        ? ComparisonDocument(comparison, loaded, touched).json.written()
        : ComparisonText(comparison, loaded, touched).text)
    if !comparison.undecided.isEmpty { throw ExitCode(3) }
    if !comparison.changes.isEmpty { throw ExitCode(1) }
  }
}
