import LawLanguage
import Reasoning
import Testing

/// What is said of a claim that a decision does not bear out: the claim in the words of a case, and what came instead.
@Suite struct CaseFailureTests {
  /// The claims of a case that fail, as "expected, got"; the case stands in a document of its own.
  private func failures(of lines: String) throws -> [[String]] {
    let base = try #require(CaseFolder.all.first { $0.jurisdictions == ["tt"] }).library()
    let text = "# Cases\n\n```case \"a case\"  derived \"nothing\"\n\(lines)\n```\n"
    let result = Library.check(base.sources + [SourceFile(path: "tt/more.md", text: text)])
    let library = try #require(result.library, "\(result.diagnostics.map(\.message))")
    let example = try #require(library.cases.first { $0.location.path == "tt/more.md" })
    return run(example, in: library).map { [$0.expected, $0.got] }
  }

  /// Claims on a jail that keeps a person whose clocks are all known.
  private func failures(claims: String...) throws -> [[String]] {
    try failures(
      of: """
        on 2025-01-17 at 12:00, a jail in TT is asked to keep and tell and move, by an asking with an order
        given asking.received is 2025-01-17 08:30
        given not asking.signed
        given booked is 2025-01-16 10:00
        given due-out is 2025-01-23 09:00
        given heard is 2025-01-16
        given not wet
        \(claims.map { "expect " + $0 }.joined(separator: "\n"))
        """)
  }

  @Test func claimsThatHoldAreNoFailures() throws {
    #expect(
      try failures(
        claims: "must not keep, outside-window", "must not keep, outside-window, on asking",
        "must not keep, outside-window, because tt.clocks.keep-days", "undetermined tell asking age, stays",
        "undetermined move asking age, calm", "duty give-copy", "duty give-copy to person due 2025-01-18",
        "duty give-copy to person due 2025-01-18 08:30 because tt.clocks.copy", "duty file due 2025-01-21",
        "no duty call", "no duty give-copy because tt.clocks.monthly", "no duty file to person",
        "no caution not-asked over keep", "caution not-asked over tell",
        "caution not-asked", "first signature for move", "window keep from 2025-01-21 09:00",
        "window keep until 2025-01-21 10:00", "window keep from 2025-01-21 09:00 until 2025-01-21 10:00") == [
          // The copy is owed, so what hangs on the copy is.
          ["no duty file to person", "file to person due 2025-01-26 because tt.clocks.copy-of-the-copy"]
        ])
  }

  @Test func anotherAnswerIsTold() throws {
    #expect(
      try failures(claims: "may keep, granted", "must not keep, forbidden", "must keep, commanded, on order") == [
        [
          "may keep, granted",
          "must not keep, outside-window, because tt.clocks.keep-days, tt.clocks.keep-hours",
        ],
        [
          "must not keep, forbidden",
          "must not keep, outside-window, because tt.clocks.keep-days, tt.clocks.keep-hours",
        ],
        [
          "must keep, commanded, on order",
          "must not keep, outside-window, on asking, because tt.clocks.keep-days, tt.clocks.keep-hours",
        ],
      ])
  }

  @Test func anotherGroundIsTold() throws {
    #expect(
      try failures(claims: "must not keep, outside-window, on order") == [
        [
          "must not keep, outside-window, on order",
          "must not keep, outside-window, on asking, because tt.clocks.keep-days, tt.clocks.keep-hours",
        ]
      ])
  }

  @Test func aReasonThatIsMissingIsTold() throws {
    #expect(
      try failures(claims: "must not keep, outside-window, because tt.clocks.keep-days, tt.clocks.may-keep") == [
        [
          "must not keep, outside-window, because tt.clocks.keep-days, tt.clocks.may-keep",
          "tt.clocks.may-keep not among the reasons: tt.clocks.keep-days bounds, tt.clocks.keep-hours bounds",
        ]
      ])
  }

  @Test func otherFactsThatMatterAreTold() throws {
    #expect(
      try failures(
        claims: "undetermined keep asking age", "undetermined tell asking wet, age", "may tell, silent",
        "conflict tell because tt.clocks.no-telling") == [
          [
            "undetermined keep asking age",
            "must not keep, outside-window, because tt.clocks.keep-days, tt.clocks.keep-hours",
          ],
          ["undetermined tell asking wet, age", "undetermined tell asking age, stays"],
          ["may tell, silent", "undetermined tell asking age, stays"],
          [
            "conflict tell, opposed, because tt.clocks.no-telling", "undetermined tell asking age, stays",
          ],
        ])
  }

  @Test func otherDutiesAreTold() throws {
    #expect(
      try failures(
        claims: "duty call", "duty give-copy to court", "duty give-copy due 2025-01-19",
        "duty give-copy due 2025-01-18 08:31", "duty give-copy to person because tt.clocks.monthly",
        "no duty give-copy",
        "no duty give-copy to person", "no duty give-copy, because tt.clocks.copy",
        "duty report to court due 2025-03-01") == [
          ["duty call", "no such duty"], ["duty give-copy to court", "no such duty"],
          [
            "duty give-copy due 2025-01-19",
            "give-copy to person due 2025-01-18 08:30 because tt.clocks.copy",
          ],
          [
            "duty give-copy due 2025-01-18 08:31",
            "give-copy to person due 2025-01-18 08:30 because tt.clocks.copy",
          ],
          [
            "duty give-copy to person because tt.clocks.monthly",
            "give-copy to person due 2025-01-18 08:30 because tt.clocks.copy",
          ],
          ["no duty give-copy", "give-copy to person due 2025-01-18 08:30 because tt.clocks.copy"],
          ["no duty give-copy to person", "give-copy to person due 2025-01-18 08:30 because tt.clocks.copy"],
          [
            "no duty give-copy because tt.clocks.copy",
            "give-copy to person due 2025-01-18 08:30 because tt.clocks.copy",
          ],
          ["duty report to court due 2025-03-01", "no such duty"],
        ])
  }

  @Test func aDutyThatIsNotCertainIsTold() throws {
    #expect(
      try failures(claims: "duty report because tt.clocks.monthly") == [
        [
          "duty report because tt.clocks.monthly",
          "report to person because tt.clocks.quarterly, perhaps report because tt.clocks.monthly",
        ]
      ])
  }

  @Test func otherCautionsAreTold() throws {
    #expect(
      try failures(
        claims: "caution contested", "caution not-asked over keep", "no caution not-asked over tell",
        "no caution not-asked") == [
          ["caution contested", "the cautions not-asked"], ["caution not-asked over keep", "the cautions none"],
          ["no caution not-asked over tell", "the cautions not-asked"],
          ["no caution not-asked", "the cautions not-asked"],
        ])
  }

  @Test func otherStepsAndWindowsAreTold() throws {
    #expect(
      try failures(
        claims: "first leave for keep", "window tell until 2025-01-18 23:00", "window keep from 2025-01-21 09:01",
        "window keep until 2025-01-21 10:01", "window keep from 2025-01-21 09:00 until 2025-01-21 10:01") == [
          ["first leave for keep", "first none"], ["window tell until 2025-01-18 23:00", "no window"],
          ["window keep from 2025-01-21 09:01", " from 2025-01-21 09:00 until 2025-01-21 10:00"],
          ["window keep until 2025-01-21 10:01", " from 2025-01-21 09:00 until 2025-01-21 10:00"],
          [
            "window keep from 2025-01-21 09:00 until 2025-01-21 10:01",
            " from 2025-01-21 09:00 until 2025-01-21 10:00",
          ],
        ])
  }

  @Test func aPlaceWithoutAZoneDecidesNothing() throws {
    let text = """
      # Words

      ```law
      jurisdiction US "United States"  searched to 2026-11-21
      agency jail "a jail"
      act tell "tell"
      ```

      ```case "nowhere in time"  derived "nothing"
      on 2025-01-17, a jail in US is asked to tell
      expect may tell, silent
      ```
      """
    let library = try #require(Library.check([SourceFile(path: "vocabulary.md", text: text)]).library)
    let example = try #require(library.cases.first)
    #expect(
      run(example, in: library).map { [$0.expected, $0.got] } == [
        ["a decision", "US has no time zone that is known"]
      ])
  }
}
