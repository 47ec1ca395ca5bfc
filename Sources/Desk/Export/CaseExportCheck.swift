internal import Foundation
public import Ledger

/// Whether a discovery export is what it says: every file, every event held against the log that is in it.
public struct CaseExportCheck: Sendable {
  /// What the export says of itself.
  public let manifest: CaseExportManifest
  /// The log in it; nil where nothing was published yet.
  public private(set) var log: LogVerification?
  /// What is wrong, in sentences.
  public private(set) var faults: [String] = []
  /// How many events are proven to be in the log.
  public private(set) var proven = 0

  /// Whether nothing is wrong.
  public var isWhole: Bool { faults.isEmpty && (log?.isWhole ?? true) }

  private struct Payload: Decodable { let `case`, digest: String, event: Int }

  private static let largest = NewDocument.largest + (1 << 20)

  /// Whether a folder holds an export.
  public static func isExport(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(CaseExportManifest.name)")
  }

  /// Checks an export.
  ///
  /// - Parameter verifier: The log's key, from elsewhere than the export; nil to take the one that it names.
  public init(_ folder: String, trusting verifier: (any NoteVerifier)?) async throws {
    guard let bytes = try CaseExportCheck.read("\(folder)/\(CaseExportManifest.name)"),
      let manifest = try? JSONDecoder().decode(CaseExportManifest.self, from: Data(bytes)),
      manifest.form == CaseExportManifest.currentForm
    else { throw BackupTrouble("\(folder)/\(CaseExportManifest.name) is not that of an export") }
    self.manifest = manifest
    let trusted = try verifier ?? Ed25519Verifier(text: manifest.key)
    for (path, expected) in manifest.files.sorted(by: { $0.key < $1.key }) {
      guard !path.split(separator: "/").contains(".."), let bytes = try CaseExportCheck.read("\(folder)/\(path)") else {
        faults.append("\(path) is missing")
        continue
      }
      if digest(of: bytes) != expected { faults.append("\(path) is not what was exported") }
    }
    for document in manifest.documents {
      guard let path = document.path else { continue }
      if manifest.files[path] != document.entry.digest { faults.append("\(path) is not what was attached") }
    }
    var `case`: String?
    for event in manifest.events { try check(event, in: folder, trusted, &`case`) }
    guard FileManager.default.fileExists(atPath: "\(folder)/log/checkpoint") else { return }
    var knowledge = LogVerification.Knowledge()
    knowledge.verifier = trusted
    log = await LogVerification(LogFolder("\(folder)/log"), knowing: knowledge)
  }

  private static func read(_ path: String) throws -> [UInt8]? { try DurableFile.read(path, atMost: largest) }

  private mutating func check(
    _ event: CaseExportManifest.Event, in folder: String, _ verifier: any NoteVerifier, _ name: inout String?
  ) throws {
    let file = CaseExportManifest.name(event.number)
    guard let bytes = try CaseExportCheck.read("\(folder)/events/\(file).json"),
      let payload = try CaseExportCheck.read("\(folder)/payloads/\(file).json"),
      let said = try? JSONDecoder().decode(Payload.self, from: Data(payload))
    else { return faults.append("event \(event.number) is missing") }
    guard said.event == event.number, said.digest == digest(of: bytes), name ?? said.case == said.case else {
      return faults.append("event \(event.number) is not the one that was logged")
    }
    name = said.case
    guard event.isPublished else { return }
    guard let proof = try CaseExportCheck.read("\(folder)/proofs/\(file).tlog-proof").map({ try LogProof($0) }),
      proof.index == event.entry, let salt = proof.extra
    else { return faults.append("the proof of event \(event.number) is missing") }
    let entry = LogEntry(number: event.entry, commitment: Commitment(salt: salt, payload: payload))
    do {
      try proof.check(entry: entry.bytes, trusting: verifier)
      proven += 1
    } catch { faults.append("event \(event.number): \(error)") }
  }
}
