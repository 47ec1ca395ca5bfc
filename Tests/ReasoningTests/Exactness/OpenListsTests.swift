import Generation
import LawLanguage
import Reasoning
import Reference
import Testing

/// Requests that leave two lists open, beside a fact or two, against brute force: the records that lists may also hold are chosen
/// together, a word's worth at a time, wherever they are all that is left open.
@Suite struct OpenListsTests {
  private static let vocabulary = """
    # Words

    ```law
    jurisdiction XX "State X"  zone America/Chicago  searched to 2026-01-31
    agency jail "a jail"
    act hold "keep the person"
    act tell "tell the requester"
    act report "send a report"
    fact flag-a yes-no  asks "A?"
    fact flag-b yes-no  asks "B?"
    records convictions each conviction  asks "Which?"
      field class one of felony, misdemeanor  asks "Class?"
      field violent yes-no  asks "Violent?"
    records charges each charge  asks "Which?"
      field level one of state, federal  asks "Level?"
    """

  private static let constraints = [
    "constraint violent-felony on conviction  when class is felony or not violent  says \"The violent are felonies.\"",
    "constraint a-charged  when not flag-a or (any charge)  says \"A is charged.\"",
    "constraint either  when (any charge where level is federal) or (any conviction) or flag-b  says \"One of them.\"",
  ]

  private struct Writer {
    var random: SplitMix64

    mutating func files() -> [SourceFile] {
      let constraints = random.some(random.between(0, 1), of: OpenListsTests.constraints)
      let words = OpenListsTests.vocabulary + constraints.map { "\n" + $0 }.joined() + "\n```\n"
      var law = "# Law\n\nPlain words.\n\n```law\nlaw xx.one  cite \"X\"  by statute of XX  in force from 2020-01-01"
      for index in 0..<random.between(2, 4) {
        let verb = random.pick(["must not", "may", "must"])
        law +=
          "\nrule r\(index)  cite \"\(index)\"  unverified\n  jail \(verb) \(random.pick(["hold", "hold", "tell"]))"
        law += "\n    when \(condition())"
        if random.chance(50) { law += "\n    unless \(condition())  cite \"u\"" }
      }
      law += "\nrule d  cite \"d\"  unverified\n  jail must report\n    before hold\n    when \(condition())"
      law += "\n    due without delay"
      return [
        SourceFile(path: "vocabulary.md", text: words), SourceFile(path: "xx/one.md", text: law + "\n```\n"),
      ]
    }

    private mutating func condition() -> String {
      (0..<random.between(1, 3)).map { _ in test() }.joined(separator: " \(random.pick(["and", "or"])) ")
    }

    private mutating func test() -> String {
      let count = random.pick(["any", "at least 2", "no"])
      return random.pick(weighted: [
        (2, random.chance(30) ? "not flag-a" : "flag-b"),
        (3, "(\(count) conviction where class is \(random.pick(["felony", "misdemeanor"])))"),
        (1, "(\(count) conviction where violent)"),
        (3, "(\(count) charge where level is \(random.pick(["state", "federal"])))"),
      ])
    }

    mutating func request() -> Request {
      var request = Request(
        jurisdiction: "XX", agency: Request.Agency(kind: "jail"), acts: ["hold", "tell"], papers: [],
        day: Day(number: 20_000))
      if random.chance(30) { request.facts["flag-a"] = .yesNo(random.chance(50)) }
      if random.chance(60) { request.facts["flag-b"] = .yesNo(random.chance(50)) }
      let conviction = random.chance(70) ? ["class": FactValue.choice(random.pick(["felony", "misdemeanor"]))] : [:]
      let charge = random.chance(70) ? ["level": FactValue.choice(random.pick(["state", "federal"]))] : [:]
      request.records["convictions"] = Request.RecordList(
        isComplete: random.chance(10), records: random.chance(40) ? [conviction] : [])
      request.records["charges"] = Request.RecordList(
        isComplete: random.chance(10), records: random.chance(40) ? [charge] : [])
      return request
    }
  }

  @Test func twoOpenListsComeToWhatBruteForceFinds() throws {
    var seeds = SplitMix64(seed: 20_261_123)
    var (seen, bothMatter, failures) = (0, 0, 0)
    while seen < 200 {
      let seed = seeds.next()
      var writer = Writer(random: SplitMix64(seed: seed))
      let files = writer.files()
      let result = Library.check(files)
      guard let library = result.library else {
        // Conditions are drawn blindly: one that can never hold is refused, and nothing else may be.
        #expect(result.diagnostics.contains { $0.code == .neverApplies }, "\(result.diagnostics.map(\.message))")
        continue
      }
      let request = writer.request()
      guard (try? isPossible(request, in: library, limit: 60_000)) == true,
        let finding = try? interpret(request, in: library, limit: 16_000)
      else { continue }
      let decision = try decide(request, in: library)
      seen += 1
      if decision.answers.contains(where: {
        Set($0.asking).isSuperset(of: [.records("convictions"), .records("charges")])
      }) {
        bothMatter += 1
      }
      let found = differences(finding, decision).map(\.description)
      guard !found.isEmpty, failures < 3 else { continue }
      failures += 1
      Issue.record(
        "law \(seed)\n\(found.joined(separator: "\n"))\n\(GeneratedPair(files: files, request: request).report)")
    }
    // The test would say little if most were easy.
    #expect(bothMatter >= 30)
  }
}
