import Foundation
import LawLanguage
import Reasoning
import Reference
import Testing

/// The fast path against the meaning of the language, on laws that nobody wrote by hand.
///
/// `TENTH_SEED` and `TENTH_PAIRS` choose other laws and more of them; a failure prints the seed of its law and the
/// smallest pair that still fails.
@Suite struct Differential {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["TENTH_SEED"].flatMap { UInt64($0) } ?? 20_261_121
  private static let pairs = environment["TENTH_PAIRS"].flatMap { Int($0) } ?? 20_000
  /// How many candidate completions a pair may have; those with more are skipped, and counted.
  private static let limit = 400

  @Test func decisionsAreWhatTheReferenceInterpreterFinds() {
    var generator = Generator(seed: Self.seed)
    var distribution = Distribution()
    var failures = 0
    while distribution.pairs < Self.pairs && failures < 3 {
      let law = generator.next()
      guard let library = law.library else { continue }
      distribution.add(law)
      let digests = LibraryDigests(of: library)
      for request in law.requests {
        do {
          let finding = try interpret(request, in: library, limit: Self.limit)
          distribution.add(request, finding)
          let found = differences(finding, try decide(request, in: library, digests: digests))
          guard !found.isEmpty, failures < 3 else { continue }
          failures += 1
          Issue.record("law \(law.seed)\n\(smallest(GeneratedPair(files: law.files, request: request), found))")
        } catch let error as InterpretationError {
          distribution.skip(error)
        } catch {
          Issue.record(error)
        }
      }
    }
    print("seed \(Self.seed), \(generator.refused) laws refused by the checker\n\(distribution)")
  }

  /// The smallest pair that differs in something that the pair at hand differs in.
  private func smallest(_ pair: GeneratedPair, _ found: [String]) -> String {
    func subjects(_ found: [String]) -> Set<String> {
      Set(found.compactMap { $0.split(separator: ":").dropFirst().first.map(String.init) })
    }
    let wanted = subjects(found)
    let shrinker = Shrinker { library, request in
      guard let finding = try? interpret(request, in: library, limit: Self.limit),
        let decision = try? decide(request, in: library)
      else { return false }
      return !subjects(differences(finding, decision)).isDisjoint(with: wanted)
    }
    let small = shrinker.shrink(pair)
    guard let library = Library.check(small.files).library, let finding = try? interpret(small.request, in: library),
      let decision = try? decide(small.request, in: library)
    else { return small.report }
    let left = differences(finding, decision)
    return left.joined(separator: "\n") + "\n" + small.report
  }
}
