internal import Foundation
internal import LawLanguage

extension Instant {
  /// `2026-11-22T06:30:00Z`: for files that are read anywhere.
  var utc: String { Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601) }
}
