import Desk
import LawLanguage
import Reasoning

/// From what a form says to a letter that went out: for one that somebody writes, and for many.
struct LetterMaking: Sendable {
  let work: OfficeWork

  /// The form of a letter, with what it stands on.
  func form(
    _ kind: LetterKind, to recipient: String, of set: LetterSet, in id: CaseID, for staff: Staff
  ) async throws -> LetterForm {
    guard let letterhead = work.letterhead else { throw Refused(.unavailable, "This desk has no letterhead.") }
    let jurisdiction = work.office.settings.agencies.first { $0.id == staff.agency }?.jurisdiction ?? ""
    let acts = set.acts(toDecide: kind, to: recipient, in: jurisdiction)
    let ground = try await work.refusing {
      try await work.office.letterGround(of: id, deciding: acts, for: staff)
    }
    return LetterForm(
      kind: kind, recipient: recipient, set: set, ground: ground, vocabulary: work.law.library.vocabulary,
      zone: work.zone, letterhead: letterhead)
  }

  /// What the letter says.
  ///
  /// - Throws: `Mistakes` at a field of the form.
  func compose(_ form: LetterForm, _ fields: Fields, number: String, at now: Instant) throws -> Letter {
    let said = try form.read(fields)
    // A preview is shown even where the settings lack an address: nothing goes out by it.
    func lines(_ lines: [String], _ what: String) -> [String] { lines.isEmpty ? ["(\(what) is not set)"] : lines }
    let head = form.letterhead
    let occasion = LetterOccasion(
      office: head.office, officeAddress: lines(head.address, "the address"),
      contact: lines(head.contact, "the contact"), recipient: said.address, date: work.zone.day(of: now),
      caseNumber: "\(form.ground.file.number)", letterNumber: number, receipt: "sha256 \(form.ground.receipt)",
      proof: "\(number).tlog-proof, from this office; log \(head.log)")
    let request = LetterRequest(
      form.kind.name, to: form.recipient, on: form.ground.decision, occasion: occasion, values: said.values,
      reads: said.reads, withDraft: said.withDraft, now: now)
    do { return try form.set.compose(request, in: work.law.library) } catch {
      throw Mistakes(
        form.place(of: error.field), error.sentence(in: work.law.library.vocabulary).capitalisedFirst)
    }
  }

  /// Why no letter can go out; nil where one can.
  var trouble: String? {
    guard work.press?.typesetter != nil else { return work.press?.trouble ?? "This desk has no letters." }
    guard let letterhead = work.letterhead else { return "This desk has no letterhead." }
    return letterhead.trouble
  }

  /// Sets a letter and keeps it as it goes out, in one transaction of its own.
  func issue(
    _ letter: Letter, _ number: String, _ form: LetterForm, version: Int, by hand: Hand
  ) async throws -> IssuedLetter {
    guard trouble == nil, let typesetter = work.press?.typesetter else {
      throw Refused(.unavailable, trouble ?? "No letter can be set.")
    }
    let pdf: [UInt8]
    do { pdf = try await typesetter.typeset(letter) } catch { throw Refused(.unavailable, error.sentence) }
    let owed = form.set.owed(by: form.ground.decision).first {
      $0.kind.name == letter.kind && $0.to == letter.recipient
    }
    let issued = IssuedLetter(
      letter, number: number, document: digest(of: pdf), receipt: form.ground.receipt,
      isByPolicy: owed?.isByPolicy ?? false)
    _ = try await work.office.issue(issued, pdf: pdf, in: form.ground.file.id, version: version, by: hand)
    return issued
  }
}

extension LetterRefusal {
  /// The field of the form that it is about.
  fileprivate var field: String {
    switch self {
    case .notOfThisKind(let field, _), .wrongType(let field), .forbidden(let field, _, _),
      .outsideWindow(let field, _, _), .announcesForbidden(let field, _, _):
      field.rawValue
    case .missing(let fields, _): fields.first { !LetterFacts.isDecided($0) }?.rawValue ?? "address"
    case .contested(let field, _, _), .waits(let field, _, _, _), .undecided(let field, _): field?.rawValue ?? "address"
    case .unknownLanguage: "reads"
    case .unknownKind, .wrongRecipient, .unprintable, .refusesCommanded, .notOwed, .noGround, .wrongPaper, .unknownZone:
      "address"
    }
  }
}
