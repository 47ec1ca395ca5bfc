internal import Foundation

/// Who arrested the person; the series are kept apart by it.
package enum ArrestingAgency: Int, CaseIterable, Sendable { case ice, cbp }

/// How custody ends, as the series count it.
package enum ExitReason: Int, CaseIterable, Sendable {
  case removal, bond, recognizance, supervision, parole, relief, other
}

/// Rates and shares of leaving custody, for one month.
package struct ExitRates: Sendable, Equatable {
  /// Per agency and time already held, a day.
  package var perDay: [[Double]]
  /// Per agency and reason, of those who leave.
  package var reasons: [[Double]]

  /// Rates and shares.
  package init(perDay: [[Double]], reasons: [[Double]]) {
    self.perDay = perDay
    self.reasons = reasons
  }
}

/// Federal custody: people by who arrested them, class, whether their country takes them back, and days held.
struct Detention: Sendable {
  /// The last days of each stretch of time held; the last stretch has no end.
  static let stretches: [Range<Int>] = [1..<4, 4..<15, 15..<61, 61..<181]
  static let ages = 181
  static let cells = ArrestingAgency.allCases.count * RequestClass.allCases.count * 2

  /// What left or came today, by agency.
  struct Today: Sendable {
    var exits = [[Int]](repeating: [Int](repeating: 0, count: ExitReason.allCases.count), count: 2)
    var stayDays = [0, 0], removed = [0, 0], admitted = [0, 0], atDoor = [0, 0]
  }

  private var young = [Int32](repeating: 0, count: cells * ages)
  private var old = [Int](repeating: 0, count: cells)
  private var oldDays = [Int](repeating: 0, count: cells)
  private var waiting = [Int](repeating: 0, count: cells)
  private var ready = [Int](repeating: 0, count: cells)
  private var inBeds = [Int](repeating: 0, count: cells)
  private(set) var today = Today()

  static func cell(_ agency: ArrestingAgency, _ kind: Int, refusing: Bool) -> Int {
    (agency.rawValue * RequestClass.allCases.count + kind) * 2 + (refusing ? 1 : 0)
  }

  /// People in a bed.
  var population: Int { inBeds.reduce(0, +) }
  /// People who wait for one.
  var waitingPeople: Int { waiting.reduce(0, +) }
  /// Everybody in federal hands.
  var people: Int { population + waitingPeople }

  /// People in a bed by who arrested them.
  func population(_ agency: ArrestingAgency) -> Int {
    let first = Detention.cell(agency, 0, refusing: false)
    return inBeds[first..<first + Detention.cells / 2].reduce(0, +)
  }

  /// People in a bed with a conviction.
  var convicted: Int {
    inBeds.indices.reduce(0) { $0 + ($1 / 2 % RequestClass.allCases.count < 2 ? inBeds[$1] : 0) }
  }

  /// Whether no stock is below nothing and the parts make the whole.
  var isSound: Bool {
    guard (old + waiting + ready).allSatisfy({ $0 >= 0 }), young.allSatisfy({ $0 >= 0 }) else { return false }
    return (0..<Detention.cells).allSatisfy { cell in
      let row = young[cell * Detention.ages..<(cell + 1) * Detention.ages].reduce(0) { $0 + Int($1) }
      return row + old[cell] + ready[cell] == inBeds[cell]
    }
  }

  mutating func carry(_ carrier: inout StateCarrier) {
    carrier.carry(&young)
    carrier.carry(&old)
    carrier.carry(&oldDays)
    carrier.carry(&waiting)
    carrier.carry(&ready)
    carrier.carry(&inBeds)
  }

  /// Puts people in a cell who have been held for some days already.
  mutating func place(_ count: Int, cell: Int, daysHeld: Int, day: Int) {
    if daysHeld >= Detention.ages {
      old[cell] += count
      oldDays[cell] += count * daysHeld
    } else {
      young[cell * Detention.ages + slot(day - daysHeld)] += Int32(count)
    }
    inBeds[cell] += count
  }

  private func slot(_ day: Int) -> Int {
    let rest = day % Detention.ages
    return rest < 0 ? rest + Detention.ages : rest
  }

  /// Ages everybody by a day and lets those leave who do.
  mutating func leave(
    day: Int, rates: ExitRates, pressure: Double, documents: Double, seats: Int, chance: Chance
  ) {
    today = Today()
    let last = slot(day)
    var parts = [Int](repeating: 0, count: ExitReason.allCases.count)
    for cell in 0..<Detention.cells {
      let row = cell * Detention.ages
      oldDays[cell] += old[cell]
      let aged = Int(young[row + last])
      if aged > 0 {
        old[cell] += aged
        oldDays[cell] += aged * Detention.ages
        young[row + last] = 0
      }
      guard inBeds[cell] > ready[cell] else { continue }
      let agency = cell / (Detention.cells / 2)
      let isRefusing = cell % 2 == 1
      let isConvicted = cell / 2 % RequestClass.allCases.count < 2
      var stream = chance.stream(.detention, day: day, cell: cell)
      var reasons = rates.reasons[agency]
      var ease = isConvicted ? 1 : pressure
      if isRefusing {
        // Without papers nobody is removed: those exits do not happen until supervision follows.
        let blocked = reasons[ExitReason.removal.rawValue] * (1 - documents)
        ease *= 1 - blocked
        reasons[ExitReason.removal.rawValue] -= blocked
      }
      for (stretch, days) in Detention.stretches.enumerated() {
        let thinning = Thinning(rate: rates.perDay[agency][stretch] * ease)
        var (leaving, stay) = (0, 0)
        for age in days {
          let place = row + slot(day - age)
          let count = Int(young[place])
          guard count > 0 else { continue }
          let drawn = thinning.draw(count, &stream)
          young[place] -= Int32(drawn)
          leaving += drawn
          stay += drawn * age
        }
        settle(cell, leaving, stay, reasons, &parts, &stream)
      }
      leaveOld(
        cell, rate: rates.perDay[agency][Detention.stretches.count], reasons, refusing: isRefusing, &parts, &stream)
    }
    depart(seats)
  }

  /// Those held for half a year or more; whoever cannot be removed is then released under supervision
  /// (Zadvydas v. Davis, 533 U.S. 678 (2001)), so nothing is blocked here.
  private mutating func leaveOld(
    _ cell: Int, rate: Double, _ reasons: [Double], refusing: Bool, _ parts: inout [Int], _ stream: inout RandomStream
  ) {
    guard old[cell] > 0 else { return }
    let drawn = Thinning(rate: rate).draw(old[cell], &stream)
    guard drawn > 0 else { return }
    let stay = oldDays[cell] / old[cell] * drawn
    old[cell] -= drawn
    oldDays[cell] = old[cell] == 0 ? 0 : oldDays[cell] - stay
    var shares = reasons
    if refusing { shares[ExitReason.supervision.rawValue] += max(0, 1 - reasons.reduce(0, +)) }
    settle(cell, drawn, stay, shares, &parts, &stream)
  }

  private mutating func settle(
    _ cell: Int, _ leaving: Int, _ stay: Int, _ reasons: [Double], _ parts: inout [Int], _ stream: inout RandomStream
  ) {
    guard leaving > 0 else { return }
    let agency = cell / (Detention.cells / 2)
    stream.split(leaving, by: reasons, into: &parts)
    for reason in parts.indices { today.exits[agency][reason] += parts[reason] }
    today.stayDays[agency] += stay
    let removed = parts[ExitReason.removal.rawValue]
    ready[cell] += removed
    inBeds[cell] -= leaving - removed
  }

  /// Those ready leave as far as there are seats, each cell in proportion.
  private mutating func depart(_ seats: Int) {
    let total = ready.reduce(0, +)
    guard total > 0 else { return }
    var (left, free) = (total, min(seats, total))
    for cell in ready.indices where ready[cell] > 0 {
      let count = ready[cell]
      let taken = left == free ? count : min(count, (count * free + left - 1) / left)
      ready[cell] -= taken
      inBeds[cell] -= taken
      today.removed[cell / (Detention.cells / 2)] += taken
      left -= count
      free -= taken
    }
  }

  /// Admits people as far as there are beds. Those whose detention the law commands come first and wait if they must;
  /// the others are released at the door. `nil` for beds: all are admitted.
  mutating func admit(_ intake: [Int], commanded: [Int], day: Int, beds: Int?) {
    let first = slot(day)
    var free = beds.map { max(0, $0 - population) } ?? .max
    func room(_ count: Int) -> Int {
      let taken = min(count, free)
      if free != .max { free -= taken }
      return taken
    }
    for cell in intake.indices {
      let wanting = waiting[cell] + commanded[cell]
      let taken = room(wanting)
      waiting[cell] = wanting - taken
      enter(taken, cell, first)
    }
    for cell in intake.indices {
      let wanting = intake[cell] - commanded[cell]
      let taken = room(wanting)
      enter(taken, cell, first)
      today.atDoor[cell / (Detention.cells / 2)] += wanting - taken
    }
  }

  private mutating func enter(_ count: Int, _ cell: Int, _ first: Int) {
    guard count > 0 else { return }
    young[cell * Detention.ages + first] += Int32(count)
    inBeds[cell] += count
    today.admitted[cell / (Detention.cells / 2)] += count
  }
}
