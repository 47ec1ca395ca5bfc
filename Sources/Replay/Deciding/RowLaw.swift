internal import LawLanguage
internal import Norms
internal import Reasoning

/// One library and what it answered, remembered for all rows that it cannot tell apart.
struct RowLaw {
  let choice: LawChoice
  private let acts: [String]
  private let dated: Set<String>
  /// Names of the facts in the order of the columns that give them.
  private let facts: [String]
  /// By jurisdiction and locality.
  private var placeLaws: [PlaceName: PlaceLaw] = [:]
  private var laws: [ActLaw] = []
  /// By act: what editions say, and the laws that say it.
  private var editions: [EditionNumbers]
  private var lawsOfEditions: [[Int]]
  private var lawNumbers: [LawKey: Int] = [:]
  private var lawsOfMarks: [MarkKey: Int] = [:]
  private var segments: [Segment] = []
  private var segmentNumbers: [SegmentKey: Int] = [:]
  /// By place, for each day whose law is meant, and then by the row's day: what it falls under.
  private var tables: [[(law: Day?, table: Int)]] = []
  private var dayPlaces: [DayTable<DayPlace>] = []
  /// By the place's number: the first day of any law there; nil if there is none.
  private var beginnings: [Int: Day?] = [:]
  private var rows = CodeTable()
  private var verdictOfRow: [Int32] = []
  /// The row that is asked for, in numbers.
  private var code: [Int64] = []
  private var ways: AskedWays
  /// Rows of a kind that is asked now: their number, and their ways by act and by kind of agency.
  private var waiting: [(row: Int, ways: [[Int]])] = []
  private var numbers: [Verdict: Int32] = [:]
  /// All verdicts given, by their numbers.
  private(set) var verdicts: [Verdict] = []
  /// How often the engine was asked.
  var asked: Int { ways.asked }
  /// How much of that a run before had answered.
  var recalled: Int { ways.recalled }

  /// The law of one stretch of time for all kinds of agency that a row may be about.
  private struct Segment {
    let place: RowPlace
    /// By act, then by kind of agency.
    let laws: [[Int]]
    let days: DayReduction
    /// The facts that matter to any of them.
    let looks: [Int]
  }

  private struct PlaceName: Hashable {
    let jurisdiction: String
    let locality: String?
  }

  /// The law that can bear on a place.
  private struct PlaceLaw {
    let epochs: Epochs
    /// By act.
    let clauses: [PlaceClauses]
  }

  private struct LawKey: Hashable {
    let place: PlaceName
    let kind: String
    let epoch: Int
    let act: Int
  }

  /// Kinds of agency and stretches of law that no clause about the act tells apart.
  private struct MarkKey: Hashable {
    let place: PlaceName
    let act: Int
    let mark: [UInt64]
  }

  private struct SegmentKey: Hashable {
    let place: Int
    let epoch: Int
  }

  /// The stretch of law that a day falls under, and which days are like it there.
  private struct DayPlace {
    /// -1 for a day before any law.
    let segment: Int
    let key: Int64
  }

  /// More than a library's distinct rows of many years; beyond it all is asked again.
  private static let remembered = 500_000
  private static let unasked: Int32 = -1, isWaiting: Int32 = -2

  init(
    _ choice: LawChoice, acts: [String], facts: [String], dated: Set<String>, journal: AnswerJournal? = nil
  ) {
    ways = AskedWays(journal)
    self.choice = choice
    self.acts = acts
    self.facts = facts
    self.dated = dated
    editions = acts.map { _ in EditionNumbers() }
    lawsOfEditions = acts.map { _ in [] }
  }

  /// The number of the kind of row that this is, of which the law says the same when all that is open is settled; nil if the row
  /// lies before any law of its place.
  ///
  /// - Parameters:
  ///   - number: Of the row's place.
  ///   - lawDay: The day whose law is meant; nil: the row's own.
  ///   - papers: The number of its papers.
  ///   - values: Of the facts, in the order of the columns: a number that is the same for the same value only.
  ///   - row: The row itself, for the first of its kind.
  mutating func kind(
    _ number: Int, _ place: RowPlace, day: Day, by lawDay: Day?, papers: Int64, values: [Int64], row: () -> RowFacts
  ) throws(RowRefusal) -> Int? {
    let found = try dayPlace(number, place, day, by: lawDay)
    guard found.segment >= 0 else { return nil }
    code.removeAll(keepingCapacity: true)
    code.append(Int64(found.segment))
    code.append(found.key)
    code.append(papers)
    for index in segments[found.segment].looks { code.append(values[index]) }
    let known = rows.number(of: code)
    if known == verdictOfRow.count { verdictOfRow.append(RowLaw.unasked) }
    guard verdictOfRow[known] == RowLaw.unasked else { return known }
    // A refusal is not remembered: it may be for what is peculiar to this row, of which the code says nothing.
    waiting.append((known, try ways(row(), in: segments[found.segment], papers: papers, values: values)))
    verdictOfRow[known] = RowLaw.isWaiting
    return known
  }

  /// Asks all that is open.
  mutating func settle() throws {
    try ways.settle()
    for (row, own) in waiting {
      let found = zip(acts, own).map { act, byAgency in ActVerdict(act, byAgency.map { ways[$0] }) }
      verdictOfRow[row] = numbered(Verdict(acts: found))
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// The number of what the law says of a kind of row, once it is settled.
  func verdict(ofKind kind: Int) -> Int32 { verdictOfRow[kind] }

  /// Forgets kinds of rows where there are too many: those that come again are asked again.
  mutating func rest() {
    if rows.count >= RowLaw.remembered {
      rows = CodeTable()
      verdictOfRow = []
    }
    if ways.count >= RowLaw.remembered { ways.forget() }
  }

  private mutating func numbered(_ verdict: Verdict) -> Int32 {
    if let known = numbers[verdict] { return known }
    let number = Int32(verdicts.count)
    numbers[verdict] = number
    verdicts.append(verdict)
    return number
  }

  // MARK: The law of a day

  private mutating func dayPlace(
    _ number: Int, _ place: RowPlace, _ day: Day, by lawDay: Day?
  ) throws(RowRefusal) -> DayPlace {
    let table = dayTable(number, by: lawDay)
    if let known = dayPlaces[table][day] { return known }
    let found: DayPlace
    // The law of another day is asked of any row.
    if lawDay == nil, !isLaw(on: day, number, place) {
      found = DayPlace(segment: -1, key: 0)
    } else {
      let segment = try segment(number, place, lawDay ?? day)
      found = DayPlace(segment: segment, key: segments[segment].days.key(of: day))
    }
    dayPlaces[table][day] = found
    return found
  }

  private mutating func dayTable(_ number: Int, by lawDay: Day?) -> Int {
    while tables.count <= number { tables.append([]) }
    for known in tables[number] where known.law == lawDay { return known.table }
    dayPlaces.append(DayTable())
    tables[number].append((lawDay, dayPlaces.count - 1))
    return dayPlaces.count - 1
  }

  /// Whether the library has a law of the place, or of one in it, that has begun.
  private mutating func isLaw(on day: Day, _ number: Int, _ place: RowPlace) -> Bool {
    if let known = beginnings[number] { return known.map { $0 <= day } ?? false }
    let own = choice.library.laws.filter {
      choice.library.vocabulary.territory(of: $0.place).contains(place.jurisdiction)
    }
    let first = own.map(\.period.from).min()
    beginnings[number] = .some(first)
    return first.map { $0 <= day } ?? false
  }

  private mutating func placeLaw(_ name: PlaceName) -> PlaceLaw {
    if let known = placeLaws[name] { return known }
    let vocabulary = choice.library.vocabulary
    let territory = vocabulary.territory(of: name.locality ?? name.jurisdiction)
    let own = laws(for: name, territory)
    let found = PlaceLaw(
      epochs: Epochs(of: own),
      clauses: acts.map { act in
        PlaceClauses(
          about: Set(vocabulary.related(to: act)), laws: own, territory: territory, library: choice.library)
      })
    placeLaws[name] = found
    return found
  }

  private mutating func segment(_ number: Int, _ place: RowPlace, _ day: Day) throws(RowRefusal) -> Int {
    let name = PlaceName(jurisdiction: place.jurisdiction, locality: place.locality)
    let placeLaw = placeLaw(name)
    let epoch = placeLaw.epochs.index(of: day)
    let key = SegmentKey(place: number, epoch: epoch)
    if let known = segmentNumbers[key] { return known }
    var found: [[Int]] = []
    for act in acts.indices {
      var ofAct: [Int] = []
      for kind in place.agencies {
        let key = LawKey(place: name, kind: kind, epoch: epoch, act: act)
        if let known = lawNumbers[key] {
          ofAct.append(known)
          continue
        }
        let own = try law(on: act, kind, name, placeLaw.clauses[act], day)
        lawNumbers[key] = own
        ofAct.append(own)
      }
      found.append(ofAct)
    }
    let own = Set(found.flatMap { $0 }).sorted().map { laws[$0] }
    segments.append(
      Segment(
        place: place, laws: found, days: DayReduction(own.map(\.days), dated: dated),
        looks: facts.indices.filter { fact in own.contains { $0.looks(at: facts[fact]) } }))
    segmentNumbers[key] = segments.count - 1
    return segments.count - 1
  }

  private mutating func law(
    on act: Int, _ kind: String, _ place: PlaceName, _ clauses: PlaceClauses, _ day: Day
  ) throws(RowRefusal) -> Int {
    let key = MarkKey(place: place, act: act, mark: clauses.mark(of: kind, on: day))
    if let known = lawsOfMarks[key] { return known }
    let vocabulary = choice.library.vocabulary
    let edition = Edition(
      library: choice.library, jurisdiction: place.jurisdiction,
      agency: Request.Agency(kind: kind, locality: place.locality), day: day, asking: [],
      about: Set(vocabulary.related(to: acts[act])))
    let zone = vocabulary.zoneName(of: place.locality ?? place.jurisdiction)
    let number = editions[act].number(edition, zone: zone)
    if number == lawsOfEditions[act].count {
      do throws(UnknownZone) {
        laws.append(try ActLaw(edition, act: acts[act], digests: choice.digests, dated: dated))
      } catch {
        throw RowRefusal(sentence: "the vocabulary gives \(error.place) no time zone that is known")
      }
      lawsOfEditions[act].append(laws.count - 1)
    }
    lawsOfMarks[key] = lawsOfEditions[act][number]
    return lawsOfEditions[act][number]
  }

  // MARK: Asking

  /// One for each act, kind of agency and set of papers that records leave open.
  private mutating func ways(
    _ row: RowFacts, in segment: Segment, papers: Int64, values: [Int64]
  ) throws(RowRefusal) -> [[Int]] {
    var found: [[Int]] = []
    for ofAct in segment.laws {
      var byAgency: [Int] = []
      for (kind, number) in zip(segment.place.agencies, ofAct) {
        let law = laws[number]
        var seen = [papers]
        for index in facts.indices { seen.append(law.looks(at: facts[index]) ? values[index] : 0) }
        let key = WayKey(law: number, day: law.days.key(of: row.day), values: seen)
        let library = choice.library
        byAgency.append(
          try ways.number(of: key, by: law) { () throws(RowRefusal) in
            try RowLaw.requests(row, to: kind, law, library)
          })
      }
      found.append(byAgency)
    }
    return found
  }

  private static func requests(
    _ row: RowFacts, to kind: String, _ law: ActLaw, _ library: Library
  ) throws(RowRefusal) -> AskedWays.Requests {
    // What nothing looks at is left out: it can change no answer, and must not have a row refused.
    let row = row.with { law.looks(at: $0) }
    let first = try row.request(to: kind, acts: [law.act], library: library)
    var asked = AskedWays.Requests(distinct: [first], places: [0])
    var marks = [law.mark(of: row.papers.first ?? [])]
    for papers in row.papers.dropFirst() {
      let mark = law.mark(of: papers)
      if let known = marks.firstIndex(of: mark) {
        asked.places.append(known)
        continue
      }
      asked.places.append(marks.count)
      marks.append(mark)
      // The same papers beside another: what is known of the first stays known of it.
      if let same = first.papers.first, papers.first == same.kind {
        var request = first
        // The fields that all papers of a kind share.
        request.papers =
          [same]
          + papers.dropFirst().map { Request.Paper(kind: $0, fields: library.vocabulary.paper($0)?.fixed ?? [:]) }
        asked.distinct.append(request)
      } else {
        asked.distinct.append(try row.with(papers: [papers]).request(to: kind, acts: [law.act], library: library))
      }
    }
    return asked
  }

  /// The laws that can bear on a place: of the US, of its state, and what binds it from elsewhere.
  private func laws(for place: PlaceName, _ territory: Set<String>) -> [Law] {
    let vocabulary = choice.library.vocabulary
    return choice.library.laws.filter { law in
      let home = vocabulary.place(law.place)?.inside ?? law.place
      return home == "US" || home == place.jurisdiction || law.place == place.jurisdiction
        || law.binding.contains(where: territory.contains)
    }
  }
}
