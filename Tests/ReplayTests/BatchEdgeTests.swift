import LawLanguage
import Reasoning
import Replay
import Testing

/// What a table can hold that generated laws hardly bring about.
@Suite struct BatchEdgeTests {
  private static func library(_ more: String = "", rule: String) -> Library? {
    func document(_ declarations: String) -> String {
      "# The law of nowhere\n\n## § 1 Letters\n\nThese words are made up.\n\n```law\n\(declarations)\n```\n"
    }
    let vocabulary = """
      jurisdiction XX "Nowhere"  zone America/Chicago  searched to 2026-11-21
      agency county-jail "a county jail"
      act tell "tell the one who asks"
      paper letter "a letter"  asks for tell
      records convictions each conviction  asks "Which convictions?"
        field offence code  asks "Which section?"
        field class one of felony, misdemeanor, petty  asks "Of which class?"
        field prison yes-no  asks "Was it prison?"
      \(more)
      """
    return Library.check([
      SourceFile(path: "vocabulary.md", text: document(vocabulary)),
      SourceFile(
        path: "xx/law.md",
        text: document(
          """
          law xx.letters  cite "Example Code"  by statute of XX  in force from 2010-01-01
          list grave of offence  cite "1"
            "5/9-1", "5/30"
          rule tells  cite "2"  unverified
            county-jail must tell
          \(rule)
          """)),
    ]).library
  }

  private func request(_ records: [[String: FactValue]], isComplete: Bool) throws -> Request {
    var request = Request(
      jurisdiction: "XX", agency: .init(kind: "county-jail"), acts: ["tell"], papers: [.init(kind: "letter")],
      day: try #require(Day("2025-01-22")))
    request.records["convictions"] = .init(isComplete: isComplete, records: records)
    return request
  }

  private func batch(_ library: Library) throws -> BatchLaw {
    try BatchLaw(
      RowOffer(jurisdiction: "XX", agency: .init(kind: "county-jail"), act: "tell", papers: ["letter"]),
      on: try #require(Day("2025-01-22")), in: library, digests: LibraryDigests(of: library))
  }

  @Test("fields of a record that a constraint ties together leave open what they leave open in one request")
  func tied() throws {
    let constraint = """
      constraint prison-is-for-felonies on conviction  when not prison or class is felony  says "Prison is for felonies."
      constraint petty-is-short on conviction  when not class is petty or not prison  says "Petty offences are short."
      """
    // Whoever was in prison has a felony, whatever the record does not say of its class.
    let library = try #require(
      Self.library(constraint, rule: "  unless any conviction where class is felony  cite \"2(b)\""))
    let law = try batch(library)
    let classes: [FactValue?] = [nil, .choice("felony"), .choice("misdemeanor"), .choice("petty")]
    let prisons: [FactValue?] = [nil, .yesNo(true), .yesNo(false)]
    var records: [[String: FactValue]] = []
    for type in classes {
      for prison in prisons {
        let isFelony = type == .choice("felony")
        guard prison != .yesNo(true) || type == nil || isFelony else { continue }
        var record: [String: FactValue] = [:]
        record["class"] = type
        record["prison"] = prison
        records.append(record)
      }
    }
    var requests: [Request] = []
    for first in records {
      for isComplete in [true, false] {
        requests.append(try request([first], isComplete: isComplete))
        for second in records { requests.append(try request([first, second], isComplete: isComplete)) }
      }
    }
    let found = law.decide(RowTable(of: requests, vocabulary: library.vocabulary))
    for (row, request) in requests.enumerated() {
      let alone = try #require(law.prepared.decide(request).answers.first)
      #expect(Answer.allCases[Int(found.answers[row])] == alone.answer, "\(request.records)")
    }
    let prison = try request([["prison": .yesNo(true)]], isComplete: true)
    let own = law.decide(RowTable(of: [prison], vocabulary: library.vocabulary))
    #expect(Answer.allCases[Int(own.answers[0])] != .undetermined)
  }

  @Test("more codes than have a place of their own leave answers open and flip none")
  func manyCodes() throws {
    let library = try #require(Self.library(rule: "  unless any conviction where offence is in grave  cite \"2(b)\""))
    let law = try batch(library)
    var requests: [Request] = []
    for number in 0..<65_600 {
      requests.append(try request([["offence": .code("9/\(number)")]], isComplete: true))
    }
    // The last with a place, and two of those that come after.
    requests[65_534] = try request([["offence": .code("5/9-1(a)")]], isComplete: true)
    requests[65_540] = try request([["offence": .code("5/30")]], isComplete: true)
    let found = law.decide(RowTable(of: requests, vocabulary: library.vocabulary))
    for (row, request) in requests.enumerated() where row >= 65_500 || row.isMultiple(of: 500) {
      let alone = try #require(law.prepared.decide(request).answers.first).answer
      let answer = Answer.allCases[Int(found.answers[row])]
      #expect(answer == alone || row >= 65_535 && answer == .undetermined, "row \(row)")
    }
    let answers = [0, 65_534, 65_540].map { Answer.allCases[Int(found.answers[$0])] }
    #expect(answers[0] == .required)
    #expect(answers[1] == .permitted)
    #expect(answers[2] == .undetermined)
  }
}
