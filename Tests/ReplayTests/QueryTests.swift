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

  @Test(arguments: SQLDialect.allCases)
  func whatSaysNothingIsUnknown(_ dialect: SQLDialect) throws {
    let text = try query("requests").text(dialect)
    func quoted(_ name: String) -> String { dialect == .spark ? "`\(name)`" : "\"\(name)\"" }
    let signer = quoted("letter.signer")
    #expect(text.contains("CASE WHEN \(signer) IN ('judge', 'officer') THEN \(signer) = 'judge' ELSE NULL END"))
    #expect(text.contains("(NOT (\(quoted("convictions")) IS NULL)) AND \(quoted("convictions-complete"))"))
  }

  @Test func theDaysAreThoseOnWhichTheLawIsTheSame() throws {
    let query = try query("requests")
    #expect(query.days.from == Day("2010-01-01"))
    #expect(query.days.until == nil)
  }
}
