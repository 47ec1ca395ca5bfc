package import LawLanguage

/// A value that each row of a table has, or does not: plain arrays, so that plain loops over them vectorise.
package struct RowColumn: Sendable {
  /// How the values stand in memory.
  package enum Storage: Sendable {
    /// Yes is 1 and no 0; a choice is its place among the words; a small number is itself. 255 is unknown.
    case bytes([UInt8])
    /// A code is its place among the words. 65,535 is unknown, and so is whatever code comes after as many words.
    case places([UInt16])
    /// A number, or a day by its number. The least of all is unknown.
    case integers([Int32])
    /// An instant in seconds. The least of all is unknown.
    case instants([Int64])
  }

  /// The values, row by row.
  package let storage: Storage
  /// What choices and codes say.
  package let words: [String]
  /// Whether a byte is unknown: asked once, and not for every look at every block.
  let hasUnknownByte: Bool

  /// Values of rows.
  package init(_ storage: Storage, words: [String] = []) {
    self.storage = storage
    // The greatest place is kept for an unknown: a word that had it too would be read where nothing is known.
    let most =
      switch storage {
      case .bytes: Int(UInt8.max)
      case .places: Int(UInt16.max)
      case .integers, .instants: words.count
      }
    self.words = words.count <= most ? words : Array(words.prefix(most))
    if case .bytes(let values) = storage {
      hasUnknownByte = RowColumn.most(values) == .max
    } else {
      hasUnknownByte = false
    }
  }

  private static func most(_ values: [UInt8]) -> UInt8 {
    let cells = values.span
    var most: UInt8 = 0
    for row in 0..<cells.count { most = max(most, cells[row]) }
    return most
  }

  /// How many rows there are.
  package var count: Int {
    switch storage {
    case .bytes(let values): values.count
    case .places(let values): values.count
    case .integers(let values): values.count
    case .instants(let values): values.count
    }
  }

  /// The value of a row, of a type; nil if it is unknown.
  package func value(_ row: Int, _ type: ValueType) -> FactValue? {
    switch (storage, type) {
    case (.bytes(let values), .yesNo): values[row] == .max ? nil : .yesNo(values[row] == 1)
    case (.bytes(let values), .choice): values[row] == .max ? nil : .choice(words[Int(values[row])])
    case (.bytes(let values), .code): values[row] == .max ? nil : .code(words[Int(values[row])])
    case (.bytes(let values), .number): values[row] == .max ? nil : .number(Int(values[row]))
    case (.places(let values), .choice):
      values[row] == .max ? nil : .choice(words[Int(values[row])])
    case (.places(let values), .code): values[row] == .max ? nil : .code(words[Int(values[row])])
    case (.integers(let values), .number): values[row] == .min ? nil : .number(Int(values[row]))
    case (.integers(let values), .date): values[row] == .min ? nil : .date(Day(number: values[row]))
    case (.instants(let values), .instant):
      values[row] == .min ? nil : .instant(Instant(seconds: values[row]))
    case (.bytes, .date), (.bytes, .instant), (.places, .yesNo), (.places, .number),
      (.places, .date),
      (.places, .instant), (.integers, .yesNo), (.integers, .choice), (.integers, .code),
      (.integers, .instant),
      (.instants, .yesNo), (.instants, .choice), (.instants, .number), (.instants, .date),
      (.instants, .code):
      nil
    }
  }
}

/// A list of records that each row has.
package struct RowList: Sendable {
  /// Whether a row's list is known.
  package enum Completeness: UInt8, Sendable {
    /// At least these.
    case atLeast = 0
    /// These and no others.
    case complete = 1
  }

  /// Where the records of each row begin; one more than there are rows.
  package let offsets: [Int32]
  /// By row, as `Completeness`. A list that nothing is known of is at least none.
  package let completeness: [UInt8]
  /// The fields of all records, one row's after another's.
  package let fields: [String: RowColumn]

  /// The lists of rows.
  package init(offsets: [Int32], completeness: [UInt8], fields: [String: RowColumn]) {
    self.offsets = offsets
    self.completeness = completeness
    self.fields = fields
  }
}

/// Requests that differ in nothing but what is known and when they were made: one agency, one act, one offer of papers.
package struct RowTable: Sendable {
  /// How many rows there are.
  package let count: Int
  /// Days of the act, of the request and of the decision, by their numbers: none is unknown.
  package var acted: [Int32]
  package var asked: [Int32]
  package var decided: [Int32]
  /// The instants of these days, in seconds; nil if none is known, the least of all for one that is not.
  package var actedAt: [Int64]?
  package var askedAt: [Int64]?
  package var decidedAt: [Int64]?
  /// The facts known of any row, by name; one that is missing is unknown in all.
  package var facts: [String: RowColumn] = [:]
  /// The fields known of the papers, paper by paper.
  package var papers: [[String: RowColumn]] = []
  /// The lists known of any row, by name; one that is missing is unknown in all.
  package var lists: [String: RowList] = [:]

  /// Rows of which only the days are known.
  package init(acted: [Int32], asked: [Int32], decided: [Int32]) {
    precondition(asked.count == acted.count && decided.count == acted.count)
    count = acted.count
    self.acted = acted
    self.asked = asked
    self.decided = decided
  }
}

/// What all rows of a table share.
package struct RowOffer: Sendable, Hashable {
  /// `CA`.
  package var jurisdiction: String
  /// Who is asked.
  package var agency: Request.Agency
  /// What it is asked to do.
  package var act: String
  /// The kinds of the papers offered, in order.
  package var papers: [String]

  /// An offer.
  package init(jurisdiction: String, agency: Request.Agency, act: String, papers: [String]) {
    self.jurisdiction = jurisdiction
    self.agency = agency
    self.act = act
    self.papers = papers
  }

  /// One row as a request.
  package func request(_ row: Int, of table: RowTable, vocabulary: Vocabulary) -> Request {
    var request = Request(
      jurisdiction: jurisdiction, agency: agency, acts: [act],
      papers: papers.map { Request.Paper(kind: $0) },
      day: Day(number: table.acted[row]))
    request.askedDay = Day(number: table.asked[row])
    request.decidedDay = Day(number: table.decided[row])
    func instant(_ column: [Int64]?) -> Instant? {
      guard let seconds = column?[row], seconds != .min else { return nil }
      return Instant(seconds: seconds)
    }
    request.acted = instant(table.actedAt)
    request.asked = instant(table.askedAt)
    request.decided = instant(table.decidedAt)
    for (name, column) in table.facts {
      guard let type = vocabulary.fact(name)?.type else { continue }
      request.facts[name] = column.value(row, type)
    }
    for (paper, fields) in table.papers.enumerated() where paper < papers.count {
      for (name, column) in fields {
        guard let type = vocabulary.paperField(name)?.type else { continue }
        request.papers[paper].fields[name] = column.value(row, type)
      }
    }
    for (name, list) in table.lists {
      guard let type = vocabulary.recordType(name) else { continue }
      let records = (list.offsets[row]..<list.offsets[row + 1]).map { record in
        type.fields.reduce(into: [String: FactValue]()) { found, field in
          found[field.name] = list.fields[field.name]?.value(Int(record), field.type)
        }
      }
      request.records[name] = Request.RecordList(
        isComplete: list.completeness[row] == RowList.Completeness.complete.rawValue,
        records: records)
    }
    return request
  }
}
