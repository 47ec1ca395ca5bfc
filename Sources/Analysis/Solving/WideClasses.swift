import LawLanguage
import Norms

/// The feasible classes of a slice that is too wide to go through: a solver tells whether a set of them has one, and shows it.
struct WideClasses: Sendable {
  let solver: any SolverProgram
  let script: LookScript
  /// The look of each column.
  let looks: [Int]
  let zone: Zone

  /// A class that the solver showed.
  struct Model {
    /// By column.
    let truths: [Bool]
    /// By the names of the script.
    fileprivate let values: [String: String]
  }

  // MARK: Questions

  /// Whether a set has a class.
  ///
  /// - Throws: `TooWide` if the solver does not say.
  func isPossible(_ node: Diagrams.Node, in diagrams: Diagrams) throws(TooWide) -> Bool {
    try ask(asserting(node, diagrams) + ["(check-sat)"]).isPossible
  }

  /// A class of a set; nil if there is none. Days are near our own if they can be.
  func model(of node: Diagrams.Node, in diagrams: Diagrams) throws(TooWide) -> Model? {
    let asserted = asserting(node, diagrams)
    // 1900-01-01 to 2099-12-31.
    let near = script.unknowns.filter(\.isDay).map { "(assert (and (>= \($0.name) (- 25567)) (<= \($0.name) 47481)))" }
    let reading = ["(check-sat)", "(get-value (\(names.joined(separator: " "))))"]
    if !near.isEmpty {
      let reply = try ask(asserted + near + reading)
      if reply.isPossible { return model(reply.words) }
    }
    let reply = try ask(asserted + reading)
    return reply.isPossible ? model(reply.words) : nil
  }

  /// Values that put a request into a set, whatever else is true of it; nil if no class is in it.
  func example(of node: Diagrams.Node, outside: Diagrams.Node, in diagrams: Diagrams) throws(TooWide) -> Recorded? {
    guard let model = try model(of: node, in: diagrams) else { return nil }
    var units = self.units
    for unit in units {
      let left = units.filter { $0 != unit }
      let fixed = left.flatMap(\.names).map { "(assert (= \($0) \(model.values[$0] ?? "false")))" }
      let others = try ask(asserting(outside, diagrams) + fixed + ["(check-sat)"])
      if !others.isPossible { units = left }
    }
    return recorded(units, model)
  }

  private struct Reply {
    let isPossible: Bool
    /// What follows, without brackets.
    let words: Substring
  }

  private func ask(_ lines: [String]) throws(TooWide) -> Reply {
    let answer = solver.answer(to: (script.lines + lines).joined(separator: "\n") + "\n") ?? ""
    let first = answer.prefix { !$0.isWhitespace }
    guard first == "sat" || first == "unsat" else { throw TooWide(what: .unsettled) }
    return Reply(isPossible: first == "sat", words: answer[first.endIndex...])
  }

  /// The sets that a set is put together from, in order, and that it has a class.
  private func asserting(_ node: Diagrams.Node, _ diagrams: Diagrams) -> [String] {
    var needed = Set<Diagrams.Node>()
    var open = [node]
    while let next = open.popLast() {
      guard needed.insert(next).inserted else { continue }
      switch diagrams.gate(next) {
      case .constant, .column: break
      case .both(let one, let other): open += [one, other]
      case .outside(let inner): open.append(inner)
      }
    }
    return needed.sorted().map { own in
      let text =
        switch diagrams.gate(own) {
        case .constant(let value): "\(value)"
        case .column(let column): "look\(looks[column])"
        case .both(let one, let other): "(and set\(one) set\(other))"
        case .outside(let inner): "(not set\(inner))"
        }
      return "(define-fun set\(own) () Bool \(text))"
    } + ["(assert set\(node))"]
  }

  // MARK: Values

  /// What is dropped together: a fact, a paper's field, the records of a list.
  private struct Unit: Hashable {
    let list: String?
    let names: [String]
  }

  private var units: [Unit] {
    var found: [Unit] = []
    for unknown in script.unknowns {
      if case .record = unknown.place { continue }
      found.append(Unit(list: nil, names: [unknown.name]))
    }
    for (list, room) in script.rooms.sorted(by: { $0.key < $1.key }) {
      let fields = script.unknowns.filter { if case .record(list, _, _) = $0.place { true } else { false } }
      found.append(Unit(list: list, names: (0..<room).map { LookScript.there(list, $0) } + fields.map(\.name)))
    }
    return found
  }

  private var names: [String] { looks.map { "look\($0)" } + units.flatMap(\.names) }

  /// `((look0 true) (fact-age 17))`, with `(- 3)` for a negative number.
  private func model(_ words: Substring) -> Model {
    let words = words.split { "() \n\t\r".contains($0) }.map(String.init)
    let known = Set(names)
    var values: [String: String] = [:]
    var place = 0
    while place + 1 < words.count {
      let isNegative = words[place + 1] == "-"
      if known.contains(words[place]) {
        values[words[place]] = isNegative && place + 2 < words.count ? "(- \(words[place + 2]))" : words[place + 1]
      }
      place += isNegative ? 3 : 2
    }
    return Model(truths: looks.map { values["look\($0)"] == "true" }, values: values)
  }

  private func recorded(_ units: [Unit], _ model: Model) -> Recorded {
    let kept = Set(units.flatMap(\.names))
    var found = Recorded()
    for list in units.compactMap(\.list) {
      let places = (0..<(script.rooms[list] ?? 0)).filter { model.values[LookScript.there(list, $0)] == "true" }
      found.records[list] = places.map { place in
        var record: [String: FactValue] = [:]
        for unknown in script.unknowns {
          if case .record(list, place, let field) = unknown.place { record[field] = value(unknown, model) }
        }
        return record
      }
    }
    for unknown in script.unknowns where kept.contains(unknown.name) {
      switch unknown.place {
      case .fact(let name): found.facts[name] = value(unknown, model)
      case .paper(let paper, let field): found.papers[paper, default: [:]][field] = value(unknown, model)
      case .record: break
      }
    }
    return found
  }

  private func value(_ unknown: LookScript.Unknown, _ model: Model) -> FactValue? {
    guard let text = model.values[unknown.name] else { return nil }
    let number = Int(text.filter(\.isNumber)).map { text.hasPrefix("(") ? -$0 : $0 }
    switch unknown.type {
    case .yesNo: return .yesNo(text == "true")
    case .number: return number.map { .number($0) }
    case .choice(let choices):
      return number.flatMap { choices.indices.contains($0) ? .choice(choices[$0]) : nil }
    case .code: return number.flatMap { script.codes.indices.contains($0) ? .code(script.codes[$0]) : nil }
    case .date: return number.flatMap { Int32(exactly: $0) }.map { .date(Day(number: $0)) }
    case .instant:
      return number.flatMap { Int32(exactly: $0) }
        .map { .instant(zone.instant(of: Day(number: $0), minutes: 720)) }
    }
  }
}

extension LookScript.Unknown {
  fileprivate var isDay: Bool {
    switch type {
    case .date, .instant: true
    case .yesNo, .choice, .number, .code: false
    }
  }
}
