import Mutants
import Testing

/// The rewritten source, in which mutants sleep.
@Suite struct SchemataTests {
  private func rewrite(_ source: String, _ changes: Set<Change>) -> Schemata {
    let sites = Site.all(in: source, file: "a.swift").filter { changes.contains($0.change) }
    return Schemata(
      source, sites: Dictionary(uniqueKeysWithValues: sites.enumerated().map { ($0.offset + 1, $0.element) }))
  }

  private func text(_ source: String, _ changes: Set<Change>) -> String {
    String(decoding: rewrite(source, changes).text, as: UTF8.self)
  }

  @Test func nothingChangesWithoutSites() {
    #expect(text("let x = a < b // é\n", []) == "let x = a < b // é\n")
  }

  @Test func anExpressionChoosesWhileTheProgramRuns() {
    #expect(text("let x = a == b", [.comparison]) == "let x = (mutated(1) ? (a != b) : (a == b))")
  }

  @Test func twoMutantsOfOneExpressionStandInEachOther() {
    #expect(
      text("let x = a < b", [.boundary, .comparison])
        == "let x = (mutated(1) ? (a <= b) : ((mutated(2) ? (a >= b) : (a < b))))")
  }

  @Test func aMutantWithinAnotherIsInTheOriginalOnly() {
    #expect(
      text("let x = a && !b", [.connective, .negation])
        == "let x = (mutated(1) ? (a || !b) : (a && (mutated(2) ? (b) : (!b))))")
  }

  @Test func mutantsBesideEachOtherAreApart() {
    #expect(text("let x = [1, 7]", [.number]) == "let x = [(mutated(1) ? (2) : (1)), (mutated(2) ? (8) : (7))]")
  }

  @Test func aStatementIsLeftOut() {
    #expect(text("func f() { a.append(1) }", [.call]) == "func f() { if !mutated(1) { a.append(1) } }")
  }

  @Test func aStatementIsReplaced() {
    #expect(
      text("for x in y { continue }", [.jump]) == "for x in y { if mutated(1) { break } else { continue } }")
    #expect(text("func f() { a += b }", [.arithmetic]) == "func f() { if mutated(1) { a -= b } else { a += b } }")
  }

  @Test func aStatementIsAroundTheExpressionsInIt() {
    #expect(
      text("func f() { g(a < b) }", [.call, .boundary])
        == "func f() { if !mutated(1) { g((mutated(2) ? (a <= b) : (a < b))) } }")
  }

  // MARK: - Who is to blame

  @Test func anErrorWithinAMutantIsItsOwn() {
    let schemata = rewrite("let x = a < b\nlet y = c == d\n", [.boundary, .comparison])
    // The second of the two around `a < b` is the innermost.
    #expect(schemata.blamed(line: 1, column: 45) == [2])
    #expect(schemata.blamed(line: 2, column: 12) == [3])
  }

  @Test func anErrorBesideMutantsIsOfThoseOnTheLine() {
    let schemata = rewrite("let x = [1, 2]\nlet y = 3\n", [.number])
    #expect(schemata.blamed(line: 1, column: 1) == [1, 2])
  }

  @Test func anErrorOnALineWithoutMutantsIsOfTheNearestBefore() {
    let schemata = rewrite("let v = a\nlet w = 1\nlet x = 2\nlet y = a\nlet z = 3\n", [.number])
    #expect(schemata.blamed(line: 4, column: 1) == [2])
    #expect(schemata.blamed(line: 1, column: 1) == [1])
  }

  @Test func anErrorInNoLineOfTheFileIsOfAll() {
    #expect(rewrite("let x = 1\nlet y = 2\n", [.number]).blamed(line: 9, column: 1) == [1, 2])
  }
}
