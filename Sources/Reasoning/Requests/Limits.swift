/// How much a request may hold. Generous for people, small for a machine.
public enum RequestLimits {
  /// Bytes of a request file: 1 MiB.
  public static let bytes = 1 << 20
  /// Objects and lists within each other.
  public static let depth = 64
  /// The years a date may lie in.
  package static let years = 1800...2199
  /// The largest number a fact may have.
  package static let number = 1_000_000_000
}
