import Analysis
import Desk
import LawLanguage
import Testing
import Web

/// What a waiting law treats differently, beside the pages.
@Suite struct LawDifferencesTests {
  private func law(_ rules: String) throws -> OfficeLaw {
    func document(_ block: String) -> String { "# A document\n\nIts words.\n\n```law\n\(block)\n```\n" }
    return try OfficeLaw(
      files: [
        SourceFile(
          path: "vocabulary.md",
          text: document(
            """
            jurisdiction US "United States"  searched to 2026-11-21
            jurisdiction AA "Alpha"  zone America/Chicago  searched to 2026-11-21
            agency jail "a jail"
            act hold "keep the person"
            act tell "tell somebody"
            paper detainer "a detainer"  asks for hold
            fact age number of years  asks "How old?"
            """)),
        SourceFile(
          path: "aa/one.md",
          text: document("law aa.one  cite \"1\"  by statute of AA  in force from 2020-01-01\n\(rules)")),
      ], for: ["AA"])
  }

  private func rule(_ words: String) -> String { "rule one  cite \"1\"  verified \"here\"\n  jail \(words)" }

  private func day() throws -> Day { try #require(Day("2025-06-02")) }

  @Test func theFirstWhoAsksIsToldThatItIsBeingWorkedOut() async throws {
    let differences = LawDifferences()
    let (old, new) = (try law(rule("must not hold")), try law(rule("may hold")))
    guard case .working = await differences.standing(old, new, on: try day()) else {
      Issue.record("a page waited for it")
      return
    }
  }

  @Test func onceItIsWorkedOutItIsKeptForThePair() async throws {
    let differences = LawDifferences()
    let old = try law(rule("must not hold when age is under 21"))
    let new = try law(rule("must not hold when age is under 18"))
    _ = await differences.standing(old, new, on: try day())
    let found = try #require(await differences.finish())
    #expect(found.comparison.changes.map(\.act) == ["hold"] && !found.isCut)
    guard case .done(let kept) = await differences.standing(old, new, on: try day()) else {
      Issue.record("it is worked out again")
      return
    }
    #expect(kept.comparison.changes.map(\.conditions) == [[["age is under 21", "age is at least 18"]]])
    let page = String(
      decoding: DifferencesPart(standing: .done(kept), vocabulary: new.library.vocabulary).html.written(), as: UTF8.self
    )
    #expect(page.contains("prohibited (forbidden) → permitted (silent)"))
    #expect(page.contains("age is under 21 and age is at least 18"))
  }

  @Test func lawsThatSayTheSameAreSaidToTreatNoRequestDifferently() async throws {
    let differences = LawDifferences()
    let (old, new) = (try law(rule("must not hold")), try law("# Told otherwise.\n" + rule("must not hold")))
    _ = await differences.standing(old, new, on: try day())
    let found = try #require(await differences.finish())
    let page = String(
      decoding: DifferencesPart(standing: .done(found), vocabulary: new.library.vocabulary).html.written(),
      as: UTF8.self)
    #expect(page.contains("No request is treated differently."))
  }

  @Test func whatWasNotGoneThroughInTimeIsSaid() async throws {
    let differences = LawDifferences(limit: .zero)
    let (old, new) = (try law(rule("must not hold")), try law(rule("may hold")))
    _ = await differences.standing(old, new, on: try day())
    let found = try #require(await differences.finish())
    #expect(found.isCut && found.compared == 0)
    let page = String(
      decoding: DifferencesPart(standing: .done(found), vocabulary: new.library.vocabulary).html.written(),
      as: UTF8.self)
    #expect(page.contains("Not all was gone through."))
    #expect(!page.contains("No request is treated differently."))
  }
}
