import Dispatch
internal import LawLanguage
import Synchronization

/// One of the ways in which records leave open what was asked, as far as a law can tell it from others.
struct WayKey: Hashable {
  let law: Int
  let day: Int64
  let values: [Int64]
}

/// What the engine answers of ways, each asked once. Those of some thousand rows are asked together, on all processors: what is
/// answered of one does not hang on another.
struct AskedWays {
  private var numbers: [WayKey: Int] = [:]
  private var answers: [[WayAnswer]] = []
  private var open: [Open] = []
  /// How often the engine was asked.
  private(set) var asked = 0

  private struct Open {
    let number: Int
    let law: ActLaw
    let requests: [Request]
  }

  /// How many ways are remembered.
  var count: Int { answers.count }

  /// The number of a way, whose requests are made if it is new.
  mutating func number(
    of key: WayKey, by law: ActLaw, requests: () throws(RowRefusal) -> [Request]
  ) throws(RowRefusal) -> Int {
    if let known = numbers[key] { return known }
    open.append(Open(number: answers.count, law: law, requests: try requests()))
    numbers[key] = answers.count
    answers.append([])
    return answers.count - 1
  }

  /// Asks all that is open; until then nothing is answered of it.
  mutating func settle() {
    guard !open.isEmpty else { return }
    let open = open
    let found = Mutex([[WayAnswer]](repeating: [], count: open.count))
    DispatchQueue.concurrentPerform(iterations: open.count) { index in
      let own = open[index].requests.compactMap(open[index].law.answer)
      found.withLock { $0[index] = own }
    }
    found.withLock { found in
      for (own, answer) in zip(open, found) {
        answers[own.number] = answer
        asked += own.requests.count
      }
    }
    self.open = []
  }

  /// Forgets what was answered.
  mutating func forget() {
    numbers.removeAll(keepingCapacity: true)
    answers.removeAll(keepingCapacity: true)
  }

  /// What is answered of a way that is settled.
  subscript(number: Int) -> [WayAnswer] { answers[number] }
}
