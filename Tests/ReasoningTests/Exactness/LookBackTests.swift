import LawLanguage
import Reasoning
import Testing

/// Look-backs that leave out the days of intervals nobody knows all of.
@Suite struct LookBackTests {
  /// An act is forbidden in just one of the four ways in which two look-backs can come out together.
  private func answer(
    _ condition: String, spans: [String] = ["1 years", "6 months"], booked: String, released: String,
    stays: Request.RecordList?
  ) throws -> ActAnswer {
    let words = """
      # Words

      ```law
      jurisdiction XX "State X"  zone America/Chicago  searched to 2026-01-31
      agency jail "a jail"
      act tell "tell"
      fact booked date  asks "When booked?"
      fact released date  asks "When released?"
      records stays each stay  asks "Which?"
        field start date  asks "From?"
        field end date  asks "To?"
      ```
      """
    let law = """
      # Law

      Plain words.

      ```law
      law xx.law  cite "X 1"  by statute of XX  in force from 2020-01-01
      define long  cite "1"  when booked is within \(spans[0]) before asked not counting stays
      define short  cite "1"  when released is within \(spans[1]) before asked not counting stays
      rule ban  cite "1"  unverified
        jail must not tell  when \(condition)
      ```
      """
    let result = Library.check([
      SourceFile(path: "vocabulary.md", text: words), SourceFile(path: "xx/law.md", text: law),
    ])
    let library = try #require(result.library, "\(result.diagnostics.map(\.message))")
    var request = Request(
      jurisdiction: "XX", agency: Request.Agency(kind: "jail"), acts: ["tell"], papers: [],
      day: try #require(Day("2025-03-04")))
    request.facts = [
      "booked": .date(try #require(Day(booked))), "released": .date(try #require(Day(released))),
    ]
    request.records["stays"] = stays
    return try #require(try decide(request, in: library).answers.first)
  }

  private static let each = ["long and short", "long and not short", "short and not long", "not long and not short"]

  @Test(arguments: each) func eachOfTwoLookBacksCanComeOutAloneWhileTheStaysAreUnknown(condition: String) throws {
    // A year and six months have both run out, and a stay of some length can reopen either or both.
    let answer = try answer(condition, booked: "2023-06-01", released: "2024-07-01", stays: nil)
    #expect(Set(answer.possible) == [.permitted, .prohibited])
    #expect(answer.asking == [.records("stays")])
  }

  @Test func daysThatBothCountCannotReopenOneAlone() throws {
    // Both run to the day of the request, the one from an earlier day and with the shorter span: what reopens it reopens the other.
    let answer = try answer(
      "long and not short", spans: ["6 months", "1 years"], booked: "2023-06-01", released: "2024-02-01", stays: nil)
    #expect(answer.answer == .permitted)
  }

  @Test func completeStaysLeaveNothingToAsk() throws {
    let none = Request.RecordList(isComplete: true, records: [])
    let answer = try answer("long or short", booked: "2023-06-01", released: "2024-07-01", stays: none)
    #expect(answer.answer == .permitted)
    #expect(answer.asking.isEmpty)
  }
}
