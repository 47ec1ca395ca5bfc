import LawLanguage

/// Page: "Unknowns". Every way to give what is looked at a value that the vocabulary's constraints allow.
struct Completions {
  let unknowns: [Unknown]
  let all: [Completion]
  /// How many fillings each unknown has.
  let fillings: [Int]
  /// The places of the unknowns that a constraint looks at.
  let tied: [Int]

  /// One of them: which filling each unknown has, and the world they make.
  struct Completion {
    let choices: [Int]
    let world: World
  }

  /// All completions of what the inspection looks at. They satisfy the constraints given, and those that tie anything
  /// unknown here to anything; what these look at is completed too.
  init(of inspected: Inspection, satisfying given: [Constraint] = []) throws {
    var inspection = inspected
    let constraints = given + inspection.lookAtConstraints()
    let situation = inspection.situation
    let representatives = Representatives(inspection)
    // In some fixed order: any will do.
    let unknowns = inspection.unknowns.sorted { $0.name(in: situation.request) < $1.name(in: situation.request) }
    self.unknowns = unknowns

    var fillings: [[Filling]] = []
    var candidates = 1
    for unknown in unknowns {
      let next = try Self.fillings(of: unknown, representatives, constraints)
      let (product, overflow) = candidates.multipliedReportingOverflow(by: next.count)
      if overflow || product > situation.limit { throw InterpretationError.tooManyCompletions }
      candidates = product
      fillings.append(next)
    }

    self.fillings = fillings.map(\.count)
    var looked = Inspection(situation)
    for constraint in constraints { looked.look(at: constraint) }
    let seen = looked.unknowns
    tied = unknowns.indices.filter { seen.contains(unknowns[$0]) }

    var all: [Completion] = []
    for number in 0..<candidates {
      // The digits of the number, each to the base of its unknown.
      var rest = number
      var choices: [Int] = []
      var world = World(recordedIn: situation)
      for (unknown, fillings) in zip(unknowns, fillings) {
        choices.append(rest % fillings.count)
        world.fill(unknown, with: fillings[rest % fillings.count])
        rest /= fillings.count
      }
      if Self.satisfies(constraints, world, situation) { all.append(Completion(choices: choices, world: world)) }
    }
    if all.isEmpty { throw InterpretationError.inconsistentRequest }
    self.all = all
  }

  /// A constraint on records holds of each record.
  private static func satisfies(_ constraints: [Constraint], _ world: World, _ situation: Situation) -> Bool {
    let truth = Truth(situation: situation, world: world)
    return constraints.allSatisfy { constraint in
      guard let list = constraint.records else { return truth.holds(constraint.condition) }
      return (world.records[list] ?? []).allSatisfy { truth.holds(constraint.condition, of: $0) }
    }
  }

  // MARK: Fillings

  private static func fillings(
    of unknown: Unknown, _ representatives: Representatives, _ constraints: [Constraint]
  ) throws -> [Filling] {
    switch unknown {
    case .fact(let name):
      representatives.values(of: .fact(name)).map(Filling.value)
    case .paperField(_, let field):
      representatives.values(of: .paperField(field)).map(Filling.value)
    case .recordField(let list, _, let field):
      representatives.values(of: .recordField(list: list, field: field)).map(Filling.value)
    case .moreRecords(let list):
      try moreRecords(of: list, representatives, constraints).map(Filling.records)
    }
  }

  /// Every collection of further records. As many are enough as it takes to make every count true at once.
  private static func moreRecords(
    of list: String, _ representatives: Representatives, _ constraints: [Constraint]
  ) throws -> [[[String: FactValue]]] {
    let inspection = representatives.inspection
    let counted = inspection.counts.filter { $0.records == list }.map(\.atLeast).reduce(0, +)
    let leftOut = inspection.tests.count { scoped in
      if case .within(_, _, _, list) = scoped.test.comparison { true } else { false }
    }
    let kinds = try recordKinds(of: list, representatives, constraints)
    var found: [[[String: FactValue]]] = [[]]
    var longest: [(records: [[String: FactValue]], last: Int)] = [([], 0)]
    for _ in 0..<(counted + leftOut) {
      longest = longest.flatMap { shorter in
        kinds.indices.filter { $0 >= shorter.last }.map { (shorter.records + [kinds[$0]], $0) }
      }
      found += longest.map(\.records)
      if found.count > inspection.situation.limit { throw InterpretationError.tooManyCompletions }
    }
    return found
  }

  /// Every record there can be, as far as its fields are looked at.
  private static func recordKinds(
    of list: String, _ representatives: Representatives, _ constraints: [Constraint]
  ) throws -> [[String: FactValue]] {
    let inspection = representatives.inspection
    let fields = inspection.slots.compactMap { slot in
      if case .recordField(list, let field) = slot { field } else { nil }
    }
    var kinds: [[String: FactValue]] = [[:]]
    for field in fields.sorted() {
      let values = representatives.values(of: .recordField(list: list, field: field))
      kinds = kinds.flatMap { kind in values.map { kind.merging([field: $0]) { $1 } } }
      if kinds.count > inspection.situation.limit { throw InterpretationError.tooManyCompletions }
    }
    // A constraint that looks at nothing but the record can be put to it here; the rest waits for the whole completion.
    let situation = inspection.situation
    let truth = Truth(situation: situation, world: World(recordedIn: situation))
    let own = constraints.filter { constraint in
      guard constraint.records == list else { return false }
      var alone = Inspection(situation)
      alone.look(at: constraint)
      return alone.counts.isEmpty && alone.lists == [list]
        && alone.slots.allSatisfy { if case .recordField = $0 { true } else { false } }
    }
    return kinds.filter { kind in own.allSatisfy { truth.holds($0.condition, of: kind) } }
  }
}
