import Foundation
import Replay

/// Tables in formats that other programs read: a workbook's sheets by openpyxl, Parquet by DuckDB, each as CSV from a process of
/// its own. Both are Python packages; DuckDB's own reader of workbooks is a download, which a firewall stops.
struct ForeignTables {
  let path: String
  let format: Format

  enum Format: String {
    case workbook, parquet

    /// The package that reads it.
    var package: String {
      switch self {
      case .workbook: "openpyxl"
      case .parquet: "duckdb"
      }
    }

    var name: String {
      switch self {
      case .workbook: "an Excel workbook"
      case .parquet: "Parquet"
      }
    }
  }

  /// What a file is, by its first bytes and its name; nil if it is read as text.
  init?(_ path: String) throws(Refusal) {
    let name = path.lowercased()
    let head = FileHandle(forReadingAtPath: path).flatMap { try? $0.read(upToCount: 8) } ?? Data()
    self.path = path
    if head.starts(with: Array("PAR1".utf8)) {
      format = .parquet
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]), name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") {
      format = .workbook
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .sentence("\(path) is an old workbook, or one with a password; save it as .xlsx without a password")
    } else if name.hasSuffix(".parquet") {
      throw .sentence("\(path) calls itself Parquet and is none; check where it comes from")
    } else if name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") {
      throw .sentence("\(path) calls itself a workbook and is none; open it and save it as .xlsx")
    } else {
      return nil
    }
  }

  /// The tables in it: each sheet is one.
  func tables() throws(Refusal) -> [TableFile] {
    let own = (path as NSString).lastPathComponent
    switch format {
    case .parquet: return [try table(own, "0")]
    case .workbook:
      let names = try run(["sheets", path])
      var tables: [TableFile] = []
      for (index, name) in String(decoding: names, as: UTF8.self).split(separator: "\n").enumerated() {
        tables.append(try table("\(own), sheet \(name)", String(index)))
      }
      return tables
    }
  }

  /// A table is opened several times while its mapping is looked for; so its beginning is kept.
  private func table(_ name: String, _ sheet: String) throws(Refusal) -> TableFile {
    let first = try start(sheet)
    let head = try told { try first.next() } ?? []
    let isWhole = head.isEmpty ? true : try told { try first.next() } == nil
    let source = self
    return TableFile(name: name) {
      var isBegun = false
      var rest: ProgramOutput?
      return {
        if !isBegun {
          isBegun = true
          return head.isEmpty ? nil : head
        }
        guard !isWhole else { return nil }
        guard let running = rest else {
          let running = try source.start(sheet)
          rest = running
          var skipped = 0
          while skipped < head.count, let bytes = try source.told({ try running.next() }) { skipped += bytes.count }
          return try source.told { try running.next() }
        }
        return try source.told { try running.next() }
      }
    }
  }

  private func start(_ sheet: String) throws(Refusal) -> ProgramOutput { try program([format.rawValue, path, sheet]) }

  private func run(_ words: [String]) throws(Refusal) -> [UInt8] {
    let program = try program(words)
    return try told { try program.all() }
  }

  private func program(_ words: [String]) throws(Refusal) -> ProgramOutput {
    guard let python = PythonProgram.path else { throw absent }
    do {
      return try ProgramOutput(python, ["-I", "-c", ForeignTables.script] + words)
    } catch {
      throw absent
    }
  }

  /// What a reading program's failure means to whoever has the file.
  private func told<Result>(_ work: () throws -> Result) throws(Refusal) -> Result {
    do {
      return try work()
    } catch let failure as ProgramOutput.Failure where failure.status == 4 {
      throw absent
    } catch {
      throw .sentence(
        "\(path) is not whole: \(format.name) by its first bytes, it cannot be read to its end; get it again, or save it anew")
    }
  }

  private var absent: Refusal {
    .sentence(
      "\(path) is \(format.name), and the Python package \(format.package), which reads it, is not there; install it "
        + "(python3 -m venv DIR && DIR/bin/pip install \(format.package)) and name DIR/bin/python3 with TENTH_PYTHON, or save the "
        + "table as CSV")
  }

  /// A table as CSV; 3 if the file cannot be read, 4 if the package is not there. Nothing of the table goes to the error output.
  private static let script = #"""
    import csv, datetime, os, resource, sys
    what, path = sys.argv[1:3]
    # What unpacks to more than this is no table.
    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))

    def text(cell):
        value = cell.value
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        if isinstance(value, datetime.datetime):
            # A workbook has moments alone; whether one is a day is told by how it is shown.
            value += datetime.timedelta(microseconds=500000)
            value = value.replace(microsecond=0)
            shown = "h" in (cell.number_format or "").lower()
            return value.isoformat(" ") if shown or value.time() != datetime.time() else value.date().isoformat()
        return str(value)

    def sheet(number):
        rows = book.worksheets[number].iter_rows()
        first = []
        for row in rows:
            first.append([text(cell) for cell in row])
            if len(first) == 60:
                break
        width = max((len(row) for row in first), default=0)
        out = csv.writer(sys.stdout, lineterminator="\n")
        def write(row):
            while len(row) > width and row[-1] == "":
                row.pop()
            out.writerow(row + [""] * (width - len(row)))
        for row in first:
            write(row)
        for row in rows:
            write([text(cell) for cell in row])
        sys.stdout.flush()

    try:
        if what == "parquet":
            import duckdb
        else:
            import openpyxl
    except ImportError:
        sys.exit(4)
    try:
        if what == "parquet":
            # By its number: a name may hold what DuckDB takes for a pattern.
            file = open(path, "rb")
            connection = duckdb.connect()
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute("SET memory_limit = '1GB'")
            connection.read_parquet(f"/proc/{os.getpid()}/fd/{file.fileno()}").write_csv("/dev/stdout", header=True)
        else:
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            if what == "sheets":
                print("\n".join(s.title.replace("\n", " ") for s in book.worksheets))
            else:
                sheet(int(sys.argv[3]))
    except BrokenPipeError:
        os._exit(0)
    except BaseException:
        sys.exit(3)
    """#
}
