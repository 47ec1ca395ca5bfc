package import LawLanguage

/// The law of a jurisdiction on a day, as one of two that are compared.
package struct LawSide: Sendable {
  /// Where it stands.
  package let library: Library
  /// Whose agencies are asked.
  package let jurisdiction: String
  /// The day of the act.
  package let day: Day

  /// The law of a jurisdiction on a day.
  package init(library: Library, jurisdiction: String, day: Day) {
    self.library = library
    self.jurisdiction = jurisdiction
    self.day = day
  }
}

/// An answer and its basis.
package struct Ruling: Sendable, Hashable {
  /// What the law says.
  package let answer: Answer
  /// On what that rests.
  package let basis: Basis

  init(_ verdict: Verdict) {
    answer = verdict.answer
    basis = verdict.basis
  }
}

/// Requests that two laws treat differently, in the same way.
package struct LawChange: Sendable {
  /// What differs.
  package enum Kind: Sendable, Hashable {
    /// The answer or its basis.
    case answer(from: Ruling, to: Ruling)
    /// A bound or step, in the words of the language.
    case bound(String, isNew: Bool)
    /// A duty, in the words of the language.
    case duty(String, isNew: Bool)
  }

  /// The act that is asked for, or owed.
  package let act: String
  /// What differs.
  package let kind: Kind
  /// When: any of these, each a conjunction in the words of the language. One that is empty: always.
  package let conditions: [[String]]
  /// On which occasions.
  package internal(set) var occasions: [Occasion]
  /// How many classes of them it is, and of how many.
  package internal(set) var (classes, total): (UInt128, UInt128)
  /// The smallest request that shows it.
  package let recorded: Recorded

  /// The request that shows it, on the first occasion.
  package var example: Request? { occasions.first?.request(knowing: recorded) }
}

/// What two laws treat differently.
package struct Comparison: Sendable {
  /// By act, in the order of the vocabulary.
  package internal(set) var changes: [LawChange] = []
  /// How many classes were compared, all agencies, acts and papers together.
  package internal(set) var total: UInt128 = 0
  /// How many of them differ in their answer or its basis.
  package internal(set) var changed: UInt128 = 0
  /// Acts on which the two could not be compared: there is more than is gone through.
  package internal(set) var undecided: [String] = []
}
