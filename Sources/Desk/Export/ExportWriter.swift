internal import Foundation
internal import LawLanguage
internal import Ledger

/// Lays a case out as its export has it: the same files, whether they go into a folder or an archive.
struct ExportWriter<Place: ExportPlace> {
  var place: Place
  private var digests: [String: String] = [:]

  init(_ place: Place) { self.place = place }

  /// - Parameter log: Puts the published log where it belongs.
  mutating func write(
    _ gathered: GatheredCase, from office: Office, withNotes: Bool, by: [String], agency: String, at now: Instant,
    log: (inout Place) async throws -> Void
  ) async throws -> CaseExportManifest {
    var events: [CaseExportManifest.Event] = []
    for event in gathered.events {
      let name = CaseExportManifest.name(event.event.number)
      try put(event.bytes, at: "events/\(name).json")
      try put(event.payload, at: "payloads/\(name).json")
      // To what is published, for an inner state would tell outsiders how much happens here.
      let proof = try await office.ledger.proof(
        of: event.entry, to: .published(at: Int(now.seconds)), revealingSalt: true)
      if let proof { try put(proof.bytes, at: "proofs/\(name).tlog-proof") }
      events.append(.init(number: event.event.number, entry: event.entry, isPublished: proof != nil))
      if case .proposed(let proposal) = event.event.what, let document = proposal.document {
        try put(Array(document.utf8), at: "decisions/\(name).json")
      }
    }
    var documents: [CaseExportManifest.Document] = []
    for (index, document) in gathered.documents.enumerated() {
      let path =
        "documents/\(CaseExportManifest.name(index + 1)).\(CaseExportManifest.suffix(of: document.entry.mediaType))"
      if let bytes = document.bytes { try put(bytes, at: path) }
      documents.append(.init(path: document.bytes == nil ? nil : path, entry: document.entry))
    }
    if let person = gathered.person { try put(json: person, at: "person.json") }
    try put(json: gathered.notes.map(PrivilegeLogLine.init), at: "privilege-log.json")
    if withNotes { try put(json: gathered.notes, at: "notes.json") }
    for (digest, files) in gathered.libraries {
      for file in files { try put(file.bytes, at: "library/\(digest.prefix(16))/\(file.path)") }
    }
    let verifier = await office.ledger.verifier.text
    try put(Array(Chronology(gathered, agency: agency, key: verifier, at: now).text.utf8), at: "chronology.txt")
    try await log(&place)
    var manifest = CaseExportManifest(
      form: CaseExportManifest.currentForm, number: gathered.number.description, agency: agency, made: now.utc, by: by,
      key: verifier, events: events, documents: documents, libraries: gathered.libraries.keys.sorted(),
      hasNotes: withNotes, files: [:])
    manifest.files = digests
    try put(json: manifest, at: CaseExportManifest.name)
    return manifest
  }

  private mutating func put(json value: some Encodable, at path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try put([UInt8](encoder.encode(value)), at: path)
  }

  private mutating func put(_ bytes: [UInt8], at path: String) throws {
    try place.put(bytes, at: path)
    digests[path] = digest(of: bytes)
  }
}

extension CaseExportManifest {
  /// What a document's file ends with: of kinds that we know, so that nothing in a name comes from outside.
  fileprivate static func suffix(of mediaType: String) -> String {
    switch mediaType {
    case "application/pdf": "pdf"
    case "image/tiff": "tiff"
    case "image/png": "png"
    case "image/jpeg": "jpg"
    case "text/plain": "txt"
    case "application/json": "json"
    default: "bin"
    }
  }
}

/// A line of the privilege log.
private struct PrivilegeLogLine: Encodable {
  let number: Int
  let date: String
  let author: String
  let subject: String
  let ground: String

  init(_ note: PrivilegedNote) {
    number = note.number
    date = note.written.utc
    author = note.author.text
    subject = note.subject
    ground = "attorney-client communication or work product"
  }
}
