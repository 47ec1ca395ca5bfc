package import LawLanguage
package import Reasoning

/// A folder of law with its cases: one document of the suite.
package struct SuiteDocument: Sendable {
  /// `by-hand-look-backs`, `library-il`.
  package let name: String
  /// The law that every case of it is decided by, whole.
  package let files: [SourceFile]
  package let cases: [SuiteCase]
}

/// A request, and what any engine must answer.
package struct SuiteCase: Sendable {
  /// The document, the file and the title: `by-hand-look-backs/values/misdemeanor-the-fifth-anniversary`.
  package let id: String
  package let title: String
  /// Whether an official source or a court states the answer; otherwise it was derived from the text.
  package let isOfficial: Bool
  /// Where the answer comes from.
  package let source: String
  /// The law whose document holds the case; nil in a vocabulary.
  package let law: String?
  /// The file that holds the case, from the root of the repository.
  package let path: String
  /// In the form in which requests are read.
  package let request: WrittenValue
  /// What must hold of the answer.
  package let claims: [Case.Claim]
}

extension SuiteDocument {
  /// Reads a document. Law that it does not carry itself is read as it names it.
  ///
  /// - Parameter read: The bytes of a file, by its path from the root of the repository.
  package init(
    json bytes: [UInt8], in place: String, reading read: (String) throws(SuiteError) -> [UInt8]
  ) throws(SuiteError) {
    let fields = try Fields(json: bytes, in: place)
    let format = try fields.requiredNumber("format")
    guard format == SuiteLimits.format else {
      throw SuiteError("\(place) has the format \(format), and this program reads the format \(SuiteLimits.format)")
    }
    name = try fields.requiredText("name")
    var files: [SourceFile] = []
    for file in try fields.objects("law") {
      let path = try file.requiredText("path")
      let found: SourceFile
      if let text = try file.text("text") {
        found = SourceFile(path: path, text: text)
      } else {
        found = SourceFile(path: path, bytes: try read(path))
      }
      guard try LawDigest(found).sha256 == file.requiredText("sha256") else {
        throw SuiteError("\(path) is not the file that \(place) was made from; run `conformance generate`")
      }
      files.append(found)
    }
    self.files = files
    var cases: [SuiteCase] = []
    for example in try fields.objects("cases") { cases.append(try SuiteCase(example)) }
    self.cases = cases
  }
}

extension SuiteCase {
  init(_ fields: Fields) throws(SuiteError) {
    id = try fields.requiredText("id")
    title = try fields.requiredText("title")
    isOfficial = try fields.requiredText("standing") == Self.standing(isOfficial: true)
    source = try fields.requiredText("source")
    law = try fields.text("law")
    path = try fields.requiredText("path")
    request = try fields.required("request")
    guard let expected = try fields.object("expected") else { throw SuiteError("\(fields.place): expected is missing") }
    claims = try Expected.claims(expected)
  }

  static func standing(isOfficial: Bool) -> String { isOfficial ? "official" : "derived" }
}
