import Analysis
import Foundation
import LawLanguage
import Norms
import Reasoning
import Replay

/// California's law on telling a release date, as it stands, over made-up rows of which a quarter of what could be known is not; beside
/// DuckDB with the query that Tenth prints for it. Both leave rows open in which what is not known of a list may still come out one
/// way only: the engine of single requests would decide those one by one.
struct California {
  let folder: String
  let laws: String
  let rows: Int

  func run(python: String?) throws {
    let library = try library()
    let day = Day(number: 20_500)
    let offer = RowOffer(
      jurisdiction: "CA", agency: .init(kind: "county-jail"), act: "notify-release", papers: ["i247a"])
    let law = try BatchLaw(offer, on: day, in: library, digests: LibraryDigests(of: library))
    guard let classes = law.classes else { throw Unusable(text: "the law is too wide") }
    let query = try LawQuery(offer, on: day, in: library, digests: LibraryDigests(of: library))
    print(
      "\nThe query is of the days from \(query.days.from?.description ?? "-") to \(query.days.until?.description ?? "-")."
    )
    var drawn = DrawnTable(seed: 1_107, rows: rows, on: query.days, vocabulary: library.vocabulary)
    let table = drawn.table(query.columns, codes: classes.codes)
    var counts = RowCounts()
    let seconds = least(3) { counts = law.count(table, leavesOpen: true) }
    let peer = try python.map { try duckdb($0, query, table, library.vocabulary) }
    say(
      "California notify-release as it stands, with unknowns (\(counts.exact) rows left to the engine)", seconds,
      rows: rows,
      beside: peer, bar: "faster than DuckDB")
    let own = Answer.allCases.map { "\($0.rawValue) \(counts.answers[Int($0.place)])" }.joined(separator: ", ")
    print("\nTenth: \(own)")
    if let peer {
      print("DuckDB: \(peer.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))")
    }
  }

  private func library() throws -> Library {
    var files: [SourceFile] = []
    for part in ["", "us", "ca"] {
      let place = part.isEmpty ? laws : laws + "/" + part
      for name in try FileManager.default.contentsOfDirectory(atPath: place).sorted() where name.hasSuffix(".md") {
        let path = part.isEmpty ? name : part + "/" + name
        files.append(
          SourceFile(path: path, text: try String(contentsOfFile: laws + "/" + path, encoding: .utf8)))
      }
    }
    guard let library = Library.check(files).library else { throw Unusable(text: "the library does not check") }
    return library
  }

  private func duckdb(
    _ python: String, _ query: LawQuery, _ table: RowTable, _ vocabulary: Vocabulary
  ) throws -> Peer {
    let place = NSTemporaryDirectory() + "tenth-ca-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: place) }
    try query.text(.duckdb).write(toFile: place + "/query.sql", atomically: true, encoding: .utf8)
    let columns = query.columns.map { ["name": $0.name, "type": SQLDialect.duckdb.name(of: $0.type)] }
    try JSONSerialization.data(withJSONObject: columns).write(to: URL(filePath: place + "/columns.json"))
    try DrawnTable.write(table, query, vocabulary, to: place + "/rows.jsonl")
    return try Peer.run(python, ["\(folder)/peer_duckdb.py", "query", place])
  }
}

extension RowClasses {
  /// Codes that the law's lists have.
  var codes: [String] {
    var found = Set<String>()
    for look in looks {
      guard case .record(let test) = look, case .member(let members) = test.comparison else { continue }
      found.formUnion(members.sorted().prefix(40))
    }
    return found.sorted()
  }
}

/// A table of values drawn by chance, for the columns of a query.
struct DrawnTable {
  private var drawing: Drawing
  private let rows: Int
  /// The days of the acts.
  private let days: ClosedRange<Int32>
  private let vocabulary: Vocabulary

  init(seed: UInt64, rows: Int, on days: (from: Day?, until: Day?), vocabulary: Vocabulary) {
    drawing = Drawing(seed: seed)
    self.rows = rows
    // A year of them, or what there is of one.
    let last = days.until?.number ?? 20_800
    self.days = max(days.from?.number ?? .min, last - 365)...last
    self.vocabulary = vocabulary
  }

  mutating func table(_ columns: [SQLColumn], codes: [String]) -> RowTable {
    let days = (0..<rows).map { _ in self.days.upperBound - Int32(drawing.below(self.days.count)) }
    var table = RowTable(acted: days, asked: days, decided: days)
    table.papers = [[:]]
    for column in columns {
      if case .records(let fields) = column.type {
        var offsets: [Int32] = [0]
        var completeness: [UInt8] = []
        for _ in 0..<rows {
          let isKnown = drawing.chance(75)
          offsets.append((offsets.last ?? 0) + Int32(isKnown ? drawing.below(6) : 0))
          completeness.append(isKnown && drawing.chance(70) ? 1 : 0)
        }
        let count = Int(offsets.last ?? 0)
        var found: [String: RowColumn] = [:]
        for field in fields {
          guard let type = vocabulary.recordType(column.name)?.field(field.name)?.type else { continue }
          found[field.name] = self.column(type, count, codes)
        }
        table.lists[column.name] = RowList(offsets: offsets, completeness: completeness, fields: found)
      } else if let type = vocabulary.fact(column.name)?.type {
        table.facts[column.name] = self.column(type, rows, codes)
      }
    }
    return table
  }

  private mutating func column(_ type: ValueType, _ count: Int, _ codes: [String]) -> RowColumn {
    func draw<Value>(_ unknown: Value, _ make: (inout Drawing) -> Value) -> [Value] {
      var own = drawing
      defer { drawing = own }
      return (0..<count).map { _ in own.chance(75) ? make(&own) : unknown }
    }
    switch type {
    case .yesNo: return RowColumn(.bytes(draw(.max) { $0.chance(20) ? 1 : 0 }))
    case .choice(let words): return RowColumn(.bytes(draw(.max) { UInt8($0.below(words.count)) }), words: words)
    case .number: return RowColumn(.bytes(draw(.max) { UInt8($0.below(80)) }))
    case .code:
      let words = codes + (0..<40).map { "EX \(9_000 + $0)" }
      return RowColumn(.places(draw(.max) { UInt16($0.below(words.count)) }), words: words)
    case .date, .instant: return RowColumn(.integers(draw(.min) { days.lowerBound - Int32($0.below(9_000)) }))
    }
  }

  // MARK: For a database

  static func write(_ table: RowTable, _ query: LawQuery, _ vocabulary: Vocabulary, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw Unusable(text: "\(path) cannot be written") }
    defer { try? file.close() }
    var text = ""
    for row in 0..<table.count {
      let request = query.offer.request(row, of: table, vocabulary: vocabulary)
      text +=
        "{\"row\":\(row),\"papers\":\"\(query.offer.papers.joined(separator: "+"))\",\"acted\":\"\(request.day)\""
      for (name, value) in request.facts { text += ",\"\(name)\":\(json(value))" }
      for (name, list) in request.records {
        text += ",\"\(name)-complete\":\(list.isComplete),\"\(name)\":["
        text +=
          list.records.map { record in
            "{" + record.map { "\"\($0.key)\":\(json($0.value))" }.joined(separator: ",") + "}"
          }.joined(separator: ",") + "]"
      }
      text += "}\n"
      if text.utf8.count > 1 << 20 {
        try file.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    try file.write(contentsOf: Data(text.utf8))
  }

  private static func json(_ value: FactValue) -> String {
    switch value {
    case .yesNo(let yes): "\(yes)"
    case .choice(let text), .code(let text): "\"\(text)\""
    case .number(let number): "\(number)"
    case .date(let day): "\"\(day)\""
    case .instant(let instant): "\"\(Day(number: Int32(instant.seconds / 86_400)))\""
    }
  }
}
