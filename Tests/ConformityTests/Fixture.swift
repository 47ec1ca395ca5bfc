import Conformity
import Foundation
import LawLanguage
import Testing

/// The checkout that the tests are built from, and what is built of it.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let repository = Repository(root: root.path())

  /// The program, beside the test bundle, where one build puts both.
  static let executable: URL? = {
    let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(filePath: $0) }
    let folders =
      bundles.flatMap { [$0.deletingLastPathComponent(), $0.deletingLastPathComponent().deletingLastPathComponent()] }
      + ["release", "debug"].map { root.appending(path: ".build/\($0)") }
    return folders.map { $0.appending(path: "conformance") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path())
    }
  }()

  /// Why tests of the program are left out.
  static let absence: Comment = "the program is not beside the tests; build it with `swift build --build-tests`"

  static func document(_ name: String) throws -> SuiteDocument {
    let entry = try #require(try repository.manifest().entries.first { $0.name == name })
    return try repository.document(entry)
  }

  static func run(_ document: SuiteDocument, on engine: some BackEnd) throws -> DocumentResult {
    var engine = engine
    var suite = SuiteRun()
    return try suite.run(document, on: &engine)
  }

  /// The differences of a result, as the report shows them.
  static func report(_ result: DocumentResult) -> String { [result].report(of: "the engine") }
}

/// A law of two rules and a case that claims something of every kind.
enum Little {
  static let files = [
    SourceFile(
      path: "vocabulary.md",
      text: """
        # Words

        ```law
        jurisdiction XX "Example"  zone America/Denver  searched to 2026-01-31
        agency jail "a jail"
        act hold "keep the person"
        act tell "tell somebody"
        paper asking "a request"  asks for hold
        recipient judge "a judge"
        step leave "a judge's leave"  asks "Has a judge given leave?"
        fact old yes-no  asks "Is the person old?"
        fact due-out instant  asks "When is the person due out?"
        ```
        """),
    SourceFile(
      path: "law.md",
      text: """
        # A law

        ```law
        law xx.law  cite "X"  by statute of XX  in force from 2020-01-01
        ```

        ## § 1 Holding

        A jail keeps an old person for an hour, and tells the judge.

        ```law
        rule may-hold  cite "1"  verified "the fixture"
          jail may hold  on a paper in asking  when old
        limit an-hour  cite "1"  verified "the fixture"
          jail hold  at most 1 hours from due-out  only after leave
        rule tell-judge  cite "1"  verified "the fixture"
          jail must tell to judge  on doing hold  due within 1 days of due-out
        ```
        """),
  ]

  /// The law as one document of the suite, with one case.
  static let claims: [Case.Claim] = {
    let rule = QualifiedName(law: "xx.law", name: "may-hold")
    // 11:00 in Denver in March, before clocks change: seven hours behind Greenwich.
    let until = Day(year: 2025, month: 3, day: 4).map { Instant(seconds: Int64($0.number) * 86_400 + 18 * 3600) }
    return [
      .answer(act: "hold", .permitted, .granted, ground: "asking", because: [rule]),
      .window(act: "hold", from: nil, until: until),
      .first(step: "leave", act: "hold", present: true),
      .caution(.secondary, act: "hold", present: false),
      .duty(
        act: "tell", to: "judge", due: nil, dueDay: Day(year: 2025, month: 3, day: 5),
        because: QualifiedName(law: "xx.law", name: "tell-judge")),
    ]
  }()
}
