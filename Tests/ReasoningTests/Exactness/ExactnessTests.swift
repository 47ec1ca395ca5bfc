import Foundation
import Generation
import LawLanguage
import Reasoning
import Reference
import Testing

/// The fast path against brute force where much is unknown: answers, the facts that matter, windows, duties, and what would
/// change it, on laws of up to twelve unknowns.
///
/// `TENTH_SEED` chooses other laws, `TENTH_WIDE` how many pairs; `./test --long` goes through many more.
@Suite struct ExactnessTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["TENTH_SEED"].flatMap { UInt64($0) } ?? 20_261_121
  private static let pairs =
    environment["TENTH_WIDE"].flatMap { Int($0) } ?? (environment["TENTH_LONG"] == nil ? 120 : 10_000)
  /// How many candidate completions a pair may have for one act or duty.
  private static let limit = 16_000
  /// And for each way of changing facts, of which there are some hundred.
  private static let changesLimit = 200

  @Test func whatIsUndeterminedAndWhyIsWhatBruteForceFinds() throws {
    var seeds = SplitMix64(seed: Self.seed)
    var seen = 0
    var skipped = 0
    var unknowns: [Int: Int] = [:]
    var undetermined = 0
    var failures = 0
    var changed = 0
    while seen < Self.pairs {
      let law = WideLaw(seed: seeds.next(), requests: 4)
      guard let library = law.library else {
        // Conditions are drawn blindly: one that can never hold is refused, and nothing else may be.
        #expect(law.diagnostics.contains { $0.code == .neverApplies }, "\(law.diagnostics.map(\.message))")
        continue
      }
      for request in law.requests {
        do {
          guard try isPossible(request, in: library, limit: 60_000) else { continue }
          let finding = try interpret(request, in: library, limit: Self.limit)
          let decision = try decide(request, in: library, options: DecisionOptions(explain: true))
          let sideBySide = try decide(
            request, in: library, options: DecisionOptions(explain: true, isSideBySide: true))
          #expect(sideBySide == decision, "law \(law.seed) decided side by side")
          seen += 1
          for answer in finding.answers { unknowns[answer.unknowns, default: 0] += 1 }
          undetermined += finding.answers.count { $0.answer == .undetermined }
          let found =
            try differences(finding, decision).map(\.description)
            + changesThatDiffer(decision, request, library, &changed)
          guard !found.isEmpty, failures < 3 else { continue }
          failures += 1
          Issue.record(
            "law \(law.seed)\n\(found.joined(separator: "\n"))\n\(GeneratedPair(files: law.files, request: request).report)"
          )
        } catch InterpretationError.tooManyCompletions {
          skipped += 1
        } catch InterpretationError.inconsistentRequest {
          skipped += 1
        }
      }
    }
    let spread = unknowns.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    print(
      "seed \(Self.seed): \(seen) wide pairs, \(skipped) skipped, \(undetermined) acts undetermined, \(changed) with what would change them, unknowns of an act \(spread)"
    )
    // The test would say little if most were easy; a few pairs say nothing of that.
    guard Self.pairs >= 100 else { return }
    #expect(unknowns.filter { $0.key >= 8 }.values.reduce(0, +) * 10 >= unknowns.values.reduce(0, +))
    #expect(unknowns.filter { $0.key >= 11 }.values.reduce(0, +) > 0)
  }

  /// What would change it, by trying everything: the same sets of facts lead to the same answers.
  private func changesThatDiffer(
    _ decision: Decision, _ request: Request, _ library: Library, _ compared: inout Int
  ) throws -> [String] {
    var found: [String] = []
    for answer in decision.answers where answer.answer != .undetermined {
      guard
        let expected = try? changes(to: answer.act, of: request, in: library, limit: Self.changesLimit)
      else { continue }
      let reference = expected.map { change in
        change.facts.map { "\($0.key)=\(words($0.value))" }.sorted().joined(separator: " ") + ": \(change.answer)"
      }.sorted()
      let decided = answer.changes.map { change in
        change.facts.map { "\($0.fact.name)=\(Int($0.value) == nil ? $0.value : "#")" }.sorted().joined(separator: " ")
          + ": \(change.answer)"
      }.sorted()
      compared += 1
      if reference != decided {
        found.append("\(answer.act) changes: the reference says \(reference), the decision \(decided)")
      }
    }
    return found
  }

  /// Of the numbers on which no test of the law changes, either may be named.
  private func words(_ value: FactValue) -> String {
    switch value {
    case .yesNo(let yes): yes ? "yes" : "no"
    case .choice(let choice): choice
    case .number: "#"
    case .date, .instant, .code: "\(value)"
    }
  }
}
