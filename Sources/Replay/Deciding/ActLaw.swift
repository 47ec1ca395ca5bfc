internal import LawLanguage
internal import Norms
internal import Reasoning

/// The law on one act for some kinds of agency of a place, on days on which it is the same.
struct ActLaw {
  let act: String
  let prepared: PreparedEdition
  let days: DayReduction
  /// Facts and fields of papers that anything in it looks at.
  private let looked: Set<String>
  private let papers: PaperMarks

  init(
    _ edition: Edition, act: String, digests: LibraryDigests, dated: Set<String>
  ) throws(UnknownZone) {
    self.act = act
    prepared = try PreparedEdition(edition, acts: [act], digests: digests)
    days = DayReduction(edition, act: act, dated: dated)
    looked = ActLaw.looked(at: edition)
    papers = PaperMarks(of: Slice(of: act, in: edition), in: edition)
  }

  /// What marks papers that are offered together: the law cannot tell sets with one mark apart.
  func mark(of papers: [String]) -> [PaperMarks.Mark] { self.papers.mark(of: papers) }

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

  /// What the engine that decides live requests answers.
  func answer(_ request: Request) -> WayAnswer? { prepared.answers(request).first.map(WayAnswer.init) }
}

/// What is answered of an act in one of the ways that records leave open.
struct WayAnswer: Hashable {
  let act: String
  let possible: [Answer]
  let basis: Basis?
  let rules: [String]
  let cites: [String]
  let open: [String]

  init(act: String, possible: [Answer], basis: Basis?, rules: [String], cites: [String], open: [String]) {
    (self.act, self.possible, self.basis) = (act, possible, basis)
    (self.rules, self.cites, self.open) = (rules, cites, open)
  }

  init(_ answer: ActAnswer) {
    act = answer.act
    possible = answer.possible
    basis = answer.basis
    let deciding = answer.reasons.filter { WayAnswer.decides($0.role, answer) }
    rules = deciding.map(\.rule.description).unique
    cites = deciding.map(\.cite).unique
    open = answer.asking.map(\.name).unique
  }

  private static func decides(_ role: Role, _ answer: ActAnswer) -> Bool {
    switch role {
    case .decides, .permits, .exempts, .deniesAuthority: true
    case .bounds: answer.basis == .outsideWindow
    case .givesAuthority, .displaced, .voided, .suspended, .yields: false
    }
  }
}

extension ActVerdict {
  /// What all ways together say of an act: by kind of agency, then by papers.
  init(_ act: String, _ ways: [[WayAnswer]]) {
    let all = ways.flatMap { $0 }
    let answers = Set(all.flatMap(\.possible))
    possible = Answer.allCases.filter(answers.contains)
    let bases = Set(all.map(\.basis))
    basis = bases.count == 1 ? bases.first ?? nil : nil
    self.act = act
    rules = all.flatMap(\.rules).unique
    cites = all.flatMap(\.cites).unique
    var open: [String] = []
    if possible.count > 1 {
      open = all.flatMap(\.open)
      if ways.contains(where: { Set($0.map(\.possible)).count > 1 }) { open.append("the papers beside it") }
      let byAgency = ways.first?.indices.contains { index in Set(ways.map { $0[index].possible }).count > 1 }
      if byAgency ?? false { open.append("the kind of agency") }
    }
    self.open = open.unique
  }
}

extension [String] {
  /// Each once, in the order in which they come first.
  var unique: [String] {
    var seen = Set<String>()
    return filter { seen.insert($0).inserted }
  }
}

extension RowFacts {
  /// The request that a kind of agency gets, with the first of the papers that may have been offered.
  ///
  /// - Throws: `RowRefusal` if a value is none of its fact, or the vocabulary says that what is recorded cannot be.
  func request(to agency: String, acts: [String], library: Library) throws(RowRefusal) -> Request {
    let here = RequestLocation.commandLine
    func word(_ text: String) -> WrittenValue { WrittenValue(.word(text), at: here) }
    var draft = RequestDraft()
    draft.fields[.jurisdiction] = word(place.jurisdiction)
    draft.fields[.locality] = place.locality.map(word)
    draft.fields[.agency] = word(agency)
    draft.fields[.on] = word(day.description)
    draft.acts = acts.map(word)
    let offered = papers.first ?? []
    draft.papers = offered.map(word)
    for (name, value) in facts {
      // A field of a paper that was not offered says nothing.
      if let dot = name.firstIndex(of: "."), !offered.contains(String(name[..<dot])) { continue }
      guard library.vocabulary.fact(name)?.isJudgement ?? false else {
        draft.setFact(name, to: word(value))
        continue
      }
      let parts = [("value", value), ("by", "the record"), ("why", "as the table has it")]
      let members = parts.map { WrittenValue.Member(name: $0.0, location: here, value: word($0.1)) }
      draft.setFact(name, to: WrittenValue(.object(members), at: here))
    }
    do {
      let now = Instant(seconds: Int64(day.number) * 86_400)
      // Whether there is a law on the row's own day was seen before.
      return try library.requestOfAnyDay(from: draft, now: now)
    } catch {
      throw RowRefusal(error, vocabulary: library.vocabulary)
    }
  }
}

extension RowRefusal {
  /// What the reader of requests says, without what it quotes: a number in the wrong column may be somebody's.
  init(_ error: RequestError, vocabulary: Vocabulary) {
    guard let issue = error.issues.first else {
      self.init(sentence: "no request")
      return
    }
    // What cannot be together is told in the vocabulary's own words.
    if vocabulary.constraints.contains(where: { $0.text.hasPrefix(issue.message) }) {
      self.init(sentence: issue.message)
      return
    }
    let what = issue.path.isEmpty ? "what is recorded" : "what is recorded as \(issue.path)"
    self.init(sentence: "\(what) is nothing that it can be; check the row, or correct the mapping")
  }
}
