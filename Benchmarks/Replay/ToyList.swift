import Analysis
import Foundation
import LawLanguage
import Reasoning
import Replay

/// The fourteen rules over rows whose columns are in memory, beside DuckDB; then sixty jurisdictions mixed in one table.
struct ToyList {
  let folder: String
  let rows: Int
  private let kind, agency, strict, age, judge, serious, listed, years: [UInt8]
  private let registered, warrant, charged, finding, open, consent: [UInt8]
  private let days: [Int32]

  init(folder: String, rows: Int) {
    self.folder = folder
    self.rows = rows
    var drawing = Drawing(seed: 7_282)
    func draw(_ make: (inout Drawing) -> Int) -> [UInt8] { (0..<rows).map { _ in UInt8(make(&drawing)) } }
    func yes(_ percent: Int) -> [UInt8] { draw { $0.chance(percent) ? 1 : 0 } }
    days = (0..<rows).map { _ in Int32(16_071 + drawing.below(4_747)) }
    kind = draw { $0.below(5) }
    agency = yes(5)
    strict = yes(20)
    age = draw { 14 + $0.below(66) }
    judge = yes(6)
    serious = yes(15)
    listed = draw { $0.chance(60) ? 0 : $0.chance(62) ? 1 : 2 }
    years = draw { $0.below(40) }
    registered = yes(3)
    warrant = yes(2)
    charged = yes(30)
    finding = yes(40)
    open = yes(50)
    consent = yes(35)
  }

  private var table: RowTable {
    var table = RowTable(acted: days, asked: days, decided: days)
    let kinds = ["hold", "transfer", "notice", "information", "interview"]
    table.facts = [
      "asked-for": RowColumn(.bytes(kind), words: kinds), "state-corrections": RowColumn(.bytes(agency)),
      "strict-county": RowColumn(.bytes(strict)), "age": RowColumn(.bytes(age)),
      "signed-by-judge": RowColumn(.bytes(judge)), "serious": RowColumn(.bytes(serious)),
      "listed": RowColumn(.bytes(listed), words: ["none", "felony", "wobbler"]),
      "years-since": RowColumn(.bytes(years)), "registered": RowColumn(.bytes(registered)),
      "federal-warrant": RowColumn(.bytes(warrant)), "charged": RowColumn(.bytes(charged)),
      "finding": RowColumn(.bytes(finding)), "public": RowColumn(.bytes(open)), "consent": RowColumn(.bytes(consent)),
    ]
    return table
  }

  private func library(_ vocabulary: String, _ law: String) throws -> Library {
    let result = Library.check([
      SourceFile(path: "vocabulary.md", text: vocabulary), SourceFile(path: "ty/law.md", text: law),
    ])
    guard let library = result.library else { throw Unusable(text: "\(result.diagnostics)") }
    return library
  }

  private static let offer = RowOffer(
    jurisdiction: "TY", agency: .init(kind: "county-jail"), act: "answer", papers: [])

  private func law(_ vocabulary: String, _ law: String) throws -> BatchLaw {
    let library = try library(vocabulary, law)
    return try BatchLaw(
      ToyList.offer, on: Day(number: 17_000), in: library, digests: LibraryDigests(of: library))
  }

  /// The same rows from a file of text to counts, beside polars; and ten times as many.
  func endToEnd(python: String?) throws {
    let library = try library(
      String(contentsOfFile: "\(folder)/vocabulary.md", encoding: .utf8),
      String(contentsOfFile: "\(folder)/law.md", encoding: .utf8))
    let digests = LibraryDigests(of: library)
    let law = try BatchLaw(ToyList.offer, on: Day(number: 17_000), in: library, digests: digests)
    let query = try LawQuery(ToyList.offer, on: Day(number: 17_000), in: library, digests: digests)
    let place = NSTemporaryDirectory() + "tenth-file-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: place) }
    let path = place + "/rows.csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    func count(times: Int) throws -> RowCounts {
      var counting = try OfferCounting(law, query, over: .repeated(path, times: times))
      let figures = try counting.run()
      guard figures.rows == rows * times, figures.bad == 0, figures.leftOut == 0, figures.missing.isEmpty else {
        throw Unusable(text: "\(figures.bad) rows were refused, \(figures.leftOut) left out")
      }
      return figures.counts
    }
    var counts = RowCounts()
    let seconds = try least(5) { counts = try count(times: 1) }
    let peer = try python.map { try Peer.run($0, ["\(folder)/peer_polars.py", path]) }
    let histogram = (1...14).map { rule in
      counts.norms.first { $0.key >= 0 && law.name(ofNorm: $0.key).name == "r\(rule)" }?.value ?? 0
    }
    if let peer, histogram != (1...14).map({ peer.counts["\($0)"] ?? 0 }) {
      throw Unusable(text: "Tenth counts \(histogram), polars \(peer.counts)")
    }
    say(
      "CSV of 16 columns → answers and deciding rules counted, every error told by line and column", seconds,
      rows: rows,
      beside: peer, named: "polars", bar: "faster than polars")
    let before = peak()
    let ten = try least(1) { _ = try count(times: 10) }
    say(
      "the same ten times over (peak memory \(before) MiB before, \(peak()) MiB after)", ten, rows: 10 * rows,
      bar: "linear, flat")
  }

  private var text: String {
    let kinds = ["hold", "transfer", "notice", "information", "interview"]
    let classes = ["none", "felony", "wobbler"]
    var text =
      "row,acted,asked-for,state-corrections,strict-county,age,signed-by-judge,serious,listed,years-since,registered,"
      + "federal-warrant,charged,finding,public,consent\n"
    for row in 0..<rows {
      text += "\(row),\(Day(number: days[row])),\(kinds[Int(kind[row])]),\(agency[row]),\(strict[row]),\(age[row])"
      text += ",\(judge[row]),\(serious[row]),\(classes[Int(listed[row])]),\(years[row]),\(registered[row])"
      text += ",\(warrant[row]),\(charged[row]),\(finding[row]),\(open[row]),\(consent[row])\n"
    }
    return text
  }

  func run(python: String?) throws {
    let vocabulary = try String(contentsOfFile: "\(folder)/vocabulary.md", encoding: .utf8)
    let text = try String(contentsOfFile: "\(folder)/law.md", encoding: .utf8)
    let law = try law(vocabulary, text)
    guard let classes = law.classes else { throw Unusable(text: "the toy law is too wide") }
    let table = table
    var counts = RowCounts()
    let seconds = least(7) { counts = law.count(table) }
    guard counts.exact == 0 else { throw Unusable(text: "\(counts.exact) rows went one by one") }
    let histogram = (1...14).map { rule in
      counts.norms.first { $0.key >= 0 && law.name(ofNorm: $0.key).name == "r\(rule)" }?.value ?? 0
    }
    let peer = try python.map { try duckdb($0) }
    if let peer {
      guard histogram == (1...14).map({ peer.counts["\($0)"] ?? 0 }) else {
        throw Unusable(text: "Tenth counts \(histogram), DuckDB \(peer.counts)")
      }
    }
    say(
      "fourteen rules, typed columns in memory → answers and deciding rules counted, \(classes.diagram.nodes.count) nodes",
      seconds, rows: rows, beside: peer, bar: "5× DuckDB")
    let decided = least(5) { _ = law.decide(table) }
    say("the same, an answer and a rule written for every row", decided, rows: rows, bar: "–")
    var hidden = table
    var drawing = Drawing(seed: 99)
    for name in ["age", "serious", "public"] {
      guard case .bytes(let values) = hidden.facts[name]?.storage else { continue }
      hidden.facts[name] = RowColumn(.bytes(values.map { drawing.chance(10) ? .max : $0 }))
    }
    var open = RowCounts()
    let unknown = least(5) { open = law.count(hidden) }
    say(
      "the same, 10 % of three facts unknown (\(open.answers[Int(Answer.undetermined.place)]) rows undetermined)",
      unknown,
      rows: rows, bar: "–")
    try mixed(vocabulary, text, table)
  }

  /// Sixty jurisdictions, each with thresholds of its own, in random order.
  private func mixed(_ vocabulary: String, _ text: String, _ table: RowTable) throws {
    let laws = try (0..<60).map { number in
      try law(
        vocabulary,
        text.replacing("age is under 18", with: "age is under \(16 + number % 6)")
          .replacing("at most 15", with: "at most \(10 + number % 9)"))
    }
    var drawing = Drawing(seed: 60)
    let places = (0..<rows).map { _ in UInt8(drawing.below(60)) }
    var counts: [RowCounts] = []
    let seconds = least(5) { counts = MixedLaws(laws).count(table, lawOfRow: places) }
    guard counts.reduce(0, { $0 + $1.answers.reduce(0, +) }) == rows else { throw Unusable(text: "rows were lost") }
    say("60 jurisdictions mixed in one table", seconds, rows: rows, bar: "20 M rows/s")
  }

  private func duckdb(_ python: String) throws -> Peer {
    let place = NSTemporaryDirectory() + "tenth-list-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: place) }
    var csv = "day,kind,agency,strict,age,jw,serious,listed,yrs,registry,fedw,charged,finding,public,consent\n"
    for row in 0..<rows {
      csv += "\(days[row])"
      for column in [
        kind, agency, strict, age, judge, serious, listed, years, registered, warrant, charged, finding, open, consent,
      ] {
        csv += ",\(column[row])"
      }
      csv += "\n"
    }
    try csv.write(toFile: place + "/rows.csv", atomically: true, encoding: .utf8)
    return try Peer.run(python, ["\(folder)/peer_duckdb.py", "list", place])
  }
}

/// Why nothing was measured.
struct Unusable: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}

extension TableFile {
  /// A file whose rows come several times, its header once.
  fileprivate static func repeated(_ path: String, times: Int) -> TableFile {
    TableFile(name: "rows.csv") {
      var handle = FileHandle(forReadingAtPath: path)
      var left = times
      return {
        if let data = try handle?.read(upToCount: 1 << 20), !data.isEmpty { return Array(data) }
        left -= 1
        guard left > 0 else { return nil }
        handle = FileHandle(forReadingAtPath: path)
        guard let data = try handle?.read(upToCount: 1 << 20), let end = data.firstIndex(of: 0x0A) else { return nil }
        return Array(data[(end + 1)...])
      }
    }
  }
}
