/// Approximate Bayesian computation by rejection: numbers are drawn from their priors, each draw is run over the fitted
/// months, and the share of draws that come nearest to what was published stands for the posterior (Tavaré and others 1997;
/// Pritchard and others 1999; Beaumont, Zhang and Balding, Genetics 162 (2002) 2025).
///
/// Each number is judged by the series that hang on it and by no others, for in many series at once no draw is near (Nott,
/// Fan, Marshall and Sisson, J. Comput. Graph. Stat. 23 (2014) 65); the posterior is therefore known number by number and
/// not of all together. Draws are not adjusted by regression: where a model is wrong, and this one is wherever policy moved
/// otherwise than its law of levels, adjusted draws go astray and kept ones do not (Frazier, Robert and Rousseau, J. R.
/// Stat. Soc. B 82 (2020) 421). What is kept is a posterior for a model that may be off by the distance of the last kept
/// (Wilkinson, Stat. Appl. Genet. Mol. Biol. 12 (2013) 129), so that distance is reported.
package struct PosteriorFit: Sendable {
  /// What months say of a number.
  package enum Told: String, Sendable {
    /// Nothing: as many draws of the prior, taken blindly, would look like those kept.
    case nothing
    /// Little: the posterior is not the prior, but as wide within a tenth, and its median within a tenth of that width.
    case little
    /// Something.
    case something
  }

  /// A number before and after.
  package struct Line: Sendable {
    /// The number.
    package let name: FitParameter
    /// The draws of the prior.
    package let prior: Band
    /// The draws kept.
    package let posterior: Band
    /// How far the share of kept draws below a value rises above the prior's and falls below it, in sum: it sees a
    /// posterior that moved and one that only narrowed (Kuiper 1960).
    package let departure: Double
    /// What the months say of the number.
    package let told: Told

    /// The width of the posterior's interval of 95%, as a share of the prior's.
    package var width: Double { Line.length(posterior.nearlyAll) / Line.length(prior.nearlyAll) }

    private static func length(_ range: ClosedRange<Double>) -> Double { range.upperBound - range.lowerBound }

    fileprivate init(_ name: FitParameter, prior: Band, posterior: Band, departure: Double, isChance: Bool) {
      self.name = name
      self.prior = prior
      self.posterior = posterior
      self.departure = departure
      let width = Line.length(prior.nearlyAll)
      let isLittle =
        abs(Line.length(posterior.nearlyAll) / width - 1) < 0.1 && abs(posterior.median - prior.median) / width < 0.1
      told = isChance ? .nothing : isLittle ? .little : .something
    }
  }

  /// How near draws come to a series.
  package struct Nearness: Sendable {
    /// The series.
    package let series: FitSeries
    /// The distance of the nearest draw, of the last one kept, and of half of all draws.
    package let nearest: Double, lastKept: Double, ofHalf: Double
    /// How draws of the prior and those nearest to this series foretell fiscal year 2024, to which nothing is fitted.
    package let prior: Score?, posterior: Score?
  }

  /// Every number, in the order of the names.
  package let lines: [Line]
  /// Every series.
  package let series: [Nearness]
  /// How many draws were kept for each number.
  package let kept: Int

  /// The fewest draws of which an interval of 95% can be told.
  package static let fewest = 50

  private struct Draw: Sendable {
    let number: Int
    let distances: [Double]
    let check: [[Double?]]
  }

  /// Fits to figures, by default those published.
  ///
  /// - Parameters:
  ///   - course: What the model gives for numbers.
  ///   - draws: How many draws of the priors, spread evenly over each.
  ///   - keep: The share of them that is kept.
  package init(
    to observed: FitFigures, course: FitCourse, draws count: Int, keep share: Double, seed: UInt64, threads: Int,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws {
    let points = LatinHypercube.points(count, dimensions: FitParameter.allCases.count, seed: seed)
    let draws = try await Threads.each(Array(points.enumerated()), threads: threads, progress: progress) {
      number, point in
      let figures = course.figures(FitValues(quantiles: point), draw: number)
      return Draw(number: number, distances: observed.distances(of: figures), check: figures.check)
    }.sorted { $0.number < $1.number }
    let kept = max(1, Int((Double(count) * share).rounded()))
    self.kept = kept

    /// The draws nearest to some series; ties go to the earlier draw.
    func nearest(_ series: [FitSeries]) -> [Draw] {
      let ranked = draws.map { draw in (draw, series.reduce(0) { $0 + draw.distances[$1.rawValue].squared }) }
      return ranked.sorted { ($0.1, $0.0.number) < ($1.1, $1.0.number) }.prefix(kept).map(\.0)
    }
    lines = FitParameter.allCases.map { name in
      let prior = name.definition.prior
      let quantiles = nearest(name.series).map { points[$0.number][name.rawValue] }.sorted()
      let size = Double(quantiles.count)
      var (below, above) = (0.0, 0.0)
      for (rank, quantile) in quantiles.enumerated() {
        below = max(below, quantile - Double(rank) / size)
        above = max(above, Double(rank + 1) / size - quantile)
      }
      let departure = below + above
      let root = size.squareRoot()
      return Line(
        name, prior: Band(points.map { prior.quantile($0[name.rawValue]) }),
        posterior: Band(quantiles.map(prior.quantile)), departure: departure,
        isChance: departure * (root + 0.155 + 0.24 / root) <= PosteriorFit.chance)
    }
    series = FitSeries.allCases.map { series in
      let near = nearest([series])
      let distances = draws.map { $0.distances[series.rawValue] }.sorted()
      func score(_ draws: [Draw]) -> Score? {
        let published = observed.check[series.rawValue]
        let places = published.indices.filter { published[$0] != nil }
        return Score(
          observed: places.compactMap { published[$0] },
          draws: places.map { place in draws.compactMap { $0.check[series.rawValue][place] } })
      }
      return Nearness(
        series: series, nearest: distances.first ?? 0, lastKept: near.last?.distances[series.rawValue] ?? 0,
        ofHalf: Score.quantile(distances, 0.5), prior: score(draws), posterior: score(near))
    }
  }

  /// Chance alone brings Kuiper's statistic beyond this in one of a hundred samples (Stephens, J. R. Stat. Soc. B 32 (1970)
  /// 115).
  private static let chance = 2.001
}

extension Double {
  fileprivate var squared: Double { self * self }
}
