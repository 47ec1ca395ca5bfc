import Desk
import Foundation
import LawLanguage
import Ledger
import Reasoning

/// The office's reports as the pages need them: each call is made by somebody, and answered or refused in words.
struct ReportWork: Sendable {
  private let office: Office
  private let press: ReportPress
  let zone: Zone

  init(_ work: OfficeWork) {
    office = work.office
    zone = work.zone
    press = ReportPress()
  }

  var words: MomentWords { MomentWords(zone: zone) }

  private func staff(_ exchange: Exchange) throws(Refused) -> Staff {
    guard let staff = exchange.visitor.staff else { throw Refused(.unauthorised, "Sign in to go on.") }
    return staff
  }

  /// The form and the period of a path.
  private func place(_ exchange: Exchange) throws(Refused) -> (form: String, period: ReportPeriod) {
    guard let period = ReportPeriod(exchange.parameter("period")) else {
      throw Refused(.notFound, "A period is written as 2025, 2025-Q3 or 2025-07.")
    }
    return (exchange.parameter("form"), period)
  }

  private func edition(_ exchange: Exchange) throws(Refused) -> Int {
    guard let edition = Int(exchange.parameter("edition")), (1...10_000).contains(edition) else {
      throw Refused(.notFound, "The report has no such edition.")
    }
    return edition
  }

  private func refusing<Value: Sendable>(at field: String? = nil, _ body: () async throws -> Value) async throws
    -> Value
  {
    do { return try await body() } catch let error as OfficeRefusal {
      switch error {
      case .report(.noForm), .report(.noPeriod): throw Refused(.notFound, "\(error)".capitalisedFirst + ".")
      case .report(.changedMeanwhile): throw Refused(.conflict, "\(error)".capitalisedFirst + ".")
      case .report, .refused:
        guard let field else { throw Refused(error) }
        throw Mistakes(field, "\(error)".capitalisedFirst + ".")
      default: throw Refused(error)
      }
    }
  }

  /// What people call the agency of whoever asks.
  func title(_ exchange: Exchange) -> String {
    office.settings.agencies.first { $0.id == exchange.visitor.staff?.agency }?.title ?? ""
  }

  // MARK: Reading

  func all(_ exchange: Exchange) async throws -> [ReportListing] {
    let staff = try staff(exchange)
    return try await refusing { try await office.reports(for: staff) }
  }

  func view(_ exchange: Exchange) async throws -> ReportView {
    let (staff, place) = (try staff(exchange), try place(exchange))
    return try await refusing { try await office.report(place.form, place.period, for: staff) }
  }

  /// What everybody may see.
  func publications() async throws -> [PublishedTable] {
    guard let agency = office.settings.agencies.first else { return [] }
    return try await refusing { try await office.publications(of: agency.id) }
  }

  func file(_ exchange: Exchange, receipt: Bool) async throws -> [UInt8] {
    let (staff, place, edition) = (try staff(exchange), try place(exchange), try edition(exchange))
    return try await refusing {
      try await office.reportFile(place.form, place.period, edition: edition, receipt: receipt, for: staff)
    }
  }

  func proof(_ exchange: Exchange) async throws -> LogProof? {
    let (staff, place, edition) = (try staff(exchange), try place(exchange), try edition(exchange))
    return try await refusing { try await office.reportProof(place.form, place.period, edition: edition, for: staff) }
  }

  func pdf(_ exchange: Exchange) async throws -> [UInt8] {
    let (view, edition) = (try await view(exchange), try edition(exchange))
    let csv = try await file(exchange, receipt: false)
    guard let letter = view.letter(edition: edition, csv: csv, office: title(exchange), words: words) else {
      throw Refused(.notFound, "The report has no such edition.")
    }
    return try await press.pdf(letter)
  }

  // MARK: Doing

  func perform(_ command: ReportCommand, _ exchange: Exchange, refusalAt field: String) async throws {
    let (staff, place) = (try staff(exchange), try place(exchange))
    guard let version = exchange.form.text("version").flatMap({ Int($0) }) else {
      throw Refused(.badRequest, "The form does not say which version of the report it is for. Load the page again.")
    }
    _ = try await refusing(at: field) {
      try await office.perform(command, on: place.form, place.period, version: version, by: staff)
    }
  }
}

/// Sets reports as PDF with the typesetter that is found beside the program.
struct ReportPress: Sendable {
  private let typesetter: Result<Typesetter, TypesettingError>

  init() {
    let environment = ProcessInfo.processInfo.environment
    let program = Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
    do {
      let letters = try LettersFolder.find(named: nil, environment: environment, program: program)
      do {
        let tools = try TypesettingTools.find(named: nil, environment: environment, program: program, letters: letters)
        typesetter = .success(Typesetter(tools))
      } catch { typesetter = .failure(error) }
    } catch { typesetter = .failure(.notReady(error.sentence)) }
  }

  func pdf(_ letter: Letter) async throws(Refused) -> [UInt8] {
    do { return try await typesetter.get().typeset(letter) } catch {
      throw Refused(.unavailable, "\(error.sentence) The file as CSV is whole without it.")
    }
  }
}
