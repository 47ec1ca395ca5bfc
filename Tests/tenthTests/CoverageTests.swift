import Foundation
import Testing

/// What the program says of the law that its cases show.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct CoverageTests {
  @Test func saysHowManyRulesDecideInSomeCase() throws {
    let outcome = try Program.run(["law", "coverage"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        AA  2 of 6 rules, 0 of 2 exceptions, 0 of 0 windows, 1 of 1 clock, in 1 case; 1
            rule not verified
        BB  0 of 4 rules, 0 of 1 exception, 0 of 0 windows, 0 of 1 clock, in 0 cases; 0
            rules not verified
        US  0 of 1 rule, 0 of 0 exceptions, 0 of 1 window, 0 of 0 clocks, in 0 cases; 0
            rules not verified
        All  2 of 11 rules, 0 of 3 exceptions, 0 of 1 window, 1 of 2 clocks, in 1 case;
             1 rule not verified

        """)
  }

  @Test func thePageAmongTheDocumentsSaysWhatTheLibraryCovers() throws {
    let repository = Program.tests.deletingLastPathComponent()
    let page = try String(contentsOf: repository.appending(path: "docs/coverage.md"), encoding: .utf8)
    let outcome = try Program.run(
      ["law", "coverage", "--markdown", "--laws", repository.appending(path: "Laws").path()])
    #expect(
      outcome.output == page,
      "write docs/coverage.md again: .build/release/tenth law coverage --markdown --laws Laws > docs/coverage.md")
  }

  @Test func theMapAmongTheDocumentsSaysWhatTheLibrarySays() throws {
    let repository = Program.tests.deletingLastPathComponent()
    let map = try String(contentsOf: repository.appending(path: "docs/hold.svg"), encoding: .utf8)
    let outcome = try Program.run(
      [
        "law", "map", "--act", "hold", "--agency", "county-jail", "--instrument", "i247a", "--on", "2026-01-01",
        "--svg", "--laws", repository.appending(path: "Laws").path(),
      ])
    #expect(
      outcome.output == map,
      """
      write docs/hold.svg again: .build/release/tenth law map --act hold --agency county-jail --instrument i247a \
      --on 2026-01-01 --svg --laws Laws > docs/hold.svg
      """)
  }
}
