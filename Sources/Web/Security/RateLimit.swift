package import LawLanguage
import Synchronization

/// At most so many tries within a time, counted apart for each who tries.
package final class RateLimit: Sendable {
  private let count: Int
  private let seconds: Int64
  private let tries = Mutex<[String: [Int64]]>([:])
  /// More who try at once than any office has.
  private static let remembered = 50_000

  package init(_ count: Int, within seconds: Int64) {
    self.count = count
    self.seconds = seconds
  }

  /// Counts a try.
  ///
  /// - Throws: `Refused` with the time to wait, if there were too many.
  package func count(_ who: String, at now: Instant) throws(Refused) {
    let wait: Int64? = tries.withLock { tries in
      let since = now.seconds - seconds
      if tries.count > RateLimit.remembered { tries = tries.filter { ($0.value.last ?? 0) > since } }
      var recent = (tries[who] ?? []).filter { $0 > since }
      if recent.count >= count, let first = recent.first { return first - since }
      recent.append(now.seconds)
      tries[who] = recent
      return nil
    }
    guard let wait else { return }
    throw Refused(
      .tooManyRequests, "There were too many tries. Wait \((wait + 59) / 60) minutes, then try again.",
      headers: [Reply.Header(name: "retry-after", value: String(wait))])
  }
}
