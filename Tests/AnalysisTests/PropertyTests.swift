import Analysis
import LawLanguage
import Testing

/// The properties that stand beside the law hold of every request.
@Suite struct PropertyTests {
  /// Every jurisdiction has some.
  private static let folders = SmallLibrary.folders

  @Test(arguments: folders)
  func everyPropertyHolds(folder: String) throws {
    let library = try SmallLibrary.whole(for: folder == "us" ? "il" : folder)
    let properties = Properties(of: library, jurisdiction: folder)
    #expect(properties.mistakes.map { "\($0.why)" } == [])
    #expect(properties.all.count >= 3)
    for result in try properties.results(in: library) {
      #expect(
        result.holds == true,
        "\(result.property.title): \(result.reply.example?.caseLines(in: library.vocabulary) ?? [])")
      #expect(result.reply.occasions > 0, "\(result.property.title) asks of nothing")
    }
  }
}
