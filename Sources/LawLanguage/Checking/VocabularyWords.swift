/// Words of the vocabulary, from what was read.

extension ValueType {
  init(_ syntax: TypeSyntax) {
    switch syntax.kind {
    case .yesNo: self = .yesNo
    case .choice(let values): self = .choice(values.map(\.value))
    case .number(let unit): self = .number(unit: unit.value)
    case .date: self = .date
    case .instant: self = .instant
    case .code: self = .code
    }
  }

  /// The value that a word names: a choice, or yes or no.
  func value(_ word: String) -> FactValue? {
    switch self {
    case .choice(let values): values.contains(word) ? .choice(word) : nil
    case .yesNo: word == "yes" ? .yesNo(true) : word == "no" ? .yesNo(false) : nil
    case .number: Int(word).map { .number($0) }
    case .date: Day(word).map { .date($0) }
    case .instant, .code: nil
    }
  }
}

extension Field {
  init(_ syntax: FieldSyntax) {
    self.init(
      name: syntax.name.value, type: ValueType(syntax.type), question: syntax.asks?.value ?? "",
      help: syntax.help?.value)
  }
}

extension Fact {
  init(_ syntax: FactSyntax) {
    self.init(
      name: syntax.name.value, type: ValueType(syntax.type), question: syntax.asks?.value ?? "",
      help: syntax.help?.value, source: syntax.source?.value, changeable: syntax.changeable,
      isJudgement: syntax.isJudgement)
  }
}

extension PaperKind {
  /// A kind of paper; what it fixes has the types of the vocabulary's paper fields.
  init(_ syntax: PaperKindSyntax, fields: Vocabulary) {
    var fixed: [String: FactValue] = [:]
    for (field, word) in syntax.fixes {
      fixed[field.value] = fields.paperField(field.value)?.type.value(word.value)
    }
    self.init(
      name: syntax.name.value, title: syntax.title.value, asksFor: syntax.asksFor.map(\.value),
      empowers: syntax.empowers.map(\.value), fixed: fixed)
  }
}

extension Place {
  init(_ kind: Kind, _ name: Name, _ title: Located<String>, _ attributes: PlaceAttributes) {
    self.init(
      kind: kind, name: name.value, title: title.value, inside: attributes.inside?.value,
      within: attributes.within?.value, district: attributes.district?.value, circuit: attributes.circuit?.value,
      department: attributes.department?.value, zone: attributes.zone?.value, calendar: attributes.calendar?.value,
      searchedTo: attributes.searchedTo?.value)
  }
}

extension HolidayCalendar {
  init(_ syntax: CalendarSyntax) {
    self.init(
      name: syntax.name.value, cite: syntax.cite?.value ?? "",
      holidays: syntax.holidays.map { holiday in
        var period: Period?
        if holiday.from != nil || holiday.until != nil {
          period = Period(from: holiday.from?.value ?? Period.always.from, until: holiday.until?.value)
        }
        return Holiday(rule: holiday.rule, title: holiday.title.value, period: period)
      })
  }
}

extension Who {
  /// The word for all agencies.
  static let anyAgency = "any-agency"
}
