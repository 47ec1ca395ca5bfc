import ArgumentParser
import Console
import Forecasting
import Foundation
import LawLanguage

/// A county's or a state's ledger, by the reduced model.
struct ForecastLedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Print what requests cost and bring the jails of a state or a county, each line with what it rests on.",
    discussion: """
      By the reduced model, at once: expected flows under the law of one day. tenth forecast run --ledger writes the same \
      from a run of the whole model. Nothing is fitted to a county; with --requests its own count takes the place of its \
      state's band.

      Example:
        tenth forecast ledger IL
        tenth forecast ledger 17031 --requests 900 --on 2025-01-22
      """)

  @Argument(help: ArgumentHelp("A state (such as IL) or a county's code of five digits (FIPS).", valueName: "place"))
  var place: String

  @Option(help: ArgumentHelp("How many requests a year the county gets, by its own count.", valueName: "number"))
  var requests: Double?

  @Option(help: ArgumentHelp("The day of the law.", valueName: "day"))
  var on = "2024-10-01"

  @OptionGroup(title: "Library") var library: LibraryOption

  func run() throws {
    let found = try FiscalPlace(place, "the place")
    guard let day = Day(on) else { throw Refusal.sentence("--on is a day, such as 2025-01-22, not \"\(on)\"") }
    if let requests, !(0...1_000_000).contains(requests) {
      throw Refusal.sentence("--requests is a number a year, from 0 to 1000000")
    }
    let law = try ForecastFiles.law(try LoadedLibrary.whole(in: LibraryFolder.find(library.laws)))
    let state = CountyTable.unitedStates.states[found.state]
    let model: ReducedModel
    do throws(PlanProblem) {
      model = try ReducedModel(
        law, withoutOwn: law.leavingOut([state.code]), state: found.state, county: found.county, on: day)
    } catch {
      throw Refusal.sentence(error.description)
    }
    let kept = model.transfersKept.map { "\($0.words) \($0.share.words(.rate))" }
    let ledger = CountyLedger(model, requests: requests)
    Output.print(
      ledger.markdown(of: found.title, by: "By the reduced model, under the law of \(day): \(law.identity)."))
    Output.print(
      "Handed over, with \(state.code)'s own law as a share of without it: \(kept.joined(separator: "; ")).")
  }
}
