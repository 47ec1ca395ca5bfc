package import Desk
import Foundation
import Reasoning

/// What letters are made with: their texts, and the typesetter.
package struct LetterPress: Sendable {
  let set: LetterSet?
  let typesetter: Typesetter?
  /// Why there are no letters, or no PDF of them.
  let trouble: String?

  package init(set: LetterSet?, typesetter: Typesetter?, trouble: String?) {
    self.set = set
    self.typesetter = typesetter
    self.trouble = trouble
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
      return LetterPress(set: nil, typesetter: nil, trouble: absence.sentence.capitalisedFirst + ".")
    } catch let mistaken as LetterSet.Mistaken {
      let first = mistaken.mistakes.first.map { ": \($0)" } ?? ""
      return LetterPress(set: nil, typesetter: nil, trouble: "The letters have a mistake\(first).")
    } catch {
      return LetterPress(set: nil, typesetter: nil, trouble: "The letters cannot be read.")
    }
    do {
      let tools = try TypesettingTools.find(named: nil, environment: environment, program: program, letters: folder)
      return LetterPress(set: set, typesetter: Typesetter(tools), trouble: nil)
    } catch { return LetterPress(set: set, typesetter: nil, trouble: error.sentence) }
  }

  /// As `find`, for the program that runs.
  package static func findBesideProgram() -> LetterPress {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return find(environment: ProcessInfo.processInfo.environment, program: program)
  }
}
