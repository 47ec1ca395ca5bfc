/// Custody of one agency in expectation, month by month, people whose country takes nobody back apart: the law by which the
/// counted model lets people leave while it has beds and seats enough, without its chance.
package enum ExpectedCourse {
  /// Mean people in a bed in each month.
  ///
  /// - Parameters:
  ///   - beginning: People by days held on the day before the first, the last for all beyond.
  ///   - bookIns: Book-ins of each month, in even parts a day.
  ///   - days: The days of each month.
  ///   - exits: Rates of leaving and shares of its reasons in each month, as published, of this agency alone.
  ///   - refusing: Of those booked in, the share whose country takes nobody back.
  ///   - documents: Of these, the share for whom papers come in time.
  package static func people(
    beginning: [Double], bookIns: [Double], days: [Int], exits: [ExitRates], refusing: Double, documents: Double
  ) -> [Double] {
    guard let first = exits.first else { return [] }
    let refusal = Refusal(share: refusing, documents: documents)
    let start = refusal.others(first)
    var (others, kept) = ExpectedCustody(rates: start.perDay[0], byDaysHeld: beginning).split {
      refusal.share(held: $0, start, agency: 0)
    }
    return exits.indices.map { month in
      let rates = refusal.others(exits[month])
      let blocked = rates.reasons[0][ExitReason.removal.rawValue] * (1 - documents)
      // Without papers removals do not happen, until after half a year supervision takes their place.
      let eased = rates.perDay[0].enumerated().map { $0 == Detention.stretches.count ? $1 : $1 * (1 - blocked) }
      let free = others.at(rates.perDay[0]).month(bookIns: bookIns[month] * (1 - refusing), days: days[month], level: 0)
      let held = kept.at(eased).month(bookIns: bookIns[month] * refusing, days: days[month], level: 0)
      (others, kept) = (free.custody, held.custody)
      return free.meanPopulation + held.meanPopulation
    }
  }
}
