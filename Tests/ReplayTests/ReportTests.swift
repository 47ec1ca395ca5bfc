import LawLanguage
import Reasoning
import Replay
import Testing

@Suite("What a report tells") struct ReportTests {
  private static let marker = "Zzyzx-Example"
  private static let sites = """
    ```mapping
    mapping sites
    table sites known by "day", "form"
    acts hold
    agency county-jail
    column "day" is the day
    column "form" is the paper
      "I-247A" is i247a
    column "site" is the place
    column "custody" is custody
    ```
    """

  /// A run over rows of a site and a custody each.
  private func run(_ rows: [(site: String, custody: String)]) throws -> (figures: ReplayFigures, plan: ReplayPlan) {
    let lines = rows.map { "2025-03-04,I-247A,\($0.site),\($0.custody)\n" }
    let table = TableFile(name: "sites.csv", text: "day,form,site,custody\n" + lines.joined())
    let plan = try ReplayPlan.over(
      [table], try Mapping.read(ReportTests.sites, path: "sites.md"), jurisdiction: "MN")
    let figures = try plan.run()
    #expect(figures.decided == rows.count)
    return (figures, plan)
  }

  /// By bytes, as a browser reads it: for Swift a letter may hide in the one before it.
  private func tells(_ text: String, _ part: String) -> Bool {
    Array(text.utf8).firstRange(of: Array(part.utf8)) != nil
  }

  @Test("values that fewer than 11 rows have are counted and not printed; others are")
  func unmapped() throws {
    let custodies =
      Array(repeating: "remand", count: 11) + [ReportTests.marker, ReportTests.marker, "\(ReportTests.marker)-2"]
    let (figures, plan) = try run(custodies.map { (site: "", custody: $0) })
    let column = try #require(figures.unmapped.first { $0.column == "custody" })
    #expect(column.values.map(\.rows) == [11, 2, 1])
    let text = ReplayText(figures, plan: plan).lines.joined(separator: "\n")
    let document = ReplayDocument(figures, plan: plan, command: "tenth replay").json.written()
    let report = ReplayReport(figures, plan: plan, command: "tenth replay")
    for told in [text, document, report.markdown, report.html] { #expect(!told.contains(ReportTests.marker)) }
    let sentence =
      "custody: 14 rows with 3 values that the mapping does not foresee: \"remand\" 11; "
      + "and 2 further values in 3 rows, each in fewer than 11"
    #expect(text.contains(sentence))
    #expect(document.contains("\"remand\""))
    #expect(document.contains("\"further_values\": 2"))
    #expect(document.contains("\"rows_with_further_values\": 3"))
    #expect(report.markdown.contains("| custody | 14 | 3 |"))
  }

  @Test("a column in which every value is rare is told by numbers alone")
  func rare() throws {
    let (figures, plan) = try run([(site: "", custody: ReportTests.marker), (site: "", custody: "remand")])
    let text = ReplayText(figures, plan: plan).lines.joined(separator: "\n")
    #expect(text.contains("does not foresee: 2 values in 2 rows, each in fewer than 11"))
    #expect(!text.contains("remand"))
  }

  @Test("places with fewer than 11 rows are one row, and markup in a place's name is text, even after U+0600")
  func places() throws {
    // U+0600 makes one Character with what follows.
    let hostile = "\u{0600}<img src=x onerror=alert(1)//"
    let names =
      Array(repeating: hostile, count: 12) + Array(repeating: "Adams", count: 12)
      + Array(repeating: ReportTests.marker, count: 10) + ["\(ReportTests.marker)-2"]
    let (figures, plan) = try run(names.map { (site: $0, custody: "") })
    let report = ReplayReport(figures, plan: plan, command: "tenth replay")
    let (html, markdown) = (report.html, report.markdown)
    #expect(tells(html, "\u{0600}&lt;img src=x"))
    #expect(!tells(html, "<img"))
    let escaped = "\u{0600}" + #"\<img src=x"#
    #expect(tells(markdown, escaped))
    #expect(tells(html, "<th scope=\"row\">Adams</th>"))
    #expect(tells(html, "<th scope=\"row\">other places</th>"))
    for text in [html, markdown] { #expect(!tells(text, ReportTests.marker)) }
  }

  @Test("how many rows differ is not told where it would tell how few do not")
  func fewDiffer() throws {
    let mapping = try Mapping.read(
      ReportTests.sites.replacing("acts hold", with: "acts notify-release").replacing(
        "column \"custody\" is custody",
        with: "column \"custody\" is the agency\n  \"jail\" is county-jail\n  \"school\" is school"), path: "sites.md")
    // Illinois forbade it to jails from the second of August on, and said nothing of schools.
    func sentence(_ jails: Int, _ schools: Int) throws -> String {
      let agencies = Array(repeating: "jail", count: jails) + Array(repeating: "school", count: schools)
      let lines = agencies.map { "2021-08-01,I-247A,,\($0)\n" }
      let plan = try ReplayPlan.over(
        [TableFile(name: "sites.csv", text: "day,form,site,custody\n" + lines.joined())], mapping, jurisdiction: "IL",
        on: Day("2021-08-01"), other: Day("2021-08-02"))
      let report = ReplayReport(try plan.run(), plan: plan, command: "tenth replay").markdown
      let sentences = report.split(separator: "\n").filter { $0.hasPrefix("To ") && $0.contains("differ") }
      return sentences.map { String($0.drop { $0 != ":" }) }.joined()
    }
    #expect(try sentence(40, 30) == ": 40 of 70 rows differ.")
    #expect(try sentence(40, 5) == ": some of 45 rows differ; in how many is withheld.")
    #expect(try sentence(5, 40) == ": some of 45 rows differ; in how many is withheld.")
  }

  @Test("in how many rows an answer is certain is not told where it would tell what the bars withhold")
  func certainty() {
    #expect(
      ReplayReport.certainty([
        (answer: .prohibited, rows: 30), (answer: .permitted, rows: 5), (answer: .undetermined, rows: 20),
      ]) == "some of 55 rows; in how many is withheld")
    #expect(
      ReplayReport.certainty([(answer: .prohibited, rows: 30), (answer: .undetermined, rows: 3)])
        == "all but a few of 33 rows")
    #expect(
      ReplayReport.certainty([(answer: .prohibited, rows: 35), (answer: .undetermined, rows: 25)])
        == "35 of 60 rows (58.3%)")
    #expect(ReplayReport.certainty([(answer: .permitted, rows: 12)]) == "12 of 12 rows (100.0%)")
  }
}
