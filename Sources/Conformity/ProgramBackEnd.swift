import LawLanguage
import Reasoning

/// Any program that speaks the protocol on its standard input and output.
package struct ProgramBackEnd: BackEnd {
  package let name: String
  private let program: RunningProgram

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments, quoted as for a shell.
  ///   - patience: How many seconds it may take for one line.
  /// - Throws: `BackEndFailure` if it cannot be started.
  package init(command: String, patience: Int = 120) throws(BackEndFailure) {
    name = command
    program = try RunningProgram(command: command, patience: patience)
  }

  package func load(_ law: LoadedLaw) throws(BackEndFailure) {
    let answer = try ask(Message.load(law), about: "the law of \(law.name)")
    if let refusal = try text("refused", of: answer) { throw .refused("it refuses the law: \(refusal)") }
    guard try text("loaded", of: answer) == law.name else {
      throw end("it answers the law of \(law.name) with neither \"loaded\" nor \"refused\"")
    }
  }

  package func decide(_ inquiry: Inquiry) throws(BackEndFailure) -> Outcome {
    let answer = try ask(Message.decide(inquiry), about: inquiry.id)
    let id = try text("id", of: answer)
    guard id == inquiry.id else {
      throw end("asked about \(inquiry.id), it answers about \(id.map(printable) ?? "nothing that it names")")
    }
    if let refusal = try text("refused", of: answer) { throw .refused("it refuses the request: \(printable(refusal))") }
    if let why = try text("beyond", of: answer) { return .beyond(printable(why)) }
    do {
      guard let decision = try answer.object("decision") else {
        throw SuiteError("its line has neither \"decision\" nor \"beyond\" nor \"refused\"")
      }
      return .reply(try Reply(decision))
    } catch {
      throw .refused("its answer cannot be read: \(error)")
    }
  }

  private func ask(_ message: JSON, about what: String) throws(BackEndFailure) -> Fields {
    let line = try program.ask(Message.line(message), about: what)
    do {
      return try Fields(json: line, in: "its answer")
    } catch {
      // Whoever wrote one line that is none may have written two: nothing after it can be told apart.
      throw end(
        "asked about \(what), it writes what is no JSON object: \(printable(String(decoding: line.prefix(400), as: UTF8.self)))"
      )
    }
  }

  private func text(_ key: String, of answer: Fields) throws(BackEndFailure) -> String? {
    do {
      return try answer.text(key)
    } catch {
      throw end("\(error)")
    }
  }

  private func end(_ sentence: String) -> BackEndFailure {
    program.end()
    return .gone("\(name): \(sentence)")
  }
}
