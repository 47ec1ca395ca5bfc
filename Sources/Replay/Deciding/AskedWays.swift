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
  /// How often the engine was asked, in this run or in one before that it continues.
  private(set) var asked = 0
  /// How much of that a run before had answered.
  private(set) var recalled = 0
  private var journal: AnswerJournal?

  init(_ journal: AnswerJournal?) { self.journal = journal }

  private struct Open {
    let number: Int
    let key: WayKey
    let law: ActLaw
    let requests: Requests
  }

  /// What is asked for a way: a request for each set of papers that may have been offered.
  struct Requests {
    /// Those that the law can tell apart.
    var distinct: [Request]
    /// By set of papers, the place of its request among them.
    var places: [Int]
  }

  /// How many ways are remembered.
  var count: Int { answers.count }

  /// The number of a way, whose requests are made if it is new.
  mutating func number(
    of key: WayKey, by law: ActLaw, requests: () throws(RowRefusal) -> Requests
  ) throws(RowRefusal) -> Int {
    if let known = numbers[key] { return known }
    open.append(Open(number: answers.count, key: key, law: law, requests: try requests()))
    numbers[key] = answers.count
    answers.append([])
    return answers.count - 1
  }

  /// Asks all that is open; until then nothing is answered of it.
  ///
  /// - Throws: what the journal throws that cannot be written.
  mutating func settle() throws {
    recall()
    guard !open.isEmpty else { return }
    let open = open
    let found = Mutex([[WayAnswer?]](repeating: [], count: open.count))
    DispatchQueue.concurrentPerform(iterations: open.count) { index in
      let own = open[index].requests.distinct.map(open[index].law.answer)
      found.withLock { $0[index] = own }
    }
    found.withLock { found in
      for (own, answer) in zip(open, found) {
        answers[own.number] = own.requests.places.compactMap { answer[$0] }
        asked += own.requests.distinct.count
      }
    }
    self.open = []
    try journal?.keep(open.map { ($0.key, answers[$0.number]) })
  }

  /// Takes what a run before answered.
  private mutating func recall() {
    var known = 0
    while known < open.count, let found = journal?.recall(open[known].key) {
      answers[open[known].number] = found
      asked += open[known].requests.distinct.count
      recalled += open[known].requests.distinct.count
      known += 1
    }
    open.removeFirst(known)
  }

  /// Forgets what was answered.
  mutating func forget() {
    numbers.removeAll(keepingCapacity: true)
    answers.removeAll(keepingCapacity: true)
  }

  /// What is answered of a way that is settled.
  subscript(number: Int) -> [WayAnswer] { answers[number] }
}
