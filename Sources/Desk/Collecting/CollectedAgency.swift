public import LawLanguage

/// An agency in a collector's register.
public struct CollectedAgency: Sendable, Hashable, Identifiable {
  /// Its name inside the program: random.
  public let id: CaseID
  /// What people call it.
  public let name: String
  /// Where it is: a county or a city.
  public let place: String
  /// Whether it is in the register no longer.
  public let isRemoved: Bool
  /// The key of its own log, where it runs one.
  public let logKey: String?
  let row: Int64
}

/// An agency to be added to the register.
public struct AgencyEntry: Sendable, Hashable {
  /// What people call it.
  public let name: String
  /// Where it is.
  public let place: String
  /// Whom to write to: an address for letters or e-mail.
  public let contact: String

  /// An agency of that name in that place.
  public init(name: String, place: String, contact: String) {
    self.name = name
    self.place = place
    self.contact = contact
  }

  /// The columns of a register's file.
  public static let columns = ["name", "place", "contact"]

  /// More agencies than any state has.
  static let most = 10_000

  /// Reads a register's file: all of it, or none and every mistake in it.
  static func read(_ bytes: [UInt8]) throws(ReportRefusal) -> [AgencyEntry] {
    let rows: [DelimitedText.Row]
    do { rows = try DelimitedText.read(bytes) } catch { throw .register([error]) }
    guard let first = rows.first, first.cells.map({ $0.trimmingSpace.lowercased() }) == columns else {
      throw .register([.init(line: 1, "the first row names the columns: \(columns.joined(separator: ", "))")])
    }
    guard rows.count - 1 <= most else { throw .register([.init(line: 1, "at most \(most) agencies are read at once")]) }
    var mistakes: [DelimitedText.Mistake] = []
    var seen: [String: Int] = [:]
    var entries: [AgencyEntry] = []
    for row in rows.dropFirst() {
      guard row.cells.count == columns.count else {
        mistakes.append(.init(line: row.line, "it has \(row.cells.count) cells, not \(columns.count)"))
        continue
      }
      let cells = row.cells.map(\.trimmingSpace)
      for (index, cell) in cells.enumerated() {
        if cell.isEmpty {
          mistakes.append(.init(line: row.line, column: index + 1, "the \(columns[index]) is empty"))
        } else if cell.utf8.count > TextBounds.short || cell.contains(where: \.isNewline) {
          mistakes.append(.init(line: row.line, column: index + 1, "one line of at most \(TextBounds.short) bytes"))
        }
      }
      let name = "\(cells[0])\u{0}\(cells[1])"
      if let other = seen[name] {
        mistakes.append(.init(line: row.line, column: 1, "the agency stands on line \(other) already"))
      }
      seen[name] = row.line
      entries.append(AgencyEntry(name: cells[0], place: cells[1], contact: cells[2]))
    }
    if entries.isEmpty, mistakes.isEmpty { mistakes.append(.init(line: 1, "it names no agency")) }
    guard mistakes.isEmpty else { throw .register(Array(mistakes.prefix(100))) }
    return entries
  }
}

/// A link through which an agency hands in reports. The secret is shown once; the register keeps its digest.
public struct AgencyLink: Sendable {
  /// The agency.
  public let id: CaseID
  /// What people call it.
  public let name: String
  /// What opens its page.
  public let secret: String
}

/// Something that an agency handed in.
public struct Submission: Sendable, Hashable, Identifiable {
  /// Its name inside the program: random.
  public let id: CaseID
  /// The agency.
  public let agency: CaseID
  /// The form.
  public let form: String
  /// The period.
  public let period: ReportPeriod
  /// When it came.
  public let received: Instant
  /// How it came.
  public let channel: Channel
  /// Whether it fits the form; otherwise it is kept, and counts as nothing.
  public let isAccepted: Bool
  /// Whether the log of the agency's own desk proves that it was certified there.
  public let isProven: Bool
  /// How many entries it has.
  public let entries: Int
  /// SHA-256 of the file.
  public let digest: String
  /// The log's entry that commits to it.
  public let entry: Int

  /// What it says, in words: `3 entries`.
  public var words: String {
    entries == 0 ? "Nothing to report" : "\(entries) entr\(entries == 1 ? "y" : "ies")"
  }

  /// How something came.
  public enum Channel: String, Sendable, Hashable, CaseIterable {
    /// Through the agency's link.
    case link
    /// Entered by the collector's staff, from paper or e-mail.
    case staff

    /// In words.
    public var title: String {
      switch self {
      case .link: "through its link"
      case .staff: "entered by staff"
      }
    }
  }
}

/// What comes of handing something in.
public struct SubmissionOutcome: Sendable {
  /// What is kept.
  public let submission: Submission
  /// What does not fit the form; none where it was accepted.
  public let mistakes: [DelimitedText.Mistake]
  /// The receipt: a signed note.
  public let receipt: [UInt8]
}

/// Where an agency stands with one form and period.
public struct AgencyStanding: Sendable, Hashable, Identifiable {
  /// The agency.
  public let agency: CollectedAgency
  /// What it handed in, the latest last.
  public let submissions: [Submission]
  /// The last day of the latest notice that it would be listed; nil where none was recorded.
  public let noticeUntil: Day?
  /// The last day on which the report was in time.
  public let due: Day?
  /// Whether it came, or was due, after that day.
  public let isLate: Bool

  /// The agency's name inside the program.
  public var id: CaseID { agency.id }
  /// The report that counts: the latest that fits.
  public var accepted: Submission? { submissions.last(where: \.isAccepted) }
  /// Whether a later report took an earlier one's place.
  public var isAmended: Bool { submissions.filter(\.isAccepted).count > 1 }

  /// In words.
  public var words: String {
    guard let accepted else {
      return submissions.isEmpty ? "nothing came" : "what came does not fit the form"
    }
    return
      (accepted.entries == 0 ? "nothing to report" : "\(accepted.entries) entr\(accepted.entries == 1 ? "y" : "ies")")
      + (isAmended ? ", amended" : "")
  }
}

/// The agencies that did not report, as shown to everybody.
public struct NonReporters: Sendable, Hashable, Identifiable {
  /// Its number.
  public let id: Int64
  /// The form.
  public let form: ReportForm
  /// The period.
  public let period: ReportPeriod
  /// Name and place of each.
  public let agencies: [Named]
  /// Who proposed it: name.
  public let proposedBy: String
  /// The account of whoever proposed it.
  public let proposer: String
  /// Since when it is shown; nil while it waits for a second person.
  public let from: Instant?

  /// An agency on the list.
  public struct Named: Sendable, Hashable, Codable {
    /// Its name inside the program.
    public let id: CaseID
    /// What people call it.
    public let name: String
    /// Where it is.
    public let place: String
    /// When it reported after all.
    public var reported: Day?
  }
}
