import Foundation
import LawLanguage
import Reasoning
import Replay
import Testing

@Suite("ICE's detainer tables") struct DetainerTests {
  @Test("the 22 rows of Minnesota are answered as worked out by hand")
  func minnesota() throws {
    guard let table = Places.table("mn-detainers/layout_sample_declined_22_rows.csv") else {
      return print("skipped: ../shared/data/mn-detainers is not there")
    }
    // By hand. All 22 rows: a state prison (MINN.C.F., St. Cloud), an I-247A, February 2026, and no word of a warrant beside it.
    //
    // hold: mn.holds gives officers, state prisons among them, no authority to hold on a detainer form; nor, acting for
    //   themselves, on an immigration officer's warrant. So it is prohibited, authority denied, with or without a warrant.
    // notify-release: no statewide law on telling of a release was found; section 631.50 is about commitment. Permitted, silent.
    // transfer: nothing found either, and it needs no authority of its own. Permitted, silent.
    // What ICE ticked and what it calls criminal changes none of that; ICE recorded all 22 as declined.
    let written = Written()
    let figures = try ReplayPlan.over([table], try Places.mapping("ice-detainers-65"), jurisdiction: "MN").run(written)
    #expect(figures.decided == 22)
    #expect(figures.bad == 0)
    #expect(figures.unmapped.allSatisfy { $0.values.isEmpty })
    let lines = try written.rows(.decisions)
    #expect(lines.count == 66)
    for row in 1...22 {
      let own = lines.filter { $0[0] == String(row) }
      #expect(own.map { $0[1] } == ["hold", "notify-release", "transfer"])
      #expect(own.map { $0[2] } == ["prohibited", "permitted", "permitted"])
      #expect(own.map { $0[3] } == ["authority-denied", "silent", "silent"])
      #expect(own[0][4].contains("mn.holds.no-power-on-detainer"))
      #expect(own.allSatisfy { $0[6].isEmpty && $0[7].isEmpty })
    }
    #expect(figures.outcomes == ["declined"])
  }

  @Test("generated rows at the real shares of blanks are each decided, set aside or told, and no odd value is lost")
  func generated() throws {
    guard let made = GeneratedDetainers(rows: GeneratedDetainers.size) else {
      return print("skipped: ../shared/data/detainer-codebook is not there")
    }
    let plan = try ReplayPlan.over([made.table], try Places.mapping("ice-detainers-65"), jurisdiction: nil)
    let figures = try plan.run()
    #expect(figures.rows == made.count)
    #expect(figures.decided + figures.setAside.values.reduce(0, +) + figures.bad == figures.rows)
    #expect(figures.decided > made.count / 2)
    // One row in 50 has a form that the mapping does not know; they are set aside and their values listed.
    let odd = (0..<made.count).filter { $0 % GeneratedDetainers.oddEvery == 0 }.count
    #expect(figures.setAside[.unknownPaper] == odd)
    let types = try #require(figures.unmapped.first { $0.column == "Detainer Type" })
    #expect(types.values.reduce(0) { $0 + $1.rows } == odd)
    // For each act the share of certain answers is told.
    let document = ReplayDocument(figures, plan: plan, command: "tenth replay").json.written()
    for act in ["hold", "notify-release", "transfer"] { #expect(document.contains("\"act\": \"\(act)\"")) }
    #expect(document.split(separator: "\"determined_share\": \"").count == 4)
    // What the law cannot tell apart is asked once.
    #expect(figures.asked < 6_000)
  }
}

/// Rows of nobody in the layout of March 2026, blank as often as the real ones, from a fixed seed.
struct GeneratedDetainers {
  let count: Int
  let table: TableFile

  static let oddEvery = 50

  /// 600,000 where there is time.
  static var size: Int { ProcessInfo.processInfo.environment["TENTH_LONG"] == nil ? 3_000 : 600_000 }

  private static let states = ["MINNESOTA", "ILLINOIS", "TEXAS", "WASHINGTON", "FLORIDA", "OHIO"]
  private static let words = ["YES", "NO"]

  init?(rows: Int) {
    guard let codebook = Places.text(Places.data.appendingPathComponent("detainer-codebook/detainer_columns.csv"))
    else {
      return nil
    }
    var columns: [(name: String, blank: Double)] = []
    for line in codebook.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      columns.append((String(cells[1]), Double(cells[4]) ?? 50))
    }
    guard columns.count == 65 else { return nil }
    count = rows
    let shape = columns
    table = TableFile(name: "generated.csv") {
      var dice = Dice(seed: 65)
      var next = 0
      var isBegun = false
      return {
        guard next < rows else { return nil }
        var text = isBegun ? "" : "Extract\n\n" + shape.map(\.name).joined(separator: ",") + "\n"
        isBegun = true
        for _ in 0..<min(2_000, rows - next) {
          text += shape.map { GeneratedDetainers.cell($0.name, $0.blank, next, &dice) }.joined(separator: ",") + "\n"
          next += 1
        }
        return Array(text.utf8)
      }
    }
  }

  private static func cell(_ name: String, _ blank: Double, _ row: Int, _ dice: inout Dice) -> String {
    if name == "Detainer Type", row % oddEvery == 0 { return "Form \(row % 7)" }
    guard Double(dice.next() % 1_000) >= blank * 10 else { return "" }
    if name.hasSuffix("Date") { return Day(number: 19_266 + Int32(dice.next() % 1_250)).description }
    if name.hasSuffix("Yes No") { return words[Int(dice.next() % 2)] }
    switch name {
    case "Facility State": return states[Int(dice.next() % UInt64(states.count))]
    case "Detainer Type": return "I247A - Immigration Detainer - Notice of Action (as of May 2025)"
    case "Detainer Facility":
      return
        "\"FICTION \(dice.next() % 40), \(["COUNTY JAIL", "CITY JAIL", "STATE PRISON", "CENTER"][Int(dice.next() % 4)])\""
    case "Detainer Lift Reason":
      return ["Booked into Detention", "Detainer Declined by LEA", "Case Closed"][Int(dice.next() % 3)]
    default: return "b(6), b(7)c".replacing(",", with: ";")
    }
  }
}
