public import LawLanguage
import Reasoning

extension LetterSet {
  /// Composes a letter, or says why not. Everything that it would tell someone about a person is first ruled on, by the
  /// decision unless another ruling is given.
  public func compose(
    _ request: LetterRequest, in library: Library, ruling: (@Sendable (Disclosure) -> Ruling)? = nil
  ) throws(LetterRefusal) -> Letter {
    guard let kind = kind(request.kind), let english = text(of: request.kind, in: Self.original) else {
      throw .unknownKind(request.kind)
    }
    guard kind.to.contains(request.recipient) else { throw .wrongRecipient(request.recipient, kind: kind.name) }
    let place = request.decision.receipt.request.agency.locality ?? request.decision.receipt.request.jurisdiction
    guard let zone = library.vocabulary.zone(of: place) else { throw .unknownZone(place) }

    var scrutiny = LetterScrutiny(set: self, kind: kind, request: request, library: library)
    try scrutiny.checkFields()
    try scrutiny.checkIntentions()
    try scrutiny.checkDisclosures(ruling)
    let standing = try scrutiny.standing()

    var values = request.values
    values[.byPolicy] = .flag(standing.isByPolicy)
    let plan = try plan(kind, for: request)
    let first = plan.first == Self.original ? english : text(of: kind.name, in: plan.first) ?? english
    guard let language = self.language(first.language), let words = language.words else {
      throw .unknownLanguage(first.language)
    }
    let writer = LetterWriter(values: values, words: words, zone: zone, kind: kind.name)
    var parts = [
      Letter.Part(
        language: setting(language), title: try writer.line(first.title), blocks: try writer.blocks(first.pieces))
    ]
    if let tag = plan.draft, let draft = text(of: kind.name, in: tag), let language = self.language(tag),
      let words = language.words
    {
      let writer = LetterWriter(values: values, words: words, zone: zone, kind: kind.name)
      let mark = Letter.Block(kind: .notice, text: words.draft ?? "Draft.", items: nil, rows: nil)
      parts.append(
        Letter.Part(
          language: setting(language), title: try writer.line(draft.title),
          blocks: [mark] + (try writer.blocks(draft.pieces))))
    }

    let occasion = try PrintableOccasion(request.occasion)
    let date = occasion.date.civil
    var record: [[String]] = standing.isByPolicy ? [[words.law, words.policy]] : [[words.law, standing.text]]
    record.append([words.lawDay, words.text(request.decision.receipt.day)])
    record.append([words.adopted, occasion.office])
    record += [
      [words.case, occasion.caseNumber], [words.letter, occasion.letterNumber], [words.receipt, occasion.receipt],
      [words.proof, occasion.proof], [words.questions, occasion.contact.joined(separator: ", ")],
    ]
    if let encloses = first.encloses, try writer.holds(encloses) {
      record.append([words.encloses, try writer.line(encloses)])
    }
    return Letter(
      kind: kind.name, recipient: request.recipient, language: setting(language), title: parts[0].title,
      subject: kind.title, date: [date.year, date.month, date.day],
      office: Letter.Office(name: occasion.office, lines: occasion.officeAddress + occasion.contact),
      to: occasion.recipient, dateline: words.text(occasion.date), parts: parts, interpreter: plan.interpreter,
      record: record,
      footer: [
        "\(words.case) \(occasion.caseNumber)", "\(words.letter) \(occasion.letterNumber)", words.noAdvice,
      ],
      disclosures: scrutiny.disclosures)
  }

  // MARK: Languages

  struct LanguagePlan {
    let first: String
    let draft: String?
    let interpreter: Letter.Interpreter?
  }

  /// A certified text alone; otherwise English, with a line on interpreters, and with a draft behind it if that is wanted.
  /// Whoever is no person in custody gets English.
  private func plan(_ kind: LetterKind, for request: LetterRequest) throws(LetterRefusal) -> LanguagePlan {
    guard request.recipient == disclosures.own || request.reads != .unknown else {
      return LanguagePlan(first: Self.original, draft: nil, interpreter: nil)
    }
    switch request.reads {
    case .tag(let tag):
      guard let language = language(tag) else { throw .unknownLanguage(tag) }
      let standing = standing(of: kind.name, in: tag)
      if standing.mayStandAlone { return LanguagePlan(first: tag, draft: nil, interpreter: nil) }
      return LanguagePlan(
        first: Self.original, draft: request.withDraft && standing.mayAccompany ? tag : nil,
        interpreter: Letter.Interpreter(
          text: interpreter.named.replacing("{language}", with: language.english), languages: [setting(language)]))
    case .named(let raw):
      let name = try printable(raw, as: "the name of the language")
      let unknown = Letter.Setting(name: name, lang: "und", region: nil, direction: "ltr", fonts: everyScript)
      return LanguagePlan(
        first: Self.original, draft: nil,
        interpreter: Letter.Interpreter(
          text: interpreter.named.replacing("{language}", with: name), languages: [unknown]))
    case .unknown:
      return LanguagePlan(
        first: Self.original, draft: nil,
        interpreter: Letter.Interpreter(
          text: interpreter.unknown, languages: languages.filter { $0.tag != Self.original }.map(setting)))
    }
  }

  func setting(_ language: LetterLanguage) -> Letter.Setting {
    Letter.Setting(
      name: language.name, lang: String(language.tag.prefix { $0 != "-" }), region: language.region,
      direction: language.direction ?? "ltr",
      fonts: language.fonts + everyScript.filter { !language.fonts.contains($0) })
  }
}

func printable(_ raw: String, as what: String) throws(LetterRefusal) -> String {
  do {
    return try PrintableLine(raw).text
  } catch {
    switch error {
    case .empty: throw .unprintable(what, why: "it is empty")
    case .long: throw .unprintable(what, why: "it is longer than \(PrintableLine.longest) signs")
    case .unprintable(let scalar):
      throw .unprintable(
        what, why: "it has the sign U+\(String(scalar.value, radix: 16, uppercase: true)), which does not show")
    }
  }
}

/// The frame of a letter, every line of it checked.
struct PrintableOccasion {
  let office: String
  let officeAddress: [String]
  let contact: [String]
  let recipient: [String]
  let date: Day
  let caseNumber: String
  let letterNumber: String
  let receipt: String
  let proof: String

  /// More lines than an address has.
  private static let mostLines = 8

  init(_ occasion: LetterOccasion) throws(LetterRefusal) {
    func lines(_ raw: [String], _ what: String) throws(LetterRefusal) -> [String] {
      guard !raw.isEmpty, raw.count <= Self.mostLines else {
        throw .unprintable(what, why: "it has no lines, or more than \(Self.mostLines)")
      }
      var found: [String] = []
      for line in raw { found.append(try printable(line, as: what)) }
      return found
    }
    office = try printable(occasion.office, as: "the office's name")
    officeAddress = try lines(occasion.officeAddress, "the office's address")
    contact = try lines(occasion.contact, "the office's contact")
    recipient = try lines(occasion.recipient, "the recipient's address")
    date = occasion.date
    caseNumber = try printable(occasion.caseNumber, as: "the case number")
    letterNumber = try printable(occasion.letterNumber, as: "the letter's number")
    receipt = try printable(occasion.receipt, as: "the receipt")
    proof = try printable(occasion.proof, as: "the place of the proof")
  }
}
