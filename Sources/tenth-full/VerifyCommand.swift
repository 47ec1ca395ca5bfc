import ArgumentParser
import Console
import Desk
import Foundation
import Ledger
import Reasoning

/// Whether a log is whole.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that a log is whole, from its files alone.",
    discussion: """
      Recomputes the log from its entries and compares every hash, the signature and the root. The log is a folder or a \
      web address with checkpoint, vkey and tile/ below it, as the desk exports and serves it.

      Give the key from the agency's letters or site (--key): a log that names its own key proves only that it fits \
      together. Keep the checkpoint (--keep) and give it the next time (--checkpoint): then a log that was cut or \
      rewritten in between shows.

      Exit codes: 0 only if the log is whole, 1 if it is not, 2 if it cannot be checked.

      Example:
        tenth verify log/ --key desk.example.gov/log+1a2b3c4d+AQ… --checkpoint last-month.checkpoint
        tenth verify https://desk.example.gov/log --key desk.vkey
      """)

  @Argument(
    help: ArgumentHelp("The folder or web address that holds the log.", valueName: "dir|url"), completion: .directory)
  var place: String

  @Option(help: ArgumentHelp("The log's public key, or a file that holds it.", valueName: "vkey"))
  var key: String?

  @Option(help: ArgumentHelp("A checkpoint of this log that was seen before.", valueName: "file"), completion: .file())
  var checkpoint: String?

  @Option(
    help: ArgumentHelp("A .tlog-proof to check; needs --entry or --payload.", valueName: "file"), completion: .file())
  var proof: String?

  @Option(help: ArgumentHelp("The entry that the proof is for.", valueName: "file"), completion: .file())
  var entry: String?

  @Option(
    help: ArgumentHelp("What the entry commits to, where the proof holds the salt.", valueName: "file"),
    completion: .file())
  var payload: String?

  @Option(help: ArgumentHelp("Write the log's checkpoint to this file if the log is whole.", valueName: "file"))
  var keep: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    guard (proof == nil) == (entry == nil && payload == nil) else {
      throw ValidationError("--proof goes with --entry or --payload: a proof is of something.")
    }
  }

  func run() async throws {
    let knowledge = try knowledge()
    if CaseExportCheck.isExport(place) { return try await verifyExport(knowledge) }
    let verification =
      if let address = LogAddress.base(of: place) {
        try await LogAddress.with(address) { await verify($0, knowledge) }
      } else {
        await verify(try folder(), knowledge)
      }
    Output.print(json ? document(verification).written() : text(verification))
    guard verification.isWhole else { throw ExitCode(1) }
    if let keep, let signed = verification.signed {
      do { try Data(signed.bytes).write(to: URL(filePath: keep), options: .atomic) } catch {
        throw Refusal.sentence("the checkpoint could not be written to \(keep)")
      }
    }
  }

  private func verify(
    _ source: some LogSource, _ knowledge: LogVerification.Knowledge
  ) async -> LogVerification {
    let showsProgress = isatty(STDERR_FILENO) == 1
    let verification = await LogVerification(source, knowing: knowledge) { done, size in
      if showsProgress { FileHandle.standardError.write(Data("\r\(done) of \(size) entries".utf8)) }
    }
    if showsProgress { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    return verification
  }

  /// A discovery export: its files, its events and the log that is in it.
  private func verifyExport(_ knowledge: LogVerification.Knowledge) async throws {
    let check: CaseExportCheck
    do { check = try await CaseExportCheck(place, trusting: knowledge.verifier) } catch { throw Refusal.ofDesk(error) }
    let faults = check.faults + (check.log?.findings.map { "\($0)" } ?? [])
    let manifest = check.manifest
    if json {
      let document: [JSON.Member] = [
        .init(key: "whole", value: .boolean(check.isWhole)), .init(key: "case", value: .text(manifest.number)),
        .init(key: "events", value: .integer(manifest.events.count)),
        .init(key: "proven", value: .integer(check.proven)), .init(key: "keyFromExport", value: .boolean(key == nil)),
        .init(key: "faults", value: .list(faults.map { .text($0) })),
      ]
      Output.print(JSON.object(document).written())
    } else {
      var lines = [
        "The export of case \(manifest.number) of \(manifest.agency) is \(check.isWhole ? "" : "NOT ")whole: "
          + "\(manifest.events.count) events, \(check.proven) of them proven to be in the log."
      ]
      lines += faults.map { "  - \($0)" }
      if key == nil {
        lines.append(
          "  The key came from the export itself. Compare it with the one on the agency's letters: \(manifest.key)")
      }
      Output.print(lines.map(Page.printable).joined(separator: "\n"))
    }
    guard check.isWhole else { throw ExitCode(1) }
  }

  private func folder() throws(Refusal) -> LogFolder {
    guard !place.contains("://") else {
      throw .sentence("\(place) is no address of a log; one looks like https://desk.example.gov/log")
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue else {
      throw .sentence("there is no folder \(place)")
    }
    return LogFolder(place)
  }

  // MARK: What was known before

  private func knowledge() throws(Refusal) -> LogVerification.Knowledge {
    var knowledge = LogVerification.Knowledge()
    if let key {
      let text = FileManager.default.fileExists(atPath: key) ? String(decoding: try read(key), as: UTF8.self) : key
      knowledge.verifier = try used("--key") { () throws(Malformed) in try Ed25519Verifier(text: text) }
    }
    if let checkpoint {
      let bytes = try read(checkpoint)
      knowledge.earlier = try used(checkpoint) { () throws(Malformed) in try SignedCheckpoint(bytes) }
    }
    if let proof {
      let bytes = try read(proof)
      knowledge.proof = try used(proof) { () throws(Malformed) in try LogProof(bytes) }
    }
    knowledge.entry = try entry.map(read)
    knowledge.payload = try payload.map(read)
    if entry == nil, payload != nil, knowledge.proof?.extra == nil {
      throw .sentence("the proof holds no salt, so the payload cannot be checked with it; give the entry")
    }
    return knowledge
  }

  private func used<Value>(_ name: String, _ read: () throws(Malformed) -> Value) throws(Refusal) -> Value {
    do { return try read() } catch { throw .sentence("\(name): \(error)") }
  }

  private static let largestFile = 2 << 20

  private func read(_ path: String) throws(Refusal) -> [UInt8] {
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? handle.close() }
      let data = try handle.read(upToCount: VerifyCommand.largestFile + 1) ?? Data()
      guard data.count <= VerifyCommand.largestFile else { throw CocoaError(.fileReadTooLarge) }
      return Array(data)
    } catch {
      throw .sentence("\(path) cannot be read, or has more than \(VerifyCommand.largestFile) bytes")
    }
  }

  // MARK: What was found

  private func text(_ verification: LogVerification) -> String {
    let terminal = Terminal.current
    var page = Page(width: terminal.width, hasColour: terminal.hasColour)
    let name = verification.signed?.checkpoint.origin ?? place
    if verification.isWhole, let checkpoint = verification.signed?.checkpoint {
      page.paragraph("The log \(name) is whole: \(checkpoint.size) entries.", look: .green)
      page.verbatim("Root \(checkpoint.root.base64)", indent: 2)
      page.verbatim("Key  \(verification.verifier?.text ?? "")", indent: 2)
      if proof != nil { page.paragraph(proofText(verification), indent: 2) }
      if checkpoint.size > 0, self.checkpoint != nil {
        page.paragraph("It goes on from the checkpoint seen before.", indent: 2)
      }
    } else {
      page.paragraph("The log \(name) is NOT whole.", look: .red)
      for finding in verification.findings { page.paragraph("\(finding)", indent: 4, lead: "- ") }
      if verification.omitted > 0 { page.paragraph("and \(verification.omitted) more", indent: 4, lead: "- ") }
      if verification.entriesAreSigned {
        page.paragraph("The entries themselves are those that were signed.", indent: 2)
      }
    }
    if key == nil {
      page.paragraph(
        "The key came from the log itself. Compare it with the one on the agency's letters, and give that with --key.",
        indent: 2)
    }
    return page.text
  }

  private func proofText(_ verification: LogVerification) -> String {
    verification.proofIsBeyond
      ? "The proof holds. Its entry lies beyond what is published yet, so the two could not be compared."
      : "The proof holds, and the log has its entry."
  }

  private func document(_ verification: LogVerification) -> JSON {
    let checkpoint = verification.signed?.checkpoint
    return .object([
      "whole": .boolean(verification.isWhole),
      "origin": checkpoint.map { .text($0.origin) } ?? .null, "size": checkpoint.map { .integer($0.size) } ?? .null,
      "root": checkpoint.map { .text($0.root.base64) } ?? .null,
      "key": verification.verifier.map { .text($0.text) } ?? .null, "keyFromLog": .boolean(key == nil),
      "entriesAreSigned": .boolean(verification.entriesAreSigned),
      "proofIsBeyond": .boolean(verification.proofIsBeyond),
      "findings": .list(verification.findings.map { .text("\($0)") }), "omitted": .integer(verification.omitted),
    ])
  }
}
