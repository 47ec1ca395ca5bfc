internal import LawLanguage

/// What stands in one column of one entry.
public enum ReportCell: Sendable, Hashable, Codable {
  /// What the case says, or somebody wrote.
  case value(String)
  /// The column does not apply to the entry.
  case doesNotApply
  /// The statute asks for it, and nothing recorded says it: a person finds out. Never guessed.
  case missing(why: String)

  /// As it stands in a file.
  var written: String {
    switch self {
    case .value(let text): text
    case .doesNotApply: ReportCell.notApplying
    case .missing: ""
    }
  }

  /// What a file says where a column does not apply.
  static let notApplying = "n/a"

  /// Whether somebody still has to fill it.
  public var isMissing: Bool {
    if case .missing = self { return true }
    return false
  }
}

/// One entry of a report.
public struct ReportRow: Sendable, Hashable {
  /// What names it inside the office, and stays the same: `2025-00012/1`. It stands in no file.
  public let key: String
  /// The case it comes from; nil where it was entered by hand.
  public let origin: CaseID?
  /// The cells by column.
  public var cells: [String: ReportCell]
  /// The columns that a person filled.
  public var filled: Set<String> = []
}

/// A part of a report with its rows.
public struct ReportList: Sendable, Hashable {
  /// What it is a list of.
  public let part: ReportPart
  /// Its entries in order.
  public var rows: [ReportRow]
}

/// A report as computed: all its lists as recorded up to a point.
public struct ReportSheet: Sendable, Hashable {
  /// The form.
  public let form: ReportForm
  /// The period.
  public let period: ReportPeriod
  /// The lists, one for each part.
  public var lists: [ReportList]
  /// What keeps it from being certified beside missing cells: cases that nobody has been able to read yet.
  public var obstacles: [String]
  /// What whoever certifies it should know.
  public var cautions: [String]

  /// A cell that somebody has to fill.
  public struct Gap: Sendable, Hashable {
    /// The part.
    public let part: ReportPart
    /// The number of the entry within the part, from 1.
    public let entry: Int
    /// The entry.
    public let row: ReportRow
    /// The column.
    public let column: ReportColumn
    /// Why it is open.
    public let why: String
  }

  /// What is missing, in order.
  public var gaps: [Gap] {
    lists.flatMap { list in
      list.rows.enumerated().flatMap { index, row in
        list.part.columns.compactMap { column in
          guard case .missing(let why)? = row.cells[column.id] else { return nil }
          return Gap(part: list.part, entry: index + 1, row: row, column: column, why: why)
        }
      }
    }
  }

  /// How many entries it has.
  public var count: Int { lists.reduce(0) { $0 + $1.rows.count } }

  /// Whether there is nothing to tell.
  public var isNil: Bool { count == 0 }

  /// The file of it.
  public var csv: [UInt8] { ReportFileForm(form).written(lists) }
}

extension ReportColumn.Kind {
  /// What is wrong with a text in such a column, and how it is written; or its one spelling.
  func read(_ text: String) -> Result<String, ReportMistake> {
    let text = text.trimmingSpace
    switch self {
    case .day:
      guard let day = Day(text) else { return .failure(ReportMistake("write the day as 2025-03-04")) }
      return .success(day.description)
    case .moment:
      let parts = text.split(separator: " ", omittingEmptySubsequences: false)
      let time = parts.count == 2 ? parts[1].split(separator: ":", omittingEmptySubsequences: false) : []
      guard let day = parts.first.flatMap({ Day($0) }), time.count == 2,
        time.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
        let hour = Int(time[0]), let minute = Int(time[1]), hour < 24, minute < 60
      else { return .failure(ReportMistake("write day and time as 2025-03-04 14:05")) }
      return .success("\(day) \(time[0]):\(time[1])")
    case .number:
      guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(text)
      else { return .failure(ReportMistake("write a whole number, without sign or comma")) }
      return .success("\(number)")
    case .choice(let words):
      guard let word = words.first(where: { $0 == text.lowercased() }) ?? words.first(where: { $0 == text }) else {
        return .failure(ReportMistake("write one of: \(words.joined(separator: ", "))"))
      }
      return .success(word)
    case .text:
      guard !text.isEmpty, text.utf8.count <= TextBounds.short, !text.contains(where: \.isNewline) else {
        return .failure(ReportMistake("write one line of at most \(TextBounds.short) bytes"))
      }
      return .success(text)
    }
  }
}

/// What is wrong with a value.
struct ReportMistake: Error, Hashable {
  let sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}
