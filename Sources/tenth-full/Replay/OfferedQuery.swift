import ArgumentParser
import Console
import Foundation
import LawLanguage
import Reasoning
import Replay

/// One act, asked of one kind of agency by some papers, as a query of the law of a day.
struct OfferedQuery {
  let query: LawQuery
  let offer: RowOffer
  let day: Day
  let loaded: LoadedLibrary

  /// - Throws: `Refusal` for what the vocabulary does not have, `ExitCode` 3 where no query can say the law.
  init(
    _ loaded: LoadedLibrary, jurisdiction: String, act: String, agency: String, instruments: [String], on: String?,
    table: String
  ) throws {
    let vocabulary = loaded.vocabulary
    func require(_ isKnown: Bool, _ option: String, _ name: String, _ what: String) throws(Refusal) {
      guard isKnown else { throw .sentence("\(option) \(Page.printable(name)): the vocabulary has no such \(what)") }
    }
    try require(vocabulary.place(jurisdiction) != nil, "--jurisdiction", jurisdiction, "place")
    try require(vocabulary.act(act) != nil, "--act", act, "act")
    try require(vocabulary.agency(agency) != nil, "--agency", agency, "kind of agency")
    for paper in instruments { try require(vocabulary.paper(paper) != nil, "--instrument", paper, "kind of paper") }
    let now = Date().formatted(.iso8601.year().month().day())
    guard let day = Day(on ?? now) else {
      throw Refusal.sentence("\(Page.printable(on ?? "")) is no day; write it like 2025-01-22")
    }
    let papers =
      instruments.isEmpty ? vocabulary.papers.first { $0.asksFor.contains(act) }.map { [$0.name] } ?? [] : instruments
    self.day = day
    self.loaded = loaded
    offer = RowOffer(jurisdiction: jurisdiction, agency: Request.Agency(kind: agency), act: act, papers: papers)
    let advice = "decide the rows with tenth replay instead"
    do {
      query = try LawQuery(offer, on: day, in: loaded.library, digests: loaded.digests, table: table)
    } catch let error as LawQuery.Refusal {
      switch error {
      case .tooWide:
        throw OfferedQuery.refused(
          "the law on \(act) hangs on more than \(LawQuery.mostConditions) conditions, or on days left out of account; no query that "
            + "somebody could read says it: \(advice)")
      case .window(let cites):
        throw OfferedQuery.refused(
          "a clock has the last word on \(act) (\(cites.joined(separator: "; "))), and a query keeps none; \(advice)")
      }
    } catch is UnknownZone {
      throw Refusal.sentence("--jurisdiction \(Page.printable(jurisdiction)) has no time zone that this machine knows")
    }
  }

  private static func refused(_ sentence: String) -> ExitCode {
    Output.complain("tenth: " + Page.printable(sentence))
    return ExitCode(3)
  }
}
