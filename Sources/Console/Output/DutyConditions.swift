import LawLanguage
import Reasoning

/// What duties that are not certain hang on, as questions with the answers under which they can still be owed.
///
/// Found by asking again with each answer: what is owed then is what the reader will be told then.
struct DutyConditions {
  /// A question, and the answers under which the duty can be owed; nil where none of them rules it out.
  struct Condition: Hashable {
    let question: Question
    let answers: [String]?
  }

  /// A fact set to a value, and what is owed then of the duties that hang on it.
  private struct Trial {
    let answer: String
    let owed: [Duty]
  }

  private let vocabulary: Vocabulary
  private let trials: [FactPath: [Trial]]

  init(_ duties: [Duty], in session: DecisionSession) {
    let vocabulary = session.library.vocabulary
    let owing = session.owing()
    var trials: [FactPath: [Trial]] = [:]
    for path in duties.flatMap(\.dependsOn) where trials[path] == nil {
      let rules = Set(duties.filter { $0.dependsOn.contains(path) }.map(\.rule))
      trials[path] = vocabulary.answers(to: path).compactMap { answer in
        // What a constraint rules out is no answer.
        guard let request = try? session.library.request(session.request, answering: path, with: answer) else {
          return nil
        }
        return Trial(answer: answer, owed: owing(rules, request))
      }
    }
    self.vocabulary = vocabulary
    self.trials = trials
  }

  func of(_ duty: Duty) -> [Condition] {
    duty.dependsOn.map { path in
      let tried = trials[path] ?? []
      let possible = tried.filter { trial in
        trial.owed.contains { $0.rule == duty.rule && $0.act == duty.act && $0.to == duty.to }
      }
      let tells = !possible.isEmpty && possible.count < tried.count
      return Condition(question: vocabulary.question(path), answers: tells ? possible.map(\.answer) : nil)
    }
  }
}

extension Vocabulary {
  /// The answers a fact can have, where they can be counted on fingers.
  fileprivate func answers(to path: FactPath) -> [String] {
    switch type(of: path) {
    case .yesNo: ["yes", "no"]
    case .choice(let choices) where choices.count <= 8: choices
    case .choice, .number, .date, .instant, .code, nil: []
    }
  }
}
