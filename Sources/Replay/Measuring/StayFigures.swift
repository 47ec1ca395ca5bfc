internal import LawLanguage

/// How long people were kept past the last local release, and what records do not tell.
///
/// A stay can be measured if records tell when the last local ground ended and when the hold ended. The hold's end is that of
/// its own record; where that record has no time, the end of the whole stay. Nothing else is taken for either: a hold that
/// has no record of its own cannot be told from the local ones.
package struct StayFigures: Hashable, Sendable {
  /// Stays that can be measured.
  package private(set) var measured = 0
  /// Those kept past the last local release.
  package private(set) var pastRelease = 0
  /// Those kept more than 48 running hours past it.
  package private(set) var past48 = 0
  /// The same, where the end of the whole stay says so too.
  package private(set) var pastReleaseConfirmed = 0
  /// The same of those past 48 hours.
  package private(set) var past48Confirmed = 0
  /// The hold ended with the last local ground.
  package private(set) var withRelease = 0
  /// A local ground outlasted the hold.
  package private(set) var localOutlasts = 0
  /// Those that cannot be measured, by reason.
  package private(set) var unmeasured: [Reason: Int] = [:]
  /// Minutes past the last local release, of those kept past it: in the order of the rows.
  package private(set) var kept: [Kept] = []

  /// One stay that ran past release.
  package struct Kept: Hashable, Sendable {
    package let row: RowNumber
    package let minutes: Int
    /// Whether the end of the whole stay is later than the last local release too; nil if it is not recorded.
    package let isConfirmed: Bool?
  }

  /// Why a stay cannot be measured.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    case noLocal = "no local ground is recorded, so there is no release to count from"
    case localTime = "a local ground is recorded without the time it ended"
    case noHold = "the hold has no record of its own, so it cannot be told from the local grounds"
    case holdTime = "neither the hold's record nor the stay's has a time"
    case clockChange = "a time falls into the hour in which the clocks were moved, so it is not known which it was"
  }

  /// Running hours that a detainer asks for (8 CFR 287.7(d)), in minutes.
  package static let limit = 48 * 60

  /// How many cannot be measured.
  package var unmeasurable: Int { unmeasured.values.reduce(0, +) }

  /// Every stay that is looked at.
  package var stays: Int { measured + unmeasurable }

  mutating func add(_ record: StayRecord, row: RowNumber) {
    switch StayFigures.minutes(record) {
    case .failure(let reason): unmeasured[reason, default: 0] += 1
    case .success(let minutes):
      measured += 1
      if minutes == 0 { withRelease += 1 }
      if minutes < 0 { localOutlasts += 1 }
      guard minutes > 0, let release = record.release.known else { return }
      let isConfirmed = record.stay.known.map { $0 > release }
      pastRelease += 1
      if isConfirmed ?? false { pastReleaseConfirmed += 1 }
      if minutes > StayFigures.limit {
        past48 += 1
        if let end = record.stay.known, end - release > StayFigures.limit { past48Confirmed += 1 }
      }
      kept.append(Kept(row: row, minutes: minutes, isConfirmed: isConfirmed))
    }
  }

  /// Minutes from the last local release to the hold's end; less than nothing where a local ground outlasts it.
  static func minutes(_ record: StayRecord) -> Result<Int, StayRefusal> {
    switch record.release {
    case .absent, .noRow: return .failure(.noLocal)
    case .noTime: return .failure(.localTime)
    case .unclear: return .failure(.clockChange)
    case .minutes(let release):
      switch record.hold {
      case .minutes(let hold): return .success(hold - release)
      case .noRow, .absent: return .failure(.noHold)
      case .unclear: return .failure(.clockChange)
      case .noTime:
        if case .unclear = record.stay { return .failure(.clockChange) }
        return record.stay.known.map { .success($0 - release) } ?? .failure(.holdTime)
      }
    }
  }

  typealias StayRefusal = Reason
}

extension StayFigures.Reason: Error {}
