import Foundation
import LawLanguage
import Reasoning
import Testing

/// Decisions as programs read them, to the letter: every case of three fixtures, with what would change each answer.
///
/// `TENTH_RECORD=1` writes them anew; read the changes before they are committed.
@Suite struct DecisionDocumentTests {
  @Test(arguments: [
    "the fixture that shows everything", "the fixture with many clocks", "the fixture with every reason",
  ])
  func everyCaseIsDecidedAsItWasReviewed(_ name: String) throws {
    let folder = try #require(CaseFolder.all.first { $0.testDescription == name })
    let library = try folder.library()
    let digests = LibraryDigests(of: library)
    var text = ""
    for example in library.cases {
      let decision = try decide(
        example.request, in: library, digests: digests, options: DecisionOptions(explain: true))
      // What names the files and the machine is tested elsewhere.
      let members = decision.document(in: library.vocabulary).members.filter { $0.key != "receipt" }
      let request = decision.receipt.request.document(in: library.vocabulary)
      let found = JSON.object(members)
      text += "# \(example.title)\n\n\(request.written(width: 240))\n\(found.written(width: 240))\n\n"
    }
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Decisions/\(folder.jurisdictions.joined()).txt")
    if ProcessInfo.processInfo.environment["TENTH_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    // Shown in parts: a whole file is too much to read in a failure.
    let (found, expected) = (text.components(separatedBy: "\n# "), recorded.components(separatedBy: "\n# "))
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) { #expect(found == expected) }
  }
}

extension JSON {
  fileprivate var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }
}
