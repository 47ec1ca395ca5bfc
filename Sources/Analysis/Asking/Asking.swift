package import LawLanguage
import Norms

/// Answers queries: by the smallest request, or by having gone through every class.
package struct Asking {
  private let library: Library
  private let bare: Library
  /// Of the jurisdictions that queries name.
  private let agencies: [String: Agencies]
  /// The place of each condition among those that the library was checked with.
  private let places: [String: Int]

  /// What was found.
  package struct Reply: Sendable {
    /// The smallest request, if there is one.
    package let example: Example?
    /// How many classes were gone through, on how many occasions.
    package internal(set) var (classes, occasions): (UInt128, Int)
    /// Whether something was too wide to go through.
    package internal(set) var isUndecided: Bool
  }

  /// A request, and what the law says of each act asked about.
  package struct Example: Sendable {
    package let occasion: Occasion
    package let recorded: Recorded
    package let verdicts: [(act: String, verdict: Verdict)]
    /// How many classes of the occasion it stands for, and of how many.
    package let (classes, total): (UInt128, UInt128)
  }

  /// - Throws: `QueryError` if a condition of one of the queries does not check.
  package init(_ library: Library, queries: [Query]) throws(QueryError) {
    let conditions = queries.flatMap(\.conditions)
    self.library = try QueryLibrary(library, asking: conditions).library
    bare = self.library.without([.policy])
    let vocabulary = self.library.vocabulary
    let named = Set(queries.map { vocabulary.place($0.place)?.inside ?? $0.place }).filter { name in
      name != "US" && vocabulary.place(name) != nil
    }
    agencies = Dictionary(
      uniqueKeysWithValues: named.map { [library = self.library] in ($0, Agencies(library: library, jurisdiction: $0)) }
    )
    places = Dictionary(
      conditions.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Throws: `QueryError` if the query names what the vocabulary does not have.
  package func reply(to query: Query) throws(QueryError) -> Reply {
    try check(query)
    var reply = Reply(example: nil, classes: 0, occasions: 0, isUndecided: false)
    for jurisdiction in jurisdictions(of: query) {
      if let example = example(of: query, in: jurisdiction, &reply) {
        return Reply(
          example: example, classes: reply.classes, occasions: reply.occasions, isUndecided: reply.isUndecided)
      }
    }
    return reply
  }

  private func jurisdictions(of query: Query) -> [String] {
    let places = library.vocabulary.places
    if query.place == "US" { return places.filter { $0.kind == .jurisdiction && $0.name != "US" }.map(\.name) }
    return [library.vocabulary.place(query.place)?.inside ?? query.place]
  }

  private func example(of query: Query, in jurisdiction: String, _ reply: inout Reply) -> Example? {
    let place = library.vocabulary.place(query.place)
    let agencies = agencies[jurisdiction] ?? Agencies(library: library, jurisdiction: jurisdiction)
    var run = QueryRun(
      query: query, jurisdiction: jurisdiction, conditions: query.conditions.compactMap { places[$0] },
      vocabulary: library.vocabulary)
    let tree = agencies.tree(of: query.terms.map(\.act))
    for day in days(of: query, agencies) {
      let kinds = query.agencies.isEmpty ? nil : query.agencies
      for sort in agencies.every(on: day, about: tree, kinds: kinds) where isAsked(sort.agency, query, place) {
        guard run.isNew(sort.made) else { continue }
        do {
          if let example = try run.example(sort, on: day, in: library, bare: bare, &reply) { return example }
        } catch {
          reply.isUndecided = true
        }
      }
    }
    return nil
  }

  private func isAsked(_ agency: Request.Agency, _ query: Query, _ place: Place?) -> Bool {
    place?.kind == .jurisdiction || agency.locality == query.place
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
