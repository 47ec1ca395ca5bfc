import LawLanguage

/// The span in which an act may be done: of all bounds, the latest start and the earliest end.
struct ActWindow: Hashable {
  var from: Instant?
  var until: Instant?
  /// Whether some bound hangs on a date that is not recorded.
  var isOpen = false

  /// An empty window under a `must` is a conflict.
  var isEmpty: Bool {
    guard let from, let until else { return false }
    return from > until
  }

  /// Adds a bound. Its anchor is what is recorded: a bound whose anchor is unknown does not vary, it is open.
  mutating func narrow(by bound: WindowBound, on clock: Clock, ground: Int?) {
    switch bound {
    case .notBefore(let moment):
      guard let start = clock.start(of: moment, ground: ground) else { return isOpen = true }
      from = max(from ?? start, start)
    case .until(let moment):
      guard let end = clock.end(of: moment, ground: ground) else { return isOpen = true }
      until = min(until ?? end, end)
    case .atMost(let hours, let anchor, let notCounting):
      guard let anchor = clock.recorded(anchor, ground: ground) else { return isOpen = true }
      let end = clock.running(hours: hours, from: clock.firstMoment(of: anchor), notCounting: notCounting)
      until = min(until ?? end, end)
    }
  }

  /// Whether the act lies outside. Of an act whose instant is unknown the whole day counts: it is outside if no
  /// moment of the day is inside. Both ends of a window are in it.
  func excludes(_ request: Request, on clock: Clock) -> Bool {
    if let acted = request.acted {
      if let from, acted < from { return true }
      if let until, acted > until { return true }
      return false
    }
    if let from, from >= clock.midnight(after: request.day) { return true }
    if let until, until < clock.midnight(before: request.day) { return true }
    return false
  }
}

extension Clock {
  /// A date without a time counts from its first minute in `not before`.
  fileprivate func start(of moment: Moment, ground: Int?) -> Instant? {
    resolved(moment, ground: ground).map(firstMoment(of:))
  }

  /// A date without a time counts to its last in `until`.
  fileprivate func end(of moment: Moment, ground: Int?) -> Instant? {
    resolved(moment, ground: ground).map(lastMoment(of:))
  }

  private func resolved(_ moment: Moment, ground: Int?) -> Time? {
    switch moment {
    case .date(let anchor):
      recorded(anchor, ground: ground)
    case .offset(let count, let unit, let before, let anchor):
      recorded(anchor, ground: ground).map { shifted($0, by: before ? -count : count, unit) }
    case .endOfDay(let anchor):
      // Its last second, even in `not before`.
      recorded(anchor, ground: ground).map { .instant(lastSecond(of: day(of: $0))) }
    }
  }
}
