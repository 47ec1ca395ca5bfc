package import LawLanguage

/// Something that holds of every request, or of some that nobody thought of.
package struct Finding: Sendable {
  /// The kinds of findings. Their raw values are stable; each has an entry in `docs/analysis.md`.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    /// One rank commands and forbids the same.
    case conflict
    /// The law is silent on what a paper can ask for.
    case silent
    /// No law that gives authority was found for what a paper can ask for.
    case noAuthority = "no-authority"
    /// A rule that decides nothing on any day.
    case deadRule = "dead-rule"
    /// A rule for places whose law the library does not have.
    case unreached
    /// An exception that never opens while its rule applies.
    case deadException = "dead-exception"
    /// A rule that another always displaces.
    case shadowed
    /// A judgement that is asked for and never matters.
    case idleJudgement = "idle-judgement"
    /// A fact that no law looks at.
    case unusedFact = "unused-fact"
    /// More than can be gone through.
    case notDecided = "not-decided"
  }

  /// How bad it is.
  package enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
    case error, warning, note

    /// The worst first.
    package static func < (left: Level, right: Level) -> Bool { left.severity < right.severity }

    private var severity: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// Which kind it is.
  package let code: Code
  /// How bad it is.
  package let level: Level
  /// What is wrong, in one sentence, without a full stop.
  package let message: String
  /// What to do, or how far it reaches, in one sentence.
  package let help: String?
  /// The place, underlined; nil if it is about what no law says.
  package let location: SourceLocation?
  /// Other places that matter.
  package let related: [Diagnostic.Related]
  /// The smallest request that shows it.
  package let witness: Witness?
}

/// The smallest request that shows a finding, and how many are like it.
package struct Witness: Sendable {
  /// Who is asked to do what.
  package let occasion: Occasion
  /// What is known.
  package let recorded: Recorded
  /// What the law says.
  package let verdict: Verdict
  /// How many classes of the occasion it stands for.
  package let classes: UInt128
  /// Of how many.
  package let total: UInt128
}
