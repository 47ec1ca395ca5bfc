/// Declarations of the vocabulary, as read.
enum VocabularySyntax: Sendable {
  case jurisdiction(name: Name, title: Located<String>, attributes: PlaceAttributes)
  case circuit(name: Name, title: Located<String>)
  case district(name: Name, title: Located<String>, attributes: PlaceAttributes)
  case locality(name: Name, title: Located<String>, attributes: PlaceAttributes)
  case court(name: Name, title: Located<String>, binding: [Name])
  case agency(name: Name, title: Located<String>)
  case act(ActSyntax)
  case paper(PaperKindSyntax)
  case paperField(FieldSyntax)
  case recipient(name: Name, title: Located<String>)
  case step(name: Name, title: Located<String>, asks: Located<String>)
  case fact(FactSyntax)
  case records(RecordsSyntax)
  case constraint(ConstraintSyntax)
  case term(name: Name, says: Located<String>)
  case calendar(CalendarSyntax)
}

/// `in`, `district`, `within`, `circuit`, `department`, `zone`, `calendar`, `searched to`; the checker says which are needed.
struct PlaceAttributes: Sendable {
  var inside: Name?
  var district: Name?
  var within: Name?
  var circuit: Name?
  var department: Name?
  var zone: Located<String>?
  var calendar: Name?
  var searchedTo: Located<Day>?
}

struct ActSyntax: Sendable {
  var name: Name
  var title: Located<String>
  var parent: Name?
  var needsAuthority: Bool
}

struct PaperKindSyntax: Sendable {
  var name: Name
  var title: Located<String>
  var asksFor: [Name]
  var empowers: [Name]
  var fixes: [(field: Name, value: Located<String>)]
}

/// A type as written: `yes-no`, `one of a, b`, `number of years`, `date`, `instant`, `code`.
struct TypeSyntax: Sendable {
  var kind: Kind
  var range: SourceRange
  enum Kind: Sendable {
    case yesNo
    case choice([Name])
    case number(unit: Name)
    case date
    case instant
    case code
  }
}

struct FieldSyntax: Sendable {
  var name: Name
  var type: TypeSyntax
  var asks: Located<String>?
  var help: Located<String>?
}

/// `fact` and `judgement` (always yes-no).
struct FactSyntax: Sendable {
  var name: Name
  var type: TypeSyntax
  var isJudgement: Bool
  var asks: Located<String>?
  var help: Located<String>?
  var source: Located<String>?
  var changeable: Bool
}

struct RecordsSyntax: Sendable {
  var name: Name
  var element: Name
  var asks: Located<String>?
  var help: Located<String>?
  var fields: [FieldSyntax]
}

struct ConstraintSyntax: Sendable {
  var name: Name
  var record: Name?
  var condition: ConditionSyntax
  var says: Located<String>?
}

struct CalendarSyntax: Sendable {
  var name: Name
  var cite: Located<String>?
  var holidays: [Holiday]

  struct Holiday: Sendable {
    var rule: HolidayRule
    var title: Located<String>
    var from: Located<Day>?
    var until: Located<Day>?
    var range: SourceRange
  }
}
