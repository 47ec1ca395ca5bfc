import Analysis
import Foundation
import Generation
import LawLanguage
import Norms
import Testing

/// Z3 counts the classes of generated laws, and those of every basis, by blocking one after another.
///
/// `TENTH_SOLVER_LAWS` chooses how many laws, `TENTH_SEED` which.
@Suite(.enabled(if: Solver.path != nil)) struct SolverTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["TENTH_SEED"].flatMap { UInt64($0) } ?? 20_261_122
  private static let laws =
    environment["TENTH_SOLVER_LAWS"].flatMap { Int($0) } ?? (environment["TENTH_LONG"] == nil ? 60 : 2_000)
  private static let mostClasses = environment["TENTH_LONG"] == nil ? 200 : 4_096

  @Test func aSolverCountsTheSameClassesOfEveryBasis() throws {
    let path = try #require(Solver.path)
    var generator = Generator(seed: Self.seed &+ 2)
    var (laws, occasions, counted, unsaid) = (0, 0, 0, 0)
    while laws < Self.laws {
      let law = generator.next()
      guard let library = law.library, !library.laws.contains(where: { $0.rules.contains { !$0.bounds.isEmpty } })
      else {
        continue
      }
      laws += 1
      let asked = Set(law.requests.flatMap { ClassesOfGeneratedLaws.occasions(of: $0) })
      for occasion in asked.sorted(by: { "\($0)" < "\($1)" }).prefix(2) {
        guard var classes = try? OccasionClasses(occasion, in: library), let total = try? classes.total(),
          total <= UInt128(Self.mostClasses), let verdicts = try? classes.verdicts()
        else { continue }
        var expected: [Basis: Int] = [:]
        for (verdict, count) in verdicts { expected[verdict.basis, default: 0] += Int(count) }
        let edition = Edition(
          library: library, jurisdiction: occasion.jurisdiction, agency: occasion.agency, day: occasion.day)
        let readings = edition.contests.map { contest in contest.readings.firstIndex(where: \.marked) ?? 0 }
        guard
          let encoding = try? SolverEncoding(
            of: occasion, in: edition, readings: readings, toldApart: classes.toldApart)
        else {
          unsaid += 1
          continue
        }
        let found = try count(encoding, at: path, atMost: Int(total) + 1)
        #expect(found == expected, "law \(law.seed): \(occasion)")
        occasions += 1
        counted += Int(total)
      }
    }
    print(
      "\(laws) laws, \(occasions) occasions, \(counted) classes counted by z3, \(unsaid) occasions not to be said to it"
    )
    #expect(occasions > laws / 2)
  }

  /// How many classes have each basis: one model after another, each blocked.
  private func count(_ encoding: SolverEncoding, at path: String, atMost most: Int) throws -> [Basis: Int] {
    let solver = try Solver(at: path)
    try solver.tell(encoding.lines.joined(separator: "\n"))
    var found: [Basis: Int] = [:]
    var left = most
    while left > 0, try solver.isPossible() == true {
      let model = try solver.values(of: encoding.looks, and: "result")
      found[SolverEncoding.bases[model.number], default: 0] += 1
      left -= 1
      guard !encoding.looks.isEmpty else { break }
      let same = zip(encoding.looks, model.truths).map { $1 ? $0 : "(not \($0))" }
      try solver.tell("(assert (not (and true \(same.joined(separator: " ")))))")
    }
    return found
  }
}
