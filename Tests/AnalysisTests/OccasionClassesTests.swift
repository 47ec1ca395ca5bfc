import Analysis
import Foundation
import Generation
import LawLanguage
import Reasoning
import Reference
import Testing

/// The classes of an occasion, against what the engine decides, and the meaning of the language.
///
/// `TENTH_ANALYSIS_LAWS` chooses how many generated laws, `TENTH_SEED` which; a failure prints the seed of its law.
@Suite struct ClassesOfGeneratedLaws {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["TENTH_SEED"].flatMap { UInt64($0) } ?? 20_261_122
  private static let laws = environment["TENTH_ANALYSIS_LAWS"].flatMap { Int($0) } ?? 300
  private static let mostClasses = 2_000
  /// The reference goes through days one by one, which takes long for years.
  private static let referenceEvery = 200

  /// Windows move with the clock; classes are told apart before them.
  private func hasWindow(_ library: Library) -> Bool {
    library.laws.contains { $0.rules.contains { !$0.bounds.isEmpty } }
  }

  @Test func everyClassGetsTheVerdictThatItsExampleGets() throws {
    var generator = Generator(seed: Self.seed)
    var (laws, checked, wide) = (0, 0, 0)
    var seen = Set<Basis>()
    while laws < Self.laws {
      let law = generator.next()
      guard let library = law.library, !hasWindow(library) else { continue }
      laws += 1
      for occasion in Set(law.requests.flatMap { Self.occasions(of: $0) }).sorted(by: { "\($0)" < "\($1)" }).prefix(6) {
        var classes: [(example: Recorded, verdict: Verdict)]
        do {
          guard var all = try OccasionClasses(occasion, in: library),
            let found = try all.everyClass(atMost: Self.mostClasses)
          else {
            wide += 1
            continue
          }
          #expect(try all.total() == UInt128(found.count))
          classes = found
        } catch {
          wide += 1
          continue
        }
        for (example, verdict) in classes {
          let request = occasion.request(knowing: example)
          guard let answer = answer(to: request, in: library) else { continue }
          checked += 1
          if checked % Self.referenceEvery == 0 { expectReferenceToAgree(answer, request, library) }
          seen.insert(verdict.basis)
          #expect(
            answer.answer == verdict.answer && answer.basis == verdict.basis && answer.ground == verdict.ground,
            "law \(law.seed): \(occasion) knowing \(example) is \(answer), not \(verdict)")
        }
      }
    }
    print(
      "\(laws) laws, \(checked) classes checked, \(wide) occasions too wide, bases \(seen.map(\.rawValue).sorted())")
    #expect(checked > laws * 10)
    #expect(seen.count == 8)
  }

  @Test func everyRequestIsInAClassWithItsVerdict() throws {
    var generator = Generator(seed: Self.seed &+ 1)
    var (laws, checked, wide, unlawful) = (0, 0, 0, 0)
    while laws < Self.laws {
      let law = generator.next()
      guard let library = law.library, !hasWindow(library) else { continue }
      laws += 1
      for occasion in Set(law.requests.flatMap { Self.occasions(of: $0) }).sorted(by: { "\($0)" < "\($1)" }).prefix(6) {
        let classes: OccasionClasses
        do {
          guard let found = try OccasionClasses(occasion, in: library) else { continue }
          classes = found
        } catch {
          wide += 1
          continue
        }
        var requests = RandomRequests(library: library, occasion: occasion, random: SplitMix64(seed: law.seed))
        for _ in 0..<40 {
          let recorded = requests.next()
          guard isConsistent(recorded, occasion, library) else {
            unlawful += 1
            continue
          }
          let request = occasion.request(knowing: recorded)
          guard let answer = answer(to: request, in: library) else { continue }
          checked += 1
          if checked % Self.referenceEvery == 0 { expectReferenceToAgree(answer, request, library) }
          let verdict = classes.verdict(of: recorded)
          #expect(
            answer.answer == verdict?.answer && answer.basis == verdict?.basis && answer.ground == verdict?.ground,
            "law \(law.seed): \(occasion) knowing \(recorded) is \(answer), not \(String(describing: verdict))")
        }
      }
    }
    print("\(laws) laws, \(checked) requests checked, \(unlawful) against a constraint, \(wide) occasions too wide")
    #expect(checked > laws * 20)
  }

  /// The engine's answer, which other tests hold against the reference on requests of every kind.
  private func answer(to request: Request, in library: Library) -> ActAnswer? {
    (try? decide(request, in: library))?.answers.first
  }

  private func expectReferenceToAgree(_ answer: ActAnswer, _ request: Request, _ library: Library) {
    guard let found = try? interpret(request, in: library, limit: 5_000).answers.first else { return }
    #expect(found.answer == answer.answer && found.basis == answer.basis && found.ground == answer.ground)
  }

  /// Whether the constraints of generated vocabularies allow it, in words of their own.
  private func isConsistent(_ recorded: Recorded, _ occasion: Occasion, _ library: Library) -> Bool {
    func isYes(_ name: String) -> Bool { recorded.facts[name] == .yesNo(true) }
    func day(_ name: String) -> Day? { if case .date(let day) = recorded.facts[name] { day } else { nil } }
    var age = 0
    if case .number(let number) = recorded.facts["age"] { age = number }
    return library.vocabulary.constraints.allSatisfy { constraint in
      switch constraint.name {
      case "not-both": !(isYes("flag-a") && isYes("flag-b"))
      case "sentenced-is-grown": recorded.facts["custody"] != .choice("sentenced") || age >= 17
      case "released-after-booked": day("released") ?? occasion.day >= day("booked") ?? occasion.day
      case "free-needs-c": recorded.facts["custody"] != .choice("free") || isYes("flag-c")
      case "no-future-conviction":
        (recorded.records["convictions"] ?? []).allSatisfy { record in
          if case .date(let day) = record["convicted-on"] { day <= occasion.day } else { true }
        }
      case "weapons-are-felonies":
        (recorded.records["convictions"] ?? []).allSatisfy { record in
          guard case .code(let code) = record["offence"] else { return true }
          return code != "5/24-1" && !code.hasPrefix("5/24-1(") || record["class"] == .choice("felony")
        }
      default: true
      }
    }
  }

  static func occasions(of request: Request) -> [Occasion] {
    request.acts.map { act in
      Occasion(
        jurisdiction: request.jurisdiction, agency: request.agency, act: act, day: request.day,
        papers: request.papers.map(\.kind))
    }
  }
}
