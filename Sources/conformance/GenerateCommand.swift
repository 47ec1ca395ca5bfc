import ArgumentParser
import Conformity

/// The suite, made from the case blocks of the law.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make the suite from the case blocks of the law.",
    discussion:
      "Exit codes: 0 if the suite is as the law gives it, 1 if --check finds a difference, 2 if the law does not check."
  )

  @Flag(help: "Change nothing; say what is not as the case blocks give it.")
  var check = false

  @OptionGroup var place: RootOption

  func run() throws {
    do {
      let repository = place.repository
      let suite = try GeneratedSuite(from: repository)
      guard check else {
        let touched = try suite.write(to: repository)
        return print(
          touched.isEmpty ? "Nothing has changed." : touched.map { "Conformance/\($0)" }.joined(separator: "\n"))
      }
      let differences = try suite.differences(from: repository)
      guard !differences.isEmpty else { return print("The suite is what the case blocks give.") }
      print(differences.joined(separator: "\n"))
      throw ExitCode(1)
    } catch let error as SuiteError {
      throw Refusal(error.description)
    }
  }
}
