import Analysis
import LawLanguage
import Reasoning
import Testing

/// Every request that shows a finding is decided as the finding says.
@Suite struct WitnessTests {
  @Test(arguments: ["il", "fl", "nj"])
  func everyWitnessOfTheLibraryIsDecidedAsItSays(state: String) throws {
    let library = try SmallLibrary.whole(for: state)
    let day = try #require(Day("2025-06-02"))
    let report = LibraryCheck(library, jurisdiction: state.uppercased(), days: day...day).run()
    let witnesses = report.findings.compactMap(\.witness)
    #expect(!witnesses.isEmpty)
    for witness in witnesses {
      let answer = try #require(decide(witness.request(in: library.vocabulary), in: library).answers.first)
      #expect(answer.answer == witness.verdict.answer, "\(witness.caseLines(in: library.vocabulary))")
      #expect(answer.basis == witness.verdict.basis, "\(witness.caseLines(in: library.vocabulary))")
    }
  }

  @Test func aWitnessAsACaseIsACaseOfTheLaw() throws {
    let rules = """
      rule one  cite "1"  verified "here"
        jail must hold when exigent

      rule other  cite "2"  verified "here"
        jail must not hold when age is over 17
      """
    let library = try SmallLibrary.library(rules)
    let witness = try #require(LibraryCheck(library).run().findings.first?.witness)
    let lines = witness.caseLines(in: library.vocabulary).joined(separator: "\n")
    let again = try SmallLibrary.library(rules + "\n```\n\n```case \"shown\"  derived \"1 AA 1\"\n" + lines)
    let example = try #require(again.cases.first)
    #expect(Reasoning.run(example, in: again).isEmpty)
    #expect(lines.contains("given exigent by \"Sgt. Example\" why \"to show the class\""))
  }
}
