import LawLanguage
import Replay
import Testing

@Suite("Reading tables") struct ReadingTests {
  /// All rows, and all that could not be read, of a text that comes in chunks of a size.
  private func read(
    _ text: String, chunk: Int = 1 << 20, width: Int? = nil, delimiter: Unicode.Scalar = ","
  ) throws -> (rows: [[String]], lines: [Int], bad: [ReadingProblem]) {
    var rest = Array(text.utf8)[...]
    var scanner = DelimitedScanner(delimiter: UInt8(ascii: delimiter)) {
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(chunk) }
      return Array(rest.prefix(chunk))
    }
    var rows: [[String]] = []
    var lines: [Int] = []
    var bad: [ReadingProblem] = []
    while true {
      switch try scanner.next(width: width) {
      case .end: return (rows, lines, bad)
      case .bad(let problem): bad.append(problem)
      case .row:
        rows.append((0..<scanner.count).map { scanner.text($0) })
        lines.append(scanner.line)
      }
    }
  }

  @Test("quotation marks, doubled marks, line breaks and empty cells are read as RFC 4180 has them")
  func quoting() throws {
    let text = "a,b,c\r\n\"x,1\",\"say \"\"yes\"\"\",\r\n\"two\r\nlines\",,z\r\n"
    let expected = [["a", "b", "c"], ["x,1", "say \"yes\"", ""], ["two\r\nlines", "", "z"]]
    for chunk in [1, 2, 3, 5, 7, 11, 64] {
      let found = try read(text, chunk: chunk, width: 3)
      #expect(found.rows == expected, "chunks of \(chunk)")
      #expect(found.bad.isEmpty)
    }
  }

  @Test("rows are told by the line on which they begin")
  func lines() throws {
    #expect(try read("a\n\"b\nb\"\n\nc\n").lines == [1, 2, 5])
  }

  @Test("a byte-order mark is no part of the first cell, and a last line needs no end")
  func edges() throws {
    #expect(try read("\u{FEFF}a,b\n1,2").rows == [["a", "b"], ["1", "2"]])
    #expect(try read("").rows.isEmpty)
    #expect(try read("\n\r\n\n").rows.isEmpty)
  }

  @Test("a mark inside a cell that began without one is a letter like any other")
  func innerMark() throws {
    #expect(try read("6' 2\" tall,x\n").rows == [["6' 2\" tall", "x"]])
  }

  @Test("a row with too many or too few cells is told by line and column, and the next is read")
  func ragged() throws {
    let found = try read("a,b\n1,2,3\n1\n5,6\n", width: 2)
    #expect(found.rows == [["a", "b"], ["5", "6"]])
    #expect(found.bad.map(\.line) == [2, 3])
    #expect(found.bad.map(\.column) == [3, 2])
  }

  @Test("a mark that is never closed costs its own line and no other")
  func unclosed() throws {
    let found = try read("a,b\n\"x,2\n3,4\n5,6\n", width: 2)
    #expect(found.rows == [["a", "b"], ["3", "4"], ["5", "6"]])
    #expect(found.bad.map(\.line) == [2])
  }

  @Test("a stray mark that swallows lines up to another gives up one line")
  func swallowed() throws {
    let found = try read("a,b\n\"x,2\n3,4\n\"y\",6\n", width: 2)
    #expect(found.rows == [["a", "b"], ["3", "4"], ["y", "6"]])
    #expect(found.bad.map(\.line) == [2])
  }

  @Test("text behind a closing mark is told, not joined to the cell")
  func afterMark() throws {
    let found = try read("a,b\n\"x\"y,2\n3,4\n", width: 2)
    #expect(found.rows == [["a", "b"], ["3", "4"]])
    #expect(found.bad.map(\.column) == [1])
  }

  @Test("what is told of a bad row never repeats what it holds")
  func silence() throws {
    let found = try read("a,b\nJane Example,1,2\n\"Jane Example,1\n", width: 2)
    #expect(found.bad.count == 2)
    for problem in found.bad { #expect(!problem.description.contains("Jane")) }
  }

  @Test(
    "a file that is no text is refused by what it is",
    arguments: [("PK\u{3}\u{4}", "XLSX"), ("PAR1xxxx", "Parquet"), ("%PDF-1.7", "PDF"), ("a\u{0}b\u{0}", "null")])
  func otherFormats(_ text: String, _ word: String) {
    #expect { try read(text) } throws: { "\($0)".contains(word) }
  }

  @Test("tabs and semicolons part cells where the header says so")
  func delimiters() throws {
    let mapping = try Places.mapping("county-log")
    for mark in ["\t", ";", "|"] {
      let rows = [["received", "paper"], ["2025-03-04 16:10", "I-247A"]].map { $0.joined(separator: mark) }
      let plan = try ReplayPlan.over(
        [TableFile(name: "log.txt", text: rows.joined(separator: "\n"))], mapping, jurisdiction: "MN")
      #expect(try plan.run().decided == 1, "\(mark)")
    }
  }

  @Test("a header that is not the first row is found, and rows are counted after it")
  func movedHeader() throws {
    let text = "Extract of 2025,,\n,,\nReceived,Paper,Done\n2025-03-04 16:10,I-247A,held\nbad date,I-247A,held\n"
    let written = Written()
    let figures = try ReplayPlan.over(
      [TableFile(name: "log.csv", text: text)], try Places.mapping("county-log"), jurisdiction: "MN"
    ).run(written)
    #expect(figures.rows == 2)
    #expect(figures.decided == 1)
    #expect(try written.rows(.bad).map { Array($0.prefix(3)) } == [["2", "5", "1"]])
  }

  @Test("objects on lines of their own are rows, and a line that is none is told")
  func objects() throws {
    let text = """
      {"received": "2025-03-04 16:10", "paper": "I-247A"}
      {"received": "2025-03-05 16:10", "paper": "I-247A", "warrant": "I-200"}
      {"received": ["2025"], "paper": "I-247A"}
      not an object
      {"received": null, "paper": "I-247A"}
      """
    let figures = try ReplayPlan.over(
      [TableFile(name: "log.jsonl", text: text)], try Places.mapping("county-log"), jurisdiction: "MN"
    ).run()
    #expect(figures.rows == 5)
    #expect(figures.decided == 2)
    #expect(figures.bad == 2)
    #expect(figures.setAside == [.noDay: 1])
  }

  @Test("of two members with one name neither is taken; of two names for a column the mapping's first is")
  func twinMembers() throws {
    let mapping = try Mapping.read(
      """
      ```mapping
      mapping log
      table log known by "received"
      acts hold
      agency county-jail
      column "received" is the day
      column "paper" or "form" is the paper
        "I-247A" is i247a
        "I-247G" is i247g
      ```
      """, path: "log.md")
    // Names that differ in capitals only are one.
    let twice = #"{"received": "2025-03-04", "paper": "I-247A", "Paper": "I-247G"}"#
    let both = #"{"received": "2025-03-04", "form": "I-247G", "paper": "other"}"#
    let figures = try ReplayPlan.over(
      [TableFile(name: "log.jsonl", text: "\(twice)\n\(both)\n")], mapping, jurisdiction: "MN"
    ).run()
    #expect(figures.firstBad.map(\.line) == [1])
    #expect(figures.firstBad.map(\.column) == [3])
    #expect(figures.setAside == [.unknownPaper: 1])
  }

  @Test("two columns with one name are refused where the mapping uses that name, with their numbers")
  func twins() throws {
    let text = "received,paper,received\n2025-03-04,I-247A,2025-03-05\n"
    let plan = try ReplayPlan.over(
      [TableFile(name: "log.csv", text: text)], try Places.mapping("county-log"), jurisdiction: "MN")
    #expect { try plan.run() } throws: { "\($0)".contains("columns 1 and 3") }
  }

  @Test(
    "dates are read as tables write them",
    arguments: [
      ("2025-01-22", "2025-01-22"), ("2025-01-22 16:05", "2025-01-22T16:05:00"),
      ("2025-01-22T16:05:30.25Z", "2025-01-22T16:05:30+00:00"), ("2025-01-22T16:05-06:00", "2025-01-22T16:05:00-06:00"),
      ("2025-01-22 16:05:00+00", "2025-01-22T16:05:00+00:00"),
      ("1/2/2025", "2025-01-02"), ("01/02/2025 4:05 PM", "2025-01-02T16:05:00"),
      ("1/2/25 12:00 am", "2025-01-02T00:00:00"),
      ("20250122", "2025-01-22"), ("22-Jan-2025", "2025-01-22"), ("22-JAN-25", "2025-01-22"),
    ])
  func dates(_ written: String, _ read: String) throws {
    let bytes = Array(written.utf8)
    #expect(try CivilTime.read(bytes, 0..<bytes.count, order: .monthFirst).text == read)
  }

  @Test(
    "what is no date is refused for what it is",
    arguments: [
      ("2025-02-30", CivilTime.Mistake.noSuchDay), ("13/1/2025", .noSuchDay), ("2025-1", .form), ("soon", .form),
      ("2025-01-22 25:00", .noSuchTime), ("2025-01-22x", .form), ("1/2/", .form), ("2025-01-22T16:05+", .form),
    ])
  func badDates(_ written: String, _ mistake: CivilTime.Mistake) {
    let bytes = Array(written.utf8)
    #expect(throws: mistake) { try CivilTime.read(bytes, 0..<bytes.count, order: .monthFirst) }
    let slashed = Array("1/2/2025".utf8)
    #expect(throws: CivilTime.Mistake.order) { try CivilTime.read(slashed, 0..<slashed.count, order: nil) }
  }
}
