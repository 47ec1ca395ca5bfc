/// Why the suite cannot be read, written or run: one sentence.
package struct SuiteError: Error, Hashable, CustomStringConvertible {
  package let description: String

  package init(_ sentence: String) { description = sentence }
}

/// How much the suite's files and lines may hold.
package enum SuiteLimits {
  /// The version of the suite's format and of the line protocol; it rises when what was right becomes wrong.
  package static let format = 1
  /// Bytes of one line of the protocol: a whole library of law fits.
  package static let line = 64 << 20
}
