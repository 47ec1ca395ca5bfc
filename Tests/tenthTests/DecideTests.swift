import Foundation
import Testing

/// Decisions as programs read them.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct DecideTests {
  private func decision(_ outcome: Program.Outcome) throws -> [String: Any] {
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func printsOneObjectWithTheKeysOfTheContract() throws {
    let decision = try decision(Program.decide("--instrument", "i247a", "--instrument", "i200", "--json"))
    #expect(Set(decision.keys) == ["answers", "duties", "questions", "followUps", "unused", "receipt"])
    let answers = try #require(decision["answers"] as? [[String: Any]])
    #expect(answers.map { $0["act"] as? String } == ["hold", "notify-release"])
    #expect(
      Set(answers[0].keys) == [
        "act", "answer", "basis", "ground", "possible", "asking", "window", "first", "reasons", "cautions", "changes",
      ])
    #expect(answers[0]["answer"] as? String == "prohibited")
    #expect(answers[0]["basis"] as? String == "forbidden")
    let reasons = try #require(answers[0]["reasons"] as? [[String: Any]])
    #expect(
      Set(reasons[0].keys) == ["rule", "cite", "text", "role", "provenance", "facts", "exceptions"])
    #expect(reasons[0]["rule"] as? String == "aa.trust.no-hold")
    let duties = try #require(decision["duties"] as? [[String: Any]])
    #expect(
      Set(duties[0].keys) == [
        "act", "to", "trigger", "contingent", "certain", "due", "after", "cite", "rule", "text",
      ])
    let receipt = try #require(decision["receipt"] as? [String: Any])
    #expect(Set(receipt.keys) == ["day", "laws", "library", "engine", "tzdata", "request"])
    #expect(receipt["day"] as? String == "2025-01-22")
    // The laws read are those of the jurisdiction and of the US, not of the other states.
    let laws = try #require(receipt["laws"] as? [[String: String]])
    #expect(laws.map { $0["path"] } == ["aa/trust.md", "us/detainers.md", "vocabulary.md"])
  }

  @Test func decidesTheSameBytesEveryTime() throws {
    let first = try Program.decide("--instrument", "i247a", "--json").output
    #expect(try Program.decide("--instrument", "i247a", "--json").output == first)
  }

  @Test func theRequestOfAReceiptGivesTheSameDecision() throws {
    let outcome = try Program.decide(
      "--instrument", "i247a", "--instrument", "i200", "--json", "--fact", "custody=sentenced", "--fact",
      "convictions+={class: felony, offence: 1 AA 5/9-1}", "--fact", "i247a.received=2025-01-22T09:00",
      "--at", "2025-01-22T16:00", "--locality", "lakeside")
    let receipt = try #require(try decision(outcome)["receipt"] as? [String: Any])
    let request = try JSONSerialization.data(withJSONObject: try #require(receipt["request"]))
    let again = try Program.run(["decide", "-", "--json"], input: String(decoding: request, as: UTF8.self))
    #expect(again.output == outcome.output)
  }

  @Test func answersWhenUndetermined() throws {
    let decision = try decision(Program.decide("--act", "notify-release", "--instrument", "i247a", "--json"))
    let answers = try #require(decision["answers"] as? [[String: Any]])
    #expect(answers[0]["answer"] as? String == "undetermined")
    #expect(answers[0]["possible"] as? [String] == ["prohibited", "permitted"])
    let questions = try #require(decision["questions"] as? [[String: Any]])
    #expect(questions.map { $0["fact"] as? String } == ["custody", "crime-witness"])
  }

  @Test func flagsGoBeforeTheFile() throws {
    let json = """
      {"jurisdiction": "BB", "agency": "police", "on": "2025-01-22", "papers": ["i247a"],
       "facts": {"custody": "pretrial", "convictions": [{"class": "felony"}]}}
      """
    let decision = try decision(
      Program.run(
        [
          "decide", "-", "--json", "--jurisdiction", "AA", "--fact", "custody=sentenced", "--instrument", "i200",
          "--act",
          "hold", "--fact", "convictions+={class: misdemeanor}",
        ], input: json))
    let receipt = try #require(decision["receipt"] as? [String: Any])
    let request = try #require(receipt["request"] as? [String: Any])
    #expect(request["jurisdiction"] as? String == "AA")
    #expect(request["agency"] as? String == "police")
    #expect(request["papers"] as? [String] == ["i247a", "i200"])
    #expect(request["acts"] as? [String] == ["hold"])
    let facts = try #require(request["facts"] as? [String: Any])
    #expect(facts["custody"] as? String == "sentenced")
    let convictions = try #require(facts["convictions"] as? [String: [[String: String]]])
    #expect(convictions["at-least"] == [["class": "felony"], ["class": "misdemeanor"]])
  }

  @Test func aListIsCompleteWhenItIsSaidToBe() throws {
    for order in [
      ["convictions+={class: felony}", "convictions=complete"],
      ["convictions=complete", "convictions+={class: felony}"],
    ] {
      let decision = try decision(
        Program.decide("--instrument", "i247a", "--json", "--fact", order[0], "--fact", order[1]))
      let request = try #require((decision["receipt"] as? [String: Any])?["request"] as? [String: Any])
      let facts = try #require(request["facts"] as? [String: Any])
      #expect(facts["convictions"] as? [[String: String]] == [["class": "felony"]])
    }
  }

  @Test func knowsTheDayOfToday() throws {
    let outcome = try Program.run([
      "decide", "--jurisdiction", "AA", "--agency", "police", "--on", "today", "--act", "hold", "--json",
    ])
    #expect(try decision(outcome)["answers"] != nil)
  }
}
