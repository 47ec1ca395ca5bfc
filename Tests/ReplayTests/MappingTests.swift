import LawLanguage
import Replay
import Testing

@Suite("Mappings") struct MappingTests {
  private static let least = """
    # A table
    ```mapping
    mapping small
    table log known by "received", "paper"
    acts hold
    agency county-jail
    column "received" is the day
    column "paper" is the paper
      "I-247A" is i247a

    """

  private func problems(_ more: String, checked: Bool = true) -> [String] {
    do throws(MappingProblem) {
      let mapping = try Mapping.read(MappingTests.least + more + "\n```\n", path: "m.md")
      if checked, let library = wholeLibrary { try mapping.check(against: library.vocabulary) }
      return []
    } catch {
      return error.lines
    }
  }

  @Test(
    "the mappings that come with the program are sound against the library's words",
    arguments: ["ice-detainers-65", "ice-detainers-61", "jail-bookings", "county-log"])
  func shipped(_ name: String) throws {
    let library = try #require(wholeLibrary)
    let mapping = try Places.mapping(name)
    #expect(mapping.name == name)
    #expect(!mapping.title.isEmpty)
    try mapping.check(against: library.vocabulary)
  }

  @Test("a mapping that says the least there is to say is sound")
  func sound() { #expect(problems("") == []) }

  @Test(
    "a mistake is told with its line and what to do",
    arguments: [
      ("column \"x\" is custdy", "m.md:10: \"custdy\" is no fact of the vocabulary; did you mean \"custody\"?"),
      (
        "column \"x\" is custody\n  \"P\" is pretrail",
        "m.md:11: \"pretrail\" is no value of custody; did you mean \"pretrial\"?"
      ),
      ("colum \"x\" is custody", "m.md:10: \"colum\" begins no statement; did you mean \"column\"?"),
      (
        "column \"x\" is i247a.recieved",
        "m.md:10: \"i247a.recieved\" is no fact of the vocabulary; did you mean \"i247a.received\"?"
      ),
      ("column \"x is custody", "m.md:10: a quotation mark is not closed on this line"),
      ("drop \"paper\"", "m.md:8: \"paper\" is dropped at reading and cannot be mapped; keep one of the two"),
      ("paper perhaps with i20", "m.md:1: \"i20\" is no paper of the vocabulary; did you mean \"i200\"?"),
      (
        "column \"x\" is the jurisdiction\n  \"X\" is IL or NJ",
        "m.md:11: a row has one jurisdiction, and IL or NJ are 2; where it is not recorded which, write: is unknown"
      ),
      (
        "column \"x\" is the outcome\n  \"X\" is held or gone",
        "m.md:11: a row has one outcome, and held or gone are 2; where it is not recorded which, write: is unknown"
      ),
      (
        "column \"x\" is the jurisdiction\n  \"X\" is ILL",
        "m.md:11: \"ILL\" is no jurisdiction of the vocabulary; did you mean \"IL\"?"
      ),
      (
        "column \"x\" is age\n  \"old\" is 70",
        "m.md:11: \"70\" is no value of age; its values are read as they are"
      ),
      (
        "release hours \"h\" of charges by \"k\" where \"j\" is \"IMM\"",
        "m.md:10: no table charges is named above; write: table charges in \"FILE\" known by \"A COLUMN\""
      ),
    ])
  func mistakes(_ more: String, _ expected: String) { #expect(problems(more) == [expected]) }

  @Test("a document without a paper maps no requests, whatever else it says")
  func noPaper() {
    let text = """
      ```mapping
      mapping roster
      table roster known by "name", "booked"
      acts hold
      agency county-jail
      column "booked" is the day
      ```
      """
    #expect { try Mapping.read(text, path: "m.md") } throws: { "\($0)".contains("no row is a request") }
  }

  @Test("a table that no mapping knows is refused with the nearest and what it lacks")
  func nearest() throws {
    let mapping = try Places.mapping("county-log")
    let file = TableFile(name: "log.csv", text: "received,form\n2025-01-02,I-247A\n")
    #expect { try MappedTables.find([file], among: [mapping]) } throws: {
      "\($0)".contains("the nearest is county-log") && "\($0)".contains("\"paper\"")
    }
  }

  @Test("a value that no line foresees is counted and taken for not known")
  func unforeseen() throws {
    let text =
      "received,paper,custody\n2025-03-04,I-247A,pretrial\n2025-03-04,I-247A,remand\n2025-03-04,I-247A,b(6); b(7)c\n"
    let figures = try ReplayPlan.over(
      [TableFile(name: "log.csv", text: text)], try Places.mapping("county-log"), jurisdiction: "MN"
    ).run()
    #expect(figures.decided == 3)
    let column = try #require(figures.unmapped.first { $0.column == "custody" })
    #expect(column.values.map(\.value) == ["remand"])
    #expect(column.values.map(\.rows) == [1])
    #expect(column.redacted == 1)
  }
}
