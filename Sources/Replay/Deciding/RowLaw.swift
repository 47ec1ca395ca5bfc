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
  private var agencies: [AgencyLaw] = []
  private var agencyNumbers: [AgencyKey: Int] = [:]
  private var segments: [Segment] = []
  private var segmentNumbers: [SegmentKey: Int] = [:]
  private var rows: [Key: Int32] = [:]
  private var ways: [Key: [[WayAnswer]]] = [:]
  private var numbers: [Verdict: Int32] = [:]
  /// All verdicts given, by their numbers.
  private(set) var verdicts: [Verdict] = []
  /// How often the engine was asked.
  private(set) var asked = 0

  /// The law of one stretch of time for all kinds of agency that a row may be about.
  private struct Segment {
    let place: RowPlace
    let agencies: [Int]
    let days: DayReduction
    /// Which facts matter to any of them.
    let looks: [Bool]
  }

  private struct AgencyKey: Hashable {
    let jurisdiction: String
    let locality: String?
    let kind: String
    let epoch: Int
  }

  private struct SegmentKey: Hashable {
    let place: Int
    let epoch: Int
  }

  private struct Key: Hashable {
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
  }

  /// The number of the stretch of law that a row falls under; the place has a number of its own.
  ///
  /// - Parameter day: The day whose law is meant.
  mutating func segment(_ number: Int, _ place: RowPlace, _ day: Day) throws(RowRefusal) -> Int {
    if epochs[number] == nil { epochs[number] = Epochs(of: laws(for: place)) }
    let epoch = epochs[number]?.index(of: day) ?? 0
    let key = SegmentKey(place: number, epoch: epoch)
    if let known = segmentNumbers[key] { return known }
    var found: [Int] = []
    for kind in place.agencies { found.append(try agency(kind, place, epoch: epoch, day)) }
    let laws = found.map { agencies[$0] }
    segments.append(
      Segment(
        place: place, agencies: found,
        days: DayReduction(laws.map(\.prepared.edition), acts: acts, dated: dated),
        looks: facts.map { fact in laws.contains { $0.looks(at: fact) } }))
    segmentNumbers[key] = segments.count - 1
    return segments.count - 1
  }

  private mutating func agency(
    _ kind: String, _ place: RowPlace, epoch: Int, _ day: Day
  ) throws(RowRefusal) -> Int {
    let key = AgencyKey(jurisdiction: place.jurisdiction, locality: place.locality, kind: kind, epoch: epoch)
    if let known = agencyNumbers[key] { return known }
    do {
      agencies.append(try AgencyLaw(choice, place, kind: kind, day: day, acts: acts, dated: dated))
    } catch {
      throw RowRefusal(sentence: "the vocabulary gives \(error.place) no time zone that is known")
    }
    agencyNumbers[key] = agencies.count - 1
    return agencies.count - 1
  }

  /// The number of what the law says of a row.
  ///
  /// - Parameters:
  ///   - papers: The number of its papers.
  ///   - values: Of its facts, in the order of the columns: numbers that are the same for the same value only.
  ///   - row: The row itself, for the first of its kind.
  mutating func verdict(
    segment: Int, day: Day, papers: Int64, values: [Int64], row: () -> RowFacts
  ) throws(RowRefusal) -> Int32 {
    let law = segments[segment]
    var seen = [papers]
    seen.reserveCapacity(values.count + 1)
    for index in values.indices { seen.append(law.looks[index] ? values[index] : 0) }
    let key = Key(law: segment, day: law.days.key(of: day), values: seen)
    if let known = rows[key] { return known }
    if rows.count >= RowLaw.remembered { rows.removeAll(keepingCapacity: true) }
    // A refusal is not remembered: it may be for what is peculiar to this row, of which the key says nothing.
    let number = number(of: try verdict(row(), by: law.agencies, papers: papers, values: values))
    rows[key] = number
    return number
  }

  private mutating func number(of verdict: Verdict) -> Int32 {
    if let known = numbers[verdict] { return known }
    let number = Int32(verdicts.count)
    numbers[verdict] = number
    verdicts.append(verdict)
    return number
  }

  /// Asks the engine once for each kind of agency and each set of papers that records leave open.
  private mutating func verdict(
    _ row: RowFacts, by laws: [Int], papers: Int64, values: [Int64]
  ) throws(RowRefusal) -> Verdict {
    var byAgency: [[[WayAnswer]]] = []
    for number in laws {
      let law = agencies[number]
      var seen = [papers]
      for index in values.indices { seen.append(law.looks(at: facts[index]) ? values[index] : 0) }
      let key = Key(law: number, day: law.days.key(of: row.day), values: seen)
      if let known = ways[key] {
        byAgency.append(known)
        continue
      }
      // What nothing looks at is left out: it can change no answer, and must not have a row refused.
      let row = row.with { law.looks(at: $0) }
      let first = try row.request(to: law.kind, acts: acts, library: choice.library)
      var found = [law.answers(first)]
      for papers in row.papers.dropFirst() {
        // The same papers beside another: what is known of the first stays known of it.
        if let same = first.papers.first, papers.first == same.kind {
          var request = first
          request.papers = [same] + papers.dropFirst().map { Request.Paper(kind: $0, fields: fixed($0)) }
          found.append(law.answers(request))
        } else {
          let other = row.with(papers: [papers])
          found.append(law.answers(try other.request(to: law.kind, acts: acts, library: choice.library)))
        }
      }
      asked += found.count
      if ways.count >= RowLaw.remembered { ways.removeAll(keepingCapacity: true) }
      ways[key] = found
      byAgency.append(found)
    }
    return Verdict(acts: acts.indices.map { act in ActVerdict(byAgency.map { $0.map { $0[act] } }) })
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
