package import LawLanguage
package import Reference

/// What the generated laws and requests were, so that a test can say whether they were enough of everything.
package struct Distribution: CustomStringConvertible {
  package private(set) var laws = 0
  package private(set) var pairs = 0
  /// Pairs that were not compared: too many completions, or no completion at all.
  private(set) var skipped: [String: Int] = [:]
  package private(set) var constructs: [Construct: Int] = [:]
  /// Pairs in which an act has the answer.
  package private(set) var answers: [Answer: Int] = [:]
  package private(set) var bases: [Basis: Int] = [:]
  package private(set) var cautions: [CautionCode: Int] = [:]
  package private(set) var roles: [Role: Int] = [:]
  private(set) var duties = 0
  package private(set) var withUnknownListOrDate = 0
  /// Laws of three ranks or more.
  package private(set) var ofManyRanks = 0

  /// Nothing seen yet.
  package init() {}

  package mutating func add(_ law: GeneratedLaw) {
    laws += 1
    for construct in law.constructs { constructs[construct, default: 0] += 1 }
    if Set(law.library?.laws.map(\.rank) ?? []).count >= 3 { ofManyRanks += 1 }
  }

  package mutating func skip(_ error: InterpretationError) { skipped["\(error)", default: 0] += 1 }

  package mutating func add(_ request: Request, _ finding: Finding) {
    pairs += 1
    let dates = ["booked", "released", "release-due"]
    if !(request.records["convictions"]?.isComplete ?? false) || dates.contains(where: { request.facts[$0] == nil }) {
      withUnknownListOrDate += 1
    }
    for answer in Set(finding.answers.map(\.answer)) { answers[answer, default: 0] += 1 }
    for basis in Set(finding.answers.compactMap(\.basis)) { bases[basis, default: 0] += 1 }
    for caution in Set(finding.answers.flatMap(\.cautions)) { cautions[caution, default: 0] += 1 }
    for role in Set(finding.answers.flatMap(\.reasons).map(\.role)) { roles[role, default: 0] += 1 }
    if !finding.duties.isEmpty { duties += 1 }
  }

  /// The share of something among the pairs or laws.
  package func share(_ count: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(count) / Double(whole) }

  package var description: String {
    func line(_ title: String, _ counts: [(String, Int)], of whole: Int) -> String {
      let shares = counts.map { name, count in "\(name) \(percent(count, of: whole))" }
      return "\(title): \(shares.joined(separator: ", "))"
    }
    return [
      "\(laws) laws, \(pairs) pairs, skipped \(skipped)",
      line(
        "pairs with", [("an unknown list or date", withUnknownListOrDate), ("duties", duties)], of: pairs),
      line("answers", Answer.allCases.map { ($0.rawValue, answers[$0] ?? 0) }, of: pairs),
      line("bases", Basis.allCases.map { ($0.rawValue, bases[$0] ?? 0) }, of: pairs),
      line("roles", Role.allCases.map { ($0.rawValue, roles[$0] ?? 0) }, of: pairs),
      line("cautions", CautionCode.allCases.map { ($0.rawValue, cautions[$0] ?? 0) }, of: pairs),
      line("laws with", [("three ranks", ofManyRanks)], of: laws),
      line("constructs", Construct.allCases.map { ($0.rawValue, constructs[$0] ?? 0) }, of: laws),
    ].joined(separator: "\n")
  }

  private func percent(_ count: Int, of whole: Int) -> String {
    let tenths = Int((share(count, of: whole) * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
