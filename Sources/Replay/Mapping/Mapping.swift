/// What a table's columns say in the words of the law: a document of `Mappings/`, read.
///
/// A column that no statement names is never looked at; one that a file lacks leaves its facts unknown. Whatever a statement
/// does not foresee is counted and listed, and never guessed.
package struct Mapping: Sendable {
  /// `ice-detainers-65`.
  package internal(set) var name = ""
  /// The document's heading.
  package internal(set) var title = ""
  /// The document.
  package let path: String
  /// The main table first: each of its rows is looked at as a request.
  package internal(set) var tables: [Table] = []
  /// The acts that each row is decided for.
  package internal(set) var acts: [String] = []
  /// The kinds of agency that a row may be about, where no column says which.
  package internal(set) var agencies: [String] = []
  /// What columns say.
  package internal(set) var columns: [Column] = []
  /// Papers that may have lain beside the one recorded.
  package internal(set) var perhapsWith: [String] = []
  /// Columns that are dropped at reading: what points at a person.
  package internal(set) var dropped: [ColumnName] = []
  /// What comes first in dates with strokes.
  package internal(set) var dateOrder: CivilTime.Order?
  /// Whether days were moved before the table was published, so that holidays do not fall where they did.
  package internal(set) var isShifted = false
  /// When the last local ground ended.
  package internal(set) var release: Moment?
  /// When the hold ended.
  package internal(set) var hold: Moment?
  /// Where the hold's own record has no time: when the whole stay ended.
  package internal(set) var stay: Moment?

  init(path: String) { self.path = path }

  /// A table and the columns by which it is known.
  package struct Table: Sendable, Hashable {
    /// Its name in the mapping.
    package let name: String
    /// The file's name, where a folder of tables is mapped.
    package let file: String?
    /// Columns that a header must have.
    package let known: [ColumnName]
  }

  /// What a column is called, and may be called elsewhere.
  package struct ColumnName: Sendable, Hashable {
    /// In the order of preference; the first is what it is called in messages.
    package let names: [String]

    /// What it is called in messages.
    package var name: String { names.first ?? "" }

    /// How names are compared: letters and digits, everything else being one underscore.
    package static func folded(_ name: String) -> String {
      var result = ""
      for scalar in name.lowercased().unicodeScalars {
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
          result.unicodeScalars.append(scalar)
        } else if !result.isEmpty, !result.hasSuffix("_") {
          result += "_"
        }
      }
      return result.hasSuffix("_") ? String(result.dropLast()) : result
    }
  }

  /// What one column, or several together, say.
  package struct Column: Sendable {
    /// One; or several of which any may say yes.
    package let names: [ColumnName]
    /// Whether it is `any of` several.
    package let isAny: Bool
    /// What they are about.
    package let target: Target
    /// Values and what they mean.
    package internal(set) var values: [Value]
    /// The statement's line.
    package let line: Int
  }

  /// What a column is about.
  package enum Target: Sendable, Hashable {
    case day, jurisdiction, locality, place, agency, paper, outcome
    /// What lay beside the paper.
    case beside
    /// A fact, or a field of papers (`i247a.signer`).
    case fact(String)
    /// A judgement, where the table records what a named person settled.
    case judgement(String)

    /// As a mapping writes it.
    package var written: String {
      switch self {
      case .day: "the day"
      case .jurisdiction: "the jurisdiction"
      case .locality: "the locality"
      case .place: "the place"
      case .agency: "the agency"
      case .paper: "the paper"
      case .beside: "the paper beside it"
      case .outcome: "the outcome"
      case .fact(let name): name
      case .judgement(let name): "the judgement \(name)"
      }
    }

    /// The fact or judgement that it is about.
    var fact: String? {
      switch self {
      case .fact(let name), .judgement(let name): name
      case .day, .jurisdiction, .locality, .place, .agency, .paper, .beside, .outcome: nil
      }
    }
  }

  /// Values written in a table, and what they mean.
  package struct Value: Sendable, Hashable {
    /// `*` stands for anything; capitals and spaces do not count. Empty for `blank`.
    package let patterns: [String]
    /// What they mean.
    package let meaning: Meaning
    /// The statement's line.
    package let line: Int
  }

  /// What a value means.
  package enum Meaning: Sendable, Hashable {
    case unknown
    /// No paper and no event: the row is no request.
    case nothing
    /// One of these; which of them is not recorded.
    case oneOf([String])
  }

  /// A moment of a stay, as records tell it.
  package enum Moment: Sendable, Hashable {
    /// A column of the main table with a day and a time.
    case at(ColumnName)
    /// Hours after booking, in the main table.
    case hours(ColumnName)
    /// Hours after booking: the last of those in another table's rows that belong to this one and pass the test.
    case lastHours(ColumnName, table: String, key: ColumnName, test: Test)

    /// Whether it is a moment of the calendar, not hours after booking.
    var isMoment: Bool {
      switch self {
      case .at: true
      case .hours, .lastHours: false
      }
    }

    /// A column's value that a row must, or must not, have.
    package struct Test: Sendable, Hashable {
      package let column: ColumnName
      package let value: String
      package let isNegated: Bool
    }
  }
}

/// What is wrong with a mapping: every mistake with its file, line and what to do.
package struct MappingProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// A sentence each.
  package let lines: [String]

  /// What is wrong.
  package init(_ lines: [String]) { self.lines = lines }

  /// All, one a line.
  package var description: String { lines.joined(separator: "\n") }
}
