import Foundation
import LawLanguage
import Reasoning

/// Decisions on a request that is already decoded, with reasons, duties and receipt, and loading the library.
struct InProcess {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func rows() throws -> [String] {
    let files = try LibraryFolder.files(in: arguments.laws, jurisdictions: nil)
    guard let library = Library.check(files).library else { throw Unusable() }
    let lines = files.reduce(0) { $0 + $1.bytes.count { $0 == UInt8(ascii: "\n") } }
    let loading = try Sample.of(20) {
      guard Library.check(files).library != nil else { throw Unusable() }
    }
    let bar = String(format: "%.0f ms", Double(lines) / 10_000 * 50)
    let california = try decide(Requests.california, in: library)
    let open = try decide(Requests.californiaLeftOpen, in: library)
    let florida = try decide(Requests.florida, in: library)
    var everything = Requests.california
    everything.acts = library.vocabulary.acts.map(\.name)
    let all = try decide(everything, in: library)
    let compile = try Sample.of(50) { _ = try prepared(Requests.california, library) }
    return [
      california.row(
        "California I-247A + I-200, three convictions, at least these, the acts the papers ask for: answers with reasons, duties and receipt (2,000 runs)",
        bar: "50 µs", scale: 1e6, unit: "µs"),
      open.row(
        "the same, and no other fact known: two acts undetermined, with the facts that matter (2,000 runs)", bar: "–",
        scale: 1e6, unit: "µs"),
      all.row(
        "the first, every one of the library's \(everything.acts.count) acts (200 runs)", bar: "–", scale: 1e6,
        unit: "µs"),
      florida.row(
        "Florida I-247A + I-200, every fact known but convictions (2,000 runs)", bar: "50 µs", scale: 1e6, unit: "µs"),
      compile.row("compiling California's edition for an agency and day (50 runs)", bar: "–", scale: 1e3, unit: "ms"),
      loading.row("parse and check the whole library: \(lines) lines (20 runs)", bar: bar, scale: 1e3, unit: "ms"),
    ]
  }

  private func prepared(_ request: Request, _ library: Library) throws -> PreparedEdition {
    try PreparedEdition(
      library: library, jurisdiction: request.jurisdiction, agency: request.agency, day: request.day,
      acts: request.acts, digests: LibraryDigests(of: library))
  }

  private func decide(_ request: Request, in library: Library) throws -> Sample {
    let edition = try prepared(request, library)
    var answers = 0
    let sample = Sample.of(request.acts.count > 10 ? 200 : 2_000, warmUp: 50) {
      answers += edition.decide(request).answers.count
    }
    guard answers > 0 else { throw Unusable() }
    return sample
  }

  struct Unusable: Error, CustomStringConvertible {
    var description: String { "the library does not check: run `tenth law list`" }
  }
}

/// Reads the law files of some jurisdictions.
enum LibraryFolder {
  static func files(in folder: String, jurisdictions: [String]?) throws -> [SourceFile] {
    let root = URL(fileURLWithPath: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { path in
        guard path.hasSuffix(".md") else { return false }
        guard let jurisdictions, let slash = path.firstIndex(of: "/") else { return true }
        return jurisdictions.contains(String(path[..<slash]))
      }
      .map { SourceFile(path: $0, bytes: Array(try Data(contentsOf: root.appendingPathComponent($0)))) }
  }
}
