/// The facts of the usual request, state by state: on what that state's law turns, and what is then most often so. Every
/// line is a judgement with its ground beside it.
enum UsualFacts {
  /// A form that is filled in and shows its cause, as ICE's own instructions ask.
  private static let form = [
    ("i247a.form-complete", "true"), ("i247a.shows-cause", "true"), ("i247a.cause-documented", "true"),
  ]

  /// What a named person at the jail would have to find; nobody has found otherwise.
  private static func judged(_ value: Bool) -> String {
    #"{"value": \#(value), "by": "the usual request", "why": "nothing else is known"}"#
  }

  /// What usually holds in a state, whatever the class.
  static let everywhere: [String: [(String, String)]] = [
    // 31-13-18: the query is answered as the detainer says, the detainer asks for custody, no stay for victims applies.
    "AL": [
      ("al-status-answer", #""unlawfully-present""#), ("al-stay-applies", "false"),
      ("al-federal-custody-asked", "true"),
    ],
    // 54-192h: on no watch list, and no crime that the act of 2025 added.
    "CT": [
      ("ct-terrorist-match", "false"), ("ct-convictions", #""none""#), ("ct-added-crime", judged(false)),
    ],
    // No federal criminal case beside the detainer.
    "DC": [("dc-federal-criminal-case", "false")],
    // No stricter local rule, and none of the rarer grounds of Government Code 7282.5.
    "CA": [
      ("local-rule-forbids-notice", "false"), ("local-rule-forbids-transfer", "false"),
      ("prop-47-misdemeanor", "false"), ("sex-or-arson-registrant", "false"), ("federal-aggravated-felony", "false"),
      ("federal-felony-warrant", "false"), ("other-felony-counts", "false"), ("held-to-answer-for", #""nothing""#),
    ],
    // A form filled in as section 908.105 asks.
    "FL": form,
    // 18-9005(4): the form says that the person is here unlawfully, Idaho's own confinement is over, and nobody has
    // found a burden or anything unreasonable in it.
    "ID": [
      ("age", "30"), ("id-verified-unlawful", "true"), ("id-state-confinement-over", "true"),
      ("id-undue-burden", judged(false)), ("id-request-unreasonable", judged(false)),
    ],
    // 27A.1: the warrant that comes with the form is signed; 27A.3: nobody has asked to serve the last days elsewhere.
    "IA": [("ia-warrant-signed", "true"), ("ia-final-portion-ordered", "false"), ("ia-federal-consent", "false")],
    // Nobody takes the person for a citizen or for a witness, and the detainer itself tells the jail of unlawful presence.
    "LA": form + [
      ("la-known-citizen", "false"), ("la-knows-unlawful-presence", "true"), ("la-cooperating-witness", "false"),
    ],
    // RSA 30-B:1: asked at the end of local custody, when the charges are resolved; nobody has found it unsafe.
    "NH": form + [("nh-charges-resolved", #""TODAYT10:00""#), ("nh-safe-to-comply", judged(true))],
    // 22 O.S. 171.3(B): no proof of citizenship was shown.
    "OK": [("ok-proof-shown", #""none""#)],
    // Philadelphia: a detainer that no judge's warrant stands behind.
    "PA": [("pa-judge-backs-detainer", "false"), ("pa-violent-felony-conviction", "false")],
    // ICE answers the query as its detainer does; most people asked for await trial and complete no sentence.
    "SC": [("sc-status-answer", #""unlawfully-present""#), ("sc-sentence-complete", "false")],
    // A detainer is for civil immigration enforcement.
    "VT": [("vt-purpose", #""civil-immigration-only""#)],
    // The regional jails take their people from the police who arrested them: 15-16-3(b).
    "WV": form + [("wv-transferred-in", "true")],
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
  static let byClass: [String: [RequestClass: [(String, String)]]] = [
    "CA": [
      .violentConviction: [
        ("convictions", #"[{"offence": "PC 211", "class": "felony", "convicted-on": "PAST"}]"#)
      ],
      .otherConviction: [
        ("convictions", #"[{"offence": "HS 11377", "class": "misdemeanor", "convicted-on": "PAST"}]"#)
      ],
    ],
    "CT": [
      .violentConviction: [("ct-convictions", #"[{"ct-grade": "class-b-felony"}]"#)],
      .otherConviction: [("ct-convictions", #"[{"ct-grade": "misdemeanor"}]"#)],
    ],
    "PA": [.violentConviction: [("pa-violent-felony-conviction", "true")]],
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
