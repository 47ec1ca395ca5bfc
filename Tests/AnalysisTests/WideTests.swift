import Analysis
import Foundation
import Generation
import LawLanguage
import Reasoning
import Testing

/// Slices too wide to go through: counted exactly, put to a solver, or said not to be decided; never cut.
@Suite struct WideTests {
  private func rule(_ name: String, _ text: String) -> String {
    "rule \(name)  cite \"1\"  verified \"here\"\n  \(text)\n"
  }

  /// Six dates in order, each tested: more combinations of days than are gone through.
  private static let dates = ["day-a", "day-b", "day-c", "day-d", "day-e", "day-f"]
  private static let words =
    (["act hold \"keep the person\""]
    + dates.map { "fact \($0) date  asks \"When?\"" }
    + zip(dates, dates.dropFirst()).map {
      "constraint \($0)-first  when \($0) is on or before \($1)  says \"In order.\""
    }).joined(separator: "\n")
  private static let recent = dates.map { "\($0) is within 1 year before acted" }.joined(separator: " and ")

  /// Of rules three and four: an early day lies within the year and a later one does not. The constraints leave no such request.
  private var wide: String {
    rule("one", "jail must hold when \(Self.recent)")
      + rule("two", "jail must not hold when day-c is on or after 2019-06-01")
      + rule("three", "jail may tell when day-b is within 1 year before acted and day-e is before 2018-01-01")
      + rule("four", "jail must not tell when day-a is within 1 year before acted and day-f is before 2018-01-01")
  }

  private func said(_ report: LibraryCheck.Report) -> [String] {
    report.findings.map { "\($0.level.rawValue)[\($0.code.rawValue)]: \($0.message)" }
  }

  @Test func independentConditionsAreCountedHoweverManyThereAre() throws {
    let names = (0..<24).map { "flag\($0)" }
    let words = names.map { "fact \($0) yes-no  asks \"?\"" }.joined(separator: "\n")
    let pairs = stride(from: 0, to: 24, by: 2).map { "(flag\($0) and flag\($0 + 1))" }.joined(separator: " or ")
    let library = try SmallLibrary.library(
      rule("one", "jail must not hold when \(pairs)"), words: "act hold \"keep the person\"\n" + words)
    let occasion = Occasion(
      jurisdiction: "AA", agency: Request.Agency(kind: "jail"), act: "hold", day: try #require(Day("2025-01-22")),
      papers: [])
    var classes = try #require(try OccasionClasses(occasion, in: library))
    #expect(try classes.total() == 1 << 24)
    let counts = try classes.verdicts().map { "\($0.verdict.basis.rawValue) \($0.count)" }
    // In three of the four ways of each of twelve pairs the ban does not apply.
    #expect(counts == ["silent 531441", "forbidden \(16_777_216 - 531_441)"])
  }

  @Test func whatIsTooWideIsNotDecidedWithoutASolver() throws {
    let report = LibraryCheck(try SmallLibrary.library(wide, words: Self.words)).run()
    #expect(report.asked == 0)
    #expect(said(report).contains { $0.hasPrefix("warning[not-decided]: what the law of AA says of hold") })
    #expect(!said(report).contains { $0.hasPrefix("error[conflict]") })
  }

  @Test func whatASolverDoesNotSettleIsNotDecided() throws {
    struct Undecided: SolverProgram { func answer(to script: String) -> String? { "unknown\n" } }
    let report = LibraryCheck(try SmallLibrary.library(wide, words: Self.words), asking: Undecided()).run()
    #expect(report.asked == 0)
    let finding = try #require(report.findings.first { $0.code == .notDecided })
    #expect(finding.help?.hasSuffix("the solver was asked, and did not settle it") == true)
  }

  @Suite(.enabled(if: Solver.path != nil, "z3 is not installed")) struct WithSolver {
    @Test func aSliceThatIsTooWideIsPutToTheSolver() throws {
      let tests = WideTests()
      let library = try SmallLibrary.library(tests.wide, words: WideTests.words)
      let report = LibraryCheck(library, asking: AskedZ3()).run()
      #expect(report.asked > 0)
      let said = tests.said(report)
      #expect(!said.contains { $0.contains("[not-decided]") })
      #expect(said.contains { $0.hasPrefix("error[conflict]: aa.act.one") })
      // No request meets its conditions: only whoever looks at all of the dates together can tell.
      #expect(said.contains { $0.hasPrefix("warning[dead-rule]: aa.act.three decides nothing: no request") })
      #expect(said.contains { $0.hasPrefix("warning[dead-rule]: aa.act.four decides nothing: no request") })
      let witness = try #require(report.findings.first { $0.code == .conflict }?.witness)
      #expect(witness.classes == nil)
      let decision = try decide(witness.request(in: library.vocabulary), in: library)
      #expect(decision.answers.map(\.answer) == [.conflict])
      #expect(decision.answers.map(\.basis) == [.opposed])
    }

    @Test func aQueryThatIsTooWideIsPutToTheSolver() throws {
      let tests = WideTests()
      let library = try SmallLibrary.library(tests.wide, words: WideTests.words)
      func reply(_ text: String) throws -> Asking.Reply {
        let query = try Query("a request in AA where \(text)")
        return try Asking(library, queries: [query], asking: AskedZ3()).reply(to: query)
      }
      let found = try reply("hold is required")
      let example = try #require(found.example)
      #expect(!found.isUndecided)
      let decision = try decide(example.occasion.request(knowing: example.recorded), in: library)
      #expect(decision.answers.map(\.answer) == [.required])
      let none = try reply("tell is granted")
      #expect(none.example == nil)
      #expect(!none.isUndecided)
      #expect(none.asked > 0)
    }

    /// With no room for a diagram every slice is too wide.
    @Test func aSolverFindsWhatGoingThroughFinds() throws {
      let text = """
        define young  cite "2"
          when minor or age is under 21
        list papers  cite "3"
          detainer
        rule one  cite "1"  verified "here"
          jail must hold
            when age is at least 18
            unless exigent  cite "4"
            unless minor  cite "5"
        rule two  cite "2"  verified "here"
          jail must not hold on a paper in papers
            when young
        rule three  cite "3"  verified "here"
          jail may hold  when minor and age is at least 18
        rule four  cite "4"  verified "here"
          jail must not tell  unless exigent  cite "6"
        rule five  cite "5"  verified "here"
          jail may tell  when exigent and (minor or not minor)
        """
      let library = try SmallLibrary.library(text)
      let through = LibraryCheck(library).run()
      let asked = LibraryCheck(library, asking: AskedZ3(), mostNodes: 2).run()
      #expect(asked.asked > 0)
      let tests = WideTests()
      #expect(tests.said(asked) == tests.said(through))
      #expect(tests.said(through).count > 4)
    }

    /// Records, codes, choices and dates, as they come.
    @Test func ofGeneratedLawsASolverFindsTheSameVerdictsAndRequestsThatGetThem() throws {
      var generator = Generator(seed: 20_261_123)
      var (laws, occasions, unsaid) = (0, 0, 0)
      while laws < 12 {
        let law = generator.next()
        guard let library = law.library, !library.laws.contains(where: { $0.rules.contains { !$0.bounds.isEmpty } })
        else { continue }
        laws += 1
        let asked = Set(law.requests.flatMap { ClassesOfGeneratedLaws.occasions(of: $0) })
        for occasion in asked.sorted(by: { "\($0)" < "\($1)" }).prefix(1) {
          guard var through = try? OccasionClasses(occasion, in: library), let expected = try? through.verdicts() else {
            continue
          }
          guard var wide = try? OccasionClasses(occasion, in: library, asking: AskedZ3()) else {
            unsaid += 1
            continue
          }
          occasions += 1
          #expect(wide.possibleVerdicts == expected.map(\.verdict), "law \(law.seed): \(occasion)")
          for verdict in wide.possibleVerdicts {
            let recorded = try #require(try wide.example(of: verdict))
            let answer = try #require(
              try decide(occasion.request(knowing: recorded), in: library).answers.first)
            #expect(answer.answer == verdict.answer && answer.basis == verdict.basis, "law \(law.seed): \(occasion)")
          }
        }
      }
      #expect(occasions > unsaid)
    }
  }
}

/// Z3, started for each question.
struct AskedZ3: SolverProgram {
  func answer(to script: String) -> String? {
    guard let path = Solver.path else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-smt2", "-in", "-t:20000"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    try? input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    try? input.fileHandleForWriting.close()
    let said = try? output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return said.map { String(decoding: $0, as: UTF8.self) }
  }
}
