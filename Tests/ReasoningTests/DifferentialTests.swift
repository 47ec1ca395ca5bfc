import Foundation
import Generation
import LawLanguage
import Reasoning
import Reference
import Testing

/// The fast path against the meaning of the language, on laws that nobody wrote by hand.
///
/// `TENTH_SEED` and `TENTH_PAIRS` choose other laws and more of them, `./test --long` many more; a failure prints the seed of its law and the
/// smallest pair that still fails.
@Suite struct Differential {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["TENTH_SEED"].flatMap { UInt64($0) } ?? 20_261_121
  private static let pairs =
    environment["TENTH_PAIRS"].flatMap { Int($0) } ?? (environment["TENTH_LONG"] == nil ? 20_000 : 400_000)
  /// How many pairs are shrunk and printed for each aspect in which decisions differ.
  private static let reports = environment["TENTH_REPORTS"].flatMap { Int($0) } ?? 1
  /// How many candidate completions a pair may have; those with more are skipped, and counted.
  private static let limit = 400

  @Test func decisionsAreWhatTheReferenceInterpreterFinds() {
    var generator = Generator(seed: Self.seed)
    var distribution = Distribution()
    var reported: [String: Int] = [:]
    var differing = 0
    while distribution.pairs < Self.pairs {
      let law = generator.next()
      guard let library = law.library else { continue }
      distribution.add(law)
      let digests = LibraryDigests(of: library)
      for request in law.requests {
        do {
          let finding = try interpret(request, in: library, limit: Self.limit)
          distribution.add(request, finding)
          let found = differences(finding, try decide(request, in: library, digests: digests))
          if found.isEmpty { continue }
          differing += 1
          for aspect in Set(found.map(\.aspect)) where reported[aspect, default: 0] < Self.reports {
            reported[aspect, default: 0] += 1
            Issue.record("law \(law.seed)\n\(smallest(GeneratedPair(files: law.files, request: request), aspect))")
          }
        } catch let error as InterpretationError {
          distribution.skip(error)
        } catch {
          Issue.record(error)
        }
      }
    }
    print("seed \(Self.seed), \(generator.refused) laws refused by the checker\n\(distribution)")
    #expect(differing == 0)
  }

  /// The smallest pair that still differs in the aspect.
  private func smallest(_ pair: GeneratedPair, _ aspect: String) -> String {
    let shrinker = Shrinker { library, request in
      found(library, request).contains { $0.aspect == aspect }
    }
    let small = shrinker.shrink(pair)
    let left = Library.check(small.files).library.map { found($0, small.request) } ?? []
    return left.map(\.description).joined(separator: "\n") + "\n" + small.report
  }

  private func found(_ library: Library, _ request: Request) -> [Difference] {
    guard let finding = try? interpret(request, in: library, limit: Self.limit),
      let decision = try? decide(request, in: library)
    else { return [] }
    return differences(finding, decision)
  }
}
