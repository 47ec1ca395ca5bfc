/// Names, literals, and lists of them.
extension Parser {
  /// A name. `what` says what it would name, with its article.
  mutating func name(_ what: String) throws(Diagnostic) -> Name {
    guard !atNextDeclaration else { throw expected(what) }
    return try anyName(what)
  }

  /// A name, though the next declaration might begin with it.
  private mutating func anyName(_ what: String) throws(Diagnostic) -> Name {
    let token = current
    guard token.kind == .word else {
      throw expected(what, help: token.kind == .text ? "a name stands without quotes" : nil)
    }
    let written = text(of: token)
    if let keyword = token.keyword, keyword.isReserved {
      throw expected(what, help: "`\(written)` is a word of the language and cannot be a name")
    }
    if token.value != 0 {
      report(
        .badLiteral, "`\(written)` is not a name", help: "a name is made of letters, digits, single dots and hyphens",
        at: token.range)
    }
    advance()
    return Name(value: written, range: token.range)
  }

  /// The name that a declaration gives.
  mutating func declaredName(_ what: String) throws(Diagnostic) -> Name {
    if let keyword = current.keyword, keyword.isReserved {
      throw Diagnostic(
        .reservedWord, "`\(keyword.rawValue)` is a word of the language and cannot be a name",
        help: "give \(what) another name", at: location(current.range))
    }
    return try anyName("the name of \(what)")
  }

  /// One name or more, with commas between them.
  mutating func names(_ what: String) throws(Diagnostic) -> [Name] {
    var names = [try name(what)]
    while take(kind: .comma) { names.append(try name(what)) }
    return names
  }

  /// A text between quotes.
  mutating func text(_ what: String = "a text") throws(Diagnostic) -> Located<String> {
    let token = current
    guard token.kind == .text else {
      throw expected(what, help: "a text stands between `\"` and `\"`")
    }
    advance()
    return Located(value: content(of: token), range: token.range)
  }

  /// The text within the quotes of a token.
  func content(of token: Token) -> String {
    var range = SourceRange(Int(token.lower) + 1, Int(token.upper) - 1)
    // A text that was never closed has no last quote; it is reported, and what is there stands for it.
    if range.upper < range.lower || file.bytes[range.upper] != UInt8(ascii: "\"") {
      range = SourceRange(range.lower, Int(token.upper))
    }
    guard token.value != 0 else { return file.text(range) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in file.bytes[range.lower..<range.upper] {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        bytes.append(byte)
        isEscaped = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text, if one stands here.
  mutating func optionalText() throws(Diagnostic) -> Located<String>? {
    at(kind: .text) ? try text() : nil
  }

  /// A whole number.
  mutating func number(_ what: String = "a number") throws(Diagnostic) -> Located<Int> {
    let token = current
    guard take(kind: .number) else { throw expected(what) }
    return Located(value: Int(token.value), range: token.range)
  }

  /// A number of units of time; so many that no calendar has them are refused here, before anybody counts with them.
  mutating func span() throws(Diagnostic) -> (count: Located<Int>, unit: Name) {
    let count = try number()
    if count.value > 100_000 {
      report(
        .badLiteral, "no clock of a law is this long", help: "at most 100000 of a unit can be counted", at: count.range)
    }
    return (count, try name("a unit of time"))
  }

  /// A unit, if a word that can be one follows a number.
  mutating func optionalUnit() throws(Diagnostic) -> Name? {
    guard at(kind: .word), current.keyword?.isReserved != true, !(current.startsLine && atDeclaration) else {
      return nil
    }
    return try name("a unit")
  }

  /// A day.
  mutating func day(_ what: String = "a day such as 2025-01-22") throws(Diagnostic) -> Located<Day> {
    let token = current
    guard take(kind: .day) else { throw expected(what) }
    return Located(value: Day(number: token.value), range: token.range)
  }

  /// A time of day, in minutes after midnight.
  mutating func time() throws(Diagnostic) -> Located<Int> {
    let token = current
    guard take(kind: .time) else { throw expected("a time of day such as 16:00") }
    return Located(value: Int(token.value), range: token.range)
  }

  /// `from DAY [until DAY]`, each if it stands here.
  mutating func days() throws(Diagnostic) -> (from: Located<Day>?, until: Located<Day>?) {
    let from = take(.from) ? try day() : nil
    let until = take(.until) ? try day() : nil
    return (from, until)
  }

  /// `DAY [TIME] [until DAY [TIME]]`
  mutating func hourlyPeriod() throws(Diagnostic) -> (from: Located<Day>, until: Located<Day>?, hours: HoursSyntax) {
    var hours = HoursSyntax()
    let from = try day()
    if at(kind: .time) { hours.from = try time() }
    let until = take(.until) ? try day() : nil
    if until != nil, at(kind: .time) { hours.until = try time() }
    return (from, until, hours)
  }

  /// `not counting NAME, NAME`, if it stands here.
  mutating func notCounting() throws(Diagnostic) -> [Name] {
    take(.not, .counting) ? try names("a calendar or kind of day that does not count") : []
  }

  /// A date of the request: a fact, a field, or `asked`, `decided`, `acted`.
  mutating func date() throws(Diagnostic) -> Name {
    if at(kind: .day) {
      throw expected("the name of a date", help: "a clock runs from a fact, or from `asked`, `decided` or `acted`")
    }
    return try name("the name of a date")
  }

  /// Reads `january` … `december`, and checks that the month has the day that follows.
  mutating func monthAndDay() throws(Diagnostic) -> (month: Located<Int>, day: Located<Int>) {
    let month = try month()
    let day = try number("a day of the month")
    if day.value < 1 || day.value > Day.length(ofMonth: month.value, year: 2000) {
      report(
        .badLiteral, "there is no \(Parser.months[month.value - 1]) \(day.value)", help: "write a day that exists",
        at: month.range.union(day.range))
    }
    return (month, day)
  }

  /// Reads `january` … `december`.
  mutating func month() throws(Diagnostic) -> Located<Int> {
    let token = current
    guard token.kind == .word, let index = Parser.months.firstIndex(of: text(of: token)) else {
      throw expected("a month", help: suggest(Parser.months) ?? "months are written in small letters: `january`")
    }
    advance()
    return Located(value: index + 1, range: token.range)
  }

  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// A help that names the word most like the one that stands here.
  func suggest(_ words: [String]) -> String? {
    guard at(kind: .word) else { return nil }
    return suggestion(for: text(of: current), among: words).map { "did you mean `\($0)`?" }
  }
}
