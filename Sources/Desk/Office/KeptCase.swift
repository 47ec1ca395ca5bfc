/// What whoever keeps records sees of a case, which they need not be able to read.
public struct KeptCase: Sendable, Hashable {
  /// The case.
  public let id: CaseID
  /// The number that the office knows it by.
  public let number: CaseNumber
  /// How many events it has: what a change is made against.
  public let version: Int
  /// Whether it is sealed.
  public let isSealed: Bool
  /// Whether it is under a legal hold.
  public let isHeld: Bool
}

extension Office {
  /// A case as its keeper sees it, sealed or not.
  public func keptCase(_ id: CaseID, for staff: Staff) async throws(OfficeRefusal) -> KeptCase {
    try require(.keepRecords, of: staff)
    return try await read { rows in
      let entry = try self.entry(id, for: staff, in: rows, toKeep: true)
      return KeptCase(
        id: id, number: entry.number, version: entry.version, isSealed: entry.isSealed, isHeld: entry.isHeld)
    }
  }
}
