import LawLanguage
import Reasoning

/// The suite as the case blocks of the law give it.
package struct GeneratedSuite: Sendable {
  /// The files of the suite's folder: their names and bytes.
  package let files: [(name: String, bytes: [UInt8])]

  /// Makes the suite from the law of a checkout.
  ///
  /// - Throws: `SuiteError` if some law does not check.
  package init(from repository: Repository) throws(SuiteError) {
    var files: [(name: String, bytes: [UInt8])] = []
    var entries: [Manifest.Entry] = []
    func add(_ made: MadeDocument) {
      let bytes = Array((made.json.written(width: 120) + "\n").utf8)
      let path = "\(made.name).json"
      let official = made.cases.filter(\.isOfficial).count
      files.append((path, bytes))
      entries.append(
        Manifest.Entry(
          path: path, sha256: LawDigest(SourceFile(path: path, bytes: bytes)).sha256, official: official,
          derived: made.cases.count - official))
    }
    for name in try repository.foldersByHand() {
      let folder = "\(Repository.byHand)/\(name)"
      add(
        try MadeDocument(
          name: "by-hand-\(name)", files: repository.documents(under: folder), folder: folder, carriesLaw: true))
    }
    let common = try repository.documents(in: Repository.library)
    for name in try repository.jurisdictions() {
      let folder = "\(Repository.library)/\(name)"
      // A state's law is decided beside that of the United States.
      let federal = name == "us" ? [] : try repository.documents(under: "\(Repository.library)/us")
      let law = common + federal + (try repository.documents(under: folder))
      let made = try MadeDocument(name: "library-\(name)", files: law, folder: folder, carriesLaw: false)
      if !made.cases.isEmpty { add(made) }
    }
    files.append((Manifest.path, Array((Manifest(entries: entries).json.written(width: 120) + "\n").utf8)))
    self.files = files
  }

  /// What is not as the case blocks give it: one sentence each.
  package func differences(from repository: Repository) throws(SuiteError) -> [String] {
    var found: [String] = []
    let present = try repository.suiteFiles()
    for (name, bytes) in files {
      if !present.contains(name) {
        found.append("\(name) is missing")
      } else if try repository.bytes(of: "\(Repository.suite)/\(name)") != bytes {
        found.append("\(name) is not what the case blocks give")
      }
    }
    return found + strangers(among: present).map { "\($0) comes from no folder of law" }
  }

  /// Writes what differs, and takes away what comes from no law any more.
  ///
  /// - Returns: The names of the files that were written or removed.
  package func write(to repository: Repository) throws(SuiteError) -> [String] {
    let present = try repository.suiteFiles()
    var touched: [String] = []
    for (name, bytes) in files {
      let path = "\(Repository.suite)/\(name)"
      if present.contains(name), try repository.bytes(of: path) == bytes { continue }
      try repository.write(bytes, to: path)
      touched.append(name)
    }
    for name in strangers(among: present) {
      try repository.remove("\(Repository.suite)/\(name)")
      touched.append(name)
    }
    return touched
  }

  private func strangers(among present: [String]) -> [String] {
    let own = Set(files.map(\.name))
    return present.filter { !own.contains($0) }
  }
}

/// One document, made from the cases of a folder.
private struct MadeDocument {
  let name: String
  let files: [SourceFile]
  let cases: [Case]
  let carriesLaw: Bool
  let folder: String
  let vocabulary: Vocabulary

  init(name: String, files: [SourceFile], folder: String, carriesLaw: Bool) throws(SuiteError) {
    let library = try checked(files, name)
    self.name = name
    self.files = files
    self.folder = folder
    self.carriesLaw = carriesLaw
    vocabulary = library.vocabulary
    cases = library.cases.filter { $0.location.path.hasPrefix("\(folder)/") }
  }

  var json: JSON {
    var taken = Set<String>()
    return .object([
      "format": .integer(SuiteLimits.format),
      "name": .text(name),
      "law": .list(files.map(law)),
      "cases": .list(cases.map { json($0, id: id(of: $0, &taken)) }),
    ])
  }

  private func law(_ file: SourceFile) -> JSON {
    let members = [
      JSON.Member(key: "path", value: .text(file.path)),
      JSON.Member(key: "sha256", value: .text(LawDigest(file).sha256)),
    ]
    guard carriesLaw else { return .object(members) }
    return .object(members + [JSON.Member(key: "text", value: .text(String(decoding: file.bytes, as: UTF8.self)))])
  }

  private func json(_ example: Case, id: String) -> JSON {
    .object([
      "id": .text(id), "title": .text(example.title),
      "standing": .text(SuiteCase.standing(isOfficial: example.isOfficial)), "source": .text(example.source),
      "law": .text(orNull: example.law), "path": .text(example.location.path),
      "request": example.request.document(in: vocabulary),
      "expected": Expected.document(
        example.expectations.map(\.claim), zone: vocabulary.zone(of: example.request)),
    ])
  }

  /// The document, the file and the title; a title that comes again in its file is numbered.
  private func id(of example: Case, _ taken: inout Set<String>) -> String {
    let file = example.location.path.dropFirst(folder.count + 1).dropLast(".md".count)
    let base = "\(name)/\(file)/\(slug(example.title))"
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  private func slug(_ title: String) -> String {
    title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }
}

/// The law of the files, if it checks.
func checked(_ files: [SourceFile], _ name: String) throws(SuiteError) -> Library {
  let result = Library.check(files)
  guard let library = result.library else {
    let error = result.diagnostics.first { $0.level == .error }
    throw SuiteError(
      "the law of \(name) does not check: \(error.map { "\($0.location.path): \($0.message)" } ?? "it has no law")")
  }
  return library
}
