package import Analysis
package import LawLanguage
import Norms

/// The law of one offer as a query: for each row the answer, the norm that decides, and whether the answer is exact.
///
/// Each answer is printed as the conditions under which it is certain, all prime implicants that three-valued logic needs; so a NULL
/// never turns one answer into another. Nothing is pasted: the query is a tree until it is written.
package struct LawQuery: Sendable {
  /// What the rows share.
  package let offer: RowOffer
  /// The days for which the law is this.
  package internal(set) var days: (from: Day?, until: Day?)
  /// The table's columns, in order.
  package let columns: [SQLColumn]
  let table: String
  private let law: [String]
  private let tested: [(list: String, tests: [SQLTest])]
  private let looked: [(name: String, words: String, expression: SQLExpression)]
  private let answers: [Branch]
  private let rules: [Branch]
  private let isExact: SQLExpression

  /// What comes out under any of some conditions.
  private struct Branch: Sendable {
    let value: SQLExpression
    let conditions: [SQLExpression]
    /// The citation of the norm.
    let comment: String?
  }

  /// Why there is no such query.
  package enum Refusal: Error, Sendable, Hashable {
    /// More conditions than somebody would read, or than can be gone through.
    case tooWide
    /// A window bounds the act: a clock has the last word. The norms' citations.
    case window([String])
  }

  /// More conditions of one answer, or of one record, are not printed.
  package static let mostConditions = 400

  /// The law of a day, over a table of that name.
  package init(
    _ offer: RowOffer, classes: RowClasses, days: (from: Day?, until: Day?),
    table: String = "requests"
  ) throws(Refusal) {
    let windows = Set(classes.diagram.ends.filter(\.hasWindow).map(\.norm))
    guard windows.isEmpty else {
      throw .window(
        classes.slice.bearing.map { classes.edition.norms[$0.norm] }.filter {
          !$0.rule.bounds.isEmpty
        }.map(\.cite))
    }
    self.offer = offer
    self.days = days
    self.table = table
    law = LawQuery.laws(of: classes)
    do throws(TooWide) {
      var reading = classes
      let answersFound = try LawQuery.answers(&reading)
      let rulesFound = try LawQuery.rules(&reading)
      // What no condition looks at need not be there.
      let used = Set((answersFound + rulesFound).flatMap { $0.cubes.flatMap { $0.map(\.look) } })
      var names = LookExpressions(classes)
      var looked: [(name: String, words: String, expression: SQLExpression)] = []
      var columnOfLook: [Int: SQLExpression] = [:]
      var loose: [SQLExpression] = []
      func add(_ look: Int, _ expression: SQLExpression) {
        let name = "t\(looked.count + 1)"
        looked.append((name, classes.words(of: look), expression))
        columnOfLook[look] = .column(name)
      }
      for group in classes.groups where !used.isDisjoint(with: group.looks) {
        var isTangled = SQLExpression.boolean(false)
        if case .records(let records) = group.kind {
          let counts = try names.counts(records, atMost: LawQuery.mostConditions)
          for (count, truth) in zip(records.counts, counts.truths) { add(count.look, truth) }
          isTangled = counts.isTangled
        } else {
          for look in group.looks where used.contains(look) {
            add(look, names.expression(of: look))
          }
        }
        let own = group.looks.compactMap { columnOfLook[$0] }
        if classes.isLoose(group) {
          loose += own.map { .isNull($0) }
        } else if case .boolean(false) = isTangled {
          continue
        } else {
          let name = "x\(looked.count + 1)"
          looked.append((name, "a record leaves two of these open at once", isTangled))
          loose.append(.column(name))
        }
      }
      func branch(_ found: Conditions) -> Branch {
        Branch(
          value: .text(found.value),
          conditions: found.cubes.map { cube in
            .conjunction(
              cube.map { literal in
                let look = columnOfLook[literal.look] ?? .null
                return literal.isTrue ? look : .not(look)
              })
          }, comment: found.comment)
      }
      answers = answersFound.map(branch)
      rules = rulesFound.map(branch)
      self.looked = looked
      tested = names.tested
      columns = LawQuery.dates + names.columns
      isExact = .not(.disjunction(loose))
    } catch {
      throw .tooWide
    }
  }

  /// What comes out under any of some conditions on looks.
  private struct Conditions {
    let value: String
    let comment: String?
    let cubes: [[(look: Int, isTrue: Bool)]]
  }

  private static func answers(_ classes: inout RowClasses) throws(TooWide) -> [Conditions] {
    var found: [Conditions] = []
    let ends = classes.diagram.ends
    for answer in Answer.allCases where ends.contains(where: { $0.verdict.answer == answer }) {
      let cubes = try classes.conditions(
        of: { $0.verdict.answer == answer }, atMost: mostConditions)
      found.append(Conditions(value: answer.rawValue, comment: nil, cubes: cubes))
    }
    return found
  }

  private static func rules(_ classes: inout RowClasses) throws(TooWide) -> [Conditions] {
    var found: [Conditions] = []
    let ends = classes.diagram.ends
    var seen: Set<Int> = []
    for norm in ends.compactMap(\.norm) where seen.insert(norm).inserted {
      let own = classes.edition.norms[norm]
      for answer in Answer.allCases
      where ends.contains(where: { $0.norm == norm && $0.verdict.answer == answer }) {
        let cubes = try classes.conditions(
          of: { $0.norm == norm && $0.verdict.answer == answer }, atMost: mostConditions)
        found.append(Conditions(value: own.rule.name.description, comment: own.cite, cubes: cubes))
      }
    }
    return found
  }

  private static let dates = [
    SQLColumn(
      name: "row", type: .integer, meaning: "The row's number, and nothing that says whose it is."),
    SQLColumn(
      name: "papers", type: .text,
      meaning: "The kinds of the papers offered, in order, joined by +."),
    SQLColumn(
      name: "acted", type: .day, meaning: "The day of the act. Rows without it are left out."),
    SQLColumn(
      name: "asked", type: .day, meaning: "The day of the request; that of the act, if NULL."),
    SQLColumn(
      name: "decided", type: .day, meaning: "The day of the decision; that of the act, if NULL."),
  ]

  private static func laws(of classes: RowClasses) -> [String] {
    var seen = Set<String>()
    return classes.slice.bearing.map { classes.edition.norms[$0.norm] }.map {
      "\($0.rule.name): \($0.cite)"
    }
    .filter { seen.insert($0).inserted }
  }

  // MARK: Writing

  /// How many papers' kinds are written in the column.
  private var papers: String { offer.papers.joined(separator: "+") }

  /// The query, with the columns that it expects in a comment at its head.
  package func text(_ dialect: SQLDialect) -> String {
    let writer = SQLWriter(dialect: dialect)
    var lines = head(dialect)
    // What goes through a list is dear; without one, reckoning again costs less than writing down.
    let once = tested.isEmpty ? "" : dialect.once
    lines.append("WITH tested AS\(once) (")
    lines.append("  SELECT")
    lines.append("    *\(tested.isEmpty ? "" : ",")")
    for (index, list) in tested.enumerated() {
      let text = writer.text(.tested(list: list.list, list.tests))
      let name = dialect.quoted(LookExpressions.tested(list.list))
      lines.append("    \(text) AS \(name)\(index + 1 < tested.count ? "," : "")")
    }
    lines.append("  FROM \(dialect.quoted(table))")
    lines.append("  WHERE \(writer.text(.conjunction(scope)))")
    lines.append("), looked AS\(once) (")
    lines.append("  SELECT")
    lines.append("    \(dialect.quoted("row")),")
    for (index, look) in looked.enumerated() {
      lines += SQLComment.lines(look.words, indent: 4)
      let comma = index + 1 < looked.count ? "," : ""
      lines.append(
        "    \(writer.bracketed(look.expression)) AS \(dialect.quoted(look.name))\(comma)")
    }
    if looked.isEmpty { lines.append("    TRUE AS \(dialect.quoted("t0"))") }
    lines.append("  FROM tested")
    lines.append("), answered AS\(once) (")
    lines.append("  SELECT")
    lines.append("    *,")
    lines += branches(answers, otherwise: .text(Answer.undetermined.rawValue), writer)
    lines.append("    AS \(dialect.quoted("answer")),")
    lines += branches(rules, otherwise: .null, writer)
    lines.append("    AS \(dialect.quoted("rule"))")
    lines.append("  FROM looked")
    lines.append(")")
    lines.append("SELECT")
    lines.append("  \(dialect.quoted("row")),")
    lines.append("  \(dialect.quoted("answer")),")
    lines.append("  \(dialect.quoted("rule")),")
    let exact = SQLExpression.any([
      .not(.compare(.column("answer"), .equal, .text(Answer.undetermined.rawValue))), isExact,
    ])
    lines += SQLComment.lines(
      "False where the answer is left open, and what is known of a list or of dates may still settle it: decide such a row with "
        + "tenth replay.", indent: 2)
    lines.append("  \(writer.bracketed(exact)) AS \(dialect.quoted("exact"))")
    lines.append("FROM answered")
    return lines.joined(separator: "\n") + "\n"
  }

  /// One offer, and the days on which the law is this.
  private var scope: [SQLExpression] {
    var parts: [SQLExpression] = [.compare(.column("papers"), .equal, .text(papers))]
    if let from = days.from {
      parts.append(.compare(.column("acted"), .greaterOrEqual, .day(from)))
    }
    if let until = days.until {
      parts.append(.compare(.column("acted"), .lessOrEqual, .day(until)))
    }
    if days.from == nil && days.until == nil { parts.append(.not(.isNull(.column("acted")))) }
    return parts
  }

  private func branches(_ branches: [Branch], otherwise: SQLExpression, _ writer: SQLWriter)
    -> [String]
  {
    let open = branches.filter { !$0.conditions.isEmpty }
    guard !open.isEmpty else {
      return [
        "    CAST(\(writer.text(otherwise)) AS \(writer.dialect == .spark ? "string" : "text"))"
      ]
    }
    var lines = ["    CASE"]
    for branch in open {
      if let citation = branch.comment { lines += SQLComment.lines(citation, indent: 6) }
      for (index, condition) in branch.conditions.enumerated() {
        lines.append("      \(index == 0 ? "WHEN" : "  OR") \(writer.bracketed(condition))")
      }
      lines.append("      THEN \(writer.text(branch.value))")
    }
    lines.append("      ELSE \(writer.text(otherwise))")
    lines.append("    END")
    return lines
  }

  private func head(_ dialect: SQLDialect) -> [String] {
    let agency = offer.agency
    let by =
      offer.papers.isEmpty ? "without a paper" : "by " + offer.papers.joined(separator: " with ")
    let from = days.from.map { "from \($0)" } ?? "from the beginning"
    let until = days.until.map { "to \($0)" } ?? "on"
    var lines = SQLComment.lines(
      "May a \(agency.kind) in \(agency.locality ?? offer.jurisdiction) \(offer.act), asked \(by)? The law \(from) \(until). "
        + "Decisions under this text on recorded facts, not findings of violation.", indent: 0)
    lines.append("--")
    lines += SQLComment.lines("Rests on:", indent: 0)
    for law in law { lines += SQLComment.lines("  " + law, indent: 0) }
    lines.append("--")
    lines += SQLComment.lines(
      "Expects a table \(dialect.quoted(table)). NULL is unknown, never no.", indent: 0)
    lines += schema(dialect).map { "-- " + $0 }
    return lines
  }

  /// The table's columns, each with its type and meaning.
  package func schema(_ dialect: SQLDialect) -> [String] {
    columns.flatMap { column in
      var lines = [
        "\(dialect.quoted(column.name)) \(dialect.name(of: column.type))  \(column.meaning)"
      ]
      if case .records(let fields) = column.type {
        lines += fields.map {
          "  \(dialect.quoted($0.name)) \(dialect.name(of: $0.type))  \($0.meaning)"
        }
      }
      return lines.map(SQLComment.oneLine)
    }
  }
}
