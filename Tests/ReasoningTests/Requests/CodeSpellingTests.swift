import LawLanguage
import Reasoning
import Testing

/// Sections of a code, written otherwise than the law's lists write them.
@Suite struct CodeSpellingTests {
  private func mistakes(offence: String, listed: [String] = ["2C:12-1(b)", "2C:11-3"]) throws -> [String] {
    let words = """
      # Words

      ```law
      jurisdiction XX "State X"  zone America/Chicago  searched to 2026-01-31
      agency jail "a jail"
      act tell "tell"
      records convictions each conviction  asks "Which?"
        field offence code  asks "Under which section?"
      ```
      """
    let law = """
      # Law

      Plain words.

      ```law
      law xx.law  cite "X 1"  by statute of XX  in force from 2020-01-01
      list grave of offence  cite "1"
        \(listed.map { "\"\($0)\" \"grave\"" }.joined(separator: ",\n  "))
      rule ban  cite "1"  unverified
        jail must not tell  when any conviction where offence is in grave
      ```
      """
    let result = Library.check([
      SourceFile(path: "vocabulary.md", text: words), SourceFile(path: "xx/law.md", text: law),
    ])
    let library = try #require(result.library, "\(result.diagnostics.map(\.message))")
    let json = """
      {"jurisdiction": "XX", "agency": "jail", "on": "2025-03-04", "acts": ["tell"],
      "facts": {"convictions": [{"offence": "\(offence)"}]}}
      """
    return RequestFixture.mistakes {
      let draft = try RequestDraft(json: RequestText(Array(json.utf8), from: "r.json"))
      return try library.request(from: draft, now: RequestFixture.now)
    }
  }

  @Test(arguments: ["2C:12-1(b)", "2C:12-1(b)(7)", "2C:11-3", "2C:11-3(a)", "2C:20-3"])
  func aSectionAsTheLawWritesItOrOnNoListIsRead(_ offence: String) throws {
    #expect(try mistakes(offence: offence) == [])
  }

  @Test(arguments: [
    ("2C:12-1b", "2C:12-1(b)"), ("2c:12-1(B)", "2C:12-1(b)"), ("2C:12-1b(7)", "2C:12-1(b)(7)"),
    ("2C-12-1 (b)", "2C:12-1(b)"), ("2c:11-3", "2C:11-3"),
  ])
  func anotherSpellingOfAListedSectionIsNotTakenForAnUnlistedOne(_ offence: String, _ meant: String) throws {
    let found = try mistakes(offence: offence)
    #expect(found.count == 1)
    #expect(found.first?.contains("if that is meant, write \"\(meant)\"") ?? false, "\(found)")
  }

  @Test func aSectionOfWhichOnlyAPartIsListedNeedsItsPart() throws {
    #expect(try mistakes(offence: "2C:12-1").first?.contains("write which part it is, such as \"2C:12-1(b)\"") ?? false)
  }

  @Test func upToFourListedPartsAreNamed() throws {
    let parts = ["2C:1(a)", "2C:1(b)", "2C:1(c)", "2C:1(d)"]
    func told(_ listed: [String]) throws -> String {
      let text = try #require(try mistakes(offence: "2C:1", listed: listed).first)
      return String(text.split(separator: "apart: ").last?.prefix { $0 != ";" } ?? "")
    }
    #expect(try told(parts) == "2C:1(a), 2C:1(b), 2C:1(c), 2C:1(d)")
    #expect(try told(["2C:1(e)"] + parts) == "2C:1(a), 2C:1(b), 2C:1(c), 2C:1(d), …")
    #expect(try told(["2C:1(a)"]) == "2C:1(a)")
  }

  @Test func aCrimesNameIsNoSection() throws {
    #expect(try mistakes(offence: "murder").first?.contains("\"murder\" is no section of a code") ?? false)
  }
}
