#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program was told by its surroundings.
enum Environment {
  /// One variable; nil if it is not set. Foundation reads all of them to hand out one.
  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
