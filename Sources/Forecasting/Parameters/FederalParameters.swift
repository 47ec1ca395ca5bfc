extension ParameterName {
  /// Of officers and detention.
  var federal: Parameter? {
    switch self {
    case .officers:
      Parameter(
        6100, 5800, 6400, "officers", "Deportation officers of ERO at the start",
        .source("about 6,100 in 2024, press from ICE; nearly 6,000 in ICE testimony of 14 July 2016"))
    case .officerAttrition:
      Parameter(
        0.07, 0.04, 0.11, "a year", "Officers who leave", .judgement("federal law enforcement in general"))
    case .officerLeadDays:
      Parameter(
        300, 180, 450, "days", "From the decision to hire to the first arrest",
        .judgement("vacancy, clearance and some five months of academy"))
    case .officersHiredPerYear:
      Parameter(
        430, 300, 560, "a year", "Officers hired without any lever",
        .judgement("what keeps the number level: it was nearly the same in 2016 and 2024"))
    case .officerDaysPerYear:
      Parameter(
        105, 60, 150, "days", "Days a year that an officer spends on arrests, the rest on docket and custody",
        .source("solved from FY2024: 80,188 custodial and 33,243 at-large arrests by about 6,100 officers"))
    case .daysPerCustodialArrest:
      Parameter(
        3, 1.5, 5, "officer-days", "Work for one arrest out of local custody", .judgement("no time study was found"))
    case .daysPerAtLargeArrest:
      Parameter(
        12, 7, 20, "officer-days", "Work for one arrest in the community",
        .judgement("teams of several, as for custody"))
    case .searchCrowding:
      Parameter(
        0.25, 0.0, 1.0, "per unit", "Loss of arrests a day's search as arrest work doubles beyond that of FY2024",
        .judgement("the more officers search, the more they meet each other; size not known"))
    case .atLargeConvictedShare:
      Parameter(
        0.35, 0.20, 0.50, "share", "People arrested at large who have a conviction",
        .source("OHSS FY2024: half of all ERO arrests, less those in custody; range by judgement"))
    case .atLargeViolentOfConvicted:
      Parameter(
        0.25, 0.15, 0.40, "share", "Of these, people convicted of a violent crime",
        .judgement("as among requests: 15 of 60 convicted"))
    case .atLargePendingOfOthers:
      Parameter(
        0.30, 0.15, 0.50, "share", "Of those arrested at large without a conviction, people with charges pending",
        .source("OHSS August 2024 edition: 21,210 pending of 51,780 not convicted, most of them found in jails"))
    case .lapseFieldShare:
      Parameter(
        0.85, 0.6, 1.0, "share", "Arrest work that goes on while funds have lapsed",
        .judgement("officers are excepted staff, support is not"))
    case .bookedInShare:
      Parameter(
        0.80, 0.76, 0.88, "share", "ERO arrests that become a book-in",
        .source("OHSS: 83,270 book-ins on 104,960 arrests in the first eleven months of FY2024 (.96 in FY2019)"))
    case .refusingCountryShare:
      Parameter(
        0.07, 0.03, 0.13, "share", "People in custody whose country does not take them back",
        .judgement("23 countries were called uncooperative in 2016 (ICE); 42,084 and 37,908 orders on Cuba and China"))
    case .documentsIssued:
      Parameter(
        0.15, 0.05, 0.35, "share", "Of these, removals for which papers come in time",
        .judgement("most cases open at 180 days wait for papers (OIG-19-28)"))
    case .mandatoryShareUnconvicted:
      Parameter(
        0.20, 0.10, 0.35, "share", "People without a conviction whose detention the law commands",
        .judgement("8 U.S.C. 1225(b) and 1226(c)(1)(E) reach part of them"))
    case .releasePressure:
      Parameter(
        1.0, 0.2, 2.5, "per unit", "Rise of the rate of release per unit of occupancy above the beds funded",
        .judgement("releases rise in full months; size not known"))
    case .overcommitment:
      Parameter(
        1.15, 0.9, 1.5, "multiple", "How far custody may exceed the beds funded",
        .judgement("custody of FY2024 stayed within the beds funded, that of FY2019 was above them"))
    case .removalSeatsPerDay:
      Parameter(
        1_000, 750, 1_500, "a day", "Seats for removals out of custody",
        .judgement("ICE removed some 740 people a day in FY2024; how many more could go was not published"))
    case .electronicMonitoringShare:
      Parameter(
        0.12, 0.06, 0.25, "share", "Releases that are monitored",
        .judgement("ICE names no share; most of the 179,071 monitored were released at the border, not from custody"))
    case .filingsMonitoredShare:
      Parameter(
        0.14, 0.06, 0.22, "share", "New cases of people never held that are monitored",
        .source("solved from the 179,071 whom ICE monitored in September 2024, most of them released at the border"))
    case .monitoringDays:
      Parameter(
        540, 365, 730, "days", "How long a person is monitored",
        .judgement("ICE names no mean; with the shares above it keeps some 180,000 monitored"))
    default: nil
    }
  }
}
