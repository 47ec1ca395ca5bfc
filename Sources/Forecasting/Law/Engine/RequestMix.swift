package import LawLanguage

/// The request that stands for a class in a state: a detainer with an officer's warrant, sent to whoever runs the jail,
/// with the facts on which that state's law most often turns.
///
/// What a class leaves open and `UsualFacts` does not settle stays unknown, and the engine says so: its answer is then
/// undetermined, and the model takes the mean over the answers that the engine holds possible.
package enum RequestMix {
  /// The acts that a request comes down to.
  static let acts = ["hold", "notify-release", "transfer"]

  /// The request as a document, for a day. Where no state's law is asked, no state's facts are given.
  package static func document(
    _ kind: RequestClass, state: String, place: String, on day: Day, isBare: Bool = false
  ) -> String {
    // Found guilty three years ago: within every look-back that the library knows, and not recent.
    let past = day.adding(months: -36)
    var facts = common(kind, past)
    for fact in isBare ? [] : UsualFacts.of(state, kind) {
      facts.removeAll { $0.0 == fact.name }
      let value = fact.value.replacing("PAST", with: past.description).replacing("TODAY", with: day.description)
      facts.append((fact.name, value))
    }
    let fields = facts.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
    let asked = acts.map { "\"\($0)\"" }.joined(separator: ", ")
    let locality = place == state ? "" : "\"locality\": \"\(place)\", "
    let agency = UsualFacts.unifiedSystems.contains(state) ? "state-prison" : "county-jail"
    return """
      {"jurisdiction": "\(state)", "agency": "\(agency)", \(locality)"on": "\(day)", "acts": [\(asked)], \
      "papers": ["i247a", "i200"], "facts": {\(fields)}}
      """
  }

  /// The facts that are taken for granted of the usual request in a state, each with its ground.
  package static func assumptions(_ kind: RequestClass, state: String) -> [String] {
    UsualFacts.of(state, kind).map { "\($0.name) \($0.value): \($0.ground)" }
  }

  private static func common(_ kind: RequestClass, _ past: Day) -> [(String, String)] {
    let convictions =
      switch kind {
      case .violentConviction: #"[{"class": "felony", "convicted-on": "\#(past)"}]"#
      case .otherConviction: #"[{"class": "misdemeanor", "convicted-on": "\#(past)"}]"#
      case .pendingCharge, .none: #""none""#
      }
    return [
      ("custody", #""pretrial""#), ("publicly-available", "false"), ("crime-witness", "false"),
      ("convictions", convictions),
    ]
  }
}
