import Synchronization

/// How many refused sign-ins an hour stand in the record one by one; the others are counted, and the next one that is
/// recorded bears their number. Without a bound, whoever guesses passphrases could fill the office's log.
final class RefusalBudget: Sendable {
  private static let anHour = 60

  private struct State {
    var hour: Int64 = 0
    var taken = 0
    var left = 0
  }

  private let state = Mutex(State())

  /// How many were only counted since the last that was recorded; nil if this one is only counted too.
  func take(at second: Int64) -> Int? {
    state.withLock { state in
      if second / 3600 != state.hour { (state.hour, state.taken) = (second / 3600, 0) }
      guard state.taken < RefusalBudget.anHour else {
        state.left += 1
        return nil
      }
      state.taken += 1
      defer { state.left = 0 }
      return state.left
    }
  }
}
