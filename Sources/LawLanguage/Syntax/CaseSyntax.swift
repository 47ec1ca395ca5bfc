/// A `case` block, as read.
struct CaseSyntax: Sendable {
  var title: Located<String>?
  /// `official "…"` or `derived "…"`.
  var standing: (isOfficial: Bool, source: Located<String>)?
  var day: Located<Day>
  /// Minutes after midnight.
  var time: Located<Int>?
  var agency: Name
  var place: Name
  var actingFor: Name?
  var capacity: Name?
  var acts: [Name]
  var papers: [Name]
  var givens: [Given]
  var expectations: [Expectation]
  var range: SourceRange
  /// Index into the document's blocks.
  var block: Int

  /// A `given` line.
  struct Given: Sendable {
    var kind: Kind
    var range: SourceRange
    enum Kind: Sendable {
      /// `given NAME`, `given not NAME`, `given NAME is VALUE`. NAME may be `asked`, `decided` or `PAPER.FIELD`.
      case fact(Name, ValueSyntax)
      /// `given NAME by "…" why "…"`, perhaps with `not`.
      case judgement(Name, Bool, by: Located<String>, why: Located<String>)
      /// `given a RECORD where …`: each value is an equality.
      case record(Name, [(field: Name, value: ValueSyntax)])
      /// `given LIST are complete`.
      case complete(Name)
      /// `given LIST are none`.
      case none(Name)
    }
  }

  enum ValueSyntax: Sendable {
    case yesNo(Bool, SourceRange)
    case word(Located<String>)
    case text(Located<String>)
    case number(Located<Int>)
    case day(Located<Day>)
    /// A day and minutes after midnight: `is 2025-01-22 16:00`.
    case moment(Located<Day>, minutes: Int)
  }

  /// An `expect` line.
  struct Expectation: Sendable {
    var kind: Kind
    var range: SourceRange
    enum Kind: Sendable {
      /// `must`, `must not`, `may`, with a basis.
      case answer(Answer, act: Name, basis: Name, paper: Name?, because: [Name])
      case conflict(act: Name, because: [Name])
      case undetermined(act: Name, asking: [Name])
      case duty(act: Name, to: Name?, dueDay: Located<Day>?, dueMinutes: Int?, because: Name?)
      case noDuty(act: Name, to: Name?, because: Name?)
      case caution(Name, over: Name?, present: Bool)
      case first(step: Name, act: Name, present: Bool)
      case window(act: Name, from: (Located<Day>, minutes: Int)?, until: (Located<Day>, minutes: Int)?)
    }
  }
}
