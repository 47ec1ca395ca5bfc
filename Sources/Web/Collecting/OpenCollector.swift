package import Desk
import Foundation
package import LawLanguage
import Ledger
package import Logging
import Reasoning
import ServiceLifecycle
import UnixSignals

/// A collector that was opened: its register, its log, its pages.
package struct OpenCollector: Sendable {
  private let collector: Collector
  private let settings: Settings
  private let port: BoundPort
  private let logger: Logger
  /// What it serves.
  package let site: Site

  /// Whether a collector could be opened with these settings; nothing is made or changed.
  package static func profile(of settings: Settings, files: [SourceFile]) throws -> (CollectorProfile, OfficeLaw) {
    guard let collecting = settings.collector else {
      throw OpenDesk.Trouble(
        description:
          "who collects is not set; write \"collector\": {\"name\": …, \"jurisdiction\": \"IL\", \"forms\": [\"il-trust\"]} "
          + "into the settings")
    }
    let law: OfficeLaw
    do { law = try OfficeLaw(files: files, for: [collecting.jurisdiction]) } catch {
      throw OpenDesk.Trouble(description: "\(error)")
    }
    let known = ReportForm.all.filter { $0.isCollected && $0.jurisdiction == collecting.jurisdiction }
    let forms = collecting.forms.compactMap { id in known.first { $0.id == id } }
    guard !forms.isEmpty, forms.count == collecting.forms.count else {
      throw OpenDesk.Trouble(
        description:
          "the forms that can be collected in \(collecting.jurisdiction) are \(known.map(\.id).joined(separator: ", "))"
      )
    }
    guard let zone = law.library.vocabulary.zone(of: collecting.jurisdiction) else {
      throw OpenDesk.Trouble(description: "the law knows no time zone for \(collecting.jurisdiction)")
    }
    let id = collecting.name.lowercased().replacing(" ", with: "-")
    return (CollectorProfile(id: id, title: collecting.name, forms: forms, zone: zone), law)
  }

  /// Opens the collector in its folder; the first time, makes what is missing.
  ///
  /// - Parameter players: Made-up people, where nobody signs in; in tests alone.
  package static func open(
    _ settings: Settings, files: [SourceFile], logger: Logger, players: [Staff] = [],
    clock: @escaping @Sendable () -> Instant = { Instant(seconds: Int64(Date().timeIntervalSince1970)) }
  ) async throws -> OpenCollector {
    let (profile, law) = try profile(of: settings, files: files)
    let host = settings.origin.map { String($0.dropFirst("https://".count)) } ?? "localhost"
    let collector = try await Collector.open(
      settings.data, profile: profile, logName: settings.logOrigin ?? "\(host)/log", clock: clock)
    let port = BoundPort()
    let origin: @Sendable () -> String = { settings.origin ?? "http://localhost:\(port.number)" }
    var parts = Site.Parts(
      settings: settings, office: profile.title, agency: profile.id, law: LawBook(law.library),
      accounts: players.isEmpty ? try Accounts(folder: settings.data) : nil, players: players, clock: clock,
      logger: logger, publicFile: { try await collector.ledger.publicFile($0, at: $1) },
      trouble: {
        let standing = await collector.ledger.standing
        if case .signing = standing { return nil }
        return "\(standing)"
      }, work: { collectorRoutes(CollectorWork(collector: collector, origin: origin), $0) })
    parts.sections = Page.Section.collector
    let site = try await Site(parts, port: { port.number })
    return OpenCollector(collector: collector, settings: settings, port: port, logger: logger, site: site)
  }

  /// Serves until it is told to stop.
  ///
  /// - Parameter onReady: Told the address, and the link of the first administrator if nobody can sign in yet.
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
        .init(service: Publishing(collector: collector, schedule: settings.schedule, logger: logger)),
        .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup),
      ], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: Logger(label: "services") { _ in SwiftLogNoOpLogHandler() })
    configuration.maximumGracefulShutdownDuration = .seconds(30)
    try await ServiceGroup(configuration: configuration).run()
  }
}

/// Publishes the collector's log by the clock.
private struct Publishing: Service {
  let collector: Collector
  let schedule: PublicationSchedule
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          _ = try await collector.ledger.publish(at: Int(Date().timeIntervalSince1970), by: schedule)
        } catch { logger.error("publishing the log", metadata: ["error": "\(type(of: error))"]) }
        try? await Task.sleep(for: .seconds(60))
      }
    }
  }
}
