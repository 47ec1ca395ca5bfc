package import Desk
import Foundation
package import LawLanguage
import Ledger
package import Logging
import Reasoning
import ServiceLifecycle
import Synchronization
import UnixSignals

/// A desk that was opened: its databases, its law, its pages.
package struct OpenDesk: Sendable {
  private let office: Office
  private let settings: Settings
  private let site: Site
  private let port: BoundPort
  private let press: LetterPress
  private let logger: Logger

  /// Everything that it answers to.
  package var routes: [Route] { site.answering.routes.routes }

  /// Why a desk cannot be opened, in a sentence that says what to do.
  package struct Trouble: Error, Sendable, CustomStringConvertible {
    package let description: String
  }

  private static func agency(of settings: Settings) throws(Trouble) -> Settings.Agency {
    guard let agency = settings.agency else {
      throw Trouble(
        description: "whose desk it is is not set; write \"agency\": {\"name\": …, \"kind\": \"county-jail\", "
          + "\"jurisdiction\": \"IL\"} into the settings, or try tenth serve --demo")
    }
    return agency
  }

  /// Whether a desk could be opened with these settings and this law; nothing is made or changed.
  ///
  /// - Returns: The migrations that opening would make, tried on a copy.
  package static func check(
    _ settings: Settings, isDemonstration: Bool, files: [SourceFile]
  ) async throws -> [String] {
    if isDemonstration { return [] }
    let agency = try agency(of: settings)
    let law: OfficeLaw
    do { law = try OfficeLaw(files: files, for: [agency.jurisdiction]) } catch {
      throw Trouble(description: "\(error)")
    }
    let vocabulary = law.library.vocabulary
    guard vocabulary.agency(agency.kind) != nil else {
      throw Trouble(description: "the law knows no kind of agency \"\(agency.kind)\"; county-jail is one")
    }
    for place in [agency.jurisdiction, agency.locality].compactMap(\.self) where vocabulary.place(place) == nil {
      throw Trouble(description: "the law knows no place \"\(place)\"; correct jurisdiction or locality")
    }
    do { return try await Office.rehearseMigration(of: OfficeFolder(settings.data).database) } catch {
      throw Trouble(description: "the database could not be brought up to date: \(DeskFault.sentence(for: error))")
    }
  }

  /// What can wait and should be set: one sentence for each.
  package static func remarks(on settings: Settings) -> [String] {
    guard let agency = settings.agency else { return [] }
    let letterhead = Letterhead(
      office: agency.name, address: agency.address, contact: agency.contact, log: settings.logOrigin ?? "")
    return [letterhead.trouble].compactMap(\.self)
  }

  private static func profile(
    of agency: Settings.Agency, in folder: OfficeFolder
  ) async throws -> AgencyProfile {
    let name = agency.name.lowercased().replacing(" ", with: "-")
    return AgencyProfile(
      id: try await Office.agencyName(in: folder, otherwise: name), title: agency.name,
      jurisdiction: agency.jurisdiction, kind: agency.kind, locality: agency.locality,
      counselOnCall: agency.counsel)
  }

  /// The office of a folder that was served before, without its pages: for what is done from the command line.
  package static func office(_ settings: Settings, files: [SourceFile]) async throws -> Office {
    let folder = OfficeFolder(settings.data)
    guard FileManager.default.fileExists(atPath: folder.database) else {
      throw Trouble(description: "there is no desk in \(settings.data); give its folder")
    }
    let profile = try await profile(of: agency(of: settings), in: folder)
    do {
      return try await Office.open(
        folder, settings: OfficeSettings(agencies: [profile]), law: files,
        clock: { Instant(seconds: Int64(Date().timeIntervalSince1970)) })
    } catch let error as OfficeLaw.Unusable { throw Trouble(description: "\(error)") } catch {
      throw Trouble(description: DeskFault.sentence(for: error))
    }
  }

  /// Opens the desk in its folder; the first time, makes what is missing.
  package static func open(
    _ settings: Settings, isDemonstration: Bool, files: [SourceFile], logger: Logger,
    press: LetterPress = .findBesideProgram(),
    clock: @escaping @Sendable () -> Instant = { Instant(seconds: Int64(Date().timeIntervalSince1970)) }
  ) async throws -> OpenDesk {
    var settings = settings
    let demonstration = isDemonstration ? try Demonstration(in: settings.agency) : nil
    if let demonstration {
      settings.agency = demonstration.agency
      settings.library = nil
    }
    let agency = try OpenDesk.agency(of: settings)
    try FolderUse.claim(settings.data, isDemonstration: isDemonstration)
    let folder = OfficeFolder(settings.data)
    let origin = settings.origin.map { String($0.dropFirst("https://".count)) } ?? "localhost"
    try folder.prepare(logName: settings.logOrigin ?? "\(origin)/log")
    let profile =
      if let demonstration { demonstration.county.profile } else {
        try await OpenDesk.profile(of: agency, in: folder)
      }
    let office: Office
    do {
      office = try await Office.open(
        folder, settings: OfficeSettings(agencies: [profile]), law: files, clock: clock)
    } catch let error as OfficeLaw.Unusable { throw Trouble(description: "\(error)") }
    if let library = settings.library, let adopted = office.adopted?.digest, adopted != library {
      throw Trouble(
        description: "the desk has adopted the law \(adopted.prefix(12)), and its settings pin \(library.prefix(12)); "
          + "counsel says which of the two it is")
    }
    // A folder that was served before has its cases already.
    if let demonstration, office.adopted == nil { try await demonstration.county.fill(office, at: clock()) }
    guard let zone = office.beside.library.vocabulary.zone(of: profile.place) else {
      throw Trouble(description: "the law knows no time zone for \(profile.place); correct jurisdiction or locality")
    }
    let port = BoundPort()
    var writing = OfficeWork(office, zone: zone)
    writing.press = press
    writing.letterhead = Letterhead(
      office: profile.title, address: agency.address, contact: agency.contact,
      log: settings.logOrigin ?? "\(origin)/log")
    let work = writing
    // The first letter need not wait for the fonts.
    if let detail = press.detail { logger.warning("letters", metadata: ["trouble": "\(detail)"]) }
    await press.typesetter?.prepare()
    var parts = Site.Parts(
      settings: settings, office: profile.title, agency: profile.id, law: LawBook(office.beside.library),
      accounts: isDemonstration ? nil : try Accounts(folder: settings.data),
      players: demonstration?.players ?? [], clock: clock, logger: logger,
      publicFile: { try await office.ledger.publicFile($0, at: $1) },
      trouble: { await OpenDesk.trouble(office) }, work: { deskRoutes(work, $0) })
    parts.shelf = LawShelf(office)
    parts.waiting = { (try? await office.ledger.waiting()) ?? 0 }
    parts.recordAccess = { try await office.record($0) }
    parts.program = { try await office.program(bearing: $0) }
    parts.api = Site.API(office: office, zone: zone)
    let site = try await Site(parts, port: { port.number })
    return OpenDesk(office: office, settings: settings, site: site, port: port, press: press, logger: logger)
  }

  private static func trouble(_ office: Office) async -> String? {
    let standing = await office.ledger.standing
    if case .signing = standing { return nil }
    return "\(standing)"
  }

  /// Serves until it is told to stop. What is being recorded then is recorded to its end.
  ///
  /// - Parameter onReady: Told the desk's address, and the link of the first administrator if nobody can sign in yet.
  package func serve(onReady: @escaping @Sendable (_ address: String, _ link: String?) -> Void) async throws {
    let (port, settings, site) = (port, settings, site)
    let server = Server(
      answering: site.answering, address: settings.address, port: settings.port, logger: logger
    ) { number in
      port.set(number)
      let address = settings.origin ?? "http://localhost:\(number)"
      onReady(address, site.firstLink.map { address + $0 })
    }
    var configuration = ServiceGroupConfiguration(
      services: [
        .init(service: EveryMinute(office: office, schedule: settings.schedule, logger: logger)),
        .init(service: HookSender(office, logger: logger)),
        .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup),
      ], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: Logger(label: "services") { _ in SwiftLogNoOpLogHandler() })
    configuration.maximumGracefulShutdownDuration = .seconds(30)
    let stopped: (any Error)?
    do {
      try await ServiceGroup(configuration: configuration).run()
      stopped = nil
    } catch { stopped = error }
    await press.typesetter?.stop()
    if let stopped { throw stopped }
  }
}

/// The port, once there is one.
final class BoundPort: Sendable {
  private let value = Mutex(0)
  var number: Int { value.withLock { $0 } }
  func set(_ number: Int) { value.withLock { $0 = number } }
}

/// What the desk does by the clock: decides again what time may have changed, and publishes the log.
private struct EveryMinute: Service {
  let office: Office
  let schedule: PublicationSchedule
  let logger: Logger

  private func trouble(_ doing: Logger.Message, _ error: any Error) {
    logger.error(doing, metadata: ["error": "\(type(of: error))"])
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        // One that fails must not keep the other from being done.
        do { while try await office.reconsider().count == 200 {} } catch { trouble("deciding again", error) }
        do {
          let now = Date().timeIntervalSince1970
          try await office.forgetAnswers(before: Instant(seconds: Int64(now) - 48 * 3600))
          let publication = try await office.ledger.publish(at: Int(now), by: schedule)
          if let waiting = publication?.waiting, waiting > 0 {
            logger.warning("log-block is too small for what happens here", metadata: ["waiting": "\(waiting)"])
          }
        } catch { trouble("publishing the log", error) }
        do { try await office.finishErasing() } catch { trouble("finishing what was erased", error) }
        try? await Task.sleep(for: .seconds(60))
      }
    }
  }
}
