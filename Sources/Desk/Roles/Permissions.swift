/// What can be done at the desk, as far as roles tell it apart.
public enum OfficeAction: String, Sendable, Hashable, CaseIterable {
  /// See the list of cases, what is due, and a case without the person's name.
  case readCases = "read-cases"
  /// See whom a case is about.
  case readPersons = "read-persons"
  /// See a document that came in or went out.
  case readDocuments = "read-documents"
  /// See a case that is sealed.
  case readSealed = "read-sealed"
  /// Enter a request or begin a case.
  case enterCases = "enter-cases"
  /// Record papers, facts, documents, what was done, and the outcome.
  case recordFacts = "record-facts"
  /// Settle a judgement by name.
  case judge
  /// Decide.
  case decide
  /// Decide in an emergency in place of an officer.
  case breakGlass = "break-glass"
  /// Look over what somebody else decided.
  case review
  /// Say what evidence of citizenship comes to.
  case settleCitizenship = "settle-citizenship"
  /// Close a case, and open it again.
  case closeCases = "close-cases"
  /// Read and write privileged notes.
  case privilegedNotes = "privileged-notes"
  /// Propose or confirm the law that the desk runs on.
  case adoptLaw = "adopt-law"
  /// See which law is adopted and what waits.
  case readLaw = "read-law"
  /// Prepare and publish reports.
  case publish
  /// Place and lift legal holds, seal, and dispose of what schedules let go.
  case keepRecords = "keep-records"
  /// Confirm that a record goes, or that a case is handed out, which somebody else proposed.
  case confirmDisposal = "confirm-disposal"
  /// See the log, its proofs and who did what.
  case readLog = "read-log"
  /// Set up people, keys, backups.
  case administer
}

/// Whether a role permits an action: the whole table.
///
/// Nobody decides and publishes. Administrators read no case. Auditors write nothing. Breaking glass hangs on a person
/// whom the agency has named, not on a role.
public func permits(_ role: StaffRole, _ action: OfficeAction) -> Bool {
  switch role {
  case .intakeClerk:
    switch action {
    case .readCases, .readPersons, .readDocuments, .enterCases, .recordFacts, .closeCases, .readLaw: true
    case .readSealed, .judge, .decide, .breakGlass, .review, .settleCitizenship, .privilegedNotes, .adoptLaw, .publish,
      .keepRecords, .confirmDisposal, .readLog, .administer:
      false
    }
  case .decider:
    switch action {
    case .readCases, .readPersons, .readDocuments, .enterCases, .recordFacts, .judge, .decide, .review, .closeCases,
      .readLaw:
      true
    case .readSealed, .breakGlass, .settleCitizenship, .privilegedNotes, .adoptLaw, .publish, .keepRecords,
      .confirmDisposal, .readLog,
      .administer:
      false
    }
  case .counsel:
    switch action {
    case .readCases, .readPersons, .readDocuments, .readSealed, .review, .settleCitizenship, .privilegedNotes,
      .adoptLaw, .readLaw, .readLog, .confirmDisposal:
      true
    case .enterCases, .recordFacts, .judge, .decide, .breakGlass, .closeCases, .publish, .keepRecords, .administer:
      false
    }
  case .publisher:
    switch action {
    case .readCases, .readLaw, .publish, .keepRecords, .confirmDisposal, .readLog: true
    case .readPersons, .readDocuments, .readSealed, .enterCases, .recordFacts, .judge, .decide, .breakGlass, .review,
      .settleCitizenship, .closeCases, .privilegedNotes, .adoptLaw, .administer:
      false
    }
  case .auditor:
    switch action {
    case .readCases, .readLaw, .readLog: true
    case .readPersons, .readDocuments, .readSealed, .enterCases, .recordFacts, .judge, .decide, .breakGlass, .review,
      .settleCitizenship, .closeCases, .privilegedNotes, .adoptLaw, .publish, .keepRecords, .confirmDisposal,
      .administer:
      false
    }
  case .administrator:
    switch action {
    case .administer, .readLaw: true
    case .readCases, .readPersons, .readDocuments, .readSealed, .enterCases, .recordFacts, .judge, .decide, .breakGlass,
      .review, .settleCitizenship, .closeCases, .privilegedNotes, .adoptLaw, .publish, .keepRecords, .confirmDisposal,
      .readLog:
      false
    }
  case .apiClient:
    switch action {
    // Of documents, a token opens what its scopes say.
    case .readCases, .readDocuments, .enterCases, .recordFacts, .readLaw: true
    case .readPersons, .readSealed, .judge, .decide, .breakGlass, .review, .settleCitizenship,
      .closeCases, .privilegedNotes, .adoptLaw, .publish, .keepRecords, .confirmDisposal, .readLog, .administer:
      false
    }
  }
}

extension OfficeAction {
  /// Whether it changes anything.
  public var writes: Bool {
    switch self {
    case .readCases, .readPersons, .readDocuments, .readSealed, .readLaw, .readLog: false
    case .enterCases, .recordFacts, .judge, .decide, .breakGlass, .review, .settleCitizenship, .closeCases,
      .privilegedNotes, .adoptLaw, .publish, .keepRecords, .confirmDisposal, .administer:
      true
    }
  }
}
