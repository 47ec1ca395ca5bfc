import Desk
import Testing

@Suite struct DelimitedTextTests {
  private func text(_ rows: [[String]]) -> String { String(decoding: DelimitedText.written(rows), as: UTF8.self) }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
  func aCellThatASpreadsheetWouldRunIsGuarded(_ cell: String) throws {
    #expect(text([[cell]]) == "\"'\(cell)\"\r\n")
    #expect(try DelimitedText.read(DelimitedText.written([[cell]])).map(\.cells) == [[cell]])
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let cells = [
      "", "a", "a,b", "a \"quoted\" word", "two\nlines", "cr\r\nlf", " edge ", "'=x", "''", "'", "é 字", "n/a", "x'y",
    ]
    for first in cells {
      for second in cells where !(first.isEmpty && second.isEmpty) {
        let rows = try DelimitedText.read(DelimitedText.written([[first, second]]))
        #expect(rows.map(\.cells) == [[first, second]], "\(first.debugDescription) \(second.debugDescription)")
      }
    }
  }

  @Test(arguments: [
    ("a,\"b", 1, 2), ("a,b\nc,d\"e", 2, 2), ("a\n\"b\"c", 2, 1), ("a\nb,\"x\ny\"z", 3, 2),
  ])
  func aMistakeIsNamedByLineAndColumn(_ text: String, _ line: Int, _ column: Int) {
    let mistake = #expect(throws: DelimitedText.Mistake.self) { try DelimitedText.read(Array(text.utf8)) }
    #expect(mistake?.line == line && mistake?.column == column, "\(String(describing: mistake))")
  }

  @Test func textThatIsNotUTF8IsNamedByItsLine() {
    let mistake = #expect(throws: DelimitedText.Mistake.self) {
      try DelimitedText.read(Array("a,b\nc,".utf8) + [0xFF, 0x0A])
    }
    #expect(mistake?.line == 2)
  }

  @Test func whatIsTooLargeIsRefused() {
    #expect(throws: DelimitedText.Mistake.self) { try DelimitedText.read([UInt8](repeating: 97, count: (1 << 20) + 1)) }
    #expect(throws: DelimitedText.Mistake.self) { try DelimitedText.read([UInt8](repeating: 97, count: 5_000)) }
    #expect(throws: DelimitedText.Mistake.self) {
      try DelimitedText.read(Array(repeating: "a", count: 70).joined(separator: ",").utf8 + [])
    }
    #expect(throws: DelimitedText.Mistake.self) {
      try DelimitedText.read(Array(String(repeating: "a\n", count: 20_001).utf8))
    }
  }

  @Test func randomBytesAreReadOrRefusedAndNeverCrash() {
    var generator = SystemRandomNumberGenerator()
    let alphabet: [UInt8] = Array("ab,\"\r\n'= ".utf8) + [0, 0xC3, 0xA9, 0xFF]
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      if let rows = try? DelimitedText.read(bytes) { #expect(rows.allSatisfy { !$0.cells.isEmpty }) }
    }
  }
}
