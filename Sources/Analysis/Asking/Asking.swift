package import LawLanguage
import Norms

/// Answers queries: by the smallest request, or by having gone through every class.
package struct Asking {
  private let library: Library
  private let laws: SharedDays
  /// The same without policies.
  private let bare: SharedDays
  /// Of the jurisdictions that queries name.
  private let agencies: [String: Agencies]
  /// The place of each condition among those that the library was checked with.
  private let places: [String: Int]
  private let axes = KnownAxes()
  /// Who is asked of what is too wide to go through.
  private let solver: (any SolverProgram)?

  /// What was found.
  package struct Reply: Sendable {
    /// The smallest request, if there is one.
    package internal(set) var example: Example?
    /// How many classes were gone through, on how many occasions, and of how many of these a solver was asked, which does not
    /// count.
    package internal(set) var (classes, occasions, asked): (UInt128, Int, Int) = (0, 0, 0)
    /// Whether something was too wide to go through.
    package internal(set) var isUndecided = false
  }

  /// A request, and what the law says of each act asked about.
  package struct Example: Sendable {
    package let occasion: Occasion
    package let recorded: Recorded
    package let verdicts: [(act: String, verdict: Verdict)]
    /// How many classes of the occasion it stands for, and of how many; nil if a solver found it.
    package let (classes, total): (UInt128?, UInt128?)
  }

  /// - Throws: `QueryError` if a condition of one of the queries does not check.
  package init(
    _ library: Library, queries: [Query], asking solver: (any SolverProgram)? = nil
  ) throws(QueryError) {
    self.solver = solver
    let conditions = queries.flatMap(\.conditions)
    self.library = try QueryLibrary(library, asking: conditions).library
    laws = SharedDays(of: self.library)
    bare = SharedDays(of: self.library.without([.policy]))
    let vocabulary = self.library.vocabulary
    var numbers = ClauseNumbers()
    var agencies: [String: Agencies] = [:]
    for name in queries.flatMap({ Asking.jurisdictions(of: $0, in: vocabulary) }) where agencies[name] == nil {
      agencies[name] = Agencies(library: self.library, jurisdiction: name, numbers: &numbers)
    }
    self.agencies = agencies
    places = Dictionary(
      conditions.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Throws: `QueryError` if the query names what the vocabulary does not have.
  package func reply(to query: Query) throws(QueryError) -> Reply {
    try check(query)
    var reply = Reply()
    for jurisdiction in Asking.jurisdictions(of: query, in: library.vocabulary) where reply.example == nil {
      reply.example = example(of: query, in: jurisdiction, &reply)
    }
    return reply
  }

  private static func jurisdictions(of query: Query, in vocabulary: Vocabulary) -> [String] {
    let places = vocabulary.places
    if query.place == "US" { return places.filter { $0.kind == .jurisdiction && $0.name != "US" }.map(\.name) }
    return [vocabulary.place(query.place)?.inside ?? query.place].filter { vocabulary.place($0) != nil }
  }

  private func example(of query: Query, in jurisdiction: String, _ reply: inout Reply) -> Example? {
    let isWhole = library.vocabulary.place(query.place)?.kind == .jurisdiction
    guard let agencies = agencies[jurisdiction] else { return nil }
    let conditions = query.conditions.compactMap { places[$0] }
    var run = QueryRun(
      query: query, jurisdiction: jurisdiction, conditions: conditions, vocabulary: library.vocabulary, axes: axes,
      solver: solver)
    let tree = agencies.tree(of: query.terms.map(\.act), asking: conditions.map(QueryLibrary.condition))
    let kinds = query.agencies.isEmpty ? nil : query.agencies
    for day in days(of: query, agencies) {
      for sort in agencies.distinct(on: day, about: tree, kinds: kinds, place: isWhole ? nil : query.place) {
        let saying = agencies.saying(to: sort, about: tree)
        guard run.isNew(saying) else { continue }
        do {
          if let example = try run.example(sort.agency, saying, on: day, in: laws, bare: bare, &reply) {
            return example
          }
        } catch {
          reply.isUndecided = true
        }
      }
    }
    return nil
  }

  /// The last first, so that what is found is as of the latest day.
  private func days(of query: Query, _ agencies: Agencies) -> [Day] {
    let turning = agencies.turningDays
    guard let period = query.days else { return turning.reversed() }
    return ([period.from] + turning.filter { $0 > period.from && period.contains($0) }).reversed()
  }

  private func check(_ query: Query) throws(QueryError) {
    let vocabulary = library.vocabulary
    func require(_ isKnown: Bool, _ name: String, _ what: String) throws(QueryError) {
      guard isKnown else { throw QueryError(description: "`\(name)` is no \(what) of the vocabulary") }
    }
    let place = vocabulary.place(query.place)
    try require(place?.kind == .locality || place?.kind == .jurisdiction, query.place, "jurisdiction or locality")
    for agency in query.agencies { try require(vocabulary.agency(agency) != nil, agency, "kind of agency") }
    for paper in query.papers ?? [] { try require(vocabulary.paper(paper) != nil, paper, "kind of paper") }
    for term in query.terms { try require(vocabulary.act(term.act) != nil, term.act, "act") }
  }
}
