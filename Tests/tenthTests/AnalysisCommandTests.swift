import Foundation
import Testing

/// What the program says of every request, from files to words.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct AnalysisCommandTests {
  private static let dates = ["day-a", "day-b", "day-c", "day-d", "day-e", "day-f"]

  /// A made-up state whose one act hangs on six dates in order, each within a year.
  private static let wide = {
    let facts = dates.map { "fact \($0) date  asks \"When?\"" }
    let ties = zip(dates, dates.dropFirst()).map {
      "constraint \($0)-first  when \($0) is on or before \($1)  says \"In order.\""
    }
    let recent = dates.map { "\($0) is within 1 year before acted" }.joined(separator: " and ")
    let words = """
      # Words

      ```law
      jurisdiction AA "Alpha"  zone America/Chicago  searched to 2026-11-21
      agency county-jail "a county jail"
      act hold "keep the person"
      paper i247a "a detainer"  asks for hold
      \((facts + ties).joined(separator: "\n"))
      ```
      """
    let law = """
      # A law

      ```law
      law aa.act  cite "1 AA 1"  by statute of AA  in force from 2020-01-01
      ```

      ## § 1 A section

      In plain words.

      ```law
      rule one  cite "1"  verified "here"
        county-jail must hold
          when \(recent)
      rule two  cite "2"  verified "here"
        county-jail must not hold
          when day-c is on or after 2019-06-01
      ```
      """
    return ["vocabulary.md": words, "aa/act.md": law]
  }()

  /// A folder of these files, for as long as the body runs.
  private func withFolder<Result>(_ files: [String: String], _ body: (URL) throws -> Result) throws -> Result {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let place = folder.appending(path: name)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((text + "\n").utf8).write(to: place)
    }
    return try body(folder)
  }

  private func run(_ arguments: [String], path: String) throws -> Program.Outcome {
    try Program.run(arguments, environment: ["PATH": path, "COLUMNS": "80"])
  }

  private static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  private static let hasZ3 = path.split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/z3")
  }

  // MARK: Too wide

  @Test(.enabled(if: hasZ3, "z3 is not installed")) func whatIsTooWideIsPutToZ3() throws {
    try withFolder(Self.wide) { folder in
      let check = try run(["law", "check", "--laws", folder.path()], path: Self.path)
      #expect(check.status == 1)
      #expect(check.output.hasPrefix("error[conflict]: aa.act.one (1 AA 1 § 1) commands to hold"))
      #expect(check.output.contains("found by a solver, which does not count classes"))
      #expect(check.output.contains("of them too wide to go through and put to z3"))
      let query = "a request in AA by an i247a where hold is required and (day-f is before 2018-01-01)"
      let none = try run(["law", "query", query, "--laws", folder.path()], path: Self.path)
      #expect(none.status == 1)
      #expect(none.output.hasPrefix("There is no such request"))
    }
  }

  @Test func whereZ3IsAbsentWhatIsTooWideIsNotDecided() throws {
    try withFolder(Self.wide) { folder in
      let check = try run(["law", "check", "--laws", folder.path()], path: "/nowhere")
      #expect(check.status == 3)
      #expect(check.output.contains("warning[not-decided]: what the law of AA says of hold was not gone through"))
      #expect(check.output.contains("a solver would be asked: install z3 where the PATH finds it"))
      let query = "a request in AA by an i247a where hold is required"
      let unknown = try run(["law", "query", query, "--laws", folder.path()], path: "/nowhere")
      #expect(unknown.status == 3)
      #expect(unknown.output.hasPrefix("No such request was found"))
    }
  }

  // MARK: Past requests

  @Test func aComparisonSaysHowManyPastRequestsItTouches() throws {
    func law(_ second: String) -> String {
      """
      # A law

      ```law
      law aa.act  cite "1 AA 1"  by statute of AA  in force from 2020-01-01
      ```

      ## § 1 A section

      In plain words.

      ```law
      rule one  cite "1"  in force from 2020-01-01 until 2021-12-31  verified "here"
        county-jail must not hold  when day-a is on or after 2019-01-01
      rule one  cite "1"  in force from 2022-01-01  verified "here"
        county-jail must not hold  when \(second)
      ```
      """
    }
    let words = """
      # Words

      ```law
      jurisdiction AA "Alpha"  zone America/Chicago  searched to 2026-11-21
      agency county-jail "a county jail"
      act hold "keep the person"
      fact day-a date  asks "When?"
      ```
      """
    func request(_ day: String) -> String {
      #"{"jurisdiction": "AA", "agency": "county-jail", "on": "2022-03-01", "acts": ["hold"], "facts": {"day-a": "\#(day)"}}"#
    }
    let past = [request("2018-05-05"), request("2019-05-05"), request("2020-05-05"), "no request"]
    let files = [
      "laws/vocabulary.md": words, "laws/aa/act.md": law("day-a is on or after 2020-01-01"),
      "past.jsonl": past.joined(separator: "\n"),
    ]
    try withFolder(files) { folder in
      let laws = folder.appending(path: "laws").path()
      let requests = folder.appending(path: "past.jsonl").path()
      let days = ["law", "diff", "2021-12-31", "2022-01-01", "--laws", laws, "--requests", requests]
      let diff = try run(days, path: Self.path)
      #expect(diff.status == 1)
      #expect(diff.output.contains("Touches 1 of 3 requests; 1 line is no request under both laws"))
      let json = try run(days + ["--json"], path: Self.path)
      #expect(json.output.contains(#""touched": 1"#))
      let same = try run(["law", "diff", laws, laws, "--requests", requests], path: Self.path)
      #expect(same.status == 0)
      #expect(same.output.contains("Touches 0 of 3 requests"))
    }
  }

  // MARK: What would change it

  @Test func anExplanationNamesAChangeThatDecidingAgainLeavesTooOpen() throws {
    let colours = (0..<28).map { "c\($0)" }.joined(separator: ", ")
    let find = "find where (hue is c1 and shade is c2 and tint is c3)"
    let words = """
      # Words

      ```law
      jurisdiction AA "Alpha"  zone America/Chicago  searched to 2026-11-21
      agency county-jail "a county jail"
      act hold "keep the person"
      fact warm yes-no  asks "Warm?"  changeable
      records finds each find  asks "Which finds?"
        field hue one of \(colours)  asks "Hue?"
        field shade one of \(colours)  asks "Shade?"
        field tint one of \(colours)  asks "Tint?"
      ```
      """
    let law = """
      # A law

      ```law
      law aa.act  cite "1 AA 1"  by statute of AA  in force from 2020-01-01
      ```

      ## § 1 A section

      In plain words.

      ```law
      rule one  cite "1"  verified "here"
        county-jail must not hold  when warm and any \(find)
      rule two  cite "2"  verified "here"
        county-jail must not hold  when warm and no \(find)
      ```
      """
    try withFolder(["vocabulary.md": words, "aa/act.md": law]) { folder in
      let request = [
        "decide", "--jurisdiction", "AA", "--agency", "county-jail", "--on", "2025-01-22", "--act", "hold",
        "--fact", "warm=no", "--laws", folder.path(),
      ]
      let explained = try run(request + ["--explain"], path: Self.path)
      #expect(explained.status == 0)
      #expect(explained.output.contains("- If warm is yes, the papers give no ground to keep the person."))
      let json = try run(request + ["--json"], path: Self.path)
      #expect(json.output.contains(#"{"fact": "warm", "value": "yes"}"#))
    }
  }
}
