/// What becomes of a person who was let go without a transfer: found at large within ninety days, or out of sight after
/// them.
package struct Sight: Sendable {
  /// For how long.
  package static let days = 90
  private let found: Double

  /// With the share who are found.
  package init(found: Double) { self.found = found }

  /// Whether the person is found, and after how many days that is settled, by two numbers from 0, up to but not 1.
  @inline(__always)
  package func fate(_ first: Double, _ second: Double) -> (isFound: Bool, days: Int) {
    first < found ? (true, 1 + Int(second * Double(Sight.days))) : (false, Sight.days)
  }
}
