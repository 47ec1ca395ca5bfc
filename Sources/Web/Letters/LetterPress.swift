package import Desk
import Foundation

/// What letters are made with: their texts, and the typesetter.
package struct LetterPress: Sendable {
  let set: LetterSet?
  let typesetter: Typesetter?
  /// Why there are no letters, or no PDF of them: for whoever writes one.
  let trouble: String?
  /// The same for whoever runs the desk: it names files.
  let detail: String?

  package init(set: LetterSet?, typesetter: Typesetter?, trouble: String? = nil, detail: String? = nil) {
    self.set = set
    self.typesetter = typesetter
    self.trouble = trouble
    self.detail = detail
  }

  /// Ends the typesetter.
  package func stop() async { await typesetter?.stop() }

  private static func without(_ what: String, _ detail: String) -> LetterPress {
    LetterPress(set: nil, typesetter: nil, trouble: "\(what) Tell your administrator.", detail: detail)
  }

  /// What the environment names, or what came with the program. What is missing is said where it is needed: a desk without
  /// a typesetter still answers.
  package static func find(environment: [String: String], program: String) -> LetterPress {
    let folder: LettersFolder
    let set: LetterSet
    do {
      folder = try LettersFolder.find(named: nil, environment: environment, program: program)
      set = try LetterSet(folder)
    } catch let absence as LettersFolder.Absence {
      return without("The texts of letters were not found.", absence.sentence)
    } catch let mistaken as LetterSet.Mistaken {
      return without("The texts of letters have a mistake.", mistaken.mistakes.first.map { "\($0)" } ?? "")
    } catch {
      return without("The texts of letters cannot be read.", "\(type(of: error))")
    }
    do {
      let tools = try TypesettingTools.find(named: nil, environment: environment, program: program, letters: folder)
      return LetterPress(set: set, typesetter: Typesetter(tools))
    } catch {
      return LetterPress(
        set: set, typesetter: nil,
        trouble: "What makes PDFs is not installed: a letter can be read here, and issued once it is. "
          + "Tell your administrator.",
        detail: error.sentence)
    }
  }

  /// As `find`, for the program that runs.
  package static func findBesideProgram() -> LetterPress {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return find(environment: ProcessInfo.processInfo.environment, program: program)
  }
}
