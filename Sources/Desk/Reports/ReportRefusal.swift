/// Why something cannot be done to a report, or to what a collector keeps, in words for whoever asked.
public enum ReportRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such form, or it is another state's.
  case noForm
  /// The period is not one of the form's.
  case noPeriod
  /// The period is not over.
  case notOver(ReportPeriod)
  /// Somebody else was first.
  case changedMeanwhile
  /// Something is still missing.
  case incomplete(gaps: Int, obstacles: Int)
  /// It stands as it is.
  case isCertified
  /// It must be certified first.
  case notCertified
  /// There is nothing to report, and the law wants no report of nothing.
  case nothingToReport
  /// It was sent to all it goes to.
  case isFiled
  /// It is not that kind of report: what is filed is never published, and what is published is never filed.
  case otherKind(String)
  /// What is written cannot stand in the column.
  case value(column: String, why: String)
  /// There is no such entry, part or column, or nothing is missing there.
  case noGap
  /// The entry is certain to belong into the report.
  case staysIn
  /// A table that overlaps was published: subtracting one from the other could show what is left out.
  case overlaps(ReportPeriod)
  /// Nothing of the table could be shown safely.
  case nothingSafe
  /// There is nothing to amend.
  case nothingToAmend
  /// Somebody proposed it already, or nobody did.
  case notProposed
  /// The agency is in the register already, or is not.
  case agency(String)
  /// The register's file does not fit: nothing was changed.
  case register([DelimitedText.Mistake])
  /// The list cannot be published yet, and why.
  case listNotDue(String)
  /// What came with a report does not prove it.
  case proof(String)

  /// A sentence for a person.
  public var description: String {
    switch self {
    case .noForm: "there is no such form here"
    case .noPeriod: "the form is not about such a period"
    case .notOver(let period): "\(period.words) is not over; a report is certified when it is"
    case .changedMeanwhile: "somebody else changed it while you looked at it; nothing of yours was recorded: look again"
    case .incomplete(let gaps, let obstacles):
      "it is not complete: \(gaps) value\(gaps == 1 ? " is" : "s are") missing"
        + (obstacles > 0 ? ", and \(obstacles) request\(obstacles == 1 ? "" : "s") could not be read" : "")
    case .isCertified: "it is certified and stands as it is; amend it to put it right"
    case .notCertified: "it is not certified"
    case .nothingToReport: "nothing came in this period, and the law wants no report of nothing"
    case .isFiled: "it was sent to everybody it goes to"
    case .otherKind(let kind): "this report is \(kind)"
    case .value(let column, let why): "\(column): \(why)"
    case .noGap: "nothing is missing there; what a case says is put right in the case"
    case .staysIn: "the law wants every such entry; it cannot be left out"
    case .overlaps(let period):
      "a table for \(period.words) is published, and this one overlaps it: subtracting one from the other could show what "
        + "is left out"
    case .nothingSafe: "so few came that no table can be shown without giving them away; take a longer period"
    case .nothingToAmend: "there is nothing to amend yet"
    case .notProposed: "it does not wait for a second person"
    case .agency(let what): what
    case .register(let mistakes): mistakes.map(\.description).joined(separator: " ")
    case .listNotDue(let why): why
    case .proof(let why): "what came with the report does not prove it: \(why)"
    }
  }
}
