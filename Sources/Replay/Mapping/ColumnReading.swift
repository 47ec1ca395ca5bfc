internal import LawLanguage

/// Reads one statement's cells: each distinct value is looked up once, days and times one by one.
struct ColumnReading {
  let column: Mapping.Column
  private let type: ValueType?
  private let order: CivilTime.Order?
  private let jurisdictions: [String: String]
  private let places: Set<String>
  /// Per column of `any of`, or for the one.
  private var interners: [ByteInterner]
  private var classes: [[Int32]]
  /// How many rows had each distinct value that means nothing known.
  private var unmapped: [[Int: Int]]
  private var wordNumbers: [[String]: Int32] = [:]
  /// The meanings by class: `-1` is unknown, `-2` nothing.
  private(set) var meanings: [[String]] = []
  private(set) var redacted = 0
  private(set) var blank = 0
  /// Rows whose value was new when as many were known as are kept apart.
  private(set) var beyond = 0

  static let unknown: Int64 = -1
  static let nothing: Int64 = -2
  /// Something is recorded, and no line says what it means: it must not be taken for what is usual.
  static let unforeseen: Int64 = -3

  init(_ column: Mapping.Column, order: CivilTime.Order?, vocabulary: Vocabulary) {
    self.column = column
    self.order = order
    if let name = column.target.fact {
      type = Mapping.type(of: name, in: vocabulary)
    } else {
      type = column.target == .day ? .date : nil
    }
    let states = vocabulary.places.filter { $0.kind == .jurisdiction }.map { ($0.name, $0.title) } + StateNames.all
    jurisdictions = Dictionary(
      states.flatMap { [(ColumnReading.folded($0.1), $0.0), (ColumnReading.folded($0.0), $0.0)] },
      uniquingKeysWith: { first, _ in first })
    places = Set(vocabulary.places.filter { $0.kind == .locality }.map(\.name))
    interners = column.names.map { _ in ByteInterner() }
    classes = column.names.map { _ in [] }
    unmapped = column.names.map { _ in [:] }
  }

  /// Whether its cells are moments, each read for itself.
  var isMoment: Bool { type == .date || type == .instant }

  /// Whether its moments need a time of day.
  var isInstant: Bool { type == .instant }

  /// A moment of a cell; nil for one that is blank or redacted.
  mutating func moment(_ data: [UInt8], _ cell: Range<Int>) throws(CivilTime.Mistake) -> CivilTime? {
    let cell = ColumnReading.trimmed(data, cell)
    if cell.isEmpty {
      blank += 1
      return nil
    }
    // A line of the mapping may say that a day stands for none: `9999-12-31`.
    if !column.values.isEmpty {
      let folded = ColumnReading.folded(String(decoding: data[cell], as: UTF8.self))
      if column.values.contains(where: { $0.patterns.contains { ColumnReading.fits(folded, $0) } }) { return nil }
    }
    do throws(CivilTime.Mistake) {
      return try CivilTime.read(data, cell, order: order)
    } catch {
      guard ColumnReading.isRedaction(String(decoding: data[cell], as: UTF8.self)) else { throw error }
      redacted += 1
      return nil
    }
  }

  /// The class of a cell.
  ///
  /// - Parameter place: Which of the columns of `any of`.
  mutating func read(_ data: [UInt8], _ cell: Range<Int>, at place: Int = 0) -> Int64 {
    guard let number = interners[place].number(of: data, cell) else {
      beyond += 1
      return ColumnReading.unforeseen
    }
    if number == classes[place].count { classes[place].append(found(interners[place].text(number))) }
    let code = classes[place][number]
    switch code {
    case Code.blank: blank += 1
    case Code.redacted:
      redacted += 1
      return ColumnReading.unforeseen
    case Code.unmapped:
      unmapped[place][number, default: 0] += 1
      return ColumnReading.unforeseen
    case Code.nothing: return ColumnReading.nothing
    case Code.unknown: break
    default: return Int64(code)
    }
    return ColumnReading.unknown
  }

  /// Values that no line foresees, with how many rows have them; the most frequent first.
  var leftover: [(value: String, rows: Int)] {
    interners.indices.flatMap { place in unmapped[place].map { (interners[place].text($0.key), $0.value) } }
      .sorted { ($0.1, $1.0) > ($1.1, $0.0) }
  }

  private enum Code {
    static let unknown: Int32 = -1, nothing: Int32 = -2, blank: Int32 = -3, redacted: Int32 = -4, unmapped: Int32 = -5
  }

  private mutating func found(_ text: String) -> Int32 {
    let folded = ColumnReading.folded(text)
    for value in column.values
    where value.patterns.isEmpty ? folded.isEmpty : value.patterns.contains(where: { ColumnReading.fits(folded, $0) }) {
      switch value.meaning {
      case .unknown: return folded.isEmpty ? Code.blank : Code.unknown
      case .nothing: return Code.nothing
      case .oneOf(let words): return number(of: words)
      }
    }
    if folded.isEmpty { return Code.blank }
    if ColumnReading.isRedaction(text) { return Code.redacted }
    return own(text, folded).map { number(of: [$0]) } ?? Code.unmapped
  }

  private mutating func number(of words: [String]) -> Int32 {
    if let known = wordNumbers[words] { return known }
    let number = Int32(meanings.count)
    meanings.append(words)
    wordNumbers[words] = number
    return number
  }

  /// What a value means that no line names: the law's own word for itself, and nothing else.
  private func own(_ text: String, _ folded: String) -> String? {
    switch column.target {
    case .jurisdiction: return jurisdictions[folded]
    case .locality: return places.contains(folded) ? folded : nil
    case .place: return String(text.trimmingSpaces.prefix(60))
    case .agency, .paper, .beside, .outcome, .day: return nil
    case .fact, .judgement:
      switch type {
      case .yesNo:
        if ["yes", "true", "y"].contains(folded) { return "yes" }
        return ["no", "false", "n"].contains(folded) ? "no" : nil
      case .choice(let choices): return choices.contains(folded) ? folded : nil
      case .number:
        guard let number = Int(folded), number >= 0, number <= 1_000_000_000 else { return nil }
        return String(number)
      case .code, .date, .instant, nil: return nil
      }
    }
  }

  // MARK: Texts

  /// Without capitals, with single spaces.
  static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func trimmed(_ data: [UInt8], _ cell: Range<Int>) -> Range<Int> {
    var (lower, upper) = (cell.lowerBound, cell.upperBound)
    while lower < upper, data[lower] == 0x20 { lower += 1 }
    while upper > lower, data[upper - 1] == 0x20 { upper -= 1 }
    return lower..<upper
  }

  /// Marks of what was blacked out under the Freedom of Information Act: `b(6), b(7)c`, `(b)(6)`.
  static func isRedaction(_ text: String) -> Bool {
    let letters = text.lowercased().filter { !$0.isWhitespace }
    return letters.hasPrefix("b(6)") || letters.hasPrefix("b(7)") || letters.hasPrefix("(b)(") || letters == "redacted"
      || letters == "[redacted]"
  }

  /// Whether a folded text fits a pattern in which `*` stands for anything.
  static func fits(_ folded: String, _ pattern: String) -> Bool {
    let pieces = ColumnReading.folded(pattern).split(separator: "*", omittingEmptySubsequences: false)
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else {
      return folded == ColumnReading.folded(pattern)
    }
    guard folded.hasPrefix(first), folded.hasSuffix(last), folded.count >= first.count + last.count else {
      return false
    }
    var rest = folded.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
