import Analysis
import ArgumentParser
import Console
import LawLanguage
import Reasoning

/// Whether there can be a request on which the law answers so.
struct QueryLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Find a request on which the law answers so, or show that there is none.",
    discussion: """
      Example:
        tenth law query "a request in CA where transfer is permitted and notify-release is prohibited"

      Exit codes: 0 if there is such a request, 1 if there is none, 2 if the query or the law is not usable, 3 if something \
      was too wide to go through.
      """)

  @Argument(help: "What is looked for; docs/analysis.md has the grammar.")
  var query: String

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws), asJSON: json)
    let reply: Asking.Reply
    do throws(QueryError) {
      let query = try Query(query)
      reply = try Asking(loaded.library, queries: [query], asking: Z3.installed).reply(to: query)
    } catch {
      throw Refusal.sentence("\(error)")
    }
    Output.print(json ? document(reply, loaded).written() : text(reply, loaded))
    if reply.example == nil { throw ExitCode(reply.isUndecided ? 3 : 1) }
  }

  private func text(_ reply: Asking.Reply, _ loaded: LoadedLibrary) -> String {
    guard let example = reply.example else {
      let asked = reply.asked == 0 ? "" : ", \(reply.asked) of them too wide to go through and put to z3"
      let gone = "in \(reply.classes) classes on \(reply.occasions) occasions that the law tells apart\(asked)"
      return reply.isUndecided
        ? "No such request was found \(gone), but there is more than was gone through."
        : "There is no such request \(gone)."
    }
    return "There is such a request (\(example.share)):\n"
      + example.caseLines(in: loaded.vocabulary).map { "  \($0)" }.joined(separator: "\n")
  }

  private func document(_ reply: Asking.Reply, _ loaded: LoadedLibrary) -> JSON {
    // Counts outgrow what other programs read as a number; a solver does not count.
    let classes: UInt128? = if let example = reply.example { example.classes } else { 0 }
    let total: UInt128? = if let example = reply.example { example.total } else { reply.classes }
    return .object([
      "found": .boolean(reply.example != nil), "undecided": .boolean(reply.isUndecided),
      "case": reply.example.map { .texts($0.caseLines(in: loaded.vocabulary)) } ?? .null,
      "request": reply.example.map { example in
        example.occasion.request(knowing: example.recorded).document(in: loaded.vocabulary)
      } ?? .null,
      "classes": .text(orNull: classes.map { String($0) }), "of": .text(orNull: total.map { String($0) }),
      "occasions": .integer(reply.occasions),
    ])
  }
}
