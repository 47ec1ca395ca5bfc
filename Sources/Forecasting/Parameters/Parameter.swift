/// What a number rests on. There is no third way to enter one.
package enum Ground: Sendable, Equatable {
  /// Read in the source named.
  case source(String)
  /// Judgement: nobody has published it; the range is what a careful reader could defend, and why.
  case judgement(String)

  /// As it is printed.
  package var text: String {
    switch self {
    case .source(let source): source
    case .judgement(let why): "judgement, range: " + why
    }
  }
}

/// One number of the model: its best value, the range it is drawn from, and what it rests on.
package struct Parameter: Sendable {
  /// The most likely value.
  package let value: Double
  /// The lowest value still held possible.
  package let low: Double
  /// The highest value still held possible.
  package let high: Double
  /// What it is counted in.
  package let unit: String
  /// What it means, in a sentence without its full stop.
  package let meaning: String
  /// What it rests on.
  package let ground: Ground

  init(_ value: Double, _ low: Double, _ high: Double, _ unit: String, _ meaning: String, _ ground: Ground) {
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.meaning = meaning
    self.ground = ground
  }

  /// What it can be held at: up to ten times beyond its range, a share up to one.
  package var reach: ClosedRange<Double> {
    low / 10...(unit.hasPrefix("share") ? 1 : high * 10)
  }

  /// The prior: triangular over the range.
  package var prior: Triangular { Triangular(low: low, mode: value, high: high) }
}

/// The numbers one replicate runs on.
package struct ParameterValues: Sendable, Equatable {
  private var values: [Double]

  /// Every parameter at its best value.
  package static let best = ParameterValues(values: ParameterName.allCases.map(\.definition.value))

  /// The values at these shares of their priors, in the order of the names; as sensitivity analysis asks for them.
  package init(quantiles: [Double]) {
    values = ParameterName.allCases.enumerated().map { index, name in
      index < quantiles.count ? name.definition.prior.quantile(quantiles[index]) : name.definition.value
    }
  }

  /// A draw of the priors, each independent of the others.
  package init(drawnFrom chance: Chance) {
    values = ParameterName.allCases.map { name in
      var stream = chance.stream(.parameters, cell: name.rawValue)
      return name.definition.prior.quantile(stream.uniform())
    }
  }

  private init(values: [Double]) { self.values = values }

  /// Values as they were written down, in the order of the names.
  init(exactly values: [Double]) { self.values = values }

  /// Takes shares of one whole that come to more than one back to it, those held by a scenario apart.
  mutating func settle(keeping held: Set<ParameterName>) {
    for whole in ParameterName.wholes {
      let kept = whole.filter(held.contains).reduce(0) { $0 + self[$1] }
      let free = whole.filter { !held.contains($0) }
      let sum = free.reduce(0) { $0 + self[$1] }
      guard kept + sum > 1, sum > 0 else { continue }
      for name in free { self[name] *= max(0, 1 - kept) / sum }
    }
  }

  /// The value of a parameter.
  package subscript(name: ParameterName) -> Double {
    get { values[name.rawValue] }
    set { values[name.rawValue] = newValue }
  }
}
