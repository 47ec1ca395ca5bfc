import Foundation
import Testing

/// `tenth replay`, run as a user runs it.
@Suite("tenth replay", .enabled(if: Program.executable != nil, Program.absence))
struct ReplayTests {
  private static let root = Program.tests.deletingLastPathComponent()
  private static let environment = [
    "TENTH_LAWS": root.appending(path: "Laws").path(), "TENTH_MAPPINGS": root.appending(path: "Mappings").path(),
    "COLUMNS": "100",
  ]

  private func run(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(arguments, environment: ReplayTests.environment)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static let bookings = """
    booking,booked_at_shifted,hours_in_jail,immigration_hold,released_to_immigration
    A,2017-03-06T15:00,70,1,1
    B,2017-03-06T15:00,30,1,1
    C,2017-03-06T15:00,30,0,0

    """
  private static let charges = """
    booking,jurisdiction,hours_from_booking_to_charge_release
    A,SUP,10
    A,IMM,70
    B,IMM,30

    """

  /// A folder of two tables, for as long as the body runs.
  private func withBookings<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(ReplayTests.bookings.utf8).write(to: folder.appending(path: "bookings.csv"))
    try Data(ReplayTests.charges.utf8).write(to: folder.appending(path: "charges.csv"))
    return try body(folder)
  }

  @Test("a folder that a mapping knows is measured, and its figures stand at the top of the JSON")
  func folder() throws {
    try withBookings { folder in
      let outcome = try run(["replay", folder.path(), "--jurisdiction", "WA", "--json"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let found = try object(outcome.output)
      #expect(found["past_release"] as? Int == 1)
      #expect(found["past_48h"] as? Int == 1)
      #expect(found["unmeasurable"] as? Int == 1)
      #expect(found["mapping"] as? String == "jail-bookings")
    }
  }

  @Test("results bear their names only when all are whole, and the report needs no other file")
  func files() throws {
    try withBookings { folder in
      let out = folder.appending(path: "out")
      let outcome = try run(["replay", folder.path(), "--jurisdiction", "WA", "--out", out.path()])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: out.path()).sorted()
      #expect(
        names == [
          "bad-rows.csv", "decisions.csv", "held.csv", "report.html", "report.md", "set-aside.csv", "summary.json",
        ])
      let page = try String(contentsOf: out.appending(path: "report.html"), encoding: .utf8)
      #expect(page.contains("not findings of violation"))
      #expect(page.contains("tenth replay"))
      for reference in ["src=", "href=", "http://", "https://", "@import", "url("] {
        #expect(!page.contains(reference))
      }
      #expect(outcome.output.contains("3 rows: 2 decided, 1 set aside, 0 not usable."))
    }
  }

  @Test("a bad row goes to a file of its own, and with --strict it ends the run and leaves nothing behind")
  func strict() throws {
    let log = "received,paper\n2025-03-04 10:00,I-247A\n2025-02-30,I-247A\n"
    try Program.withFile("log.csv", log.utf8) { file in
      let out = URL(filePath: file).deletingLastPathComponent().appending(path: "out")
      let kept = try run(["replay", file, "--jurisdiction", "MN", "--out", out.path()])
      #expect(kept.status == 0, "\(kept.errors)")
      let bad = try String(contentsOf: out.appending(path: "bad-rows.csv"), encoding: .utf8)
      #expect(bad.contains("2,3,1,received: a day that does not exist; check the date"))
      let other = out.deletingLastPathComponent().appending(path: "strict")
      let stopped = try run(["replay", file, "--jurisdiction", "MN", "--strict", "--out", other.path()])
      #expect(stopped.status == 1)
      #expect(stopped.errors.contains("line 3, column 1"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: other.path()).isEmpty)
    }
  }

  @Test("a file that is none ends the run with another code than a row that cannot be used")
  func strictFile() throws {
    let text = "received,paper\n2025-03-04 10:00,I-247A\n" + String(repeating: "x", count: 1 << 20) + "y"
    try Program.withFile("log.csv", text.utf8) { file in
      let outcome = try run(["replay", file, "--jurisdiction", "MN", "--strict"])
      #expect(outcome.status == 2)
    }
  }

  @Test(
    "a run that is killed leaves no file under its name, and the next continues it and writes what it would have written"
  )
  func killed() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = folder.appending(path: "log.csv")
    var text = "received,paper\n"
    for row in 0..<400_000 { text += "2025-03-\(10 + row / 20_000) 10:00,I-247A\n" }
    try Data(text.utf8).write(to: table)
    func words(_ name: String) -> [String] {
      ["replay", table.path(), "--jurisdiction", "CA", "--out", folder.appending(path: name).path()]
    }
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = words("killed")
    process.environment = ReplayTests.environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let memory = folder.appending(path: "killed/answers.partial")
    // Until something was decided, and not the end.
    while process.isRunning, (try? Data(contentsOf: memory))?.count(where: { $0 == 0x0A }) ?? 0 < 2 { usleep(1_000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try #require(process.terminationReason == .uncaughtSignal)
    func names(_ name: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path()).sorted()
    }
    #expect(try names("killed").allSatisfy { $0.hasSuffix(".partial") })
    let continued = try run(words("killed"))
    #expect(continued.status == 0, "\(continued.errors)")
    #expect(continued.output.contains("This run continued one that was ended"))
    let whole = try run(words("whole"))
    #expect(whole.status == 0, "\(whole.errors)")
    #expect(!whole.output.contains("This run continued"))
    #expect(try names("killed") == names("whole"))
    for name in try names("whole") where name.hasSuffix(".csv") {
      #expect(
        try Data(contentsOf: folder.appending(path: "killed/\(name)"))
          == Data(contentsOf: folder.appending(path: "whole/\(name)")), "\(name)")
    }
    // The command that made it is told in the others: but for that they are alike.
    for name in ["summary.json", "report.md", "report.html"] {
      let own = try String(contentsOf: folder.appending(path: "killed/\(name)"), encoding: .utf8)
      let other = try String(contentsOf: folder.appending(path: "whole/\(name)"), encoding: .utf8)
      #expect(own.replacing("/killed", with: "/whole") == other, "\(name)")
    }
  }

  @Test("a folder holds one run: what an earlier one left goes, and a run that fails leaves the folder as it was")
  func oneRun() throws {
    try withBookings { folder in
      let out = folder.appending(path: "out")
      let first = try run(["replay", folder.path(), "--jurisdiction", "WA", "--out", out.path()])
      #expect(first.status == 0, "\(first.errors)")
      try Program.withFile("log.csv", "received,paper\n2025-03-04 10:00,I-247A\n".utf8) { file in
        let second = try run(["replay", file, "--jurisdiction", "MN", "--out", out.path()])
        #expect(second.status == 0, "\(second.errors)")
        func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: out.path()).sorted() }
        #expect(
          try names() == ["bad-rows.csv", "decisions.csv", "report.html", "report.md", "set-aside.csv", "summary.json"])
        // A folder stands where a file of the report should: nothing may be left half written.
        try FileManager.default.removeItem(at: out.appending(path: "summary.json"))
        try FileManager.default.createDirectory(
          at: out.appending(path: "summary.json.partial/x"), withIntermediateDirectories: true)
        let decisions = try Data(contentsOf: out.appending(path: "decisions.csv"))
        let third = try run(["replay", file, "--jurisdiction", "IL", "--out", out.path()])
        #expect(third.status == 2)
        #expect(try names().filter { $0.hasSuffix(".partial") }.allSatisfy { $0 == "summary.json.partial" })
        #expect(try Data(contentsOf: out.appending(path: "decisions.csv")) == decisions)
      }
    }
  }

  @Test(
    "what cannot be run is refused in a sentence",
    arguments: [
      (["--jurisdiction", "ZZ"], "ZZ"), (["--jurisdiction", "MN", "--law-on", "yesterday"], "is no day"),
      (["--jurisdiction", "MN", "--law-from", "2021-08-01"], "come together"),
      (["--jurisdiction", "MN", "--mapping", "none"], "there is no such mapping"),
      (["--jurisdiction", "MN", "--sample", "0"], "--sample 0"),
      (["--jurisdiction", "MN", "--law-on", "2025-01-01", "--against", "Laws"], "say one of"),
    ])
  func refusals(_ arguments: [String], _ words: String) throws {
    try Program.withFile("log.csv", "received,paper\n2025-03-04 10:00,I-247A\n".utf8) { file in
      let outcome = try run(["replay", file] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test("a table that no mapping knows is refused with what would help")
  func unknown() throws {
    try Program.withFile("roster.csv", "name,booked\nExample,2025-03-04\n".utf8) { file in
      let outcome = try run(["replay", file, "--jurisdiction", "MN"])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("no mapping knows"))
      #expect(!outcome.errors.contains("Example"))
    }
  }

  @Test(
    "two days of Illinois flip the rows that the proof of their difference names, and no others", arguments: Flips.acts)
  func flips(_ act: String) throws {
    let days = ("2021-08-01", "2021-08-02")
    let proof = try run(["law", "diff", days.0, days.1, "--jurisdiction", "IL", "--act", act, "--json"])
    let flips = try Flips(proof: object(proof.output), act: act)
    #expect(flips.rows.count > 3)
    try Program.withFile("mapping.md", flips.mapping.utf8) { mapping in
      try Program.withFile("rows.csv", flips.table.utf8) { file in
        let out = URL(filePath: file).deletingLastPathComponent().appending(path: "out")
        let outcome = try run([
          "replay", file, "--mapping", mapping, "--jurisdiction", "IL", "--law-from", days.0, "--law-to", days.1,
          "--out",
          out.path(),
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let decisions = try String(contentsOf: out.appending(path: "decisions.csv"), encoding: .utf8)
        try flips.check(decisions)
      }
    }
  }
}

/// Rows made from the classes that `tenth law diff` proves to differ, and rows beside them.
private struct Flips {
  static let acts = ["transfer", "notify-release", "allow-interview"]

  struct Row {
    var cells: [String: String]
    /// `permitted (silent) → prohibited (forbidden)`; nil where nothing is foretold.
    let change: String?
  }

  let act: String
  private(set) var rows: [Row] = []
  /// Everything that the proof says can happen to a kind of agency in a place.
  private var possible: Set<String> = []

  init(proof: [String: Any], act: String) throws {
    self.act = act
    let changes = try #require(proof["changes"] as? [[String: Any]])
    for change in changes {
      guard let words = change["change"] as? String, let request = change["request"] as? [String: Any] else { continue }
      if let row = Flips.row(request, words) { rows.append(row) }
      possible.insert(words)
    }
    let facts = Set(rows.flatMap { $0.cells.keys }).subtracting(["paper", "agency", "locality"]).sorted()
    // Beside each, the same papers with every fact the other way round: what the proof does not name must not flip.
    for row in rows {
      var other = row.cells
      for fact in facts where !fact.contains(".") {
        other[fact] = row.cells[fact] == "yes" ? "no" : row.cells[fact] == "no" ? "yes" : row.cells[fact] ?? "yes"
        if fact == "purpose" {
          other[fact] = row.cells[fact] == "civil-immigration" ? "criminal-investigation" : "civil-immigration"
        }
      }
      for fact in facts where fact.hasPrefix("\(row.cells["paper"] ?? "").") { other[fact] = row.cells[fact] ?? "yes" }
      rows.append(Row(cells: other, change: nil))
    }
  }

  private static func row(_ request: [String: Any], _ words: String) -> Row? {
    guard request["capacity"] as? String == "own", let papers = request["papers"] as? [Any], papers.count == 1,
      let agency = request["agency"] as? String
    else { return nil }
    var cells = ["agency": agency, "locality": request["locality"] as? String ?? ""]
    if let fields = papers[0] as? [String: Any], let kind = fields["kind"] as? String {
      cells["paper"] = kind
      for (name, value) in fields where name != "kind" { cells["\(kind).\(name)"] = text(value) }
    } else {
      cells["paper"] = papers[0] as? String
    }
    for (name, value) in request["facts"] as? [String: Any] ?? [:] { cells[name] = text(value) }
    return Row(cells: cells, change: words)
  }

  private static func text(_ value: Any) -> String {
    if let word = value as? String { return word }
    return (value as? Bool).map { $0 ? "yes" : "no" } ?? "\(value)"
  }

  private var columns: [String] { Set(rows.flatMap { $0.cells.keys }).sorted() }

  var table: String {
    "day," + columns.joined(separator: ",") + "\n"
      + rows.map { row in "2021-08-01," + columns.map { row.cells[$0] ?? "" }.joined(separator: ",") + "\n" }.joined()
  }

  var mapping: String {
    var text = "```mapping\nmapping flips\ntable rows known by \"day\", \"paper\", \"agency\"\nacts \(act)\n"
    text += "column \"day\" is the day\ncolumn \"locality\" is the locality\n"
    for (column, target) in [("paper", "the paper"), ("agency", "the agency")] {
      text += "column \"\(column)\" is \(target)\n"
      for value in Set(rows.compactMap { $0.cells[column] }).sorted() { text += "  \"\(value)\" is \(value)\n" }
    }
    for column in columns where !["paper", "agency", "locality"].contains(column) {
      let isJudgement = column == "required-by-federal-law"
      text += "column \"\(column)\" is \(isJudgement ? "the judgement " : "")\(column)\n"
    }
    return text + "```\n"
  }

  /// Each class that was proved to differ has its row, which differs so; and nothing differs in another way.
  func check(_ decisions: String) throws {
    let lines = decisions.split(separator: "\r\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.count == rows.count)
    for (row, line) in zip(rows, lines) {
      let columns = line.count
      // Rules and citations hold no commas here; the last four cells are of the second law.
      let (answer, basis) = (line[2], line[3])
      let (other, otherBasis, differs) = (line[columns - 4], line[columns - 3], line[columns - 1])
      let seen = "\(answer) (\(basis)) → \(other) (\(otherBasis))"
      if let change = row.change {
        #expect(seen == change, "\(row.cells)")
        #expect(differs == "yes", "\(row.cells)")
      } else if differs == "yes", answer != "undetermined", other != "undetermined" {
        #expect(possible.contains(seen), "\(row.cells): \(seen)")
      }
    }
  }
}
