/// What the parser reads: names as written, each with its place; nothing is looked up yet.
///
/// The shape follows `docs/language.md`, "Grammar".

/// A value and where it stands.
struct Located<Value: Sendable>: Sendable {
  var value: Value
  var range: SourceRange
}

/// A name as written.
typealias Name = Located<String>

/// Everything a document's `law` and `case` blocks declare.
struct DocumentSyntax: Sendable {
  var file: SourceFile
  var blocks: [Block]
  var declarations: [DeclarationSyntax]
  var cases: [CaseSyntax]
}

/// A declaration, with the block it stands in.
struct DeclarationSyntax: Sendable {
  var kind: Kind
  /// From the keyword to the last token.
  var range: SourceRange
  /// Index into the document's blocks.
  var block: Int

  // Boxed, for a declaration is handed on many times and may be hundreds of bytes large.
  indirect enum Kind: Sendable {
    case law(LawHeadSyntax)
    case rule(RuleSyntax)
    case exception(GroupExceptionSyntax)
    case void(VoidSyntax)
    case define(DefineSyntax)
    case list(ListSyntax)
    case agencyClass(ListSyntax)
    case presume(PresumeSyntax)
    case suspended(SuspendedSyntax)
    case contested(ContestedSyntax)
    case untranslated(UntranslatedSyntax)
    case vocabulary(VocabularySyntax)
  }
}

/// `in force from DAY [TIME] [until DAY [TIME]]`.
struct PeriodSyntax: Sendable {
  var from: Located<Day>
  var until: Located<Day>?
  var hours: HoursSyntax
  var range: SourceRange
}

/// The times of day at which a period begins and ends, in minutes after midnight.
struct HoursSyntax: Sendable {
  var from: Located<Int>?
  var until: Located<Int>?
}

/// `verified "…"`, `secondary "…"`, `unverified`.
struct ProvenanceSyntax: Sendable {
  var provenance: Provenance
  var range: SourceRange
}

/// What every declaration of a norm begins with.
struct HeadSyntax: Sendable {
  var name: Name
  var cite: Located<String>?
  var period: PeriodSyntax?
  var provenance: ProvenanceSyntax?
  /// `under CONTEST.READING`, split at the last dot by the checker.
  var reading: Name?
}

struct LawHeadSyntax: Sendable {
  var name: Name
  var cite: Located<String>?
  var source: SourceOfLaw?
  var period: PeriodSyntax?
  var createsNoAuthority: Bool
  var binding: [Name]

  struct SourceOfLaw: Sendable {
    var construction: Construction
    var rank: Located<RankWord>
    var place: Name
    var court: Name?
  }
  enum Construction: Sendable { case enacted, cases, order }
}

/// The word for a rank in a head or a `void`.
enum RankWord: String, Sendable, CaseIterable {
  case constitution, statute, regulation, directive, ordinance, policy
}

struct WhoSyntax: Sendable {
  var agencies: Name
  var law: Name?
  var places: [Name]
  var capacities: [Name]
}

/// `rule` and `limit`.
struct RuleSyntax: Sendable {
  var head: HeadSyntax
  var who: WhoSyntax
  var modality: Located<Modality>
  var every: Bool
  var act: Name
  var recipient: Name?
  var trigger: Located<TriggerSyntax>?
  var paper: PaperSyntax?
  var conditions: [CitedCondition]
  var exceptions: [ExceptionSyntax]
  var notwithstanding: [Name]
  var steps: [StepSyntax]
  var bounds: [BoundSyntax]
  var due: DueSyntax?
  var says: Located<String>?
}

struct CitedCondition: Sendable {
  var condition: ConditionSyntax
  var cite: Located<String>?
}

struct ExceptionSyntax: Sendable {
  var condition: ConditionSyntax
  /// Required; nil is an error that the checker reports.
  var cite: Located<String>?
  var exceptions: [ExceptionSyntax]
  var range: SourceRange
}

enum TriggerSyntax: Sendable {
  case receipt  // its paper is the rule's paper
  case before(Name)
  case doing(Name)
  case refusing(Name)
  case event(Name)
  case each(Recurrence)
}

/// `a paper in LIST where …`.
struct PaperSyntax: Sendable {
  var list: ListReferenceSyntax?
  var condition: ConditionSyntax?
  var accompaniment: [(present: Bool, list: ListReferenceSyntax)]
  var range: SourceRange
}

/// A list's name, perhaps of another law, a single kind, or an inline list.
enum ListReferenceSyntax: Sendable {
  case named(Name, law: Name?)
  case inline([Name], range: SourceRange)
}

struct StepSyntax: Sendable {
  var step: Name
  var condition: ConditionSyntax?
  var cite: Located<String>?
}

struct BoundSyntax: Sendable {
  var bound: Kind
  var range: SourceRange
  enum Kind: Sendable {
    case notBefore(MomentSyntax)
    case until(MomentSyntax)
    case atMost(Located<Int>, unit: Name, from: Name, notCounting: [Name])
  }
}

enum MomentSyntax: Sendable {
  case date(Name)
  case offset(Located<Int>, unit: Name, before: Bool, date: Name)
  case endOfDay(Name)
}

struct DueSyntax: Sendable {
  var kind: Kind
  var range: SourceRange
  enum Kind: Sendable {
    case withoutDelay
    case within(Located<Int>, unit: Name, of: Name?, notCounting: [Name])
    case atLeastBefore(Located<Int>, unit: Name, date: Name)
    case before(Name)
    case by(month: Located<Int>, day: Located<Int>)
  }
}

indirect enum ConditionSyntax: Sendable {
  case not(ConditionSyntax, SourceRange)
  case all([ConditionSyntax], SourceRange)
  case any([ConditionSyntax], SourceRange)
  case test(TestSyntax)
  case count(CountSyntax)

  var range: SourceRange {
    switch self {
    case .not(_, let range), .all(_, let range), .any(_, let range): range
    case .test(let test): test.range
    case .count(let count): count.range
    }
  }
}

/// `any RECORD where …` and its kin.
struct CountSyntax: Sendable {
  enum Quantity: Sendable { case any, none, atLeast(Located<Int>) }
  var quantity: Quantity
  var record: Name
  var condition: ConditionSyntax?
  var range: SourceRange
}

struct TestSyntax: Sendable {
  var name: Name
  /// `NAME as in LAW`.
  var law: Name?
  var comparison: Comparison
  var range: SourceRange

  enum Comparison: Sendable {
    case holds
    case value(Located<String>, negated: Bool)
    case number(Located<Int>, unit: Name?, negated: Bool)
    case bound(NumberBound, Located<Int>, unit: Name?)
    case inList(ListReferenceSyntax, negated: Bool)
    case date(DateOrder, DateSyntax)
    case within(Located<Int>, unit: Name, before: Bool, DateSyntax, notCounting: Name?, leapDayClamped: Bool)
  }
}

enum DateSyntax: Sendable {
  case day(Located<Day>)
  case name(Name)
}

struct GroupExceptionSyntax: Sendable {
  var head: HeadSyntax
  var section: Located<String>?
  var rules: [Name]
  var conditions: [CitedCondition]
  var exceptions: [ExceptionSyntax]
  var says: Located<String>?
}

struct VoidSyntax: Sendable {
  var head: HeadSyntax
  var modalities: [Located<Modality>]
  var acts: [Name]
  var ranks: [Located<RankWord>]
  var conditions: [CitedCondition]
  var exceptions: [ExceptionSyntax]
  var says: Located<String>?
}

struct DefineSyntax: Sendable {
  var name: Name
  var cite: Located<String>?
  var period: PeriodSyntax?
  var condition: ConditionSyntax
}

/// `list` and `class`.
struct ListSyntax: Sendable {
  var name: Name
  /// `of FACT-TYPE`: for offences, `offence`; nil for papers and agencies.
  var of: Name?
  var cite: Located<String>?
  var period: PeriodSyntax?
  var members: [Member]

  struct Member: Sendable {
    /// A word or a quoted code.
    var value: Located<String>
    var quoted: Bool
    var label: Located<String>?
    var from: Located<Day>?
    var until: Located<Day>?
  }
}

struct PresumeSyntax: Sendable {
  var head: HeadSyntax
  var fact: Name
  var value: Located<String>
  var condition: ConditionSyntax?
}

struct SuspendedSyntax: Sendable {
  var head: HeadSyntax
  /// `from DAY [TIME] [until DAY [TIME]]`.
  var from: Located<Day>?
  var until: Located<Day>?
  var hours: HoursSyntax
  var rules: [Name]
  var agencies: (name: Name, law: Name?)?
  var places: [Name]
  var acts: [Name]
}

struct ContestedSyntax: Sendable {
  var head: HeadSyntax
  var readings: [Reading]
  struct Reading: Sendable {
    var name: Name
    var courts: [Name]
    var marked: Bool
    var says: Located<String>?
  }
}

struct UntranslatedSyntax: Sendable {
  var head: HeadSyntax
  var who: WhoSyntax
  var direction: Located<Direction>
  var acts: [Name]
  var paper: PaperSyntax?
  var condition: ConditionSyntax?
  var says: Located<String>?
}
