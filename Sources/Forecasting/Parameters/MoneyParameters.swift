extension ParameterName {
  /// Of public cost, in dollars of 2024 or near it.
  var money: Parameter? {
    switch self {
    case .bedDayCost:
      Parameter(
        165, 152, 188, "$ a day", "An adult bed for a day",
        .source("ICE: $152 (web page, 2024-25), $164 (2025 justification), $187.48 with overhead (2023)"))
    case .bedCapitalCost:
      Parameter(
        60_000, 20_000, 150_000, "$ a bed", "Opening one bed that does not exist yet",
        .judgement("American Immigration Council 2024: $66,000 of detention per removal is mostly building"))
    case .monitoringDayCost:
      Parameter(
        4.2, 1.25, 4.6, "$ a day", "Monitoring a person for a day", .source("ICE: under $4.20; technology $1.25"))
    case .courtCaseCost:
      Parameter(
        1_500, 817, 12_600, "$", "Legal processing of a case",
        .source("CAP 2010: $817; AAF 2015: $1,495; AIC 2024: $12,600 with new courts"))
    case .removalTransportCost:
      Parameter(
        1_978, 1_000, 2_100, "$", "Transport of a removal",
        .source("ICE FY2016: $1,978; CAP 2010: $1,000; AIC 2024: $2,100"))
    case .localJailDayCost:
      Parameter(
        126, 60, 220, "$ a day", "A day in a county jail",
        .source("Pierce County 2018: $126 (University of Washington); range by judgement"))
    case .officerYearCost:
      Parameter(
        200_000, 150_000, 230_000, "$ a year", "An officer with support", .source("AIC 2024: $6.2bn for 31,000 hires"))
    case .officerWorkDays:
      Parameter(
        220, 200, 235, "days a year", "Days that an officer works",
        .source("5 U.S.C. 6103, 6303 and 6304: 260 weekdays less 11 holidays, 20 days of leave and some of sickness"))
    case .judgeTeamYearCost:
      Parameter(
        1_000_000, 700_000, 1_400_000, "$ a year", "A judge, staff and courtroom", .judgement("not read in a source"))
    case .liabilityPerDay:
      Parameter(
        557, 300, 1_000, "$ a day", "Paid for a day held without authority",
        .source("New York City 2024: $92.5m for more than 166,000 days; Los Angeles 2020: at most $1,000 a day"))
    case .liabilityClaimShare:
      Parameter(
        0.06, 0.01, 0.30, "share", "Days without authority that are claimed and paid",
        .source("Los Angeles: 1,166 claims of about 18,500 people; range by judgement"))
    case .jailPeoplePerOfficer:
      Parameter(
        4.5, 3, 7, "people", "People in a county jail for one full-time officer",
        .judgement("jails are staffed by posts, not by heads; a few more people on hold may need nobody"))
    default: nil
    }
  }
}
