import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// One run of the typesetter's process. Letters go in and PDFs come out as lines of JSON, one at a time; the process is killed
/// when it takes too long, and the run ends with it.
final class TypesettingWorker: Sendable {
  struct Job: Sendable {
    let number: Int
    /// JSON.
    let letter: [UInt8]
    let timestamp: Int64
    /// The fonts it is set in.
    let families: Set<String>
  }

  enum Outcome: Sendable {
    case pdf([UInt8])
    /// The letter failed; the typesetter goes on.
    case failed(TypesettingError)
    /// The typesetter ended before it was this letter's turn.
    case notBegun
    /// The typesetter ended over this letter.
    case ended
    /// No typesetter will start.
    case unavailable(TypesettingError)
  }

  private struct Waiting: Sendable {
    let job: Job
    let reply: CheckedContinuation<Outcome, Never>
  }

  private let queue: AsyncStream<Waiting>.Continuation
  private let run: Task<Void, Never>

  init(_ tools: TypesettingTools, limits: TypesettingLimits) {
    let (stream, queue) = AsyncStream.makeStream(of: Waiting.self, bufferingPolicy: .bufferingOldest(limits.waiting))
    self.queue = queue
    run = Task {
      let fault = await Self.serve(stream, tools: tools, limits: limits)
      // Nobody is left waiting.
      queue.finish()
      for await waiting in stream { waiting.reply.resume(returning: fault.map(Outcome.unavailable) ?? .notBegun) }
    }
  }

  func set(_ job: Job) async -> Outcome {
    await withCheckedContinuation { reply in
      switch queue.yield(Waiting(job: job, reply: reply)) {
      case .enqueued: break
      case .dropped(let dropped): dropped.reply.resume(returning: .failed(.busy))
      case .terminated: reply.resume(returning: .notBegun)
      @unknown default: reply.resume(returning: .notBegun)
      }
    }
  }

  /// Lets the letters that wait be set, and ends the process.
  func stop() async {
    queue.finish()
    await run.value
  }

  // MARK: The process

  /// Runs the process until there are no more letters or it ends. Returns why it never got ready, if it did not.
  private static func serve(
    _ stream: AsyncStream<Waiting>, tools: TypesettingTools, limits: TypesettingLimits
  ) async -> TypesettingError? {
    let environment: [Environment.Key: String] = ["LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PATH": "/usr/bin:/bin"]
    do {
      return try await Subprocess.run(
        .path(FilePath(tools.python)), arguments: Arguments(["-I", "-B", "typeset.py"] + tools.fonts),
        environment: .custom(environment), workingDirectory: FilePath(tools.folder),
        input: .inputWriter, output: .sequence, error: .discarded
      ) { execution -> TypesettingError? in
        var lines = ByteLines(of: execution.standardOutput, limit: limits.pdf / 3 * 4 + 4096)
        let kill: @Sendable () -> Void = { try? execution.send(signal: .kill) }
        let greeting: Greeting
        switch await within(limits.startSeconds, orElse: kill, { await lines.next() }) {
        case (.line(let line), false):
          greeting = (try? JSONDecoder().decode(Greeting.self, from: Data(line))) ?? Greeting()
        case (_, true): return .notReady("it was not ready within \(limits.startSeconds) seconds")
        default: return .notReady("it ended at once")
        }
        guard let families = greeting.ready else {
          return .notReady(greeting.missing.map { "it has no package \($0)" } ?? "it gave no sign of being ready")
        }
        let known = Set(families)
        for await waiting in stream {
          let missing = waiting.job.families.subtracting(known)
          guard missing.isEmpty else {
            waiting.reply.resume(returning: .failed(.missingFonts(missing.sorted())))
            continue
          }
          let writer = execution.standardInputWriter
          let (answer, isLate) = await within(limits.seconds, orElse: kill) {
            guard let line = waiting.job.line, (try? await writer.write(line)) != nil else { return ByteLines.Next.end }
            return await lines.next()
          }
          let outcome = outcome(of: answer, isLate: isLate, for: waiting.job, limits)
          waiting.reply.resume(returning: outcome.reply)
          guard outcome.goesOn else {
            kill()
            break
          }
        }
        return nil
      }.closureResult
    } catch {
      return .notReady("\(tools.python) does not run")
    }
  }

  private static func outcome(
    of answer: ByteLines.Next, isLate: Bool, for job: Job, _ limits: TypesettingLimits
  ) -> (reply: Outcome, goesOn: Bool) {
    if isLate { return (.failed(.tookTooLong(seconds: limits.seconds)), false) }
    switch answer {
    case .end: return (.ended, false)
    case .tooLong: return (.failed(.pdfTooLarge(limit: limits.pdf)), false)
    case .line(let line):
      // An answer to another letter must never be taken for this one's.
      guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line)), answer.number == job.number else {
        return (.ended, false)
      }
      if let pdf = answer.pdf, pdf.starts(with: Array("%PDF-".utf8)) { return (.pdf(Array(pdf)), true) }
      return (.failed(.refused(answer.refused ?? "it gave no PDF")), true)
    }
  }

  private struct Greeting: Decodable {
    var ready: [String]?
    var missing: String?
  }

  private struct Answer: Decodable {
    let number: Int
    let pdf: Data?
    let refused: String?
  }

  /// Does something, and something else as well if it takes longer than so many seconds. Says whether it did.
  private static func within<Value>(
    _ seconds: Int, orElse stop: @escaping @Sendable () -> Void, _ body: () async -> Value
  ) async -> (Value, Bool) {
    let lateness = Lateness()
    let watch = Task {
      do { try await Task.sleep(for: .seconds(seconds)) } catch { return }
      lateness.isLate.withLock { $0 = true }
      stop()
    }
    let value = await body()
    watch.cancel()
    await watch.value
    return (value, lateness.isLate.withLock { $0 })
  }

  private final class Lateness: Sendable {
    let isLate = Mutex(false)
  }
}

extension TypesettingWorker.Job {
  /// The letter as the process reads it. It is text within JSON, so that no byte of it can end the line.
  fileprivate var line: [UInt8]? {
    let request = Line(number: number, letter: String(decoding: letter, as: UTF8.self), timestamp: timestamp)
    guard let bytes = try? JSONEncoder().encode(request) else { return nil }
    return Array(bytes) + [UInt8(ascii: "\n")]
  }

  private struct Line: Encodable {
    let number: Int
    let letter: String
    let timestamp: Int64
  }
}
