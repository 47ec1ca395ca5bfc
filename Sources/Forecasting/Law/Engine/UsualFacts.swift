/// A fact of the usual request in a state: on what that state's law turns, and what is then most often so. Each is a
/// judgement about the request, with its ground; the law is read by the engine.
struct UsualFact: Sendable {
  let state: String
  /// The class it is said of; nil: all.
  let kind: RequestClass?
  let name: String
  /// As JSON; `PAST` and `TODAY` stand for days.
  let value: String
  let ground: String

  init(_ state: String, _ name: String, _ value: String, _ ground: String, of kind: RequestClass? = nil) {
    self.state = state
    self.kind = kind
    self.name = name
    self.value = value
    self.ground = ground
  }
}

/// The facts of the usual request, state by state.
enum UsualFacts {
  /// States that run their jails themselves, so that the department of corrections is asked: Bureau of Justice Statistics,
  /// Census of Jails, 2019 (NCJ 301593): Alaska, Connecticut, Delaware, Hawaii, Rhode Island and Vermont.
  static let unifiedSystems: Set<String> = ["AK", "CT", "DE", "HI", "RI", "VT"]

  /// What usually holds in a state for a class.
  static func of(_ state: String, _ kind: RequestClass) -> [UsualFact] {
    all.filter { $0.state == state && ($0.kind == nil || $0.kind == kind) }
  }

  /// What a named person at the jail would have to find; nobody has found otherwise.
  private static func judged(_ value: Bool) -> String {
    #"{"value": \#(value), "by": "the usual request", "why": "nothing else is known"}"#
  }

  /// A form that is filled in and shows its cause, as its own instructions ask.
  private static func form(_ state: String) -> [UsualFact] {
    ["i247a.form-complete", "i247a.shows-cause", "i247a.cause-documented"].map {
      UsualFact(state, $0, "true", "DHS Form I-247A (3/17): boxes for probable cause and a warrant attached")
    }
  }

  static let all: [UsualFact] = commanding + limiting

  /// In states that command something of jails, or give them authority.
  private static let commanding: [UsualFact] =
    [
      UsualFact("AL", "al-status-answer", #""unlawfully-present""#, "ICE answers the query as its own detainer says"),
      UsualFact(
        "AL", "al-stay-applies", "false", "Ala. Code 31-13-18: the stay is for victims and witnesses, who are few"),
      UsualFact("AL", "al-federal-custody-asked", "true", "a detainer asks for custody"),
      UsualFact(
        "IA", "ia-warrant-signed", "true", "ICE sends an I-200 with each I-247A since April 2017 (Policy 10074.2)"),
      UsualFact("IA", "ia-final-portion-ordered", "false", "Iowa Code 27A.3 needs a court's order, which is rare"),
      UsualFact("IA", "ia-federal-consent", "false", "Iowa Code 27A.3: follows such an order"),
      UsualFact("ID", "age", "30", "nearly everyone detained on a request is an adult"),
      UsualFact("ID", "id-verified-unlawful", "true", "Idaho Code 18-9005: the form says so"),
      UsualFact("ID", "id-state-confinement-over", "true", "asked about the end of local custody"),
      UsualFact(
        "ID", "id-undue-burden", judged(false), "Idaho Code 18-9005: a finding that somebody would have to make"),
      UsualFact("ID", "id-request-unreasonable", judged(false), "Idaho Code 18-9005: a finding of the same kind"),
      UsualFact("LA", "la-cacho-charge", "false", "Cacho v. Gusman: murder and the few other crimes listed are rare"),
      UsualFact("LA", "la-known-citizen", "false", "nobody takes the person for a citizen"),
      UsualFact("LA", "la-knows-unlawful-presence", "true", "the detainer itself tells the jail"),
      UsualFact("LA", "la-cooperating-witness", "false", "witnesses are few"),
      UsualFact(
        "NC", "nc-hold-ordered", "true", "N.C.G.S. 162-62: a judicial official orders it when shown both papers"),
      UsualFact("NH", "nh-charges-resolved", #""TODAYT10:00""#, "RSA 30-B:1: asked about the end of local custody"),
      UsualFact("NH", "nh-safe-to-comply", judged(true), "RSA 30-B:1: a finding that somebody would have to make"),
      UsualFact("OK", "ok-proof-shown", #""none""#, "22 O.S. 171.3(B): few show proof of citizenship"),
      UsualFact("SC", "sc-status-answer", #""unlawfully-present""#, "ICE answers the query as its own detainer says"),
      UsualFact("SC", "sc-sentence-complete", "false", "most people asked for await trial and complete no sentence"),
      UsualFact("TN", "tn-287g-in-force", "true", "Pub. Ch. 1015 (2026) orders every sheriff to have an agreement"),
      UsualFact("TX", "tx-proof-of-status", "false", "Code of Criminal Procedure 2A.060: few show proof of status"),
      UsualFact(
        "WV", "wv-transferred-in", "true", "W. Va. Code 15-16-3(b): regional jails take people from the police"),
    ] + ["FL", "KS", "LA", "NH", "WV"].flatMap(form)

  /// In states that limit something, or tell classes of people apart.
  private static let limiting: [UsualFact] = [
    UsualFact(
      "CA", "local-rule-forbids-notice", "false", "Gov. Code 7284.6: where a county has a stricter rule is not entered"),
    UsualFact(
      "CA", "local-rule-forbids-transfer", "false",
      "Gov. Code 7284.6: where a county has a stricter rule is not entered"),
    UsualFact("CA", "prop-47-misdemeanor", "false", "Gov. Code 7282.5: one of the rarer grounds"),
    UsualFact("CA", "sex-or-arson-registrant", "false", "Gov. Code 7282.5: one of the rarer grounds"),
    UsualFact("CA", "federal-aggravated-felony", "false", "Gov. Code 7282.5: one of the rarer grounds"),
    UsualFact("CA", "federal-felony-warrant", "false", "Gov. Code 7282.5: one of the rarer grounds"),
    UsualFact("CA", "other-felony-counts", "false", "Gov. Code 7282.5: one of the rarer grounds"),
    UsualFact("CA", "held-to-answer-for", #""nothing""#, "Gov. Code 7282.5: few are held to answer when asked for"),
    UsualFact(
      "CA", "convictions", #"[{"offence": "PC 211", "class": "felony", "convicted-on": "PAST"}]"#,
      "robbery stands for a violent conviction, three years old", of: .violentConviction),
    UsualFact(
      "CA", "convictions", #"[{"offence": "HS 11377", "class": "misdemeanor", "convicted-on": "PAST"}]"#,
      "possession stands for another conviction, three years old", of: .otherConviction),
    UsualFact("CT", "ct-terrorist-match", "false", "54-192h: matches are rare"),
    UsualFact("CT", "ct-added-crime", judged(false), "54-192h: the crimes added in 2025 are rare"),
    UsualFact("CT", "ct-convictions", #""none""#, "the class has none", of: .pendingCharge),
    UsualFact("CT", "ct-convictions", #""none""#, "the class has none", of: RequestClass.none),
    UsualFact(
      "CT", "ct-convictions", #"[{"ct-grade": "class-b-felony"}]"#, "robbery in the first degree, 53a-134, is class B",
      of: .violentConviction),
    UsualFact(
      "CT", "ct-convictions", #"[{"ct-grade": "misdemeanor"}]"#, "most convictions are misdemeanours",
      of: .otherConviction),
    UsualFact("DC", "dc-federal-criminal-case", "false", "a detainer stands alone; a criminal case is rare"),
    UsualFact(
      "MD", "md-past-convictions",
      #"[{"md-law": "maryland", "md-grade": "felony", "md-must-register": false, "md-state-prison-term": true}]"#,
      "a violent crime is a felony in Maryland", of: .violentConviction),
    UsualFact(
      "MD", "md-past-convictions",
      #"[{"md-law": "maryland", "md-grade": "misdemeanor", "md-must-register": false, "md-state-prison-term": false}]"#,
      "most convictions are misdemeanours with no term in a state prison", of: .otherConviction),
    UsualFact("MD", "md-past-convictions", #""none""#, "the class has none", of: .pendingCharge),
    UsualFact("MD", "md-past-convictions", #""none""#, "the class has none", of: RequestClass.none),
    UsualFact(
      "NJ", "final-order-signer", #""no-order""#, "Directive 2018-6 v2: most people asked for have no final order"),
    UsualFact("NJ", "pending-charges", #""none""#, "the class has none", of: .violentConviction),
    UsualFact("NJ", "pending-charges", #""none""#, "the class has none", of: .otherConviction),
    UsualFact("NJ", "pending-charges", #""none""#, "the class has none", of: RequestClass.none),
    UsualFact(
      "NJ", "pending-charges", #"[{"degree": "disorderly-persons"}]"#, "most charges are not of a listed crime",
      of: .pendingCharge),
    UsualFact("NJ", "past-crimes", #""none""#, "the class has none", of: .pendingCharge),
    UsualFact("NJ", "past-crimes", #""none""#, "the class has none", of: RequestClass.none),
    UsualFact(
      "NJ", "past-crimes",
      #"[{"offence": "2C:15-1", "degree": "second-degree", "outcome": "convicted", "found-on": "PAST"}]"#,
      "robbery stands for a violent conviction", of: .violentConviction),
    UsualFact(
      "NJ", "past-crimes",
      #"[{"offence": "2C:35-10", "degree": "disorderly-persons", "outcome": "convicted", "found-on": "PAST"}]"#,
      "possession stands for another conviction", of: .otherConviction),
    UsualFact("OR", "or-same-terms-as-public", "false", "ORS 180.805: a notice on request is no answer to the public"),
    UsualFact("OR", "or-personal-data", "false", "ORS 180.805: a release date is no home address"),
    UsualFact("OR", "purpose", #""civil-immigration""#, "a detainer is for civil enforcement"),
    UsualFact("OR", "or-status-crime", "false", "a detainer is for civil enforcement"),
    UsualFact("PA", "pa-judge-backs-detainer", "false", "Philadelphia: detainers come without a judge's warrant"),
    UsualFact("PA", "pa-violent-felony-conviction", "true", "the class has one", of: .violentConviction),
    UsualFact("PA", "pa-violent-felony-conviction", "false", "the class has none", of: .otherConviction),
    UsualFact("PA", "pa-violent-felony-conviction", "false", "the class has none", of: .pendingCharge),
    UsualFact("PA", "pa-violent-felony-conviction", "false", "the class has none", of: RequestClass.none),
    UsualFact("VT", "vt-purpose", #""civil-immigration-only""#, "a detainer is for civil enforcement"),
  ]
}
