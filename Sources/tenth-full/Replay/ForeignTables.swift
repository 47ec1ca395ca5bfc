import Console
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
      let program = try program(["sheets", path])
      let names = try told { try program.all() }
      var tables: [TableFile] = []
      for (index, name) in String(decoding: names, as: UTF8.self).split(separator: "\n").enumerated() {
        tables.append(try table("sheet \(name) of \(own)", String(index)))
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
        let running = try rest ?? source.start(sheet)
        guard rest == nil else { return try source.told { try running.next() } }
        rest = running
        return try source.told { try running.next(after: head.count) }
      }
    }
  }

  private func start(_ sheet: String) throws(Refusal) -> ProgramOutput { try program([format.rawValue, path, sheet]) }

  private func program(_ words: [String]) throws(Refusal) -> ProgramOutput {
    guard let python = PythonProgram.path else { throw absent }
    do {
      return try ProgramOutput(python, ["-I", "-W", "ignore", "-c", ForeignTables.script] + words)
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
        "\(path) is not whole: \(format.name) by its first bytes, it cannot be read to its end; get it again, or save it anew"
      )
    }
  }

  private var absent: Refusal {
    .sentence(
      "\(path) is \(format.name), and the Python package \(format.package), which reads it, is not there; install it "
        + "(python3 -m venv DIR && DIR/bin/pip install \(format.package)) and name DIR/bin/python3 with TENTH_PYTHON, or save the "
        + "table as CSV")
  }
}
