extension ParameterName {
  /// Of courts and of the stocks at the start.
  var court: Parameter? {
    switch self {
    case .judges:
      Parameter(
        690, 650, 735, "judges", "Immigration judges at the start",
        .source("649 in the second quarter of FY2023 and 104 hired in FY2022 (CRS R47637); since then by judgement"))
    case .judgeAttrition:
      Parameter(
        0.06, 0.04, 0.10, "a year", "Judges who leave",
        .source("GAO-17-438: 39% could retire in 2017; range by judgement"))
    case .judgeLeadDays:
      Parameter(
        742, 365, 742, "days", "From the vacancy to the bench",
        .source("GAO-17-438: 742 days on average, 2011-16; shorter later"))
    case .judgesHiredPerYear:
      Parameter(
        60, 30, 104, "a year", "Judges hired without any lever",
        .source("CRS R47637: 104 hired in FY2022, the most until then"))
    case .completionsPerJudge:
      Parameter(
        700, 480, 810, "a year", "Cases a judge completes",
        .source("GAO: 807 in FY2015; EOIR completions over judges: 490 in FY2017"))
    case .detainedCourtShare:
      Parameter(
        0.10, 0.05, 0.20, "share", "Court time spent on people in custody", .judgement("no public time study"))
    case .inAbsentiaShare:
      Parameter(
        0.34, 0.24, 0.46, "share", "Completions of people at liberty that are orders in absentia",
        .source("CRS IF11892: 24% in FY2012, 46% in FY2019, 38% pooled"))
    case .reliefShare:
      Parameter(0.16, 0.10, 0.25, "share", "Completions that grant relief", .judgement("asylum and other relief"))
    case .terminationShare:
      Parameter(
        0.22, 0.10, 0.35, "share", "Completions that end the case without an order",
        .judgement("terminations and dismissals rose and fell with policy"))
    case .voluntaryDepartureShare:
      Parameter(0.03, 0.01, 0.06, "share", "Completions by voluntary departure", .judgement("small in every year"))
    case .appealShare:
      Parameter(0.12, 0.08, 0.20, "share", "Orders and denials appealed", .judgement("expert ranges only"))
    case .appealsDecidedPerYear:
      Parameter(45_000, 30_000, 60_000, "a year", "Appeals decided", .judgement("not read in a source"))
    case .appealRemandShare:
      Parameter(0.12, 0.06, 0.20, "share", "Appeals sent back to a judge", .judgement("not read in a source"))
    case .appealSustainedShare:
      Parameter(0.08, 0.04, 0.15, "share", "Appeals that end with relief", .judgement("not read in a source"))
    case .closedPerYear:
      Parameter(
        40_000, 10_000, 120_000, "a year", "Cases closed administratively",
        .source("EOIR FY2013-16: pending cases fell short of their identity by 12,000 to 24,000 a year net"))
    case .recalendaredPerYear:
      Parameter(
        15_000, 3_000, 40_000, "a year", "Closed cases put back on the docket",
        .source("EOIR FY2019-20: pending cases exceeded their identity by 21,000 and 35,000 a year net"))
    case .filingsPerYear:
      Parameter(
        750_000, 400_000, 1_200_000, "a year", "New cases of people never held, filed at the border and by USCIS",
        .source("EOIR strategic plan: almost 1.2 million referrals in FY2023, 228,000 in FY2016; less those held"))
    case .residents:
      Parameter(
        7_840_000, 6_800_000, 9_200_000, "people", "People who can be removed and have no case",
        .source(
          "Pew 2025: 14.0 million in July 2023, less the 6.16 million of the five stocks below; range by judgement"))
    case .pendingCases:
      Parameter(
        3_400_000, 3_100_000, 3_700_000, "cases", "Cases pending of people at liberty",
        .source("EOIR: about 2,460,000 at the end of FY2023; a year's filings and completions added by judgement"))
    case .monitoredCases:
      Parameter(
        179_000, 170_000, 190_000, "people", "Of these, people who are monitored at the start",
        .source("ICE, Detention Statistics FY2024: 179,071 in alternatives to detention in September 2024"))
    case .closedCases:
      Parameter(
        300_000, 200_000, 400_000, "cases", "Cases closed administratively at the start",
        .judgement("sum of yearly residuals of EOIR's own identity, and earlier closures"))
    case .pendingAppeals:
      Parameter(110_000, 80_000, 140_000, "cases", "Appeals pending at the start", .judgement("not read in a source"))
    case .unexecutedOrders:
      Parameter(
        1_445_549, 1_400_000, 1_490_000, "people", "People at liberty with a final order",
        .source("ICE answer to Congress, 24 November 2024: 1,445,549"))
    case .protectedResidents:
      Parameter(
        900_000, 700_000, 1_100_000, "people", "People whose removal is barred while their protection lasts",
        .judgement("temporary protected status; not read in a source"))
    case .leavingPerYear:
      Parameter(
        0.02, 0.005, 0.04, "a year", "Residents who leave or gain status by themselves", .judgement("not measured"))
    case .leavingWithOrderPerYear:
      Parameter(0.03, 0.01, 0.06, "a year", "People with an order who leave by themselves", .judgement("not measured"))
    default: nil
    }
  }
}
