internal import LawLanguage

extension Mapping {
  /// Reads a document: Markdown whose blocks of `mapping` carry one statement a line. `docs/replay.md` is the reference.
  package static func read(_ text: String, path: String) throws(MappingProblem) -> Mapping {
    var reading = MappingReading(path: path)
    return try reading.read(text)
  }
}

/// One reading of a document, with what is wrong so far.
private struct MappingReading {
  var mapping: Mapping
  var problems: [String] = []
  /// The column that value lines belong to.
  var open: Int?

  private static let statements = [
    "mapping", "table", "acts", "agency", "column", "any of", "paper perhaps with", "drop", "days are written",
    "dates are shifted", "release", "hold", "stay",
  ]

  init(path: String) { mapping = Mapping(path: path) }

  mutating func read(_ text: String) throws(MappingProblem) -> Mapping {
    var isInside = false
    var blocks = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        isInside = !isInside && line.dropFirst(3).trimmingSpaces == "mapping"
        if isInside { blocks += 1 }
      } else if isInside {
        statement(line, index + 1)
      } else if mapping.title.isEmpty, line.hasPrefix("# ") {
        mapping.title = String(line.dropFirst(2).trimmingSpaces)
      }
    }
    if blocks == 0 { problems.append("\(mapping.path): no block ```mapping with statements was found") }
    if blocks > 0 { checkWhole() }
    guard problems.isEmpty else { throw MappingProblem(problems) }
    return mapping
  }

  private mutating func complain(_ line: Int, _ text: String) { problems.append("\(mapping.path):\(line): \(text)") }

  private mutating func checkWhole() {
    if mapping.name.isEmpty { complain(1, "the mapping has no name; write: mapping NAME") }
    if mapping.tables.isEmpty { complain(1, "no table is named; write: table NAME known by \"A COLUMN\"") }
    if mapping.acts.isEmpty { complain(1, "no act is named; write: acts hold, notify-release") }
    if !mapping.columns.contains(where: { $0.target == .day }) {
      complain(1, "no column gives the day; write: column \"DAY\" is the day")
    }
    // Requests are looked at, not people: a row without a paper that somebody received is none.
    if !mapping.columns.contains(where: { $0.target == .paper }) {
      complain(1, "no column gives a paper, so no row is a request; write: column \"A COLUMN\" is the paper")
    }
    // Hours after booking and moments of a calendar have no common origin.
    let moments = [mapping.release, mapping.hold, mapping.stay].compactMap { $0?.isMoment }
    if moments.contains(true), moments.contains(false) {
      complain(1, "release, hold and stay are told in hours and by moments both; tell all of them in one way")
    }
    let dropped = Set(mapping.dropped.flatMap(\.names).map(Mapping.ColumnName.folded))
    for column in mapping.columns {
      for name in column.names.flatMap(\.names) where dropped.contains(Mapping.ColumnName.folded(name)) {
        complain(column.line, "\"\(name)\" is dropped at reading and cannot be mapped; keep one of the two")
      }
    }
  }

  // MARK: Statements

  private mutating func statement(_ line: Substring, _ number: Int) {
    guard var words = try? MappingWords(line) else {
      return complain(number, "a quotation mark is not closed on this line")
    }
    guard !words.isEmpty else { return }
    if case .text = words.next { return value(&words, number) }
    if words.take("blank") { return value(&words, number, isBlank: true) }
    open = nil
    if words.take("mapping") {
      mapping.name = words.word() ?? ""
    } else if words.take("table") {
      table(&words, number)
    } else if words.take("acts") {
      mapping.acts = words.list()
    } else if words.take("agency") {
      mapping.agencies = words.alternatives()
    } else if words.take("column") {
      column(&words, number, isAny: false)
    } else if words.take("any of") {
      column(&words, number, isAny: true)
    } else if words.take("paper perhaps with") {
      mapping.perhapsWith = words.list()
    } else if words.take("drop") {
      mapping.dropped += words.columns()
    } else if words.take("days are written month first") {
      mapping.dateOrder = .monthFirst
    } else if words.take("days are written day first") {
      mapping.dateOrder = .dayFirst
    } else if words.take("dates are shifted") {
      mapping.isShifted = true
    } else if words.take("release") {
      mapping.release = moment(&words, number, at: "at")
    } else if words.take("hold") {
      mapping.hold = moment(&words, number, at: "until")
    } else if words.take("stay") {
      mapping.stay = moment(&words, number, at: "until")
    } else {
      let near = suggestion(for: words.nextShown, among: MappingReading.statements)
      return complain(
        number,
        "\"\(words.nextShown)\" begins no statement; "
          + (near.map { "did you mean \"\($0)\"?" }
            ?? "the statements are \(MappingReading.statements.joined(separator: ", "))"))
    }
    if !words.isAtEnd { complain(number, "\(words.nextShown) was not expected here; see docs/replay.md") }
  }

  private mutating func table(_ words: inout MappingWords, _ number: Int) {
    guard let name = words.word() else { return complain(number, "write: table NAME known by \"A COLUMN\"") }
    let file = words.take("in") ? words.text() : nil
    guard words.take("known by") else { return complain(number, "write: table \(name) known by \"A COLUMN\"") }
    mapping.tables.append(Mapping.Table(name: name, file: file, known: words.columns()))
  }

  private mutating func column(_ words: inout MappingWords, _ number: Int, isAny: Bool) {
    let names = isAny ? words.columns() : words.column().map { [$0] } ?? []
    guard !names.isEmpty, words.take("is"), let target = target(&words) else {
      return complain(
        number,
        isAny ? "write: any of \"A\", \"B\" is FACT" : "write: column \"A COLUMN\" is the day, the paper or a FACT")
    }
    mapping.columns.append(Mapping.Column(names: names, isAny: isAny, target: target, values: [], line: number))
    open = mapping.columns.count - 1
  }

  private func target(_ words: inout MappingWords) -> Mapping.Target? {
    let fixed: [Mapping.Target] = [.day, .jurisdiction, .locality, .place, .agency, .beside, .paper, .outcome]
    for target in fixed where words.take(target.written) { return target }
    if words.take("the judgement") { return words.word().map(Mapping.Target.judgement) }
    return words.word().map(Mapping.Target.fact)
  }

  private mutating func value(_ words: inout MappingWords, _ number: Int, isBlank: Bool = false) {
    guard let open else {
      return complain(number, "a value belongs under the column that has it; write: column \"A COLUMN\" is …")
    }
    var patterns: [String] = []
    if !isBlank {
      repeat {
        guard let text = words.text() else { break }
        patterns.append(text)
      } while words.takeComma()
    }
    guard words.take("is") else { return complain(number, "write: \"VALUE\" is MEANING") }
    let meaning: Mapping.Meaning
    if words.take("unknown") {
      meaning = .unknown
    } else if words.take("no paper") || words.take("nothing") {
      meaning = .nothing
    } else {
      let names = words.alternatives()
      guard !names.isEmpty else { return complain(number, "write what the value means, or: is unknown") }
      meaning = .oneOf(names)
    }
    if !words.isAtEnd {
      return complain(number, "\(words.nextShown) was not expected here; write: \"VALUE\" is MEANING")
    }
    mapping.columns[open].values.append(Mapping.Value(patterns: patterns, meaning: meaning, line: number))
  }

  private mutating func moment(_ words: inout MappingWords, _ number: Int, at word: String) -> Mapping.Moment? {
    if words.take(word), let column = words.column() { return .at(column) }
    guard words.take("hours"), let column = words.column() else {
      complain(number, "write: \(word) \"A COLUMN\", or: hours \"A COLUMN\"")
      return nil
    }
    guard words.take("of") else { return .hours(column) }
    guard let table = words.word(), words.take("by"), let key = words.column(), words.take("where"),
      let tested = words.column(), words.take("is")
    else {
      complain(number, "write: hours \"A\" of TABLE by \"KEY\" where \"B\" is \"VALUE\"")
      return nil
    }
    let isNegated = words.take("not")
    guard let value = words.text() else {
      complain(number, "write the value in quotation marks")
      return nil
    }
    guard mapping.tables.dropFirst().contains(where: { $0.name == table }) else {
      complain(number, "no table \(table) is named above; write: table \(table) in \"FILE\" known by \"A COLUMN\"")
      return nil
    }
    return .lastHours(
      column, table: table, key: key, test: Mapping.Moment.Test(column: tested, value: value, isNegated: isNegated))
  }
}

extension StringProtocol {
  /// Without spaces at its ends.
  var trimmingSpaces: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return self[startIndex..<startIndex]
    }
    return self[first...last]
  }
}
