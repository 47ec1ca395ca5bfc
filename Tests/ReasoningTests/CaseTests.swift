import Foundation
import LawLanguage
import Reasoning
import Reference
import Testing

/// The worked examples of the library and of the fixtures, and what they show together.
@Suite struct CaseTests {
  @Test(arguments: CaseFolder.all) func everyCaseIsAnsweredAsItClaims(_ folder: CaseFolder) throws {
    let library = try folder.library()
    let digests = LibraryDigests(of: library)
    for example in library.cases {
      for failure in run(example, in: library, digests: digests) {
        Issue.record("\(example.location.path), \(example.title): expected \(failure.expected), got \(failure.got)")
      }
    }
    #expect(!library.cases.isEmpty)
  }

  @Test(arguments: CaseFolder.all) func oneCompiledEditionServesAllDaysOnWhichTheLawIsTheSame(_ folder: CaseFolder)
    throws
  {
    let library = try folder.library()
    let digests = LibraryDigests(of: library)
    let prepared = PreparedLibrary(library, digests: digests)
    for example in library.cases {
      let decision = try decide(example.request, in: library, digests: digests)
      #expect(try prepared.decide(example.request) == decision, "\(example.location.path), \(example.title)")
      // The day before may have another law: nothing may be left over from it.
      var before = example.request
      before.day = before.day.adding(days: -1)
      #expect(try prepared.decide(before) == decide(before, in: library, digests: digests), "before \(example.title)")
    }
  }

  @Test(arguments: CaseFolder.all) func theReferenceFindsWhatIsDecidedInEveryCase(_ folder: CaseFolder) throws {
    let library = try folder.library()
    let digests = LibraryDigests(of: library)
    var compared = 0
    for example in library.cases {
      let finding: Finding
      do {
        finding = try interpret(example.request, in: library, limit: 20_000)
      } catch InterpretationError.tooManyCompletions {
        continue
      }
      let decision = try decide(example.request, in: library, digests: digests)
      for difference in differences(finding, decision) {
        Issue.record("\(example.location.path), \(example.title): \(difference)")
      }
      compared += 1
    }
    // What is too open for brute force must stay the exception.
    #expect(compared * 10 >= library.cases.count * 9, "\(compared) of \(library.cases.count)")
  }

  @Test func eachAnswerBasisAndCautionIsShownByACase() throws {
    var answers = Set<Answer>()
    var bases = Set<Basis>()
    var cautions = Set<CautionCode>()
    for folder in CaseFolder.all {
      for example in try folder.library().cases {
        for claim in example.expectations.map(\.claim) {
          switch claim {
          case .answer(_, let answer, let basis, _, _):
            answers.insert(answer)
            if let basis { bases.insert(basis) }
          case .undetermined: answers.insert(.undetermined)
          case .caution(let code, _, true): cautions.insert(code)
          case .duty, .noDuty, .caution, .first, .window: break
          }
        }
      }
    }
    #expect(answers == Set(Answer.allCases))
    #expect(bases == Set(Basis.allCases))
    #expect(cautions == Set(CautionCode.allCases))
  }
}

/// A library whose cases are run: the folders of one state beside the federal ones, or a fixture.
struct CaseFolder: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let root: String
  let jurisdictions: [String]

  static let all = [
    CaseFolder(testDescription: "Illinois", root: "Laws", jurisdictions: ["us", "il"]),
    CaseFolder(testDescription: "Florida", root: "Laws", jurisdictions: ["us", "fl"]),
    CaseFolder(
      testDescription: "the fixture that shows everything", root: "Tests/Fixtures/Shown", jurisdictions: ["ss"]),
    CaseFolder(
      testDescription: "the fixture with many clocks", root: "Tests/Fixtures/Clocks", jurisdictions: ["tt"]),
    CaseFolder(
      testDescription: "the fixture with every reason", root: "Tests/Fixtures/Reasons", jurisdictions: ["rr"]),
  ]

  func library() throws -> Library {
    let base = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(root)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted().filter { path in
      guard path.hasSuffix(".md") else { return false }
      guard let folder = path.split(separator: "/").first, path.contains("/") else { return true }
      return jurisdictions.contains(String(folder))
    }
    let files = try paths.map { path in
      SourceFile(path: path, bytes: Array(try Data(contentsOf: base.appendingPathComponent(path))))
    }
    let result = Library.check(files)
    return try #require(result.library, "\(result.diagnostics.map(\.message))")
  }
}
