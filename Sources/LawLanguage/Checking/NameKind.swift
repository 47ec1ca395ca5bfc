/// What a name can be the name of.
enum NameKind: Sendable, Hashable {
  // The vocabulary's words
  case act, paper, paperField, agency, recipient, step, fact, judgement
  case records, record, recordField, constraint, place, court, calendar, term
  // A law's
  case law, rule, limit, exception, void, presumption, suspension, contest, untranslated
  case definition, list, agencyClass

  /// With its article: `a fact`.
  var phrase: String {
    switch self {
    case .act: "an act"
    case .agency: "a kind of agency"
    case .exception: "an exception"
    case .untranslated: "an untranslated clause"
    default: "a " + noun
    }
  }

  /// Without an article: `fact`.
  var noun: String {
    switch self {
    case .act: "act"
    case .paper: "paper"
    case .paperField: "paper field"
    case .agency: "kind of agency"
    case .recipient: "recipient"
    case .step: "step"
    case .fact: "fact"
    case .judgement: "judgement"
    case .records: "list of records"
    case .record: "record"
    case .recordField: "field"
    case .constraint: "constraint"
    case .place: "place"
    case .court: "court"
    case .calendar: "calendar"
    case .term: "legal term"
    case .law: "law"
    case .rule: "rule"
    case .limit: "limit"
    case .exception: "exception"
    case .void: "void"
    case .presumption: "presumption"
    case .suspension: "suspension"
    case .contest: "contested clause"
    case .untranslated: "untranslated clause"
    case .definition: "definition"
    case .list: "list"
    case .agencyClass: "class of agencies"
    }
  }

  /// How to declare a name of this kind, for the help of "there is no …".
  func declaration(of name: String) -> String {
    switch self {
    case .act: "`act \(name) \"…\"`"
    case .paper: "`paper \(name) \"…\"`"
    case .paperField: "`paper-field \(name) yes-no  asks \"…\"`"
    case .agency: "`agency \(name) \"…\"`"
    case .recipient: "`recipient \(name) \"…\"`"
    case .step: "`step \(name) \"…\"  asks \"…\"`"
    case .fact: "`fact \(name) yes-no  asks \"…\"`"
    case .judgement: "`judgement \(name)  asks \"…\"`"
    case .records, .record: "`records \(name) each …  asks \"…\"`"
    case .recordField: "`field \(name) …  asks \"…\"`"
    case .constraint: "`constraint \(name)  when …`"
    case .place: "`locality \(name) \"…\"  in …`"
    case .court: "`court \(name) \"…\"  binding …`"
    case .calendar: "`calendar \(name)  cite \"…\"`"
    case .term: "`term \(name)  says \"…\"`"
    case .law: "`law \(name)  cite \"…\"`"
    case .rule: "`rule \(name)  cite \"…\"`"
    case .limit: "`limit \(name)  cite \"…\"`"
    case .exception: "`exception \(name)  cite \"…\"`"
    case .void: "`void \(name)  cite \"…\"`"
    case .presumption: "`presume \(name)  cite \"…\"`"
    case .suspension: "`suspended \(name)  cite \"…\"`"
    case .contest: "`contested \(name)  cite \"…\"`"
    case .untranslated: "`untranslated \(name)  cite \"…\"`"
    case .definition: "`define \(name)  when …`"
    case .list: "`list \(name)  …`"
    case .agencyClass: "`class \(name)  …`"
    }
  }

  /// Whether it belongs to one law, and is declared there.
  var belongsToLaw: Bool {
    switch self {
    case .rule, .limit, .exception, .void, .presumption, .suspension, .contest, .untranslated, .definition, .list,
      .agencyClass:
      true
    default: false
    }
  }
}
