internal import GRDB
internal import LawLanguage
internal import Synchronization

/// What becomes of an open case under the law that waits.
public struct CaseUnderWaitingLaw: Sendable, Hashable {
  /// The case.
  public let id: CaseID
  /// Its number.
  public let number: CaseNumber
  /// What would come out otherwise; nil where the case cannot be decided by one of the two.
  public let change: DecisionChange?
  /// Why it cannot be decided by the law that waits.
  public let trouble: String?
}

/// What becomes of the open cases under the law that waits.
public struct AdoptionPreview: Sendable, Hashable {
  /// Those of which something would come out otherwise.
  public let cases: [CaseUnderWaitingLaw]
  /// How many open cases were looked at.
  public let looked: Int
  /// Whether there are more, which were not looked at.
  public let isCut: Bool
}

extension Office {
  /// The most open cases that a preview looks at.
  public static let longestPreview = 300

  /// Decides every open case by the adopted law and by the one that waits, as of now, and keeps what differs. Nothing is
  /// recorded. Without adopted law, or without one that waits, there is nothing to compare.
  public func adoptionPreview(for staff: Staff) async throws(OfficeRefusal) -> AdoptionPreview {
    try require(.readLaw, of: staff)
    let (adopted, beside) = state.withLock { ($0.adopted, $0.beside) }
    guard let adopted, adopted.digest != beside.digest, staff.may(.readCases) else {
      return AdoptionPreview(cases: [], looked: 0, isCut: false)
    }
    let (seesSealed, limit) = (staff.may(.readSealed), Office.longestPreview)
    let files = try await read { rows in
      try rows.openEntries(in: staff.agency, withSealed: seesSealed, limit: limit + 1).map { try rows.file(of: $0) }
    }
    let (profile, now) = (try profile(staff.agency), clock())
    let cases = files.prefix(limit).compactMap { file -> CaseUnderWaitingLaw? in
      guard file.proposal != nil || file.notProposed != nil else { return nil }
      func proposal(by law: OfficeLaw) throws(CaseRefusal) -> Proposal {
        try law.proposal(on: file, for: profile, at: now, because: .law, isWhole: false)
      }
      do {
        let after = try proposal(by: beside)
        let before = try? proposal(by: adopted)
        guard let before else {
          return CaseUnderWaitingLaw(id: file.id, number: file.number, change: nil, trouble: nil)
        }
        let change = DecisionChange(
          cause: .law, from: (before.day, before.answers, before.duties),
          to: (after.day, after.answers, after.duties))
        return change.isEmpty
          ? nil : CaseUnderWaitingLaw(id: file.id, number: file.number, change: change, trouble: nil)
      } catch {
        return CaseUnderWaitingLaw(id: file.id, number: file.number, change: nil, trouble: "\(error)")
      }
    }
    return AdoptionPreview(cases: cases, looked: min(files.count, limit), isCut: files.count > limit)
  }
}

extension CaseRows {
  func openEntries(in agency: String, withSealed: Bool, limit: Int) throws -> [Entry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(CaseRows.columns) FROM desk_case
        WHERE agency = ? AND closed IS NULL AND stage <> 'erased' AND (? OR NOT is_sealed) ORDER BY row DESC LIMIT ?
        """, arguments: [agency, withSealed, limit]
    ).compactMap(CaseRows.entry)
  }
}
