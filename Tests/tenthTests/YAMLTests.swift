import Foundation
import Testing

/// Requests in YAML: scalars mean what the vocabulary says, never what YAML would guess.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct YAMLTests {
  private let head = """
    jurisdiction: AA
    agency: county-jail
    on: 2025-01-22
    papers: [i247a]

    """

  private func errors(_ yaml: String) throws -> String { try Program.run(["decide", "-"], input: yaml).errors }

  @Test func readsPlainWordsByTheirType() throws {
    let outcome = try Program.run(
      ["decide", "-", "--json"],
      input: head + """
        facts:
          crime-witness: no
          custody: pretrial
          age: 34
          release-due: 2025-01-24T10:00
          i247a.form-complete: yes
          convictions:
            - {offence: 720 ILCS 5/9-1, class: felony, convicted-on: 2019-03-01}
        """)
    #expect(outcome.errors == "")
    let decision = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let receipt = try #require(decision["receipt"] as? [String: Any])
    let request = try #require(receipt["request"] as? [String: Any])
    let facts = try #require(request["facts"] as? [String: Any])
    #expect(facts["crime-witness"] as? Bool == false)
    #expect(facts["age"] as? Int == 34)
    #expect(facts["release-due"] as? String == "2025-01-24T10:00:00-06:00")
    #expect((facts["convictions"] as? [[String: String]])?.first?["offence"] == "720 ILCS 5/9-1")
  }

  @Test func refusesAQuotedNo() throws {
    #expect(
      try errors(head + "facts:\n  crime-witness: \"no\"\n")
        == "tenth: standard input:6:18: facts.crime-witness: expected true or false, not the text \"no\"; "
        + "write false without quotes\n")
  }

  @Test func refusesAliases() throws {
    #expect(
      try errors(head + "facts: &all {custody: pretrial}\nrecords: *all\n")
        == "tenth: standard input: the alias *all stands for what is written elsewhere; write it out\n")
  }

  @Test func refusesAliasesThatWouldStandForBillionsOfValues() throws {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      yaml += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    #expect(
      try errors(yaml) == "tenth: standard input: the alias *a0 stands for what is written elsewhere; write it out\n")
  }

  @Test func refusesAFieldWrittenTwice() throws {
    #expect(
      try errors(head + "agency: police\n")
        == "tenth: standard input:2:1: \"agency\" is written twice; keep one of the two\n")
  }

  @Test func refusesMoreThanSixtyFourLevels() throws {
    let nested = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    #expect(
      try errors("facts: \(nested)\n")
        == "tenth: standard input:1:72: a request may be nested 64 deep, and this goes deeper; "
        + "a request needs four levels: facts, a list of records, a record, its field\n")
  }

  @Test func survivesVeryDeepNesting() throws {
    let outcome = try Program.run(["decide", "-"], input: "facts: " + String(repeating: "[", count: 900_000))
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("tenth: standard input"))
  }

  @Test func saysWhereTextIsNotYAML() throws {
    #expect(
      try errors("jurisdiction: AA\n  agency: police\n")
        == "tenth: standard input:2:9: this is not readable as YAML: mapping values are not allowed in this context; "
        + "check the line and the one above it\n")
  }
}
