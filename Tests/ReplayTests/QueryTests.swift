import LawLanguage
import Reasoning
import Replay
import Testing

@Suite struct QueryTests {
  private func query(_ table: String) throws -> LawQuery {
    let library = try #require(ExampleLaw.library)
    return try LawQuery(
      RowOffer(jurisdiction: "XX", agency: .init(kind: "county-jail"), act: "tell", papers: ["letter"]),
      on: try #require(Day("2025-01-22")), in: library, digests: LibraryDigests(of: library), table: table)
  }

  @Test func aTableOfAnyNameStaysAName() throws {
    let query = try query("it's \"mine\"; DROP TABLE x --`")
    #expect(query.text(.duckdb).contains("FROM \"it's \"\"mine\"\"; DROP TABLE x --`\"\n"))
    #expect(query.text(.spark).contains("FROM `it's \"mine\"; DROP TABLE x --```\n"))
  }

  @Test(arguments: SQLDialect.allCases)
  func everyRuleIsCitedAndEveryColumnExplained(_ dialect: SQLDialect) throws {
    let query = try query("requests")
    let text = query.text(dialect)
    for rule in ["answer-blue", "old-or-young", "twice", "judges", "booked-early"] {
      #expect(text.contains("--   xx.letters.\(rule): Example Code § "))
    }
    for line in query.schema(dialect) { #expect(text.contains("-- " + line)) }
  }

  @Test func theDaysAreThoseOnWhichTheLawIsTheSame() throws {
    let query = try query("requests")
    #expect(query.days.from == Day("2010-01-01"))
    #expect(query.days.until == nil)
  }
}
