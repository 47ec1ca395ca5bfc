public import LawLanguage

/// What the engine proposed, as the officer saw it: kept for good, with all that gives the same answer again.
public struct Proposal: Sendable, Hashable, Codable {
  /// Its number within the case, from 1.
  public let number: Int
  /// When it was reckoned.
  public let at: Instant
  /// The day whose law it is.
  public let day: Day
  /// One answer per act asked.
  public let answers: [ProposedAnswer]
  /// What is owed, as far as it belongs to this case: yearly reports are the office's, not a case's.
  public let duties: [OwedDuty]
  /// What decides an open answer, the most telling first.
  public let questions: [OpenQuestion]
  /// What only duties and windows still need.
  public let followUps: [OpenQuestion]
  /// The whole decision as JSON, with its receipt; nil while an answer is open and nobody decides, for then nothing is
  /// issued, and the digest alone is kept.
  public let document: String?
  /// SHA-256 of the whole decision as JSON.
  public let digest: String
  /// The digest of the library.
  public let library: String
  /// The version of the engine.
  public let engine: String
  /// The version of the time-zone data.
  public let timeZoneData: String
  /// What came out otherwise than in the proposal before; nil for the first.
  public let change: DecisionChange?

  /// Whether some answer is open.
  public var isOpen: Bool { answers.contains { $0.answer == .undetermined } }

  /// The answer for an act.
  public func answer(for act: String) -> ProposedAnswer? { answers.first { $0.act == act } }
}

/// What the engine said of one act.
public struct ProposedAnswer: Sendable, Hashable, Codable {
  /// The act, in the vocabulary's word.
  public let act: String
  /// Completes "you must …".
  public let title: String
  /// The answer.
  public let answer: Answer
  /// On what it rests; nil while that is open.
  public let basis: Basis?
  /// The answers that are possible.
  public let possible: [Answer]
  /// The case's paper on whose ground it stands.
  public let paper: Int?
  /// When it may be done.
  public let window: TimeWindow?
  /// The citations that decide it.
  public let cites: [String]
  /// The rules that bear on it and were not displaced, for the arithmetic of its window.
  public let rules: [RuleName]
  /// Steps that come first and are not done.
  public let first: [StepFirst]
}

/// A span in which an act may be done.
public struct TimeWindow: Sendable, Hashable, Codable {
  /// The first moment.
  public let from: Instant?
  /// The last.
  public let until: Instant?
  /// Whether some bound is not known yet.
  public let isOpen: Bool
}

/// A rule of a law, by name.
public struct RuleName: Sendable, Hashable, Codable {
  /// The law's name.
  public let law: String
  /// The rule's own.
  public let name: String

  init(_ name: QualifiedName) {
    law = name.law
    self.name = name.name
  }
}

/// A step that comes before an act.
public struct StepFirst: Sendable, Hashable, Codable {
  /// The step, in the vocabulary's word: the fact of this name says that it is done.
  public let step: String
  /// What it is.
  public let title: String
  /// The clause that asks for it.
  public let cite: String

  /// What names it among a case's tasks.
  public var key: String { "step/\(step)" }
}

/// A duty as it stood in a proposal.
public struct OwedDuty: Sendable, Hashable, Codable {
  /// What names it among a case's tasks, and stays the same from one proposal to the next.
  public let key: String
  /// The rule that makes it owed.
  public let rule: RuleName
  /// The act owed, in the vocabulary's word.
  public let act: String
  /// The act in words.
  public let title: String
  /// To whom, in the vocabulary's word.
  public let to: String?
  /// To whom, in words.
  public let toTitle: String?
  /// When it arises, in words: `before you keep the person …`.
  public let trigger: String
  /// On which acts of the case it hangs, and whether on doing or on refusing them; nil where it is owed whatever is done.
  public let hangs: Hanging?
  /// Whether it is sure that it is owed (once that is done on which it hangs).
  public let isCertain: Bool
  /// When it is due, where that can be reckoned.
  public let due: Instant?
  /// The last day, where the law counts days.
  public let dueDay: Day?
  /// From what it runs, where no moment can be named.
  public let after: String?
  /// The citation.
  public let cite: String
  /// Plain words.
  public let text: String
  /// The case's paper whose receipt triggers it, where that is known.
  public let paper: Int?

  /// On what a duty hangs.
  public struct Hanging: Sendable, Hashable, Codable {
    /// On which side of which event it hangs.
    public enum Side: String, Sendable, Hashable, Codable { case before, doing, refusing }
    /// On which.
    public let side: Side
    /// The acts asked about that are meant.
    public let acts: [String]
    /// The duties that are meant, by key, where doing what is owed triggers more.
    public let duties: [String]
  }
}

/// Something to find out.
public struct OpenQuestion: Sendable, Hashable, Codable {
  /// What is asked for.
  public let fact: AskedFact
  /// In plain words.
  public let question: String
  /// More for whoever does not know what is meant.
  public let help: String?
  /// What can be answered.
  public let input: Input
  /// Whether only a named person can settle it.
  public let isJudgement: Bool

  /// Something to find out, or to put right.
  package init(fact: AskedFact, question: String, help: String?, input: Input, isJudgement: Bool) {
    self.fact = fact
    self.question = question
    self.help = help
    self.input = input
    self.isJudgement = isJudgement
  }

  /// What can be answered.
  public indirect enum Input: Sendable, Hashable, Codable {
    case yesNo
    case choice([String])
    case number(unit: String)
    case day, moment, code
    /// Records with these fields.
    case list([ListField])
  }

  /// A field of a record.
  public struct ListField: Sendable, Hashable, Codable {
    /// Its name.
    public let name: String
    /// In plain words.
    public let question: String
    /// More.
    public let help: String?
    /// What can be answered.
    public let input: Input
  }
}

/// What a question asks for, in terms of the case.
public enum AskedFact: Sendable, Hashable, Codable {
  case fact(String)
  /// A field of the case's paper of this number.
  case paperField(paper: Int, field: String)
  /// Which records there are.
  case list(String)
  /// A field of the record at an index.
  case recordField(list: String, index: Int, field: String)

  /// A name for forms: `custody`, `paper-1.signer`, `convictions`, `convictions-0.class`.
  public var name: String {
    switch self {
    case .fact(let name), .list(let name): name
    case .paperField(let paper, let field): "paper-\(paper).\(field)"
    case .recordField(let list, let index, let field): "\(list)-\(index).\(field)"
    }
  }
}
