import Reasoning
import Testing

/// How JSON is laid out: on one line where it fits, otherwise indented by two spaces.
@Suite struct JSONWritingTests {
  private let nested = JSON.object([
    "short": .list([.integer(1), .boolean(true), .boolean(false), .null, .list([]), .object([])]),
    "long": .list([.text("one text"), .object(["key": .text("another text"), "more": .integer(-20)])]),
  ])

  @Test func whatFitsStaysOnOneLine() {
    #expect(
      nested.written(width: 120)
        == #"{"short": [1, true, false, null, [], {}], "long": ["one text", {"key": "another text", "more": -20}]}"#)
  }

  @Test func theLineMayBeFullButNoLonger() {
    let line = #"{"short": [1, true, false, null, [], {}], "long": ["one text", {"key": "another text", "more": -20}]}"#
    #expect(nested.written(width: line.utf8.count) == line)
    #expect(
      nested.written(width: line.utf8.count - 1) == """
        {
          "short": [1, true, false, null, [], {}],
          "long": ["one text", {"key": "another text", "more": -20}]
        }
        """)
  }

  @Test func whatDoesNotFitIsIndentedLevelByLevel() {
    #expect(
      nested.written(width: 30) == """
        {
          "short": [
            1,
            true,
            false,
            null,
            [],
            {}
          ],
          "long": [
            "one text",
            {
              "key": "another text",
              "more": -20
            }
          ]
        }
        """)
  }

  @Test func anObjectWithinAListFitsBesideItsIndentation() {
    let list = JSON.list([.object(["a": .integer(1)]), .object(["b": .text("0123456789")])])
    #expect(
      list.written(width: 21) == """
        [
          {"a": 1},
          {"b": "0123456789"}
        ]
        """)
    #expect(
      list.written(width: 20) == """
        [
          {"a": 1},
          {
            "b": "0123456789"
          }
        ]
        """)
  }

  @Test func whatIsEmptyStaysEmpty() {
    #expect(JSON.list([]).written(width: 1) == "[]")
    #expect(JSON.object([]).written(width: 1) == "{}")
    #expect(JSON.list([.list([])]).written(width: 1) == "[\n  []\n]")
  }

  @Test func quotesAndControlCharactersAreEscaped() {
    #expect(
      JSON.text("\"\\/\n\r\t\u{0}\u{1F}\u{7F} é😀").written()
        == #""\"\\/\n\r\t\u0000\u001f\u007f é😀""#)
    #expect(JSON.object(["a\"b": .null]).written() == #"{"a\"b": null}"#)
  }

  @Test func anAbsentTextIsNull() {
    #expect(JSON.text(orNull: nil) == .null)
    #expect(JSON.text(orNull: "a") == .text("a"))
    #expect(JSON.texts(["a", "b"]) == .list([.text("a"), .text("b")]))
  }

  @Test(arguments: [
    ("\"", #""\"""#), ("\\", #""\\""#), ("\n", #""\n""#), ("\"\n\\", #""\"\n\\""#), ("a\u{1}", #""a\u0001""#),
    ("\u{7F}", #""\u007f""#), ("é", #""é""#), ("", "\"\""),
  ])
  func whatWouldEndATextIsEscapedEvenWhereNothingElseStands(_ text: String, _ written: String) {
    #expect(JSON.text(text).written(width: 80) == written)
  }
}
