import Foundation
import GRDB
import Ledger
import Testing

struct PublishingTests {
  private let noon = TestLedger.noon
  private let day = 86_400

  @Test func aPublicationAddsOneBlockWhateverHappened() async throws {
    let office = try await TestLedger.make()
    let schedule = PublicationSchedule.daily
    var sizes: [Int] = []
    for (number, events) in [0, 3, 300, 0, 1].enumerated() {
      for _ in 0..<events { try await office.add("event") }
      let made = try #require(try await office.store.publish(at: noon + number * day, by: schedule))
      sizes.append(made.size)
      #expect(made.waiting == (number == 2 ? 44 : 0))
    }
    #expect(sizes == [256, 512, 768, 1_024, 1_280])
    #expect(await office.store.latest?.checkpoint.size == 1_280)
    try await office.store.audit()
  }

  @Test func nothingIsPublishedBetweenTheTimes() async throws {
    let office = try await TestLedger.make()
    let schedule = PublicationSchedule.daily
    #expect(try await office.store.publish(at: noon, by: schedule) != nil)
    let next = schedule.next(after: noon)
    for second in [noon, noon + 1, next - 1, next - day] {
      #expect(try await office.store.publish(at: second, by: schedule) == nil)
    }
    #expect(try await office.store.publish(at: next, by: schedule)?.shownFrom == next + 60)
  }

  @Test func aClockThatJumpsCostsABlockAndNeverSilencesTheLog() async throws {
    let office = try await TestLedger.make()
    let schedule = PublicationSchedule.daily
    var size = 0
    for second in [noon, noon + 3_650 * day, noon + day, noon + 2 * day] {
      size += 256
      #expect(try await office.store.publish(at: second, by: schedule)?.size == size)
    }
    #expect(try await office.store.publish(at: noon + 2 * day - 86_399, by: schedule) == nil)
  }

  @Test func aScheduleIsBounded() {
    #expect(PublicationSchedule(period: 599) == nil)
    #expect(PublicationSchedule(period: 3_600) == nil)
    #expect(PublicationSchedule(period: 3_600, offset: 0, block: 512)?.next(after: 1) == 3_600)
    #expect(PublicationSchedule(block: 100) == nil)
    #expect(PublicationSchedule(block: 1 << 20) == nil)
  }

  @Test func outsidersSeeThePublishedLogAndNothingBeyond() async throws {
    let office = try await TestLedger.make()
    let store = office.store
    let nothing = try #require(try await store.publicFile("checkpoint", at: noon))
    #expect(try SignedCheckpoint(nothing.bytes).checkpoint.size == 0)
    try await office.add("before")
    let first = try #require(try await store.publish(at: noon, by: .daily))
    let shown = first.shownFrom
    #expect(try await store.publicFile("checkpoint", at: shown - 1) == nothing)
    #expect(try await store.publicFile("tile/0/000", at: shown - 1) == nil)
    let before = try #require(try await store.publicFile("checkpoint", at: shown))
    for _ in 0..<300 { try await office.add("after") }
    #expect(try await store.publicFile("checkpoint", at: shown + 1) == before)
    #expect(!before.isImmutable && before.mediaType.hasPrefix("text/plain"))
    #expect(try SignedCheckpoint(before.bytes).checkpoint.size == 256)
    #expect(try await store.publicFile("tile/0/000", at: shown)?.bytes.count == 8_192)
    #expect(try await store.publicFile("tile/1/000.p/1", at: shown)?.isImmutable == true)
    #expect(try await store.publicFile("vkey", at: shown) != nil)
    for path in ["tile/0/001", "tile/0/001.p/1", "tile/entries/001.p/44", "tile/1/000", "tile/1/000.p/2", "tile/x"] {
      #expect(try await store.publicFile(path, at: shown) == nil)
    }
    #expect(try await store.proof(of: 256, to: .published(at: shown)) == nil)
    let proof = try #require(try await store.proof(of: 0, to: .published(at: shown)))
    let entry = try await store.pool.read { try store.entry(0, in: $0) }
    try proof.check(entry: entry.bytes, trusting: await store.verifier)
  }

  /// Two offices, one busy by night and one idle: whoever polls everything public sees the same sizes at the same
  /// seconds, and entries of the same lengths.
  @Test func aWatcherOfAWeekSeesNoArrival() async throws {
    var seen: [[String]] = []
    for busy in [true, false] {
      let office = try await TestLedger.make()
      var random = SeededRandom(seed: 3)
      var sights: [String] = []
      var published = ""
      for hour in 0..<(7 * 24) {
        let second = noon + hour * 3_600
        if busy, hour % 24 > 12 {
          for _ in 0..<Int.random(in: 0...6, using: &random) { try await office.add("at night") }
        }
        _ = try await office.store.publish(at: second, by: .daily)
        guard let file = try await office.store.publicFile("checkpoint", at: second) else { continue }
        let size = try SignedCheckpoint(file.bytes).checkpoint.size
        guard published != "\(size)" else { continue }
        published = "\(size)"
        let last = size / 256 - 1
        let bundle = last < 0 ? nil : try await office.store.publicFile("tile/entries/00\(last)", at: second)
        sights.append("\(hour) \(size) \(bundle?.bytes.count ?? 0)")
      }
      seen.append(sights)
    }
    #expect(seen[0] == seen[1])
    #expect(seen[0].count == 9 && seen[0].first == "0 0 0")
  }

  @Test func paddingCannotBeToldFromEvents() async throws {
    let office = try await TestLedger.make()
    for _ in 0..<128 { try await office.add("event") }
    let made = try #require(try await office.store.publish(at: noon, by: .daily))
    let bundle = try #require(try await office.store.publicFile("tile/entries/000", at: made.shownFrom))
    let entries = try EntryBundle.decode(bundle.bytes, count: 256).map { try LogEntry(Array($0)) }
    #expect(Set(entries.map(\.commitment)).count == 256)
    // Bits of both halves are even, as those of random bytes are: 32,768 of them, within five standard deviations.
    for half in [entries[..<128], entries[128...]] {
      let ones = half.flatMap(\.commitment.bytes).reduce(0) { $0 + $1.nonzeroBitCount }
      #expect(abs(ones - 16_384) < 453)
    }
  }

  @Test func aPublicationThatWasNotSignedIsSignedTheNextTime() async throws {
    let office = try await TestLedger.make()
    let made = try #require(try await office.store.publish(at: noon, by: .daily))
    try await office.store.pool.write { try $0.execute(sql: "UPDATE ledger_publication SET note = NULL") }
    #expect(try await office.store.publicFile("checkpoint", at: made.shownFrom) == nil)
    #expect(try await office.store.publish(at: noon + 60, by: .daily) == nil)
    #expect(try await office.store.publicFile("checkpoint", at: made.shownFrom) != nil)
  }

  @Test func everyCheckpointSignedIsKept() async throws {
    let office = try await TestLedger.make()
    for _ in 0..<5 { try await office.add("event") }
    _ = try await office.store.publish(at: noon, by: .daily)
    try await office.add("event")
    let sizes = try await office.store.pool.read {
      try Int.fetchAll($0, sql: "SELECT size FROM ledger_checkpoint ORDER BY size")
    }
    #expect(sizes == [0, 1, 2, 3, 4, 5, 256])
  }

  @Test func beforeTheFirstPublicationTheLogIsEmptyAndWhole() async throws {
    let office = try await TestLedger.make()
    let folder = office.folder.appending(path: "served")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for path in ["checkpoint", "vkey"] {
      let file = try #require(try await office.store.publicFile(path, at: noon))
      try Data(file.bytes).write(to: folder.appending(path: path))
    }
    let verification = await LogVerification(LogFolder(folder.path()))
    #expect(verification.isWhole && verification.signed?.checkpoint.size == 0)
    // The log that is published later goes on from it.
    let empty = try #require(verification.signed)
    let made = try #require(try await office.store.publish(at: noon, by: .daily))
    _ = try await office.store.export(.published(at: made.shownFrom), to: folder.path())
    var knowledge = LogVerification.Knowledge()
    knowledge.earlier = empty
    let later = await LogVerification(LogFolder(folder.path()), knowing: knowledge)
    #expect(later.isWhole && later.signed?.checkpoint.size == 256)
  }

  @Test func theExportOfThePublishedLogIsWhole() async throws {
    let office = try await TestLedger.make()
    try await office.add("event")
    let made = try #require(try await office.store.publish(at: noon, by: .daily))
    try await office.add("later")
    let folder = office.folder.appending(path: "public")
    let signed = try await office.store.export(.published(at: made.shownFrom), to: folder.path())
    #expect(signed?.checkpoint.size == 256)
    let verification = await LogVerification(LogFolder(folder.path()))
    #expect(verification.isWhole)
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "tile/entries/001.p/1").path()))
  }
}
