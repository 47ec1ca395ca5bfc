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

  private func law(_ vocabulary: String, _ law: String) throws -> BatchLaw {
    let result = Library.check([
      SourceFile(path: "vocabulary.md", text: vocabulary), SourceFile(path: "ty/law.md", text: law),
    ])
    guard let library = result.library else { throw Unusable(text: "\(result.diagnostics)") }
    let offer = RowOffer(jurisdiction: "TY", agency: .init(kind: "county-jail"), act: "answer", papers: [])
    return try BatchLaw(
      offer, on: Day(number: 17_000), in: library, digests: LibraryDigests(of: library))
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
