internal import LawLanguage

/// A column of text read into plain values, some thousand rows at a time.
struct TypedColumn {
  let name: String
  /// Where it stands in a row.
  let place: Int
  private let type: ValueType
  /// Whether yes, or the choice or small number; what is a number or day; the code. One of them is filled, as the type has it.
  private var bytes: [UInt8] = []
  private var integers: [Int32] = []
  private var codes: [UInt16] = []
  private var words: [String] = []
  private var interner = ByteInterner()
  /// By the interner's number: the word's place.
  private var placeOfWord: [UInt16] = []
  private var begins: [Int32] = []
  private var closes: [Int32] = []
  /// Rows with a word that is none of the column's choices, or a code beyond as many as are kept apart: they are unknown.
  private(set) var unforeseen = 0

  init(_ name: String, place: Int, type: ValueType) {
    self.name = name
    self.place = place
    self.type = type
    if case .choice(let choices) = type { words = choices }
  }

  /// What is wrong with a cell, without what it holds.
  var expected: String {
    switch type {
    case .yesNo: "yes or no is expected: true or false, 1 or 0, or nothing"
    case .number: "a whole number from 0 to 1,000,000,000 is expected, or nothing"
    case .date, .instant: "a day is expected, such as 2025-01-22, or nothing"
    case .choice, .code: "a word is expected, or nothing"
    }
  }

  /// Adds the cells of some rows; gives those that are nothing of the column's type.
  mutating func add(_ rows: PlainRows, of data: [UInt8], width: Int) -> [Int] {
    if begins.count < rows.count {
      begins = [Int32](repeating: 0, count: rows.count)
      closes = begins
    }
    rows.column(place, of: width, &begins, &closes)
    return add(data, rows.count)
  }

  /// Adds one cell; gives whether it is something of the column's type.
  mutating func add(_ data: [UInt8], _ cell: Range<Int>) -> Bool {
    if begins.isEmpty { (begins, closes) = ([0], [0]) }
    (begins[0], closes[0]) = (Int32(cell.lowerBound), Int32(cell.upperBound))
    return add(data, 1).isEmpty
  }

  /// Takes the last cell away.
  mutating func removeLast() {
    switch type {
    case .yesNo, .choice: bytes.removeLast()
    case .number, .date, .instant: integers.removeLast()
    case .code: codes.removeLast()
    }
  }

  /// What was added, which begins anew.
  mutating func take() -> RowColumn {
    defer {
      bytes.removeAll(keepingCapacity: false)
      integers.removeAll(keepingCapacity: false)
      codes.removeAll(keepingCapacity: false)
    }
    switch type {
    case .yesNo, .choice: return RowColumn(.bytes(bytes), words: words)
    case .number, .date, .instant: return RowColumn(.integers(integers))
    case .code: return RowColumn(.places(codes), words: words)
    }
  }

  /// The days that were added, which begin anew.
  mutating func takeDays() -> [Int32] {
    defer { integers.removeAll(keepingCapacity: false) }
    return integers
  }

  private mutating func add(_ data: [UInt8], _ count: Int) -> [Int] {
    switch type {
    case .yesNo: return TypedColumn.truths(data, begins, closes, count, &bytes)
    case .number: return TypedColumn.numbers(data, begins, closes, count, &integers)
    case .date, .instant: return TypedColumn.days(data, begins, closes, count, &integers)
    case .choice, .code:
      for row in 0..<count { addWord(data, Int(begins[row])..<Int(closes[row])) }
      return []
    }
  }

  // MARK: Words

  private mutating func addWord(_ data: [UInt8], _ cell: Range<Int>) {
    let unknown = UInt16.max
    var place = unknown
    if !cell.isEmpty {
      if let number = interner.number(of: data, cell) {
        if number == placeOfWord.count { placeOfWord.append(found(interner.text(number))) }
        place = placeOfWord[number]
      }
      if place == unknown { unforeseen += 1 }
    }
    if case .code = type { codes.append(place) } else { bytes.append(UInt8(clamping: Int(place))) }
  }

  private mutating func found(_ text: String) -> UInt16 {
    if case .code = type {
      guard words.count < Int(UInt16.max), !ColumnReading.isRedaction(text) else { return .max }
      words.append(text)
      return UInt16(words.count - 1)
    }
    return words.firstIndex(of: text).map { UInt16($0) } ?? .max
  }

  // MARK: Numbers

  private static func truths(
    _ data: [UInt8], _ begins: [Int32], _ closes: [Int32], _ count: Int, _ found: inout [UInt8]
  ) -> [Int] {
    var mistakes: [Int] = []
    let source = data.span
    let (from, until) = (begins.span, closes.span)
    let first = found.count
    found.append(contentsOf: repeatElement(.max, count: count))
    var cells = found.mutableSpan
    for row in 0..<count {
      let length = until[row] &- from[row]
      guard length > 0 else { continue }
      let start = Int(from[row])
      let byte = source[start]
      var word: UInt64 = 0
      if length <= 5 {
        for index in start..<start &+ Int(length) { word = word &<< 8 | UInt64(source[index] | 0x20) }
      }
      if length == 1, byte == 0x30 || byte == 0x31 {
        cells[first &+ row] = byte &- 0x30
      } else if word == isTrue || word == 0x74 {
        cells[first &+ row] = 1
      } else if word == isFalse || word == 0x66 {
        cells[first &+ row] = 0
      } else if let truth = truth(data, Int(from[row])..<Int(until[row])) {
        cells[first &+ row] = truth
      } else {
        mistakes.append(row)
      }
    }
    return mistakes
  }

  /// `true` and `false`, a byte behind the other.
  private static let isTrue: UInt64 = 0x7472_7565, isFalse: UInt64 = 0x66_616C_7365

  private static func truth(_ data: [UInt8], _ cell: Range<Int>) -> UInt8? {
    let text = String(decoding: data[cell], as: UTF8.self)
    let folded = ColumnReading.folded(text)
    if ["true", "t", "yes", "y", "1"].contains(folded) { return 1 }
    if ["false", "f", "no", "n", "0"].contains(folded) { return 0 }
    return folded.isEmpty || ColumnReading.isRedaction(text) ? .max : nil
  }

  private static func numbers(
    _ data: [UInt8], _ begins: [Int32], _ closes: [Int32], _ count: Int, _ found: inout [Int32]
  ) -> [Int] {
    var mistakes: [Int] = []
    let source = data.span
    let (from, until) = (begins.span, closes.span)
    let first = found.count
    found.append(contentsOf: repeatElement(.min, count: count))
    var cells = found.mutableSpan
    for row in 0..<count {
      let (start, end) = (Int(from[row]), Int(until[row]))
      guard start < end else { continue }
      var number: Int32 = 0
      var isNumber = end &- start <= 9
      if isNumber {
        for index in start..<end {
          let digit = source[index] &- 0x30
          guard digit <= 9 else {
            isNumber = false
            break
          }
          number = number &* 10 &+ Int32(digit)
        }
      }
      if isNumber {
        cells[first &+ row] = number
      } else if !ColumnReading.isRedaction(String(decoding: data[start..<end], as: UTF8.self)) {
        mistakes.append(row)
      }
    }
    return mistakes
  }

  private static func days(
    _ data: [UInt8], _ begins: [Int32], _ closes: [Int32], _ count: Int, _ found: inout [Int32]
  ) -> [Int] {
    var mistakes: [Int] = []
    let source = data.span
    let (from, until) = (begins.span, closes.span)
    let first = found.count
    found.append(contentsOf: repeatElement(.min, count: count))
    var cells = found.mutableSpan
    for row in 0..<count {
      let (start, end) = (Int(from[row]), Int(until[row]))
      guard start < end else { continue }
      if end &- start == 10, source[start &+ 4] == 0x2D, source[start &+ 7] == 0x2D {
        var (number, worst): (Int, UInt8) = (0, 0)
        for index in start..<end where index != start &+ 4 && index != start &+ 7 {
          let digit = source[index] &- 0x30
          worst = max(worst, digit)
          number = number &* 10 &+ Int(digit)
        }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        if worst <= 9, (1_900...2_200).contains(year), let day = Day(year: year, month: month, day: day) {
          cells[first &+ row] = day.number
          continue
        }
      }
      if let moment = try? CivilTime.read(data, start..<end, order: nil) {
        cells[first &+ row] = moment.day.number
      } else if !ColumnReading.isRedaction(String(decoding: data[start..<end], as: UTF8.self)) {
        mistakes.append(row)
      }
    }
    return mistakes
  }
}
