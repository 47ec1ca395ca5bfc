import LawLanguage

/// Writes a small library: a vocabulary and two to four laws of different ranks.
struct LibraryWriter {
  var random: SplitMix64
  let words: GeneratedWords
  var constructs: Set<Construct> = []
  var laws: [LawDraft] = []

  /// A law being written.
  struct LawDraft {
    let name: String
    let rank: RankChoice
    let from: Day
    let until: Day?
    let isOrder: Bool
    /// Definitions, lists and classes that its rules may use.
    var definitions: [String] = []
    var rules: [RuleDraft] = []
    var contest: String?
    var declarations: [String] = []

    /// Whether other laws may use what it defines: it is in force as long as any.
    var isLasting: Bool { until == nil && from == LibraryWriter.start }
  }

  /// What other declarations need to know of a rule.
  struct RuleDraft {
    let name: String
    let section: String
    let act: String
    /// Whether it is a `must` or `must not` without a trigger.
    let isCommand: Bool
    let forbids: Bool
    let givesAuthority: Bool?
  }

  struct RankChoice {
    let level: Int
    let word: String
    let place: String
  }

  static let start = Day(number: 14_610)  // 2010-01-01

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    words = GeneratedWords(random: &random)
  }

  mutating func note(_ construct: Construct) { constructs.insert(construct) }

  // MARK: Files

  mutating func files() -> [SourceFile] {
    let vocabulary = SourceFile(path: "vocabulary.md", text: document("Words", vocabularyDeclarations()))
    writeLaws()
    return [vocabulary]
      + laws.map { SourceFile(path: "il/\($0.name).md", text: document("The law \($0.name)", $0.declarations)) }
  }

  /// A document of one block; its prose gives every declaration its words.
  private func document(_ title: String, _ declarations: [String]) -> String {
    "# \(title)\n\nThese are the words of \(title).\n\n```law\n"
      + declarations.joined(separator: "\n\n") + "\n```\n"
  }

  // MARK: Laws

  private mutating func writeLaws() {
    let ranks = [
      [("constitution", "US")], [("statute", "US")], [("regulation", "US")],
      [("constitution", "IL")], [("statute", "IL")], [("regulation", "IL"), ("directive", "IL")],
      [("ordinance", "cook"), ("ordinance", "chicago")], [("policy", "cook"), ("policy", "IL")],
    ]
    let levels = random.some(3, of: Array(ranks.indices)) + (random.chance(40) ? [random.pick([1, 4, 4])] : [])
    for (index, level) in levels.enumerated() {
      let (word, place) = random.pick(ranks[level])
      laws.append(head("law\(index)", RankChoice(level: level, word: word, place: place)))
    }
    for index in laws.indices { writeListsAndDefinitions(index) }
    let rules = random.between(5, 8)
    for number in 0..<rules { writeRule(in: number < laws.count ? number : random.between(0, 1)) }
    for index in laws.indices { writeOtherDeclarations(index) }
  }

  private mutating func head(_ name: String, _ rank: RankChoice) -> LawDraft {
    var from = LibraryWriter.start
    var until: Day?
    if random.chance(8) {
      from = words.today.adding(days: random.between(-20, 4))
    } else if random.chance(6) {
      until = words.today.adding(days: random.between(-3, 300))
      note(.lawUntil)
    }
    var isOrder = false
    var source = "\(rank.word) of \(rank.place)"
    var binding = ""
    if rank.level < 6 && random.chance(8) {
      source = "cases construing \(source) from ca7"
      note(.cases)
    } else if rank.level < 6 && random.chance(8) {
      source = "order construing \(source) from ilnd"
      isOrder = true
      note(.order)
    }
    if random.chance(10) {
      let places = random.some(random.between(1, 2), of: ["ilnd", "cook", "springfield", "IL"])
      binding = "  binding \(places.joined(separator: ", "))"
      note(.binding)
    }
    var authority = ""
    if random.chance(8) {
      authority = "  creates no authority"
      note(.createsNoAuthority)
    }
    let end = until.map { " until \($0)" } ?? ""
    var law = LawDraft(name: name, rank: rank, from: from, until: until, isOrder: isOrder)
    law.declarations = [
      "law \(name)  cite \"L\(name)\"  by \(source)  in force from \(from)\(end)\(authority)\(binding)"
    ]
    return law
  }

  /// `period`, for a declaration of the law, if it is drawn.
  mutating func periodWithin(_ law: LawDraft) -> String {
    guard random.chance(law.isOrder ? 50 : 12), law.until == nil else { return "" }
    note(.rulePeriod)
    if law.isOrder, random.chance(70) { return "  in force from \(hourlyPeriod(from: law.from))" }
    let from = max(law.from, words.today.adding(days: random.between(-30, 3)))
    let end = random.chance(40) ? " until \(max(from, words.today.adding(days: random.between(-2, 60))))" : ""
    return "  in force from \(from)\(end)"
  }

  /// A day about today and perhaps an hour of it; perhaps to another.
  mutating func hourlyPeriod(from first: Day) -> String {
    note(.hours)
    let from = max(first, words.today.adding(days: random.between(-2, 1)))
    let until = from.adding(days: random.between(0, 2))
    return switch random.between(0, 3) {
    case 0: "\(from) 09:00"
    case 1: "\(from) 09:00 until \(until) 16:00"
    case 2: "\(from) until \(until) 16:00"
    default: "\(from) 16:00 until \(until.adding(days: 1)) 09:00"
    }
  }

  mutating func provenance() -> String {
    switch random.between(0, 9) {
    case 0...5:
      note(.verified)
      return "verified \"read\""
    case 6, 7:
      note(.secondary)
      return "secondary \"press\""
    default:
      note(.unverified)
      return "unverified"
    }
  }
}
