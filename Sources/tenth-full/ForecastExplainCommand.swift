import ArgumentParser
import Console
import Forecasting
import Foundation
import LawLanguage

/// What a county's law answers the model, and what every number rests on.
struct ForecastExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a county's law answers the model on a day, or what every number rests on.",
    discussion: """
      Example:
        tenth forecast explain 17031 --on 2025-01-22
        tenth forecast explain
      """)

  @Argument(help: ArgumentHelp("A county's code of five digits (FIPS); every number if none.", valueName: "county"))
  var county: String?

  @Option(help: ArgumentHelp("The day.", valueName: "day"))
  var on = "2024-10-01"

  @OptionGroup(title: "Library") var place: LibraryOption

  func run() throws {
    guard let county else {
      for name in ParameterName.allCases {
        let parameter = name.definition
        Output.print(
          "\(name.name) \(parameter.value) (\(parameter.low) to \(parameter.high)) \(parameter.unit): "
            + "\(parameter.meaning). \(parameter.ground.text)")
      }
      for number in FittingNumber.all {
        Output.print(
          "\(number.meaning): \(number.values.map { "\($0)" }.joined(separator: ", ")). \(number.ground.text)")
      }
      for name in FitParameter.allCases where name.ofRuns == nil {
        let parameter = name.definition
        Output.print(
          "Only in tenth forecast fit, \(name.name) \(parameter.value) (\(parameter.low) to \(parameter.high)) "
            + "\(parameter.unit): \(parameter.meaning). \(parameter.ground.text)")
      }
      let beds = Lever.bedsOf2024
      Output.print("Beds funded where no scenario sets them: \(Figure.plain(beds.value)). \(beds.ground.text)")
      let arrests = ReducedModel.custodialArrestsOf2024
      Output.print(
        "Arrests a year out of local custody, in the reduced model: \(Figure.plain(arrests.value)). \(arrests.ground.text)"
      )
      return
    }
    let table = CountyTable.unitedStates
    guard let index = table.index(of: county) else {
      let near = suggestion(for: county, among: table.all.map(\.code)).map { "; did you mean \($0)?" } ?? ""
      throw Refusal.sentence("\"\(county)\" is the code of no county; write five digits, such as 17031\(near)")
    }
    guard let day = Day(on) else { throw Refusal.sentence("--on is a day, such as 2025-01-22, not \"\(on)\"") }
    let found = table.all[index]
    let state = table.states[found.state]
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws))
    let law = try ForecastFiles.law(loaded)
    Output.print("\(found.name), \(state.code), \(Figure.plain(Double(found.residents))) residents in 2020, on \(day)")
    for kind in RequestClass.allCases {
      let answer: Cooperation
      do throws(LawProblem) {
        answer = try law.answers(found, state: state, kind, on: day)
      } catch {
        throw Refusal.sentence(error.description)
      }
      Output.print(
        "  \(kind.words): hold \(answer.hold.name), notice \(answer.notice.name), transfer \(answer.transfer.name)"
      )
      Output.print("    \(answer.ground)")
      for line in RequestMix.assumptions(kind, state: state.code) { Output.print("    taken for granted: \(line)") }
    }
    if let since = Agreements.since[county] { Output.print("  287(g) in the jail: since \(since)") }
    Output.print("  \(law.identity)")
  }
}
