import LawLanguage
import Reasoning
import Reference
import Testing

/// A small library and a jail in Chicago that asks it something.
struct ReferenceExample {
  let library: Library

  /// Laws of blocks without heads: each text is a law of that source, such as `statute of IL`.
  init(_ laws: (source: String, text: String)..., words: String = "") throws {
    var files = [SourceFile(path: "vocabulary.md", text: Self.document(Self.vocabulary + words))]
    for (index, law) in laws.enumerated() {
      let head = "law law\(index)  cite \"L\"  by \(law.source)  in force from 2010-01-01"
      // More of the head may stand on the first line of the text.
      files.append(SourceFile(path: "law\(index).md", text: Self.document("\(head) \(law.text)")))
    }
    let result = Library.check(files)
    library = try #require(result.library, "\(result.diagnostics.map { "\($0.location.path): \($0.message)" })")
  }

  private static func document(_ block: String) -> String {
    "# A document\n\nIts words.\n\n```law\n\(block)\n```\n"
  }

  private static let vocabulary = """
    jurisdiction IL "Illinois"  zone America/Chicago  calendar il-holidays  searched to 2026-11-21
    circuit ca7 "Seventh"
    district ilnd "Northern"  in ca7
    locality cook "Cook County"  in IL  district ilnd
    locality chicago "Chicago"  in IL  district ilnd  within cook
    court ca7 "Seventh"  binding ca7
    court ca9 "Ninth"
    agency jail "a jail"
    agency police "the police"
    act hold "keep the person"  needs authority
    act short-hold "keep the person for an hour"  is a hold
    act share "share information"
    act share-address "share an address"  is a share
    act notify "notify"
    act report "report"
    act give-copy "give a copy"
    paper detainer "a detainer"  asks for hold, notify
    paper warrant "a warrant"  empowers hold  fixes signer is judge
    paper-field signer one of judge, officer  asks "Who?"
    paper-field served yes-no  asks "Served?"
    paper-field received instant  asks "When?"
    recipient judge "the judge"
    step leave "leave"  asks "Leave?"
    fact warm yes-no  asks "Warm?"
    fact dry yes-no  asks "Dry?"
    fact custody one of pretrial, sentenced, free  asks "Why?"
    fact age number of years  asks "How old?"
    fact booked date  asks "When?"
    fact released date  asks "When?"
    fact release-due instant  asks "When?"
    records convictions each conviction  asks "Which?"
      field offence code  asks "Code?"
      field class one of felony, misdemeanor  asks "Class?"
      field convicted-on date  asks "When?"
    records stays each stay  asks "Which?"
      field start date  asks "From?"
      field end date  asks "To?"
    calendar il-holidays  cite "H"
      january 1 "New Year",
      third monday of january "King"

    """

  /// 2025-01-22, a Wednesday.
  static let day = Day(number: 20_110)

  /// A request by the jail, with nothing known.
  func request(_ acts: String..., papers: [Request.Paper] = []) -> Request {
    Request(
      jurisdiction: "IL", agency: .init(kind: "jail", locality: "chicago"), acts: acts, papers: papers, day: Self.day)
  }

  /// What is found for one act.
  func finding(_ request: Request) throws -> ActFinding {
    try #require(try interpret(request, in: library).answers.first)
  }

  func finding(_ act: String, papers: [Request.Paper] = [], facts: [String: FactValue] = [:]) throws -> ActFinding {
    var request = request(act, papers: papers)
    request.facts = facts
    return try finding(request)
  }

  /// What is decided, where the reference interpreter finds the same.
  func decision(_ request: Request, explain: Bool = false) throws -> Decision {
    let decision = try decide(request, in: library, options: DecisionOptions(explain: explain))
    #expect(differences(try interpret(request, in: library), decision).map(\.description) == [])
    return decision
  }

  func duties(_ request: Request) throws -> [DutyFinding] { try interpret(request, in: library).duties }

  /// A minute of the clock in Chicago in winter.
  static func instant(_ day: Day, hour: Int, minute: Int = 0) -> Instant {
    Instant(seconds: Int64(day.number) * 86_400 + Int64((hour + 6) * 3600 + minute * 60))
  }
}

extension ActFinding {
  /// The rules in a part, by their own names.
  func rules(_ role: Role) -> Set<String> { Set(reasons.filter { $0.role == role }.map(\.rule.name)) }
}

extension Request.Paper {
  static let detainer = Request.Paper(kind: "detainer")
  static let warrant = Request.Paper(kind: "warrant")
}
