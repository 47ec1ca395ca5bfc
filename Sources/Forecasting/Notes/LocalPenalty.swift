/// What a state's law threatens local agencies and officials with: for limiting cooperation where the state commands it, and
/// for cooperating where the state limits it.
///
/// As the documents of the library tell it, in the sections named; the amounts are threatened, not reckoned, for nobody
/// counts how often they are imposed.
package struct LocalPenalty: Sendable, Equatable {
  /// Whom the law is against.
  package enum Direction: String, Sendable, CaseIterable {
    case limiting = "for limiting cooperation"
    case cooperating = "for cooperating or disclosing where the law limits it"
  }

  /// The postal code of the state.
  package let state: String
  /// For what.
  package let direction: Direction
  /// What is threatened.
  package let words: String
  /// The section, and what the amount rests on where it was not read in the statute.
  package let source: String

  private init(_ state: String, _ direction: Direction, _ words: String, _ source: String) {
    self.state = state
    self.direction = direction
    self.words = words
    self.source = source
  }

  /// Those of a state.
  package static func of(_ state: String) -> [LocalPenalty] { all.filter { $0.state == state } }

  /// All that the library's documents name an amount or a loss for.
  package static let all: [LocalPenalty] = [
    LocalPenalty(
      "AL", .limiting,
      "$1,000 to $5,000 for each day that a policy stays in effect after the suit, paid by the official",
      "Ala. Code 31-13-5"),
    LocalPenalty("AZ", .limiting, "$500 to $5,000 for each day after the suit was filed", "A.R.S. 11-1051(H)-(J)"),
    LocalPenalty(
      "CO", .cooperating, "up to $50,000 for each violation of the limits on personal information",
      "C.R.S. 24-74-107; since HB26-1276 the agency too"),
    LocalPenalty(
      "FL", .limiting, "up to $5,000, paid by the officials responsible for a wilful refusal of detainers",
      "Fla. Stat. 908.105(4)(b)"),
    LocalPenalty(
      "GA", .limiting, "state funds of the local body, save for essential services and for what a sheriff did",
      "O.C.G.A. 35-1-17(f)"),
    LocalPenalty(
      "IA", .limiting, "all state funds in the fiscal years after a final determination", "Iowa Code 27A.9"),
    LocalPenalty(
      "IN", .limiting, "up to $10,000 for each breach, from July 2026", "SEA 76-2026, as press accounts have it"),
    LocalPenalty(
      "MT", .limiting, "$10,000 for every five days, and new infrastructure grants", "MCA 2-1-605, secondary"),
    LocalPenalty(
      "NH", .limiting, "up to a quarter of the year's state funds, from 2026", "RSA 106-Q:3"),
    LocalPenalty(
      "NM", .cooperating, "$250 for each breach of the limits on status information, up to $5,000",
      "SB 36 (2025)"),
    LocalPenalty(
      "TX", .limiting, "$1,000 to $1,500 the first time and $25,000 to $25,500 each time after, every day one more",
      "Tex. Gov't Code 752.056; the amounts as in a Senate amendment"),
  ]
}
