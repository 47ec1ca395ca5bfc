/// The factors over which a scenario's variance is divided: the numbers that screening put first, all others together,
/// the groups by origin, and chance.
package struct VarianceDesign: Sendable {
  /// A factor and what it is called.
  package struct Factor: Sendable {
    /// The name of a number, of a group, or chance.
    package let name: String
    /// Whether it is a group of those that also stand alone.
    package let isGroup: Bool
    fileprivate let coordinates: [Int]
  }

  /// The factors.
  package let factors: [Factor]
  /// The design.
  package let sobol: Sobol

  /// The coordinate after all numbers: which replicate's chance is drawn.
  private static let chance = ParameterName.allCases.count

  /// A design over the numbers that were put first.
  package init(first names: [ParameterName], rows: Int, seed: UInt64) {
    let rest = ParameterName.allCases.filter { !names.contains($0) && $0.origin != .money }
    var factors = names.map { Factor(name: $0.name, isGroup: false, coordinates: [$0.rawValue]) }
    factors.append(Factor(name: "all other numbers", isGroup: false, coordinates: rest.map(\.rawValue)))
    factors.append(Factor(name: "chance", isGroup: false, coordinates: [VarianceDesign.chance]))
    for origin in ParameterOrigin.allCases where origin != .money {
      let members = ParameterName.allCases.filter { $0.origin == origin }
      factors.append(Factor(name: origin.rawValue, isGroup: true, coordinates: members.map(\.rawValue)))
    }
    self.factors = factors
    sobol = Sobol(
      factors: factors.map(\.coordinates), dimensions: ParameterName.allCases.count + 1, rows: rows, seed: seed)
  }

  /// The plan and the replicate of a point: its numbers, and which chance.
  package static func run(_ plan: RunPlan, at point: [Double], _ measure: Measure) throws(Imbalance) -> Double {
    let replicate = point.count > chance ? Int(point[chance] * 1_000_000_000) : 0
    return try plan.at(Array(point.prefix(chance))).lastYear(measure, replicate: replicate)
  }
}

extension RunPlan {
  /// The values of a measure at points, on as many threads as asked, in the order of the points.
  package func values(
    at points: [[Double]], _ measure: Measure, threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [Double] {
    try await withThrowingTaskGroup(of: (Int, Double).self) { group in
      var waiting = points.enumerated().makeIterator()
      func begin(_ place: Int, _ point: [Double]) {
        group.addTask { (place, try VarianceDesign.run(self, at: point, measure)) }
      }
      for _ in 0..<max(1, threads) { if let (place, point) = waiting.next() { begin(place, point) } }
      var values = [Double](repeating: 0, count: points.count)
      var done = 0
      while let (place, value) = try await group.next() {
        values[place] = value
        done += 1
        progress(done)
        if let (place, point) = waiting.next() { begin(place, point) }
      }
      return values
    }
  }
}
