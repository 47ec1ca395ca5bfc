import Analysis
import LawLanguage
import Norms

/// One occasion of an edition in SMT-LIB: facts as unknowns, conditions as they read, priority as `docs/language.md` tells it.
/// It shares nothing with the classes but the edition.
struct SolverEncoding {
  private let edition: Edition
  private let slice: Slice
  private let papers: [String]
  private let day: Day
  private let readings: [Int]
  private(set) var lines: [String] = []
  private var declared = Set<String>()
  /// The names of what the classes tell apart, in their order.
  private(set) var looks: [String] = []
  /// What numbers in a condition stand for.
  private var predicates: [Predicate]

  /// What cannot be said in linear arithmetic over days.
  struct Unsupported: Error {}

  /// The order in which answers win, by basis.
  static let bases: [Basis] = [
    .commanded, .opposed, .granted, .exempted, .silent, .forbidden, .authorityDenied, .noAuthorityFound,
  ]

  init(
    of occasion: Occasion, in edition: Edition, readings: [Int], toldApart: OccasionClasses.ToldApart
  ) throws(Unsupported) {
    self.edition = edition
    papers = occasion.papers
    self.readings = readings
    day = edition.day
    slice = Slice(of: occasion.act, in: edition)
    predicates = edition.predicates
    var grounds: [[String]] = []
    for ground in slice.grounds(among: papers) { grounds.append(try conditions(on: ground)) }
    for constraint in edition.constraints { lines.append("(assert \(try formula(constraint, nil, record: nil)))") }
    predicates = toldApart.predicates
    for (index, column) in toldApart.columns.enumerated() {
      let text = try predicate(toldApart.predicates[column.predicate], column.paper, nil)
      lines.append("(define-fun look\(index) () Bool \(text))")
      looks.append("look\(index)")
    }
    lines.append("(define-fun result () Int \(winner(of: grounds)))")
  }

  // MARK: Norms

  /// A condition for each basis, on one ground.
  private mutating func conditions(on ground: Int?) throws(Unsupported) -> [String] {
    var stands: [Int: String] = [:]
    var exempted: [Int: String] = [:]
    for norm in slice.involved { try settle(norm, ground, &stands, &exempted) }
    func any(_ parts: [String]) -> String { parts.isEmpty ? "false" : "(or \(parts.joined(separator: " ")))" }
    func standing(_ rank: Rank?, _ isWanted: (Slice.Bearing) -> Bool) -> String {
      any(
        slice.bearing.filter { isWanted($0) && (rank ?? edition.norms[$0.norm].rank) == edition.norms[$0.norm].rank }
          .map { stands[$0.norm] ?? "false" })
    }
    let ranks = Set(slice.bearing.map { edition.norms[$0.norm].rank }).sorted()
    var nobodyAbove = "true"
    var (required, opposed, forbidden) = ([String](), [String](), [String]())
    var commands: [Rank: String] = [:]
    for rank in ranks {
      let must = standing(rank) { $0.force == .must }
      let ban = standing(rank) { $0.force == .mustNot }
      commands[rank] = "(and \(nobodyAbove) \(must) (not \(ban)))"
      required.append("(and \(nobodyAbove) \(must) (not \(ban)))")
      opposed.append("(and \(nobodyAbove) \(must) \(ban))")
      forbidden.append("(and \(nobodyAbove) (not \(must)) \(ban))")
      nobodyAbove = "(and \(nobodyAbove) (not \(must)) (not \(ban)))"
    }
    let may = standing(nil) { $0.force == .may || $0.force == .meets }
    let open = any(slice.bearing.filter { $0.force == .mustNot }.map { exempted[$0.norm] ?? "false" })
    var found = [
      any(required), any(opposed), "(and \(nobodyAbove) \(may))", "(and \(nobodyAbove) (not \(may)) \(open))",
      "(and \(nobodyAbove) (not \(may)) (not \(open)))", any(forbidden), "false", "false",
    ]
    guard slice.needsAuthority else { return found }
    let consulted = "(or \(found[0]) \(found[2]) \(found[3]) \(found[4]))"
    var unspoken = consulted
    var (denied, clashes) = ([String](), [String]())
    for rank in ranks {
      let gives = standing(rank) { $0.force.givesAuthority(of: edition.norms[$0.norm]) == true }
      let denies = standing(rank) { $0.force.givesAuthority(of: edition.norms[$0.norm]) == false }
      let clash = "(and \(unspoken) \(denies) \(gives) \(commands[rank] ?? "false"))"
      clashes.append(clash)
      denied.append("(and \(unspoken) \(denies) (not \(clash)))")
      unspoken = "(and \(unspoken) (not \(gives)) (not \(denies)))"
    }
    let lost = "(or \(unspoken) \(any(denied)) \(any(clashes)))"
    for index in [0, 2, 3, 4] { found[index] = "(and \(found[index]) (not \(lost)))" }
    found[1] = "(or \(found[1]) \(any(clashes)))"
    found[6] = any(denied)
    found[7] = unspoken
    return found
  }

  private mutating func settle(
    _ index: Int, _ ground: Int?, _ stands: inout [Int: String], _ exempted: inout [Int: String]
  ) throws(Unsupported) {
    guard stands[index] == nil else { return }
    stands[index] = "false"
    let norm = edition.norms[index]
    let base = try formula(norm.base, ground, record: nil)
    let opened = try formula(norm.opened, ground, record: nil)
    var out: [String] = []
    for reach in norm.suspensions
    where reach.acts.isEmpty || reach.acts.contains(where: { edition.library.vocabulary.isKind(slice.act, of: $0) }) {
      out.append(try formula(reach.holds, ground, record: nil))
    }
    for void in norm.voidedBy { out.append(try formula(edition.voids[void].holds, ground, record: nil)) }
    for winner in norm.yieldsTo where slice.involved.contains(winner) {
      try settle(winner, ground, &stands, &exempted)
      out.append(stands[winner] ?? "false")
    }
    let isOut = "(or false \(out.joined(separator: " ")))"
    let name = "\(ground.map { "g\($0)" } ?? "g")n\(index)"
    lines.append("(define-fun stands-\(name) () Bool (and \(base) (not \(opened)) (not \(isOut))))")
    lines.append("(define-fun exempted-\(name) () Bool (and \(base) \(opened) (not \(isOut))))")
    stands[index] = "stands-\(name)"
    exempted[index] = "exempted-\(name)"
  }

  /// The number of the strongest basis on any ground.
  private func winner(of grounds: [[String]]) -> String {
    let order = Self.bases.indices.map { basis in grounds.map { $0[basis] } }
    return order.enumerated().reversed().reduce("99") { rest, next in
      "(ite (or \(next.element.joined(separator: " "))) \(next.offset) \(rest))"
    }
  }

  // MARK: Conditions

  private mutating func formula(_ formula: Formula, _ ground: Int?, record: String?) throws(Unsupported) -> String {
    switch formula {
    case .constant(let value): return "\(value)"
    case .atom(let number): return try predicate(predicates[number], ground, record)
    case .not(let inner): return "(not \(try self.formula(inner, ground, record: record)))"
    case .all(let parts), .any(let parts):
      var texts: [String] = []
      for part in parts { texts.append(try self.formula(part, ground, record: record)) }
      if case .all = formula { return "(and true \(texts.joined(separator: " ")))" }
      return "(or false \(texts.joined(separator: " ")))"
    }
  }

  private mutating func predicate(
    _ predicate: Predicate, _ ground: Int?, _ record: String?
  ) throws(Unsupported) -> String {
    switch predicate {
    case .request(let test), .record(let test): return try self.test(test, field: record)
    case .paper(let test):
      guard let ground else { return "false" }
      return try self.test(test, field: "paper\(ground)")
    case .happened(let fact): return "(<= \(try value(.fact(fact), field: nil)) \(day.number))"
    case .paperKind(let kinds): return "\(ground.map { kinds.contains(papers[$0]) } ?? false)"
    case .anyPaper: return "\(ground != nil)"
    case .accompanied(let kinds): return "\(papers.indices.contains { $0 != ground && kinds.contains(papers[$0]) })"
    case .reading(let contest, let reading): return "\(readings[contest] == reading)"
    case .count(let count):
      var passing: [String] = []
      for slot in 0..<Self.slots {
        let name = "\(count.records)\(slot)"
        try declareRecord(name, of: count.records)
        let condition = try count.condition.map { formula throws(Unsupported) in
          try self.formula(formula, nil, record: name)
        }
        passing.append("(ite (and there-\(name) \(condition ?? "true")) 1 0)")
      }
      return "(>= (+ \(passing.joined(separator: " "))) \(count.atLeast))"
    }
  }

  /// More records than the counts of a generated law can need.
  private static let slots = 4

  private mutating func declareRecord(_ name: String, of list: String) throws(Unsupported) {
    guard declared.insert("there-\(name)").inserted else { return }
    lines.append("(declare-const there-\(name) Bool)")
    let outer = predicates
    predicates = edition.predicates
    for constraint in edition.recordConstraints[list] ?? [] {
      lines.append("(assert (=> there-\(name) \(try formula(constraint, nil, record: name))))")
    }
    predicates = outer
  }

  // MARK: Tests

  private mutating func test(_ test: ScalarTest, field: String?) throws(Unsupported) -> String {
    let value = try value(test.subject, field: field)
    switch test.comparison {
    case .holds: return value
    case .choice(let choice): return "(= \(value) \(try choiceNumber(choice, of: test.subject)))"
    case .number(let number): return "(= \(value) \(number))"
    case .bound(let bound, let number):
      let sign = [NumberBound.atLeast: ">=", .atMost: "<=", .over: ">", .under: "<"][bound] ?? "="
      return "(\(sign) \(value) \(number))"
    case .member(let members): return try membership(value, members, of: test.subject)
    case .date(let order, let reference):
      let sign = [DateOrder.onOrAfter: ">=", .onOrBefore: "<=", .before: "<", .after: ">"][order] ?? "="
      return "(\(sign) \(value) \(try date(reference, field: field)))"
    case .within(let span, let before, let reference, let leftOut):
      guard leftOut == nil else { throw Unsupported() }
      let other = try date(reference, field: field)
      let (early, late) = before ? (value, other) : (other, value)
      return "(and (<= \(early) \(late)) (>= \(try shifted(early, by: span)) \(late)))"
    }
  }

  /// A day and a span after it, where arithmetic can say it.
  private func shifted(_ early: String, by span: Span) throws(Unsupported) -> String {
    if let number = Int32(early) { return "\(span.after(Day(number: number)).number)" }
    switch span.unit {
    case .days: return "(+ \(early) \(span.count))"
    case .weeks: return "(+ \(early) \(7 * span.count))"
    case .months, .years, .hours, .businessDays: throw Unsupported()
    }
  }

  private mutating func date(_ reference: DateReference, field: String?) throws(Unsupported) -> String {
    switch reference {
    case .day(let day): "\(day.number)"
    case .subject(let subject): try value(subject, field: field)
    }
  }

  private func type(of subject: Test.Subject) -> ValueType? {
    let vocabulary = edition.library.vocabulary
    switch subject {
    case .fact(let name): return vocabulary.fact(name)?.type
    case .field(let name):
      return vocabulary.paperField(name)?.type ?? vocabulary.records.compactMap { $0.field(name)?.type }.first
    case .date: return .date
    }
  }

  private mutating func value(_ subject: Test.Subject, field: String?) throws(Unsupported) -> String {
    let name: String
    switch subject {
    case .date: return "\(day.number)"
    case .fact(let fact): name = "fact-\(fact)"
    case .field(let own):
      guard let field else { throw Unsupported() }
      name = "\(field)-\(own)"
      if let paper = Int(field.dropFirst("paper".count)), field.hasPrefix("paper"), papers.indices.contains(paper),
        let fixed = edition.library.vocabulary.paper(papers[paper])?.fixed[own]
      {
        return try constant(fixed, subject)
      }
    }
    guard declared.insert(name).inserted, let type = type(of: subject) else { return name }
    switch type {
    case .yesNo: lines.append("(declare-const \(name) Bool)")
    case .date, .instant: lines.append("(declare-const \(name) Int)")
    case .number: lines.append("(declare-const \(name) Int)\n(assert (>= \(name) 0))")
    case .choice(let choices):
      lines.append("(declare-const \(name) Int)\n(assert (and (>= \(name) 0) (< \(name) \(choices.count))))")
    case .code:
      lines.append("(declare-const \(name) Int)\n(assert (and (>= \(name) 0) (<= \(name) \(codes.count))))")
    }
    return name
  }

  private func constant(_ value: FactValue, _ subject: Test.Subject) throws(Unsupported) -> String {
    switch value {
    case .yesNo(let isYes): return "\(isYes)"
    case .choice(let choice): return "\(try choiceNumber(choice, of: subject))"
    case .number(let number): return "\(number)"
    case .date(let day): return "\(day.number)"
    case .instant, .code: throw Unsupported()
    }
  }

  private func choiceNumber(_ choice: String, of subject: Test.Subject) throws(Unsupported) -> Int {
    guard case .choice(let choices)? = type(of: subject), let index = choices.firstIndex(of: choice) else {
      throw Unsupported()
    }
    return index
  }

  /// Every code that some list of the edition names; a code in none is one more.
  private var codes: [String] {
    var found = Set<String>()
    for predicate in edition.predicates {
      if case .record(let test) = predicate, case .member(let members) = test.comparison { found.formUnion(members) }
    }
    return found.sorted()
  }

  private func membership(
    _ value: String, _ members: Set<String>, of subject: Test.Subject
  ) throws(Unsupported) -> String {
    switch type(of: subject) {
    case .choice(let choices)?:
      let own = choices.indices.filter { members.contains(choices[$0]) }
      return "(or false \(own.map { "(= \(value) \($0))" }.joined(separator: " ")))"
    case .code?:
      // A code is in a list that has it, or that has what it continues with a bracket.
      let own = codes.enumerated().filter { _, code in
        members.contains { code == $0 || code.hasPrefix($0 + "(") }
      }
      return "(or false \(own.map { "(= \(value) \($0.offset))" }.joined(separator: " ")))"
    default: throw Unsupported()
    }
  }
}
