import Conformity
import Foundation
import LawLanguage
import Reasoning
import Testing

/// The suite as it lies in the repository.
@Suite struct SuiteTests {
  @Test func theSuiteIsWhatTheCaseBlocksGive() throws {
    let differences = try GeneratedSuite(from: Checkout.repository).differences(from: Checkout.repository)
    #expect(differences.isEmpty, "run `swift run -c release conformance generate`")
  }

  @Test func everyDocumentHasTheDigestAndTheCasesThatTheManifestGives() throws {
    let manifest = try Checkout.repository.manifest()
    #expect(manifest.entries.count { $0.name.hasPrefix("by-hand-") } >= 12)
    for entry in manifest.entries {
      let document = try Checkout.repository.document(entry)
      #expect(document.name == entry.name)
      #expect(document.cases.count == entry.cases)
      #expect(Set(document.cases.map(\.id)).count == entry.cases)
    }
  }

  @Test func everyRuleWorkedByHandHasSixCasesOrMore() throws {
    for entry in try Checkout.repository.manifest().entries where entry.name.hasPrefix("by-hand-") {
      #expect(entry.cases >= 6, "\(entry.name)")
    }
  }

  @Test func theFastPathPassesEveryCase() throws {
    for entry in try Checkout.repository.manifest().entries {
      let result = try Checkout.run(Checkout.repository.document(entry), on: FastBackEnd())
      #expect(result.passed == entry.cases, "\(Checkout.report(result))")
    }
  }

  @Test func theInterpreterPassesEveryCaseThatIsNotBeyondIt() throws {
    var (cases, beyond) = (0, 0)
    for entry in try Checkout.repository.manifest().entries {
      let result = try Checkout.run(Checkout.repository.document(entry), on: InterpreterBackEnd())
      #expect(result.failed == 0, "\(Checkout.report(result))")
      cases += entry.cases
      beyond += result.beyond.count
    }
    // What is too open for brute force must stay the exception.
    #expect(beyond * 10 <= cases, "\(beyond) of \(cases) are beyond it")
  }

  @Test func aDocumentThatWasChangedIsRefused() throws {
    try withCopyOfOneDocument { repository, entry, folder in
      _ = try repository.document(entry)
      let file = folder.appending(path: "Conformance/\(entry.path)")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing("exempted", with: "granted").write(to: file, atomically: true, encoding: .utf8)
      let error = #expect(throws: SuiteError.self) { try repository.document(entry) }
      #expect(error?.description.contains("by-hand-look-backs.json has not the digest") == true)
    }
  }

  @Test func lawThatIsNotWhatADocumentWasMadeFromIsRefused() throws {
    let entry = try #require(try Checkout.repository.manifest().entries.first { $0.name.hasPrefix("library-") })
    let bytes = try Data(contentsOf: Checkout.root.appending(path: "Conformance/\(entry.path)"))
    let error = #expect(throws: SuiteError.self) {
      try SuiteDocument(json: Array(bytes), in: entry.path) { (_) throws(SuiteError) in Array("# Nothing\n".utf8) }
    }
    #expect(error?.description.contains("is not the file that \(entry.path) was made from") == true)
  }

  @Test func anotherFormatIsRefused() {
    let error = #expect(throws: SuiteError.self) {
      try SuiteDocument(json: Array(#"{"format": 2, "name": "x"}"#.utf8), in: "x.json") { (_) throws(SuiteError) in [] }
    }
    #expect(error?.description == "x.json has the format 2, and this program reads the format 1")
  }

  @Test func pathsDoNotLeadOutOfTheRepository() {
    let document = #"{"format": 1, "name": "x", "law": [{"path": "Laws/../../secret", "sha256": ""}], "cases": []}"#
    #expect(throws: SuiteError.self) {
      try SuiteDocument(json: Array(document.utf8), in: "x.json") { (path) throws(SuiteError) in
        try Checkout.repository.bytes(of: path)
      }
    }
  }

  /// A repository that has a manifest and one document with its law, for as long as the body runs.
  private func withCopyOfOneDocument(_ body: (Repository, Manifest.Entry, URL) throws -> Void) throws {
    let entry = try #require(try Checkout.repository.manifest().entries.first { $0.name == "by-hand-look-backs" })
    let folder = FileManager.default.temporaryDirectory.appending(path: "conformity-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "Conformance"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "Conformance/\(entry.path)"),
      to: folder.appending(path: "Conformance/\(entry.path)"))
    try body(Repository(root: folder.path()), entry, folder)
  }
}
