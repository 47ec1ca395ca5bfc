import LawLanguage
import Testing

/// A library that is read without its worked examples, for who only decides.
@Suite struct CaseReadingTests {
  @Test(arguments: Literate.documents(in: "good"))
  func lawsAreTheSameWithoutTheirCases(document: String) throws {
    let files = try Literate.surroundings() + [Literate.file(document)]
    let whole = Library.check(files)
    let part = Library.check(files, cases: .leftOut)
    #expect(part.library?.laws == whole.library?.laws)
    #expect(part.library?.sources == whole.library?.sources)
    #expect(part.library?.cases.count == 0)
    #expect(part.files.map(\.law) == whole.files.map(\.law))
  }

  @Test func whatIsWrongWithinACaseIsNotLookedFor() throws {
    let file = Literate.ban(
      with: """
        ```case "title"  official "source"
        on 2025-01-22, a county-jail in nowhere is asked to hold; what now
        expect must not sing
        ```
        """)
    let files = try Literate.surroundings() + [file]
    #expect(Library.check(files).library == nil)
    let part = Library.check(files, cases: .leftOut)
    #expect(part.diagnostics == [])
    #expect(part.library?.law("il.test")?.rules.map(\.name.name) == ["no-hold"])
  }

  @Test func aFenceThatHidesLawIsFoundWithoutTheCases() throws {
    let file = Literate.ban(
      with: """
        ```case "title"  official "source"
        on 2025-01-22, a county-jail in IL is asked to hold
        expect must not hold
        """)
    let files = try Literate.surroundings() + [file]
    let part = Library.check(files, cases: .leftOut)
    #expect(part.diagnostics.map(\.code) == [.unclosedFence])
    #expect(part.library == nil)
  }

  @Test func whatIsWrongWithTheLawIsSaidTheSameWithoutTheCases() throws {
    for document in Literate.documents(in: "bad") {
      let files = try Literate.surroundings() + [Literate.file(document)]
      let whole = Library.check(files).diagnostics
      let part = Library.check(files, cases: .leftOut).diagnostics
      // Less can be said where some of it is about cases; nothing is said otherwise.
      #expect(Set(part).isSubset(of: Set(whole)), "\(document)")
      let hasCases = String(decoding: try Literate.file(document).bytes, as: UTF8.self).contains("```case")
      if !hasCases { #expect(part == whole, "\(document)") }
    }
  }
}
