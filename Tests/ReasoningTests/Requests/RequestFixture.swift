import Foundation
import LawLanguage
import Reasoning

/// The small library of two made-up states, and requests read against it.
enum RequestFixture {
  /// Alpha, Beta and the law of the US.
  static let library: Library? = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = tests.appending(path: "Fixtures/Clerk")
    let paths = ["vocabulary.md", "us/detainers.md", "aa/trust.md", "bb/cooperation.md"]
    let files = paths.compactMap { path in
      try? SourceFile(path: path, bytes: Array(Data(contentsOf: folder.appending(path: path))))
    }
    return Library.check(files).library
  }()

  struct NoLibrary: Error {}

  /// The 15th of January 2025, noon at Greenwich.
  static let now = Instant(seconds: 1_736_942_400)

  /// The request in a JSON text.
  static func read(_ json: String) throws -> Request {
    guard let library else { throw NoLibrary() }
    let draft = try RequestDraft(json: RequestText(Array(json.utf8), from: "r.json"))
    return try library.request(from: draft, now: now)
  }

  /// The request of a jail in Alpha on 2025-01-22 with a detainer and more fields: `"facts": {…}`.
  static func read(with fields: String) throws -> Request {
    try read(
      #"{"jurisdiction": "AA", "agency": "county-jail", "on": "2025-01-22", "papers": ["i247a"], \#(fields)}"#)
  }

  /// The mistakes in a JSON text, a sentence each.
  static func mistakes(_ json: String) -> [String] { mistakes { try read(json) } }

  static func mistakes(with fields: String) -> [String] { mistakes { try read(with: fields) } }

  /// The mistakes that a reading throws; what else it throws, as a text.
  static func mistakes(_ read: () throws -> Request) -> [String] {
    do {
      _ = try read()
      return []
    } catch let error as RequestError {
      return error.issues.map(\.description) + (error.omitted > 0 ? ["and \(error.omitted) more"] : [])
    } catch {
      return ["\(error)"]
    }
  }
}
