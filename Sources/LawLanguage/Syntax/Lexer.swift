/// Cuts a block into tokens.
///
/// A literal that is wrong is reported here and handed on as if it were right, so that one slip is one error.
struct Lexer {
  private(set) var tokens: [Token] = []
  private(set) var comments: [Comment] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let file: SourceFile
  private let heading: String
  private let end: Int
  private var index: Int
  private var startsLine = true

  /// Reads the tokens of a range that lies under a heading.
  init(_ file: SourceFile, _ range: SourceRange, heading: String) {
    self.file = file
    self.heading = heading
    index = range.lower
    end = range.upper
    tokens.reserveCapacity((range.upper - range.lower) / 6 + 1)
    while index < end { readNext() }
    let last = tokens.last.map { Int($0.upper) } ?? range.lower
    append(.end, last, last)
  }

  private mutating func readNext() {
    let byte = file.bytes[index]
    switch byte {
    case UInt8(ascii: "\n"):
      index += 1
      startsLine = true
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      index += 1
    case UInt8(ascii: "#"): readComment()
    case UInt8(ascii: ","): readMark(.comma)
    case UInt8(ascii: "("): readMark(.open)
    case UInt8(ascii: ")"): readMark(.close)
    case UInt8(ascii: "\""): readText()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): readWord()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readDigits()
    default: readUnexpected()
    }
  }

  private mutating func append(
    _ kind: Token.Kind, _ lower: Int, _ upper: Int, keyword: Keyword? = nil, value: Int32 = 0
  ) {
    tokens.append(
      Token(
        kind: kind, startsLine: startsLine, keyword: keyword, lower: Int32(lower), upper: Int32(upper), value: value))
    startsLine = false
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, help: String?, _ lower: Int, _ upper: Int) {
    let location = SourceLocation(path: file.path, range: SourceRange(lower, upper), heading: heading)
    diagnostics.append(Diagnostic(code, message, help: help, at: location))
  }

  private mutating func readMark(_ kind: Token.Kind) {
    append(kind, index, index + 1)
    index += 1
  }

  private mutating func readComment() {
    let start = index
    index = lineEnd(from: index)
    comments.append(Comment(range: SourceRange(start, trimmedEnd(from: start, to: index)), startsLine: startsLine))
    reportHiddenCharacters(from: start, to: index)
    startsLine = false
  }

  private func lineEnd(from start: Int) -> Int {
    var index = start
    while index < end, file.bytes[index] != UInt8(ascii: "\n") { index += 1 }
    return index
  }

  private func trimmedEnd(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, file.bytes[end - 1] == UInt8(ascii: " ") || (9...13).contains(file.bytes[end - 1]) { end -= 1 }
    return end
  }

  // MARK: Words and texts

  private mutating func readWord() {
    let bytes = file.bytes
    let start = index
    var isName = true
    while index < end, Self.continuesWord(bytes[index]) {
      if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "_") { isName = false }
      if bytes[index] == UInt8(ascii: "."), bytes[index - 1] == UInt8(ascii: ".") { isName = false }
      index += 1
    }
    let last = bytes[index - 1]
    if last == UInt8(ascii: ".") || last == UInt8(ascii: "-") { isName = false }
    append(.word, start, index, keyword: Keyword.spelled(bytes[start..<index]), value: isName ? 0 : 1)
  }

  static func continuesWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func readText() {
    let bytes = file.bytes
    let start = index
    var hasEscapes: Int32 = 0
    index += 1
    while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: "\\") {
        hasEscapes = 1
        let next = index + 1 < end ? bytes[index + 1] : 0
        if next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
          index += 1
        } else {
          report(
            .badLiteral, "a backslash in a text stands before a quote or a backslash",
            help: "write `\\\\` for a backslash", index, index + 1)
        }
      }
      index += 1
    }
    let isClosed = index < end && bytes[index] == UInt8(ascii: "\"")
    if isClosed { index += 1 }
    let upper = isClosed ? index : trimmedEnd(from: start, to: index)
    append(.text, start, upper, value: hasEscapes)
    if !isClosed {
      report(
        .badLiteral, "this text is never closed", help: "close it with `\"` on the same line", start, upper)
    }
    reportHiddenCharacters(from: start, to: upper)
  }

  /// A character that turns the direction of what follows makes the page show another law than the program reads.
  private mutating func reportHiddenCharacters(from start: Int, to end: Int) {
    let bytes = file.bytes
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte < 0x20, byte != 9, byte != 13 {
        report(.badLiteral, "a control character stands here", help: "delete it", index, index + 1)
      } else if byte == 0xE2, index + 2 < end, Self.turnsDirection(bytes[index + 1], bytes[index + 2]) {
        report(
          .badLiteral, "a hidden character here changes the direction in which the line is shown", help: "delete it",
          index, index + 3)
      }
      index += 1
    }
  }

  /// U+202A to U+202E and U+2066 to U+2069, after their first byte.
  private static func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0x80 && (0xAA...0xAE).contains(third)) || (second == 0x81 && (0xA6...0xA9).contains(third))
  }

  // MARK: Numbers, days, times

  private mutating func readDigits() {
    let bytes = file.bytes
    let start = index
    while index < end, Self.continuesWord(bytes[index]) || bytes[index] == UInt8(ascii: ":") { index += 1 }
    // A full stop or a hyphen after a number is not part of it; `12.5` is read whole, to be refused whole.
    while index > start + 1, bytes[index - 1] == UInt8(ascii: ".") || bytes[index - 1] == UInt8(ascii: "-") {
      index -= 1
    }
    let literal = bytes[start..<index]
    if literal.allSatisfy(Self.isDigit) {
      readNumber(from: start)
    } else if literal.contains(UInt8(ascii: ":")) {
      readTime(from: start)
    } else if literal.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }) {
      readDay(from: start)
    } else if literal.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: ".") }) {
      append(.number, start, index)
      report(
        .badLiteral, "`\(written(start))` is not a whole number", help: "use a smaller unit, or round as the law says",
        start, index)
    } else {
      append(.word, start, index)
      report(
        .badLiteral, "`\(written(start))` is neither a number nor a name", help: "a name starts with a letter", start,
        index)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private func written(_ start: Int) -> String { file.text(SourceRange(start, index)) }

  private mutating func readNumber(from start: Int) {
    let bytes = file.bytes
    let grouped =
      index + 3 < end && bytes[index] == UInt8(ascii: ",") && bytes[(index + 1)...(index + 3)].allSatisfy(Self.isDigit)
      && (index + 4 == end || !Self.continuesWord(bytes[index + 4]))
    if grouped {
      index += 4
      append(.number, start, index)
      report(.badLiteral, "a number has no commas", help: "write its digits without a break", start, index)
      return
    }
    let value = index - start <= 9 ? bytes[start..<index].reduce(Int32(0)) { $0 * 10 + Int32($1 - 0x30) } : nil
    append(.number, start, index, value: value ?? 0)
    if value == nil {
      report(.badLiteral, "this number is too large", help: "a number has at most nine digits", start, index)
    }
  }

  private mutating func readDay(from start: Int) {
    let literal = written(start)
    let day = Day(literal)
    append(.day, start, index, value: day?.number ?? 0)
    guard day == nil else { return }
    let parts = literal.split(separator: "-", omittingEmptySubsequences: false).map(\.count)
    let isWellFormed = parts == [4, 2, 2]
    report(
      .badLiteral, isWellFormed ? "there is no day `\(literal)`" : "`\(literal)` is not a day",
      help: isWellFormed ? "write a day that exists" : "write year, month and day as `2025-01-22`", start, index)
  }

  private mutating func readTime(from start: Int) {
    let literal = file.bytes[start..<index]
    var minutes: Int32?
    if literal.count == 5, literal[start + 2] == UInt8(ascii: ":") {
      let digits = [0, 1, 3, 4].map { literal[start + $0] }
      if digits.allSatisfy(Self.isDigit) {
        let hour = Int32(digits[0] - 0x30) * 10 + Int32(digits[1] - 0x30)
        let minute = Int32(digits[2] - 0x30) * 10 + Int32(digits[3] - 0x30)
        if hour < 24, minute < 60 { minutes = hour * 60 + minute }
      }
    }
    append(.time, start, index, value: minutes ?? 0)
    if minutes == nil {
      report(
        .badLiteral, "`\(written(start))` is not a time of day",
        help: "write hours and minutes as `09:30`, up to `23:59`",
        start, index)
    }
  }

  // MARK: What belongs to no token

  private mutating func readUnexpected() {
    let bytes = file.bytes
    let start = index
    if opensTypographicText(at: index) {
      readTypographicText()
      return
    }
    while index < end, !Self.mayStartToken(bytes[index]), index == start || !opensTypographicText(at: index) {
      index += 1
    }
    let text = written(start)
    let isNegative = text == "-" && index < end && Self.isDigit(bytes[index])
    report(
      isNegative ? .badLiteral : .unexpectedText, isNegative ? "there are no negative numbers" : "unexpected `\(text)`",
      help: isNegative
        ? "say it the other way round, with `before` or `under`"
        : "outside of texts there are only names, numbers, days, times, commas and round brackets", start, index)
  }

  private static func mayStartToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: " "), 9, 13, UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "\""):
      true
    default: byte < 0x80 && continuesWord(byte) && byte >= 0x30 && byte != UInt8(ascii: "_")
    }
  }

  /// `“`, `”` and `„`, as word processors put them.
  private func opensTypographicText(at index: Int) -> Bool {
    index + 2 < end && file.bytes[index] == 0xE2 && file.bytes[index + 1] == 0x80
      && (0x9C...0x9E).contains(file.bytes[index + 2])
  }

  private mutating func readTypographicText() {
    let start = index
    let lineEnd = trimmedEnd(from: start, to: lineEnd(from: start))
    index += 3
    while index < lineEnd, !opensTypographicText(at: index) { index += 1 }
    index = min(lineEnd, index + 3)
    append(.text, start, index)
    report(.badLiteral, "a text stands between straight quotes", help: "write `\"` before and after it", start, index)
  }
}
