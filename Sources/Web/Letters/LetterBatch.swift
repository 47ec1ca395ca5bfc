import Desk
import LawLanguage
import Reasoning

/// How far many letters are that were asked for at once.
struct LetterBatch: Sendable {
  let number: Int
  let agency: String
  let by: String
  let began: Instant
  /// How many open requests there are to look at.
  var total = 0
  /// How many were looked at.
  var looked = 0
  /// The letters that went out, in their order.
  var made: [Made] = []
  /// What has to be written by hand, and why.
  var left: [Left] = []
  var state = State.running

  enum State: Sendable, Hashable {
    case running, done, stopped
    /// There is more: it made as many as it may.
    case full
    /// Nothing more could be made, and why.
    case failed(String)
  }

  /// A letter that went out.
  struct Made: Sendable {
    let id: CaseID
    let letter: String
    let document: String
  }

  /// A letter that is owed and was not made.
  struct Left: Sendable {
    let id: CaseID
    let number: CaseNumber
    let kind: String
    let title: String
    let why: String
  }
}

/// Makes the letters that are owed to the persons in custody, in all open requests, one after the other.
///
/// Each letter is a transaction of its own, so a batch may end anywhere: what went out is in its request, and the next
/// batch goes on with what has not. Therefore batches are remembered in memory alone, as sessions are.
actor LetterBatches {
  /// The most letters of one batch.
  static let most = 1_000
  /// The most open requests that one looks at.
  static let mostCases = 50_000
  /// How many batches, and of each how many letters left to hand, are remembered.
  private static let kept = 20
  private static let mostLeft = 500

  private let making: LetterMaking
  private var batches: [LetterBatch] = []
  private var running: Task<Void, Never>?
  /// Asked between letters, rather than cancelling the task: that would cut off the letter under way in the database.
  private var isStopping = false
  private var count = 0

  init(_ work: OfficeWork) { making = LetterMaking(work: work) }

  func list(of agency: String) -> [LetterBatch] { batches.filter { $0.agency == agency }.reversed() }

  func batch(_ number: Int, of agency: String) -> LetterBatch? {
    batches.first { $0.number == number && $0.agency == agency }
  }

  /// Begins a batch, and answers at once.
  func begin(_ kinds: Set<String>, by staff: Staff) throws(Refused) -> Int {
    if let trouble = making.trouble { throw Refused(.unavailable, trouble) }
    guard let set = making.work.press?.set else { throw Refused(.unavailable, "This desk has no letters.") }
    guard running == nil else {
      throw Refused(.conflict, "Letters are being made already. Wait until they are done, or stop them.")
    }
    count += 1
    let number = count
    batches = Array(
      (batches + [LetterBatch(number: number, agency: staff.agency, by: staff.name, began: making.work.office.now)])
        .suffix(LetterBatches.kept))
    isStopping = false
    running = Task { await run(number, kinds, set, staff) }
    return number
  }

  /// Stops after the letter under way.
  func stop(_ number: Int, of agency: String) {
    guard let batch = batch(number, of: agency), batch.state == .running else { return }
    isStopping = true
  }

  // MARK: The work

  private func change(_ number: Int, _ body: (inout LetterBatch) -> Void) {
    guard let index = batches.firstIndex(where: { $0.number == number }) else { return }
    body(&batches[index])
  }

  private func run(_ number: Int, _ kinds: Set<String>, _ set: LetterSet, _ staff: Staff) async {
    var state = LetterBatch.State.done
    do {
      let cases = try await making.work.office.openCases(for: staff, limit: LetterBatches.mostCases)
      change(number) { $0.total = cases.count }
      for id in cases {
        guard !isStopping else { throw Stopped() }
        try await look(at: id, number, kinds, set, staff)
        change(number) { $0.looked += 1 }
      }
    } catch is Stopped { state = .stopped } catch is Full { state = .full } catch {
      state = .failed((error as? Refused)?.sentence ?? "Something went wrong here; what went out is in its request.")
    }
    change(number) { $0.state = state }
    running = nil
  }

  private struct Full: Error {}
  private struct Stopped: Error {}

  private func look(
    at id: CaseID, _ number: Int, _ kinds: Set<String>, _ set: LetterSet, _ staff: Staff
  ) async throws {
    // A request that was closed or sealed meanwhile owes nothing here.
    guard let file = try? await making.work.office.caseFile(id, for: staff),
      let decision = making.work.decision(on: file)
    else { return }
    for owed in set.owed(by: decision) where owed.isForBatch && kinds.contains(owed.kind.name) {
      guard !isStopping else { throw Stopped() }
      let isOut = file.letters.contains { $0.entry.kind == owed.kind.name && $0.entry.recipient == owed.to }
      if isOut { continue }
      if batches.first(where: { $0.number == number })?.made.count ?? 0 >= LetterBatches.most { throw Full() }
      do {
        let made = try await make(owed, of: set, in: id, staff)
        change(number) { $0.made.append(made) }
      } catch let refused as Refused where refused.status == .unavailable {
        // Neither the next one would go out.
        throw refused
      } catch {
        let left = LetterBatch.Left(
          id: id, number: file.number, kind: owed.kind.name, title: owed.kind.title, why: LetterBatches.why(error))
        change(number) { if $0.left.count < LetterBatches.mostLeft { $0.left.append(left) } }
      }
    }
  }

  private func make(
    _ owed: OwedLetter, of set: LetterSet, in id: CaseID, _ staff: Staff
  ) async throws -> LetterBatch.Made {
    let form = try await making.form(owed.kind, to: owed.to, of: set, in: id, for: staff)
    let number = IssuedLetter.newNumber()
    let letter = try making.compose(form, form.untouched, number: number, at: making.work.office.now)
    let issued: IssuedLetter
    do {
      issued = try await making.issue(letter, number, form, version: form.ground.file.version, by: Hand(staff))
    } catch let refusal as OfficeRefusal {
      switch refusal {
      case .diskFull, .notRecorded: throw Refused(.unavailable, Refused(refusal).sentence)
      default: throw Refused(refusal)
      }
    }
    return LetterBatch.Made(id: id, letter: issued.number, document: issued.document)
  }

  private static func why(_ error: any Error) -> String {
    switch error {
    case let mistakes as Mistakes: mistakes.list.map(\.sentence).joined(separator: " ")
    case let refused as Refused: refused.sentence
    default: "It could not be written."
    }
  }
}

extension OwedLetter {
  /// Whether it goes out without anybody choosing what it tells: to the person in custody, by law, and settled. What others
  /// are told, somebody chooses for each letter.
  var isForBatch: Bool {
    guard to == "person-in-custody", isCertain, !isContingent else { return false }
    return switch call {
    case .duties: true
    case .step, .policy: false
    }
  }
}
