import Foundation
import LawLanguage
import Logging
import Reasoning
import Testing
import Web

/// Stories of an office in Chromium, each by a clock of its own. Skipped where Chromium or Playwright are not installed.
@Suite(.serialized) struct StoryTests {
  /// One for each desk, which stops it with itself.
  static var press: LetterPress {
    LetterPress.find(
      environment: [
        "TENTH_LETTERS": Chromium.repository.appending(path: "Letters").path(),
        "TENTH_TYPESETTER": Chromium.repository.appending(path: ".build/typesetter/bin/python3").path(),
      ], program: "tenth")
  }

  /// Serves a desk of a folder while a story is told; then the desk is stopped.
  private func tell(_ story: String, in state: String, _ locality: String?, folder: URL) async throws {
    let clock = folder.appending(path: "clock")
    if !FileManager.default.fileExists(atPath: clock.path()) {
      try "1770000000".write(to: clock, atomically: true, encoding: .utf8)
    }
    let place = locality.map { #", "locality": "\#($0)""# } ?? ""
    let agency = #"{"name": "Example County Jail", "kind": "county-jail", "jurisdiction": "\#(state)"\#(place)}"#
    let settings = try Settings.read(
      file: RequestText(Array(#"{"agency": \#(agency)}"#.utf8), from: "desk.json"),
      environment: ["TENTH_PORT": "0", "TENTH_DATA": folder.appending(path: "data").path()])
    let desk = try await OpenDesk.open(
      settings, isDemonstration: true, files: Chromium.laws,
      logger: Chromium.quiet,
      press: StoryTests.press,
      clock: {
        let text = (try? String(contentsOf: clock, encoding: .utf8)) ?? ""
        return Instant(seconds: Int64(text) ?? 1_770_000_000)
      })
    try await Chromium.serving({ try await desk.serve(onReady: $0) }) { address in
      try await Chromium.tell("stories_in_a_browser.py", [address, clock.path(), story])
    }
  }

  @Test(
    .enabled("Chromium, Playwright and axe are not installed") { Chromium.isThere },
    arguments: [
      ("illinois", "IL", nil), ("illinois-warrant", "IL", nil), ("new-jersey", "NJ", nil),
      ("florida", "FL", "orange-county-fl"),
      ("california", "CA", nil), ("break-glass", "IL", nil), ("citizenship", "IL", nil), ("record", "IL", nil),
    ] as [(String, String, String?)])
  func anOfficeDoesItsWork(_ story: String, in state: String, _ locality: String?) async throws {
    try await Chromium.withFolder { try await tell(story, in: state, locality, folder: $0) }
  }

  @Test(.enabled("Chromium, Playwright and axe are not installed") { Chromium.isThere })
  func whatWasDoneByTheCardWhileTheServerWasStoppedIsEnteredWithBothTimes() async throws {
    try await Chromium.withFolder { folder in
      try await tell("outage-before", in: "IL", nil, folder: folder)
      try await tell("outage-after", in: "IL", nil, folder: folder)
    }
  }
}
