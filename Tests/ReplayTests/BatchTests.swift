import Foundation
import Generation
import LawLanguage
import Reasoning
import Reference
import Replay
import Testing

/// The law over bitsets against the engine of single requests, and the meaning of the language, on laws that nobody wrote by hand.
///
/// `TENTH_SEED` chooses other laws, `./test --long` many more; a failure prints the seed of its law.
@Suite struct Batch {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["TENTH_SEED"].flatMap { UInt64($0) } ?? 20_261_123
  private static let laws =
    environment["TENTH_BATCH_LAWS"].flatMap { Int($0) } ?? (environment["TENTH_LONG"] == nil ? 250 : 6_000)
  /// The reference goes through days one by one, which takes long for years.
  private static let referenceEvery = 40

  @Test func everyRowGetsTheAnswerThatItGetsAlone() throws {
    var generator = Generator(seed: Self.seed, requestsPerLaw: 40)
    var (laws, rows, exact, wide, referred) = (0, 0, 0, 0, 0)
    var seen: [Answer: Int] = [:]
    while laws < Self.laws {
      let law = generator.next()
      guard let library = law.library else { continue }
      laws += 1
      let digests = LibraryDigests(of: library)
      for table in OfferedRows.tables(of: law, in: library, offers: 3) {
        let batch = try BatchLaw(table.offer, on: table.day, in: library, digests: digests)
        let found = batch.decide(RowTable(of: table.requests, vocabulary: library.vocabulary))
        if batch.classes == nil { wide += 1 }
        exact += found.exact
        for (row, request) in table.requests.enumerated() {
          rows += 1
          let alone = try #require(batch.prepared.decide(request).answers.first)
          seen[alone.answer, default: 0] += 1
          let answer = Answer.allCases[Int(found.answers[row])]
          #expect(answer == alone.answer, "law \(law.seed), row \(row): \(table.offer) knowing \(request)")
          let possible = Set(Answer.allCases.filter { found.possible[row] & 1 << $0.place != 0 })
          #expect(possible == Set(alone.possible), "law \(law.seed), row \(row): \(table.offer) knowing \(request)")
          if found.norms[row] >= 0 {
            let name = batch.name(ofNorm: Int(found.norms[row]))
            #expect(alone.reasons.contains { $0.rule == name }, "law \(law.seed), row \(row): \(name) is no reason")
          }
          if rows % Self.referenceEvery == 0, let finding = try? interpret(request, in: library, limit: 400) {
            referred += 1
            #expect(finding.answers.first?.answer == answer, "law \(law.seed), row \(row): the reference differs")
          }
        }
      }
    }
    print(
      "\(laws) laws, \(rows) rows, \(exact) of them one by one, \(wide) tables too wide, \(referred) by the reference")
    print(seen.sorted { $0.value > $1.value }.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", "))
    #expect(seen.count == 5)
    // What needs the engine must stay the exception, or this compares the engine with itself.
    #expect(exact * 2 < rows)
  }

  @Test func rowsAreDecidedAlikeWhereverTheyStandInATable() throws {
    var generator = Generator(seed: Self.seed &+ 7, requestsPerLaw: 40)
    var compared = 0
    while compared < 6 {
      let law = generator.next()
      guard let library = law.library, let table = OfferedRows.tables(of: law, in: library, offers: 1).first else {
        continue
      }
      let digests = LibraryDigests(of: library)
      let batch = try BatchLaw(table.offer, on: table.day, in: library, digests: digests)
      let once = batch.decide(RowTable(of: table.requests, vocabulary: library.vocabulary))
      guard once.exact == 0 else { continue }
      compared += 1
      let count = table.requests.count
      let many = (0..<9_001).map { table.requests[$0 % count] }
      let found = batch.decide(RowTable(of: many, vocabulary: library.vocabulary))
      #expect(found.answers == many.indices.map { once.answers[$0 % count] })
      #expect(found.norms == many.indices.map { once.norms[$0 % count] })
      let counts = batch.count(RowTable(of: many, vocabulary: library.vocabulary))
      for answer in Answer.allCases { #expect(counts.answers[Int(answer.place)] == found.counts[answer]) }
      for norm in Set(found.norms) {
        #expect(counts.norms[Int(norm)] == found.norms.count { $0 == norm }, "\(norm)")
      }
    }
  }
}
