import LawLanguage

/// Conditions of generated laws.
extension LibraryWriter {
  /// A condition; one test more often than not.
  mutating func condition(in law: Int) -> String { condition(in: law, depth: 0, inBrackets: false) }

  /// A condition that stands where the grammar has one term.
  mutating func term(in law: Int) -> String { condition(in: law, depth: 1, inBrackets: true) }

  private mutating func condition(in law: Int, depth: Int, inBrackets: Bool) -> String {
    if depth < 2 && random.chance(24) {
      let isAnd = random.chance(50)
      note(isAnd ? .and : .or)
      let parts = (0..<2).map { _ in condition(in: law, depth: depth + 1, inBrackets: true) }
      let joined = parts.joined(separator: isAnd ? " and " : " or ")
      return inBrackets ? "(\(joined))" : joined
    }
    if random.chance(12) {
      note(.not)
      return "not " + condition(in: law, depth: depth + 1, inBrackets: true)
    }
    if random.chance(14), let definition = someDefinition(in: law) { return definition }
    return test()
  }

  private mutating func someDefinition(in law: Int) -> String? {
    let others = laws.indices.filter { $0 != law && laws[$0].isLasting && !laws[$0].definitions.isEmpty }
    if random.chance(40), !others.isEmpty {
      let other = laws[random.pick(others)]
      note(.definitionOfAnotherLaw)
      return "\(random.pick(other.definitions)) as in \(other.name)"
    }
    guard !laws[law].definitions.isEmpty else { return nil }
    note(.definition)
    return random.pick(laws[law].definitions)
  }

  // MARK: Tests

  /// One test of a topic of the library.
  mutating func test() -> String {
    switch random.pick(words.topics) {
    case .flagA: flag("flag-a", .yesNo)
    case .flagB: flag("flag-b", .yesNo)
    case .flagC: flag("flag-c", .yesNo)
    case .exigent: flag("exigent", .judgement)
    case .custody: choice("custody", GeneratedWords.custody, list: "locked")
    case .age: number()
    case .booked: date("booked", others: ["released"])
    case .released: date("released", others: ["booked"])
    case .releaseDue: date("release-due", others: ["booked"])
    case .convictions: convictions()
    }
  }

  private mutating func flag(_ name: String, _ construct: Construct) -> String {
    note(construct)
    if random.chance(60) { return name }
    note(.not)
    return "not \(name)"
  }

  /// A test of a choice; the list must be declared in every law.
  private mutating func choice(_ name: String, _ values: [String], list: String) -> String {
    switch random.between(0, 5) {
    case 0, 1:
      note(.choiceIs)
      return "\(name) is \(random.pick(values))"
    case 2:
      note(.choiceIsNot)
      return "\(name) is not \(random.pick(values))"
    case 3:
      note(.inInlineList)
      return "\(name) is in (\(random.some(2, of: values).joined(separator: ", ")))"
    case 4:
      note(.inList)
      return "\(name) is in \(list)"
    default:
      note(.notInList)
      return "\(name) is not in \(list)"
    }
  }

  private mutating func number() -> String {
    let limit = random.pick([17, 18, 21])
    switch random.between(0, 5) {
    case 0:
      note(.numberIs)
      return "age is \(limit)"
    case 1:
      note(.atLeast)
      return "age is at least \(limit) years"
    case 2:
      note(.atMost)
      return "age is at most \(limit)"
    case 3:
      note(.over)
      return "age is over \(limit) years"
    case 4:
      note(.under)
      return "age is under \(limit)"
    default:
      note(.otherUnit)
      return "age is at least \(12 * limit) months"
    }
  }

  /// A test of a date or instant, against a day, a date of the request, or another date.
  mutating func date(_ name: String, others: [String]) -> String {
    if name == "release-due" { note(.instantAsDay) }
    var other = random.chance(45) ? "\(words.someDay(&random))" : random.pick(["asked", "decided", "acted"])
    let others = others.filter { name in words.topics.contains { "\($0)" == name } }
    if !others.isEmpty && random.chance(25) {
      other = random.pick(others)
      note(.againstAnotherDate)
    }
    if random.chance(45) { return within(name, other) }
    let (construct, order) = random.pick([
      (Construct.onOrAfter, "on or after"), (.onOrBefore, "on or before"), (.before, "before"), (.after, "after"),
    ])
    note(construct)
    return "\(name) is \(order) \(other)"
  }

  private mutating func within(_ name: String, _ other: String) -> String {
    let span = random.pick(["1 year", "2 years", "1 month", "3 months", "2 weeks", "10 days", "30 days"])
    let isBefore = random.chance(65)
    note(isBefore ? .withinBefore : .withinAfter)
    var text = "\(name) is within \(span) \(isBefore ? "before" : "after") \(other)"
    if random.chance(18) {
      note(.notCounting)
      text += " not counting stays"
    }
    if random.chance(25) {
      note(.leapDay)
      text += " leap day as february 28"
    }
    return text
  }

  // MARK: Records

  private mutating func convictions() -> String {
    let condition: String
    if random.chance(12) {
      note(.allRecords)
      condition = ""
    } else {
      let tests = (0..<(random.chance(25) ? 2 : 1)).map { _ in convictionTest() }
      condition = " where " + (tests.count == 2 ? "(\(tests[0]) and \(tests[1]))" : tests[0])
    }
    switch random.between(0, 5) {
    case 0...2:
      note(.any)
      return "any conviction\(condition)"
    case 3, 4:
      note(.no)
      return "no conviction\(condition)"
    default:
      note(.atLeastRecords)
      return "at least 2 conviction\(condition)"
    }
  }

  private mutating func convictionTest() -> String {
    switch random.pick(words.convictionFields) {
    case "offence":
      note(.codeInList)
      return random.chance(70) ? "offence is in violent" : "offence is not in (\"5/30\", \"5/24-1(a)\")"
    case "class":
      note(.choiceIs)
      return "class is \(random.pick(GeneratedWords.classes))"
    default:
      return date("convicted-on", others: [])
    }
  }
}
