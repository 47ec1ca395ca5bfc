import Foundation
import FuzzProperties
import LawLanguage
import ServingProperties
import Testing

/// The inputs that fuzzing has kept, and those that once broke a property.
@Suite struct ReplayTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func file(_ path: String, named name: String) throws -> SourceFile {
    SourceFile(path: name, bytes: Array(try Data(contentsOf: root.appending(path: path))))
  }

  /// Paths of the inputs of a fuzzer.
  private static func inputs(of fuzzer: String) -> [String] {
    ["Fuzzing/Corpus/\(fuzzer)", "Fuzzing/Regressions/\(fuzzer)"].flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())) ?? []
      return names.sorted().map { "\(folder)/\($0)" }
    }
  }

  @Test func lawThatWasKeptBreaksNoProperty() throws {
    let surroundings = try ["vocabulary.md", "neighbour.md"].map { name in
      try Self.file("Tests/LawLanguageTests/Literate/\(name)", named: name)
    }
    try #require(Library.check(surroundings).library != nil)
    let properties = LawProperties(surroundings: surroundings)
    let inputs = Self.inputs(of: "law")
    #expect(inputs.count > 100)
    for path in inputs { #expect(properties.broken(by: try Self.file(path, named: path).bytes) == [], "\(path)") }
  }

  @Test func requestsThatWereKeptBreakNoProperty() throws {
    let names =
      FileManager.default.enumerator(atPath: Self.root.appending(path: "Laws").path())?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") } ?? []
    let files = try names.map { try Self.file("Laws/\($0)", named: $0) }
    let library = try #require(Library.check(files).library)
    let properties = RequestProperties(library: library)
    let inputs = Self.inputs(of: "request")
    #expect(inputs.count > 100)
    for path in inputs { #expect(properties.broken(by: try Self.file(path, named: path).bytes) == [], "\(path)") }
  }

  @Test(arguments: ServedReader.allCases) func whatReachesADeskAndWasKeptBreaksNoProperty(reader: ServedReader) throws {
    for seed in reader.seeds { #expect(reader.broken(by: seed) == []) }
    for path in Self.inputs(of: reader.rawValue) {
      #expect(reader.broken(by: try Self.file(path, named: path).bytes) == [], "\(path)")
    }
  }
}
