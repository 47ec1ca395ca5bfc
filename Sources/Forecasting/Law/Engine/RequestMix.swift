package import LawLanguage

/// The request that stands for a class in a state: a detainer with an officer's warrant, sent to a county jail, with the
/// facts on which that state's law most often turns.
///
/// What a class leaves open and no list here settles stays unknown, and the engine says so: its answer is then
/// undetermined, and the model takes the share between what the law might permit and what it might forbid. Every choice
/// below is a judgement about the usual request, never a reading of the law; the law is read by the engine.
package enum RequestMix {
  /// The acts that a request comes down to.
  static let acts = ["hold", "notify-release", "transfer"]

  /// The request as a document, for a day.
  package static func document(_ kind: RequestClass, state: String, place: String, on day: Day) -> String {
    // Found guilty three years ago: within every look-back that the library knows, and not recent.
    let past = day.adding(months: -36)
    var facts = common(kind, past)
    for (name, value) in (UsualFacts.everywhere[state] ?? []) + (UsualFacts.byClass[state]?[kind] ?? []) {
      facts.removeAll { $0.0 == name }
      facts.append((name, value.replacing("PAST", with: past.description).replacing("TODAY", with: day.description)))
    }
    let fields = facts.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
    let asked = acts.map { "\"\($0)\"" }.joined(separator: ", ")
    let locality = place == state ? "" : "\"locality\": \"\(place)\", "
    return """
      {"jurisdiction": "\(state)", "agency": "county-jail", \(locality)"on": "\(day)", "acts": [\(asked)], \
      "papers": ["i247a", "i200"], "facts": {\(fields)}}
      """
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
