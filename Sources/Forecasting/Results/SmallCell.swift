/// Numbers of people too small to print: under ten, whatever the sign.
enum SmallCell {
  /// Whether a number is not printed.
  static func hides(_ value: Double) -> Bool { abs(value) < 10 }

  /// Whether an end of a range is not printed.
  static func hides(_ range: ClosedRange<Double>) -> Bool { hides(range.lowerBound) || hides(range.upperBound) }

  /// A number as it is printed.
  static func words(_ value: Double) -> String { hides(value) ? "under 10" : Figure.plain(value) }
}
