import LawLanguage
import Replay
import Testing

@Suite("A run that continues another") struct ResumingTests {
  /// Made-up rows in several states, under two laws.
  private func plan() throws -> ReplayPlan {
    var dice = Dice(seed: 9)
    let states = ["MN", "IL", "WA", "TX", "FL", "CT"]
    var text = "Detainer Prepare Date,Facility State,Detainer Type,Detainer Lift Reason,Detainer Threat Level\n"
    for _ in 0..<400 {
      let day = Day(number: 19_300 + Int32(dice.next() % 1_000))
      text += "\(day),\(states[Int(dice.next() % 6)]),I247A - Immigration Detainer,Case Closed,1\n"
    }
    return try ReplayPlan.over(
      [TableFile(name: "detainers.csv", text: text)], try Places.mapping("ice-detainers-65"), jurisdiction: nil,
      other: Day("2026-01-15"))
  }

  /// A run with its memory: what it wrote, what it kept, and its figures.
  private func run(_ plan: ReplayPlan, before: [UInt8]) throws -> (files: Written, kept: [UInt8], ReplayFigures) {
    let written = Written()
    var kept: [UInt8] = []
    let memory = ReplayMemory(before: before) { kept += $0 }
    var replaying = try Replaying(plan, output: ReplayOutput(append: written.output.append, memory: memory))
    let figures = try replaying.run()
    return (written, kept, figures)
  }

  @Test("decides nothing again that the other had decided, and writes what an uninterrupted run writes")
  func half() throws {
    let plan = try plan()
    let whole = try run(plan, before: [])
    let lines = whole.kept.split(separator: UInt8(ascii: "\n"))
    try #require(lines.count > 20)
    let first = Array(lines.prefix(lines.count / 2).joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
    let second = try run(plan, before: first)
    #expect(first + second.kept == whole.kept)
    #expect(second.files.files == whole.files.files)
    #expect(second.2.asked == whole.2.asked)
    #expect(second.2.recalled > 0 && second.2.recalled < second.2.asked)
    let third = try run(plan, before: whole.kept)
    #expect(third.kept.isEmpty)
    #expect(third.2.recalled == whole.2.asked)
    #expect(third.files.files == whole.files.files)
  }

  @Test("takes no answer from a memory of something else, and decides for itself")
  func other() throws {
    let plan = try plan()
    let whole = try run(plan, before: [])
    let text = String(decoding: whole.kept, as: UTF8.self).replacing("law\u{1D}0 ", with: "law\u{1D}7 ")
    let second = try run(plan, before: Array(text.utf8))
    #expect(second.files.files == whole.files.files)
    #expect(second.2.recalled < whole.2.asked)
  }

  @Test("has nothing of the table's cells in its memory")
  func secrecy() throws {
    let kept = String(decoding: try run(plan(), before: []).kept, as: UTF8.self)
    #expect(!kept.contains("Case Closed") && !kept.contains("I247A - "))
  }
}
