import Foundation
import Testing
import Web

/// Every page in Chromium. Skipped where Chromium or Playwright are not installed.
@Suite struct EveryPageTests {
  @Test(.enabled("Chromium, Playwright and axe are not installed") { Chromium.isThere })
  func everyPageAndEveryFormSentEmptyPassAxeAndTheValidator() async throws {
    try await Chromium.withFolder { folder in
      var settings = Settings()
      (settings.data, settings.port) = (folder.appending(path: "data").path(), 0)
      let desk = try await OpenDesk.open(
        settings, isDemonstration: true, files: Chromium.laws, logger: Chromium.quiet, press: StoryTests.press)
      let templates = folder.appending(path: "templates")
      try desk.routes.filter { !$0.isAPI }.map { "\($0.method.rawValue) \($0.template)" }.joined(separator: "\n")
        .write(to: templates, atomically: true, encoding: .utf8)
      try await Chromium.serving({ try await desk.serve(onReady: $0) }) { address in
        try await Chromium.tell("every_page_in_a_browser.py", [address, templates.path()])
      }
    }
  }
}
