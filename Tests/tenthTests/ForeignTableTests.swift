import Foundation
import Testing

/// The Python packages that read and write other formats.
private enum Packages {
  static let python = Program.tests.deletingLastPathComponent().appending(path: ".build/python/bin/python3").path()
  static let areThere = (try? run("import duckdb, openpyxl", [])) != nil

  private struct Failed: Error {}

  /// Runs a script with arguments.
  static func run(_ text: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-I", "-c", text] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
  }
}

/// Workbooks and Parquet, which `tenth replay` reads by Python packages that `./test` installs.
@Suite(
  "tables in other formats",
  .enabled(if: Program.executable != nil, Program.absence),
  .enabled(if: Packages.areThere, "openpyxl and duckdb are not in .build/python; ./test installs them"))
struct ForeignTableTests {
  private static let root = Program.tests.deletingLastPathComponent()

  private func replay(_ path: String, _ more: String..., python: String = Packages.python) throws -> Program.Outcome {
    try Program.run(
      ["replay", path, "--jurisdiction", "MN"] + more,
      environment: [
        "TENTH_LAWS": ForeignTableTests.root.appending(path: "Laws").path(),
        "TENTH_MAPPINGS": ForeignTableTests.root.appending(path: "Mappings").path(), "TENTH_PYTHON": python,
      ])
  }

  private static let log = """
    received,paper,done
    2025-03-04 16:10,I-247A,held
    2025-03-05 09:00,I-247G,released

    2025-02-30,I-247A,held
    2025-03-06 10:00,I-247A,"held, then
    let go"

    """

  /// The log as a workbook, whose first sheet holds something else, and as Parquet.
  private static let write = """
    import csv, datetime, duckdb, openpyxl, sys
    source, book, parquet = sys.argv[1:4]
    rows = list(csv.reader(open(source)))
    made = openpyxl.Workbook()
    made.active.append(["About", "this log"])
    sheet = made.create_sheet("The log")
    for row in rows:
        if row and row[0].startswith("2025-03"):
            row = [datetime.datetime.fromisoformat(row[0])] + row[1:]
        sheet.append(row)
    made.save(book)
    duckdb.sql("CREATE TABLE log (received VARCHAR, paper VARCHAR, done VARCHAR)")
    for row in rows[1:]:
        if row:
            duckdb.execute("INSERT INTO log VALUES (?, ?, ?)", row)
    duckdb.table("log").write_parquet(parquet)
    """

  private func withFormats<Result>(_ body: (_ csv: String, _ book: String, _ parquet: String) throws -> Result) throws
    -> Result
  {
    try Program.withFile("log.csv", ForeignTableTests.log.utf8) { csv in
      let folder = URL(filePath: csv).deletingLastPathComponent()
      let (book, parquet) = (folder.appending(path: "log.xlsx").path(), folder.appending(path: "log.parquet").path())
      try Packages.run(ForeignTableTests.write, [csv, book, parquet])
      return try body(csv, book, parquet)
    }
  }

  private func figures(_ outcome: Program.Outcome) throws -> [String: Any] {
    #expect(outcome.status == 0, "\(outcome.errors)")
    var found = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    found["command"] = nil
    return found
  }

  @Test("a workbook and Parquet give the figures of the same table as CSV")
  func sameFigures() throws {
    try withFormats { csv, book, parquet in
      let own = try figures(replay(csv, "--json"))
      #expect(own["decided"] as? Int == 3)
      for path in [book, parquet] {
        let other = try figures(replay(path, "--json"))
        #expect(NSDictionary(dictionary: other) == NSDictionary(dictionary: own), "\(path)")
      }
    }
  }

  @Test("what is wrong with a sheet's row is told by the number that the workbook shows")
  func rowNumber() throws {
    try withFormats { _, book, _ in
      let outcome = try replay(book, "--strict")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("line 5, column 1: received: a day that does not exist"), "\(outcome.errors)")
    }
  }

  @Test("Parquet that is not whole is refused, and leaves no file behind")
  func truncated() throws {
    try withFormats { _, _, parquet in
      let bytes = try Data(contentsOf: URL(filePath: parquet))
      try bytes.prefix(bytes.count / 2).write(to: URL(filePath: parquet))
      let out = URL(filePath: parquet).deletingLastPathComponent().appending(path: "out")
      let outcome = try replay(parquet, "--out", out.path())
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("is not whole"), "\(outcome.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: out.path()).isEmpty)
    }
  }

  @Test(
    "a file that is not what its name says is refused for what it is",
    arguments: [
      ("log.xlsx", "received,paper\n", "calls itself a workbook and is none"),
      ("log.xlsx", "PK\u{3}\u{4} and nothing more", "is not whole"),
      ("log.parquet", "received,paper\n", "calls itself Parquet and is none"),
    ])
  func otherwise(_ name: String, _ text: String, _ words: String) throws {
    try Program.withFile(name, text.utf8) { path in
      let outcome = try replay(path)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test("a name that is a pattern to DuckDB is a name")
  func pattern() throws {
    try withFormats { _, _, parquet in
      let folder = URL(filePath: parquet).deletingLastPathComponent()
      let odd = folder.appending(path: "l[o]g's *.parquet")
      try FileManager.default.copyItem(at: URL(filePath: parquet), to: odd)
      #expect(try figures(replay(odd.path(percentEncoded: false), "--json"))["rows"] as? Int == 4)
    }
  }

  @Test("two columns of a sheet with one name are refused where the mapping uses that name")
  func twins() throws {
    try withFormats { csv, book, parquet in
      try Data("received,paper,received\n2025-03-04,I-247A,2025-03-05\n".utf8).write(to: URL(filePath: csv))
      let twice = URL(filePath: book).deletingLastPathComponent().appending(path: "twice.xlsx").path()
      try Packages.run(
        """
        import csv, openpyxl, sys
        made = openpyxl.Workbook()
        for row in csv.reader(open(sys.argv[1])):
            made.active.append(row)
        made.save(sys.argv[2])
        """, [csv, twice])
      let outcome = try replay(twice)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("columns 1 and 3"), "\(outcome.errors)")
    }
  }

  @Test("where the packages are not there, the sentence says which is wanted and how it comes")
  func absent() throws {
    try withFormats { csv, book, parquet in
      // A Python without packages of others.
      let bare = URL(filePath: csv).deletingLastPathComponent().appending(path: "python3").path()
      try Data("#!/bin/sh\nexec \(Packages.python) -S \"$@\"\n".utf8).write(to: URL(filePath: bare))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: bare)
      for (path, package) in [(book, "openpyxl"), (parquet, "duckdb")] {
        for python in [bare, "/nowhere/python3"] {
          let outcome = try replay(path, python: python)
          #expect(outcome.status == 2)
          #expect(outcome.errors.contains("pip install \(package)"), "\(outcome.errors)")
        }
      }
      #expect(try replay(csv, python: "/nowhere/python3").status == 0)
    }
  }
}
