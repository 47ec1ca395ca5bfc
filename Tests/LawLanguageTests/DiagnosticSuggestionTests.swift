import LawLanguage
import Testing

@Suite struct DiagnosticSuggestionTests {
  @Test(arguments: [
    ("trasnfer", "transfer"), ("i247", "i247a"), ("civil-paper", "civil-papers"), ("Hold", "hold"), ("hld", "hold"),
    ("holdd", "hold"),
  ])
  func aNearNameIsSuggested(word: String, expected: String) {
    #expect(suggestion(for: word, among: ["transfer", "i247a", "civil-papers", "hold"]) == expected)
  }

  @Test(arguments: ["release", "x", "", "ho", "lease-beds"])
  func aFarNameIsNot(word: String) {
    #expect(suggestion(for: word, among: ["transfer", "i247a", "civil-papers", "hold"]) == nil)
  }

  @Test func theNearestIsSuggestedAndOfEqualsTheFirst() {
    #expect(suggestion(for: "pickup-now", among: ["pickup", "pickup-not", "pickup-nox"]) == "pickup-not")
    #expect(suggestion(for: "aged", among: ["ages", "age"]) == "ages")
    #expect(suggestion(for: "aged", among: ["age", "ages"]) == "age")
  }

  @Test func theWordItselfIsNoSuggestion() {
    #expect(suggestion(for: "age", among: ["age"]) == nil)
    #expect(suggestion(for: "a", among: ["b"]) == nil)
  }
}
