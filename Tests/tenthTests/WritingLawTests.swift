import Foundation
import Testing

/// The page on writing law: its example is law that checks, is laid out, and answers its cases.
@Suite(.enabled(if: Program.executable != nil, Program.absence)) struct WritingLawTests {
  private static let repository = Program.tests.deletingLastPathComponent()
  private static let example = repository.appending(path: "docs/examples/ordinance")

  private static func files(below folder: URL) -> [String] {
    (FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".md") }.sorted()
  }

  @Test func theExamplePassesBesideTheLibraryAndIsLaidOut() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let laws = folder.appending(path: "Laws")
    try FileManager.default.copyItem(at: WritingLawTests.repository.appending(path: "Laws"), to: laws)
    let names = WritingLawTests.files(below: WritingLawTests.example)
    #expect(names.count == 6)
    for name in names {
      try FileManager.default.copyItem(
        at: WritingLawTests.example.appending(path: name), to: laws.appending(path: name))
    }
    for state in Set(names.compactMap { $0.split(separator: "/").first.map { $0.uppercased() } }) {
      let tested = try Program.run(["law", "test", "--jurisdiction", state, "--laws", laws.path()])
      #expect(tested.status == 0, "\(tested.output)\(tested.errors)")
    }
    let laidOut = try Program.run(
      ["law", "format", "--check"] + names.map { WritingLawTests.example.appending(path: $0).path() })
    #expect(laidOut.status == 0, "\(laidOut.output)\(laidOut.errors)")
  }

  @Test func everyBlockOnThePageStandsInTheExample() throws {
    let page = try String(
      contentsOf: WritingLawTests.repository.appending(path: "docs/writing-law.md"), encoding: .utf8)
    let example = try WritingLawTests.files(below: WritingLawTests.example).map {
      try String(contentsOf: WritingLawTests.example.appending(path: $0), encoding: .utf8)
    }.joined(separator: "\n")
    let blocks = page.matches(of: /\n```(?:law|case)[^\n]*\n((?:(?!```)[^\n]*\n)+)```/).map { String($0.output.1) }
    #expect(blocks.count == 12)
    for block in blocks { #expect(example.contains(block), "\(block)") }
  }
}
