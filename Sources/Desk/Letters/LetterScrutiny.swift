import LawLanguage
import Norms
import Reasoning

/// Whether a letter may say what it is to say, before a word of it is written.
struct LetterScrutiny {
  let set: LetterSet
  let kind: LetterKind
  let request: LetterRequest
  let library: Library
  /// What the letter tells, in the order of its fields.
  private(set) var disclosures: [Disclosure] = []
  /// The sections that allow what it tells and announces.
  private var allowing: [Citation] = []

  init(set: LetterSet, kind: LetterKind, request: LetterRequest, library: Library) {
    self.set = set
    self.kind = kind
    self.request = request
    self.library = library
  }

  private var decision: Decision { request.decision }
  private var jurisdiction: String { decision.receipt.request.jurisdiction }
  /// In the order in which the kind names them, so that one mistake is always told before another.
  private var given: [MergeField] { kind.fields.filter { request.values[$0] != nil } }

  func checkFields() throws(LetterRefusal) {
    let known = Set(kind.fields)
    for field in MergeField.allCases {
      guard let value = request.values[field] else { continue }
      guard known.contains(field) else { throw .notOfThisKind(field, kind: kind.name) }
      guard value.fits(field.form) else { throw .wrongType(field) }
    }
    let missing = kind.needs.filter { request.values[$0] == nil }
    guard missing.isEmpty else { throw .missing(missing, kind: kind.name) }
    if let paper = kind.paper, !decision.receipt.request.papers.contains(where: { $0.kind == paper }) {
      throw .wrongPaper(kind: kind.name, needs: paper)
    }
  }

  // MARK: Announcing

  /// A letter announces nothing that the law forbids, and refuses nothing that it commands.
  mutating func checkIntentions() throws(LetterRefusal) {
    for field in given {
      guard let act = field.intends, case .flag(let isYes) = request.values[field] else { continue }
      guard let answer = decision.answers.first(where: { $0.act == act }) else {
        // Renouncing what nobody asked for or decided needs no law.
        guard isYes else { continue }
        throw .undecided(field, act: act)
      }
      try isYes ? checkAnnounced(field, answer) : checkRefused(answer)
    }
    guard !kind.refuses.isEmpty else { return }
    let refused = decision.answers.filter { kind.refuses.contains($0.act) }
    guard !refused.isEmpty else { throw .undecided(nil, act: kind.refuses[0]) }
    for answer in refused { try checkRefused(answer) }
  }

  private mutating func checkAnnounced(_ field: MergeField, _ answer: ActAnswer) throws(LetterRefusal) {
    switch answer.ruling {
    case .allowed(let cites, let window):
      allowing += cites
      guard field == .willKeep, case .moment(let end) = request.values[.holdEnds] else { return }
      if let until = window?.until, end > until { throw .outsideWindow(.holdEnds, act: answer.act, cites) }
      if window?.isOpen == true {
        throw .waits(.holdEnds, act: answer.act, facts: decision.followUps.map(\.fact), steps: [])
      }
    case .forbidden(let cites): throw .announcesForbidden(field, act: answer.act, cites)
    case .contested(let cites): throw .contested(field, act: answer.act, cites)
    case .waits(let facts, let steps): throw .waits(field, act: answer.act, facts: facts, steps: steps)
    case .undecided: throw .undecided(field, act: answer.act)
    }
  }

  private func checkRefused(_ answer: ActAnswer) throws(LetterRefusal) {
    switch answer.answer {
    case .prohibited, .permitted: return
    case .required: throw .refusesCommanded(act: answer.act, answer.citations)
    case .conflict: throw .contested(nil, act: answer.act, answer.citations)
    case .undetermined:
      // Not doing what is forbidden or left to the agency is lawful, whichever of the two it is.
      guard answer.possible.contains(where: { $0 == .required || $0 == .conflict }) || answer.possible.isEmpty else {
        return
      }
      throw .waits(nil, act: answer.act, facts: answer.asking, steps: [])
    }
  }

  // MARK: Telling

  /// Every datum that is handed over counts as told, whether or not the text would print it.
  mutating func checkDisclosures(_ ruling: (@Sendable (Disclosure) -> Ruling)?) throws(LetterRefusal) {
    guard request.recipient != set.disclosures.own else { return }
    for field in given {
      guard let datum = field.tells else { continue }
      guard let row = set.disclosures.row(telling: datum, to: request.recipient, in: jurisdiction) else {
        throw .undecided(field, act: datum.rawValue)
      }
      let disclosure = Disclosure(act: row.act, to: row.to)
      switch ruling?(disclosure) ?? decision.ruling(on: disclosure, by: row.ruledBy) {
      case .allowed(let cites, let window):
        guard window.map({ $0.holds(request.now) }) ?? true else {
          throw .outsideWindow(field, act: row.act, cites)
        }
        allowing += cites
        if !disclosures.contains(disclosure) { disclosures.append(disclosure) }
      case .forbidden(let cites): throw .forbidden(field, disclosure, cites)
      case .contested(let cites): throw .contested(field, act: row.act, cites)
      case .waits(let facts, let steps): throw .waits(field, act: row.act, facts: facts, steps: steps)
      case .undecided: throw .undecided(field, act: row.act)
      }
    }
  }

  // MARK: Standing

  struct Standing {
    let isByPolicy: Bool
    /// The sections, each law with its title.
    let text: String
  }

  /// What the letter is sent under: the duties that it meets, the fixed grounds of its kind, or what allows what it says.
  func standing() throws(LetterRefusal) -> Standing {
    if !kind.grounds.isEmpty { return Standing(isByPolicy: false, text: titled(try fixedGrounds())) }
    guard !kind.owed.isEmpty || !kind.policy.isEmpty else {
      return Standing(isByPolicy: false, text: allowing.isEmpty ? "no law against it was found" : titled(allowing))
    }
    let duties = kind.duties(in: decision, to: request.recipient)
    let certain = duties.filter(\.isCertain)
    if !certain.isEmpty {
      return Standing(isByPolicy: false, text: titled(certain.map { Citation(law: $0.rule.law, cite: $0.cite) }))
    }
    if let (step, _) = kind.step(in: decision) { return Standing(isByPolicy: false, text: step.cite) }
    if let duty = duties.first { throw .waits(nil, act: duty.act, facts: duty.dependsOn, steps: []) }
    guard kind.policy(for: decision.receipt.request) != nil else {
      throw .notOwed(kind: kind.name, recipient: request.recipient)
    }
    return Standing(isByPolicy: true, text: "")
  }

  /// The same for every case of a jurisdiction and day: sections that were picked by the facts would tell of the facts.
  private func fixedGrounds() throws(LetterRefusal) -> [Citation] {
    let day = decision.receipt.day
    let names = kind.grounds.filter { $0.jurisdiction == jurisdiction }.flatMap(\.names)
    let cites = names.compactMap { name -> Citation? in
      guard let law = library.law(name.law), law.period.contains(day),
        let rule = law.rules.first(where: { $0.name == name && $0.period.contains(day) })
      else { return nil }
      return Citation(law: law.name, cite: law.citation(of: rule.cite))
    }
    guard !cites.isEmpty else { throw .noGround(kind: kind.name, jurisdiction: jurisdiction, day: day) }
    return cites
  }

  private func titled(_ citations: [Citation]) -> String {
    var order: [String] = []
    var cites: [String: [String]] = [:]
    for citation in citations {
      if cites[citation.law] == nil { order.append(citation.law) }
      if cites[citation.law]?.contains(citation.cite) != true { cites[citation.law, default: []].append(citation.cite) }
    }
    return order.map { law in
      let sections = (cites[law] ?? []).joined(separator: ", ")
      return library.law(law).map { "\(sections) (\($0.title))" } ?? sections
    }.joined(separator: "; ")
  }
}

extension Window {
  /// Whether the moment is in it. An end that is not known yet is no leave.
  fileprivate func holds(_ now: Instant) -> Bool {
    !isOpen && from.map { now >= $0 } ?? true && until.map { now < $0 } ?? true
  }
}
