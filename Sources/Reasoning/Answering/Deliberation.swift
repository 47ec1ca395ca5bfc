import LawLanguage
import Norms

/// One request before one edition: what is known, what is presumed, and the clocks.
final class Deliberation {
  let request: Request
  let edition: Edition
  /// With presumptions filled in.
  let situation: Situation
  /// Facts that a presumption filled, with the presumption's index.
  let presumed: [String: Int]
  let clock: Clock
  /// The same, with the truth of every predicate that looks at no paper.
  let known: Known
  let plans: CompletionPlans
  /// How the office reads what courts contest.
  let positions: [ReadingPosition]
  private var found: [[Int]: Completions] = [:]

  convenience init(
    _ request: Request, edition: Edition, zone: Zone, plans: CompletionPlans, reading positions: [ReadingPosition] = []
  ) {
    let vocabulary = edition.library.vocabulary
    let papers = request.papers.map { paper in
      paper.fields.merging(vocabulary.paper(paper.kind)?.fixed ?? [:]) { _, fixed in fixed }
    }
    let facts = request.facts(in: zone, by: vocabulary)
    let recorded = Situation(
      facts: facts, papers: papers, paperKinds: request.papers.map(\.kind), records: request.records,
      readings: edition.contests.map { contest in
        positions.lazy.compactMap { $0.index(in: contest) }.first ?? contest.readings.firstIndex(where: \.marked) ?? 0
      },
      asked: request.askedDay, decided: request.decidedDay, decidedInstant: request.decided, acted: request.day,
      zone: zone, recorded: facts)
    var presumed: [String: Int] = [:]
    var situation = recorded
    for (index, presumption) in edition.presumptions.enumerated() {
      let fact = presumption.clause.fact
      guard recorded.facts[fact] == nil, presumed[fact] == nil,
        plans.isCertain(presumption.condition, in: recorded)
      else { continue }
      var candidate = situation
      candidate.facts[fact] = presumption.clause.value
      // What the constraints forbid cannot be presumed.
      guard plans.isPossible(fact, in: candidate) else { continue }
      presumed[fact] = index
      situation = candidate
    }
    self.init(
      request, edition: edition, situation: situation, presumed: presumed, plans: plans, positions: positions)
  }

  /// The same, as it would be if some facts were not presumed.
  convenience init(_ other: Deliberation, without facts: [String]) {
    var situation = other.situation
    for fact in facts { situation.facts[fact] = nil }
    self.init(
      other.request, edition: other.edition, situation: situation,
      presumed: other.presumed.filter { !facts.contains($0.key) }, plans: other.plans, positions: other.positions)
  }

  private init(
    _ request: Request, edition: Edition, situation: Situation, presumed: [String: Int], plans: CompletionPlans,
    positions: [ReadingPosition]
  ) {
    var situation = situation
    // What has happened is what is recorded or presumed, not what a completion supposes.
    situation.recorded = situation.facts
    self.request = request
    self.edition = edition
    self.presumed = presumed
    self.situation = situation
    self.plans = plans
    self.positions = positions
    known = Known(situation, in: edition)
    clock = Clock(
      situation: situation, edition: edition, asked: request.asked, decided: request.decided, acted: request.acted)
  }

  /// The truth of every predicate that looks at no paper, as recorded.
  var truths: [Truth] { known.truths }

  /// The same request with some facts as given, before the same law.
  func deciding(_ request: Request) -> Deliberation {
    Deliberation(request, edition: edition, zone: situation.zone, plans: plans, reading: positions)
  }

  /// The completions as far as these predicates tell them apart: the same for every reading of what courts contest.
  func completions(of predicates: [Int]) -> Completions {
    if let found = found[predicates] { return found }
    let completions = Completions(plans.plan(of: predicates), of: known)
    found[predicates] = completions
    return completions
  }

  // MARK: Grounds

  /// The papers that ask for or empower the act; else all papers; else one ground without a paper.
  func grounds(for slice: Slice) -> [Int?] {
    slice.grounds(among: request.papers.map(\.kind))
  }

  /// Whether some paper offered asks for the act; without papers nobody has to.
  func isAskedFor(_ slice: Slice) -> Bool {
    request.papers.isEmpty || request.papers.contains { slice.askingPapers.contains($0.kind) }
  }
}
