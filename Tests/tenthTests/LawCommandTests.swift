import Foundation
import Testing

/// The law as the program lists, shows, tests and lays it out.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct LawCommandTests {
  @Test func listsTheLawsOfEachPlace() throws {
    let outcome = try Program.run(["law", "list"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        ALPHA
          Searched to 2026-11-21.
          aa.trust: Alpha Trust Act, 1 AA 805
              state statute, in force from 2017-08-28; 6 rules, 4 verified, 1 from
              secondary sources, 1 not verified

        BETA

        """))
  }

  @Test func showsARuleWithItsSource() throws {
    #expect(
      try Program.run(["law", "show", "aa.trust.no-notice"]).output == """
        1 AA 805 § 15(c), in force from 2017-08-28
        An agency may tell when a person sentenced for a felony will be released.
        Rests on a secondary source: Attorney General, guidance of January 2025.
        aa/trust.md:29:6, under "§ 15(b) Release dates"

            rule no-notice  cite "15(c)"  secondary "Attorney General, guidance of January 2025"
              law-enforcement must not notify-release
                when custody is pretrial
                unless crime-witness  cite "15(d)"

        """)
  }

  @Test func suggestsTheRuleThatWasMeant() throws {
    let outcome = try Program.run(["law", "show", "aa.trust.no-hol"])
    #expect(outcome.status == 2)
    #expect(outcome.errors == "tenth: there is no law or rule \"aa.trust.no-hol\"; did you mean aa.trust.no-hold?\n")
  }

  @Test func runsTheCasesOfTheLibrary() throws {
    let outcome = try Program.run(["law", "test"])
    #expect(outcome.output == "1 case (0 official, 1 derived): 1 passed, 0 failed\n")
    #expect(outcome.status == 0)
  }

  @Test func aCaseThatFailsSaysWhatWasExpectedAndWhatCame() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let laws = folder.appending(path: "Laws")
    try FileManager.default.copyItem(at: URL(filePath: Program.laws), to: laws)
    let trust = laws.appending(path: "aa/trust.md")
    let text = try String(contentsOf: trust, encoding: .utf8)
    try text.replacing("expect must not hold, forbidden, because no-hold", with: "expect may hold, granted")
      .write(to: trust, atomically: true, encoding: .utf8)
    let outcome = try Program.run(["law", "test", "--jurisdiction", "AA", "--laws", laws.path()])
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        aa/trust.md:59:9: a detainer alone
          aa/trust.md:61:1:
            expected may hold, granted
            got      must not hold, forbidden, because aa.trust.no-hold

        1 case (0 official, 1 derived): 0 passed, 1 failed

        """)
  }

  @Test func refusesToTestAJurisdictionThatIsNone() throws {
    let outcome = try Program.run(["law", "test", "--jurisdiction", "AX"])
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == "tenth: --jurisdiction AX: the vocabulary has no such jurisdiction; did you mean AA?\n")
  }

  @Test func digestsEveryFileAndTheLibrary() throws {
    let outcome = try Program.run(["law", "digest"])
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
    #expect(
      lines.map { $0.last?.trimmingPrefix(" ") } == [
        "aa/trust.md", "bb/cooperation.md", "us/detainers.md", "vocabulary.md", "library",
      ])
    #expect(lines.allSatisfy { $0[0].count == 64 })
    let version = try Program.run(["--version"]).output
    #expect(version.hasPrefix("tenth 0.1.0\nlibrary \(lines[4][0])\n"))
  }

  @Test func leavesWhatIsLaidOutAlone() throws {
    let files = ["vocabulary.md", "aa/trust.md", "bb/cooperation.md", "us/detainers.md"]
    let outcome = try Program.run(["law", "format", "--check"] + files.map { "\(Program.laws)/\($0)" })
    #expect(outcome.output == "")
    #expect(outcome.status == 0)
  }

  @Test func laysAFileOutAndSaysSo() throws {
    let text = "# A\n\n```law\nlaw aa.x cite \"1\" by statute of AA in force from 2020-01-01\n```\n"
    try Program.withFile("x.md", Array(text.utf8)) { path in
      let checked = try Program.run(["law", "format", "--check", path])
      #expect(checked.output == "\(path) is not laid out\n")
      #expect(checked.status == 1)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      let laidOut = try Program.run(["law", "format", path])
      #expect(laidOut.output == "\(path) laid out\n")
      #expect(laidOut.status == 0)
      #expect(try Program.run(["law", "format", "--check", path]).status == 0)
    }
  }

  @Test func theSchemaNamesEveryFactWithItsQuestion() throws {
    let outcome = try Program.run(["law", "schema", "--jurisdiction", "AA"])
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    let facts = try #require(properties["facts"]?["properties"] as? [String: [String: Any]])
    #expect(facts["custody"]?["title"] as? String == "Why is the person in custody?")
    #expect(facts["crime-witness"]?["description"] as? String == "As the agency's own file says.")
    #expect(
      Set(facts.keys) == [
        "release-due", "booked", "released", "age", "custody", "crime-witness", "exigent", "judicial-leave",
        "convictions",
      ])
  }

  @Test func aLawThatIsBegunChecksIsLaidOutAndAnswersItsCase() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let laws = folder.appending(path: "Laws")
    try FileManager.default.copyItem(at: URL(filePath: Program.laws), to: laws)
    let new = [
      "law", "new", "aa.fees", "--jurisdiction", "AA", "--title", "Fees Act", "--cite", "9 AA 1", "--from",
      "2026-01-01",
      "--laws", laws.path(),
    ]
    let begun = try Program.run(new)
    #expect(begun.status == 0, "\(begun.errors)")
    let file = laws.appending(path: "aa/fees.md").path()
    #expect(begun.output.hasPrefix("\(file)\n"))
    // As printed it tests this library, not the copy that came with the program.
    #expect(begun.output.hasSuffix("tenth law test --jurisdiction AA --laws \(laws.path())\n"))
    #expect(try Program.run(["law", "format", "--check", file]).status == 0)
    let tested = try Program.run(["law", "test", "--jurisdiction", "AA", "--laws", laws.path()])
    #expect(tested.output == "2 cases (0 official, 2 derived): 2 passed, 0 failed\n")
    // What is there is never written over.
    let again = try Program.run(new)
    #expect(again.status == 2 && again.errors.contains("is there already"))
    var other = new
    other[2] = "aa.trust"
    let taken = try Program.run(other)
    #expect(taken.status == 2)
  }

  @Test(arguments: [
    (["--jurisdiction", "AX", "--from", "2026-01-01"], "did you mean AA?"),
    (["--jurisdiction", "AA", "--from", "2026-02-30"], "--from 2026-02-30 is no day"),
    (["--jurisdiction", "AA", "--from", "2026-01-01", "--rank", "law"], "there is no rank law"),
    (["--jurisdiction", "AA", "--from", "2026-01-01", "--of", "nowhere"], "locality nowhere"),
  ])
  func aLawIsNotBegunFromWhatIsWrong(_ options: [String], _ sentence: String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let laws = folder.appending(path: "Laws")
    try FileManager.default.copyItem(at: URL(filePath: Program.laws), to: laws)
    let outcome = try Program.run(
      ["law", "new", "aa.fees", "--title", "Fees", "--cite", "9", "--laws", laws.path()] + options)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: laws.appending(path: "aa/fees.md").path()))
  }

  @Test func whatWasReadLongAgoOrNeverIsListed() throws {
    let fresh = try Program.run(["law", "stale", "--on", "2026-11-22", "--days", "36500"])
    let old = try Program.run(["law", "stale", "--on", "2036-11-22", "--days", "30"])
    #expect(old.status == 1)
    #expect(old.output.contains("aa.trust.no-hold"))
    #expect(fresh.output.contains("Text not read: aa.trust."))
    #expect(try Program.run(["law", "stale", "--on", "soon"]).status == 2)
  }
}
