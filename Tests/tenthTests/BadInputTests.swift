import Foundation
import Testing

/// What cannot be used is refused in a sentence, with exit code 2, and nothing is printed as an answer.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct BadInputTests {
  private func expect(
    _ outcome: Program.Outcome, _ lines: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.errors == lines.map { "tenth: \($0)\n" }.joined(), sourceLocation: sourceLocation)
    #expect(outcome.output == "", sourceLocation: sourceLocation)
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
  }

  @Test func saysEverythingThatIsMissing() throws {
    try expect(
      Program.run(["decide"]),
      "the command line: jurisdiction is missing; add --jurisdiction IL",
      "the command line: agency is missing; add --agency county-jail",
      "the command line: on is missing; add --on 2025-01-22",
      "the command line: nothing is asked: there is no act, no paper and no fact; say what is asked with --act, "
        + "which paper came with --instrument, or what happened with --fact")
  }

  @Test func wantsTheDayOfTheAct() throws {
    try expect(
      Program.run(["decide", "--jurisdiction", "AA", "--agency", "police", "--instrument", "i247a"]),
      "the command line: on is missing; add --on 2025-01-22")
  }

  @Test func suggestsForEveryNameThatIsUnknown() throws {
    try expect(
      Program.run([
        "decide", "--jurisdiction", "AX", "--agency", "jail", "--on", "2025-01-22", "--instrument", "i247b",
        "--act", "holt", "--fact", "custdy=pretrial", "--acting-for", "polise",
      ]),
      "--jurisdiction AX: \"AX\" is no jurisdiction of the vocabulary; did you mean \"AA\"?",
      "--agency jail: \"jail\" is no kind of agency of the vocabulary; did you mean \"county-jail\"?",
      "--acting-for polise: \"polise\" is no kind of agency of the vocabulary; did you mean \"police\"?",
      "--instrument i247b: \"i247b\" is no paper of the vocabulary; did you mean \"i247a\"?",
      "--act holt: \"holt\" is no act of the vocabulary; did you mean \"hold\"?",
      "--fact custdy=pretrial: \"custdy\" is no fact of the vocabulary; did you mean \"custody\"?")
  }

  @Test func readsNoFolderOutsideTheLibraryForAJurisdiction() throws {
    try expect(
      Program.run([
        "decide", "--jurisdiction", "../../etc", "--agency", "police", "--on", "2025-01-22", "--act", "hold",
      ]),
      "--jurisdiction ../../etc: \"../../etc\" is no jurisdiction of the vocabulary; write AA, BB or CC")
  }

  @Test func refusesFactsOfTheWrongType() throws {
    try expect(
      Program.decide(
        "--instrument", "i247a", "--fact", "crime-witness=\"false\"", "--fact", "age=old", "--fact", "custody=pretrail",
        "--fact", "exigent=yes", "--fact", "age", "--fact", "booked=2025-02-30T10:00", "--locality", "Lakside"),
      "--fact age: expected a name and a value; write --fact NAME=VALUE, such as custody=pretrial")
    try expect(
      Program.decide(
        "--instrument", "i247a", "--fact", "crime-witness=\"false\"", "--fact", "age=old", "--fact", "custody=pretrail",
        "--fact", "exigent=yes", "--fact", "booked=2025-02-30T10:00", "--locality", "Lakside"),
      "--locality Lakside: \"Lakside\" is no locality in Alpha of the vocabulary; did you mean \"lakeside\"?",
      "--fact crime-witness=\"false\": expected yes or no, not \"\"false\"\"; write yes, no or unknown",
      "--fact age=old: expected a whole number of years, not old; write digits only, such as 34",
      "--fact custody=pretrail: expected pretrial or sentenced, not \"pretrail\"; did you mean \"pretrial\"?",
      "--fact exigent=yes: exigent is a judgement: who made it and why are recorded with it; "
        + "write --fact 'exigent={value: yes, by: \"Sgt. Example\", why: \"…\"}'",
      "--fact booked=2025-02-30T10:00: \"2025-02-30T10:00\" does not exist: February 2025 has 28 days; check the date")
  }

  @Test func refusesAFactGivenTwice() throws {
    try expect(
      Program.decide("--instrument", "i247a", "--fact", "age=20", "--fact", "age=17"),
      "--fact age=17: age is given twice; keep one of the two")
  }

  @Test func refusesBrokenConstraints() throws {
    try expect(
      Program.decide(
        "--instrument", "i247a", "--fact", "convictions+={convicted-on: 2030-01-01}", "--fact",
        "released=2025-01-18T10:00", "--fact", "booked=2025-01-20T08:00"),
      "--fact convictions+={convicted-on: 2030-01-01}: convictions.convicted-on: "
        + "A conviction cannot lie in the future; convicted-on is 2030-01-01, decided is 2025-01-22",
      "--fact released=2025-01-18T10:00: A release cannot come before the booking; "
        + "released is 2025-01-18T10:00:00-06:00, booked is 2025-01-20T08:00:00-06:00")
  }

  @Test func refusesListsThatContradictThemselves() throws {
    try expect(
      Program.decide("--instrument", "i247a", "--fact", "convictions+={class: felony}", "--fact", "convictions=none"),
      "--fact convictions=none: convictions: there are none, and yet some are given; leave out one of the two")
    try expect(
      Program.decide("--instrument", "i247a", "--fact", "convictions=complete"),
      "--fact convictions=complete: convictions: no conviction is given, so there is nothing to complete; "
        + "write convictions=none if there are none")
    try expect(
      Program.decide("--instrument", "i247a", "--fact", "convictions+={class: felony"),
      "--fact convictions+={class: felony: this is not readable as YAML: "
        + "did not find expected ',' or '}'; check the line and the one above it")
  }

  @Test func refusesADayBeforeTheLaw() throws {
    try expect(
      Program.run(["decide", "--jurisdiction", "AA", "--agency", "police", "--on", "2010-01-22", "--act", "hold"]),
      "--on 2010-01-22: 2010-01-22 lies before any law: the library's law for Alpha begins on 2017-08-28; "
        + "ask about that day or a later one")
  }

  @Test func wantsAnActWhereNoPaperAsksForOne() throws {
    try expect(
      Program.decide("--instrument", "i200"),
      "the command line: no paper offered (i200) asks for an act of its own; say which with --act: hold or transfer")
  }

  @Test func refusesATimeThatAClockSkipsOrShowsTwice() throws {
    try expect(
      Program.run([
        "decide", "--jurisdiction", "AA", "--agency", "police", "--on", "2025-03-09", "--act", "hold", "--at",
        "2025-03-09T02:30",
      ]),
      "--at 2025-03-09T02:30: \"2025-03-09T02:30\" does not exist: clocks were put forward over it; check the time")
  }

  @Test func refusesFilesThatAreNone() throws {
    try expect(
      Program.run(["decide", "/nowhere/request.json"]),
      "/nowhere/request.json: there is no such file; name a request file, or - for standard input")
    try expect(
      Program.run(["decide", Program.laws]),
      "\(Program.laws) is a directory; name a request file, or - for standard input")
    try expect(
      Program.run(["decide", "-"]),
      "standard input: the request is empty; "
        + #"write {"jurisdiction": "IL", "agency": "county-jail", "on": "2025-01-22", "papers": ["i247a"]}"#)
    try expect(
      Program.run(["decide", "-"], input: String(repeating: " ", count: 3 << 20)),
      "standard input: a request may be 1 MiB (1,048,576 bytes) long, and this is longer; "
        + "give one request, with what the law asks for and nothing else")
    try Program.withFile("latin.json", Array("{\"a\": \"".utf8) + [0xE9, 0x22, 0x7D]) { path in
      try expect(Program.run(["decide", path]), "\(path):1:8: byte 8 is not UTF-8; save the file as UTF-8")
    }
  }

  @Test func namesTheLineAndFieldOfAFile() throws {
    let json = """
      {"jurisdiction": "AA", "agency": "county-jail", "on": "2025-01-22",
       "papers": ["i247a"],
       "facts": {"crime-witness": "false"}}
      """
    try Program.withFile("request.json", Array(json.utf8)) { path in
      try expect(
        Program.run(["decide", path]),
        "\(path):3:29: facts.crime-witness: expected true or false, not the text \"false\"; "
          + "write false without quotes")
    }
  }

  @Test func refusesNoLibraryAndNamesTheFourPlaces() throws {
    let outcome = try Program.run(["decide"], environment: ["TENTH_LAWS": "/nowhere"])
    expect(outcome, "TENTH_LAWS names /nowhere, which is no folder; name the folder that holds vocabulary.md")
    try Program.withFile("x", []) { path in
      let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
      try expect(
        Program.run(["decide", "--laws", folder]),
        "\(folder) holds no vocabulary.md; name the folder of a library with --laws DIR")
    }
  }

  @Test func refusesToDecideByALawThatDoesNotCheck() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let laws = folder.appending(path: "Laws")
    try FileManager.default.copyItem(at: URL(filePath: Program.laws), to: laws)
    let trust = laws.appending(path: "aa/trust.md")
    let text = try String(contentsOf: trust, encoding: .utf8)
    try text.replacing("law-enforcement may notify-release", with: "law-enforcement may notify-realease")
      .write(to: trust, atomically: true, encoding: .utf8)
    let arguments = ["--agency", "police", "--on", "2025-01-22", "--instrument", "i247a", "--laws", laws.path()]
    let refused = try Program.run(["decide", "--jurisdiction", "AA"] + arguments)
    #expect(refused.status == 2)
    #expect(refused.output == "")
    #expect(
      refused.errors == """
        tenth: aa/trust.md does not check, so nothing is decided by it; correct the law first

        error[unknown-name]: there is no act `notify-realease`
          --> aa/trust.md:27:23  under "§ 15(b) Release dates"
           |
        27 |   law-enforcement may notify-realease
           |                       ^^^^^^^^^^^^^^^
        help: did you mean `notify-release`?


        """)
    // Another state's decision rests on none of it.
    #expect(try Program.run(["decide", "--jurisdiction", "BB"] + arguments).status == 0)
    let listed = try Program.run(["law", "list", "--json", "--laws", laws.path()])
    #expect(listed.status == 2)
    let findings = try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]]
    #expect(findings?.first?["path"] as? String == "aa/trust.md")
  }

  @Test func aWrongCommandLineIsAnUnusableRequest() throws {
    let outcome = try Program.decide("--instrumnet", "i247a")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("Error: Unknown option '--instrumnet'. Did you mean '--instrument'?"))
  }

  @Test func refusesOneFlagWithTwoValues() throws {
    try expect(
      Program.decide("--instrument", "i247a", "--on", "2025-01-23"),
      "--on 2025-01-23: --on is given twice; keep one of the two")
  }

  @Test func refusesADecisionBeforeTheRequest() throws {
    try expect(
      Program.decide("--instrument", "i247a", "--asked", "2025-01-23"),
      "--asked 2025-01-23: a request cannot be decided before it was made; asked is 2025-01-23, "
        + "decided is 2025-01-22, the day of the act: correct one of them")
    try expect(
      Program.decide(
        "--instrument", "i247a", "--asked", "2025-01-22T10:00", "--decided", "2025-01-22T09:00"),
      "--asked 2025-01-22T10:00: a request cannot be decided before it was made; asked is 2025-01-22, "
        + "decided is 2025-01-22: correct one of them")
  }

  @Test func repeatsNothingThatATerminalObeys() throws {
    let escape = "\u{1B}]0;x\u{7}\u{1B}[31m"
    for arguments in [
      ["decide", "/\(escape)"], ["decide", "--laws", "/\(escape)"], ["decide", "--\(escape)"],
      ["decide", "--jurisdiction", escape], ["law", "show", escape], ["law", "test", "--jurisdiction", escape],
      ["law", "format", escape], ["decide", "--fact", "\(escape)=1"],
    ] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 2)
      #expect(!outcome.errors.isEmpty)
      #expect(!(outcome.errors + outcome.output).contains { $0 == "\u{1B}" || $0 == "\u{7}" }, "\(arguments)")
    }
  }

  @Test(arguments: [
    (#""acts": [\#(Array(repeating: "\"hold\"", count: 101).joined(separator: ","))]"#, "acts", "100 acts", "101"),
    (#""papers": [\#(Array(repeating: "\"i247a\"", count: 17).joined(separator: ","))]"#, "papers", "16 papers", "17"),
    (
      #""facts": {\#((0...70_000).map { "\"x\($0)\": 1" }.joined(separator: ","))}"#, "facts", "500 facts", "70001"
    ),
  ])
  func refusesMoreThanOneRequestNeeds(_ field: String, _ name: String, _ limit: String, _ count: String) throws {
    let json = #"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", \#(field)}"#
    try Program.withFile("many.json", json.utf8) { path in
      let outcome = try Program.run(["decide", path])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(": \(name): a request may have \(limit), and this one has \(count); "))
    }
  }

  @Test(arguments: [("deep.yaml", "[", 100_000), ("deep.json", "[", 100_000), ("deep.yaml", "? ", 50_000)])
  func refusesWhatIsNestedWithoutEnd(_ name: String, _ bracket: String, _ count: Int) throws {
    try Program.withFile(name, String(repeating: bracket, count: count).utf8) { path in
      let outcome = try Program.run(["decide", path])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("a request may be nested 64 deep, and this goes deeper; "))
    }
  }

  @Test func refusesAFileWithoutAName() throws {
    try expect(
      Program.run(["decide", ""]),
      "the name of a file is empty; name a request file, or - for standard input")
  }

  @Test func refusesAnEmptyLaw() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let laws = folder.appending(path: "Laws")
    try FileManager.default.copyItem(at: URL(filePath: Program.laws), to: laws)
    try Data("\n".utf8).write(to: laws.appending(path: "aa/trust.md"))
    try expect(
      Program.decide("--instrument", "i247a", "--laws", laws.path()),
      "aa/trust.md is empty, so nothing is decided by it; restore it, or take it out of the library")
  }

  @Test func namesAFileThatIsNoTextAndNotThoseThatMissIt() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let laws = folder.appending(path: "Laws")
    try FileManager.default.copyItem(at: URL(filePath: Program.laws), to: laws)
    try Data([0x23, 0x20, 0xFF]).write(to: laws.appending(path: "vocabulary.md"))
    let outcome = try Program.decide("--instrument", "i247a", "--laws", laws.path())
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.hasPrefix(
        "tenth: vocabulary.md does not check, so nothing is decided by it; correct the law first\n\n"
          + "error[not-utf8]: this document is not UTF-8\n"))
    #expect(!outcome.errors.contains("unknown-name"))
  }

  @Test func doesNotWaitForAPipeThatNobodyWritesTo() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appending(path: "pipe").path()
    #expect(mkfifo(pipe, 0o600) == 0)
    try expect(
      Program.run(["decide", pipe]),
      "\(pipe): nothing came from it within 10 seconds; name a request file, or - for standard input")
  }
}
