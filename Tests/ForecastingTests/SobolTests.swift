import Forecasting
import Foundation
import Testing

@Suite struct SobolTests {
  /// Ishigami and Homma (1990), whose indices are known (Saltelli et al. 2008, a = 7, b = 0.1).
  private func ishigami(_ point: [Double]) -> Double {
    let x = point.map { Double.pi * (2 * $0 - 1) }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
  }

  @Test("Ishigami's function is divided as theory has it, and its intervals hold the truth")
  func known() {
    let sobol = Sobol(factors: [[0], [1], [2]], dimensions: 3, rows: 8192, seed: 4)
    let found = sobol.indices(of: sobol.points.map(ishigami), samples: 200)
    for (index, (first, total)) in zip(found, [(0.3139, 0.5576), (0.4424, 0.4424), (0, 0.2437)]) {
      #expect(abs(index.first - first) < 0.03, "\(index.first)")
      #expect(abs(index.total - total) < 0.03, "\(index.total)")
      #expect(index.firstRange.lowerBound - 0.02 < first && first < index.firstRange.upperBound + 0.02)
      #expect(index.totalRange.lowerBound - 0.02 < total && total < index.totalRange.upperBound + 0.02)
      #expect(index.firstRange.lowerBound < index.firstRange.upperBound)
    }
  }

  @Test("of a sum a group has what its members have together, and a large mean does no harm")
  func groups() {
    let sobol = Sobol(factors: [[0], [1], [0, 1], [2]], dimensions: 3, rows: 4096, seed: 9)
    let values = sobol.points.map { 1_000_000 + 3 * $0[0] + 2 * $0[1] + $0[2] }
    let found = sobol.indices(of: values, samples: 50)
    let shares = [9.0 / 14, 4.0 / 14, 13.0 / 14, 1.0 / 14]
    for (index, share) in zip(found, shares) {
      #expect(abs(index.first - share) < 0.05)
      #expect(abs(index.total - share) < 0.05)
    }
  }

  @Test("an outcome that never changes has no variance to divide")
  func constant() {
    let sobol = Sobol(factors: [[0]], dimensions: 1, rows: 16, seed: 1)
    let found = sobol.indices(of: [Double](repeating: 3, count: sobol.runs), samples: 10)
    #expect(found.map(\.first) == [0] && found.map(\.total) == [0])
  }

  @Test("chance is a factor like any other: with all numbers held it is the whole variance")
  func chance() async throws {
    let plan = plan(months: 1)
    let design = VarianceDesign(first: [.officers], rows: 4, seed: 2)
    #expect(design.factors.map(\.name).contains("chance"))
    #expect(design.sobol.points.allSatisfy { $0.count == ParameterName.allCases.count + 1 })
    var one = [Double](repeating: 0.5, count: ParameterName.allCases.count + 1)
    let first = try VarianceDesign.run(plan, at: one, .custody)
    #expect(try VarianceDesign.run(plan, at: one, .custody) == first)
    one[ParameterName.allCases.count] = 0.7
    #expect(try VarianceDesign.run(plan, at: one, .custody) != first)
  }

  @Test("points run on two threads give the values of their places")
  func order() async throws {
    let plan = plan(months: 1)
    let points = [0.1, 0.5, 0.9].map { share in ParameterName.allCases.map { _ in share } }
    let values = try await plan.values(at: points, .custody, threads: 2)
    for (point, value) in zip(points, values) { #expect(try plan.at(point).lastYear(.custody) == value) }
  }
}

@Suite struct InfluenceTests {
  @Test("the number that an outcome follows is found first, and its group carries the variance")
  func found() async throws {
    let outcomes = try await plan(months: 1).run(0..<60, threads: 2)
    let judges: (Outcome) -> Double = { 3 * $0.parameters[.judges] + 0.1 * $0.parameters[.officers] }
    let found = Influence.found(in: outcomes, judges)
    let first = try #require(found.first)
    #expect(first.name == .judges && first.correlation > 0.7)
    #expect(first.range.contains(first.correlation))
    let split = Dictionary(uniqueKeysWithValues: Influence.split(outcomes, judges).map { ($0.origin, $0.share) })
    #expect(try #require(split[.courts]) > 0.5)
    #expect(try #require(split[.law]) < 0.3)
  }

  @Test("few replicates tell nothing")
  func few() async throws {
    let outcomes = try await plan(months: 1).run(0..<3, threads: 2)
    #expect(Influence.found(in: outcomes) { $0.parameters[.judges] }.isEmpty)
  }
}
