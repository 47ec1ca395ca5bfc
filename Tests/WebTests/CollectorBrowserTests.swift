import Desk
import Foundation
import LawLanguage
import Logging
import Synchronization
import Testing
import Web

/// Reports and their collector in Chromium. Skipped where Chromium or Playwright are not installed.
@Suite(.serialized) struct CollectorBrowserTests {
  private final class Clock: Sendable {
    private let instant: Mutex<Instant>
    init(_ start: Instant) { instant = Mutex(start) }
    var now: Instant { instant.withLock { $0 } }
    func set(_ later: Instant) { instant.withLock { $0 = later } }
  }

  @Test(.enabled("Chromium, Playwright and axe are not installed") { Chromium.isThere })
  func aYearWithoutRequestsIsCertifiedAndFiledAndATablePublishedByTwo() async throws {
    try await Chromium.withFolder { folder in
      var settings = Settings()
      (settings.data, settings.port) = (folder.path(), 0)
      let desk = try await OpenDesk.open(
        settings, isDemonstration: true, files: Chromium.laws, logger: Chromium.quiet)
      try await Chromium.serving({ try await desk.serve(onReady: $0) }) { address in
        try await Chromium.tell("reports_in_a_browser.py", [address])
      }
    }
  }

  @Test(.enabled("Chromium, Playwright and axe are not installed") { Chromium.isThere })
  func threeOfThreeHundredAgenciesAreLateAndListedAfterNotice() async throws {
    try await Chromium.withFolder { folder in
      var settings = Settings()
      (settings.data, settings.port) = (folder.path(), 0)
      settings.collector = .init(name: "Attorney General of Example State", jurisdiction: "IL", forms: ["il-trust"])
      func player(_ name: String, _ role: StaffRole) throws -> Staff {
        try Staff(
          id: name.lowercased(), name: "Sample \(name)", title: "", agency: "attorney-general-of-example-state",
          roles: [role])
      }
      let zone = try #require(Zone(identifier: "America/Chicago"))
      func morning(_ text: String) throws -> Instant { zone.instant(of: try #require(Day(text)), minutes: 540) }
      let clock = Clock(try morning("2026-02-10"))
      let later = try morning("2026-03-10")
      let collector = try await OpenCollector.open(
        settings, files: Chromium.laws, logger: Chromium.quiet,
        players: [try player("Publisher", .publisher), try player("Counsel", .counsel)], clock: { clock.now })
      try await Chromium.serving({ try await collector.serve(onReady: $0) }) { address in
        try await Chromium.tell("collector_in_a_browser.py", [address, "2025", "before", "2026-03-05"])
        clock.set(later)
        try await Chromium.tell("collector_in_a_browser.py", [address, "2025", "after", "2026-03-05"])
      }
    }
  }
}
