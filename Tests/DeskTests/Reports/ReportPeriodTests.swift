import Desk
import LawLanguage
import Testing

@Suite struct ReportPeriodTests {
  @Test(arguments: ["2025", "2025-Q3", "2025-07", "2024-2025", "2020-2024"])
  func aPeriodIsWrittenAsItIsRead(_ text: String) throws {
    #expect(try #require(ReportPeriod(text)).description == text)
  }

  @Test(arguments: [
    "", "25", "2025-Q0", "2025-Q5", "2025-13", "2025-7", "2025-2025", "2025-2024", "2020-2025", "2025-07-01", "٢٠٢٥",
  ])
  func anythingElseIsNoPeriod(_ text: String) { #expect(ReportPeriod(text) == nil) }

  @Test func itReachesFromItsFirstDayToItsLast() throws {
    let quarter = try #require(ReportPeriod("2024-Q1"))
    #expect(quarter.first == Day("2024-01-01") && quarter.last == Day("2024-03-31"))
    #expect(quarter.previous?.description == "2023-Q4")
    #expect(quarter.words == "January to March 2024")
    let leap = try #require(ReportPeriod("2024-02"))
    #expect(leap.last == Day("2024-02-29"))
    let march = try #require(ReportPeriod("2024-03"))
    #expect(quarter.overlaps(leap) && !leap.overlaps(march))
  }
}
