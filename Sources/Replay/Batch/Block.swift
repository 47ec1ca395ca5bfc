import Analysis
import LawLanguage

/// What some thousand rows came to, a bit for each row.
struct Block: Sendable {
  private let ends: [DecisionDiagram.End]
  private var valid = [UInt64](repeating: 0, count: Planes.words)
  /// Rows of which something unknown says more than the program knows.
  private var loose = [UInt64](repeating: 0, count: Planes.words)
  /// The norms that may decide, and of which rows; nil where none does.
  private let norms: [Int?]
  private let normOfEnd: [Int]
  private let answerOfEnd: [Int]
  /// Norm by norm, and answer by answer, the rows that reach an end of it.
  private var reached: [UInt64]
  private var possible: [UInt64]
  private var once = [UInt64](repeating: 0, count: Planes.words)
  private var several = [UInt64](repeating: 0, count: Planes.words)
  private var severalNorms = [UInt64](repeating: 0, count: Planes.words)
  private var open = [UInt64](repeating: 0, count: Planes.words)

  init(ends: [DecisionDiagram.End]) {
    self.ends = ends
    var norms: [Int?] = []
    for end in ends where !norms.contains(end.norm) { norms.append(end.norm) }
    self.norms = norms
    normOfEnd = ends.map { end in norms.firstIndex { $0 == end.norm } ?? 0 }
    answerOfEnd = ends.map { Int($0.verdict.answer.place) }
    reached = [UInt64](repeating: 0, count: norms.count * Planes.words)
    possible = [UInt64](repeating: 0, count: Answer.allCases.count * Planes.words)
  }

  /// The first so many rows of a block.
  static func valid(_ rows: Int) -> [UInt64] { rows == Planes.rows ? Planes.all : Planes.first(rows) }

  mutating func begin(_ valid: [UInt64]) {
    self.valid = valid
    for word in 0..<Planes.words { loose[word] = 0 }
  }

  mutating func loosen(_ rows: [UInt64]) {
    for word in 0..<Planes.words { loose[word] |= rows[word] }
  }

  /// What is reached, end by end. A row whose answer is left open by what the program does not know, whose clock runs, or of which
  /// nothing can be so, is decided by the engine of single requests.
  ///
  /// Loops over spans, end by end and not word by word: they vectorise.
  mutating func finish(_ rows: [UInt64], from first: Int) {
    Block.clear(&possible)
    Block.clear(&reached)
    Block.clear(&open)
    for (end, known) in ends.enumerated() {
      let start = first + end * Planes.words
      // One answer and one norm at most: what several ends say alike is one.
      Block.join(rows, start, into: &possible, answerOfEnd[end] * Planes.words)
      Block.join(rows, start, into: &reached, normOfEnd[end] * Planes.words)
      if known.hasWindow { Block.join(rows, start, into: &open, 0) }
    }
    Block.onceAndTwice(reached, &once, &severalNorms)
    Block.onceAndTwice(possible, &once, &several)
    Block.close(&open, several: several, loose: loose, once: once, valid: valid)
  }

  private static func clear(_ planes: inout [UInt64]) {
    var cells = planes.mutableSpan
    for word in 0..<cells.count { cells[word] = 0 }
  }

  private static func join(_ rows: [UInt64], _ start: Int, into planes: inout [UInt64], _ first: Int) {
    let source = rows.span.extracting(start..<start + Planes.words)
    var cells = planes.mutableSpan
    precondition(first >= 0 && first + Planes.words <= cells.count)
    for word in 0..<Planes.words { cells[first &+ word] |= source[word] }
  }

  /// The rows that are in one of some sets at least, and those in two.
  private static func onceAndTwice(_ sets: [UInt64], _ once: inout [UInt64], _ twice: inout [UInt64]) {
    clear(&once)
    clear(&twice)
    let source = sets.span
    var some = once.mutableSpan
    var several = twice.mutableSpan
    precondition(some.count == Planes.words && several.count == Planes.words)
    var first = 0
    while first < source.count {
      for word in 0..<Planes.words {
        let set = source[first &+ word]
        several[word] |= some[word] & set
        some[word] |= set
      }
      first &+= Planes.words
    }
  }

  /// From the rows whose clock runs to all that are left to the engine.
  private static func close(
    _ open: inout [UInt64], several: [UInt64], loose: [UInt64], once: [UInt64], valid: [UInt64]
  ) {
    var cells = open.mutableSpan
    let twice = several.span
    let unsure = loose.span
    let some = once.span
    let rows = valid.span
    precondition(
      cells.count == Planes.words && twice.count == Planes.words && unsure.count == Planes.words
        && some.count == Planes.words && rows.count == Planes.words)
    for word in 0..<Planes.words {
      cells[word] = (cells[word] | (twice[word] & unsure[word]) | ~some[word]) & rows[word]
    }
  }

  func forEachOpenRow(_ visit: (Int) -> Void) {
    for word in 0..<Planes.words { open[word].forEachBit { visit(Planes.row(word, $0)) } }
  }

  // MARK: What comes out

  func write(to decisions: inout RowDecisions, from first: Int) {
    for word in 0..<Planes.words {
      let closed = valid[word] & ~open[word]
      guard closed != 0 else { continue }
      for answer in Answer.allCases.dropLast() {
        let place = answer.place
        possible[Int(place) * Planes.words + word].intersecting(closed) {
          decisions.possible[first + Planes.row(word, $0)] |= 1 << place
        }
        (possible[Int(place) * Planes.words + word] & ~several[word]).intersecting(closed) {
          decisions.answers[first + Planes.row(word, $0)] = place
        }
      }
      for (index, norm) in norms.enumerated() {
        guard let norm else { continue }
        (reached[index * Planes.words + word] & ~severalNorms[word] & ~several[word]).intersecting(closed) {
          decisions.norms[first + Planes.row(word, $0)] = Int16(truncatingIfNeeded: norm)
        }
      }
    }
  }

  func add(to counts: inout RowCounts) {
    let closed = valid.indices.map { valid[$0] & ~open[$0] }
    let single = closed.indices.map { closed[$0] & ~several[$0] }
    let decided = single.indices.map { single[$0] & ~severalNorms[$0] }
    func bits(_ planes: [UInt64]) -> Int { planes.reduce(0) { $0 + $1.nonzeroBitCount } }
    counts.answers[Int(Answer.undetermined.place)] += bits(closed) - bits(single)
    for answer in Answer.allCases.dropLast() {
      counts.answers[Int(answer.place)] += Block.common(possible, Int(answer.place) * Planes.words, single)
    }
    var without = bits(closed)
    for (index, norm) in norms.enumerated() {
      guard let norm else { continue }
      let count = Block.common(reached, index * Planes.words, decided)
      counts.norms[norm, default: 0] += count
      without -= count
    }
    if without > 0 { counts.norms[-1, default: 0] += without }
  }

  /// How many rows of a set are among some.
  private static func common(_ sets: [UInt64], _ first: Int, _ rows: [UInt64]) -> Int {
    let source = sets.span.extracting(first..<first + Planes.words)
    let own = rows.span
    precondition(own.count == Planes.words)
    var count = 0
    for word in 0..<Planes.words { count &+= (source[word] & own[word]).nonzeroBitCount }
    return count
  }
}

extension UInt64 {
  func forEachBit(_ visit: (Int) -> Void) {
    var left = self
    while left != 0 {
      visit(left.trailingZeroBitCount)
      left &= left &- 1
    }
  }

  fileprivate func intersecting(_ mask: UInt64, _ visit: (Int) -> Void) {
    (self & mask).forEachBit(visit)
  }
}
