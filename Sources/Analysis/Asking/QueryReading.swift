import LawLanguage

extension Query {
  /// Reads a query in the words of `Query`.
  package init(_ text: String) throws(QueryError) {
    var words = QueryWords(text)
    self = try words.query()
    try words.expectEnd()
  }
}

/// The words of a query, one after another.
struct QueryWords {
  private var words: [String] = []
  private var position = 0

  /// Splits at spaces; what is in brackets is one word, brackets and all.
  init(_ text: String) {
    var word = ""
    var depth = 0
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
      }
      if character.isWhitespace || character == ",", depth <= 0, !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
  }

  private var current: String { position < words.count ? words[position] : "" }

  mutating func take(_ word: String) -> Bool {
    guard current == word else { return false }
    position += 1
    return true
  }

  mutating func expect(_ expected: String...) throws(QueryError) {
    for word in expected { guard take(word) else { throw unexpected("`\(word)`") } }
  }

  mutating func expectEnd() throws(QueryError) {
    guard position == words.count else { throw unexpected("the end, or `and`") }
  }

  private func unexpected(_ what: String) -> QueryError {
    let found = position < words.count ? "`\(current)`" : "the end"
    return QueryError(
      description: "expected \(what), found \(found); write it as in "
        + "\"a request in IL to a county-jail by an i247a where hold is permitted and transfer is not prohibited\"")
  }

  private mutating func name(_ what: String) throws(QueryError) -> String {
    guard position < words.count, !current.hasPrefix("(") else { throw unexpected(what) }
    position += 1
    return words[position - 1]
  }

  private mutating func article() throws(QueryError) {
    guard take("a") || take("an") else { throw unexpected("`a` or `an`") }
  }

  private mutating func day() throws(QueryError) -> Day {
    guard let day = Day(current) else { throw unexpected("a day, such as 2025-01-22") }
    position += 1
    return day
  }

  // MARK: The parts

  mutating func query() throws(QueryError) -> Query {
    try expect("a", "request", "in")
    var query = Query(place: try name("a jurisdiction or a place"))
    if take("to") {
      repeat {
        try article()
        query.agencies.append(try name("a kind of agency"))
      } while take("or")
    }
    if take("by") {
      var papers: [String] = []
      if take("no") {
        try expect("paper")
      } else {
        repeat {
          try article()
          papers.append(try name("a kind of paper"))
        } while take("with") || take("and")
      }
      query.papers = papers
    }
    if take("on") {
      let day = try day()
      query.days = Period(from: day, until: day)
    } else if take("from") {
      let first = try day()
      query.days = Period(from: first, until: take("until") ? try day() : nil)
    }
    try expect("where")
    repeat { try term(&query) } while take("and")
    guard !query.terms.isEmpty else { throw unexpected("an act, as in `hold is permitted`") }
    return query
  }

  private mutating func term(_ query: inout Query) throws(QueryError) {
    if current.hasPrefix("("), current.hasSuffix(")") {
      query.conditions.append(String(current.dropFirst().dropLast()))
      position += 1
      return
    }
    let act = try name("an act, or a condition in brackets")
    try expect("is")
    let isNegated = take("not")
    let (answer, basis) = (Answer(rawValue: current), Basis(rawValue: current))
    guard answer != nil && answer != .undetermined || basis != nil && basis != .outsideWindow else {
      throw unexpected("an answer (required, prohibited, permitted, conflict) or a basis (granted, silent, forbidden)")
    }
    position += 1
    let withoutPolicies = take("without")
    if withoutPolicies { try expect("policies") }
    query.terms.append(
      Query.Term(
        act: act, answer: basis == nil ? answer : nil, basis: basis, isNegated: isNegated,
        withoutPolicies: withoutPolicies))
  }
}
