import Analysis
import Foundation
import Generation
import LawLanguage
import Norms
import Reasoning
import Testing

/// Three ways count the classes of generated laws, and those of every basis: diagrams; Z3, by blocking one after another; and every
/// request with values beside those at which a condition turns, decided one by one.
///
/// `TENTH_SOLVER_LAWS` chooses how many laws, `TENTH_SEED` which.
@Suite(.enabled(if: Solver.path != nil)) struct SolverTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["TENTH_SEED"].flatMap { UInt64($0) } ?? 20_261_122
  private static let laws =
    environment["TENTH_SOLVER_LAWS"].flatMap { Int($0) } ?? (environment["TENTH_LONG"] == nil ? 60 : 2_000)
  private static let mostClasses = environment["TENTH_LONG"] == nil ? 200 : 4_096
  private static let mostRequests = environment["TENTH_LONG"] == nil ? 5_000 : 100_000

  /// What was counted, and what could not be.
  private struct Tally {
    var (laws, occasions, classes) = (0, 0, 0)
    var (solved, unsaid) = (0, 0)
    var (tried, requests, tooMany) = (0, 0, 0)
  }

  @Test func aSolverAndEveryRequestCountTheSameClassesOfEveryBasis() throws {
    let path = try #require(Solver.path)
    var generator = Generator(seed: Self.seed &+ 2)
    var tally = Tally()
    while tally.laws < Self.laws {
      let law = generator.next()
      guard let library = law.library, !library.laws.contains(where: { $0.rules.contains { !$0.bounds.isEmpty } })
      else {
        continue
      }
      tally.laws += 1
      let asked = Set(law.requests.flatMap { ClassesOfGeneratedLaws.occasions(of: $0) })
      for occasion in asked.sorted(by: { "\($0)" < "\($1)" }).prefix(2) {
        guard var classes = try? OccasionClasses(occasion, in: library), let total = try? classes.total(),
          total <= UInt128(Self.mostClasses), let verdicts = try? classes.verdicts()
        else { continue }
        var expected: [Basis: Int] = [:]
        for (verdict, count) in verdicts { expected[verdict.basis, default: 0] += Int(count) }
        tally.occasions += 1
        tally.classes += Int(total)
        let edition = Edition(
          library: library, jurisdiction: occasion.jurisdiction, agency: occasion.agency, day: occasion.day)
        let readings = edition.contests.map { contest in contest.readings.firstIndex(where: \.marked) ?? 0 }
        if let encoding = try? SolverEncoding(
          of: occasion, in: edition, readings: readings, toldApart: classes.toldApart)
        {
          tally.solved += 1
          let found = try count(encoding, at: path, atMost: Int(total) + 1)
          #expect(found == expected, "law \(law.seed): \(occasion)")
        } else {
          tally.unsaid += 1
        }
        let tried = try requests(of: occasion, in: edition, classes.toldApart)
        guard let tried else {
          tally.tooMany += 1
          continue
        }
        tally.tried += 1
        tally.requests += tried.values.reduce(0, +)
        #expect(tried == expected, "law \(law.seed), every request: \(occasion)")
      }
    }
    print(
      "seed \(Self.seed): \(tally.laws) laws, \(tally.occasions) occasions of \(tally.classes) classes; "
        + "\(tally.solved) counted by z3, \(tally.unsaid) not to be said to it; "
        + "\(tally.tried) counted by trying (\(tally.requests) classes), \(tally.tooMany) with too much to try")
    #expect(tally.solved > tally.laws / 2)
    #expect(tally.tried > tally.laws / 4)
  }

  /// How many classes have each basis, by trying every value and deciding one request of each way in which conditions come out; nil
  /// if that is too much.
  private func requests(
    of occasion: Occasion, in edition: Edition, _ told: OccasionClasses.ToldApart
  ) throws -> [Basis: Int]? {
    let place = occasion.agency.locality ?? occasion.jurisdiction
    let zone = try #require(edition.library.vocabulary.zoneName(of: place).flatMap { Zone(identifier: $0) })
    guard let every = try? EveryValue(occasion, in: edition, zone: zone, told: told),
      let found = try? every.classes(atMost: Self.mostRequests)
    else { return nil }
    var counts: [Basis: Int] = [:]
    for recorded in found.values {
      let decision = try decide(occasion.request(knowing: recorded), in: edition.library)
      if let basis = decision.answers.first?.basis { counts[basis, default: 0] += 1 }
    }
    return counts
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
