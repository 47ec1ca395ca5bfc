import Analysis
import Generation
import LawLanguage

/// Requests of one occasion in which everything is known, with values near those at which conditions turn.
struct RandomRequests {
  let vocabulary: Vocabulary
  let occasion: Occasion
  let days: [Day]
  var random: SplitMix64

  /// Days named in the laws, the day of the act, and what look-backs reach from them, each with its neighbours.
  init(library: Library, occasion: Occasion, random: SplitMix64) {
    vocabulary = library.vocabulary
    self.occasion = occasion
    self.random = random
    var named: Set<Day> = [occasion.day]
    for source in library.sources {
      for word in source.text(SourceRange(0, source.bytes.count)).split(whereSeparator: { " \n,()".contains($0) }) {
        if let day = Day(String(word)) { named.insert(day) }
      }
    }
    var days = named
    for day in named {
      for months in [1, 3, 12, 24] { days.formUnion([day.adding(months: -months), day.adding(months: months)]) }
      for count in [10, 14, 30] { days.formUnion([day.adding(days: -count), day.adding(days: count)]) }
    }
    self.days = days.flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] }.sorted()
  }

  mutating func next() -> Recorded {
    var recorded = Recorded()
    for fact in vocabulary.facts { recorded.facts[fact.name] = value(fact.type) }
    for (index, kind) in occasion.papers.enumerated() {
      for field in vocabulary.paperFields { recorded.papers[index, default: [:]][field.name] = value(field.type) }
      recorded.papers[index]?.merge(vocabulary.paper(kind)?.fixed ?? [:]) { _, fixed in fixed }
    }
    for list in vocabulary.records {
      recorded.records[list.name] = (0..<random.between(0, 3)).map { _ in
        var record: [String: FactValue] = [:]
        for field in list.fields { record[field.name] = value(field.type) }
        return record
      }
    }
    return recorded
  }

  private mutating func value(_ type: ValueType) -> FactValue {
    switch type {
    case .yesNo: return .yesNo(random.chance(50))
    case .choice(let choices): return .choice(random.pick(choices))
    case .number: return .number(random.pick([0, 16, 17, 18, 19, 20, 21, 22, 40]))
    case .date: return .date(random.pick(days))
    case .instant:
      let day = random.pick(days)
      return .instant(
        Zone(identifier: "America/Chicago")?.instant(of: day, minutes: random.pick([0, 720, 1439]))
          ?? Instant(seconds: 0))
    case .code:
      return .code(random.pick(["5/9-1", "5/24-1", "5/24-1(a)", "5/30", "5/9-1(b)", "5/9-10", "5/24-1(a)(2)"]))
    }
  }
}
