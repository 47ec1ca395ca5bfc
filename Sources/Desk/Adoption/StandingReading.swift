internal import LawLanguage
internal import Norms
public import Reasoning

/// One reading of a contested clause, taken by counsel until another adoption takes another. A court that binds the office goes
/// before.
public struct StandingReading: Sendable, Hashable, Codable {
  /// The clause, with its law: `us.section-1373.state-limits`.
  public let contest: String
  /// The reading, as the law names it.
  public let reading: String
  /// On what it rests, for whoever reads an answer that follows it.
  public let because: String

  /// A reading that is taken.
  public init(contest: String, reading: String, because: String) {
    (self.contest, self.reading, self.because) = (contest, reading, because)
  }
}

/// A contested clause, for counsel to take one of its readings.
public struct ContestedClause: Sendable, Hashable {
  /// With its law: `us.section-1373.state-limits`.
  public let name: String
  /// The law's title.
  public let title: String
  /// The law's citation and the clause's.
  public let cite: String
  /// Its readings, in order.
  public let readings: [Reading]

  /// One reading.
  public struct Reading: Sendable, Hashable {
    /// As the law names it.
    public let name: String
    /// What the clause says, read so.
    public let text: String
    /// The courts that hold it, by their titles.
    public let courts: [String]
    /// Whether the library gives it where nobody chooses.
    public let isMarked: Bool
  }
}

extension OfficeLaw {
  /// The clauses that courts contest, in the order of the laws; of several versions the last.
  public var contested: [ContestedClause] {
    library.laws.flatMap { law in
      var found: [ContestedClause] = []
      for contest in law.contests {
        let marked = contest.marked?.name
        let clause = ContestedClause(
          name: contest.name.description, title: law.title, cite: law.citation(of: contest.cite),
          readings: contest.readings.map { reading in
            ContestedClause.Reading(
              name: reading.name, text: reading.text,
              courts: reading.courts.map { vocabulary.court($0)?.title ?? $0 }, isMarked: reading.name == marked)
          })
        found.removeAll { $0.name == clause.name }
        found.append(clause)
      }
      return found
    }
  }

  /// Sees that the law has a place for each reading.
  public func check(_ readings: [StandingReading]) throws(PositionTrouble) {
    let clauses = contested
    var seen: Set<String> = []
    for taken in readings {
      guard let clause = clauses.first(where: { $0.name == taken.contest }) else { throw .notContested(taken.contest) }
      guard clause.readings.contains(where: { $0.name == taken.reading }) else {
        throw .noReading(contest: taken.contest, reading: taken.reading, choices: clause.readings.map(\.name))
      }
      guard seen.insert(taken.contest).inserted else { throw .twice(taken.contest) }
      guard !taken.because.trimmingSpace.isEmpty else { throw .withoutGround(taken.contest) }
    }
  }

  /// The readings that counsel of an office has taken, as the engine follows them.
  public func readings(of office: String) -> [ReadingPosition] {
    guard let taken = terms?.readings, !taken.isEmpty else { return [] }
    let names = Dictionary(
      library.laws.flatMap(\.contests).map { ($0.name.description, $0.name) }, uniquingKeysWith: { first, _ in first })
    return taken.compactMap { taken in
      names[taken.contest].map {
        ReadingPosition(contest: $0, reading: taken.reading, office: office, because: taken.because)
      }
    }
  }
}
