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
    /// A condition or exception that the rest of its rule brings about.
    case redundant
    /// A version that no day reaches on which anything uses it, or a test of the day that always comes out the same.
    case unreachableDate = "unreachable-date"
    /// Days between two versions of one name on which neither is in force.
    case versionGap = "version-gap"
    /// One term that two laws which bind one agency define in two ways.
    case twoDefinitions = "two-definitions"
    /// A property of the library that does not hold.
    case brokenProperty = "broken-property"
    /// More than can be gone through.
    case notDecided = "not-decided"

    /// What the kind is, as a sentence.
    package var title: String {
      switch self {
      case .conflict: "Two rules of one rank command and forbid the same act, and neither yields."
      case .silent: "The law says nothing of an act that a paper asks for."
      case .noAuthority: "No law gives authority for an act that a paper asks for."
      case .deadRule: "A rule decides nothing on any day."
      case .unreached: "A rule binds only places whose law the library does not have."
      case .deadException: "An exception never opens while its rule applies."
      case .shadowed: "A rule is always displaced by another."
      case .idleJudgement: "A judgement is asked for and never matters."
      case .unusedFact: "No law looks at a fact."
      case .redundant: "A condition or exception changes nothing beside the rest of its rule."
      case .unreachableDate: "A version or a day is reached by no request."
      case .versionGap: "Neither of two versions of a name is in force on the days between them."
      case .twoDefinitions: "Two laws that bind one agency define a term in two ways."
      case .brokenProperty: "A property that is written beside the law does not hold."
      case .notDecided: "There is more in a slice of the law than is gone through."
      }
    }
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
  /// The case of the library that records it as what the law itself says.
  package let recordedBy: SourceLocation?

  init(
    _ code: Code, _ level: Level, _ message: String, help: String?, at location: SourceLocation?,
    related: [Diagnostic.Related] = [], witness: Witness? = nil, recordedBy: SourceLocation? = nil
  ) {
    self.code = code
    self.level = level
    self.message = message
    self.help = help
    self.location = location
    self.related = related
    self.witness = witness
    self.recordedBy = recordedBy
  }
}

/// The smallest request that shows a finding, and how many are like it.
package struct Witness: Sendable {
  /// Who is asked to do what.
  package let occasion: Occasion
  /// What is known.
  package let recorded: Recorded
  /// What the law says.
  package let verdict: Verdict
  /// How many classes of the occasion it stands for, and of how many; nil if a solver found it, which does not count.
  package let (classes, total): (UInt128?, UInt128?)
}
