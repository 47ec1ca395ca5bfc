internal import Foundation

/// Local custody in every county: people with a request against them, those held on it, and those let go without it.
///
/// The law enters here and only here: each county and class has its shares of being held, and of being met at release.
struct CountyFlows: Sendable {
  /// What went out of the counties today.
  struct Today: Sendable {
    var arrests = [Int](repeating: 0, count: RequestClass.allCases.count)
    var requests = 0, held = 0, met = 0, released = 0, holdDays = 0, holdDaysForbidden = 0, rearrested = 0
  }

  private static let classes = RequestClass.allCases.count
  private let stateOf: [Int]
  private let statesCounties: [Range<Int>]
  private let weights: [Double]
  private let classShares: [Double]
  private let leavesJail: Thinning
  private let leavesSight: Thinning
  private let rearrestShare: Double
  private var pickUp: [Double]
  private var inJail: [Int32]
  private var heldFirst: [Int32]
  private var heldSecond: [Int32]
  private var letGo: [Int32]
  // The same over all classes: most counties on most days need no more.
  private var jailed: [Int32]
  private var held: [Int32]
  private var gone: [Int32]
  private var shares: [[PracticeShares]] = []
  private var forbidden: [[Bool]] = []
  private var profiles: [Int] = []
  private(set) var counts: CountyCounts
  private(set) var today = Today()

  init(_ table: CountyTable, weights: [Double], parameters: ParameterValues) {
    stateOf = table.all.map(\.state)
    statesCounties = table.states.map(\.counties)
    self.weights = weights
    let (violent, other, pending) = (
      parameters[.violentShare], parameters[.otherConvictionShare], parameters[.pendingShare]
    )
    classShares = [violent, other, pending, max(0, 1 - violent - other - pending)]
    leavesJail = Thinning(rate: 1 / parameters[.daysInLocalCustody], reckonedTo: 128)
    // Out of sight after 90 days on average; re-arrested before at a rate that makes the share.
    let rearrestRate = -log1p(-parameters[.rearrestedWithin90Days]) / 90
    leavesSight = Thinning(rate: 1 / 90.0 + rearrestRate, reckonedTo: 128)
    rearrestShare = rearrestRate / (1 / 90.0 + rearrestRate)
    pickUp = table.all.map { _ in parameters[.pickedUpPerDay] }
    let cells = table.all.count * CountyFlows.classes
    inJail = Array(repeating: 0, count: cells)
    heldFirst = inJail
    heldSecond = inJail
    letGo = inJail
    jailed = Array(repeating: 0, count: table.all.count)
    held = jailed
    gone = jailed
    counts = CountyCounts(counties: table.all.count)
  }

  /// How many people are in the counties' hands or sight.
  var people: Int { [inJail, heldFirst, heldSecond, letGo].reduce(0) { $0 + $1.reduce(0) { $0 + Int($1) } } }

  /// Whether a stock is below nothing.
  var isSound: Bool {
    guard [inJail, heldFirst, heldSecond, letGo].allSatisfy({ $0.allSatisfy { $0 >= 0 } }) else { return false }
    return jailed.indices.allSatisfy { county in
      let cells = county * CountyFlows.classes..<(county + 1) * CountyFlows.classes
      return inJail[cells].reduce(0, +) == jailed[county] && letGo[cells].reduce(0, +) == gone[county]
        && heldFirst[cells].reduce(0, +) + heldSecond[cells].reduce(0, +) == held[county]
    }
  }

  /// The law from today.
  mutating func take(_ law: LawTable, stretch: Int, parameters: ParameterValues) {
    shares = law.profiles.map { $0.map { PracticeShares($0, parameters) } }
    forbidden = law.profiles.map { $0.map { $0.hold == .prohibited } }
    profiles = law.ofCounty[stretch]
  }

  /// Where county staff serve the warrants from now on.
  mutating func serveOwn(_ agreements: [Bool], parameters: ParameterValues) {
    pickUp = agreements.map { $0 ? parameters[.agreementPickUp] : parameters[.pickedUpPerDay] }
  }

  /// The stocks as they settle when requests have long come at this rate; returns the people drawn from each state.
  mutating func fill(requestsPerDay: Double, stay: Double, chance: Chance) -> [Int] {
    var drawn = Array(repeating: 0, count: statesCounties.count)
    for county in weights.indices {
      var stream = chance.stream(.start, cell: county)
      for kind in 0..<CountyFlows.classes {
        let count = stream.poisson(weights[county] * requestsPerDay * classShares[kind] * stay)
        inJail[county * CountyFlows.classes + kind] = Int32(count)
        jailed[county] += Int32(count)
        drawn[stateOf[county]] += count
      }
    }
    return drawn
  }

  /// One day. `perState` multiplies the requests of each state; `cover` is the share of pick-ups for which there are
  /// officers.
  mutating func step(
    day: Int, requests mean: Double, perState: [Double], enjoined: [Double], cover: Double, chance: Chance,
    residents: inout [Int]
  ) {
    today = Today()
    for state in statesCounties.indices {
      var arrivals = chance.stream(.county, day: day, cell: 0x1_0000 + state)
      let factor = mean * perState[state]
      let isEnjoined = enjoined[state] > 0
      for county in statesCounties[state] {
        let asked = min(arrivals.poisson(weights[county] * factor), residents[state])
        guard asked > 0 || jailed[county] > 0 || held[county] > 0 || gone[county] > 0 else { continue }
        var stream = chance.stream(.county, day: day, cell: county)
        let leaving = leavesJail.draw(Int(jailed[county]), &stream)
        let outOfSight = leavesSight.draw(Int(gone[county]), &stream)
        guard asked > 0 || leaving > 0 || outOfSight > 0 || held[county] > 0 else { continue }
        residents[state] -= asked
        let home = serve(
          county, asked: asked, leaving: leaving, outOfSight: outOfSight, enjoined: isEnjoined, cover: cover, &stream)
        residents[state] += home
      }
    }
  }

  /// One person of a county's stock, each as likely as any other: draws without replacement.
  private static func pick(_ people: Int, of stock: inout [Int32], first: Int, _ stream: inout RandomStream) -> SIMD4<
    Int
  > {
    var picked = SIMD4<Int>.zero
    var total = 0
    for kind in 0..<classes { total += Int(stock[first + kind]) }
    for _ in 0..<people {
      var place = Int(stream.uniform() * Double(total))
      total -= 1
      for kind in 0..<classes {
        let count = Int(stock[first + kind])
        if place < count {
          stock[first + kind] -= 1
          picked[kind] += 1
          break
        }
        place -= count
      }
    }
    return picked
  }

  /// One county's day; returns the people who are residents again.
  private mutating func serve(
    _ county: Int, asked: Int, leaving: Int, outOfSight: Int, enjoined: Bool, cover: Double,
    _ stream: inout RandomStream
  ) -> Int {
    let first = county * CountyFlows.classes
    let released = CountyFlows.pick(leaving, of: &inJail, first: first, &stream)
    let lost = CountyFlows.pick(outOfSight, of: &letGo, first: first, &stream)
    let profile = profiles[county]
    let fetched = pickUp[county] * cover
    var left = asked
    var weight = 1.0
    var (heldToday, arrested, untransferred, holdDays, home) = (0, 0, 0, 0, 0)
    for kind in 0..<CountyFlows.classes {
      let cell = county * CountyFlows.classes + kind
      // Those held yesterday and the day before, before today's are added: two days at most.
      let firstDay = Int(heldFirst[cell])
      let secondDay = Int(heldSecond[cell])
      let fetchedFirst = stream.binomial(firstDay, fetched)
      let fetchedSecond = stream.binomial(secondDay, fetched)
      let expired = secondDay - fetchedSecond
      let share = shares[profile][kind]
      let kept = enjoined ? 0 : stream.binomial(released[kind], share.hold)
      let met = stream.binomial(released[kind] - kept, share.met * cover)
      let unseen = released[kind] - kept - met + expired
      let again = stream.binomial(lost[kind], rearrestShare)
      let new = kind == CountyFlows.classes - 1 ? left : stream.binomial(left, min(1, classShares[kind] / weight))
      left -= new
      weight = max(1e-12, weight - classShares[kind])

      inJail[cell] += Int32(new)
      heldSecond[cell] = Int32(firstDay - fetchedFirst)
      heldFirst[cell] = Int32(kept)
      letGo[cell] += Int32(unseen)
      let taken = fetchedFirst + fetchedSecond + met + again
      today.arrests[kind] += taken
      today.rearrested += again
      today.met += met
      if forbidden[profile][kind] { today.holdDaysForbidden += kept + firstDay - fetchedFirst }
      if forbidden[profile][kind] { counts[county, .holdDaysForbidden] += kept + firstDay - fetchedFirst }
      jailed[county] += Int32(new - released[kind])
      held[county] += Int32(kept - fetchedFirst - secondDay)
      gone[county] += Int32(unseen - lost[kind])
      heldToday += kept
      arrested += taken - again
      untransferred += unseen
      holdDays += kept + firstDay - fetchedFirst
      home += lost[kind] - again
    }
    today.requests += asked
    today.held += heldToday
    today.released += untransferred
    today.holdDays += holdDays
    counts[county, .requests] += asked
    counts[county, .held] += heldToday
    counts[county, .custodialArrests] += arrested
    counts[county, .releasedWithoutTransfer] += untransferred
    counts[county, .holdDays] += holdDays
    return home
  }
}
