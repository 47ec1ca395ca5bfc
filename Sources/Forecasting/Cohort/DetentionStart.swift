extension Detention {
  /// Fills the beds as they were found: expected numbers by days held, rounded by chance.
  mutating func begin(_ start: CustodyStart, refusal: Refusal, rates: ExitRates, day: Int, chance: Chance) {
    for agency in ArrestingAgency.allCases {
      for (days, expected) in start.byDaysHeld[agency.rawValue].enumerated() {
        var stream = chance.stream(.start, cell: 0x10_0000 + agency.rawValue * 1000 + days)
        let whole = Int(expected)
        let count = whole + (stream.uniform() < expected - Double(whole) ? 1 : 0)
        var parts = [0, 0, 0, 0]
        stream.split(count, by: start.classes[agency.rawValue], into: &parts)
        for kind in parts.indices {
          let stays = stream.binomial(parts[kind], refusal.share(held: days, rates, agency: agency.rawValue))
          // Held the day before the run begins; the first day ages them by one.
          place(parts[kind] - stays, cell: Detention.cell(agency, kind, refusing: false), daysHeld: days, day: day - 1)
          place(stays, cell: Detention.cell(agency, kind, refusing: true), daysHeld: days, day: day - 1)
        }
      }
    }
  }
}
