import FuzzProperties
import Harness
import LawLanguage

private let surroundings = Repository.documents(below: "Tests/LawLanguageTests/Literate")
  .filter { ["vocabulary.md", "neighbour.md"].contains($0.path) }
private let properties = LawProperties(surroundings: surroundings)

/// Called by libFuzzer before it reads its options.
@c(LLVMFuzzerInitialize)
public func initialize(_: UnsafeRawPointer?, _: UnsafeRawPointer?) -> CInt {
  let vocabulary = Library.check(surroundings).library?.vocabulary
  precondition(vocabulary != nil, "the surroundings do not check; start this in the repository's folder")
  Seeds(inputs: seeds, words: vocabulary.map(FuzzWords.law) ?? []).writeIfAsked()
  return 0
}

/// Called by libFuzzer for every input.
@c(LLVMFuzzerTestOneInput)
public func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  require(properties.broken(by: Array(UnsafeBufferPointer(start: bytes, count: count))))
  return 0
}

/// The documents of the tests, and every section of the library and of the reference.
private var seeds: [String] {
  let documents = ["Laws", "Tests/Fixtures", "Tests/LawLanguageTests/Literate", "docs"]
    .flatMap { Repository.documents(below: $0) }
  return documents.flatMap { document in
    let text = document.text(SourceRange(0, document.bytes.count))
    var sections: [String] = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#"), sections[sections.count - 1].utf8.count > 1_000 { sections.append("") }
      sections[sections.count - 1] += line + "\n"
    }
    return sections
  }
}
