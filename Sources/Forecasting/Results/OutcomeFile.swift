package import Foundation

/// Outcomes as bytes: what one process runs and another puts beside its own.
///
/// A line of text that names the run and the sizes, then per replicate its number, its parameters (bit patterns), its
/// monthly counts, its county counts and its states' by fiscal year, little-endian: the same bytes on every machine.
package struct OutcomeFile: Sendable {
  /// What the outcomes are outcomes of: scenario, law, seed, months. Only equals are put together.
  package let identity: String
  /// The outcomes, by their numbers.
  package let outcomes: [Outcome]

  /// Outcomes of a run.
  package init(identity: String, outcomes: [Outcome]) {
    self.identity = identity
    self.outcomes = outcomes
  }

  /// Why files cannot be read or put together.
  package struct Problem: Error, Sendable, CustomStringConvertible {
    /// In a sentence.
    package let description: String

    /// A problem.
    package init(_ description: String) { self.description = description }
  }

  private static let mark = "tenth-outcomes 2"

  /// The bytes.
  package var bytes: Data {
    var data = Data()
    let months = outcomes.first?.months.months ?? 0
    let counties = outcomes.first?.counties.values.count ?? 0
    let years = outcomes.first?.states.years ?? 0
    let states = outcomes.first?.states.values.count ?? 0
    let sizes = [outcomes.count, months, counties, years, states].map(String.init).joined(separator: "\t")
    data.append(Data("\(OutcomeFile.mark)\t\(sizes)\t\(identity)\n".utf8))
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
    for outcome in outcomes {
      append(Int64(outcome.replicate))
      for name in ParameterName.allCases { append(outcome.parameters[name].bitPattern) }
      for value in outcome.months.values { append(Int64(value)) }
      for value in outcome.counties.values { append(value) }
      for value in outcome.states.values { append(value) }
    }
    return data
  }

  /// Reads bytes.
  package init(_ data: Data, name: String) throws(Problem) {
    guard let end = data.firstIndex(of: 0x0A), let head = String(data: data[data.startIndex..<end], encoding: .utf8)
    else { throw Problem("\(name) holds no outcomes") }
    let fields = head.split(separator: "\t", maxSplits: 6, omittingEmptySubsequences: false)
    guard fields.count == 7, fields[0] == OutcomeFile.mark, let count = Int(fields[1]), let months = Int(fields[2]),
      let counties = Int(fields[3]), let years = Int(fields[4]), let states = Int(fields[5]),
      (0...10_000_000).contains(count), (0...1_200).contains(months), (0...1_000_000).contains(counties),
      (0...200).contains(years), (0...1_000_000).contains(states)
    else { throw Problem("\(name) was not written by tenth forecast, or by another version of it") }
    let parameters = ParameterName.allCases.count
    let tallies = months * Tally.allCases.count
    let size = 8 * (1 + parameters + tallies) + 4 * (counties + states)
    let body = data[data.index(after: end)...]
    guard body.count == count * size else {
      throw Problem("\(name) is \(body.count) bytes long after its first line, not \(count * size): cut off")
    }
    var place = body.startIndex
    func take<Value: FixedWidthInteger>(_: Value.Type) -> Value {
      var value: Value = 0
      for shift in 0..<MemoryLayout<Value>.size {
        value |= Value(truncatingIfNeeded: body[place + shift]) << (8 * shift)
      }
      place += MemoryLayout<Value>.size
      return value
    }
    identity = String(fields[6])
    outcomes = (0..<count).map { _ in
      let number = Int(take(Int64.self))
      let values = (0..<parameters).map { _ in Double(bitPattern: take(UInt64.self)) }
      let counts = (0..<tallies).map { _ in Int(take(Int64.self)) }
      let places = (0..<counties).map { _ in take(Int32.self) }
      let byYear = (0..<states).map { _ in take(Int32.self) }
      return Outcome(
        replicate: number, parameters: ParameterValues(exactly: values),
        months: MonthlyCounts(months: months, values: counts), counties: CountyCounts(values: places),
        states: StateYears(years: years, values: byYear))
    }
  }

  /// Puts parts together: the same bytes as if all had been run at once.
  package static func merged(_ parts: [OutcomeFile]) throws(Problem) -> OutcomeFile {
    guard let first = parts.first else { throw Problem("there is nothing to put together") }
    if let other = parts.first(where: { $0.identity != first.identity }) {
      throw Problem("the parts are of different runs: \(first.identity) and \(other.identity)")
    }
    let all = parts.flatMap(\.outcomes).sorted { $0.replicate < $1.replicate }
    for (left, right) in zip(all, all.dropFirst()) where left.replicate == right.replicate {
      throw Problem("replicate \(left.replicate) is in two parts")
    }
    return OutcomeFile(identity: first.identity, outcomes: all)
  }
}
