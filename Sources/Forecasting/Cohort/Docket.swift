/// Cases of people at liberty: pending, closed without decision, on appeal, and orders not carried out.
struct Docket: Sendable {
  /// What moved today.
  struct Today: Sendable {
    var completed = 0, inAbsentia = 0, orders = 0, relief = 0
    var appealed = 0, appealsDecided = 0, closed = 0, recalendared = 0, left = 0
  }

  private(set) var pending: Int
  private(set) var monitored: Int
  private(set) var closed: Int
  private(set) var appeals: Int
  private(set) var unexecuted: Int
  private(set) var settled = 0
  private(set) var departed = 0
  private(set) var today = Today()
  private let endsMonitoring: Thinning
  private let outcomes: [Double]
  private let appealOutcomes: [Double]
  private let appealShare: Double
  private let appealsPerDay: Double
  private let leaves: Thinning
  private let closing: Double
  private let recalendaring: Double

  init(_ parameters: ParameterValues) {
    monitored = Int(min(parameters[.monitoredCases], parameters[.pendingCases]))
    pending = Int(parameters[.pendingCases]) - monitored
    closed = Int(parameters[.closedCases])
    appeals = Int(parameters[.pendingAppeals])
    unexecuted = Int(parameters[.unexecutedOrders])
    endsMonitoring = Thinning(rate: 1 / parameters[.monitoringDays])
    let decided = parameters[.inAbsentiaShare] + parameters[.reliefShare] + parameters[.terminationShare]
    outcomes = [
      parameters[.inAbsentiaShare], parameters[.reliefShare], parameters[.terminationShare],
      parameters[.voluntaryDepartureShare], max(0, 1 - decided - parameters[.voluntaryDepartureShare]),
    ]
    let (remand, sustained) = (parameters[.appealRemandShare], parameters[.appealSustainedShare])
    appealOutcomes = [remand, sustained, max(0, 1 - remand - sustained)]
    appealShare = parameters[.appealShare]
    appealsPerDay = parameters[.appealsDecidedPerYear] / 365.25
    leaves = Thinning(rate: parameters[.leavingWithOrderPerYear] / 365.25)
    closing = parameters[.closedPerYear] / parameters[.pendingCases] / 365.25
    recalendaring = parameters[.recalendaredPerYear] / parameters[.closedCases] / 365.25
  }

  /// Everybody with a case, an order or a status, and those who left or were settled.
  var people: Int { pending + monitored + closed + appeals + unexecuted + settled + departed }

  /// Cases that wait for a judge.
  var backlog: Int { pending + monitored }

  /// Whether no stock is below nothing.
  var isSound: Bool { [pending, monitored, closed, appeals, unexecuted, settled, departed].allSatisfy { $0 >= 0 } }

  mutating func carry(_ carrier: inout StateCarrier) {
    carrier.carry(&pending)
    carrier.carry(&monitored)
    carrier.carry(&closed)
    carrier.carry(&appeals)
    carrier.carry(&unexecuted)
    carrier.carry(&settled)
    carrier.carry(&departed)
  }

  /// Takes new cases, some of them monitored.
  mutating func file(_ cases: Int, monitored share: Double, _ stream: inout RandomStream) {
    let watched = stream.binomial(cases, share)
    monitored += watched
    pending += cases - watched
  }

  /// Takes people released with an order that cannot be carried out.
  mutating func supervise(_ people: Int) { unexecuted += people }

  /// Takes people whose case ended with a status.
  mutating func settle(_ people: Int) { settled += people }

  /// Takes people who agreed to leave.
  mutating func sawLeave(_ people: Int) { departed += people }

  /// One day of hearings.
  mutating func step(
    completions mean: Double, closing closureFactor: Double, recalendaring recalendarFactor: Double, hearings: Bool,
    _ stream: inout RandomStream
  ) {
    today = Today()
    let unwatched = endsMonitoring.draw(monitored, &stream)
    monitored -= unwatched
    pending += unwatched

    if hearings { hear(stream.poisson(mean), &stream) }
    let shut = Thinning(rate: closing * closureFactor).draw(pending, &stream)
    let reopened = Thinning(rate: recalendaring * recalendarFactor).draw(closed, &stream)
    pending += reopened - shut
    closed += shut - reopened
    today.closed = shut
    today.recalendared = reopened

    let decided = min(appeals, stream.poisson(appealsPerDay))
    var parts = [0, 0, 0]
    stream.split(decided, by: appealOutcomes, into: &parts)
    appeals -= decided
    pending += parts[0]
    settled += parts[1]
    unexecuted += parts[2]
    today.appealsDecided = decided

    let leaving = leaves.draw(unexecuted, &stream)
    unexecuted -= leaving
    departed += leaving
    today.left = leaving
  }

  private mutating func hear(_ capacity: Int, _ stream: inout RandomStream) {
    let completed = min(backlog, capacity)
    guard completed > 0 else { return }
    let watched = min(
      monitored, max(completed - pending, stream.binomial(completed, Double(monitored) / Double(backlog))))
    monitored -= watched
    pending -= completed - watched
    var parts = [0, 0, 0, 0, 0]
    stream.split(completed, by: outcomes, into: &parts)
    settled += parts[1] + parts[2]
    departed += parts[3]
    let contested = stream.binomial(parts[4], appealShare)
    appeals += contested
    unexecuted += parts[0] + parts[4] - contested
    today.completed = completed
    today.inAbsentia = parts[0]
    today.orders = parts[0] + parts[4]
    today.relief = parts[1]
    today.appealed = contested
  }
}
