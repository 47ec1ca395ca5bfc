internal import Foundation
internal import GRDB
internal import LawLanguage
public import Ledger

/// What is handed in.
extension Collector {
  /// What comes with a report that an agency's own desk has certified.
  public struct Package: Sendable, Hashable {
    /// What the desk's log holds of the report.
    public let receipt: [UInt8]
    /// The `.tlog-proof`.
    public let proof: [UInt8]

    /// A receipt and its proof.
    public init(receipt: [UInt8], proof: [UInt8]) {
      self.receipt = receipt
      self.proof = proof
    }
  }

  /// Who hands something in.
  public enum Giver: Sendable {
    /// Whoever has the agency's link.
    case link(String)
    /// Staff, from what came by other ways.
    case staff(Staff, agency: CaseID)
  }

  /// As often as an agency may hand in one report.
  public static let mostTries = 50

  /// Takes in what an agency hands in. It is kept whole whatever it is; it counts if it fits the form.
  ///
  /// - Parameter package: Receipt and proof of the agency's own desk. A package that does not prove the report is refused,
  ///   rather than taken without it.
  public func submit(
    _ bytes: [UInt8], form id: String, period: ReportPeriod, from giver: Giver, with package: Package? = nil
  ) async throws(OfficeRefusal) -> SubmissionOutcome {
    let form = try form(id)
    guard form.takes(period) else { throw .report(.noPeriod) }
    guard today > period.last else { throw .report(.notOver(period)) }
    guard bytes.count <= DelimitedText.Limits.bytes else {
      throw .tooLarge("a report", limit: DelimitedText.Limits.bytes)
    }
    if case .staff(let staff, _) = giver { try require(.publish, of: staff) }
    var mistakes: [DelimitedText.Mistake] = []
    var content: ReportFileForm.Content?
    do { content = try ReportFileForm(form).read(bytes) } catch { mistakes = error.mistakes }
    let (now, read, number) = (clock(), content, CaseID())
    let submission = try await write { rows in
      let (agency, channel, by) = try self.giver(giver, rows)
      guard
        try rows.submissions(of: agency).filter({ $0.form == id && $0.period == period }).count < Collector.mostTries
      else { throw ReportRefusal.agency("this report was handed in \(Collector.mostTries) times; write to us") }
      if let package { try self.check(package, bytes, form, period, agency) }
      let sum = digest(of: bytes)
      let entry = try rows.log(
        "report.received",
        [
          "agency": .string(agency.id.description), "form": .string(id), "period": .string(period.description),
          "submission": .string(number.description), "digest": .string(sum), "accepted": .bool(read != nil),
          "proven": .bool(package != nil), "entries": .integer(read?.count ?? 0), "by": .string(by),
          "at": .integer(Int(now.seconds)),
        ])
      let submission = Submission(
        id: number, agency: agency.id, form: id, period: period, received: now, channel: channel,
        isAccepted: read != nil, isProven: package != nil, entries: read?.count ?? 0, digest: sum, entry: entry)
      try rows.keep(submission, bytes, of: agency)
      return submission
    }
    return SubmissionOutcome(submission: submission, mistakes: mistakes, receipt: try receipt(of: submission))
  }

  private func giver(
    _ giver: Giver, _ rows: CollectRows
  ) throws -> (CollectedAgency, Submission.Channel, String) {
    switch giver {
    case .link(let secret):
      guard CaseID(secret) != nil, let agency = try rows.agency(link: secret) else {
        throw OfficeRefusal.nothingThere("such link")
      }
      return (agency, .link, "the agency's link")
    case .staff(let staff, let id): return (try rows.agency(id), .staff, staff.id)
    }
  }

  private func check(
    _ package: Package, _ bytes: [UInt8], _ form: ReportForm, _ period: ReportPeriod, _ agency: CollectedAgency
  ) throws {
    struct Receipt: Decodable { let event, form, period, digest: String }
    guard let key = agency.logKey else {
      throw ReportRefusal.proof(
        "the register has no key of the agency's log; send the report without it, or the key first")
    }
    let proof: LogProof
    do { proof = try LogProof(package.proof) } catch { throw ReportRefusal.proof("\(error)") }
    guard let salt = proof.extra else { throw ReportRefusal.proof("it has no line “extra”") }
    let entry = LogEntry(number: proof.index, commitment: Commitment(salt: salt, payload: package.receipt))
    do { try proof.check(entry: entry.bytes, trusting: try Ed25519Verifier(text: key)) } catch {
      throw ReportRefusal.proof("\(error)")
    }
    guard let receipt = try? JSONDecoder().decode(Receipt.self, from: Data(package.receipt)),
      receipt.event == "report.certified"
    else { throw ReportRefusal.proof("the receipt is not that of a certified report") }
    guard receipt.digest == digest(of: bytes) else {
      throw ReportRefusal.proof("the receipt is of another file than this one")
    }
    guard receipt.form == form.id, receipt.period == period.description else {
      throw ReportRefusal.proof("the receipt is of another report")
    }
  }

  /// The receipt of something handed in: a note that the collector has signed.
  public func receipt(of submission: Submission) throws(OfficeRefusal) -> [UInt8] {
    let zone = Zone(identifier: "UTC") ?? profile.zone
    let words = MomentWords(zone: zone)
    return try signed([
      "tenth report receipt v1", "collector \(profile.title)", "agency \(submission.agency)", "form \(submission.form)",
      "period \(submission.period)", "received \(words.text(submission.received)) UTC", "sha256 \(submission.digest)",
      "entries \(submission.entries)", "accepted \(submission.isAccepted ? "yes" : "no, it does not fit the form")",
      "log entry \(submission.entry)",
    ])
  }

  /// The proof that the published log holds it; nil until the log is published the next time.
  public func proof(of submission: Submission) async throws(OfficeRefusal) -> (proof: LogProof, payload: [UInt8])? {
    do {
      let target = LedgerStore.ProofTarget.published(at: Int(clock().seconds))
      guard let proof = try await ledger.proof(of: submission.entry, to: target, revealingSalt: true) else {
        return nil
      }
      let ledger = ledger
      return (proof, try await ledger.pool.read { try ledger.payload(of: submission.entry, in: $0) })
    } catch { throw Office.refusal(error, or: OfficeRefusal.unreadable) }
  }

  /// Something handed in, for its agency's link.
  public func submission(_ id: CaseID, link secret: String) async throws(OfficeRefusal) -> Submission {
    guard let agency = try await agency(link: secret) else { throw .nothingThere("such link") }
    let found = try await read { try $0.submission(id) }
    guard let found, found.agency == agency.id else { throw .nothingThere("such report") }
    return found
  }

  /// What an agency handed in, for its link.
  public func submissions(link secret: String) async throws(OfficeRefusal) -> [Submission] {
    guard let agency = try await agency(link: secret) else { throw .nothingThere("such link") }
    return try await read { try $0.submissions(of: agency) }
  }

  /// The file that was handed in, as it came.
  public func file(_ id: CaseID, for staff: Staff) async throws(OfficeRefusal) -> (
    submission: Submission, bytes: [UInt8]
  ) {
    try requireReading(staff)
    return try await read { rows in
      guard let submission = try rows.submission(id) else { throw OfficeRefusal.nothingThere("such report") }
      return (submission, try rows.file(of: submission))
    }
  }

  /// What does not fit in what was handed in.
  public func mistakes(in bytes: [UInt8], form id: String) throws(OfficeRefusal) -> [DelimitedText.Mistake] {
    do { _ = try ReportFileForm(try form(id)).read(bytes) } catch let misfit as ReportFileForm.Misfit {
      return misfit.mistakes
    } catch let refusal as OfficeRefusal { throw refusal } catch { return [] }
    return []
  }
}
