import Analysis
import Foundation
import Generation
import LawLanguage
import Reasoning
import Testing

/// A slip of the pen in a law is caught: by the checker, a case, a property, or a finding that was not there before.
///
/// `TENTH_LONG` draws fifty instead of a few; `TENTH_SEED` which; `TENTH_STATES=ga,wa` of which states, or `all`; `TENTH_EVERY=fl` goes
/// through all there are in a state's law. What is not caught is printed, with what it changes and the case that would show it.
@Suite struct MutantTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["TENTH_SEED"].flatMap { UInt64($0) } ?? 5
  private static let count = environment["TENTH_LONG"] == nil ? 10 : 50
  private static let every = environment["TENTH_EVERY"]
  private static let states: [String] =
    if let every { [every] } else {
      switch environment["TENTH_STATES"] {
      case nil: ["ca", "fl", "il", "nj"]
      case "all": SmallLibrary.folders.filter { $0 != "us" }
      case let named?: named.split(separator: ",").map(String.init)
      }
    }

  @Test func ofTheSlipsOfThePenThatChangeAnythingNineOfTenAreCaught() throws {
    var random = SplitMix64(seed: Self.seed)
    var (caught, equivalent, all) = (0, 0, 0)
    var survivors: [String] = []
    let laws = try Self.states.map(StateLaw.init)
    var open = laws.flatMap { law in law.mutants.edits.map { (law, $0) } }
    for _ in 0..<(Self.every == nil ? min(Self.count, open.count) : open.count) {
      let (law, edit) = open.remove(at: random.between(0, open.count - 1))
      all += 1
      let result = Library.check(law.mutants.files(with: edit))
      guard let mutant = result.library, !law.known.isCaught(mutant, law.state) else {
        caught += 1
        continue
      }
      let change = difference(law.library, mutant, law.state)
      if change == nil { equivalent += 1 }
      survivors.append(edit.words + ": " + (change ?? "no request is treated differently"))
    }
    print("seed \(Self.seed): \(caught) of \(all) caught, \(equivalent) of the others change nothing")
    for survivor in survivors { print("survived: \(survivor)") }
    // One that is proved to change no request is no slip that anything could show.
    #expect(caught * 10 >= (all - equivalent) * 9)
    #expect(caught > all / 2)
  }

  /// The law of a state, and the slips there can be in it.
  private final class StateLaw {
    let state: String
    let library: Library
    let mutants: Mutants
    /// What is found of it as it stands: nobody asks before a slip of it is drawn.
    lazy var known = Known(library, state)

    init(_ state: String) throws {
      self.state = state
      library = try SmallLibrary.whole(for: state)
      mutants = Mutants(of: library, in: state)
    }
  }

  /// What is found of the law as it stands.
  private struct Known {
    let findings: Set<String>

    init(_ library: Library, _ state: String) { findings = Known.findings(library, state) }

    func isCaught(_ mutant: Library, _ state: String) -> Bool {
      let cases = mutant.cases.filter { $0.location.path.hasPrefix(state + "/") }
      if cases.contains(where: { !Reasoning.run($0, in: mutant).isEmpty }) { return true }
      return !Known.findings(mutant, state).isSubset(of: findings)
    }

    private static func findings(_ library: Library, _ state: String) -> Set<String> {
      let report = LibraryCheck(library, jurisdiction: state.uppercased()).run()
      return Set(
        report.findings.filter { $0.level != .note || $0.code == .shadowed || $0.code == .redundant }.map(\.message))
    }
  }

  /// What the edit changes; nil if no request is treated differently.
  private func difference(_ old: Library, _ new: Library, _ state: String) -> String? {
    var comparing = Comparing()
    for day in Comparing.days(state.uppercased(), old, new).reversed() {
      comparing.compare(
        LawSide(library: old, jurisdiction: state.uppercased(), day: day),
        LawSide(library: new, jurisdiction: state.uppercased(), day: day))
      if let change = comparing.result.changes.first {
        let lines = caseLines(of: change, in: old.vocabulary).map { "\n    " + $0 }.joined()
        return "\(change.act) on \(day), \(change.classes) of \(change.total) classes: no case shows it" + lines
      }
    }
    return nil
  }

  /// The case that would show it, under the law as it stands.
  private func caseLines(of change: LawChange, in vocabulary: Vocabulary) -> [String] {
    guard let occasion = change.occasions.first else { return [] }
    let expectation =
      switch change.kind {
      case .answer(let ruling, _): ruling.expectation(of: change.act)
      case .bound(let words, _): "expect a bound: \(words)"
      case .duty(let words, _): "expect duty \(words)"
      }
    return [occasion.caseLine(asking: [change.act])] + change.recorded.givenLines(of: occasion, in: vocabulary)
      + [expectation]
  }
}
