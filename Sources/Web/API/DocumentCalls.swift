import Desk
import LawLanguage
import Reasoning

/// The documents of a case: what there is, handing one in, and taking one out.
extension APICalls {
  /// The largest file.
  private static let largest = 20 << 20
  /// The most that are listed.
  private static let most = 1_000

  var documents: [Operation] {
    [
      Operation(
        id: "listDocuments", method: .get, path: "/cases/{id}/documents", scope: .casesRead,
        summary: "A case's documents",
        about: "The first attached first, without what people call them, which may be a name.",
        reply: .init(
          status: .ok,
          shape: .object([
            .needed("case", .caseID, "The case."), .needed("version", .integer(1...1_000_000), "Its version."),
            .needed("items", .list(of: APICalls.documentShape, atMost: APICalls.most), "Its documents."),
          ]), hasETag: true, meaning: "The documents.")
      ) { try await list($0) },
      Operation(
        id: "attachDocument", method: .post, path: "/cases/{id}/documents", scope: .casesWrite,
        summary: "Hand in a document",
        about:
          "As it came, whole: a PDF, a scan (TIFF, PNG, JPEG) or plain text, of at most \(APICalls.largest >> 20) MiB. "
          + "What it is is found out from its content. It is kept under seal. The same file again is there once.",
        parameters: [
          .init(
            name: "as", shape: .choice(HandedIn.allCases.map(\.rawValue)),
            meaning: "What it is to the case; another paper, unless said.")
        ], takesFile: true, bodyLimit: APICalls.largest,
        keys: .init(idempotency: .required, isConditional: true),
        reply: .init(
          status: .created,
          shape: .named(
            "HandedInDocument",
            .object([
              .needed("case", .caseID, "The case."), .needed("version", .integer(1...1_000_000), "Its version now."),
              .needed("document", .digest, "The document's name within the case: its SHA-256."),
              .needed("mediaType", .words(200), "What it is."),
            ])), hasETag: true, hasLocation: true, meaning: "It is kept, durably.")
      ) { try await attach($0) },
      Operation(
        id: "readDocument", method: .get, path: "/cases/{id}/documents/{document}", scope: .documentsRead,
        summary: "Take a document out",
        about:
          "As it came in or went out. It names whom the case is about, which no other call does: give this scope to a "
          + "program only that needs it.",
        reply: .init(status: .ok, shape: nil, isFile: true, meaning: "The file, to be kept and never shown inline.")
      ) { try await take($0) },
    ]
  }

  /// What a document is to its case. No words of the program's own, so that no name stands in an address.
  private enum HandedIn: String, CaseIterable {
    case request, warrant, paper, correspondence
    case proofOfService = "proof-of-service"

    var title: String {
      switch self {
      case .request: "The request as received"
      case .warrant: "A warrant as received"
      case .paper: "A paper as received"
      case .correspondence: "Correspondence"
      case .proofOfService: "Proof of service"
      }
    }
  }

  private static let documentShape = Shape.named(
    "Document",
    .object([
      .needed("document", .digest, "Its name within the case: its SHA-256."),
      .needed("direction", .choice(AttachedDocument.Direction.allCases.map(\.rawValue)), "Whether it came or went."),
      .needed("mediaType", .words(200), "What it is."),
      .needed("bytes", .integer(0...NewDocument.largest), "How large it is."),
    ]))

  private func list(_ asked: Asked) async throws -> Reply {
    let id = try asked.caseID()
    let file = try await refusing { try await office.caseFile(id, for: asked.staff) }
    let items = file.documents.prefix(APICalls.most).map { document -> JSON in
      .object([
        "document": .text(document.digest), "direction": .text(document.direction.rawValue),
        "mediaType": .text(document.mediaType), "bytes": .integer(document.byteCount),
      ])
    }
    return APICalls.json(
      .object(["case": .text("\(id)"), "version": .integer(file.version), "items": .list(items)])
    ).with("etag", APICalls.etag(file.version))
  }

  private func attach(_ asked: Asked) async throws -> Reply {
    let (id, bytes) = (try asked.caseID(), asked.exchange.body)
    guard let kind = DocumentKind(of: bytes) else {
      throw Refused(.unprocessable, "This is no PDF, TIFF, PNG, JPEG or plain text. Nothing was recorded.")
    }
    let what = asked.query.text("as").flatMap(HandedIn.init) ?? .paper
    let document = NewDocument(
      bytes, title: "\(what.title), handed in by \(asked.token.name)", mediaType: kind.mediaType)
    let receipt = try await refusing {
      try await office.attach(document, to: id, version: asked.version ?? 0, by: asked.hand())
    }
    return APICalls.json(
      .object([
        "case": .text("\(id)"), "version": .integer(receipt.version), "document": .text(document.entry.digest),
        "mediaType": .text(kind.mediaType),
      ]), status: .created
    ).with("etag", APICalls.etag(receipt.version))
      .with("location", "\(Operation.base)/cases/\(id)/documents/\(document.entry.digest)")
  }

  private func take(_ asked: Asked) async throws -> Reply {
    let id = try asked.caseID()
    let file = try await refusing { try await office.caseFile(id, for: asked.staff) }
    guard let entry = file.documents.first(where: { $0.digest == asked.exchange.parameter("document") }) else {
      throw Refused(.notFound, "The case has no such document.")
    }
    let bytes: [UInt8]
    do throws(OfficeRefusal) { bytes = try await office.document(entry.digest, of: id, for: asked.staff) } catch {
      if case .nothingThere = error {
        throw Refused(.notFound, "The document was let go under a schedule or an order.")
      }
      throw Refused(error)
    }
    let ending = DocumentKind.allCases.first { $0.mediaType == entry.mediaType }?.rawValue ?? "bin"
    return Download(
      bytes: bytes, name: "\(file.number)-\(entry.digest.prefix(12)).\(ending)", mediaType: "application/octet-stream"
    ).reply
  }
}
