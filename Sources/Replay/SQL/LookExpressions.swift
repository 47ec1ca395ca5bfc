import Analysis
import LawLanguage
import Norms

/// Looks as expressions over the table's columns, and the columns that they need.
struct LookExpressions {
  let classes: RowClasses
  let vocabulary: Vocabulary
  private(set) var columns: [SQLColumn] = []
  /// The lists' records, each with its tests.
  private(set) var tested: [(list: String, tests: [SQLTest])] = []

  init(_ classes: RowClasses) {
    self.classes = classes
    vocabulary = classes.edition.library.vocabulary
  }

  // MARK: Columns

  private mutating func note(_ name: String, _ type: SQLType, _ meaning: String) {
    guard !columns.contains(where: { $0.name == name }) else { return }
    columns.append(SQLColumn(name: name, type: type, meaning: meaning))
  }

  /// An instant is looked at as the day on which it falls in the agency's zone.
  private static func type(_ type: ValueType) -> SQLType {
    switch type {
    case .yesNo: .boolean
    case .choice, .code: .text
    case .number: .integer
    case .date, .instant: .day
    }
  }

  private static func meaning(_ question: String, _ type: ValueType) -> String {
    switch type {
    case .choice(let choices): "\(question) One of \(choices.joined(separator: ", "))."
    case .number(let unit): "\(question) In \(unit)."
    case .instant: "\(question) The day, in the agency's time zone."
    case .yesNo, .date, .code: question
    }
  }

  private mutating func fact(_ name: String) -> SQLExpression {
    guard let fact = vocabulary.fact(name) else { return .null }
    note(name, Self.type(fact.type), Self.meaning(fact.question, fact.type))
    return .column(name)
  }

  private mutating func field(_ field: String, ofPaper paper: Int) -> SQLExpression {
    let kind = classes.papers[paper]
    guard let own = vocabulary.paperField(field) else { return .null }
    let earlier = classes.papers[..<paper].count { $0 == kind }
    let name = earlier == 0 ? "\(kind).\(field)" : "\(kind)-\(earlier + 1).\(field)"
    note(name, Self.type(own.type), Self.meaning(own.question, own.type))
    return .column(name)
  }

  private func date(_ date: RequestDate) -> SQLExpression {
    switch date {
    case .acted: .column("acted")
    // Where only the day of the act is known, it is all of them.
    case .asked: .coalesce([.column("asked"), .column("acted")])
    case .decided: .coalesce([.column("decided"), .column("acted")])
    }
  }

  // MARK: Looks

  /// Whose fields a test looks at.
  private enum Owner {
    case nobody
    /// A paper, by its place among those offered.
    case paper(Int)
    /// The record in hand, of a list.
    case record(of: String)
  }

  /// A look as the column of the same name in the first part of the query.
  mutating func expression(of look: Int) -> SQLExpression {
    switch classes.looks[look] {
    case .request(let test), .record(let test): return expression(test, .nobody)
    case .paper(let paper, let test): return expression(test, .paper(paper))
    case .happened(let fact):
      let day = self.fact(fact)
      return .coalesce([.compare(day, .lessOrEqual, date(.decided)), .boolean(false)])
    case .count: return .null
    }
  }

  /// A test of the record in hand.
  private mutating func recordExpression(of look: Int, list: String) -> SQLExpression {
    switch classes.looks[look] {
    case .record(let test): return expression(test, .record(of: list))
    case .request, .paper, .happened, .count: return expression(of: look)
    }
  }

  private mutating func expression(_ test: ScalarTest, _ owner: Owner) -> SQLExpression {
    let value = value(test.subject, owner)
    let kind = valueType(of: test.subject, owner)
    switch test.comparison {
    case .holds: return value
    case .choice(let choice): return chosen(value, kind, .compare(value, .equal, .text(choice)))
    case .number(let number): return .compare(value, .equal, .integer(number))
    case .bound(let bound, let limit): return .compare(value, bound.comparison, .integer(limit))
    case .member(let members):
      guard kind == .code else { return chosen(value, kind, .among(value, members.sorted())) }
      return member(value, members)
    case .date(let order, let reference): return .compare(value, order.comparison, day(reference, owner))
    case .within(let span, let before, let reference, _):
      let other = day(reference, owner)
      let (early, late) = before ? (value, other) : (other, value)
      return .all([
        .compare(early, .lessOrEqual, late), .compare(.later(early, span), .greaterOrEqual, late),
      ])
    }
  }

  private mutating func value(_ subject: Test.Subject, _ owner: Owner) -> SQLExpression {
    switch subject {
    case .fact(let name): return fact(name)
    case .date(let date): return self.date(date)
    case .field(let name):
      switch owner {
      case .nobody: return .null
      case .paper(let paper): return field(name, ofPaper: paper)
      case .record:
        guard let kind = valueType(of: subject, owner) else { return .null }
        return .field(name, Self.type(kind))
      }
    }
  }

  private mutating func day(_ reference: DateReference, _ owner: Owner) -> SQLExpression {
    switch reference {
    case .day(let day): .day(day)
    case .subject(let subject): value(subject, owner)
    }
  }

  /// What a subject's value is in the vocabulary; nil for a date of the request.
  private func valueType(of subject: Test.Subject, _ owner: Owner) -> ValueType? {
    switch subject {
    case .fact(let name): return vocabulary.fact(name)?.type
    case .date: return nil
    case .field(let name):
      switch owner {
      case .nobody: return nil
      case .paper: return vocabulary.paperField(name)?.type
      case .record(let list): return vocabulary.recordType(list)?.field(name)?.type
      }
    }
  }

  /// What is asked of a choice. A word that is none of the vocabulary's choices is unknown, as NULL is: no class of rows
  /// has it, and the conditions of an answer are only right for rows that are in a class.
  private func chosen(_ value: SQLExpression, _ kind: ValueType?, _ asked: SQLExpression) -> SQLExpression {
    guard case .choice(let choices) = kind else { return asked }
    return .cases([SQLCase(condition: .among(value, choices), value: asked)], otherwise: .null)
  }

  /// A code is in a list that has it, or that has what it continues with a bracket.
  private func member(_ value: SQLExpression, _ members: Set<String>) -> SQLExpression {
    var byBrackets: [Int: [String]] = [:]
    for member in members { byBrackets[member.count { $0 == "(" }, default: []].append(member) }
    // Cut before the bracket after as many as an entry has, the code is the entry: it is that, or continues it.
    return .disjunction(
      byBrackets.keys.sorted().map { brackets in
        .among(.cut(value, brackets: brackets), (byBrackets[brackets] ?? []).sorted())
      })
  }

  // MARK: Lists

  /// The column of a list's records once they are tested.
  static func tested(_ list: String) -> String { "\(list)-tested" }

  /// Tests the records of a list; gives the names of the tests by their looks.
  private mutating func test(_ records: RecordClasses) -> [Int: String] {
    var names: [Int: String] = [:]
    var tests: [SQLTest] = []
    for look in records.parts.flatMap(\.tests).sorted() {
      let name = "r\(tests.count + 1)"
      names[look] = name
      tests.append(
        SQLTest(
          name: name, words: classes.words(of: look), expression: recordExpression(of: look, list: records.list)))
    }
    // A list of which only the number counts has no tests; a record is a record all the same.
    if tests.isEmpty { tests.append(SQLTest(name: "r0", words: "a record", expression: .boolean(true))) }
    tested.append((records.list, tests))
    return names
  }

  /// The column that says whether the records of a list are all.
  private static func complete(_ list: String) -> String { "\(list)-complete" }

  /// Whether the records of a list are known to be all. A list that is NULL is not known, whatever is said of it: a join
  /// that finds no record leaves NULL, and counting NULL as none would turn unknown into no.
  private static func isComplete(_ list: String) -> SQLExpression {
    .all([.not(.isNull(.column(list))), .column(complete(list))])
  }

  /// The counts over a list, each true, false or unknown, and whether a record leaves two of them open at once that hang together:
  /// then one of the two may hold for certain, though neither does.
  mutating func counts(
    _ records: RecordClasses, atMost most: Int
  ) throws(TooWide) -> (truths: [SQLExpression], isTangled: SQLExpression) {
    let list = records.list
    noteList(records)
    let names = test(records)
    let testedList = Self.tested(list)
    let complete = Self.isComplete(list)
    var truths: [SQLExpression] = []
    var tangle = CountTangle(testedList, isOpen: .not(.coalesce([complete, .boolean(false)])))
    for count in records.counts {
      let (holds, fails, parts) = try passes(count, of: records, names, atMost: most)
      let certain = SQLExpression.passing(list: testedList, holds)
      let possible = SQLExpression.passing(list: testedList, .not(.coalesce([fails, .boolean(false)])))
      let needed = SQLExpression.integer(count.atLeast)
      truths.append(
        .cases(
          [
            SQLCase(condition: .compare(certain, .greaterOrEqual, needed), value: .boolean(true)),
            SQLCase(
              condition: .all([complete, .compare(possible, .less, needed)]), value: .boolean(false)),
          ], otherwise: .null))
      tangle.add(atLeast: count.atLeast, certain: certain, holds: holds, fails: fails, parts: parts)
    }
    return (truths, tangle.expression)
  }

  private mutating func noteList(_ records: RecordClasses) {
    guard let type = vocabulary.recordType(records.list) else { return }
    let used = Set(records.parts.compactMap(\.field))
    let fields = type.fields.filter { used.contains($0.name) }.map {
      SQLColumn(name: $0.name, type: Self.type($0.type), meaning: Self.meaning($0.question, $0.type))
    }
    note(records.list, .records(fields), "\(type.question) NULL if nothing is known of them.")
    note(Self.complete(records.list), .boolean, "Whether there are no others. Unless it is true, there may be.")
  }

  /// When a record passes for certain, and when it fails for certain; and the parts of a record on which that hangs.
  private func passes(
    _ count: RecordClasses.Count, of records: RecordClasses, _ names: [Int: String], atMost most: Int
  ) throws(TooWide) -> (holds: SQLExpression, fails: SQLExpression, parts: Set<Int>) {
    guard count.condition != nil else { return (.boolean(true), .boolean(false), []) }
    func joined(_ cubes: [[(look: Int, isTrue: Bool)]]) -> SQLExpression {
      .disjunction(
        cubes.map { cube in
          .conjunction(
            cube.map { literal in
              let test = names[literal.look].map { SQLExpression.field($0, .boolean) } ?? .null
              return literal.isTrue ? test : .not(test)
            })
        })
    }
    let holds = try records.conditions(of: count, hold: true, atMost: most)
    let fails = try records.conditions(of: count, hold: false, atMost: most)
    let looks = Set((holds + fails).flatMap { $0.map(\.look) })
    let parts = records.parts.indices.filter { !looks.isDisjoint(with: records.parts[$0].tests) }
    return (joined(holds), joined(fails), Set(parts))
  }
}

extension NumberBound {
  fileprivate var comparison: SQLComparison {
    switch self {
    case .atLeast: .greaterOrEqual
    case .atMost: .lessOrEqual
    case .over: .greater
    case .under: .less
    }
  }
}

extension DateOrder {
  fileprivate var comparison: SQLComparison {
    switch self {
    case .onOrAfter: .greaterOrEqual
    case .onOrBefore: .lessOrEqual
    case .before: .less
    case .after: .greater
    }
  }
}
