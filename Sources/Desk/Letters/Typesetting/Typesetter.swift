import Foundation

/// Sets letters as PDF/UA-1 and PDF/A-2a, by one typesetter that runs beside this program for as long as letters come.
public actor Typesetter {
  private let tools: TypesettingTools
  private let limits: TypesettingLimits
  private var worker: TypesettingWorker?
  private var number = 0
  private var isStopped = false

  /// A typesetter; it starts with the first letter, unless `prepare` started it before.
  public init(_ tools: TypesettingTools, limits: TypesettingLimits = TypesettingLimits()) {
    self.tools = tools
    self.limits = limits
  }

  /// Starts it, so that the first letter need not wait until the fonts are read.
  public func prepare() {
    if !isStopped { _ = running() }
  }

  /// The PDF of a letter. The same letter gives the same bytes.
  public func typeset(_ letter: Letter) async throws(TypesettingError) -> [UInt8] {
    let text: [UInt8]
    do { text = try letter.canonical() } catch { throw .refused("it cannot be written as data") }
    guard text.count <= limits.letter else { throw .letterTooLarge(bytes: text.count, limit: limits.letter) }
    let families = Set(letter.settings.flatMap(\.fonts))
    var ends = 0
    while ends < 2 {
      if isStopped { throw .stopped }
      let worker = running()
      number += 1
      let job = TypesettingWorker.Job(number: number, letter: text, timestamp: letter.timestamp, families: families)
      switch await worker.set(job) {
      case .pdf(let bytes): return bytes
      case .failed(let error): throw error
      // Another letter ended it before this one's turn: that is not this one's fault.
      case .notBegun: forget(worker)
      case .ended:
        forget(worker)
        ends += 1
      case .unavailable(let error):
        forget(worker)
        throw error
      }
    }
    throw .ended
  }

  /// One letter of a batch, done or not.
  public struct Step: Sendable {
    /// Its place in the batch, from 0.
    public let index: Int
    /// How many letters the batch has.
    public let total: Int
    /// The PDF, or why there is none.
    public let result: Result<[UInt8], TypesettingError>
  }

  /// Sets letters one after the other. One that cannot be set does not keep back the others; `each` hears of every letter in
  /// its turn, and ends the batch by throwing, as does cancelling the task.
  public func typeset(_ letters: [Letter], each: @Sendable (Step) async throws -> Void) async throws {
    for (index, letter) in letters.enumerated() {
      try Task.checkCancellation()
      let result: Result<[UInt8], TypesettingError>
      do { result = .success(try await typeset(letter)) } catch { result = .failure(error) }
      try await each(Step(index: index, total: letters.count, result: result))
    }
  }

  /// Ends the typesetter; letters that wait are answered that it stopped.
  public func stop() async {
    isStopped = true
    let ending = worker
    worker = nil
    await ending?.stop()
  }

  private func running() -> TypesettingWorker {
    if let worker { return worker }
    let started = TypesettingWorker(tools, limits: limits)
    worker = started
    return started
  }

  private func forget(_ ended: TypesettingWorker) {
    if worker === ended { worker = nil }
  }
}

extension Letter {
  var settings: [Setting] { [language] + parts.map(\.language) + (interpreter?.languages ?? []) }

  /// Seconds of the Unix epoch at which the letter's day begins in Greenwich: the PDF bears the letter's date, not the hour
  /// at which somebody pressed a key.
  var timestamp: Int64 {
    var parts = DateComponents()
    parts.calendar = Calendar(identifier: .gregorian)
    parts.timeZone = TimeZone(secondsFromGMT: 0)
    guard date.count == 3 else { return 0 }
    (parts.year, parts.month, parts.day) = (date[0], date[1], date[2])
    return parts.date.map { Int64($0.timeIntervalSince1970) } ?? 0
  }
}
