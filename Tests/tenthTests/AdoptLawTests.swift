import Foundation
import Testing

/// Counsel adopts the law by the program alone, and requests are decided on what was adopted.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct AdoptLawTests {
  private static let who = ["--office", "Example County", "--by", "Sample Counsel"]

  private func adopted(_ more: [String] = [], in folder: URL) throws -> String {
    let file = folder.appending(path: "adoption-\(UUID().uuidString).json").path()
    let outcome = try Program.run(["law", "adopt", "--jurisdiction", "AA", "--out", file] + Self.who + more)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return file
  }

  private func notice(_ file: String, json: Bool = false) throws -> Program.Outcome {
    try Program.run(
      [
        "decide", "--jurisdiction", "AA", "--agency", "county-jail", "--on", "2025-02-01", "--instrument", "i247a",
        "--act", "notify-release", "--fact", "custody=pretrial", "--fact", "crime-witness=no", "--adoption", file,
        "--no-input",
      ] + (json ? ["--json"] : []))
  }

  @Test func anAnswerWithoutInitialsIsKeptBackAndSaysWhatItWouldBe() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let kept = try notice(try adopted(in: folder))
    #expect(kept.status == 0)
    #expect(
      kept.output.hasPrefix(
        """
        Call counsel on whether you may tell immigration agents when the person will be
        released: 1 AA 805 § 15(c) was not read whole for this library, and your counsel
        has put no initials to it. As it stands here it would say: you must not tell
        immigration agents when the person will be released.

        """))
    let document = try notice(try adopted(in: folder), json: true).output
    let flat = document.replacing(/\s+/, with: " ")
    #expect(
      flat.contains(
        #""withheld": {"answer": "prohibited", "basis": "forbidden", "wanting": [{"rule": "aa.trust.no-notice""#)
        || flat.contains(#""withheld": { "answer": "prohibited", "basis": "forbidden""#))
  }

  @Test func initialsReleaseIt() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let given = try notice(try adopted(["--initial", "aa.trust.no-notice"], in: folder))
    #expect(given.output.hasPrefix("Do not tell immigration agents when the person will be released."))
  }

  @Test func anEarlierAdoptionsInitialsAreTakenOver() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try adopted(["--initial-all"], in: folder)
    let second = try adopted(["--after", first], in: folder)
    let files = try [first, second].map { try Data(contentsOf: URL(filePath: $0)) }
    #expect(files[0] == files[1])
  }

  @Test func anotherLibraryThanTheAdoptedOneIsRefused() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try adopted(in: folder)
    let laws = folder.appending(path: "Laws")
    try FileManager.default.copyItem(at: URL(filePath: Program.laws), to: laws)
    try Data("more words".utf8).write(to: laws.appending(path: "README.md"))
    let outcome = try Program.run([
      "decide", "--jurisdiction", "AA", "--agency", "county-jail", "--on", "2025-02-01", "--instrument", "i247a",
      "--adoption", file, "--laws", laws.path(),
    ])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("adopts the library with the digest"))
  }

  /// The fixture's library, with a clause that courts contest.
  private static let contest = """
    # Visits (made up)

    ```law
    law aa.visits  cite "3 AA 1"  by statute of AA  in force from 2020-01-01
    ```

    ## § 1 Visits

    Some courts read a ban into it.

    ```law
    contested visits  cite "1"  verified "made up"
      reading strict marked  says "No date may be told."
      reading loose  says "A date may be told."
    rule no-date  cite "1"  verified "made up"  under visits.strict
      county-jail must not notify-release
    rule date  cite "1"  verified "made up"  under visits.loose
      county-jail must notify-release
        notwithstanding aa.trust.no-notice
    ```
    """

  @Test func aReadingOfAContestedClauseIsFollowedAndTold() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let laws = folder.appending(path: "Laws")
    try FileManager.default.copyItem(at: URL(filePath: Program.laws), to: laws)
    try Data(Self.contest.utf8).write(to: laws.appending(path: "aa/visits.md"))
    let library = ["--laws", laws.path()]
    let file = try adopted(
      ["--initial-all", "--position", "aa.visits.visits=loose: Opinion 3."] + library, in: folder)
    let told = try Program.run(
      [
        "decide", "--jurisdiction", "AA", "--agency", "county-jail", "--on", "2025-02-01", "--instrument", "i247a",
        "--act", "notify-release", "--adoption", file, "--no-input",
      ] + library)
    #expect(
      told.output.hasPrefix("You must tell immigration agents when the person will be released"), "\(told.output)")
    let flat = told.output.replacing(/\s+/, with: " ")
    #expect(flat.contains("As read by Example County: A date may be told. (Opinion 3.)"), "\(flat)")
    let wrong = try Program.run(
      ["law", "adopt", "--jurisdiction", "AA", "--position", "aa.visits.visits=slack: x"] + Self.who + library)
    #expect(wrong.status == 2 && wrong.errors.contains("has no reading slack; write strict, loose"))
  }

  @Test(arguments: [
    (["--initial", "aa.trust.no-hold"], "is no provision below `verified` of this law"),
    (["--position", "custody=pretrial: x"], "custody is a fact of each case and no judgement"),
    (["--position", "aa.trust.no-notice=yes: x"], "no court contests aa.trust.no-notice"),
    (["--position", "custody"], "write 'FACT=VALUE: on what it rests'"),
    (["--on", "yesterday"], "is no day; write it as 2026-01-01"),
    (["--after", "/dev/null"], "is no adoption"),
  ])
  func whatCannotBeAdoptedIsRefusedInASentence(_ more: [String], _ words: String) throws {
    let outcome = try Program.run(["law", "adopt", "--jurisdiction", "AA"] + Self.who + more)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}

/// Offences as the program finds them.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct OffenceCommandTests {
  @Test func aStateWithoutListsSaysSo() throws {
    let outcome = try Program.run(["law", "offence", "robbery", "--jurisdiction", "AA", "--on", "2026-03-02"])
    #expect(outcome.status == 1)
    #expect(outcome.output.replacing("\n", with: " ").contains("has a list of offences on 2026-03-02"))
  }

  @Test(arguments: [
    (["--jurisdiction", "AA"], "Missing expected argument"), (["", "--jurisdiction", "AA"], "name a section"),
    (["PC 211", "--jurisdiction", "QQ"], "QQ"), (["PC 211", "--jurisdiction", "AA", "--on", "soon"], "is no day"),
  ])
  func aWrongCommandIsRefused(_ words: [String], _ sentence: String) throws {
    let outcome = try Program.run(["law", "offence"] + words)
    #expect(outcome.status == 2 && outcome.errors.contains(sentence), "\(outcome.errors)")
  }
}
