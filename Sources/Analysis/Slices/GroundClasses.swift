import LawLanguage
import Norms

/// The classes in which one ground gives each answer, and those in which each norm has each part. As `Slice.resolve` has it for
/// one request: "How an act is answered", steps 2 and 3, in `docs/language.md`.
struct GroundClasses: Sendable {
  /// In the order of `bases`; a class is in exactly one.
  private(set) var answers = [Diagrams.Node](repeating: Diagrams.none, count: bases.count)
  /// The classes in which a norm has a part, by the norm and the part.
  private(set) var roles: [NormRole: Diagrams.Node] = [:]

  private let slice: Slice
  private let edition: Edition
  private let standings: Standings
  /// The ranks that speak of the act, the highest first.
  private let ranks: [Rank]

  init(_ slice: Slice, in edition: Edition, standings: Standings, classes: inout Classes) throws(TooWide) {
    self.slice = slice
    self.edition = edition
    self.standings = standings
    ranks = Set(slice.bearing.map { edition.norms[$0.norm].rank }).sorted()
    let commands = try decide(&classes.diagrams)
    if slice.needsAuthority { try consultAuthority(commands, &classes.diagrams) }
    try noteOthers(&classes.diagrams)
  }

  /// The classes of an answer and its basis.
  subscript(basis: Basis) -> Diagrams.Node {
    get { answers[bases.firstIndex { $0.basis == basis } ?? 0] }
    set { answers[bases.firstIndex { $0.basis == basis } ?? 0] = newValue }
  }

  private mutating func note(_ norm: Int, _ role: Role, _ node: Diagrams.Node, _ diagrams: inout Diagrams)
    throws(TooWide)
  {
    if node == Diagrams.none { return }
    let key = NormRole(norm: norm, role: role)
    roles[key] = try diagrams.either(roles[key] ?? Diagrams.none, node)
  }

  /// The norms of a rank with a force, as those in which any of them stands.
  private func standing(
    _ rank: Rank, _ isWanted: (Slice.Bearing) -> Bool, _ diagrams: inout Diagrams
  ) throws(TooWide) -> Diagrams.Node {
    var found = Diagrams.none
    for bearing in slice.bearing where edition.norms[bearing.norm].rank == rank && isWanted(bearing) {
      found = try diagrams.either(found, standings[bearing.norm].stands)
    }
    return found
  }

  // MARK: Priority

  /// The highest rank with a `must` or `must not` decides. Gives the classes in which each rank commands and nothing forbids.
  private mutating func decide(_ diagrams: inout Diagrams) throws(TooWide) -> [Rank: Diagrams.Node] {
    var required: [Rank: Diagrams.Node] = [:]
    var silent = Diagrams.every
    var forbidden = Diagrams.none
    for rank in ranks {
      let musts = try standing(rank, { $0.force == .must }, &diagrams)
      let bans = try standing(rank, { $0.force == .mustNot }, &diagrams)
      let commanded = try diagrams.both(silent, musts)
      let banned = try diagrams.both(silent, bans)
      required[rank] = try diagrams.without(commanded, bans)
      let opposed = try diagrams.both(commanded, bans)
      self[.opposed] = try diagrams.either(self[.opposed], opposed)
      self[.commanded] = try diagrams.either(self[.commanded], diagrams.without(commanded, bans))
      forbidden = try diagrams.either(forbidden, diagrams.without(banned, musts))
      for bearing in slice.bearing where bearing.force.commands && edition.norms[bearing.norm].rank == rank {
        try note(bearing.norm, .decides, diagrams.both(silent, standings[bearing.norm].stands), &diagrams)
      }
      silent = try diagrams.without(silent, diagrams.either(musts, bans))
    }
    self[.forbidden] = forbidden
    for bearing in slice.bearing where bearing.force.commands {
      let winners = bearing.force == .must ? forbidden : self[.commanded]
      try note(bearing.norm, .displaced, diagrams.both(winners, standings[bearing.norm].stands), &diagrams)
    }
    try decideUncommanded(silent, &diagrams)
    return required
  }

  /// Nobody commands: a `may` grants; else a ban whose exception is open exempts; else the law is silent.
  private mutating func decideUncommanded(_ uncommanded: Diagrams.Node, _ diagrams: inout Diagrams) throws(TooWide) {
    var granted = Diagrams.none
    var exempted = Diagrams.none
    for bearing in slice.bearing {
      if bearing.force.permits { granted = try diagrams.either(granted, standings[bearing.norm].stands) }
      if bearing.force == .mustNot { exempted = try diagrams.either(exempted, standings[bearing.norm].exempted) }
    }
    self[.granted] = try diagrams.both(uncommanded, granted)
    let left = try diagrams.without(uncommanded, granted)
    self[.exempted] = try diagrams.both(left, exempted)
    self[.silent] = try diagrams.without(left, exempted)
  }

  // MARK: Authority

  /// The highest rank that gives or denies authority decides; a denial beside a `must` of its rank is a conflict.
  private mutating func consultAuthority(_ required: [Rank: Diagrams.Node], _ diagrams: inout Diagrams) throws(TooWide)
  {
    var consulted = Diagrams.none
    for basis in [Basis.commanded, .granted, .exempted, .silent] {
      consulted = try diagrams.either(consulted, self[basis])
    }
    var unspoken = consulted
    var denied = Diagrams.none
    var opposed = Diagrams.none
    for rank in ranks {
      let gives = try standing(rank, { $0.force.givesAuthority(of: edition.norms[$0.norm]) == true }, &diagrams)
      let denies = try standing(rank, { $0.force.givesAuthority(of: edition.norms[$0.norm]) == false }, &diagrams)
      for bearing in slice.bearing where edition.norms[bearing.norm].rank == rank {
        guard let isGiver = bearing.force.givesAuthority(of: edition.norms[bearing.norm]) else { continue }
        let speaking = try diagrams.both(unspoken, standings[bearing.norm].stands)
        try note(bearing.norm, isGiver ? .givesAuthority : .deniesAuthority, speaking, &diagrams)
      }
      let deniedHere = try diagrams.both(unspoken, denies)
      let both = try diagrams.both(deniedHere, gives)
      let clash = try diagrams.both(both, required[rank] ?? Diagrams.none)
      opposed = try diagrams.either(opposed, clash)
      denied = try diagrams.either(denied, diagrams.without(deniedHere, clash))
      unspoken = try diagrams.without(unspoken, diagrams.either(gives, denies))
    }
    let lost = try diagrams.either(diagrams.either(denied, opposed), unspoken)
    for basis in [Basis.commanded, .granted, .exempted, .silent] {
      self[basis] = try diagrams.without(self[basis], lost)
    }
    self[.authorityDenied] = denied
    self[.noAuthorityFound] = unspoken
    self[.opposed] = try diagrams.either(self[.opposed], opposed)
  }

  // MARK: The other parts

  private mutating func noteOthers(_ diagrams: inout Diagrams) throws(TooWide) {
    var done = Diagrams.none
    for basis in [Basis.commanded, .opposed, .granted, .exempted, .silent] {
      done = try diagrams.either(done, self[basis])
    }
    for bearing in slice.bearing {
      let standing = standings[bearing.norm]
      let norm = edition.norms[bearing.norm]
      if bearing.force.permits {
        try note(bearing.norm, .permits, diagrams.both(self[.granted], standing.stands), &diagrams)
      }
      if bearing.force == .mustNot {
        try note(bearing.norm, .exempts, diagrams.both(self[.exempted], standing.exempted), &diagrams)
      }
      // What is prohibited has no window.
      if !norm.rule.bounds.isEmpty || !norm.rule.steps.isEmpty {
        try note(bearing.norm, .bounds, diagrams.both(done, standing.stands), &diagrams)
      }
      try note(bearing.norm, .voided, standing.voided, &diagrams)
      try note(bearing.norm, .suspended, standing.suspended, &diagrams)
      try note(bearing.norm, .yields, standing.yields, &diagrams)
    }
  }
}
