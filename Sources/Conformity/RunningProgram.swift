import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A child process that answers line by line. It is ended with the last reference to it.
final class RunningProgram {
  private let command: String
  private let patience: Int
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())
  /// What came after the last line that was read.
  private var rest: [UInt8] = []

  init(command: String, patience: Int) throws(BackEndFailure) {
    self.command = command
    self.patience = patience
    // A program that has died must be an error of `write`, not the end of this one.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec \(command)"]
    process.standardInput = input
    process.standardOutput = output
    do {
      try process.run()
    } catch {
      throw .gone("\(command) cannot be started")
    }
    let descriptor = writing
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  deinit { end() }

  /// Stops it: by closing its input, then by asking, then without asking.
  func end() {
    try? input.fileHandleForWriting.close()
    waitShortly()
    guard process.isRunning else { return }
    process.terminate()
    waitShortly()
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Writes a line and reads the next.
  ///
  /// - Throws: `BackEndFailure.gone` if no line comes: it has died, says nothing in time, or too much.
  func ask(_ line: [UInt8], about what: String) throws(BackEndFailure) -> [UInt8] {
    let deadline = Date(timeIntervalSinceNow: TimeInterval(patience))
    try write(line, until: deadline, what)
    var searched = 0
    while true {
      if let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let answer = Array(rest[..<end])
        rest.removeSubrange(...end)
        return answer
      }
      searched = rest.count
      guard rest.count <= SuiteLimits.line else {
        throw gone("writes a line of more than \(SuiteLimits.line) bytes", what)
      }
      guard wait(for: POLLIN, on: reading, until: deadline) else { throw silent(what) }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(reading, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw died(what) }
      rest += chunk[..<count]
    }
  }

  private var reading: Int32 { output.fileHandleForReading.fileDescriptor }
  private var writing: Int32 { input.fileHandleForWriting.fileDescriptor }

  private func write(_ line: [UInt8], until deadline: Date, _ what: String) throws(BackEndFailure) {
    guard process.isRunning else { throw died(what) }
    var written = 0
    while written < line.count {
      let count = line[written...].withUnsafeBytes { rest in
        Foundation.write(writing, rest.baseAddress, rest.count)
      }
      if count > 0 {
        written += count
      } else if errno == EAGAIN {
        guard wait(for: POLLOUT, on: writing, until: deadline) else { throw silent(what) }
      } else if errno != EINTR {
        throw died(what)
      }
    }
  }

  /// Whether the descriptor is ready, or closed, before the deadline.
  private func wait(for event: Int32, on descriptor: Int32, until deadline: Date) -> Bool {
    while true {
      let left = deadline.timeIntervalSinceNow
      guard left > 0 else { return false }
      var waiting = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      let ready = poll(&waiting, 1, Int32(min(left * 1000, 1_000_000)) + 1)
      if ready > 0 { return true }
      if ready < 0 && errno != EINTR { return false }
    }
  }

  // MARK: Ends

  private func died(_ what: String) -> BackEndFailure {
    waitShortly()
    guard !process.isRunning else { return gone("has closed its output", what) }
    let status = process.terminationStatus
    switch process.terminationReason {
    case .uncaughtSignal: return gone("was ended by the signal \(status)", what)
    case .exit: return gone("ended with the status \(status)", what)
    @unknown default: return gone("ended", what)
    }
  }

  private func silent(_ what: String) -> BackEndFailure { gone("says nothing for \(patience) seconds", what) }

  private func gone(_ how: String, _ what: String) -> BackEndFailure {
    end()
    return .gone("\(command): asked about \(what), it \(how)")
  }

  /// Gives it half a second to end by itself.
  private func waitShortly() {
    for _ in 0..<50 where process.isRunning { usleep(10_000) }
  }
}
