import FuzzProperties
import LawLanguage
import Testing

@Suite struct ParserDocumentationTests {
  @Test(arguments: Repository.documents)
  func everyBlockParses(path: String) throws {
    let file = try Repository.file(path)
    #expect(findings(in: file) == [])
  }

  @Test func theReferenceDeclaresOneOfEverything() throws {
    let shape = shape(of: try Repository.file("docs/language.md"))
    let kinds = [
      "law LawHeadSyntax", "rule RuleSyntax", "exception GroupExceptionSyntax", "void VoidSyntax",
      "define DefineSyntax", "list ListSyntax", "agencyClass ListSyntax", "presume PresumeSyntax",
      "suspended SuspendedSyntax", "contested ContestedSyntax", "untranslated UntranslatedSyntax", "jurisdiction",
      "circuit", "district", "locality", "court", "agency", "act ActSyntax", "paper PaperKindSyntax",
      "paperField FieldSyntax", "recipient", "step", "fact FactSyntax", "records RecordsSyntax",
      "constraint ConstraintSyntax", "term", "calendar CalendarSyntax", "- CaseSyntax",
    ]
    for kind in kinds {
      #expect(shape.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix(kind) }, "\(kind)")
    }
  }
}
