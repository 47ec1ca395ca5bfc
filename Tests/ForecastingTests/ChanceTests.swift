import Forecasting
import Foundation
import Testing

@Suite struct ChanceTests {
  @Test("Philox gives the published answers")
  func known() {
    // kat_vectors of Random123, philox4x32 10.
    #expect(Philox.block((0, 0, 0, 0), key: (0, 0)) == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = UInt32.max
    #expect(
      Philox.block((ones, ones, ones, ones), key: (ones, ones)) == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox.block((0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: (0xa409_3822, 0x299f_31d0))
        == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("a stream does not depend on what other streams drew")
  func separate() {
    let chance = Chance(seed: 5, replicate: 3)
    var first = chance.stream(.county, day: 7, cell: 2)
    let alone = (0..<5).map { _ in first.next() }
    var other = chance.stream(.detention, day: 7, cell: 2)
    for _ in 0..<100 { _ = other.next() }
    var again = chance.stream(.county, day: 7, cell: 2)
    #expect(alone == (0..<5).map { _ in again.next() })
    #expect(alone.first != other.next())
  }

  /// Pearson's statistic of draws against a mass function, cells of fewer than five expected put together.
  private func statistic(_ draws: Int, _ mass: [Double], _ draw: () -> Int) -> (value: Double, freedom: Double) {
    var seen = [Int](repeating: 0, count: mass.count + 1)
    for _ in 0..<draws { seen[min(draw(), mass.count)] += 1 }
    var (value, freedom) = (0.0, -1.0)
    var (observed, expected) = (0.0, 0.0)
    for (count, share) in zip(seen, mass + [max(0, 1 - mass.reduce(0, +))]) {
      observed += Double(count)
      expected += share * Double(draws)
      if expected >= 5 {
        value += (observed - expected) * (observed - expected) / expected
        freedom += 1
        (observed, expected) = (0, 0)
      }
    }
    return (value, freedom)
  }

  private func logBinomial(_ n: Int, _ k: Int, _ p: Double) -> Double {
    lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1)) + Double(k) * log(p)
      + Double(n - k) * log1p(-p)
  }

  @Test(
    "binomial draws follow the binomial distribution",
    arguments: [(1, 0.3), (7, 0.02), (40, 0.6), (25, 0.4), (300, 0.05), (5000, 0.5), (100_000, 0.0004)])
  func binomial(trials: Int, share: Double) {
    var stream = Chance(seed: 17, replicate: trials).stream(.network)
    let mass = (0...trials).map { exp(logBinomial(trials, $0, share)) }
    let (value, freedom) = statistic(200_000, mass) { stream.binomial(trials, share) }
    // Four standard deviations of chi-square.
    #expect(value < freedom + 4 * (2 * max(1, freedom)).squareRoot())
  }

  @Test("Poisson draws follow the Poisson distribution", arguments: [0.01, 0.7, 4, 9.9, 10, 55, 900])
  func poisson(mean: Double) {
    var stream = Chance(seed: 23, replicate: Int(mean)).stream(.network)
    let mass = (0...Int(mean + 12 * mean.squareRoot() + 10)).map {
      exp(Double($0) * log(mean) - mean - lgamma(Double($0 + 1)))
    }
    let (value, freedom) = statistic(200_000, mass) { stream.poisson(mean) }
    #expect(value < freedom + 4 * (2 * max(1, freedom)).squareRoot())
  }

  @Test("thinning draws as the binomial does", arguments: [3, 90, 400])
  func thinning(count: Int) {
    var stream = Chance(seed: 29, replicate: count).stream(.network)
    let thinning = Thinning(0.03, reckonedTo: 128)
    let mass = (0...count).map { exp(logBinomial(count, $0, 0.03)) }
    let (value, freedom) = statistic(200_000, mass) { thinning.draw(count, &stream) }
    #expect(value < freedom + 4 * (2 * max(1, freedom)).squareRoot())
  }

  @Test("a split gives every part its share and loses nobody")
  func split() {
    var stream = Chance(seed: 31, replicate: 0).stream(.network)
    var sums = [0, 0, 0, 0]
    var parts = sums
    for _ in 0..<20_000 {
      stream.split(37, by: [0.5, 0.2, 0, 0.3], into: &parts)
      #expect(parts.reduce(0, +) == 37)
      for index in parts.indices { sums[index] += parts[index] }
    }
    #expect(sums[2] == 0)
    let mean = 20_000.0 * 37 * 0.2
    #expect(abs(Double(sums[1]) - mean) < 4 * (mean * 0.8).squareRoot())
  }

  @Test("a triangular prior keeps its ends and its middle")
  func triangular() {
    let prior = Triangular(low: 1, mode: 2, high: 5)
    #expect(prior.quantile(0) == 1)
    #expect(prior.quantile(1) == 5)
    #expect(prior.quantile(0.25) == 2)
  }
}
