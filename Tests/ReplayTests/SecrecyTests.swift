import LawLanguage
import Reasoning
import Replay
import Testing

@Suite("Nothing about anyone") struct SecrecyTests {
  private static let marker = "Zzyzx-Example"

  private func everything(_ figures: ReplayFigures, _ plan: ReplayPlan, _ written: Written) -> String {
    let files = ReplayFile.allCases.map(written.text).joined()
    let report = ReplayReport(figures, plan: plan, command: "tenth replay")
    let document = ReplayDocument(figures, plan: plan, command: "tenth replay").json.written()
    return files + report.markdown + report.html + document
      + ReplayText(figures, plan: plan).lines.joined(separator: "\n")
  }

  @Test("names, countries, birth dates and numbers of persons never leave the reader")
  func dropped() throws {
    let marker = SecrecyTests.marker
    let columns = [
      "Detainer Prepare Date", "Facility State", "Detainer Type", "Detainer Lift Reason", "Detainer Threat Level",
      "Gender", "Citizenship Country", "Birth Country", "Birth Date", "Birth Year", "EID DTA ID",
      "Anonymized Identifier",
      "Entry Date", "Name",
    ]
    let marks = Array(repeating: marker, count: columns.count - 5).joined(separator: ",")
    let rows = [
      "2025-03-04,MINNESOTA,I247A,Booked into Detention,1,\(marks)",
      "2025-02-30,MINNESOTA,I247A,,1,\(marks)",
      "2025-03-04,MINNESOTA,I247A,,1,\(marks),\(marker)",
      "\"2025-03-04,MINNESOTA,I247A,,1,\(marks)",
    ]
    let text = columns.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
    let plan = try ReplayPlan.over(
      [TableFile(name: "detainers.csv", text: text)], try Places.mapping("ice-detainers-65"), jurisdiction: "MN",
      other: Day("2026-11-21"))
    let written = Written()
    let figures = try plan.run(written)
    #expect(figures.decided == 1)
    #expect(figures.bad == 3)
    #expect(!everything(figures, plan, written).contains(marker))
  }

  @Test("what is wrong with a row is told without what its cells hold")
  func quoted() throws {
    let rows = "received,paper,booked,release_due\n2025-03-04,I-247A,2025-03-06 08:13,2025-03-05 10:17\n"
    let mapping = try Mapping.read(
      """
      ```mapping
      mapping log
      table log known by "received", "paper"
      acts hold
      agency county-jail
      column "received" is the day
      column "paper" is the paper
        "I-247A" is i247a
      column "booked" is booked
      column "release_due" is release-due
      ```
      """, path: "log.md")
    let plan = try ReplayPlan.over([TableFile(name: "log.csv", text: rows)], mapping, jurisdiction: "IL")
    let written = Written()
    let figures = try plan.run(written)
    #expect(figures.bad == 1)
    #expect(try written.rows(.bad).map { $0[3] } == ["The time of release cannot come before the booking"])
    for cell in ["2025-03-06", "08:13", "10:17"] { #expect(!everything(figures, plan, written).contains(cell)) }
  }

  @Test("a live roster yields nothing about anyone: no mapping knows it, and one that is forced on it finds no request")
  func roster() throws {
    let marker = SecrecyTests.marker
    let roster = TableFile(
      name: "roster.csv", text: "name,booked,charges,birth_date\n\(marker),2025-03-04T10:00,PC 211,1990-01-01\n")
    for name in ["ice-detainers-65", "ice-detainers-61", "jail-bookings", "county-log"] {
      #expect(throws: MappingProblem.self) { try MappedTables.find([roster], among: [try Places.mapping(name)]) }
    }
    let forced = """
      ```mapping
      mapping forced
      table roster known by "name", "booked"
      acts hold
      agency county-jail
      column "booked" is the day
      column "charges" is the paper
        "detainer" is i247a
      ```
      """
    let plan = try ReplayPlan.over([roster], try Mapping.read(forced, path: "forced.md"), jurisdiction: "MN")
    let written = Written()
    let figures = try plan.run(written)
    #expect(figures.decided == 0)
    #expect(figures.setAside == [.unknownPaper: 1])
    #expect(!everything(figures, plan, written).contains(marker))
  }

  @Test("no count from 1 to 10 can be read or reckoned from a table of counts")
  func suppression() {
    var dice = Dice(seed: 11)
    for _ in 0..<300 {
      let (height, width) = (Int.random(in: 1...6, using: &dice), Int.random(in: 1...5, using: &dice))
      let counts = (0..<height).map { _ in (0..<width).map { _ in Int.random(in: 0...30, using: &dice) } }
      let cells = Suppression(counts).cells
      #expect(cells.count == height + 1)
      let lines = cells + (0...width).map { column in cells.map { $0[column] } }
      for line in lines {
        for case .some(let shown) in line { #expect(!(1...10).contains(shown)) }
        // One withheld alone would be the total less the others.
        #expect(line.filter { $0 == nil }.count != 1)
      }
      for (row, line) in counts.enumerated() {
        for (column, count) in line.enumerated() where cells[row][column] != nil {
          #expect(cells[row][column] == count)
        }
      }
    }
  }

  @Test("large counts are all shown")
  func shown() {
    #expect(Suppression([[20, 30], [40, 0]]).cells == [[20, 30, 50], [40, 0, 40], [60, 30, 90]])
    #expect(Suppression([[20, 3], [40, 50]]).cells[0][1] == nil)
  }
}
