import LawLanguage
import Replay
import Testing

/// What records say in words that nobody foresaw, or in ways that must not pass for something else.
@Suite struct UnforeseenTests {
  private func figures(
    _ text: String, name: String = "log.csv", on day: String? = nil, _ written: Written = Written()
  ) throws -> ReplayFigures {
    try ReplayPlan.over(
      [TableFile(name: name, text: text)], try Places.mapping("county-log"), jurisdiction: "MN",
      on: day.flatMap { Day($0) }
    ).run(written)
  }

  @Test("an agency or a paper beside that no line foresees is not taken for the usual one")
  func unforeseen() throws {
    let found = try figures(
      """
      received,paper,warrant,agency
      2025-03-04,I-247A,none,juvenile hall
      2025-03-04,I-247A,judicial warrant,county-jail
      2025-03-04,I-247A,none,
      2025-03-04,I-247A,,county jail

      """)
    #expect(found.setAside == [.noAgency: 1, .unknownBeside: 1])
    #expect(found.decided == 2)
  }

  @Test("the law of another day is put to rows that lie before any law, in whatever order they come")
  func beforeAnyLaw() throws {
    let rows = ["2016-03-04,I-247A,none\n", "2024-03-04,I-247A,none\n"]
    for rows in [rows, rows.reversed()] {
      let found = try figures("received,paper,warrant\n" + rows.joined(), on: "2026-01-01")
      #expect(found.decided == 2)
      #expect(found.bad == 0)
      #expect(found.verdicts.count == 1)
    }
    #expect(try figures("received,paper\n2016-03-04,I-247A\n").setAside == [.beforeLaw: 1])
  }

  @Test("a time that the clocks skipped has no other row of its day refused")
  func skippedTime() throws {
    let rows = ["2025-03-09 02:30,I-247A\n", "2025-03-09 14:00,I-247A\n"]
    let counts = try [rows, rows.reversed()].map { try figures("received,paper\n" + $0.joined()).decided }
    #expect(counts[0] == counts[1])
    #expect(counts[0] >= 1)
  }

  @Test("a moment with an offset falls on its day in the agency's zone")
  func offset() throws {
    // In Illinois it is the evening before the law changed.
    let text = "received,paper\n2021-08-02T03:00:00Z,I-247A\n2021-08-01 22:00,I-247A\n2021-08-02 10:00,I-247A\n"
    let found = try ReplayPlan.over(
      [TableFile(name: "log.csv", text: text)], try Places.mapping("county-log"), jurisdiction: "IL"
    ).run()
    #expect(found.counts.filter { $0.key.verdict == 0 }.values.reduce(0, +) == 2)
    #expect(found.counts.filter { $0.key.verdict == 1 }.values.reduce(0, +) == 1)
  }

  @Test("rows that are objects may call a column by any of its names")
  func otherNames() throws {
    let text = """
      # A log

      ```mapping
      mapping log
      table log known by "received"
      acts hold
      agency county-jail
      column "received" is the day
      column "paper" or "form" is the paper
        "I-247A" is i247a
        blank is no paper
      ```

      """
    let mapping = try Mapping.read(text, path: "log.md")
    let rows =
      "{\"received\": \"2025-03-04\", \"form\": \"I-247A\"}\n{\"received\": \"2025-03-05\", \"paper\": \"I-247A\"}\n"
    let found = try ReplayPlan.over([TableFile(name: "log.jsonl", text: rows)], mapping, jurisdiction: "MN").run()
    #expect(found.decided == 2)
  }

  @Test("two files that hold one table are refused by their names, for one would not be read")
  func twoFiles() throws {
    let files = ["a.csv", "b.csv"].map { TableFile(name: $0, text: "received,paper\n2025-03-04,I-247A\n") }
    let mapping = try Places.mapping("county-log")
    #expect { try MappedTables.find(files, among: [mapping]) } throws: { "\($0)".contains("a.csv, b.csv all hold") }
  }
}
