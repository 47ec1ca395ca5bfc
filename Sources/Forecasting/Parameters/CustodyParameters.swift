extension ParameterName {
  /// The parameter itself.
  package var definition: Parameter { custody ?? federal ?? court ?? money ?? missing }

  /// Reached by no case: a test walks them all.
  private var missing: Parameter { Parameter(.nan, .nan, .nan, "", "", .judgement("")) }

  /// Of local custody and the request.
  private var custody: Parameter? {
    switch self {
    case .detainersPerDay:
      Parameter(
        380, 330, 440, "requests a day", "Detainers prepared in the whole country",
        .source("TRAC report 758: 380 a day in the 29 days from 20 January 2024; range by judgement"))
    case .detainerConcentration:
      Parameter(
        1.25, 1.0, 1.5, "exponent", "How much faster than their residents the requests to counties of a state grow",
        .source("fit to TRAC report 595, table 1: in FY2019 9% of agencies received 71% of detainers"))
    case .violentShare:
      Parameter(
        0.15, 0.08, 0.25, "share", "Requests about people with a conviction for a violent crime",
        .judgement("half of ERO arrests follow a conviction (OHSS FY2024); no public split by offence was read"))
    case .otherConvictionShare:
      Parameter(
        0.45, 0.36, 0.52, "share", "Requests about people with any other conviction",
        .source("OHSS August 2024 edition: 53,180 of 104,960 ERO arrests convicted, less the violent share"))
    case .pendingShare:
      Parameter(
        0.28, 0.20, 0.34, "share", "Requests about people with charges pending and no conviction",
        .source("OHSS August 2024 edition: 21,210 of 104,960 ERO arrests; more among people in jail"))
    case .daysInLocalCustody:
      Parameter(
        22, 12, 35, "days", "Mean stay in jail from the request to the end of local custody",
        .source("Pierce County, University of Washington: 24.5 days (misdemeanour), 2013-17; range by judgement"))
    case .holdWhenRequired:
      Parameter(
        0.88, 0.75, 0.96, "share", "People held for the officers where the law requires it",
        .source("CNN 2025: 87% of those sought by detainer in Mississippi were arrested"))
    case .holdWhenPermitted:
      Parameter(
        0.75, 0.50, 0.90, "share", "People held where the law leaves it to the agency",
        .judgement("with the next but one, so that 80,188 custodial arrests follow some 139,000 requests (FY2024)"))
    case .holdWhenProhibited:
      Parameter(
        0.04, 0.0, 0.12, "share", "People held although the law forbids it",
        .judgement("mistakes and holds on other grounds; not taken from any study of limiting laws"))
    case .noticeWhenRequired:
      Parameter(
        0.92, 0.80, 0.98, "share", "Releases of which the officers are told where the law requires it",
        .judgement("as for holds, and cheaper to do"))
    case .noticeWhenPermitted:
      Parameter(
        0.60, 0.35, 0.85, "share", "Releases of which the officers are told where the law leaves it to the agency",
        .judgement("no count of notices was found"))
    case .noticeWhenProhibited:
      Parameter(
        0.04, 0.0, 0.12, "share", "Releases of which the officers are told although the law forbids it",
        .judgement("as for holds"))
    case .metAtRelease:
      Parameter(
        0.35, 0.15, 0.60, "share", "People met at release when the officers were told and nobody may hold",
        .judgement("notice is often a matter of hours; no count was found"))
    case .metAtTheDoor:
      Parameter(
        0.5, 0.2, 0.8, "share", "Of those meetings, what is left where nobody may be handed over inside the jail",
        .judgement("an arrest at the door takes more officers and can be missed; no count was found"))
    case .pickedUpPerDay:
      Parameter(
        0.72, 0.50, 0.90, "share a day", "People on hold whom the officers fetch on each of the two days",
        .judgement("most requests that lead to no transfer were not refused but not followed up (TRAC FY2016)"))
    case .agreementPickUp:
      Parameter(
        0.90, 0.75, 0.98, "share a day", "The same where the county's own staff act under 287(g) in the jail",
        .judgement("staff on the spot serve the warrant themselves"))
    case .rearrestedWithin90Days:
      Parameter(
        0.12, 0.03, 0.30, "share", "People arrested at large within 90 days of a release without transfer",
        .judgement("no direct source"))
    case .arrestNoise:
      Parameter(
        0.16, 0.10, 0.22, "log, monthly", "Spread of monthly arrests about their level",
        .source("monthly differences of ERO arrests, OHSS FY2014-16 and FY2019-23"))
    default: nil
    }
  }
}
