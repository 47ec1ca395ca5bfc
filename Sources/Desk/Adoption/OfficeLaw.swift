public import LawLanguage
public import Reasoning

/// A library's files, checked and ready to decide by.
public final class OfficeLaw: Sendable {
  /// The checked library.
  public let library: Library
  /// The digests of its files.
  public let digests: LibraryDigests
  /// All its files, those that are not law too.
  public let files: [SourceFile]
  /// On what terms counsel has adopted it; nil where nobody has, and nothing is kept back.
  public let terms: AdoptionTerms?
  let prepared: PreparedLibrary
  /// What an answer can rest on that was not read whole.
  let wording: [Wording]

  /// A provision below `verified`.
  struct Wording: Sendable {
    let name: QualifiedName
    let period: Period
    let key: String
    let digest: String
  }

  /// Why files are no library to decide by.
  public struct Unusable: Error, Sendable, CustomStringConvertible {
    /// What is wrong with them.
    public let diagnostics: [Diagnostic]
    /// Jurisdictions of which they know nothing.
    public let missing: [String]

    /// A sentence for a person.
    public var description: String {
      if !missing.isEmpty { return "the library has no law for \(missing.joined(separator: ", "))" }
      let first = diagnostics.first { $0.level == .error }
      return "the law does not check, so nothing is decided by it"
        + (first.map { ": \($0.location.path): \($0.message)" } ?? "")
    }
  }

  /// Checks a library. The digest is of all files; only what the jurisdictions need is read.
  public init(files: [SourceFile], for jurisdictions: Set<String>) throws(Unusable) {
    let folders = Set(["", "us"] + jurisdictions.map { $0.lowercased() })
    let documents = files.filter { file in
      guard file.path.hasSuffix(".md") else { return false }
      return folders.contains(file.path.firstIndex(of: "/").map { String(file.path[..<$0]) } ?? "")
    }
    let result = Library.check(documents)
    guard let library = result.library else { throw Unusable(diagnostics: result.diagnostics, missing: []) }
    let missing = jurisdictions.filter { name in !library.laws.contains { $0.place == name } }
    guard missing.isEmpty else { throw Unusable(diagnostics: [], missing: missing.sorted()) }
    self.library = library
    self.files = files
    digests = LibraryDigests(read: documents, all: files)
    prepared = PreparedLibrary(library, digests: digests)
    terms = nil
    wording = []
  }

  private init(_ law: OfficeLaw, terms: AdoptionTerms) {
    (library, digests, files, prepared) = (law.library, law.digests, law.files, law.prepared)
    self.terms = terms
    wording = law.unreadProvisions.map {
      Wording(
        name: QualifiedName(law: $0.law.name, name: $0.name), period: $0.period, key: $0.key, digest: $0.digest)
    }
  }

  /// The same law as counsel adopts it.
  public func adopted(on terms: AdoptionTerms) -> OfficeLaw { OfficeLaw(self, terms: terms) }

  /// The digest of the whole library: what an office adopts.
  public var digest: String { digests.library }

  var vocabulary: Vocabulary { library.vocabulary }

  /// The version of a rule in force on a day; where there is none, any version.
  func rule(_ name: RuleName, on day: Day) -> Rule? {
    let versions = library.law(name.law)?.rules.filter { $0.name.name == name.name } ?? []
    return versions.first { $0.period.contains(day) } ?? versions.first
  }

  /// The calendar of a jurisdiction's business days.
  func calendar(of jurisdiction: String) -> HolidayCalendar? {
    vocabulary.place(jurisdiction)?.calendar.flatMap(vocabulary.calendar)
  }
}
