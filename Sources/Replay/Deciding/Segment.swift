internal import LawLanguage
internal import Norms
internal import Reasoning

/// The law of one stretch of time for one place: an edition for each kind of agency that a row may be about.
struct Segment {
  let place: RowPlace
  let editions: [PreparedEdition]
  private let days: DayReduction
  /// Facts and fields of papers that any of its editions looks at.
  private let looked: Set<String>

  init(
    _ choice: LawChoice, _ place: RowPlace, day: Day, acts: [String], dated: Set<String>
  ) throws(UnknownZone) {
    self.place = place
    var editions: [PreparedEdition] = []
    for kind in place.agencies {
      editions.append(
        try PreparedEdition(
          library: choice.library, jurisdiction: place.jurisdiction,
          agency: Request.Agency(kind: kind, locality: place.locality), day: day, acts: acts, digests: choice.digests))
    }
    self.editions = editions
    days = DayReduction(editions.map(\.edition), acts: acts, dated: dated)
    looked = editions.reduce(into: []) { $0.formUnion(Segment.looked(at: $1.edition)) }
  }

  /// A number that is the same for days only if they are answered alike.
  func key(of day: Day) -> Int64 { days.key(of: day) }

  /// Whether anything looks at the fact, or at the field of papers; what nothing looks at cannot change an answer.
  func looks(at fact: String) -> Bool {
    guard let dot = fact.firstIndex(of: ".") else { return looked.contains(fact) }
    return looked.contains(String(fact[fact.index(after: dot)...]))
  }

  private static func looked(at edition: Edition) -> Set<String> {
    var found = edition.looksAt
    for case .paper(let test) in edition.predicates { found.formUnion(test.fields) }
    for norm in edition.norms {
      for bound in norm.rule.bounds { if case .field(let name) = bound.anchor { found.insert(name) } }
    }
    return found
  }

  // MARK: Deciding

  /// What the law says of a row, by the engine that decides live requests: once for each way that records leave open.
  func verdict(_ row: RowFacts, acts: [String], library: Library) throws(RowRefusal) -> Verdict {
    var decisions: [[[ActAnswer]]] = []
    for (index, prepared) in editions.enumerated() {
      var ways: [[ActAnswer]] = []
      for papers in row.papers {
        let request = try request(row, agency: place.agencies[index], papers: papers, acts: acts, library: library)
        ways.append(prepared.decide(request).answers)
      }
      decisions.append(ways)
    }
    return Verdict(acts: acts.indices.map { act in Segment.joined(decisions.map { $0.map { $0[act] } }) })
  }

  private func request(
    _ row: RowFacts, agency: String, papers: [String], acts: [String], library: Library
  ) throws(RowRefusal) -> Request {
    let here = RequestLocation.commandLine
    func word(_ text: String) -> WrittenValue { WrittenValue(.word(text), at: here) }
    var draft = RequestDraft()
    draft.fields[.jurisdiction] = word(place.jurisdiction)
    draft.fields[.locality] = place.locality.map(word)
    draft.fields[.agency] = word(agency)
    draft.fields[.on] = word(row.day.description)
    draft.acts = acts.map(word)
    draft.papers = papers.map(word)
    for (name, value) in row.facts {
      // A field of a paper that was not offered says nothing.
      if let dot = name.firstIndex(of: "."), !papers.contains(String(name[..<dot])) { continue }
      draft.setFact(name, to: word(value))
    }
    do {
      return try library.request(from: draft, now: Instant(seconds: Int64(row.day.number) * 86_400))
    } catch {
      // Everything in it is a word of the law, a number or a moment: nothing of it can name anybody.
      let issue = error.issues.first
      throw RowRefusal(sentence: issue.map { $0.message + ($0.help.map { "; \($0)" } ?? "") } ?? "no request")
    }
  }

  /// What all ways together say of an act: by kind of agency, then by papers.
  private static func joined(_ ways: [[ActAnswer]]) -> ActVerdict {
    let all = ways.flatMap { $0 }
    let answers = Set(all.flatMap(\.possible))
    let possible = Answer.allCases.filter(answers.contains)
    let bases = Set(all.map(\.basis))
    var open: [String] = []
    func note(_ name: String) { if !open.contains(name) { open.append(name) } }
    if possible.count > 1 {
      for answer in all { for path in answer.asking { note(path.name) } }
      let byPapers = ways.contains { Set($0.map(\.possible)).count > 1 }
      let byAgency = ways.first.map { first in
        first.indices.contains { index in Set(ways.map { $0[index].possible }).count > 1 }
      }
      if byPapers { note("the papers beside it") }
      if byAgency ?? false { note("the kind of agency") }
    }
    let deciding = all.flatMap { answer in answer.reasons.filter { decides($0.role, answer) } }
    return ActVerdict(
      act: all.first?.act ?? "", possible: possible, basis: bases.count == 1 ? bases.first ?? nil : nil,
      rules: unique(deciding.map(\.rule.description)), cites: unique(deciding.map(\.cite)), open: open)
  }

  private static func decides(_ role: Role, _ answer: ActAnswer) -> Bool {
    switch role {
    case .decides, .permits, .exempts, .deniesAuthority: true
    case .bounds: answer.basis == .outsideWindow
    case .givesAuthority, .displaced, .voided, .suspended, .yields: false
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }
  }
}
