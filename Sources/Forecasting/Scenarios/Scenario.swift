package import LawLanguage

/// One question put to the model: levers with their dates, numbers held fast, and laws left out.
package struct Scenario: Sendable, Equatable {
  /// The name of its file without ending.
  package var name: String
  /// Its heading.
  package var title: String
  /// The first paragraph: what it asks.
  package var question: String
  /// The first day.
  package var start: Day
  /// How many months.
  package var months: Int
  /// States whose own law is left out.
  package var withoutLaw: [String] = []
  /// Levers at their values.
  package var settings: [LeverSetting] = []
  /// Parameters held at one value.
  package var fixed: [ParameterName: Double] = [:]

  /// A scenario that changes nothing.
  package init(name: String, start: Day, months: Int) {
    self.name = name
    title = name
    question = ""
    self.start = start
    self.months = months
  }
}

/// What is wrong with a scenario: all of it at once, each with its line.
package struct ScenarioProblem: Error, Sendable, CustomStringConvertible {
  /// One sentence each.
  package let lines: [String]

  /// What is wrong.
  package init(lines: [String]) { self.lines = lines }

  /// All, one a line.
  package var description: String { lines.joined(separator: "\n") }
}

extension Scenario {
  /// Reads a document: Markdown whose blocks of `scenario` carry one statement a line.
  ///
  ///     inherits baseline
  ///     start 2024-10-01
  ///     months 120
  ///     without-law IL, NJ
  ///     parameter judge-attrition 0.08
  ///     set officers-hired-per-year 3000 from 2025-10-01 until 2029-09-30
  ///     set booking-rate 0.9 from 2026-01-01 in CA, NY
  ///
  /// A lever that is set replaces what the inherited scenario sets of it.
  ///
  /// - Parameter inherited: Reads the scenario that is inherited.
  package static func read(
    _ text: String, name: String, states: [String], inherited: (String) throws(ScenarioProblem) -> Scenario
  ) throws(ScenarioProblem) -> Scenario {
    var reading = ScenarioReading(name: name, states: states)
    try reading.read(text, inherited: inherited)
    return try reading.finish()
  }
}

/// One reading of a document, with what is wrong so far.
private struct ScenarioReading {
  var scenario: Scenario
  let states: [String]
  var problems: [String] = []
  var own: [(line: Int, setting: LeverSetting)] = []
  /// The lines of the first statement, of parameters, and of statements that are made once.
  var first: Int?
  var parameters: [ParameterName: Int] = [:]
  var once: [String: Int] = [:]

  init(name: String, states: [String]) {
    // Where nothing else is said: the first month after the series that come with the program, and ten years.
    scenario = Scenario(name: name, start: Month(number: 2024 * 12 + 9).first, months: 120)
    self.states = states
  }

  mutating func read(_ text: String, inherited: (String) throws(ScenarioProblem) -> Scenario) throws(ScenarioProblem) {
    var isInside = false
    var blocks = 0
    var paragraph: [Substring] = []
    var hasParagraph = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      if line.hasPrefix("```") {
        isInside = !isInside && line.dropFirst(3).trimmed == "scenario"
        if isInside { blocks += 1 }
      } else if isInside {
        let words = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        try statement(words.trimmed, number, inherited)
      } else if line.hasPrefix("# ") {
        scenario.title = line.dropFirst(2).trimmed
      } else if line.trimmed.isEmpty {
        hasParagraph = hasParagraph || !paragraph.isEmpty
      } else if !hasParagraph, !line.hasPrefix("#") {
        paragraph.append(line)
      }
    }
    scenario.question = paragraph.map(\.trimmed).joined(separator: " ")
    if blocks == 0 { problems.append("\(scenario.name): no block ```scenario with statements was found") }
  }

  private mutating func complain(_ line: Int, _ text: String) { problems.append("\(scenario.name):\(line): \(text)") }

  private mutating func statement(
    _ text: String, _ line: Int, _ inherited: (String) throws(ScenarioProblem) -> Scenario
  ) throws(ScenarioProblem) {
    let words = text.split(separator: " ").map(String.init)
    guard let verb = words.first else { return }
    let rest = Array(words.dropFirst())
    if ["inherits", "start", "months", "without-law"].contains(verb) {
      if let earlier = once[verb] { return complain(line, "\(verb) was given in line \(earlier) already; leave one") }
      once[verb] = line
    }
    if verb == "inherits", let first {
      return complain(line, "inherits must come first, before what line \(first) says")
    }
    first = first ?? line
    switch verb {
    case "inherits":
      guard let parent = rest.first, rest.count == 1 else { return complain(line, "write: inherits NAME") }
      let above = try inherited(parent)
      scenario.start = above.start
      scenario.months = above.months
      scenario.withoutLaw = above.withoutLaw
      scenario.settings = above.settings
      scenario.fixed = above.fixed
    case "start":
      guard let day = rest.first.flatMap({ Day($0) }), rest.count == 1, day.civil.day == 1 else {
        return complain(line, "write: start YYYY-MM-01, the first day of a month")
      }
      scenario.start = day
    case "months":
      guard let months = rest.first.flatMap(Int.init), rest.count == 1, (1...360).contains(months) else {
        return complain(line, "write: months N, from 1 to 360")
      }
      scenario.months = months
    case "without-law": scenario.withoutLaw = codes(rest, line)
    case "parameter": parameter(rest, line)
    case "set": set(rest, line)
    default:
      let known = ["inherits", "start", "months", "without-law", "parameter", "set"]
      complain(line, "\"\(verb)\" is no statement" + meant(verb, known))
    }
  }

  private func meant(_ word: String, _ candidates: [String]) -> String {
    suggestion(for: word, among: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  private mutating func codes(_ words: [String], _ line: Int) -> [String] {
    let codes = words.joined(separator: " ").split { $0 == "," || $0 == " " }.map { $0.uppercased() }
    if codes.isEmpty { complain(line, "name states by their postal codes, such as IL, NJ") }
    for code in codes where !states.contains(code) {
      complain(line, "\"\(code)\" is the code of no state" + meant(code, states))
    }
    return codes
  }

  private mutating func parameter(_ words: [String], _ line: Int) {
    guard words.count == 2, let value = Double(words[1]), value.isFinite else {
      return complain(line, "write: parameter NAME VALUE")
    }
    let names = ParameterName.allCases.map(\.name)
    guard let name = ParameterName.allCases.first(where: { $0.name == words[0] }) else {
      return complain(line, "\"\(words[0])\" is no parameter" + meant(words[0], names))
    }
    guard value >= 0 else { return complain(line, "\(words[0]) is \(words[1]), below nothing") }
    let (parameter, reach) = (name.definition, name.definition.reach)
    if parameter.unit.hasPrefix("share"), value > 1 { return complain(line, "\(words[0]) is a share, at most 1") }
    guard reach.contains(value) else {
      return complain(
        line,
        "\(words[0]) is \(words[1]), too far from its range of \(parameter.low) to \(parameter.high); "
          + "write from \(reach.lowerBound) to \(reach.upperBound)")
    }
    if let earlier = parameters[name] {
      return complain(line, "\(words[0]) was given in line \(earlier) already; leave one")
    }
    parameters[name] = line
    scenario.fixed[name] = value
  }

  private mutating func set(_ words: [String], _ line: Int) {
    guard words.count >= 4, words[2] == "from", let value = Double(words[1]), value.isFinite,
      let from = Day(words[3])
    else { return complain(line, "write: set LEVER VALUE from DAY, perhaps: until DAY, perhaps: in STATE, STATE") }
    guard let lever = Lever.named(words[0]) else {
      return complain(line, "\"\(words[0])\" is no lever" + meant(words[0], Lever.allCases.map(\.name)))
    }
    var rest = Array(words.dropFirst(4))
    var until: Day?
    if rest.first == "until" {
      guard rest.count > 1, let day = Day(rest[1]) else { return complain(line, "write a day after until") }
      guard day >= from else { return complain(line, "\(lever.name) ends on \(day), before it begins on \(from)") }
      until = day
      rest.removeFirst(2)
    }
    var places: [String] = []
    if rest.first == "in" {
      places = codes(Array(rest.dropFirst()), line)
      if !lever.isOfState { return complain(line, "\(lever.name) holds for the whole country; leave out the states") }
    } else if let word = rest.first {
      return complain(line, "\"\(word)\" is not understood here; until DAY and in STATES may follow")
    }
    if let wrong = refusal(of: value, lever) { return complain(line, "\(lever.name) is \(words[1]); \(wrong)") }
    let setting = LeverSetting(lever, value, from: from, until: until, states: places)
    for (earlier, other) in own where other.lever == lever && other.period.overlaps(setting.period) {
      let isShared =
        places.isEmpty == other.states.isEmpty && (places.isEmpty || !Set(places).isDisjoint(with: other.states))
      if isShared { complain(line, "\(lever.name) is set for the same days in line \(earlier); let one end first") }
    }
    own.append((line, setting))
  }

  private func refusal(of value: Double, _ lever: Lever) -> String? {
    let (low, high) = (lever.limits.lowerBound, lever.limits.upperBound)
    func within(_ what: String) -> String? {
      if value < low { return low < 0 ? "\(what) is at least \(Figure.plain(low))" : "\(what) is not below 0" }
      return value > high ? "\(what) is at most \(Figure.plain(high))" : nil
    }
    return switch lever.kind {
    case .multiple: within("a multiple")
    case .count, .signedCount: within("a number of people, beds or seats")
    case .share: (0...1).contains(value) ? nil : "a share lies from 0 to 1"
    case .onOrOff: value == 0 || value == 1 ? nil : "write 1 for on, 0 for off"
    }
  }

  func finish() throws(ScenarioProblem) -> Scenario {
    var problems = problems
    for whole in ParameterName.wholes {
      let held = whole.filter { scenario.fixed[$0] != nil }
      let sum = held.reduce(0) { $0 + (scenario.fixed[$1] ?? 0) }
      guard sum > 1 else { continue }
      problems.append(
        "\(scenario.name): \(held.map(\.name).joined(separator: ", ")) are shares of one whole and come to "
          + "\(Figure.plain(sum)); make them at most 1 together")
    }
    guard problems.isEmpty else { throw ScenarioProblem(lines: problems) }
    var result = scenario
    let levers = Set(own.map(\.setting.lever))
    result.settings = scenario.settings.filter { !levers.contains($0.lever) } + own.map(\.setting)
    return result
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
