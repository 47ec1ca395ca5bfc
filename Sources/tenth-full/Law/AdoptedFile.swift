import Console
import Desk
import Foundation
import LawLanguage
import Reasoning

/// An adoption that was read from a file, and the law that it adopts.
struct AdoptedFile: AdoptedLaw {
  let document: AdoptionDocument
  let law: OfficeLaw

  var readings: [ReadingPosition] { law.readings(of: document.office) }

  func answer(_ draft: inout RequestDraft, by vocabulary: Vocabulary) { document.answer(&draft, by: vocabulary) }

  func keepingBack(_ decision: Decision) -> Decision { law.keepingBack(decision) }

  /// Reads an adoption and holds it against the library.
  init(_ path: String, of loaded: LoadedLibrary, in folder: LibraryFolder) throws(Refusal) {
    let document = try AdoptedFile.read(path)
    guard document.library == loaded.digests.library else {
      throw .sentence(
        "\(path) adopts the library with the digest \(document.library.prefix(16)), and this is \(loaded.digests.library.prefix(16)). "
          + "Name the library that was adopted with --laws DIR, or have counsel adopt this one: tenth law adopt --after \(path)"
      )
    }
    self.document = document
    law = try AdoptedFile.law(of: document.jurisdiction, in: folder).adopted(on: document.terms)
  }

  /// The largest file that is read, in bytes.
  private static let limit = 4 << 20

  static func read(_ path: String) throws(Refusal) -> AdoptionDocument {
    let bytes = try BoundedReading.file(path, limit: limit, what: "a file that `tenth law adopt` wrote")
    guard bytes.count <= limit else { throw .sentence("\(path) is no adoption: it is larger than \(limit) bytes") }
    do { return try JSONDecoder().decode(AdoptionDocument.self, from: Data(bytes)) } catch {
      throw .sentence("\(path) is no adoption: \(reason(error)); write it with `tenth law adopt`")
    }
  }

  static func law(of jurisdiction: String, in folder: LibraryFolder) throws(Refusal) -> OfficeLaw {
    do { return try OfficeLaw(files: folder.files(), for: [jurisdiction]) } catch let refusal as Refusal {
      throw refusal
    } catch { throw .sentence("\(error)") }
  }

  private static func reason(_ error: any Error) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      let above = path(context)
      return "\(above.isEmpty ? "" : above + ".")\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context): return "\(path(context)) is of another kind"
    case .dataCorrupted, nil: return "it is no JSON"
    @unknown default: return "it cannot be read"
    }
  }
}
