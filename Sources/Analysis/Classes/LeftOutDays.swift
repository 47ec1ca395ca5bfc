import LawLanguage
import Norms

/// The days that records can take out of look-backs which leave them out: one set for each way in which the look-backs can come
/// out together.
///
/// A look-back that has run out holds again once enough days between its two dates are left out. How many days are left out up to
/// each date is a number, and every wish is a bound on the difference of two of them; so whether all can be had is whether no
/// circle of bounds is negative (Bellman, "On a routing problem", 1958), and the distances found say how many days to leave out.
struct LeftOutDays {
  private let windows: [Window]
  /// Days that make the look-backs of records hold, however old; none where no record has such a look-back.
  private let endless: [[[String: FactValue]]]

  /// The days from `start` to the day before `end`, of which so many must be left out.
  private struct Window: Hashable {
    let start: Int
    let end: Int
    let missing: Int
  }

  /// More look-backs that hang on one list than this are not gone through.
  private static let most = 8

  /// - Throws: `TooWide` if there are too many.
  init(
    of list: String, looks: [Int], table: LookTable, constraints: [Formula], in situation: Situation
  ) throws(TooWide) {
    var windows = Set<Window>()
    var ofRecords = Set<ScalarTest>()
    for look in looks {
      let fields: [String: FactValue]?
      let test: ScalarTest
      switch table.looks[look] {
      case .request(let own): (test, fields) = (own, nil)
      case .paper(let paper, let own): (test, fields) = (own, situation.papers[paper])
      case .count(_, let atLeast, let condition):
        var own = Set<ScalarTest>()
        condition?.forEachAtom { atom in
          if case .record(let test) = table.looks[atom], case .within(_, _, _, list) = test.comparison {
            own.insert(test)
          }
        }
        // Of several such records, each could need days of its own.
        guard own.isEmpty || atLeast == 1 else { throw TooWide(what: .values) }
        ofRecords.formUnion(own)
        continue
      case .record, .happened: continue
      }
      guard case .within(let span, let before, let reference, list) = test.comparison,
        let day = situation.day(situation.value(test.subject, fields: fields)),
        let anchor = situation.day(reference, fields: fields)
      else { continue }
      let (early, late) = before ? (day, anchor) : (anchor, day)
      let missing = Int(late.number) - Int(span.after(early).number)
      if early <= late, missing > 0 {
        windows.insert(Window(start: Int(early.number), end: Int(late.number), missing: missing))
      }
    }
    guard windows.count <= Self.most else { throw TooWide(what: .values) }
    self.windows = windows.sorted { ($0.start, $0.end, $0.missing) < ($1.start, $1.end, $1.missing) }
    guard !ofRecords.isEmpty else {
      endless = []
      return
    }
    // Of several such look-backs, each could need days of its own as well.
    guard ofRecords.count == 1, windows.isEmpty else { throw TooWide(what: .values) }
    // A century on either side of the request, or until it, whichever the vocabulary allows.
    let days = 36_525
    let tries = [days, 0, -1].map { late -> [String: FactValue] in
      [
        "start": .date(situation.acted.adding(days: -days)), "end": .date(situation.acted.adding(days: late)),
      ]
    }
    let allowed = tries.first { record in
      constraints.allSatisfy { constraint in
        constraint.truth { table.truth(of: $0, in: situation, record: record) } != .no
      }
    }
    guard let allowed else { throw TooWide(what: .values) }
    endless = [[allowed]]
  }

  /// Sets of records, the empty one first.
  var sets: [[[String: FactValue]]] { endless.isEmpty ? finite : [[]] + endless }

  private var finite: [[[String: FactValue]]] {
    (0..<1 << windows.count).compactMap { wanted in
      days(wanted).map { pieces in
        pieces.map {
          ["start": .date(Day(number: Int32($0.lowerBound))), "end": .date(Day(number: Int32($0.upperBound)))]
        }
      }
    }
  }

  /// Days with which the wanted look-backs hold and the others do not; nil if there are none.
  private func days(_ wanted: Int) -> [ClosedRange<Int>]? {
    let cuts = Set(windows.flatMap { [$0.start, $0.end] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: cuts.enumerated().map { ($1, $0) })
    // What is left out up to `to` is at most so much more than up to `from`.
    var bounds: [(from: Int, to: Int, most: Int)] = []
    for place in cuts.indices.dropLast() {
      bounds.append((place, place + 1, cuts[place + 1] - cuts[place]))
      bounds.append((place + 1, place, 0))
    }
    for (index, window) in windows.enumerated() {
      guard let start = places[window.start], let end = places[window.end] else { return nil }
      if wanted & 1 << index != 0 {
        bounds.append((end, start, -window.missing))
      } else {
        bounds.append((start, end, window.missing - 1))
      }
    }
    var leftOut = [Int](repeating: 0, count: cuts.count)
    for round in 0...cuts.count {
      var changed = false
      for bound in bounds where leftOut[bound.from] + bound.most < leftOut[bound.to] {
        leftOut[bound.to] = leftOut[bound.from] + bound.most
        changed = true
      }
      if !changed { break }
      if round == cuts.count { return nil }
    }
    return cuts.indices.dropLast().compactMap { place in
      let count = leftOut[place + 1] - leftOut[place]
      return count > 0 ? cuts[place]...cuts[place] + count - 1 : nil
    }
  }
}
