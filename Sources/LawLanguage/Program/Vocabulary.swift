/// The words of the library: everything the engine knows of its subject.
public struct Vocabulary: Sendable {
  /// In the order of the documents.
  public internal(set) var acts: [Act] = [] {
    didSet {
      actIndex = positions(acts, by: \.name)
      lineages = Dictionary(acts.map { ($0.name, walk(from: $0.name)) }, uniquingKeysWith: { first, _ in first })
      kinds = [:]
      for (act, lineage) in lineages { for ancestor in lineage { kinds[ancestor, default: []].insert(act) } }
    }
  }
  /// The kinds of paper.
  public internal(set) var papers: [PaperKind] = [] { didSet { paperIndex = positions(papers, by: \.name) } }
  /// The fields that papers can have.
  public internal(set) var paperFields: [Field] = [] {
    didSet { paperFieldIndex = positions(paperFields, by: \.name) }
  }
  /// The kinds of agency.
  public internal(set) var agencies: [Titled] = [] { didSet { agencyIndex = positions(agencies, by: \.name) } }
  /// To whom something can be owed.
  public internal(set) var recipients: [Titled] = [] { didSet { recipientIndex = positions(recipients, by: \.name) } }
  /// What can be required to come first.
  public internal(set) var steps: [StepWord] = [] { didSet { stepIndex = positions(steps, by: \.name) } }
  /// The facts, judgements among them, and the steps as facts.
  public internal(set) var facts: [Fact] = [] { didSet { factIndex = positions(facts, by: \.name) } }
  /// The lists of records.
  public internal(set) var records: [RecordType] = [] { didSet { recordIndex = positions(records, by: \.name) } }
  /// What every request must satisfy.
  public internal(set) var constraints: [Constraint] = []
  /// Jurisdictions, circuits, districts and localities.
  public internal(set) var places: [Place] = [] { didSet { placeIndex = positions(places, by: \.name) } }
  /// The courts whose readings count.
  public internal(set) var courts: [Court] = [] { didSet { courtIndex = positions(courts, by: \.name) } }
  /// The calendars of holidays.
  public internal(set) var calendars: [HolidayCalendar] = [] {
    didSet { calendarIndex = positions(calendars, by: \.name) }
  }
  /// The hours at which court orders begin or end, earliest first; each has a fact.
  public internal(set) var hourMarks: [HourMark] = []
  /// Legal terms, which no fact may bear as a name.
  public internal(set) var terms: [Titled] = [] { didSet { termIndex = positions(terms, by: \.name) } }

  // Where each name stands in its list.
  private var actIndex: [String: Int] = [:]
  private var lineages: [String: [String]] = [:]
  private var kinds: [String: Set<String>] = [:]
  private var paperIndex: [String: Int] = [:]
  private var paperFieldIndex: [String: Int] = [:]
  private var agencyIndex: [String: Int] = [:]
  private var recipientIndex: [String: Int] = [:]
  private var stepIndex: [String: Int] = [:]
  private var factIndex: [String: Int] = [:]
  private var recordIndex: [String: Int] = [:]
  private var placeIndex: [String: Int] = [:]
  private var courtIndex: [String: Int] = [:]
  private var calendarIndex: [String: Int] = [:]
  private var termIndex: [String: Int] = [:]

  /// The act of that name.
  public func act(_ name: String) -> Act? { actIndex[name].map { acts[$0] } }
  /// The kind of paper of that name.
  public func paper(_ name: String) -> PaperKind? { paperIndex[name].map { papers[$0] } }
  /// The paper field of that name.
  public func paperField(_ name: String) -> Field? { paperFieldIndex[name].map { paperFields[$0] } }
  /// The kind of agency of that name.
  public func agency(_ name: String) -> Titled? { agencyIndex[name].map { agencies[$0] } }
  /// The recipient of that name.
  public func recipient(_ name: String) -> Titled? { recipientIndex[name].map { recipients[$0] } }
  /// The step of that name.
  public func step(_ name: String) -> StepWord? { stepIndex[name].map { steps[$0] } }
  /// The fact of that name; judgements and steps are facts too.
  public func fact(_ name: String) -> Fact? { factIndex[name].map { facts[$0] } }
  /// The list of records of that name (`convictions`).
  public func recordType(_ name: String) -> RecordType? { recordIndex[name].map { records[$0] } }
  /// The place of that name.
  public func place(_ name: String) -> Place? { placeIndex[name].map { places[$0] } }
  /// The court of that name.
  public func court(_ name: String) -> Court? { courtIndex[name].map { courts[$0] } }
  /// The calendar of that name.
  public func calendar(_ name: String) -> HolidayCalendar? { calendarIndex[name].map { calendars[$0] } }
  /// The legal term of that name.
  public func term(_ name: String) -> Titled? { termIndex[name].map { terms[$0] } }

  /// The place of a fact in the order of the documents; what is no fact comes after all.
  package func position(ofFact name: String) -> Int { factIndex[name] ?? facts.count }
  /// The place of a field of papers in the order of the documents.
  package func position(ofPaperField name: String) -> Int { paperFieldIndex[name] ?? paperFields.count }
  /// The place of a list of records in the order of the documents.
  package func position(ofRecords name: String) -> Int { recordIndex[name] ?? records.count }

  /// The act and all it is a kind of, nearest first.
  public func lineage(of act: String) -> [String] { lineages[act] ?? [act] }

  private func walk(from act: String) -> [String] {
    var line: [String] = []
    var next: String? = act
    // The bound ends circles and chains that checking reports.
    while let name = next, line.count <= Act.deepest, !line.contains(name) {
      line.append(name)
      next = self.act(name)?.parent
    }
    return line
  }

  /// The act and all its kinds.
  public func kinds(of act: String) -> Set<String> { kinds[act] ?? [act] }

  /// The act, all it is a kind of, and all its kinds, in the order of their names: a rule on any of these may speak of it.
  package func related(to act: String) -> [String] { Set(lineage(of: act)).union(kinds(of: act)).sorted() }

  /// Whether the first act is the second or a kind of it.
  public func isKind(_ act: String, of ancestor: String) -> Bool { lineage(of: act).contains(ancestor) }

  /// The place, and every place that contains it: a city's county, district, circuit and state, and the US.
  public func territory(of place: String) -> Set<String> {
    var found: Set<String> = ["US"]
    var open = [place]
    while let name = open.popLast() {
      guard found.insert(name).inserted || name == place, let place = self.place(name) else { continue }
      open += [place.inside, place.within, place.district, place.circuit, place.department]
        .compactMap { $0 }.filter { !found.contains($0) }
    }
    return found
  }

  /// The time zone of the place or of the nearest that contains it: a city's county before its state. Nil if none has one.
  package func zoneName(of place: String) -> String? {
    var seen: Set<String> = []
    var next: String? = place
    // A place that lies within itself is refused elsewhere.
    while let name = next, seen.insert(name).inserted, let place = self.place(name) {
      if let zone = place.zone { return zone }
      next = place.within ?? place.inside
    }
    return nil
  }
}

/// The position of each element by its name; of two with one name, the first's.
private func positions<Element>(_ elements: [Element], by name: (Element) -> String) -> [String: Int] {
  Dictionary(elements.enumerated().map { (name($1), $0) }, uniquingKeysWith: { first, _ in first })
}

/// A name with its words.
public struct Titled: Sendable, Hashable {
  /// The word.
  public let name: String
  /// What it means, as part of a sentence.
  public let title: String
}

/// Something an agency can do or leave undone.
public struct Act: Sendable, Hashable {
  /// `hold`.
  public let name: String
  /// Completes "the agency must not …".
  public let title: String
  /// What it is a kind of.
  public let parent: String?
  /// Whether it is prohibited without authority (inherited by its kinds).
  public let needsAuthority: Bool

  /// How many acts may be kinds of each other in a row.
  static let deepest = 32
}

/// A kind of paper.
public struct PaperKind: Sendable, Hashable {
  /// `i247a`.
  public let name: String
  /// What a reader calls it.
  public let title: String
  /// The acts that such a paper asks for.
  public let asksFor: [String]
  /// The acts that such a paper empowers somebody to do.
  public let empowers: [String]
  /// Fields that all papers of the kind share.
  public let fixed: [String: FactValue]
}

/// A typed field of a record or paper.
public struct Field: Sendable, Hashable {
  /// `signer`.
  public let name: String
  /// What values it can have.
  public let type: ValueType
  /// The plain question that it answers.
  public let question: String
  /// More for whoever does not know what is meant.
  public let help: String?
}

/// A step that can be required first, and is a yes/no fact of the same name.
public struct StepWord: Sendable, Hashable {
  /// `judicial-leave`.
  public let name: String
  /// What comes first, as part of a sentence.
  public let title: String
  /// The plain question whether it is done.
  public let question: String
}

/// A raw thing that a condition needs.
public struct Fact: Sendable, Hashable {
  /// `custody`.
  public let name: String
  /// What values it can have.
  public let type: ValueType
  /// The plain question that it answers.
  public let question: String
  /// More for whoever does not know what is meant.
  public let help: String?
  /// Which law makes it count.
  public let source: String?
  /// Whether it can still change by somebody's doing, so that "what would change it" may name it.
  public let changeable: Bool
  /// Whether only a named human can settle it.
  public let isJudgement: Bool
}

/// A list of records, such as convictions.
public struct RecordType: Sendable, Hashable {
  /// `convictions`.
  public let name: String
  /// `conviction`.
  public let element: String
  /// The plain question that the list answers.
  public let question: String
  /// More for whoever does not know what is meant.
  public let help: String?
  /// What is known of each record.
  public let fields: [Field]

  /// The field of that name.
  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// What must be so in every request; on the fields of each record if `records` is set.
public struct Constraint: Sendable, Hashable {
  /// `conviction-not-in-future`.
  public let name: String
  /// The list whose records it is about (`convictions`), or nil.
  public let records: String?
  /// What must be so.
  public let condition: Condition
  /// What a reader is told when it is not.
  public let text: String
  /// Where it stands.
  public let location: SourceLocation
}

/// A jurisdiction, circuit, district or locality.
public struct Place: Sendable, Hashable {
  /// What a place can be.
  public enum Kind: String, Sendable { case jurisdiction, circuit, district, locality }
  /// What it is.
  public let kind: Kind
  /// `cook-county`.
  public let name: String
  /// What a reader calls it.
  public let title: String
  /// A district's circuit, a locality's jurisdiction.
  public let inside: String?
  /// A locality's larger locality.
  public let within: String?
  /// A locality's federal district.
  public let district: String?
  /// A jurisdiction's federal circuit.
  public let circuit: String?
  /// A judicial department, as New York has them.
  public let department: String?
  /// IANA name; a locality without one takes its jurisdiction's.
  public let zone: String?
  /// A jurisdiction's business-day calendar.
  public let calendar: String?
  /// To which day a jurisdiction's law was searched.
  public let searchedTo: Day?
}

/// A court and the places its readings bind.
public struct Court: Sendable, Hashable {
  /// `ca7`.
  public let name: String
  /// What a reader calls it.
  public let title: String
  /// The places that its readings bind.
  public let binding: [String]
}

/// Named days on which clocks may stand still.
public struct HolidayCalendar: Sendable, Hashable {
  /// `il-holidays`.
  public let name: String
  /// The law that names the days.
  public let cite: String
  /// Its holidays, in the order of that law.
  public let holidays: [Holiday]

  /// A holiday and the days between which the calendar has it.
  public struct Holiday: Sendable, Hashable {
    /// On which days it falls.
    public let rule: HolidayRule
    /// What it is called.
    public let title: String
    /// The days between which the calendar has it; nil: always.
    public let period: Period?
  }

  /// The holiday on a day, if it is one.
  public func holiday(on day: Day) -> Holiday? {
    holidays.first { holiday in
      (holiday.period?.contains(day) ?? true) && holiday.rule.falls(on: day)
    }
  }
}

/// `january 1`, `third monday of january`, `last monday of may`, `day after fourth thursday of november`.
public enum HolidayRule: Sendable, Hashable {
  case fixed(month: Int, day: Int)
  /// Ordinal 1…5, or -1 for the last; weekday 1 (Monday) … 7; moved by so many days.
  case weekday(ordinal: Int, weekday: Int, month: Int, offset: Int)

  /// Whether the rule names this day.
  public func falls(on day: Day) -> Bool {
    switch self {
    case .fixed(let month, let dayOfMonth):
      let civil = day.civil
      return civil.month == month && civil.day == dayOfMonth
    case .weekday(let ordinal, let weekday, let month, let offset):
      let base = day.adding(days: -offset)
      let civil = base.civil
      guard civil.month == month, base.weekday == weekday else { return false }
      if ordinal > 0 { return (civil.day - 1) / 7 + 1 == ordinal }
      return civil.day + 7 > Day.length(ofMonth: month, year: civil.year)
    }
  }
}

/// The types of facts and fields.
public enum ValueType: Sendable, Hashable {
  case yesNo
  /// In order.
  case choice([String])
  /// In a unit, as written.
  case number(unit: String)
  case date
  case instant
  /// A code section.
  case code
}

/// A value of a fact or field.
public enum FactValue: Sendable, Hashable {
  case yesNo(Bool)
  case choice(String)
  case number(Int)
  case date(Day)
  case instant(Instant)
  case code(String)
}
