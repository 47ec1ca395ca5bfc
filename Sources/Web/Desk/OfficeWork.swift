package import Desk
package import LawLanguage
import Reasoning

/// The office's work as the pages need it: each call is made by somebody, and answered or refused in words.
package struct OfficeWork: Sendable {
  let office: Office
  /// The clocks of the office.
  let zone: Zone
  /// What letters are made with; nil where there are none.
  package var press: LetterPress?
  /// What stands over the office's letters; nil where that is not set.
  package var letterhead: Letterhead?

  package init(_ office: Office, zone: Zone) {
    self.office = office
    self.zone = zone
  }

  /// The law whose words the pages use: that adopted, or while none is, that which lies beside.
  var law: OfficeLaw { office.adopted ?? office.beside }

  // MARK: Reading

  func staff(_ exchange: Exchange) throws(Refused) -> Staff {
    guard let staff = exchange.visitor.staff else { throw Refused(.unauthorised, "Sign in to go on.") }
    return staff
  }

  func id(_ exchange: Exchange) throws(Refused) -> CaseID {
    guard let id = CaseID(exchange.parameter("id")) else { throw Refused(OfficeRefusal.noCase) }
    return id
  }

  func file(_ exchange: Exchange) async throws -> CaseFile {
    let (id, staff) = (try id(exchange), try staff(exchange))
    return try await refusing { try await office.caseFile(id, for: staff) }
  }

  func history(_ exchange: Exchange) async throws -> (file: CaseFile, events: [CaseEvent]) {
    let (id, staff) = (try id(exchange), try staff(exchange))
    let history = try await refusing { try await office.history(of: id, for: staff) }
    return (history.file, history.events)
  }

  /// What the law says of the case, with what would change it.
  func explained(_ file: CaseFile) -> Decision? { try? office.decision(on: file, explaining: true) }

  /// Whom the case is about, for those who may know.
  func person(of file: CaseFile, _ exchange: Exchange) async throws -> Person? {
    let staff = try staff(exchange)
    guard staff.may(.readPersons) else { return nil }
    return try await refusing { try await office.person(of: file.id, for: staff) }
  }

  /// What the law says of the case; nil where it cannot be asked.
  func decision(on file: CaseFile) -> Decision? { try? office.decision(on: file) }

  func keepingAuthority(of file: CaseFile) -> KeepingAuthority? { try? office.keepingAuthority(of: file) }

  func clocks(of file: CaseFile) -> [CaseClock] { (try? office.clocks(of: file)) ?? [] }

  func due(_ exchange: Exchange) async throws -> Desk.Page<DueItem> {
    let staff = try staff(exchange)
    return try await refusing {
      try await office.dueNow(for: staff, after: exchange.query.text("after"), limit: 50)
    }
  }

  func cases(_ exchange: Exchange) async throws -> Desk.Page<CaseSummary> {
    let staff = try staff(exchange)
    let stage = exchange.query.text("stage").flatMap(CaseStage.init)
    return try await refusing {
      try await office.cases(for: staff, in: stage, after: exchange.query.text("after"), limit: 50)
    }
  }

  // MARK: Writing

  func hand(_ exchange: Exchange, onBehalfOf: String? = nil) throws -> Hand {
    // A form sent twice is one act.
    let key = exchange.form.text("once").map { "form-\(exchange.route.template)-\($0)" }
    return Hand(
      try staff(exchange), onBehalfOf: onBehalfOf, late: try LateEntry.read(exchange.form, in: zone, now: exchange.now),
      idempotencyKey: key)
  }

  func open(_ arrival: ArrivalForm.Arrival, _ exchange: Exchange) async throws -> CaseID {
    let intake = Intake(opening: arrival.opening(try staff(exchange).agency), papers: arrival.papers)
    let hand = try hand(exchange, onBehalfOf: arrival.onBehalfOf)
    return try await refusing(at: "paper") { try await office.receive(intake, by: hand) }.id
  }

  func record(_ person: Person, in file: CaseFile, _ exchange: Exchange) async throws -> CaseFile {
    let (hand, version) = (try hand(exchange), version(exchange, file))
    _ = try await refusing(at: "name") { try await office.record(person, in: file.id, version: version, by: hand) }
    return try await self.file(exchange)
  }

  /// Does something to a case, and gives the case after it.
  ///
  /// - Throws: `Mistakes` at a field of the form, where what was sent can be put right.
  func perform(
    _ command: CaseCommand, on file: CaseFile, _ exchange: Exchange, refusalAt field: String = "answer"
  ) async throws -> CaseFile {
    let (hand, version) = (try hand(exchange), version(exchange, file))
    _ = try await refusing(at: field) {
      try await office.perform(command, on: file.id, version: version, by: hand)
    }
    return try await self.file(exchange)
  }

  /// The version that whoever sent the form had seen.
  func version(_ exchange: Exchange, _ file: CaseFile) -> Int {
    exchange.form.text("version").flatMap { Int($0) } ?? file.version
  }

  // MARK: Refusals

  func refusing<Value: Sendable>(
    at field: String? = nil, _ body: () async throws -> Value
  ) async throws -> Value {
    do { return try await body() } catch let error as OfficeRefusal {
      switch error {
      case .refused, .position:
        if let field { throw Mistakes(field, error.description.capitalisedFirst + ".") }
      default: break
      }
      throw Refused(error)
    }
  }
}

extension Refused {
  /// The desk's own refusal, as an answer over HTTP.
  package init(_ refusal: OfficeRefusal) {
    let status: Status =
      switch refusal {
      case .notPermitted, .sealed, .secondPersonNeeded: .forbidden
      case .noCase, .noAgency, .nothingThere: .notFound
      case .erased: .gone
      case .changedMeanwhile, .answerChanged, .keyReused: .conflict
      case .refused, .report, .position: .unprocessable
      case .nothingAdopted, .notRecorded: .unavailable
      case .diskFull: .insufficientStorage
      case .tooLarge: .contentTooLarge
      case .unreadable: .serverError
      case .lawChanged: .conflict
      }
    self.init(status, "\(refusal)".capitalisedFirst + ".")
    switch refusal {
    case .notRecorded(let trouble), .unreadable(let trouble): detail = trouble.detail
    default: break
    }
  }
}
