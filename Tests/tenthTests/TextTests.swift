import Foundation
import Testing

/// Decisions as people read them: each text to the letter, at two widths.
///
/// `TENTH_RECORD=1` writes the texts anew; read them before they are committed.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct TextTests {
  private static let requests: [(name: String, arguments: [String])] = [
    ("prohibited", ["--jurisdiction", "AA", "--instrument", "i247a", "--instrument", "i200"]),
    (
      "required",
      [
        "--jurisdiction", "BB", "--instrument", "i247a", "--instrument", "i200", "--fact", "i247a.form-complete=yes",
        "--fact", "release-due=2025-01-24T10:00", "--asked", "2025-01-22T08:00",
      ]
    ),
    ("no-authority", ["--jurisdiction", "BB", "--instrument", "i247a", "--act", "hold"]),
    (
      "explained",
      [
        "--jurisdiction", "AA", "--instrument", "i247a", "--act", "notify-release", "--fact", "custody=pretrial",
        "--fact", "crime-witness=no", "--explain",
      ]
    ),
    ("duties", ["--jurisdiction", "AA", "--fact", "booked=2025-01-20T08:00"]),
  ]

  @Test(arguments: requests.map(\.name), [80, 40])
  func readsAsItWasWritten(_ name: String, _ width: Int) throws {
    let request = try #require(TextTests.requests.first { $0.name == name })
    let outcome = try Program.run(
      ["decide", "--agency", "county-jail", "--on", "2025-01-22"] + request.arguments,
      environment: ["TENTH_LAWS": Program.laws, "COLUMNS": String(width)])
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    let text = outcome.output.replacing(/library [0-9a-f]{12}/, with: "library 000000000000")
    for line in text.split(separator: "\n") { #expect(line.count <= width) }
    let file = Program.tests.appending(path: "Fixtures/Text/\(name)-\(width).txt")
    if ProcessInfo.processInfo.environment["TENTH_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    #expect(text == (try? String(contentsOf: file, encoding: .utf8)))
  }

  @Test func neverTellsAnybodyToRelease() throws {
    let output = try Program.decide("--instrument", "i247a", "--act", "hold").output
    let text = output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(!text.lowercased().contains("release the person"))
    #expect(text.contains("release is decided by your release procedure"))
  }

  @Test func hasNoColourWhereThereIsNoTerminal() throws {
    #expect(try !Program.decide("--instrument", "i247a").output.contains("\u{1B}"))
  }
}
