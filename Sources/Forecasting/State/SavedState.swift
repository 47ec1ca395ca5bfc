package import Foundation
package import LawLanguage

/// A run stopped after whole months: what its replicates need to go on, and the name of the run they belong to.
///
/// A line of text, then the states, each with its length. A checksum tells a file that was damaged; it proves nothing to
/// anybody who would forge one.
package struct SavedState: Sendable {
  /// What the state is of: scenario, law, seed, numbers and months.
  package let identity: String
  /// The version of the program that wrote it: another may reckon a day otherwise.
  package let program: String
  /// How many months are done.
  package let months: Int
  /// The replicates, by their numbers.
  package let replicates: [(number: Int, bytes: [UInt8])]

  /// Why a state cannot be gone on from.
  package struct Problem: Error, Sendable, CustomStringConvertible {
    /// In a sentence.
    package let description: String

    init(_ description: String) { self.description = description }
  }

  private static let mark = "tenth-state 1"

  init(identity: String, program: String, months: Int, replicates: [(number: Int, bytes: [UInt8])]) {
    self.identity = identity
    self.program = program
    self.months = months
    self.replicates = replicates
  }

  /// The state as a file.
  package var data: Data {
    var carrier = StateCarrier()
    for (number, bytes) in replicates {
      var (number, count) = (number, bytes.count)
      carrier.carry(&number)
      carrier.carry(&count)
    }
    var body = carrier.bytes
    for (_, bytes) in replicates { body += bytes }
    let head = [
      SavedState.mark, program, "\(months)", "\(replicates.count)", "\(SavedState.checksum(body))", identity,
    ]
    return Data("\(head.joined(separator: "\t"))\n".utf8) + Data(body)
  }

  /// Reads a file.
  package init(_ data: Data, name: String) throws(Problem) {
    guard let end = data.firstIndex(of: 0x0A), let head = String(data: data[data.startIndex..<end], encoding: .utf8)
    else { throw Problem("\(name) holds no saved state") }
    let fields = head.split(separator: "\t", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 6, fields[0] == SavedState.mark, let months = Int(fields[2]), let count = Int(fields[3]),
      let sum = UInt64(fields[4]), (1...1_200).contains(months), (1...1_000_000).contains(count)
    else { throw Problem("\(name) was not written by tenth forecast run --save-state, or by another version of it") }
    let body = Array(data[data.index(after: end)...])
    let damaged = Problem("\(name) is damaged or cut off; save the state again")
    guard SavedState.checksum(body) == sum else { throw damaged }
    var carrier = StateCarrier(reading: body)
    var sizes: [(number: Int, count: Int)] = []
    for _ in 0..<count {
      var (number, size) = (0, 0)
      carrier.carry(&number)
      carrier.carry(&size)
      guard carrier.isSound, number >= 0, (0...body.count).contains(size) else { throw damaged }
      sizes.append((number, size))
    }
    var rest = body[(body.count - carrier.left)...]
    guard sizes.reduce(0, { $0 + $1.count }) == rest.count else { throw damaged }
    replicates = sizes.map { number, size in
      defer { rest = rest.dropFirst(size) }
      return (number, Array(rest.prefix(size)))
    }
    (program, identity, self.months) = (fields[1], fields[5], months)
  }

  /// FNV-1a, 64 bits.
  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}

extension RunPlan {
  /// Runs replicates up to a day, the first of a month, and keeps where they stand.
  ///
  /// - Parameters:
  ///   - scenario: The scenario of the plan, which the state is named by.
  ///   - program: The version of the program.
  package func save(
    _ scenario: Scenario, _ replicates: Range<Int>, until day: Day, program: String, threads: Int,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> SavedState {
    guard let months = (1..<max(1, self.months)).first(where: { start.adding(months: $0) == day }) else {
      throw SavedState.Problem(
        "a run can be stopped on the first day of a month after \(start) and before \(end), not on \(day)")
    }
    let states = try await Threads.each(Array(replicates), threads: threads, progress: progress) { number in
      var replicate = Replicate(self, number: number)
      try replicate.advance(to: months)
      return (number, replicate.state)
    }
    return SavedState(
      identity: identity(of: scenario), program: program, months: months,
      replicates: states.sorted { $0.0 < $1.0 }.map { ($0.0, $0.1) })
  }

  /// Goes on from a state to the end: the same outcomes as if it had never been stopped. A state of another scenario,
  /// seed, library, set of numbers or program is refused.
  package func resume(
    _ scenario: Scenario, from state: SavedState, program: String, threads: Int,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [Outcome] {
    guard state.program == program else {
      throw SavedState.Problem(
        "the state was saved by version \(state.program) of the program, and this is \(program); run from the beginning"
      )
    }
    guard state.identity == identity(of: scenario) else {
      throw SavedState.Problem(
        "the state is of another run than \(scenario.name) with this seed under this library; it is of: \(state.identity)"
      )
    }
    let damaged = SavedState.Problem("the state does not fit the run that it names; save it again")
    return try await Threads.each(state.replicates, threads: threads, progress: progress) { number, bytes in
      var replicate = Replicate(self, number: number)
      guard replicate.restore(bytes, months: state.months) else { throw damaged }
      return try replicate.run()
    }.sorted { $0.replicate < $1.replicate }
  }
}
