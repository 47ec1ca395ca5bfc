import Console
import Foundation
import LawLanguage
import Reasoning
import Replay

/// Counts what the law of one act says of a table, by the engine that is named.
struct EngineRun {
  let path: String
  let options: EngineOptions
  let asked: OfferedQuery
  let isStrict: Bool

  /// What came of it, whichever engine it was.
  struct Counts {
    var rows = 0
    var answers: [String: Int] = [:]
    var rules: [String: Int] = [:]
    /// Answers left open although more may follow from what is known.
    var open = 0
    var bad = 0
    var firstBad: [ReadingProblem] = []
    /// Rows of another offer, or of days of another law.
    var leftOut: Int { rows - bad - answers.values.reduce(0, +) }
  }

  func run(_ engine: EngineOptions.Engine) throws -> Counts {
    switch engine {
    case .here: try here()
    case .duckdb: try counts(try told("duckdb", by: "duckdb") { try python(EngineScripts.duckdb, .duckdb) })
    case .postgres: try counts(try postgres())
    case .spark: try counts(try told("pyspark", by: "Spark") { try python(EngineScripts.spark, .spark) })
    }
  }

  private func here() throws -> Counts {
    let law = try BatchLaw(
      asked.offer, on: asked.day, in: asked.loaded.library, digests: asked.loaded.digests)
    let files = try ReplayTables.files(path)
    guard let file = files.first, files.count == 1 else {
      throw Refusal.sentence("\(path) holds \(files.count) tables; name one of them")
    }
    let progress = ReplayProgress(size: file.size)
    defer { progress.clear() }
    var counting = try OfferCounting(law, asked.query, over: file, isStrict: isStrict)
    let figures = try counting.run { progress.say(rows: $0, bytes: $1) }
    var counts = Counts()
    counts.rows = figures.rows
    counts.bad = figures.bad
    counts.firstBad = figures.firstBad
    for answer in Answer.allCases where figures.counts.answers[Int(answer.place)] > 0 {
      counts.answers[answer.rawValue] = figures.counts.answers[Int(answer.place)]
    }
    for (norm, rows) in figures.counts.norms where norm >= 0 && rows > 0 {
      counts.rules[law.name(ofNorm: norm).description, default: 0] += rows
    }
    return counts
  }

  // MARK: Engines of others

  private func python(_ script: String, _ dialect: SQLDialect) throws -> ProgramOutput {
    guard let python = PythonProgram.path else { throw ProgramOutput.Failure(status: 4, words: "") }
    let query = asked.query.counting(dialect)
    var types: [String: String] = [:]
    for column in asked.query.columns { types[column.name] = dialect.name(of: column.type) }
    let told = try JSONSerialization.data(withJSONObject: [
      "path": path, "table": options.table, "columns": asked.query.columns.map(\.name), "types": types,
      "counts": query.counts, "total": query.total, "master": options.master,
    ])
    return try ProgramOutput(python, ["-I", "-W", "ignore", "-c", script], input: told)
  }

  /// What such a program wrote. What it said of its failure is not repeated, for it may quote a row.
  private func told(_ package: String, by name: String, _ start: () throws -> ProgramOutput) throws -> [UInt8] {
    do {
      return try start().all()
    } catch let failure as ProgramOutput.Failure where failure.status == 4 {
      throw Refusal.sentence(
        "the Python package \(package) is not there; install it (python3 -m venv DIR && DIR/bin/pip install \(package)) and name "
          + "DIR/bin/python3 with TENTH_PYTHON")
    } catch let failure as ProgramOutput.Failure where failure.status == 5 {
      throw Refusal.sentence(
        "\(path) has no column \"acted\"; name the columns as tenth law sql --schema prints them for \(name)")
    } catch is ProgramOutput.Failure {
      throw Refusal.sentence(
        "\(name) could not run the query over \(path); check that it is there, and that its columns have the types that tenth law sql "
          + "--schema prints (--engine here tells what is wrong by line and column)")
    }
  }

  private func postgres() throws -> [UInt8] {
    guard !path.lowercased().contains("password"), path.firstMatch(of: /:\/\/[^\/@]*:[^\/@]*@/) == nil else {
      throw Refusal.sentence(
        "leave the password out of the connection string, where every program of this machine can read it; PostgreSQL takes it from "
          + "~/.pgpass or PGPASSWORD")
    }
    let places = ["/usr/bin/psql", "/usr/local/bin/psql"]
    guard let psql = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw Refusal.sentence("psql is not there; install PostgreSQL's client (apt-get install postgresql-client)")
    }
    let query = asked.query.counting(.postgres)
    let text = "SET default_transaction_read_only = on;\n\(query.counts);\n\(query.total);\n"
    do {
      return try ProgramOutput(
        psql, ["-X", "-q", "-A", "-t", "--csv", "-v", "ON_ERROR_STOP=1", "-d", path], input: Data(text.utf8)
      ).all()
    } catch let failure as ProgramOutput.Failure {
      let line = failure.words.split(separator: "\n").first {
        $0.contains("does not exist") || $0.hasPrefix("psql: error")
      }
      throw Refusal.sentence(
        "PostgreSQL could not run the query"
          + (line.map { ": \($0)" } ?? "; check that the columns have the types that "
            + "tenth law sql --schema prints"))
    }
  }

  /// Lines of answer, rule, whether that is all, and rows; at the end how many rows there are.
  private func counts(_ bytes: [UInt8]) throws -> Counts {
    var counts = Counts()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
      guard cells.count == 4, let rows = Int(cells[3]) else {
        if cells.count == 1, let total = Int(cells[0]) { counts.rows = total }
        continue
      }
      counts.answers[cells[0], default: 0] += rows
      if !cells[1].isEmpty { counts.rules[cells[1], default: 0] += rows }
      if ["f", "false", "False"].contains(cells[2]) { counts.open += rows }
    }
    return counts
  }
}
