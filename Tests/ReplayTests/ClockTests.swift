import LawLanguage
import Reasoning
import Replay
import Testing

/// Times as a wall shows them, and as they pass.
@Suite struct ClockTests {
  private static let log = """
    ```mapping
    mapping log
    table log known by "received", "paper"
    acts hold
    agency county-jail
    column "received" is the day
    column "paper" is the paper
      "I-247A" is i247a
    column "booked" is booked
      "9999-12-31" is unknown
    column "due" is release-due
    release at "due"
    hold until "left"
    ```
    """

  private func run(_ rows: String, in jurisdiction: String = "IL", mapping: String = log) throws -> ReplayFigures {
    try ReplayPlan.over(
      [TableFile(name: "log.csv", text: "received,paper,booked,due,left\n\(rows)")],
      try Mapping.read(mapping, path: "log.md"), jurisdiction: jurisdiction
    ).run()
  }

  @Test("between two times on a wall the hours count that pass, also on a night on which the clocks are moved")
  func clockChange() throws {
    let stays = try #require(
      run(
        """
        2025-03-08,I-247A,,2025-03-08 22:00,2025-03-09 06:00
        2025-11-01,I-247A,,2025-11-01 22:00,2025-11-02 06:00
        2025-11-01,I-247A,,2025-11-01T22:00-05:00,2025-11-02T06:00-06:00
        2025-11-01,I-247A,,2025-11-01 22:00,2025-11-02 22:00

        """
      ).stays)
    #expect(stays.kept.map(\.minutes) == [7 * 60, 9 * 60, 9 * 60, 25 * 60])
  }

  @Test("a time that a clock showed twice, or skipped, does not say when somebody left")
  func unclear() throws {
    let stays = try #require(
      run(
        """
        2025-11-01,I-247A,,2025-11-01 22:00,2025-11-02 01:30
        2025-03-08,I-247A,,2025-03-08 22:00,2025-03-09 02:30
        2025-11-01,I-247A,,2025-11-01 22:00,2025-11-02T01:30-06:00

        """
      ).stays)
    #expect(stays.unmeasured == [.clockChange: 2])
    #expect(stays.kept.map(\.minutes) == [4 * 60 + 30])
  }

  @Test("moved days have no clocks of a zone, so their hours stand as they are written")
  func shifted() throws {
    let mapping = Self.log.replacing("acts hold", with: "acts hold\ndates are shifted")
    let row = "2025-03-08,I-247A,,2025-03-08 22:00,2025-03-09 06:00\n"
    #expect(try run(row, mapping: mapping).stays?.kept.map(\.minutes) == [8 * 60])
  }

  @Test("a fact that is a day is that of the place, of a moment with an offset")
  func placesDay() throws {
    let mapping = """
      ```mapping
      mapping log
      table log known by "received", "paper"
      acts keep-beds-agreement
      agency local-government
      column "received" is the day
      column "paper" is the paper
        "agreement" is beds-agreement
      column "booked" is beds-agreement-made
      ```
      """
    // Two ways to write one moment: in New Jersey it is the last evening on which an agreement could be made.
    let moments = ["2021-08-20T02:00:00Z", "2021-08-19T22:00:00-04:00"]
    for moments in [moments, moments.reversed()] {
      let found = try run(
        moments.map { "2025-09-02,agreement,\($0),,\n" }.joined(), in: "NJ", mapping: mapping)
      #expect(found.verdicts.map { $0.acts.map(\.answer) } == [[.permitted]])
      #expect(found.asked == 1)
    }
    let later = try run("2025-09-02,agreement,2021-08-20T05:00:00Z,,\n", in: "NJ", mapping: mapping)
    #expect(later.verdicts.map { $0.acts.map(\.answer) } == [[.prohibited]])
  }

  @Test("a day that a line of the mapping calls unknown is unknown")
  func standIn() throws {
    let found = try run("2025-03-04,I-247A,9999-12-31,,\n2025-03-04,I-247A,9999-12-30,,\n")
    #expect(found.decided == 1)
    #expect(found.bad == 1)
  }

  @Test("hours after booking and moments of a calendar are not put beside each other")
  func twoOrigins() {
    let mapping = Self.log.replacing("hold until \"left\"", with: "hold hours \"left\"")
    #expect { try Mapping.read(mapping, path: "log.md") } throws: {
      "\($0)".contains("told in hours and by moments both")
    }
  }
}
