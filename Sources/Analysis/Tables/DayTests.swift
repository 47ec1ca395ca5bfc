import LawLanguage
import Norms

/// The tests of one day, told apart by what they hold it against.
///
/// The rows of a table have dates of their own, so which order the law's thresholds stand in differs from row to row: ten days
/// are longer than a week, a month is sometimes longer than thirty days. Only what holds on every day is relied on: days of the
/// law against one another, and spans of one unit from one date.
struct DayTests {
  /// The ways in which the tests can come out, a bit for each.
  let cells: [UInt64]
  /// Whether all of them are possible on every day.
  let isExact: Bool

  /// Nobody waits for more.
  private static let most = 4_096

  init(_ tests: [ScalarTest], in situation: Situation) throws(TooWide) {
    var fixed: [Int] = []
    var chains: [Chain: [(test: Int, count: Int)]] = [:]
    var order: [Chain] = []
    for (index, test) in tests.enumerated() {
      let chain: Chain
      var count = 0
      // A date of the request against the day, not the day against it.
      var isMirrored = false
      if case .date = test.subject { isMirrored = true }
      switch test.comparison {
      case _ where isMirrored: chain = .other(index)
      case .date(_, .day), .within(_, _, .day, _):
        fixed.append(index)
        continue
      case .date(let comparison, .subject(let subject)): chain = .order(comparison, subject)
      case .within(let span, let before, .subject(let subject), _):
        chain = .within(span.unit, clamped: span.leapDayClamped, before: before, subject)
        count = span.count
      case .holds, .choice, .number, .bound, .member: chain = .other(index)
      }
      if chains[chain] == nil { order.append(chain) }
      chains[chain, default: []].append((index, count))
    }
    var cells = DayTests.cells(fixed.map { tests[$0] }, at: fixed, in: situation)
    for chain in order {
      // The longer span holds where the shorter does.
      let links = (chains[chain] ?? []).sorted { $0.count > $1.count }
      var ways: [UInt64] = [0]
      var way: UInt64 = 0
      for (place, link) in links.enumerated() {
        way |= 1 << UInt64(link.test)
        let isSame = place + 1 < links.count && links[place + 1].count == link.count
        if !isSame { ways.append(way) }
      }
      cells = cells.flatMap { cell in ways.map { cell | $0 } }
      guard cells.count <= DayTests.most else { throw TooWide(what: .values) }
    }
    self.cells = cells
    isExact = order.count + (fixed.isEmpty ? 0 : 1) <= 1
  }

  private enum Chain: Hashable {
    case order(DateOrder, Test.Subject)
    case within(TimeUnit, clamped: Bool, before: Bool, Test.Subject)
    case other(Int)
  }

  /// Against days of the law: one day of each stretch between them decides.
  private static func cells(_ tests: [ScalarTest], at bits: [Int], in situation: Situation) -> [UInt64] {
    guard !tests.isEmpty else { return [0] }
    let looks = Looks(
      of: Array(tests.indices), constraining: [:],
      in: tests.map { .request(ScalarTest(subject: .fact("day"), comparison: $0.comparison)) })
    var found: [UInt64] = []
    for value in Domains(looks, in: situation).values(of: .fact("day"), type: .date) {
      var here = situation
      here.facts = ["day": value]
      var cell: UInt64 = 0
      for (test, bit) in zip(tests, bits) {
        let own = ScalarTest(subject: .fact("day"), comparison: test.comparison)
        if here.truth(own, fields: nil) == .yes { cell |= 1 << UInt64(bit) }
      }
      if !found.contains(cell) { found.append(cell) }
    }
    return found
  }
}
