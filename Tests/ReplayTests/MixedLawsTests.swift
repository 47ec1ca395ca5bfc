import LawLanguage
import Reasoning
import Replay
import Testing

@Suite struct MixedLawsTests {
  @Test func rowsOfSeveralLawsInOneTableGetWhatTheyGetApart() throws {
    let library = try #require(ExampleLaw.library)
    // The second is of a day before there was any law.
    let days = [try #require(Day("2025-01-22")), try #require(Day("2009-12-31"))]
    let laws = try days.map { day in
      try BatchLaw(
        RowOffer(jurisdiction: "XX", agency: .init(kind: "county-jail"), act: "tell", papers: ["letter"]), on: day,
        in: library, digests: LibraryDigests(of: library))
    }
    var drawing = ExampleRows(seed: 8)
    // More than one chunk for two laws.
    let requests = (0..<9_000).map { _ in drawing.request(laws[0].offer) }
    let table = RowTable(of: requests, vocabulary: library.vocabulary)
    let lawOfRow = requests.indices.map { UInt8($0 % 7 == 0 ? 1 : 0) }
    let mixed = MixedLaws(laws)
    let found = mixed.decide(table, lawOfRow: lawOfRow)
    let apart = laws.map { $0.decide(table) }
    for row in requests.indices {
      let own = apart[Int(lawOfRow[row])]
      try #require(found.answers[row] == own.answers[row] && found.norms[row] == own.norms[row], "row \(row)")
    }
    #expect(apart[0].answers != apart[1].answers)
    let counts = mixed.count(table, lawOfRow: lawOfRow)
    for answer in Answer.allCases {
      #expect(counts.map { $0.answers[Int(answer.place)] }.reduce(0, +) == found.counts[answer])
    }
  }
}
