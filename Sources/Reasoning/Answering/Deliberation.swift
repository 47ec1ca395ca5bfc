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
  private let plans: CompletionPlans

  convenience init(_ request: Request, edition: Edition, zone: Zone, plans: CompletionPlans) {
    let vocabulary = edition.library.vocabulary
    let papers = request.papers.map { paper in
      paper.fields.merging(vocabulary.paper(paper.kind)?.fixed ?? [:]) { _, fixed in fixed }
    }
    let recorded = Situation(
      facts: request.facts, papers: papers, paperKinds: request.papers.map(\.kind), records: request.records,
      readings: edition.contests.map { contest in contest.readings.firstIndex(where: \.marked) ?? 0 },
      asked: request.askedDay, decided: request.decidedDay, decidedInstant: request.decided, acted: request.day,
      zone: zone, recorded: request.facts)
    var presumed: [String: Int] = [:]
    var situation = recorded
    for (index, presumption) in edition.presumptions.enumerated() {
      let fact = presumption.clause.fact
      guard recorded.facts[fact] == nil, presumed[fact] == nil,
        Deliberation.isCertain(presumption.condition, in: edition, situation: recorded)
      else { continue }
      var candidate = situation
      candidate.facts[fact] = presumption.clause.value
      // What the constraints forbid cannot be presumed.
      guard Deliberation.isPossible(fact, in: edition, situation: candidate) else { continue }
      presumed[fact] = index
      situation = candidate
    }
    self.init(request, edition: edition, situation: situation, presumed: presumed, plans: plans)
  }

  /// The same, as it would be if some facts were not presumed.
  convenience init(_ other: Deliberation, without facts: [String]) {
    var situation = other.situation
    for fact in facts { situation.facts[fact] = nil }
    self.init(
      other.request, edition: other.edition, situation: situation,
      presumed: other.presumed.filter { !facts.contains($0.key) }, plans: other.plans)
  }

  private init(
    _ request: Request, edition: Edition, situation: Situation, presumed: [String: Int], plans: CompletionPlans
  ) {
    var situation = situation
    // What has happened is what is recorded or presumed, not what a completion supposes.
    situation.recorded = situation.facts
    self.request = request
    self.edition = edition
    self.presumed = presumed
    self.situation = situation
    self.plans = plans
    known = Known(situation, in: edition)
    clock = Clock(
      situation: situation, edition: edition, asked: request.asked, decided: request.decided, acted: request.acted)
  }

  /// The truth of every predicate that looks at no paper, as recorded.
  var truths: [Truth] { known.truths }

  /// The same request with some facts as given, before the same law.
  func deciding(_ request: Request) -> Deliberation {
    Deliberation(request, edition: edition, zone: situation.zone, plans: plans)
  }

  /// The completions as far as these predicates tell them apart.
  func completions(of predicates: [Int]) -> Completions {
    Completions(plans.plan(of: predicates, in: edition), in: situation)
  }

  /// Whether the constraints on a fact leave it the value it has.
  static func isPossible(_ fact: String, in edition: Edition, situation: Situation) -> Bool {
    guard edition.constrained.contains(fact) else { return true }
    let constraints = edition.constraints.filter { constraint in
      var isAbout = false
      constraint.forEachAtom { isAbout = isAbout || edition.names[$0].contains(fact) }
      return isAbout
    }
    return values(of: .conjunction(constraints), in: edition, situation: situation, ground: nil).contains(true)
  }

  /// Whether the formula holds in every completion.
  static func isCertain(_ formula: Formula, in edition: Edition, situation: Situation) -> Bool {
    values(of: formula, in: edition, situation: situation, ground: nil) == [true]
  }

  /// The values that the formula takes in the consistent completions; both, if there are too many to look at.
  static func values(of formula: Formula, in edition: Edition, situation: Situation, ground: Int?) -> Set<Bool> {
    let quick = formula.truth { situation.truth($0, in: edition, ground: ground) }
    guard quick == .unknown else { return [quick == .yes] }
    let question = FormulaExamination(formula: formula, edition: edition, ground: ground)
    let diagram = try? completions(of: formula, in: edition, situation: situation)
      .diagram(question, from: Known(situation, in: edition))
    return diagram.map { Set($0.possible) } ?? [true, false]
  }

  static func completions(of formula: Formula, in edition: Edition, situation: Situation) -> Completions {
    var atoms = Set<Int>()
    formula.forEachAtom { atoms.insert($0) }
    return Completions(CompletionPlan(of: atoms.sorted(), in: edition), in: situation)
  }

  // MARK: Grounds

  /// The papers that ask for or empower the act; else all papers; else one ground without a paper.
  func grounds(for slice: Slice) -> [Int?] {
    guard !request.papers.isEmpty else { return [nil] }
    let speaking = request.papers.indices.filter { slice.speakingPapers.contains(request.papers[$0].kind) }
    return speaking.isEmpty ? request.papers.indices.map { $0 } : speaking.map { $0 }
  }

  /// Whether some paper offered asks for the act; without papers nobody has to.
  func isAskedFor(_ slice: Slice) -> Bool {
    request.papers.isEmpty || request.papers.contains { slice.askingPapers.contains($0.kind) }
  }
}

/// Whether a formula holds.
private struct FormulaExamination: Examination {
  let formula: Formula
  let edition: Edition
  let ground: Int?

  func examine(_ known: Known) -> Examined<Bool> {
    switch formula.truth({ known.truth($0, ground: ground) }) {
    case .yes: .result(true)
    case .no: .result(false)
    case .unknown: .waits(waits(known))
    }
  }

  func rest(_ known: Known) -> Rest<Bool> {
    var rest = Rest<Bool>()
    formula.forEachAtom { rest.mark(known.truth($0, ground: ground), of: $0) }
    if let ground { rest.papers.insert(ground) }
    return rest
  }

  func waits(_ known: Known) -> Waits {
    var waits = Waits()
    formula.forEachUnsettledAtom({ known.truth($0, ground: ground) }) {
      waits.add($0, known.situation, edition, ground: ground)
    }
    return waits
  }
}
