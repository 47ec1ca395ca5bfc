import LawLanguage
import Reasoning

/// What belongs to the suite: every document with its digest and how many cases it has.
package struct Manifest: Sendable {
  package let entries: [Entry]

  /// One document.
  package struct Entry: Sendable, Hashable {
    /// Within the suite's folder: `library-il.json`.
    package let path: String
    package let sha256: String
    package let official: Int
    package let derived: Int

    package var cases: Int { official + derived }
    /// `library-il`.
    package var name: String { path.hasSuffix(".json") ? String(path.dropLast(5)) : path }
  }

  init(entries: [Entry]) { self.entries = entries }

  package static let path = "manifest.json"

  package init(json bytes: [UInt8]) throws(SuiteError) {
    let fields = try Fields(json: bytes, in: Manifest.path)
    let format = try fields.requiredNumber("format")
    guard format == SuiteLimits.format else {
      throw SuiteError("the suite has the format \(format), and this program reads the format \(SuiteLimits.format)")
    }
    var entries: [Entry] = []
    for document in try fields.objects("documents") {
      let entry = Entry(
        path: try document.requiredText("path"), sha256: try document.requiredText("sha256"),
        official: try document.requiredNumber("official"), derived: try document.requiredNumber("derived"))
      guard try document.requiredNumber("cases") == entry.cases else {
        throw SuiteError("\(document.place): cases is not the sum of official and derived")
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  var json: JSON {
    .object([
      "format": .integer(SuiteLimits.format),
      "cases": .integer(entries.map(\.cases).reduce(0, +)),
      "documents": .list(
        entries.map { entry in
          .object([
            "path": .text(entry.path), "sha256": .text(entry.sha256), "cases": .integer(entry.cases),
            "official": .integer(entry.official), "derived": .integer(entry.derived),
          ])
        }),
    ])
  }
}
