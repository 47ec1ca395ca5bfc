import Dispatch
import LawLanguage
import Reasoning
import Synchronization

/// A library that checks, with the digests of what it was read from.
struct LoadedLibrary {
  let library: Library
  let digests: LibraryDigests

  var vocabulary: Vocabulary { library.vocabulary }

  /// The whole library.
  static func whole(in folder: LibraryFolder, asJSON: Bool = false) throws(Refusal) -> LoadedLibrary {
    let files = try folder.files()
    return try load(files.filter(\.isDocument), of: files, asJSON: asJSON)
  }

  /// What a decision in a jurisdiction rests on: the common vocabulary, the law of the US, and the jurisdiction's own.
  /// A jurisdiction that has no folder gets the whole library, so that what it may have been meant for can be told.
  static func asked(
    _ jurisdiction: String?, in folder: LibraryFolder, asJSON: Bool = false
  ) throws(Refusal) -> LoadedLibrary {
    let files = try folder.files()
    let documents = files.filter(\.isDocument)
    guard let own = jurisdiction?.lowercased(), !own.isEmpty, documents.contains(where: { $0.folder == own }) else {
      return try load(documents, of: files, asJSON: asJSON)
    }
    return try load(documents.filter { ["", "us", own].contains($0.folder) }, of: files, asJSON: asJSON)
  }

  /// Checks files; refuses all of them if one does not check.
  private static func load(
    _ documents: [SourceFile], of files: [SourceFile], asJSON: Bool
  ) throws(Refusal) -> LoadedLibrary {
    // What was cut off when it was copied must not look like a law that says nothing.
    if let empty = documents.first(where: { $0.bytes.allSatisfy(\.isSpace) }) {
      throw .sentence("\(empty.path) is empty, so nothing is decided by it; restore it, or take it out of the library")
    }
    // The digests, of every file there is, are reckoned on another processor meanwhile.
    let reckoned = Mutex<LibraryDigests?>(nil)
    let reckoning = DispatchGroup()
    DispatchQueue.global().async(group: reckoning) {
      let digests = LibraryDigests(read: documents, all: files)
      reckoned.withLock { $0 = digests }
    }
    let result = Library.check(documents)
    reckoning.wait()
    guard let library = result.library, let digests = reckoned.withLock({ $0 }) else {
      let findings = LawFindings(diagnostics: result.diagnostics, files: documents)
      throw .law(findings.refusal(asJSON: asJSON), asJSON: asJSON)
    }
    return LoadedLibrary(library: library, digests: digests)
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension SourceFile {
  /// Whether it is a document of the language; other files of a library are digested, not read.
  var isDocument: Bool { path.hasSuffix(".md") }

  /// The jurisdiction's folder; empty for what stands at the top.
  var folder: String { path.firstIndex(of: "/").map { String(path[..<$0]) } ?? "" }
}
