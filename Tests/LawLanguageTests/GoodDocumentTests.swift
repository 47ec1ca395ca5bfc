import LawLanguage
import Testing

@Suite struct GoodDocumentTests {
  @Test(arguments: Literate.documents(in: "good"))
  func aGoodDocumentChecks(path: String) throws {
    let result = try Literate.check(try Literate.file(path))
    #expect(result.diagnostics.map { "\($0.code.rawValue): \($0.message)" } == [])
    #expect(result.library != nil)
  }

  @Test func goodDocumentsCheckTogether() throws {
    let files = try Literate.surroundings() + Literate.documents(in: "good").map(Literate.file)
    let library = try #require(Library.check(files).library)
    #expect(library.laws.count == files.count - 1)
  }

  @Test(arguments: ["good", "bad"])
  func everyPointOfTheDesignHasADocument(folder: String) {
    let points = Set(Literate.documents(in: folder).compactMap { Int($0.dropFirst(folder.count + 1).prefix(2)) })
    #expect(points == Set(1...12))
  }

  @Test func everyBlockOfTheReferenceChecks() throws {
    let files = [try Repository.file("docs/language.md"), try Literate.file("reference-words.md")]
    let result = Library.check(files)
    #expect(result.diagnostics.map { "\($0.code.rawValue): \($0.message)" } == [])
    let law = try #require(result.library?.law("il.example"))
    #expect(law.title == "The language of the law library")
    #expect(result.library?.cases.count == 1)
  }

  @Test func theLibraryChecks() throws {
    let files = try Repository.documents.filter { $0.hasPrefix("Laws/") }.map(Repository.file)
    let result = Library.check(files)
    #expect(result.diagnostics.map { "\($0.location.path): \($0.code.rawValue): \($0.message)" } == [])
  }
}
