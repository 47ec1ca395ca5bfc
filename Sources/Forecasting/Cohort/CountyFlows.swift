internal import Foundation

/// Local custody in every county: people with a request against them, those held on it, and those let go without it.
///
/// The law enters here and only here: each county and class has its shares of being held, and of being met at release.
/// Whoever comes is given the day on which local custody ends, which is the same in distribution as a chance of ending
/// every day; so a day costs what happens on it. Each person who is released takes the same four numbers from the
/// stream whatever the law says: two laws share all other chance, person by person.
struct CountyFlows: Sendable {
  /// What went out of the counties today.
  struct Today: Sendable {
    var arrests = [Int](repeating: 0, count: RequestClass.allCases.count)
    var requests = 0, held = 0, met = 0, released = 0, holdDays = 0, holdDaysForbidden = 0, rearrested = 0
  }

  private static let classes = RequestClass.allCases.count
  private let states: [Range<Int>]
  private let stateOf: [Int]
  private let weightOfState: [Double]
  /// Within its state, the share of requests to a county and those before it.
  private let reachOfCounty: [Double]
  private let reachOfClass: [Double]
  private let leavesJail: Wait
  private let sight: Sight
  private var pickUp: [Double]
  /// Who leaves local custody, who is fetched, and who is out of sight, by the day on which it happens.
  private var leaving = Agenda()
  private var fetched = Agenda()
  private var lost = Agenda()
  private var shares: [[PracticeShares]] = []
  private var forbidden: [[Bool]] = []
  private var profiles: [Int] = []
  private(set) var counts: CountyCounts
  private(set) var today = Today()

  init(_ table: CountyTable, weights: [Double], parameters: ParameterValues) {
    states = table.states.map(\.counties)
    stateOf = table.all.map(\.state)
    weightOfState = states.map { $0.reduce(0) { $0 + weights[$1] } }
    var reach = weights
    for (state, counties) in states.enumerated() {
      var sum = 0.0
      for county in counties {
        sum += weights[county]
        reach[county] = weightOfState[state] > 0 ? sum / weightOfState[state] : 1
      }
      reach[counties.upperBound - 1] = 1
    }
    reachOfCounty = reach
    let (violent, other, pending) = (
      parameters[.violentShare], parameters[.otherConvictionShare], parameters[.pendingShare]
    )
    reachOfClass = [violent, violent + other, min(1, violent + other + pending), 1]
    leavesJail = Wait(rate: 1 / parameters[.daysInLocalCustody])
    sight = Sight(found: parameters[.rearrestedWithin90Days])
    pickUp = table.all.map { _ in parameters[.pickedUpPerDay] }
    counts = CountyCounts(counties: table.all.count)
  }

  /// How many people are in the counties' hands or sight.
  var people: Int { leaving.people + fetched.people + lost.people }

  /// Whether every person is in exactly one place.
  var isSound: Bool { leaving.isSound && fetched.isSound && lost.isSound }

  /// What the law and the agreements of a day say is not carried: it is taken again.
  mutating func carry(_ carrier: inout StateCarrier) {
    let cells = counts.places * CountyFlows.classes
    leaving.carry(&carrier, below: cells)
    fetched.carry(&carrier, below: cells)
    lost.carry(&carrier, below: 2 * cells)
    counts.carry(&carrier)
  }

  /// The law from today.
  mutating func take(_ law: LawTable, stretch: Int, parameters: ParameterValues) {
    shares = law.profiles.map { $0.map { PracticeShares($0, parameters) } }
    forbidden = law.profiles.map { $0.map { $0.hold == .prohibited || $0.hold == .unauthorised } }
    profiles = law.ofCounty[stretch]
  }

  /// Where county staff serve the warrants from now on.
  mutating func serveOwn(_ agreements: [Bool], parameters: ParameterValues) {
    pickUp = agreements.map { $0 ? parameters[.agreementPickUp] : parameters[.pickedUpPerDay] }
  }

  /// The stocks as they settle when requests have long come at this rate; returns the people drawn from each state.
  mutating func fill(requestsPerDay: Double, stay: Double, day: Int, chance: Chance) -> [Int] {
    states.indices.map { state in
      var stream = chance.stream(.start, cell: state)
      let count = stream.poisson(weightOfState[state] * requestsPerDay * stay)
      admit(count, state: state, day: day - 1, isCounted: false, &stream)
      return count
    }
  }

  private mutating func admit(
    _ count: Int, state: Int, day: Int, isCounted: Bool, _ stream: inout RandomStream
  ) {
    for _ in 0..<count {
      let county = place(stream.uniform(), in: states[state])
      let share = stream.uniform()
      var kind = 0
      while share >= reachOfClass[kind], kind < CountyFlows.classes - 1 { kind += 1 }
      leaving.add(UInt32(truncatingIfNeeded: county * CountyFlows.classes + kind), on: day + leavesJail.days(&stream))
      if isCounted { counts[county, .requests] += 1 }
    }
  }

  /// The county in whose reach a share lies.
  private func place(_ share: Double, in counties: Range<Int>) -> Int {
    var (low, high) = (counties.lowerBound, counties.upperBound - 1)
    while low < high {
      let middle = (low + high) / 2
      if reachOfCounty[middle] > share { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// One day. `perState` multiplies the requests of each state; `cover` is the share of pick-ups for which there are
  /// officers.
  mutating func step(
    day: Int, requests mean: Double, perState: [Double], enjoined: [Double], cover: Double, chance: Chance,
    residents: inout [Int]
  ) {
    today = Today()
    for person in fetched.take(day) { today.arrests[Int(person) % CountyFlows.classes] += 1 }
    for person in lost.take(day) {
      let cell = Int(person >> 1)
      if person & 1 == 1 {
        today.arrests[cell % CountyFlows.classes] += 1
        today.rearrested += 1
      } else {
        residents[stateOf[cell / CountyFlows.classes]] += 1
      }
    }
    release(day, enjoined: enjoined, cover: cover, chance)
    for state in states.indices {
      var stream = chance.stream(.county, day: day, cell: state)
      let asked = min(stream.poisson(weightOfState[state] * mean * perState[state]), residents[state])
      residents[state] -= asked
      today.requests += asked
      admit(asked, state: state, day: day, isCounted: true, &stream)
    }
  }

  private mutating func release(_ day: Int, enjoined: [Double], cover: Double, _ chance: Chance) {
    // A stream for each state: what is changed in one leaves the chance of the others as it was.
    var streams = states.indices.map { chance.stream(.release, day: day, cell: $0) }
    for person in leaving.take(day) {
      let cell = Int(person)
      let home = stateOf[cell / CountyFlows.classes]
      let (first, second) = (streams[home].uniform(), streams[home].uniform())
      let (third, fourth) = (streams[home].uniform(), streams[home].uniform())
      let (county, kind) = (cell / CountyFlows.classes, cell % CountyFlows.classes)
      let profile = profiles[county]
      let share = shares[profile][kind]
      let hold = enjoined[home] > 0 ? 0 : share.hold
      if first < hold {
        let comes = pickUp[county] * cover
        let days = second < comes ? 1 : 2
        note(county, .held, 1)
        note(county, .holdDays, days)
        today.held += 1
        today.holdDays += days
        if forbidden[profile][kind] {
          today.holdDaysForbidden += days
          note(county, .holdDaysForbidden, days)
        }
        if second < comes + (1 - comes) * comes {
          fetched.add(person, on: day + days)
          note(county, .custodialArrests, 1)
          continue
        }
      } else if first < hold + (1 - hold) * share.met * cover {
        today.met += 1
        today.arrests[kind] += 1
        note(county, .custodialArrests, 1)
        continue
      }
      let fate = sight.fate(fourth, third)
      lost.add(person << 1 | (fate.isFound ? 1 : 0), on: day + fate.days)
      today.released += 1
      note(county, .releasedWithoutTransfer, 1)
    }
  }

  @inline(__always)
  private mutating func note(_ county: Int, _ tally: PlaceTally, _ count: Int) { counts[county, tally] += count }
}

/// A wait with the same chance of ending every day, in whole days from one.
private struct Wait: Sendable {
  private let logStays: Double

  init(rate: Double) { logStays = -max(1e-6, rate) }

  @inline(__always)
  func days(_ stream: inout RandomStream) -> Int { 1 + Int(min(4000, log(stream.positiveUniform()) / logStays)) }
}

/// What happens to whom on which day to come.
private struct Agenda: Sendable {
  private static let horizon = 4096
  private var days = [[UInt32]](repeating: [], count: horizon)
  private(set) var people = 0

  /// Whether the people on the days are those counted.
  var isSound: Bool { days.reduce(0) { $0 + $1.count } == people }

  mutating func carry(_ carrier: inout StateCarrier, below bound: Int) {
    for day in days.indices { carrier.carry(list: &days[day], below: bound) }
    carrier.carry(&people)
  }

  @inline(__always)
  mutating func add(_ person: UInt32, on day: Int) {
    days[day & (Agenda.horizon - 1)].append(person)
    people += 1
  }

  mutating func take(_ day: Int) -> [UInt32] {
    let place = day & (Agenda.horizon - 1)
    let found = days[place]
    days[place] = []
    people -= found.count
    return found
  }
}
