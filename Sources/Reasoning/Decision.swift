public import LawLanguage

/// What the law says of a request: everything an agency is told.
public struct Decision: Sendable, Hashable {
  /// One per act asked, in order.
  public var answers: [ActAnswer]
  /// What is owed, in order of the laws.
  public var duties: [Duty]
  /// What decides an undetermined answer, the most telling first; judgements last.
  public var questions: [Question]
  /// What only duties, windows and reports need, after the answer.
  public var followUps: [Question]
  /// Facts and lists that were given, and that nothing in the law that binds the agency looks at: often a slip.
  public var unused: [String]
  /// What it was decided by.
  public var receipt: Receipt
}

/// The answer for one act.
public struct ActAnswer: Sendable, Hashable {
  /// The act.
  public var act: String
  /// What the law says of it.
  public var answer: Answer
  /// Nil while undetermined, or if completions differ in it (caution `basis-open`).
  public var basis: Basis?
  /// The index of the request's paper it rests on; nil for none.
  public var ground: Int?
  /// For an undetermined act the answers that are possible, otherwise the answer.
  public var possible: [Answer]
  /// When it may be done; nil where nothing bounds it.
  public var window: Window?
  /// Steps that come first and are not done: their names.
  public var first: [FirstStep]
  /// The norms that bear on it, with their parts.
  public var reasons: [Reason]
  /// What a reader must also know.
  public var cautions: [Caution]
  /// What would change it, if asked for.
  public var changes: [Change]
  /// Whether some of that may be missing: with some facts otherwise, more would be open than is gone through.
  package var mayMissChanges = false
  /// The facts that matter, most telling first.
  public var asking: [FactPath]
  /// Why and from what the answer is kept back, at an office whose counsel does not answer for what it rests on.
  public var withheld: Withheld? = nil
}

/// A step that comes first.
public struct FirstStep: Sendable, Hashable {
  /// The step's name.
  public var step: String
  /// The clause that requires it.
  public var cite: String
}

/// The span in which an act may be done. Nil bounds are none.
public struct Window: Sendable, Hashable {
  /// The first instant.
  public var from: Instant?
  /// The end.
  public var until: Instant?
  /// Whether some bound is unknown.
  public var isOpen: Bool

  package init(from: Instant?, until: Instant?, isOpen: Bool) {
    self.from = from
    self.until = until
    self.isOpen = isOpen
  }
}

/// Why.
public struct Reason: Sendable, Hashable {
  /// The rule, void, suspension or exception.
  public var rule: QualifiedName
  /// Its part in the answer.
  public var role: Role
  /// The law's citation and the clause's: `5 ILCS 805 § 15(a)`.
  public var cite: String
  /// Plain words.
  public var text: String
  /// What its wording rests on.
  public var provenance: Provenance
  /// The facts that made it so, in plain words; the exceptions looked at, and whether they opened.
  public var facts: [String]
  /// The exceptions looked at, and how they stand.
  public var exceptions: [ExceptionState]
}

/// An exception of a reason's rule and how it stands.
public struct ExceptionState: Sendable, Hashable {
  /// Its citation, with the law's.
  public var cite: String
  /// True: open; false: closed; nil: unknown.
  public var isOpen: Bool?
  /// The facts looked at, in plain words.
  public var facts: [String]
}

/// What a reader must also know.
public struct Caution: Sendable, Hashable {
  /// Which caution it is.
  public var code: CautionCode
  /// One plain sentence.
  public var text: String
}

/// A minimal set of facts whose change changes the answer.
public struct Change: Sendable, Hashable {
  /// The facts, each with its other value.
  public var facts: [ChangedFact]
  /// What the law would say then.
  public var answer: Answer

  /// Facts with other values, and what the law would say then.
  package init(facts: [ChangedFact], answer: Answer) {
    self.facts = facts
    self.answer = answer
  }
}

/// A fact and the value it would have.
public struct ChangedFact: Sendable, Hashable {
  /// The fact.
  public var fact: FactPath
  /// The value, as a user writes it.
  public var value: String

  /// A fact and the value it would have.
  package init(fact: FactPath, value: FactValue) {
    self.init(fact: fact, value: value.plainText)
  }

  init(fact: FactPath, value: String) {
    self.fact = fact
    self.value = value
  }
}

/// A duty, as it stands for this request.
public struct Duty: Sendable, Hashable {
  /// The rule that makes it owed.
  public var rule: QualifiedName
  /// What is owed.
  public var act: String
  /// To whom.
  public var to: String?
  /// `on receipt`, `before notify-release` …
  public var trigger: String
  /// The trigger for a reader: `before you keep the person …`.
  public var triggerText: String
  /// Whether it hangs on an act being done or refused.
  public var isContingent: Bool
  /// False: whether it is owed depends on facts not known.
  public var isCertain: Bool
  /// The facts that decide whether it is owed, in the vocabulary's order; none where that is certain.
  public var dependsOn: [FactPath]
  /// Whether it returns each year, quarter or month, whatever is asked.
  public var isPeriodic: Bool
  /// Known due moment.
  public var due: Instant?
  /// Known due day, where the law counts days.
  public var dueDay: Day?
  /// When there is no due moment: from what it runs, in plain words.
  public var after: String?
  /// The law's citation and the clause's.
  public var cite: String
  /// Plain words.
  public var text: String
  /// Whether the words are the rule's own, and so say what exactly is owed, or those of its whole section.
  public var hasOwnWords: Bool
  /// What its wording rests on.
  public var provenance: Provenance
}

/// What to find out.
public struct Question: Sendable, Hashable {
  /// The fact that it asks for.
  public var fact: FactPath
  /// In the vocabulary's plain words.
  public var question: String
  /// More for whoever does not know what is meant.
  public var help: String?
}

/// Which fact: `age`, a paper's field `i247a.signer`, a list `convictions`, a record's field `convictions[0].class`.
public enum FactPath: Sendable, Hashable {
  case fact(String)
  /// A field of the paper at an index of the request, of this kind.
  case paper(Int, kind: String, field: String)
  /// Which records there are.
  case records(String)
  /// A field of the record at an index.
  case record(String, Int, field: String)

  /// As a user writes it.
  public var name: String {
    switch self {
    case .fact(let name): name
    case .paper(_, let kind, let field): "\(kind).\(field)"
    case .records(let name): name
    case .record(let name, let index, let field): "\(name)[\(index)].\(field)"
    }
  }
}

/// Enough to give the same answer in ten years.
public struct Receipt: Sendable, Hashable {
  /// The edition's day.
  public var day: Day
  /// Digests of the files read: path and SHA-256 in hex.
  public var laws: [LawDigest]
  /// The digest of the whole library.
  public var library: String
  /// The version of the engine.
  public var engine: String
  /// The version of the time-zone data.
  public var tzdata: String
  /// The request, as decided.
  public var request: Request
  /// How the office reads contested clauses that no court settles for it.
  public var readings: [ReadingPosition] = []
}

/// A file and its digest.
public struct LawDigest: Sendable, Hashable {
  /// The file, within the library.
  public var path: String
  /// Its SHA-256 in hexadecimal.
  public var sha256: String
}
