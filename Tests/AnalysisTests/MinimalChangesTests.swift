import Analysis
import Generation
import LawLanguage
import Reasoning
import Testing

/// What would change an answer, by the classes that a request leaves open.
@Suite struct MinimalChangesTests {
  /// A find is told apart in more ways than a decision goes through.
  private static let words = {
    let colours = (0..<28).map { "c\($0)" }.joined(separator: ", ")
    return """
      act hold "keep the person"
      fact warm yes-no  asks "Warm?"  changeable
      fact dry yes-no  asks "Dry?"  changeable
      records finds each find  asks "Which finds?"
        field hue one of \(colours)  asks "Hue?"
        field shade one of \(colours)  asks "Shade?"
        field tint one of \(colours)  asks "Tint?"
      """
  }()

  /// Warmth forbids it, whatever was found; dryness only with a certain find.
  private static let rules = """
    rule one  cite "1"  verified "here"
      jail must not hold  when warm and any find where (hue is c1 and shade is c2 and tint is c3)
    rule two  cite "2"  verified "here"
      jail must not hold  when warm and no find where (hue is c1 and shade is c2 and tint is c3)
    rule three  cite "3"  verified "here"
      jail must not hold  when dry and any find where (hue is c1 and shade is c2 and tint is c3)
    """

  private func request() throws -> Request {
    var request = Request(
      jurisdiction: "AA", agency: Request.Agency(kind: "jail"), acts: ["hold"], papers: [],
      day: try #require(Day("2025-01-22")))
    request.facts = ["warm": .yesNo(false), "dry": .yesNo(false)]
    return request
  }

  @Test func isFoundWhereDecidingAgainLeavesTooMuchOpen() throws {
    let library = try SmallLibrary.library(Self.rules, words: Self.words)
    let request = try request()
    let answer = try #require(
      try decide(request, in: library, options: DecisionOptions(explain: true)).answers.first)
    #expect(answer.answer == .permitted)
    #expect(answer.changes.isEmpty)
    #expect(answer.mayMissChanges)
    var changes = try #require(try MinimalChanges(of: "hold", in: request, of: library))
    let found = try changes.changes(from: answer.answer)
    #expect(found.map(\.facts).map { $0.map(\.name) } == [["warm"]])
    #expect(found.flatMap(\.facts).map(\.value) == [.yesNo(true)])
    #expect(found.map(\.answer) == [.prohibited])
  }

  @Test func findsWhatDecidingAgainFinds() throws {
    var generator = Generator(seed: 20_261_124)
    var (laws, compared, found) = (0, 0, 0)
    while laws < 150 {
      let law = generator.next()
      guard let library = law.library else { continue }
      laws += 1
      for request in law.requests.prefix(4) {
        let decision = try decide(request, in: library, options: DecisionOptions(explain: true))
        for answer in decision.answers where answer.answer != .undetermined && !answer.mayMissChanges {
          guard var changes = try? MinimalChanges(of: answer.act, in: request, of: library) else { continue }
          let own = try changes.changes(from: answer.answer).map { change in
            change.facts.map { "\($0.name)=\(ChangedFact(fact: .fact($0.name), value: $0.value).value)" }.joined(
              separator: " ")
              + " \(change.answer)"
          }
          let expected = answer.changes.map { change in
            change.facts.map { "\($0.fact.name)=\($0.value)" }.joined(separator: " ") + " \(change.answer)"
          }
          #expect(Set(own) == Set(expected), "law \(law.seed): \(request)")
          compared += 1
          found += own.count
        }
      }
    }
    #expect(compared > 50)
    #expect(found > 2)
  }
}
