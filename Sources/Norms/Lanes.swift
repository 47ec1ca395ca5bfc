import LawLanguage

/// The truth of something in up to 64 situations at once, a bit for each: Kleene's truths, joined by a word's worth at a time.
public struct Lanes: Sendable, Hashable {
  /// How many situations a word holds.
  public static var width: Int { 64 }

  /// The situations in which it is true.
  public var yes: UInt64
  /// Those in which it is false. In what is in neither, it is unknown.
  public var no: UInt64

  /// Where it is true and where it is false; no bit may be in both.
  @inline(__always)
  public init(yes: UInt64, no: UInt64) {
    self.yes = yes
    self.no = no
  }

  /// The same in every situation.
  @inline(__always)
  public init(_ truth: Truth) {
    self.init(yes: truth == .yes ? .max : 0, no: truth == .no ? .max : 0)
  }

  /// The situations in which it is unknown.
  public var unknown: UInt64 { ~(yes | no) }

  /// The situations among these in which it is true, and those in which it is false; nil if it is unknown in one.
  public func split(_ situations: UInt64) -> [(result: Bool, lanes: UInt64)]? {
    guard unknown & situations == 0 else { return nil }
    return [(true, yes & situations), (false, no & situations)].filter { $0.1 != 0 }
  }

  /// Yes and no swapped.
  var negated: Lanes { Lanes(yes: no, no: yes) }
}

extension Formula {
  /// The truth of the formula in each situation, given that of its predicates.
  public func lanes(_ atom: (Int) -> Lanes) -> Lanes {
    switch self {
    case .constant(let value): return Lanes(Truth(value))
    case .atom(let index): return atom(index)
    case .not(let formula): return formula.lanes(atom).negated
    case .all(let parts):
      var result = Lanes(.yes)
      for part in parts {
        let lanes = part.lanes(atom)
        result = Lanes(yes: result.yes & lanes.yes, no: result.no | lanes.no)
        if result.no == .max { break }
      }
      return result
    case .any(let parts):
      var result = Lanes(.no)
      for part in parts {
        let lanes = part.lanes(atom)
        result = Lanes(yes: result.yes | lanes.yes, no: result.no & lanes.no)
        if result.yes == .max { break }
      }
      return result
    }
  }
}

/// How a norm stands in up to 64 situations at once: each situation is in at most one of the words, and the norm is out in what
/// is in none. As `Status` has it for one.
public struct StatusLanes: Sendable, Hashable {
  /// The situations in which it stands.
  public internal(set) var stands: UInt64 = 0
  var exempted: UInt64 = 0
  var voided: UInt64 = 0
  var suspended: UInt64 = 0
  var yields: UInt64 = 0
  /// The situations in which the predicates known do not settle it.
  public internal(set) var unknown: UInt64 = 0

  /// It does not apply in any.
  init() {}

  /// How it stands in one of them.
  public subscript(lane: Int) -> Status {
    let bit = UInt64(1) << UInt64(lane)
    if stands & bit != 0 { return .stands }
    if exempted & bit != 0 { return .exempted }
    if voided & bit != 0 { return .voided }
    if suspended & bit != 0 { return .suspended }
    if yields & bit != 0 { return .yields }
    return unknown & bit != 0 ? .unknown : .out
  }

  /// The situations among these in which it stands as it does in one of them.
  public func alike(_ lane: Int, among situations: UInt64) -> UInt64 {
    switch self[lane] {
    case .stands: situations & stands
    case .exempted: situations & exempted
    case .voided: situations & voided
    case .suspended: situations & suspended
    case .yields: situations & yields
    case .unknown: situations & unknown
    case .out: situations & ~(stands | exempted | voided | suspended | yields | unknown)
    }
  }
}

extension Slice {
  /// What `statuses` gives, in up to 64 situations at once.
  public func statusLanes(in edition: Edition, truth: (Int) -> Lanes) -> [StatusLanes] {
    var found = [StatusLanes](repeating: StatusLanes(), count: edition.norms.count)
    var settled = [Bool](repeating: false, count: edition.norms.count)
    for index in involved { settle(index, edition, truth, &found, &settled) }
    return found
  }

  private func settle(
    _ index: Int, _ edition: Edition, _ truth: (Int) -> Lanes, _ found: inout [StatusLanes], _ settled: inout [Bool]
  ) {
    guard !settled[index] else { return }
    settled[index] = true
    let norm = edition.norms[index]
    let base = norm.base.lanes(truth)
    guard base.no != .max else { return }
    let opened = norm.opened.lanes(truth)
    var lanes = StatusLanes()
    let suspended = suspension(of: norm, edition.library.vocabulary).lanes(truth)
    if suspended.yes == .max {
      lanes.suspended = base.yes & opened.no
      lanes.unknown = ~(base.no | opened.yes | lanes.suspended)
      found[index] = lanes
      return
    }
    var voided = Lanes(.no)
    for void in norm.voidedBy {
      let holds = edition.voids[void].holds.lanes(truth)
      voided = Lanes(yes: voided.yes | holds.yes, no: voided.no & holds.no)
    }
    var yields = Lanes(.no)
    for winner in norm.yieldsTo where isInvolved[winner] {
      settle(winner, edition, truth, &found, &settled)
      let stands = found[winner].stands
      yields = Lanes(yes: yields.yes | stands, no: yields.no & ~(stands | found[winner].unknown))
    }
    // Where the order holds, its own standing is all there is to know.
    let lost = suspended.yes & (base.no | opened.yes | base.yes & opened.no)
    let open = base.unknown | opened.unknown | ~suspended.yes & (suspended.unknown | voided.unknown | yields.unknown)
    lanes.unknown = ~base.no & open & ~lost
    lanes.suspended = suspended.yes & base.yes & opened.no
    let known = base.yes & suspended.no & ~lanes.unknown
    lanes.exempted = known & opened.yes & voided.no & yields.no
    lanes.voided = known & opened.no & voided.yes
    lanes.yields = known & opened.no & voided.no & yields.yes
    lanes.stands = known & opened.no & voided.no & yields.no
    found[index] = lanes
  }
}
