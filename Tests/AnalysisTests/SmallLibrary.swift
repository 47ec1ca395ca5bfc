import Analysis
import Foundation
import LawLanguage
import Testing

/// Libraries of a made-up state, and the real one.
enum SmallLibrary {
  private static let words = """
    jurisdiction AA "Alpha"  zone America/Chicago  searched to 2026-11-21
    locality alphaville "Alphaville"  in AA
    agency jail "a jail"
    act tell "tell the requester"
    paper detainer "a detainer"  asks for hold
    fact minor yes-no  asks "Is the person a minor?"
    fact age number of years  asks "How old is the person?"
    judgement exigent  asks "Is there an emergency?"
    constraint minors-are-young  when not minor or age is under 18  says "A minor is under eighteen."

    """

  /// A library of a statute, of an ordinance if there is one, and of words besides.
  static func library(
    _ statute: String, city ordinance: String? = nil, words more: String = "act hold \"keep the person\""
  ) throws -> Library {
    var files = [SourceFile(path: "vocabulary.md", text: "# Words\n\n```law\n\(words)\(more)\n```\n")]
    files.append(document("aa/act.md", "law aa.act  cite \"1 AA 1\"  by statute of AA", statute))
    if let ordinance {
      files.append(document("aa/city.md", "law aa.city  cite \"City Code 1\"  by ordinance of alphaville", ordinance))
    }
    let result = Library.check(files)
    return try #require(result.library, "\(result.diagnostics.map(\.message))")
  }

  private static func document(_ path: String, _ head: String, _ rules: String) -> SourceFile {
    SourceFile(
      path: path,
      text:
        "# A law\n\n```law\n\(head)  in force from 2020-01-01\n```\n\n## § 1 A section\n\nIn plain words.\n\n```law\n\(rules)\n```\n"
    )
  }

  private static let laws = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Laws")
    .standardizedFileURL

  /// The folders of the library of the repository, one for each jurisdiction.
  static let folders: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: laws.path())) ?? []).filter { !$0.contains(".") }.sorted()

  /// The library of the repository, or its law for one state.
  static func whole(for state: String) throws -> Library {
    var files: [SourceFile] = []
    for part in ["", "us", state] {
      let place = part.isEmpty ? laws : laws.appending(path: part)
      for name in try FileManager.default.contentsOfDirectory(atPath: place.path()) where name.hasSuffix(".md") {
        let bytes = try Array(Data(contentsOf: place.appending(path: name)))
        files.append(SourceFile(path: part.isEmpty ? name : "\(part)/\(name)", bytes: bytes))
      }
    }
    let result = Library.check(files.sorted { $0.path < $1.path })
    return try #require(result.library, "\(result.diagnostics.map(\.message))")
  }
}
