/// Points of the unit cube of which each coordinate is spread evenly over its range: every stretch of one part in `rows` has
/// exactly one of them (McKay, Beckman and Conover, Technometrics 21 (1979) 239).
enum LatinHypercube {
  /// So many points; `sample` numbers those of one seed that are independent of each other.
  static func points(_ rows: Int, dimensions: Int, seed: UInt64, sample: Int = 0) -> [[Double]] {
    var points = [[Double]](repeating: [Double](repeating: 0, count: dimensions), count: rows)
    for coordinate in 0..<dimensions {
      var stream = Chance(seed: seed, replicate: sample).stream(.calibration, day: 1, cell: coordinate)
      var order = Array(0..<rows)
      for place in stride(from: rows - 1, to: 0, by: -1) {
        order.swapAt(place, Int(stream.uniform() * Double(place + 1)))
      }
      for row in 0..<rows { points[row][coordinate] = (Double(order[row]) + stream.uniform()) / Double(rows) }
    }
    return points
  }
}
