import LawLanguage
import Reasoning
import Testing

/// What the vocabulary says cannot be: refused where it is so for certain, with what makes it so.
@Suite struct ConstraintTests {
  private static let words = """
    # Words

    ```law
    jurisdiction AA "Alpha"  zone America/Chicago  searched to 2026-11-21
    agency police "police"
    act hold "keep"
    paper i247a "a detainer"  asks for hold
    fact sunny yes-no  asks "Sunny?"
    fact wet yes-no  asks "Wet?"
    fact age number of years  asks "How old?"
    fact custody one of pretrial, sentenced, free  asks "Why?"
    fact charged code  asks "Under what?"
    fact booked date  asks "When?"
    fact released instant  asks "When?"
    records charges each charge  asks "Which?"
      field class one of felony, petty  asks "Class?"
      field offence code  asks "Code?"
      field on-day date  asks "When?"
      field open yes-no  asks "Open?"
    """

  /// The mistakes of a request with these facts, under one constraint.
  private func mistakes(_ constraint: String, _ facts: String) throws -> [String] {
    let words = Self.words + "\nconstraint c \(constraint)  says \"It cannot be.\"\n```\n"
    let law = """
      # Law

      Words.

      ```law
      law aa.law  cite "1"  by statute of AA  in force from 2020-01-01
      ```
      """
    let result = Library.check([
      SourceFile(path: "vocabulary.md", text: words), SourceFile(path: "aa/law.md", text: law),
    ])
    let library = try #require(result.library, "\(result.diagnostics.map(\.message))")
    return RequestFixture.mistakes {
      let json = """
        {"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "papers": ["i247a"], "facts": {\(facts)}}
        """
      let draft = try RequestDraft(json: RequestText(Array(json.utf8), from: "r.json"))
      return try library.request(from: draft, now: RequestFixture.now)
    }.map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) ?? "" }
  }

  @Test(arguments: [
    ("when sunny", #""sunny": false"#, "facts.sunny: It cannot be; sunny is no"),
    ("when not sunny", #""sunny": true"#, "facts.sunny: It cannot be; sunny is yes"),
    ("when sunny or wet", #""wet": false, "sunny": false"#, "facts.sunny: It cannot be; sunny is no, wet is no"),
    ("when sunny and wet", #""wet": false"#, "facts.wet: It cannot be; wet is no"),
    ("when age is at least 18", #""age": 17"#, "facts.age: It cannot be; age is 17"),
    ("when age is at most 18", #""age": 19"#, "facts.age: It cannot be; age is 19"),
    ("when age is over 18", #""age": 18"#, "facts.age: It cannot be; age is 18"),
    ("when age is under 18", #""age": 18"#, "facts.age: It cannot be; age is 18"),
    ("when age is not 18", #""age": 18"#, "facts.age: It cannot be; age is 18"),
    ("when custody is pretrial", #""custody": "free""#, "facts.custody: It cannot be; custody is free"),
    (
      "when custody is in (pretrial, sentenced)", #""custody": "free""#,
      "facts.custody: It cannot be; custody is free"
    ),
    (
      "when charged is not in (\"1 AA 5/9\")", #""charged": "1 AA 5/9(a)""#,
      "facts.charged: It cannot be; charged is 1 AA 5/9(a)"
    ),
    (
      "when booked is before 2025-01-20", #""booked": "2025-01-20""#,
      "facts.booked: It cannot be; booked is 2025-01-20"
    ),
    (
      "when booked is on or before acted", #""booked": "2025-01-23""#,
      "facts.booked: It cannot be; booked is 2025-01-23, acted is 2025-01-22"
    ),
    (
      "when released is after booked", #""booked": "2025-01-20", "released": "2025-01-21T05:59:00Z""#,
      "facts.released: It cannot be; released is 2025-01-20T23:59:00-06:00, booked is 2025-01-20"
    ),
    (
      "when booked is within 2 days before asked", #""booked": "2025-01-19""#,
      "facts.booked: It cannot be; booked is 2025-01-19, asked is 2025-01-22"
    ),
    (
      "when booked is within 2 days before asked", #""booked": "2025-01-23""#,
      "facts.booked: It cannot be; booked is 2025-01-23, asked is 2025-01-22"
    ),
    (
      "when booked is within 1 week after decided", #""booked": "2025-01-30""#,
      "facts.booked: It cannot be; booked is 2025-01-30, decided is 2025-01-22"
    ),
    (
      "when booked is within 1 week after decided", #""booked": "2025-01-21""#,
      "facts.booked: It cannot be; booked is 2025-01-21, decided is 2025-01-22"
    ),
  ])
  func whatCannotBeIsRefusedWithWhatMakesItSo(constraint: String, facts: String, expected: String) throws {
    #expect(try mistakes(constraint, facts) == [expected])
  }

  @Test(arguments: [
    ("when sunny", ""), ("when sunny", #""wet": false"#), ("when sunny or wet", #""sunny": false"#),
    ("when sunny and wet", #""sunny": true"#), ("when sunny or wet", #""wet": true, "sunny": false"#),
    ("when not (sunny and wet)", #""sunny": true"#), ("when age is at least 18", #""age": 18"#),
    ("when age is at most 18", #""age": 18"#), ("when age is over 17", #""age": 18"#),
    ("when age is under 19", #""age": 18"#), ("when age is 18", #""age": 18"#),
    ("when custody is in (pretrial, sentenced)", #""custody": "sentenced""#),
    ("when charged is in (\"1 AA 5/9\")", #""charged": "1 AA 5/9(a)""#),
    ("when charged is not in (\"1 AA 5/9\")", #""charged": "1 AA 5/91""#),
    ("when booked is before 2025-01-20", #""booked": "2025-01-19""#),
    ("when booked is on or before acted", #""booked": "2025-01-22""#),
    ("when released is after booked", #""booked": "2025-01-20""#),
    ("when released is on or after booked", #""booked": "2025-01-20", "released": "2025-01-21T05:59:00Z""#),
    ("when booked is within 2 days before asked", #""booked": "2025-01-20""#),
    ("when booked is within 2 days before asked", #""booked": "2025-01-22""#),
    ("when booked is within 1 week after decided", #""booked": "2025-01-29""#),
    ("when booked is within 1 week after decided", #""booked": "2025-01-22""#),
    ("when any charge", ""), ("when any charge", #""charges": {"at-least": [{}]}"#),
    ("when at least 2 charge", #""charges": {"at-least": [{}]}"#), ("when at least 2 charge", #""charges": [{}, {}]"#),
    ("when no charge", #""charges": "none""#), ("when any charge where open", #""charges": [{"open": false}, {}]"#),
    ("when no charge where open", #""charges": [{"open": false}, {}]"#),
    ("when no charge where open", #""charges": {"at-least": [{"open": false}]}"#),
    ("on charge  when open or class is petty", #""charges": [{"open": false}, {"class": "petty"}]"#),
  ])
  func whatCouldBeIsNotRefused(constraint: String, facts: String) throws {
    #expect(try mistakes(constraint, facts) == [])
  }

  @Test(arguments: [
    ("when any charge", #""charges": "none""#), ("when at least 2 charge", #""charges": [{}]"#),
    ("when no charge", #""charges": {"at-least": [{}]}"#),
    ("when any charge where open", #""charges": [{"open": false}]"#),
    ("when at least 2 charge where open", #""charges": [{"open": false}, {"open": true}, {"open": false}]"#),
    ("when no charge where open", #""charges": {"at-least": [{"open": false}, {"open": true}]}"#),
  ])
  func recordsAreCounted(constraint: String, facts: String) throws {
    #expect(try mistakes(constraint, facts) == ["It cannot be"])
  }

  @Test func eachRecordIsHeldAgainstAConstraintOfItsList() throws {
    #expect(
      try mistakes(
        "on charge  when open or on-day is on or before asked",
        #""charges": [{"open": true}, {"open": false, "on-day": "2025-02-01"}, {"on-day": "2025-02-01"}]"#) == [
          "facts.charges[1].open: It cannot be; open is no, on-day is 2025-02-01, asked is 2025-01-22"
        ])
  }
}
