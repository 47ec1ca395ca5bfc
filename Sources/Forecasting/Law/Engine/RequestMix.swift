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
    for (name, value) in (usual[state] ?? []) + (particular[state]?[kind] ?? []) {
      facts.removeAll { $0.0 == name }
      facts.append((name, value.replacing("PAST", with: past.description)))
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

  /// What usually holds in a state, whatever the class.
  private static let usual: [String: [(String, String)]] = [
    // No stricter local rule, and none of the rarer grounds of Government Code 7282.5.
    "CA": [
      ("local-rule-forbids-notice", "false"), ("local-rule-forbids-transfer", "false"),
      ("prop-47-misdemeanor", "false"), ("sex-or-arson-registrant", "false"), ("federal-aggravated-felony", "false"),
      ("federal-felony-warrant", "false"), ("other-felony-counts", "false"), ("held-to-answer-for", #""nothing""#),
    ],
    // A form filled in as section 908.105 asks.
    "FL": [("i247a.form-complete", "true"), ("i247a.shows-cause", "true"), ("i247a.cause-documented", "true")],
    // A judicial official has ordered the hold, as chapter 162-62 provides.
    "NC": [("nc-hold-ordered", "true")],
    "NJ": [("final-order-signer", #""no-order""#), ("pending-charges", #""none""#), ("past-crimes", #""none""#)],
    "OR": [
      ("or-same-terms-as-public", "false"), ("or-personal-data", "false"), ("purpose", #""civil-immigration""#),
      ("or-status-crime", "false"),
    ],
    // No proof of lawful status was given.
    "TX": [("tx-proof-of-status", "false")],
  ]

  /// What a class means in the words of a state.
  private static let particular: [String: [RequestClass: [(String, String)]]] = [
    "CA": [
      .violentConviction: [
        ("convictions", #"[{"offence": "PC 211", "class": "felony", "convicted-on": "PAST"}]"#)
      ],
      .otherConviction: [
        ("convictions", #"[{"offence": "HS 11377", "class": "misdemeanor", "convicted-on": "PAST"}]"#)
      ],
    ],
    "NJ": [
      .violentConviction: [
        (
          "past-crimes",
          #"[{"offence": "2C:15-1", "degree": "second-degree", "outcome": "convicted", "found-on": "PAST"}]"#
        )
      ],
      .otherConviction: [
        (
          "past-crimes",
          #"[{"offence": "2C:35-10", "degree": "disorderly-persons", "outcome": "convicted", "found-on": "PAST"}]"#
        )
      ],
      .pendingCharge: [("pending-charges", #"[{"degree": "disorderly-persons"}]"#)],
    ],
  ]
}
