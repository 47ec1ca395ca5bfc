import Foundation
import Reasoning
import Testing

@Suite struct RequestTextTests {
  private func mistakes(_ bytes: [UInt8]) -> [String] {
    RequestFixture.mistakes {
      guard let library = RequestFixture.library else { throw RequestFixture.NoLibrary() }
      let draft = try RequestDraft(json: RequestText(bytes, from: "r.json"))
      return try library.request(from: draft, now: RequestFixture.now)
    }
  }

  @Test func refusesAFileOverOneMebibyte() {
    let bytes = Array(repeating: UInt8(ascii: " "), count: (1 << 20) + 1)
    #expect(
      mistakes(bytes) == [
        "r.json: a request may be 1 MiB (1,048,576 bytes) long, and this is longer; "
          + "give one request, with what the law asks for and nothing else"
      ])
  }

  @Test func readsAFileOfExactlyOneMebibyte() {
    var bytes = Array(#"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "papers": ["i247a"]}"#.utf8)
    bytes += Array(repeating: UInt8(ascii: " "), count: (1 << 20) - bytes.count)
    #expect(mistakes(bytes) == [])
  }

  @Test func refusesAnEmptyFile() {
    let help = #"write {"jurisdiction": "IL", "agency": "county-jail", "on": "2025-01-22", "papers": ["i247a"]}"#
    #expect(mistakes([]) == ["r.json: the request is empty; \(help)"])
    #expect(mistakes(Array(" \n\t\r\n".utf8)) == ["r.json: the request is empty; \(help)"])
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
      [0xF8, 0x88, 0x80, 0x80],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8AndSaysWhere(_ bad: [UInt8]) {
    let bytes = Array("{\n  \"é\": \"".utf8) + bad + Array("\"}".utf8)
    #expect(mistakes(bytes) == ["r.json:2:9: byte 12 is not UTF-8; save the file as UTF-8"])
  }

  @Test func readsPastAByteOrderMark() {
    let json = #"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "papers": ["i247a"]}"#
    #expect(mistakes([0xEF, 0xBB, 0xBF] + Array(json.utf8)) == [])
  }

  @Test(arguments: [("{", true), (" \n\t\r[1]", true), ("a: {}", false), ("  - {}", false)])
  func whatBeginsAsAnObjectOrAListLooksLikeJSON(_ text: String, _ expected: Bool) throws {
    #expect(try RequestText(Array(text.utf8), from: "r").looksLikeJSON == expected)
  }
}
