import Foundation
import Testing

/// `tenth replay --engine`: one table, counted here and by the query in other engines.
@Suite("replay by other engines", .enabled(if: Program.executable != nil, Program.absence))
struct EngineTests {
  private static let root = Program.tests.deletingLastPathComponent()
  static let python = root.appending(path: ".build/python/bin/python3").path()
  static let spark = root.appending(path: ".build/spark/bin/python3").path()
  static let hasDuckDB = FileManager.default.isExecutableFile(atPath: python)
  static let hasSpark =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/java") && FileManager.default.isExecutableFile(atPath: spark)

  /// Rows with much unknown, at last one of another paper and one of another day.
  private static let table: String = {
    let facts = [
      "or-personal-data", "or-status-crime", "or-disclosure-required-by-law", "or-same-terms-as-public", "purpose",
    ]
    let words = ["", "true", "false"]
    var text = "row,papers,acted,\(facts.joined(separator: ","))\n"
    for row in 0..<720 {
      let yesNo = [row % 3, row / 3 % 3, row / 9 % 3, row / 27 % 3].map { words[$0] }
      let purpose = ["", "civil-immigration", "Civil Immigration"][row / 81 % 3]
      text += "\(row),i247a,2025-03-\(10 + row % 20),\(yesNo.joined(separator: ",")),\(purpose)\n"
    }
    return text + "720,i200,2025-03-10,,,,,\n721,i247a,1925-03-10,,,,,\n"
  }()

  private func count(_ engine: String, _ path: String, python: String, _ more: [String] = []) throws -> [String: Any] {
    let outcome = try run(engine, path, python: python, more + ["--json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func run(
    _ engine: String, _ path: String, python: String, _ more: [String] = [], in jurisdiction: String = "OR"
  ) throws -> Program.Outcome {
    try Program.run(
      [
        "replay", path, "--engine", engine, "--jurisdiction", jurisdiction, "--act", "notify-release", "--instrument",
        "i247a", "--law-on", "2025-06-01",
      ] + more,
      environment: [
        "TENTH_LAWS": EngineTests.root.appending(path: "Laws").path(), "TENTH_PYTHON": python, "PATH": "/usr/bin:/bin",
      ])
  }

  private func agree(_ engine: String, python: String) throws {
    try Program.withFile("rows.csv", EngineTests.table.utf8) { path in
      let here = try count("here", path, python: python)
      let there = try count(engine, path, python: python)
      #expect(here["rows"] as? Int == 722)
      #expect(here["left_out"] as? Int == 2)
      let answers = try #require(here["answers"] as? [String: Int])
      #expect(answers.values.reduce(0, +) == 720)
      #expect(answers.count > 2, "\(answers)")
      for field in ["rows", "left_out", "answers", "rules"] {
        #expect(
          NSDictionary(dictionary: ["": here[field] ?? ""]) == NSDictionary(dictionary: ["": there[field] ?? ""]),
          "\(field)")
      }
    }
  }

  @Test("DuckDB runs the query over a file", .enabled(if: EngineTests.hasDuckDB, "DuckDB is not in .build/python"))
  func duckdb() throws { try agree("duckdb", python: EngineTests.python) }

  @Test("Spark runs the query over a file", .enabled(if: EngineTests.hasSpark, "pyspark is not in .build/spark"))
  func inSpark() throws { try agree("spark", python: EngineTests.spark) }

  @Test("a cell that its column cannot hold is told by line and column, and with --strict it ends the count")
  func wrongCell() throws {
    let table =
      "acted,papers,or-personal-data\n2025-03-10,i247a,true\n2025-02-30,i247a,true\n2025-03-10,i247a,perhaps\n"
    try Program.withFile("rows.csv", table.utf8) { path in
      let found = try count("here", path, python: "")
      #expect(found["bad_rows"] as? Int == 2)
      let told = try run("here", path, python: "")
      #expect(told.output.contains("line 3, column 1: acted"), "\(told.output)")
      #expect(told.output.contains("line 4, column 3: or-personal-data"))
      #expect(!told.output.contains("perhaps"))
      #expect(try run("here", path, python: "", ["--strict"]).status == 1)
    }
  }

  @Test("a law that looks at lists is not counted from text, and the sentence says what counts it")
  func lists() throws {
    try Program.withFile("rows.csv", EngineTests.table.utf8) { path in
      let outcome = try run("here", path, python: "", in: "CT")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("use --engine duckdb"), "\(outcome.errors)")
    }
  }

  @Test(
    "what an engine cannot be told is refused in a sentence",
    arguments: [
      (["--mapping", "county-log"], "--mapping says nothing"), (["--sample", "9"], "--sample says nothing"),
      (["--instrument", "i999"], "no such kind of paper"),
    ])
  func refusals(_ more: [String], _ words: String) throws {
    try Program.withFile("rows.csv", EngineTests.table.utf8) { path in
      let outcome = try run("duckdb", path, python: EngineTests.python, more)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test("a password in a connection string is refused before anything is started")
  func password() throws {
    for text in ["postgresql://clerk:secret@db.example/county", "host=db.example password=secret"] {
      let outcome = try run("postgres", text, python: "")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("leave the password out"))
      #expect(!outcome.errors.contains("secret"))
    }
  }
}
