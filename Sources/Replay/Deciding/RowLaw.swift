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
  /// By the place's number.
  private var epochs: [Int: Epochs] = [:]
  private var laws: [ActLaw] = []
  /// By act: what editions say, and the laws that say it.
  private var editions: [EditionNumbers]
  private var lawsOfEditions: [[Int]]
  private var lawNumbers: [LawKey: Int] = [:]
  private var segments: [Segment] = []
  private var segmentNumbers: [SegmentKey: Int] = [:]
  private var days: [DayKey: DayPlace] = [:]
  private var rows = CodeTable()
  private var verdictOfRow: [Int32] = []
  /// The row that is asked for, in numbers.
  private var code: [Int64] = []
  private var ways: [WayKey: [WayAnswer]] = [:]
  private var numbers: [Verdict: Int32] = [:]
  /// All verdicts given, by their numbers.
  private(set) var verdicts: [Verdict] = []
  /// How often the engine was asked.
  private(set) var asked = 0

  /// The law of one stretch of time for all kinds of agency that a row may be about.
  private struct Segment {
    let place: RowPlace
    /// By act, then by kind of agency.
    let laws: [[Int]]
    let days: DayReduction
    /// Which facts matter to any of them.
    let looks: [Bool]
  }

  private struct LawKey: Hashable {
    let jurisdiction: String
    let locality: String?
    let kind: String
    let epoch: Int
    let act: Int
  }

  private struct SegmentKey: Hashable {
    let place: Int
    let epoch: Int
  }

  /// A day of rows at a place, and of which day the law is.
  private struct DayKey: Hashable {
    let place: Int32
    let day: Int32
    let law: Int32
  }

  /// The stretch of law that a day falls under, and which days are like it there.
  private struct DayPlace {
    let segment: Int
    let key: Int64
  }

  private struct WayKey: Hashable {
    let law: Int
    let day: Int64
    let values: [Int64]
  }

  /// More than a library's distinct rows of many years; beyond it all is asked again.
  private static let remembered = 500_000

  init(_ choice: LawChoice, acts: [String], facts: [String], dated: Set<String>) {
    self.choice = choice
    self.acts = acts
    self.facts = facts
    self.dated = dated
    editions = acts.map { _ in EditionNumbers() }
    lawsOfEditions = acts.map { _ in [] }
  }

  /// The number of what the law says of a row.
  ///
  /// - Parameters:
  ///   - number: Of the row's place.
  ///   - lawDay: The day whose law is meant; nil: the row's own.
  ///   - papers: The number of its papers.
  ///   - value: Of a fact, in the order of the columns: a number that is the same for the same value only.
  ///   - row: The row itself, for the first of its kind.
  mutating func verdict(
    _ number: Int, _ place: RowPlace, day: Day, by lawDay: Day?, papers: Int64, value: (Int) -> Int64,
    row: () -> RowFacts
  ) throws(RowRefusal) -> Int32 {
    let found = try dayPlace(number, place, day, by: lawDay)
    code.removeAll(keepingCapacity: true)
    code.append(Int64(found.segment))
    code.append(found.key)
    code.append(papers)
    for index in facts.indices where segments[found.segment].looks[index] { code.append(value(index)) }
    if rows.count >= RowLaw.remembered {
      rows = CodeTable()
      verdictOfRow = []
    }
    let known = rows.number(of: code)
    if known == verdictOfRow.count { verdictOfRow.append(-1) }
    if verdictOfRow[known] >= 0 { return verdictOfRow[known] }
    // A refusal is not remembered: it may be for what is peculiar to this row, of which the code says nothing.
    let answered = numbered(try verdict(row(), of: segments[found.segment], papers: papers, value: value))
    verdictOfRow[known] = answered
    return answered
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
    let key = DayKey(place: Int32(number), day: day.number, law: lawDay?.number ?? .min)
    if let known = days[key] { return known }
    let segment = try segment(number, place, lawDay ?? day)
    let found = DayPlace(segment: segment, key: segments[segment].days.key(of: day))
    days[key] = found
    return found
  }

  private mutating func segment(_ number: Int, _ place: RowPlace, _ day: Day) throws(RowRefusal) -> Int {
    let epochs = epochs[number] ?? Epochs(of: laws(for: place))
    self.epochs[number] = epochs
    let epoch = epochs.index(of: day)
    let key = SegmentKey(place: number, epoch: epoch)
    if let known = segmentNumbers[key] { return known }
    var found: [[Int]] = []
    for act in acts.indices {
      var ofAct: [Int] = []
      for kind in place.agencies { ofAct.append(try law(on: act, kind, place, epoch: epoch, day)) }
      found.append(ofAct)
    }
    let own = Set(found.flatMap { $0 }).sorted().map { laws[$0] }
    segments.append(
      Segment(
        place: place, laws: found, days: DayReduction(own.map(\.days), dated: dated),
        looks: facts.map { fact in own.contains { $0.looks(at: fact) } }))
    segmentNumbers[key] = segments.count - 1
    return segments.count - 1
  }

  private mutating func law(
    on act: Int, _ kind: String, _ place: RowPlace, epoch: Int, _ day: Day
  ) throws(RowRefusal) -> Int {
    let key = LawKey(
      jurisdiction: place.jurisdiction, locality: place.locality, kind: kind, epoch: epoch, act: act)
    if let known = lawNumbers[key] { return known }
    let edition = Edition(
      library: choice.library, jurisdiction: place.jurisdiction,
      agency: Request.Agency(kind: kind, locality: place.locality), day: day, asking: [],
      about: Set(choice.library.vocabulary.related(to: acts[act])))
    let number = editions[act].number(edition, in: place)
    if number == lawsOfEditions[act].count {
      do throws(UnknownZone) {
        laws.append(try ActLaw(edition, act: acts[act], digests: choice.digests, dated: dated))
      } catch {
        throw RowRefusal(sentence: "the vocabulary gives \(error.place) no time zone that is known")
      }
      lawsOfEditions[act].append(laws.count - 1)
    }
    lawNumbers[key] = lawsOfEditions[act][number]
    return lawsOfEditions[act][number]
  }

  // MARK: Asking

  /// Asks the engine once for each act, kind of agency and set of papers that records leave open.
  private mutating func verdict(
    _ row: RowFacts, of segment: Segment, papers: Int64, value: (Int) -> Int64
  ) throws(RowRefusal) -> Verdict {
    var found: [ActVerdict] = []
    for (act, laws) in zip(acts, segment.laws) {
      var byAgency: [[WayAnswer]] = []
      for (kind, law) in zip(segment.place.agencies, laws) {
        byAgency.append(try ways(row, asked: kind, law, papers: papers, value: value))
      }
      found.append(ActVerdict(act, byAgency))
    }
    return Verdict(acts: found)
  }

  private mutating func ways(
    _ row: RowFacts, asked kind: String, _ number: Int, papers: Int64, value: (Int) -> Int64
  ) throws(RowRefusal) -> [WayAnswer] {
    let law = laws[number]
    var seen = [papers]
    for index in facts.indices { seen.append(law.looks(at: facts[index]) ? value(index) : 0) }
    let key = WayKey(law: number, day: law.days.key(of: row.day), values: seen)
    if let known = ways[key] { return known }
    // What nothing looks at is left out: it can change no answer, and must not have a row refused.
    let row = row.with { law.looks(at: $0) }
    let first = try row.request(to: kind, acts: [law.act], library: choice.library)
    var requests = [first]
    for papers in row.papers.dropFirst() {
      // The same papers beside another: what is known of the first stays known of it.
      if let same = first.papers.first, papers.first == same.kind {
        var request = first
        request.papers = [same] + papers.dropFirst().map { Request.Paper(kind: $0, fields: fixed($0)) }
        requests.append(request)
      } else {
        requests.append(
          try row.with(papers: [papers]).request(to: kind, acts: [law.act], library: choice.library))
      }
    }
    asked += requests.count
    if ways.count >= RowLaw.remembered { ways.removeAll(keepingCapacity: true) }
    let found = requests.compactMap(law.answer)
    ways[key] = found
    return found
  }

  /// The fields that all papers of a kind share.
  private func fixed(_ paper: String) -> [String: FactValue] { choice.library.vocabulary.paper(paper)?.fixed ?? [:] }

  /// The laws that can bear on a place: of the US, of its state, and what binds it from elsewhere.
  private func laws(for place: RowPlace) -> [Law] {
    let vocabulary = choice.library.vocabulary
    let territory = vocabulary.territory(of: place.locality ?? place.jurisdiction)
    return choice.library.laws.filter { law in
      let home = vocabulary.place(law.place)?.inside ?? law.place
      return home == "US" || home == place.jurisdiction || law.place == place.jurisdiction
        || law.binding.contains(where: territory.contains)
    }
  }
}
