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
  private var reached: [[UInt64]]
  private var possible: [[UInt64]]
  private var several = [UInt64](repeating: 0, count: Planes.words)
  private var severalNorms = [UInt64](repeating: 0, count: Planes.words)
  private var open = [UInt64](repeating: 0, count: Planes.words)

  init(ends: [DecisionDiagram.End]) {
    self.ends = ends
    var norms: [Int?] = []
    for end in ends where !norms.contains(end.norm) { norms.append(end.norm) }
    self.norms = norms
    normOfEnd = ends.map { end in norms.firstIndex { $0 == end.norm } ?? 0 }
    reached = norms.map { _ in [UInt64](repeating: 0, count: Planes.words) }
    possible = Answer.allCases.map { _ in [UInt64](repeating: 0, count: Planes.words) }
  }

  /// The first so many rows of a block.
  static func valid(_ rows: Int) -> [UInt64] {
    (0..<Planes.words).map { word in
      let left = rows - word * 64
      return left >= 64 ? .max : left <= 0 ? 0 : 1 << UInt64(left) - 1
    }
  }

  mutating func begin(_ valid: [UInt64]) {
    self.valid = valid
    for word in 0..<Planes.words { loose[word] = 0 }
  }

  mutating func loosen(_ rows: [UInt64]) {
    for word in 0..<Planes.words { loose[word] |= rows[word] }
  }

  /// What is reached, end by end. A row whose answer is left open by what the program does not know, whose clock runs, or of which
  /// nothing can be so, is decided by the engine of single requests.
  mutating func finish(_ rows: [UInt64], from first: Int) {
    let answers = ends.map { Int($0.verdict.answer.place) }
    let windows = ends.map(\.hasWindow)
    // One answer and one norm at most: what several ends say alike is one.
    var ofAnswer = [UInt64](repeating: 0, count: possible.count)
    var ofNorm = [UInt64](repeating: 0, count: reached.count)
    for word in 0..<Planes.words {
      for index in ofAnswer.indices { ofAnswer[index] = 0 }
      for index in ofNorm.indices { ofNorm[index] = 0 }
      var clock: UInt64 = 0
      for end in answers.indices {
        let here = rows[first + end * Planes.words + word]
        ofAnswer[answers[end]] |= here
        ofNorm[normOfEnd[end]] |= here
        if windows[end] { clock |= here }
      }
      let (once, twice) = Self.onceAndTwice(ofAnswer)
      for index in ofAnswer.indices { possible[index][word] = ofAnswer[index] }
      for index in ofNorm.indices { reached[index][word] = ofNorm[index] }
      several[word] = twice
      severalNorms[word] = Self.onceAndTwice(ofNorm).twice
      open[word] = (clock | (twice & loose[word]) | ~once) & valid[word]
    }
  }

  @inline(__always)
  private static func onceAndTwice(_ sets: [UInt64]) -> (once: UInt64, twice: UInt64) {
    var (once, twice): (UInt64, UInt64) = (0, 0)
    for set in sets {
      twice |= once & set
      once |= set
    }
    return (once, twice)
  }

  func forEachOpenRow(_ visit: (Int) -> Void) {
    for word in 0..<Planes.words { open[word].forEachBit { visit(word * 64 + $0) } }
  }

  // MARK: What comes out

  func write(to decisions: inout RowDecisions, from first: Int) {
    for word in 0..<Planes.words {
      let closed = valid[word] & ~open[word]
      guard closed != 0 else { continue }
      let row = first + word * 64
      for answer in Answer.allCases.dropLast() {
        let place = answer.place
        possible[Int(place)][word].intersecting(closed) {
          decisions.possible[row + $0] |= 1 << place
        }
        (possible[Int(place)][word] & ~several[word]).intersecting(closed) {
          decisions.answers[row + $0] = place
        }
      }
      for (index, norm) in norms.enumerated() {
        guard let norm else { continue }
        (reached[index][word] & ~severalNorms[word] & ~several[word]).intersecting(closed) {
          decisions.norms[row + $0] = Int16(truncatingIfNeeded: norm)
        }
      }
    }
  }

  func add(to counts: inout RowCounts) {
    var undetermined = 0
    for word in 0..<Planes.words {
      undetermined += (several[word] & valid[word] & ~open[word]).nonzeroBitCount
    }
    counts.answers[Int(Answer.undetermined.place)] += undetermined
    for answer in Answer.allCases.dropLast() {
      let place = Int(answer.place)
      var count = 0
      for word in 0..<Planes.words {
        count +=
          (possible[place][word] & ~several[word] & valid[word] & ~open[word]).nonzeroBitCount
      }
      counts.answers[place] += count
    }
    var without = 0
    for word in 0..<Planes.words { without += (valid[word] & ~open[word]).nonzeroBitCount }
    for (index, norm) in norms.enumerated() {
      guard let norm else { continue }
      var count = 0
      for word in 0..<Planes.words {
        count +=
          (reached[index][word] & ~severalNorms[word] & ~several[word] & valid[word] & ~open[word])
          .nonzeroBitCount
      }
      counts.norms[norm, default: 0] += count
      without -= count
    }
    if without > 0 { counts.norms[-1, default: 0] += without }
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
