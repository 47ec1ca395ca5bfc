internal import LawLanguage

/// The figures of a run, added up in the ways that are asked for.
extension ReplayFigures {
  /// An answer with what it rests on.
  struct AnswerKind: Hashable {
    let answer: Answer
    let basis: Basis?
    let rules: [String]
    let cites: [String]
  }

  /// Rows by what is said of one of their counts.
  func tally<Key: Hashable>(_ key: (CountKey) -> Key) -> [Key: Int] {
    counts.reduce(into: [:]) { $0[key($1.key), default: 0] += $1.value }
  }

  /// What the law says of an act in the rows of a count.
  func verdict(_ key: CountKey, _ act: Int) -> ActVerdict { verdicts[Int(key.verdict)].acts[act] }

  /// What the second law says of it; nil if there is none.
  func otherVerdict(_ key: CountKey, _ act: Int) -> ActVerdict? {
    key.other < 0 ? nil : otherVerdicts[Int(key.other)].acts[act]
  }

  /// Rows by answer, in the order of the answers.
  func answers(_ act: Int) -> [(answer: Answer, rows: Int)] {
    let tally = tally { verdict($0, act).answer }
    return Answer.allCases.compactMap { answer in tally[answer].map { (answer, $0) } }
  }

  /// Rows by answer, basis and rules; the most frequent first.
  func kinds(_ act: Int) -> [(kind: AnswerKind, rows: Int)] {
    tally { AnswerKind(verdict($0, act)) }.map { ($0.key, $0.value) }.sorted(by: ReplayFigures.oftenFirst)
  }

  /// For how many rows an answer is certain, and for how many it is possible.
  func bounds(_ act: Int) -> [(answer: Answer, certain: Int, possible: Int)] {
    Answer.allCases.filter { $0 != .undetermined }.compactMap { answer in
      let certain = count { verdict($0, act).possible == [answer] }
      let possible = count { verdict($0, act).possible.contains(answer) }
      return possible == 0 ? nil : (answer, certain, possible)
    }
  }

  /// Rows whose answer is certain.
  func determined(_ act: Int) -> Int { count { verdict($0, act).answer != .undetermined } }

  /// What would decide open answers: in how many rows it is asked for, and in how many first.
  func open(_ act: Int) -> [(fact: String, rows: Int, first: Int)] {
    var all: [String: (rows: Int, first: Int)] = [:]
    for (key, rows) in counts {
      for (index, fact) in verdict(key, act).open.enumerated() {
        let known = all[fact] ?? (0, 0)
        all[fact] = (known.rows + rows, known.first + (index == 0 ? rows : 0))
      }
    }
    return all.map { ($0.key, $0.value.rows, $0.value.first) }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
  }

  /// Rows that the two laws answer otherwise, or on another basis, by what they say; the most frequent first.
  func flips(_ act: Int) -> [(from: AnswerKind, to: AnswerKind, rows: Int)] {
    struct Pair: Hashable {
      let from: AnswerKind
      let to: AnswerKind
    }
    var found: [Pair: Int] = [:]
    for (key, rows) in counts {
      let from = verdict(key, act)
      guard let to = otherVerdict(key, act), !from.agrees(with: to) else { continue }
      found[Pair(from: AnswerKind(from), to: AnswerKind(to)), default: 0] += rows
    }
    return found.map { ($0.key.from, $0.key.to, $0.value) }.sorted {
      ($0.2, $1.0.words + $1.1.words) > ($1.2, $0.0.words + $0.1.words)
    }
  }

  /// Rows of the counts that pass.
  func count(_ passes: (CountKey) -> Bool) -> Int {
    counts.reduce(0) { passes($1.key) ? $0 + $1.value : $0 }
  }

  private static func oftenFirst(_ left: (AnswerKind, Int), _ right: (AnswerKind, Int)) -> Bool {
    (left.1, right.0.words) > (right.1, left.0.words)
  }
}

extension ReplayFigures.AnswerKind {
  init(_ verdict: ActVerdict) {
    self.init(answer: verdict.answer, basis: verdict.basis, rules: verdict.rules, cites: verdict.cites)
  }

  /// `prohibited (no authority found)`.
  var words: String {
    basis.map { "\(answer.rawValue) (\(ReplayWords.basis($0)))" } ?? answer.rawValue
  }
}

extension ReplayFigures.UnmappedColumn {
  /// All rows with a value that the mapping does not foresee.
  var rows: Int { values.reduce(beyond) { $0 + $1.rows } }

  /// The values that are told. One that few rows have may be somebody's name in a column that is mapped wrongly.
  var told: [Value] { values.filter { $0.rows >= Suppression.least } }

  /// The values that are only counted, and the rows that have one of them.
  var rare: (values: Int, rows: Int) {
    let rare = values.filter { $0.rows < Suppression.least }
    return (rare.count, rare.reduce(0) { $0 + $1.rows })
  }
}

/// The words of answers and bases for a reader.
enum ReplayWords {
  static func basis(_ basis: Basis) -> String {
    switch basis {
    case .commanded: "commanded"
    case .forbidden: "forbidden"
    case .authorityDenied: "authority denied"
    // Neither given nor denied: what offices and courts argued about.
    case .noAuthorityFound: "authority contested: no law found that gives it, none that denies it"
    case .outsideWindow: "outside its window"
    case .granted: "granted"
    case .exempted: "an exception is open"
    case .silent: "no law against it found"
    case .opposed: "commanded and forbidden"
    }
  }

  /// `12,345`.
  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }

  /// `98.3%`, of a whole that is not nothing.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = (part * 1_000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
