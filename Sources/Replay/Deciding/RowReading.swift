internal import LawLanguage

/// Reads a table's rows into numbers, by a mapping, and numbers back into the words of the law.
struct RowReading {
  private(set) var columns: [ColumnReading]
  private let places: [[Int?]]
  private let day: Int
  private let paper: Int
  private let beside: Int?
  private let jurisdiction: Int?
  private let locality: Int?
  private let agency: Int?
  private let place: Int?
  private let outcome: Int?
  /// The statements about facts.
  private let facts: [Int]
  private let mapping: Mapping
  /// What the row's cells say: a number for each statement.
  private(set) var values: [Int64]
  private var moments: [CivilTime?]
  /// The numbers of the facts, in the order of `factNames`.
  private(set) var factValues: [Int64]

  init(_ mapping: Mapping, header: Header, vocabulary: Vocabulary) throws(ReadingProblem) {
    self.mapping = mapping
    columns = mapping.columns.map { ColumnReading($0, order: mapping.dateOrder, vocabulary: vocabulary) }
    places = mapping.columns.map { $0.names.map(header.place) }
    func index(_ target: Mapping.Target) -> Int? { mapping.columns.firstIndex { $0.target == target } }
    guard let day = index(.day), let paper = index(.paper) else {
      throw ReadingProblem(line: 1, "the mapping gives no day or no paper; correct the mapping")
    }
    (self.day, self.paper) = (day, paper)
    beside = index(.beside)
    jurisdiction = index(.jurisdiction)
    locality = index(.locality)
    agency = index(.agency)
    place = index(.place)
    outcome = index(.outcome)
    facts = mapping.columns.indices.filter { mapping.columns[$0].target.fact != nil }
    values = [Int64](repeating: ColumnReading.unknown, count: columns.count)
    moments = [CivilTime?](repeating: nil, count: columns.count)
    factValues = [Int64](repeating: ColumnReading.unknown, count: facts.count)
    for column in [day, paper] where places[column].allSatisfy({ $0 == nil }) {
      throw ReadingProblem(
        line: 1,
        "the table has no column \"\(mapping.columns[column].names[0].name)\", which is \(mapping.columns[column].target.written)"
      )
    }
  }

  /// The facts that rows give, in the order of their statements.
  var factNames: [String] {
    facts.map { mapping.columns[$0].target.fact ?? "" }
  }

  /// Names of dated facts and fields, with and without their paper.
  var dated: Set<String> {
    var found = Set<String>()
    for index in facts where columns[index].isMoment {
      guard let name = mapping.columns[index].target.fact else { continue }
      found.insert(name)
      if let dot = name.firstIndex(of: ".") { found.insert(String(name[name.index(after: dot)...])) }
    }
    return found
  }

  /// Columns named that the table does not have.
  var missing: [String] {
    mapping.columns.indices.flatMap { index in
      places[index].indices.filter { places[index][$0] == nil }.map { mapping.columns[index].names[$0].name }
    }
  }

  /// Reads a row, the paper first: of a row without one nothing else is looked at.
  mutating func read(_ rows: RowSource) throws(ReadingProblem) -> SetAside? {
    let data = rows.data
    try read(paper, rows, data)
    if values[paper] == ColumnReading.nothing { return .noPaper }
    if values[paper] < 0 { return .unknownPaper }
    for index in columns.indices where index != paper { try read(index, rows, data) }
    if isUnforeseen(beside) { return .unknownBeside }
    if isUnforeseen(locality) { return .unknownLocality }
    // Where the mapping has several kinds, each is tried; a single one is only what is usual.
    if isUnforeseen(agency), mapping.agencies.count < 2 { return .noAgency }
    return moments[day] == nil ? .noDay : nil
  }

  private func isUnforeseen(_ index: Int?) -> Bool {
    index.map { values[$0] == ColumnReading.unforeseen } ?? false
  }

  private mutating func read(_ index: Int, _ rows: RowSource, _ data: [UInt8]) throws(ReadingProblem) {
    values[index] = ColumnReading.unknown
    moments[index] = nil
    if columns[index].isMoment {
      guard let cell = places[index][0] else { return }
      do throws(CivilTime.Mistake) {
        moments[index] = try columns[index].moment(data, rows.cell(cell))
      } catch {
        throw ReadingProblem(
          line: rows.line, column: cell + 1, "\(mapping.columns[index].names[0].name): \(error.sentence)")
      }
      if let moment = moments[index] { values[index] = moment.key }
    } else if mapping.columns[index].isAny {
      values[index] = any(index, rows, data)
    } else if let cell = places[index][0] {
      values[index] = columns[index].read(data, rows.cell(cell))
    }
  }

  /// Yes if any says yes, no if all say no.
  private mutating func any(_ index: Int, _ rows: RowSource, _ data: [UInt8]) -> Int64 {
    var isOpen = false
    var no = ColumnReading.unknown
    for (place, cell) in places[index].enumerated() {
      let value = cell.map { columns[index].read(data, rows.cell($0), at: place) } ?? ColumnReading.unknown
      if value < 0 {
        isOpen = true
      } else if columns[index].meanings[Int(value)] == ["yes"] {
        return value
      } else {
        no = value
      }
    }
    return isOpen ? ColumnReading.unknown : no
  }

  // MARK: What the row says

  /// The day.
  var civilDay: CivilTime? { moments[day] }

  private func words(_ index: Int?) -> [String] {
    guard let index, values[index] >= 0, !columns[index].isMoment else { return [] }
    return columns[index].meanings[Int(values[index])]
  }

  /// Appends numbers that are the same for rows of one place and one kind of agency.
  func appendPlace(to code: inout [Int64]) {
    code.append(jurisdiction.map { values[$0] } ?? -1)
    code.append(locality.map { values[$0] } ?? -1)
    code.append(agency.map { values[$0] } ?? -1)
  }

  var jurisdictionWord: String? { words(jurisdiction).first }
  var localityWord: String? { words(locality).first }

  /// Kinds of agency that the row may be about.
  var agencyWords: [String] {
    let own = words(agency)
    return own.isEmpty ? mapping.agencies : own
  }

  /// The number of the place in `placeNames`; -1 if it is not recorded.
  var placeNumber: Int32 { Int32((place ?? jurisdiction).map { max(-1, values[$0]) } ?? -1) }
  var placeNames: [String] {
    (place ?? jurisdiction).map { columns[$0].meanings.map { $0.joined(separator: " ") } } ?? []
  }
  var outcomeNumber: Int32 { Int32(outcome.map { max(-1, values[$0]) } ?? -1) }
  var outcomeNames: [String] { outcome.map { columns[$0].meanings.map { $0.joined(separator: " ") } } ?? [] }
  var hasOutcomes: Bool { outcome != nil }

  /// A number that is the same for rows of the same papers.
  var paperNumber: Int64 { values[paper] &* 4_096 &+ (beside.map { values[$0] } ?? ColumnReading.unknown) }

  /// Sets of papers, any of which was offered: those beside the paper are known, or one of them may have been there.
  var papers: [[String]] {
    let known = words(beside)
    let isAlone = beside.map { values[$0] == ColumnReading.nothing } ?? false
    return words(paper).flatMap { paper -> [[String]] in
      if isAlone { return [[paper]] }
      if !known.isEmpty { return known.map { [paper, $0] } }
      return [[paper]] + mapping.perhapsWith.filter { $0 != paper }.map { [paper, $0] }
    }
  }

  /// Numbers the facts of the row, at a place with these clocks.
  mutating func number(in zone: Zone?) {
    for fact in facts.indices {
      let index = facts[fact]
      if let moment = moments[index] {
        // Of a fact that is a day the time is not looked at.
        factValues[fact] = columns[index].isInstant ? values[index] : Int64(moment.day(in: zone).number)
      } else {
        factValues[fact] = values[index] == ColumnReading.unforeseen ? ColumnReading.unknown : values[index]
      }
    }
  }

  /// The facts known, in the words of the law, at a place with these clocks.
  func knownFacts(in zone: Zone?) -> [(name: String, value: String)] {
    facts.compactMap { index in
      guard let name = mapping.columns[index].target.fact else { return nil }
      if let moment = moments[index] {
        // A fact that is a day takes the day of a moment; an instant needs its time.
        if columns[index].isInstant { return moment.second == nil ? nil : (name, moment.text) }
        return (name, moment.day(in: zone).description)
      }
      return words(index).first.map { (name, $0) }
    }
  }
}
