import LawLanguage
import Norms

/// What all completions say of an act together.
struct Summary: Sendable {
  var answer: Answer
  var basis: Basis?
  var ground: Int?
  var possible: [Answer]
  /// Roles common to all completions; of any, for an undetermined act.
  var roles: Set<NormRole>
  var window: Window?
  /// Steps that come first in some completion, in the order of the laws.
  var steps: [NeededStep]
  var authorityDisputed: Bool
  /// The answer is certain, its basis or ground is not.
  var basisOpen: Bool
  /// The facts that decide the answer, and those that decide only the basis or ground.
  var matters: Set<FactPath>
  var basisMatters: Set<FactPath>
  /// The facts that matter, the most telling first.
  var asking: [FactPath]
  /// There were more completions than can be gone through.
  var isTooOpen = false

  /// A single outcome, nothing being unknown that matters.
  init(_ outcome: Outcome) {
    answer = outcome.answer
    basis = outcome.basis
    ground = outcome.ground
    possible = [outcome.answer]
    roles = outcome.roles
    window = outcome.window
    steps = outcome.steps
    authorityDisputed = outcome.authorityDisputed
    basisOpen = false
    matters = []
    basisMatters = []
    asking = []
  }

  /// Nothing certain could be found out.
  init(tooOpenWaitingFor waits: [FactPath]) {
    answer = .undetermined
    basis = nil
    ground = nil
    possible = [.required, .prohibited, .permitted, .conflict]
    roles = []
    window = nil
    steps = []
    authorityDisputed = false
    basisOpen = false
    matters = Set(waits)
    basisMatters = []
    asking = waits.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    isTooOpen = true
  }

  /// The outcomes of all completions; nil if there is none.
  init?(_ diagram: Diagram<Outcome>, completions: Completions) {
    let outcomes = diagram.possible
    guard let first = outcomes.first else { return nil }
    self.init(first)
    let answers = Set(outcomes.map(\.answer))
    possible = Answer.allCases.filter(answers.contains)
    if answers.count > 1 {
      answer = .undetermined
      basis = nil
      ground = nil
      roles = outcomes.reduce(into: []) { $0.formUnion($1.roles) }
      let answers = diagram.map(\.answer)
      matters = completions.matters(answers)
      asking = completions.ranked(matters, in: answers)
    } else {
      roles = outcomes.dropFirst().reduce(into: first.roles) { $0.formIntersection($1.roles) }
      basis = outcomes.allSatisfy { $0.basis == first.basis } ? first.basis : nil
      ground = outcomes.allSatisfy { $0.ground == first.ground } ? first.ground : nil
      basisOpen = basis == nil || !outcomes.allSatisfy { $0.ground == first.ground }
      if basisOpen {
        basisMatters = completions.matters(diagram.map { GroundedBasis(basis: $0.basis, ground: $0.ground) })
      }
    }
    window = Window.common(to: outcomes.map(\.window))
    steps = Set(outcomes.flatMap(\.steps)).sorted { ($0.norm, $0.step) < ($1.norm, $1.step) }
    authorityDisputed = outcomes.contains(where: \.authorityDisputed)
  }

  private struct GroundedBasis: Hashable {
    let basis: Basis
    let ground: Int?
  }
}

extension Window {
  /// The bounds that all windows share; nil if they share none.
  static func common(to windows: [Window?]) -> Window? {
    guard let first = windows.first else { return nil }
    let from = windows.allSatisfy { $0?.from == first?.from } ? first?.from : nil
    let until = windows.allSatisfy { $0?.until == first?.until } ? first?.until : nil
    let isOpen = windows.allSatisfy { $0?.isOpen ?? false }
    return from == nil && until == nil && !isOpen ? nil : Window(from: from, until: until, isOpen: isOpen)
  }
}

extension Slice {
  /// Whether a clause that courts contest bears on the act.
  func isContested(in edition: Edition) -> Bool {
    predicates.contains { if case .reading = edition.predicates[$0] { true } else { false } }
  }
}

extension Deliberation {
  /// Summarises an act under these readings of what courts contest.
  func summary(of slice: Slice, readings: [Int]) -> Summary {
    let known = known.reading(readings)
    let evaluation = ActEvaluation(
      slice: slice, edition: edition, plans: plans, clock: clock, grounds: grounds(for: slice))
    switch evaluation.examine(known) {
    case .result(let outcome): return Summary(outcome)
    case .waits(let waits):
      let completions = completions(of: slice.predicates)
      let diagram = try? completions.diagram(evaluation, waiting: waits, from: known)
      return diagram.flatMap { Summary($0, completions: completions) } ?? Summary(tooOpenWaitingFor: waits.paths)
    }
  }

  /// What all completions answer.
  struct Common {
    let answer: Answer
    /// Nil where they do not agree.
    var basis: Basis?
    var ground: Int?
    /// There were more completions than can be gone through.
    var isTooOpen = false
  }

  /// Only what all completions answer, and on which basis and ground if they agree.
  func verdict(of slice: Slice, readings: [Int]? = nil) -> Common {
    let known = known.reading(readings ?? situation.readings)
    let evaluation = ActEvaluation(
      slice: slice, edition: edition, plans: plans, clock: clock, grounds: grounds(for: slice), isVerdictOnly: true)
    switch evaluation.examine(known) {
    case .result(let outcome): return Common(answer: outcome.answer, basis: outcome.basis, ground: outcome.ground)
    case .waits(let waits):
      guard
        let outcomes = try? completions(of: slice.predicates).diagram(evaluation, waiting: waits, from: known).possible
      else { return Common(answer: .undetermined, isTooOpen: true) }
      guard let first = outcomes.first, outcomes.allSatisfy({ $0.answer == first.answer }) else {
        return Common(answer: .undetermined)
      }
      return Common(
        answer: first.answer, basis: outcomes.allSatisfy { $0.basis == first.basis } ? first.basis : nil,
        ground: outcomes.allSatisfy { $0.ground == first.ground } ? first.ground : nil)
    }
  }

  /// What is answered under another way of reading what courts contest.
  typealias OtherReading = (readings: [Int], answer: Answer)

  /// The answers under each other way of reading what courts contest.
  func otherReadings(of slice: Slice) -> [OtherReading] {
    guard slice.isContested(in: edition) else { return [] }
    let marked = situation.readings
    var all = [marked]
    for contest in Say(of: slice, in: edition, truths: truths).contests.sorted() where all.count <= 64 {
      all = all.flatMap { readings in
        let others = edition.contests[contest].readings.indices.filter { $0 != marked[contest] }
        return [readings]
          + others.map { reading in
            var next = readings
            next[contest] = reading
            return next
          }
      }
    }
    return all.dropFirst().map { ($0, verdict(of: slice, readings: $0).answer) }
  }
}
