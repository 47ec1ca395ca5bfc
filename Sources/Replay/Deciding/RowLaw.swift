internal import LawLanguage
internal import Norms
internal import Reasoning

/// One law and what it answered, remembered for all rows that it cannot tell apart.
struct RowLaw {
  let choice: LawChoice
  private let acts: [String]
  private let dated: Set<String>
  /// Names of the facts in the order of the columns that give them.
  private let facts: [String]
  private var segments: [Segment] = []
  /// By the place's number.
  private var epochs: [Int: Epochs] = [:]
  private var segmentNumbers: [SegmentKey: Int] = [:]
  private var looks: [[Bool]] = []
  private var known: [Key: Outcome] = [:]
  private var numbers: [Verdict: Int32] = [:]
  /// All verdicts given, by their numbers.
  private(set) var verdicts: [Verdict] = []
  /// How often the engine was asked.
  private(set) var asked = 0

  private struct SegmentKey: Hashable {
    let place: Int
    let epoch: Int
  }

  private struct Key: Hashable {
    let segment: Int
    let day: Int64
    let values: [Int64]
  }

  private enum Outcome {
    case verdict(Int32)
    case refused(RowRefusal)
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
  mutating func segment(_ number: Int, _ place: RowPlace, _ day: Day) throws(RowRefusal) -> Int {
    var epoch = 0
    if choice.day == nil {
      if epochs[number] == nil { epochs[number] = Epochs(of: laws(for: place)) }
      epoch = epochs[number]?.index(of: day) ?? 0
    }
    let key = SegmentKey(place: number, epoch: epoch)
    if let number = segmentNumbers[key] { return number }
    let segment: Segment
    do {
      segment = try Segment(choice, place, day: choice.day ?? day, acts: acts, dated: dated)
    } catch {
      throw RowRefusal(sentence: "the vocabulary gives \(error.place) no time zone that is known")
    }
    segments.append(segment)
    looks.append(facts.map(segment.looks))
    segmentNumbers[key] = segments.count - 1
    return segments.count - 1
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
    var seen: [Int64] = [papers]
    seen.reserveCapacity(values.count + 1)
    let looks = looks[segment]
    for index in values.indices { seen.append(looks[index] ? values[index] : 0) }
    let key = Key(segment: segment, day: segments[segment].key(of: day), values: seen)
    switch known[key] {
    case .verdict(let number): return number
    case .refused(let refusal): throw refusal
    case nil: break
    }
    if known.count >= RowLaw.remembered { known.removeAll(keepingCapacity: true) }
    asked += 1
    do throws(RowRefusal) {
      let verdict = try segments[segment].verdict(row(), acts: acts, library: choice.library)
      let number = numbers[verdict] ?? Int32(verdicts.count)
      if number == verdicts.count {
        numbers[verdict] = number
        verdicts.append(verdict)
      }
      known[key] = .verdict(number)
      return number
    } catch {
      known[key] = .refused(error)
      throw error
    }
  }

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
