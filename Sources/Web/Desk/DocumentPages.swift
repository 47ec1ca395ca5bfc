import Desk
import LawLanguage
import Reasoning

/// The papers as they were received: kept under seal, typed by their content, and given out as files only.
struct DocumentPages: Sendable {
  let work: OfficeWork
  let frame: Frame

  /// Less than the desk keeps at most, so that a file and its form fit.
  private static let largest = 20 << 20

  var routes: [Route] {
    [
      Route(.get, "/requests/{id}/attach", .may(.recordFacts)) { try await form($0, mistakes: []) },
      Route(
        .post, "/requests/{id}/attach", .may(.recordFacts), bodyLimit: DocumentPages.largest + 64 * 1024,
        takesFile: true
      ) { try await attach($0) },
      Route(.get, "/requests/{id}/documents/{digest}", .may(.readDocuments)) { try await download($0) },
    ]
  }

  private func form(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let file = try await work.file(exchange)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    var page = StepPage(
      title: "Attach a document", file: file, parts: parts, action: exchange.route.action(exchange))
    page.send = "Attach it"
    page.mayBeLate = true
    page.takesFile = true
    return page.reply(frame, exchange) {
      p { "As it was received, whole. It is kept under seal, and can be taken out as a file only." }
      parts.text("title", "What is it?", hint: "For example: fax of the detainer, three pages.")
      parts.file(
        "file", "The file",
        hint:
          "A PDF, a scan (TIFF, PNG, JPEG) or plain text, at most \(DocumentPages.largest >> 20) MB. What it is is found out "
          + "from its content. Do not attach a proof of citizenship; record what was seen.")
    }
  }

  private func attach(_ exchange: Exchange) async throws -> Reply {
    let file = try await work.file(exchange)
    do {
      guard let title = exchange.form.text("title") else { throw Mistakes("title", "Write what it is.") }
      guard let sent = exchange.file else { throw Mistakes("file", "Choose the file.") }
      guard sent.bytes.count <= DocumentPages.largest else {
        throw Mistakes("file", "The file is larger than \(DocumentPages.largest >> 20) MB. Scan it in black and white.")
      }
      guard let kind = DocumentKind(of: sent.bytes) else {
        throw Mistakes("file", "This is no PDF, TIFF, PNG, JPEG or plain text. Nothing was recorded.")
      }
      let document = NewDocument(sent.bytes, title: title, mediaType: kind.mediaType)
      let (hand, version) = (try work.hand(exchange), work.version(exchange, file))
      _ = try await work.refusing(at: "title") {
        try await work.office.attach(document, to: file.id, version: version, by: hand)
      }
      return .seeOther("/requests/\(file.id)#documents")
    } catch let mistakes as Mistakes {
      return try await form(exchange, mistakes: mistakes.list)
    }
  }

  private func download(_ exchange: Exchange) async throws -> Reply {
    let (file, staff) = (try await work.file(exchange), try work.staff(exchange))
    guard let entry = file.documents.first(where: { $0.digest == exchange.parameter("digest") }) else {
      throw Refused(.notFound, "The request has no such document.")
    }
    let bytes = try await work.refusing { try await work.office.document(entry.digest, of: file.id, for: staff) }
    let ending = DocumentKind.allCases.first { $0.mediaType == entry.mediaType }?.rawValue ?? "bin"
    return Download(
      bytes: bytes, name: "\(file.number)-\(entry.digest.prefix(12)).\(ending)",
      // What was typed once by an older desk is given out as bytes.
      mediaType: ending == "bin" ? "application/octet-stream" : entry.mediaType
    ).reply
  }
}

/// What a file is, by its content.
enum DocumentKind: String, CaseIterable {
  case pdf, tiff, png, jpg, txt

  var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .tiff: "image/tiff"
    case .png: "image/png"
    case .jpg: "image/jpeg"
    case .txt: "text/plain"
    }
  }

  /// Nil for anything that a fax, a scanner or a mail program would not give.
  init?(of bytes: [UInt8]) {
    let starts: [(DocumentKind, [UInt8])] = [
      (.pdf, Array("%PDF-".utf8)), (.tiff, [0x49, 0x49, 0x2A, 0x00]), (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
      (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), (.jpg, [0xFF, 0xD8, 0xFF]),
    ]
    if let found = starts.first(where: { bytes.starts(with: $0.1) }) {
      self = found.0
      return
    }
    let isText = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    guard !bytes.isEmpty, isText, String(validating: bytes, as: UTF8.self) != nil else { return nil }
    self = .txt
  }
}
