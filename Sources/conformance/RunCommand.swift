import ArgumentParser
import Conformity

/// Every case of the suite, put to one engine.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Put every case to an engine, and show each difference.",
    discussion: "Exit codes: 0 if no case fails, 1 if one does, 2 if the suite cannot be read.")

  @Argument(help: ArgumentHelp("Only these documents, such as library-il.", valueName: "document"))
  var documents: [String] = []

  @Option(help: "An engine of this repository: fast or interpreter.")
  var backEnd: OwnEngine?

  @Option(
    help: ArgumentHelp(
      "A program that speaks the protocol, with its arguments, quoted as for a shell.", valueName: "command"))
  var program: String?

  @Option(help: "How many seconds the program may take for one line.")
  var patience = 120

  @OptionGroup var place: RootOption

  func validate() throws {
    guard backEnd == nil || program == nil else {
      throw ValidationError("--back-end and --program name two engines; give one")
    }
    guard (1...86_400).contains(patience) else { throw ValidationError("--patience is from 1 to 86400 seconds") }
  }

  func run() throws {
    do {
      var engine = try engine()
      let results = try put(to: &engine)
      print(results.report(of: engine.name))
      if !results.conforms { throw ExitCode(1) }
    } catch let error as SuiteError {
      throw Refusal(error.description)
    } catch let error as BackEndFailure {
      throw Refusal(error.sentence)
    }
  }

  private func engine() throws -> any BackEnd {
    if let program { return try ProgramBackEnd(command: program, patience: patience) }
    return switch backEnd ?? .fast {
    case .fast: FastBackEnd()
    case .interpreter: InterpreterBackEnd()
    }
  }

  private func put(to engine: inout some BackEnd) throws -> [DocumentResult] {
    let repository = place.repository
    let entries = try repository.manifest().entries
    if let unknown = documents.first(where: { name in !entries.contains { $0.name == name } }) {
      throw SuiteError("the suite has no document \(unknown); it has \(entries.map(\.name).joined(separator: ", "))")
    }
    var suite = SuiteRun()
    var results: [DocumentResult] = []
    for entry in entries where documents.isEmpty || documents.contains(entry.name) {
      results.append(try suite.run(repository.document(entry), on: &engine))
    }
    return results
  }
}
