import Dispatch
package import LawLanguage
package import Reasoning
import Synchronization

/// A library that checks, with the digests of what it was read from.
package struct LoadedLibrary {
  package let library: Library
  package let digests: LibraryDigests

  package var vocabulary: Vocabulary { library.vocabulary }

  /// The whole library.
  package static func whole(in folder: LibraryFolder, asJSON: Bool = false) throws(Refusal) -> LoadedLibrary {
    let paths = try folder.paths()
    return try load(paths.filter(\.isDocument), of: paths, in: folder, cases: .checked, asJSON: asJSON)
  }

  /// What a decision in a jurisdiction rests on: the common vocabulary, the law of the US, and the jurisdiction's own.
  /// A jurisdiction that has no folder gets the whole library, so that what it may have been meant for can be told.
  package static func asked(
    _ jurisdiction: String?, in folder: LibraryFolder, cases: CaseReading = .checked, asJSON: Bool = false
  ) throws(Refusal) -> LoadedLibrary {
    let paths = try folder.paths()
    let documents = paths.filter(\.isDocument)
    guard let own = jurisdiction?.lowercased(), !own.isEmpty, documents.contains(where: { $0.folder == own }) else {
      return try load(documents, of: paths, in: folder, cases: cases, asJSON: asJSON)
    }
    let needed = documents.filter { ["", "us", own].contains($0.folder) }
    return try load(needed, of: paths, in: folder, cases: cases, asJSON: asJSON)
  }

  /// Reads and checks documents; refuses all of them if one does not check.
  private static func load(
    _ paths: [String], of all: [String], in folder: LibraryFolder, cases: CaseReading, asJSON: Bool
  ) throws(Refusal) -> LoadedLibrary {
    // Every file there is is digested, on another processor meanwhile; what is not checked is read there only.
    let needed = Set(paths)
    let others = all.filter { !needed.contains($0) }
    let beside = Mutex<Result<[LawDigest], Refusal>>(.success([]))
    let reckoned = Mutex<LibraryDigests?>(nil)
    let reckoning = DispatchQueue(label: "digests")
    reckoning.async {
      let others = Result { () throws(Refusal) in try folder.digests(of: others) }
      beside.withLock { $0 = others }
    }
    let documents = try folder.files(paths)
    // What was cut off when it was copied must not look like a law that says nothing.
    if let empty = documents.first(where: { $0.bytes.allSatisfy(\.isSpace) }) {
      throw .sentence("\(empty.path) is empty, so nothing is decided by it; restore it, or take it out of the library")
    }
    reckoning.async {
      guard case .success(let others) = beside.withLock({ $0 }) else { return }
      let all = LibraryDigests(read: documents.map(LawDigest.init), others: others)
      reckoned.withLock { $0 = all }
    }
    let result = Library.check(documents, cases: cases)
    reckoning.sync {}
    if case .failure(let refusal) = beside.withLock({ $0 }) { throw refusal }
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
  package var isDocument: Bool { path.isDocument }

  /// The jurisdiction's folder; empty for what stands at the top.
  package var folder: String { path.folder }
}

extension String {
  /// Whether a path names a document of the language.
  fileprivate var isDocument: Bool { hasSuffix(".md") }

  /// The folder of a jurisdiction that a path leads into; empty for what stands at the top.
  fileprivate var folder: String { firstIndex(of: "/").map { String(self[..<$0]) } ?? "" }
}
