import Analysis
import LawLanguage
import Testing

/// Queries are answered by a request, or by having gone through every class.
@Suite struct AskingTests {
  private static let rules = """
    rule one  cite "1"  verified "here"
      jail must not hold when age is under 18

    rule two  cite "2"  verified "here"
      jail may tell when exigent
    """

  private func reply(_ text: String, city: String? = nil) throws -> Asking.Reply {
    let library = try SmallLibrary.library(Self.rules, city: city)
    let query = try Query(text)
    return try Asking(library, queries: [query]).reply(to: query)
  }

  @Test func aQueryIsAnsweredByTheSmallestRequest() throws {
    let reply = try reply("a request in AA where hold is prohibited and tell is granted")
    let example = try #require(reply.example)
    let vocabulary = try SmallLibrary.library(Self.rules).vocabulary
    #expect(
      example.caseLines(in: vocabulary) == [
        "on 2020-01-01, a jail in AA is asked to hold and tell", "given age is 17",
        "given exigent by \"Sgt. Example\" why \"to show the class\"", "given minor",
        "expect must not hold, forbidden", "expect may tell, granted",
      ])
    #expect(try #require(example.total) > #require(example.classes))
  }

  @Test func whatCannotBeIsShownByGoingThroughEveryClass() throws {
    let reply = try reply("a request in AA where hold is prohibited and (age is at least 18)")
    #expect(reply.example == nil)
    #expect(!reply.isUndecided)
    #expect(reply.classes > 0)
  }

  @Test func aConstraintOfTheVocabularyHoldsInEveryQuery() throws {
    #expect(try reply("a request in AA where hold is permitted and (minor)").example == nil)
    #expect(try reply("a request in AA where hold is prohibited and (minor)").example != nil)
  }

  @Test func policiesCanBeLeftOutOfAccount() throws {
    let policy = "rule city  cite \"1\"  verified \"here\"\n  jail must not tell"
    let query = "a request in alphaville where tell is prohibited and tell is not prohibited without policies"
    #expect(try reply(query, city: policy).example == nil)
  }

  @Test(arguments: [
    (
      "a request where hold is permitted",
      "expected `in`, found `where`"
    ),
    ("a request in AA where hold is", "expected an answer (required, prohibited, permitted, conflict) or a basis"),
    ("a request in BB where hold is permitted", "`BB` is no jurisdiction or locality of the vocabulary"),
    ("a request in AA where keep is permitted", "`keep` is no act of the vocabulary"),
    ("a request in AA where (minor)", "expected an act, as in `hold is permitted`"),
    (
      "a request in AA where hold is permitted and (aeg is under 18)",
      "the condition in brackets does not check: "
    ),
  ])
  func aQueryThatCannotBeReadIsToldWhy(query: String, why: String) {
    #expect {
      try reply(query)
    } throws: { error in
      "\(error)".hasPrefix(why)
    }
  }
}
