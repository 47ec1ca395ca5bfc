import Generation
import LawLanguage
import Reference
import Testing

@Suite struct GeneratedLaws {
  @Test func checkWithoutFindingsButConditionsThatAreNeverTrue() {
    var generator = Generator(seed: 1)
    for _ in 0..<150 {
      let law = generator.next()
      #expect(law.library != nil, "law \(law.seed): \(law.diagnostics.map(\.message))")
    }
  }

  @Test func areTheSameForTheSameSeed() {
    var one = Generator(seed: 7), other = Generator(seed: 7)
    for _ in 0..<5 {
      let (law, again) = (one.next(), other.next())
      #expect(law.files == again.files)
      #expect(law.requests == again.requests)
    }
  }

  @Test func useEveryConstructAndGiveEveryAnswer() throws {
    var generator = Generator(seed: 2)
    var distribution = Distribution()
    while distribution.laws < 250 {
      let law = generator.next()
      guard let library = law.library else { continue }
      distribution.add(law)
      for request in law.requests {
        do {
          distribution.add(request, try interpret(request, in: library, limit: 400))
        } catch let error as InterpretationError {
          distribution.skip(error)
        }
      }
    }
    for construct in Construct.allCases {
      let share = distribution.share(distribution.constructs[construct] ?? 0, of: distribution.laws)
      #expect(share >= 0.05, "\(construct)")
    }
    for answer in Answer.allCases {
      let share = distribution.share(distribution.answers[answer] ?? 0, of: distribution.pairs)
      #expect(share >= 0.05, "\(answer)")
    }
    for basis in Basis.allCases { #expect(distribution.bases[basis] ?? 0 > 0, "\(basis)") }
    for role in Role.allCases { #expect(distribution.roles[role] ?? 0 > 0, "\(role)") }
    // Generated laws are small enough to go through.
    for caution in CautionCode.allCases where caution != .tooOpen {
      #expect(distribution.cautions[caution] ?? 0 > 0, "\(caution)")
    }
    #expect(distribution.share(distribution.withUnknownListOrDate, of: distribution.pairs) >= 0.3)
    #expect(distribution.share(distribution.ofManyRanks, of: distribution.laws) >= 0.9)
    print(distribution)
  }
}
