import ArgumentParser
import Console
import Foundation
import LawLanguage
import Reasoning

/// A law begun: a document that checks, with one rule and one case to write over.
struct NewLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a law: a document with a head, one rule and one case to write over.",
    discussion: """
      The document checks as it is, so whatever fails afterwards is what you wrote last.
      docs/writing-law.md leads from a statute to a merged law.
      """)

  @Argument(help: ArgumentHelp("The law's name, such as il.fees or cook-il.detainers.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp("The state, its code.", valueName: "code"), completion: WordCompletion.jurisdictions)
  var jurisdiction: String

  @Option(help: ArgumentHelp("The title people know it by.", valueName: "text"))
  var title: String

  @Option(help: ArgumentHelp("How it is cited.", valueName: "text"))
  var cite: String

  @Option(help: "The first day in force, such as 2026-01-01.")
  var from: String

  @Option(help: "Its rank: statute, regulation, directive, ordinance or policy.")
  var rank = "statute"

  @Option(help: ArgumentHelp("Whose law it is; the state, unless you name a locality.", valueName: "place"))
  var of: String?

  @OptionGroup(title: "Library") var place: LibraryOption

  func run() throws {
    let folder = try LibraryFolder.find(try namedFolder())
    let loaded = try LoadedLibrary.asked(jurisdiction, in: folder)
    guard let state = loaded.vocabulary.place(jurisdiction), state.kind == .jurisdiction else {
      throw loaded.unknownJurisdiction(jurisdiction)
    }
    guard Day(from) != nil else {
      throw Refusal.sentence("--from \(from) is no day; write it as 2026-01-01")
    }
    guard ["statute", "regulation", "directive", "ordinance", "policy"].contains(rank) else {
      throw Refusal.sentence("there is no rank \(rank); write statute, regulation, directive, ordinance or policy")
    }
    let owner = of ?? state.name
    guard loaded.vocabulary.place(owner) != nil else {
      throw Refusal.sentence(
        "--of \(Page.printable(owner)): the vocabulary has no such place; declare it first in the folder "
          + "\(state.name.lowercased()), such as: locality \(Page.printable(owner)) \"…\"  in \(state.name)"
          + districtHint(of: state, in: loaded.vocabulary))
    }
    let isPlain = [title, cite].allSatisfy { text in
      !text.isEmpty && !text.contains { $0 == "\"" || $0 == "\\" || $0.isNewline }
    }
    guard isPlain else {
      throw Refusal.sentence("title and citation are one line each, without quotes or backslashes")
    }
    let path = "\(state.name.lowercased())/\(fileName).md"
    let target = URL(filePath: folder.path).appending(path: path)
    guard !FileManager.default.fileExists(atPath: target.path()) else {
      throw Refusal.sentence("\(target.path()) is there already; choose another name, or amend that law")
    }
    guard let agency = preferred("county-jail", among: loaded.vocabulary.agencies.map(\.name)),
      let act = preferred("allow-interview", among: loaded.vocabulary.acts.map(\.name))
    else { throw Refusal.sentence("\(folder.path) has no kinds of agencies or no acts yet; write vocabulary.md first") }
    let text = text(of: owner, binding: agency, to: act)
    let document = SourceFile(path: path, bytes: Array(text.utf8))
    try check(document, beside: folder)
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(document.bytes).write(to: target, options: .withoutOverwriting)
    } catch {
      throw Refusal.sentence("\(target.path()) cannot be written; check that you may write it")
    }
    // Without it the copy that came with the program would be tested.
    let library = place.laws.map { " --laws \($0)" } ?? ""
    Output.print(
      """
      \(target.path())
      Write over what it says, then: tenth law format \(target.path())
                                     tenth law test --jurisdiction \(state.name)\(library)
      """)
  }

  /// A locality without its federal district would escape the orders of that district's court.
  private func districtHint(of state: Place, in vocabulary: Vocabulary) -> String {
    let districts = Set(
      vocabulary.places.filter { $0.kind == .locality && $0.inside == state.name }.compactMap(\.district))
    guard !districts.isEmpty else { return "" }
    return "  district " + districts.sorted().joined(separator: " or ")
  }

  /// The folder that was named, or that of a checkout: what came with the program is a copy, and nobody would find it there.
  private func namedFolder() throws(Refusal) -> String {
    if let named = place.laws ?? ProcessInfo.processInfo.environment["TENTH_LAWS"], !named.isEmpty { return named }
    guard FileManager.default.fileExists(atPath: "Laws/vocabulary.md") else {
      throw .sentence(
        "name the library that the law is for with --laws DIR, or call this in the folder that holds Laws")
    }
    return "Laws"
  }

  /// `il.fees` lies in `fees.md`.
  private var fileName: String { name.split(separator: ".").last.map(String.init) ?? name }

  /// The usual word, if the library has it.
  private func preferred(_ name: String, among names: [String]) -> String? {
    names.first { $0 == name } ?? names.first
  }

  /// Nothing is written that would keep the library from checking.
  private func check(_ document: SourceFile, beside folder: LibraryFolder) throws {
    let files = try folder.files().filter { file in
      file.isDocument && ["", "us", document.folder].contains(file.folder)
    }
    let result = Library.check(files + [document])
    guard result.library == nil else { return }
    let findings = LawFindings(diagnostics: result.diagnostics, files: files + [document])
    throw Refusal.law(
      findings.refusal(asJSON: false, consequence: "so no law is begun; change the name, the place or the rank"),
      asJSON: false)
  }

  private func text(of place: String, binding agency: String, to act: String) -> String {
    """
    # \(title)

    One or two sentences: what it is, whom it binds, since when.

    ```law
    law \(name)  cite "\(cite)"  by \(rank) of \(place)  in force from \(from)
    ```

    ## § 1 What the section is about

    What the section says, in your own plain words: a clerk reads this paragraph as the reason.

    ```law
    rule first-rule  cite "1"  unverified
      \(agency) must not \(act)
    ```

    ```case "the rule at its plainest"  derived "\(cite) § 1"
    on \(from), a \(agency) in \(place) is asked to \(act)
    expect must not \(act), forbidden, because first-rule
    ```

    """
  }
}
