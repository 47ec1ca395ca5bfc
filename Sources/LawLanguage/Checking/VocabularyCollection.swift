/// Gathers the words of all documents into one vocabulary, and the names they bear.
///
/// What words say of each other is checked afterwards, when all of them are known.
struct VocabularyCollection {
  let findings: Findings
  private(set) var declared = DeclaredNames()
  private(set) var items: [Item] = []
  /// The hours at which orders begin or end, and where each was written first.
  private(set) var hours: [HourMark: SourceLocation] = [:]

  /// A declared word and where it stands.
  struct Item {
    let word: VocabularySyntax
    let section: Section
  }

  init(findings: Findings) { self.findings = findings }

  mutating func collect(_ document: DocumentSyntax) {
    for declaration in document.declarations {
      guard case .vocabulary(let word) = declaration.kind else {
        collectHours(declaration, in: document)
        continue
      }
      let section = Section(of: declaration.block, in: document)
      items.append(Item(word: word, section: section))
      declare(word, in: section)
    }
  }

  /// Each hour is a fact, whose name is taken.
  private mutating func collectHours(_ declaration: DeclarationSyntax, in document: DocumentSyntax) {
    let section = Section(of: declaration.block, in: document)
    for (day, time) in declaration.kind.hours where time.value > 0 {
      let mark = HourMark(day: day.value, minutes: time.value)
      guard hours[mark] == nil else { continue }
      hours[mark] = section.location(time.range)
      declare(Name(value: mark.fact, range: time.range), .fact, in: section)
    }
  }

  // MARK: - Names

  private mutating func declare(_ word: VocabularySyntax, in section: Section) {
    switch word {
    case .jurisdiction(let name, _, _), .circuit(let name, _), .district(let name, _, _), .locality(let name, _, _):
      declare(name, .place, in: section)
    case .court(let name, _, _): declare(name, .court, in: section)
    case .agency(let name, _): declare(name, .agency, in: section)
    case .act(let act): declare(act.name, .act, in: section)
    case .paper(let paper): declare(paper.name, .paper, in: section)
    case .paperField(let field): declare(field.name, .paperField, in: section)
    case .recipient(let name, _): declare(name, .recipient, in: section)
    case .step(let name, _, _): declare(name, .step, in: section)
    case .fact(let fact): declare(fact.name, fact.isJudgement ? .judgement : .fact, in: section)
    case .constraint(let constraint): declare(constraint.name, .constraint, in: section)
    case .term(let name, _): declare(name, .term, in: section)
    case .calendar(let calendar): declare(calendar.name, .calendar, in: section)
    case .records(let records):
      declare(records.name, .records, in: section)
      declare(records.element, .record, in: section)
      var fields: [String: SourceRange] = [:]
      for field in records.fields {
        if let first = fields[field.name.value] {
          findings.report(
            .duplicateName, "`\(records.name.value)` has two fields `\(field.name.value)`",
            help: "give one of them another name", at: section.location(field.name.range),
            related: [.init(caption: "the first", location: section.location(first))])
        } else {
          fields[field.name.value] = field.name.range
          declare(field.name, .recordField, in: section)
        }
      }
    }
  }

  private mutating func declare(_ name: Name, _ kind: NameKind, in section: Section) {
    let location = section.location(name.range)
    if let owner = VocabularyCollection.reserved(name.value, for: kind) {
      findings.report(
        .reservedWord, "`\(name.value)` is \(owner) already", help: "choose another name", at: location)
    } else if let first = declared.clash(name.value, with: kind) {
      let message =
        first.kind == kind
        ? "`\(name.value)` is declared twice"
        : "`\(name.value)` is \(first.kind.phrase) already, so it cannot be \(kind.phrase) too"
      findings.report(
        .duplicateName, message, help: "give one of them another name, or leave one out: words are the whole library's",
        at: location, related: [.init(caption: "declared here first", location: first.location)])
    }
    declared.add(name.value, kind, at: location)
  }

  /// What a name means everywhere, so that nothing of this kind can bear it.
  private static func reserved(_ name: String, for kind: NameKind) -> String? {
    switch kind {
    case .fact, .judgement, .step, .paperField, .recordField, .records, .record:
      RequestDate(rawValue: name).map { _ in "a date that every request has" }
    case .agency: name == Who.anyAgency ? "the word for all agencies" : nil
    case .calendar: ["saturdays", "sundays"].contains(name) ? "the word for days of the week" : nil
    default: nil
    }
  }

  // MARK: - Words

  /// All words but the constraints, which are conditions on the others.
  func vocabulary() -> Vocabulary {
    var acts: [Act] = []
    var agencies: [Titled] = []
    var recipients: [Titled] = []
    var steps: [StepWord] = []
    var terms: [Titled] = []
    var fields: [Field] = []
    var facts: [Fact] = []
    var records: [RecordType] = []
    var places: [Place] = []
    var courts: [Court] = []
    var calendars: [HolidayCalendar] = []
    var papers: [PaperKindSyntax] = []
    for item in items {
      switch item.word {
      case .act(let act):
        acts.append(
          Act(
            name: act.name.value, title: act.title.value, parent: act.parent?.value,
            needsAuthority: act.needsAuthority))
      case .agency(let name, let title): agencies.append(Titled(name: name.value, title: title.value))
      case .recipient(let name, let title): recipients.append(Titled(name: name.value, title: title.value))
      case .term(let name, let says): terms.append(Titled(name: name.value, title: says.value))
      case .step(let name, let title, let asks):
        steps.append(StepWord(name: name.value, title: title.value, question: asks.value))
      case .paper(let paper): papers.append(paper)
      case .paperField(let field): fields.append(Field(field))
      case .fact(let fact): facts.append(Fact(fact))
      case .records(let syntax):
        records.append(
          RecordType(
            name: syntax.name.value, element: syntax.element.value, question: syntax.asks?.value ?? "",
            help: syntax.help?.value, fields: syntax.fields.map(Field.init)))
      case .jurisdiction(let name, let title, let attributes):
        places.append(Place(.jurisdiction, name, title, attributes))
      case .circuit(let name, let title):
        places.append(Place(.circuit, name, title, PlaceAttributes()))
      case .district(let name, let title, let attributes): places.append(Place(.district, name, title, attributes))
      case .locality(let name, let title, let attributes): places.append(Place(.locality, name, title, attributes))
      case .court(let name, let title, let binding):
        courts.append(Court(name: name.value, title: title.value, binding: binding.map(\.value)))
      case .calendar(let calendar): calendars.append(HolidayCalendar(calendar))
      case .constraint: break
      }
    }
    facts += steps.map { step in
      Fact(
        name: step.name, type: .yesNo, question: step.question, help: nil, source: nil, changeable: true,
        isJudgement: false)
    }
    let marks = hours.keys.sorted()
    facts += marks.map(\.word)
    var vocabulary = Vocabulary()
    vocabulary.hourMarks = marks
    vocabulary.acts = acts
    vocabulary.agencies = agencies
    vocabulary.recipients = recipients
    vocabulary.steps = steps
    vocabulary.terms = terms
    vocabulary.paperFields = fields
    vocabulary.facts = facts
    vocabulary.records = records
    vocabulary.places = places
    vocabulary.courts = courts
    vocabulary.calendars = calendars
    vocabulary.papers = papers.map { PaperKind($0, fields: vocabulary) }
    return vocabulary
  }
}

extension DeclarationSyntax.Kind {
  /// The hours at which it begins and ends, each with its day.
  fileprivate var hours: [(day: Located<Day>, time: Located<Int>)] {
    func pairs(_ from: Located<Day>?, _ until: Located<Day>?, _ hours: HoursSyntax?) -> [(Located<Day>, Located<Int>)] {
      var found: [(Located<Day>, Located<Int>)] = []
      if let from, let time = hours?.from { found.append((from, time)) }
      if let until, let time = hours?.until { found.append((until, time)) }
      return found
    }
    if case .law(let head) = self { return pairs(head.period?.from, head.period?.until, head.period?.hours) }
    return named.map { pairs($0.from, $0.until, $0.hours) } ?? []
  }
}
