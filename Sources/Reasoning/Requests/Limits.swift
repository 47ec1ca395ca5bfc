/// How much a request may hold. Generous for people, small for a machine.
public enum RequestLimits {
  /// Bytes of a request file: 1 MiB.
  public static let bytes = 1 << 20
  /// Objects and lists within each other.
  public static let depth = 64
  /// Papers of one request. Each is a ground that is decided by itself, with unknowns of its own.
  public static let papers = 16
  /// Acts asked about in one request.
  public static let acts = 100
  /// Facts of one request.
  public static let facts = 500
  /// Records of one list.
  public static let records = 200
  /// The years a date may lie in.
  package static let years = 1800...2199
  /// The largest number a fact may have.
  package static let number = 1_000_000_000
}
