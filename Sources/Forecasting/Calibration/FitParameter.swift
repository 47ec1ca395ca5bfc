internal import Foundation

/// The numbers that published months of fiscal years 2019-23 can say something of: what custody, removals and arrests in the
/// tables hang on once book-ins are given.
///
/// Three are parameters of every run. The others are what the levels that policy moves come to over years; runs take those
/// month by month from the tables and draw none of them.
package enum FitParameter: Int, CaseIterable, Sendable {
  case stayICE, lateExitsICE, removalShareICE, stayCBP, lateExitsCBP, removalShareCBP, orderShift
  case countedShare, bookedInEarlier, bookedInLater
  case refusingCountryShare, documentsIssued, arrestNoise

  /// The name in documents.
  package var name: String {
    switch self {
    case .stayICE: "stay-ice"
    case .lateExitsICE: "late-exits-ice"
    case .removalShareICE: "removal-share-ice"
    case .stayCBP: "stay-cbp"
    case .lateExitsCBP: "late-exits-cbp"
    case .removalShareCBP: "removal-share-cbp"
    case .orderShift: "title-42-shift"
    case .countedShare: "counted-share"
    case .bookedInEarlier: "booked-in-fy2019-20"
    case .bookedInLater: "booked-in-fy2021-23"
    case .refusingCountryShare, .documentsIssued, .arrestNoise: ofRuns?.name ?? ""
    }
  }

  /// The parameter of every run that it is, if it is one.
  package var ofRuns: ParameterName? {
    switch self {
    case .refusingCountryShare: .refusingCountryShare
    case .documentsIssued: .documentsIssued
    case .arrestNoise: .arrestNoise
    default: nil
    }
  }

  /// The series that hang on it; it is judged by these and by no others.
  package var series: [FitSeries] {
    switch self {
    case .stayICE, .lateExitsICE: [.custodyICE]
    case .stayCBP, .lateExitsCBP: [.custodyCBP]
    case .refusingCountryShare, .documentsIssued: [.custodyICE, .custodyCBP]
    case .removalShareICE: [.removalShareICE]
    case .removalShareCBP, .orderShift: [.removalShareCBP]
    case .countedShare: [.countedShare]
    case .bookedInEarlier, .bookedInLater: [.arrestsPerBookIn]
    case .arrestNoise: [.arrestSpread]
    }
  }

  /// Its prior, and what that rests on.
  package var definition: Parameter {
    switch self {
    case .stayICE:
      Parameter(
        49, 36, 61, "days", "Days of custody for a book-in, arrested by ICE",
        .source("ICE detention statistics: people times days over book-ins, by fiscal years 2019 to 2024"))
    case .stayCBP:
      Parameter(
        50, 25, 75, "days", "Days of custody for a book-in, arrested by the border agencies",
        .source("ICE detention statistics: people times days over book-ins, by fiscal years 2019 to 2024"))
    case .lateExitsICE:
      Parameter(
        1, 0.5, 1.6, "multiple", "Rates of leaving after 60 days held, against those the model has, arrested by ICE",
        .judgement("the shape was chosen on lengths of stay, which say least of the longest"))
    case .lateExitsCBP:
      Parameter(
        1, 0.5, 1.6, "multiple",
        "Rates of leaving after 60 days held, against those the model has, arrested by the border agencies",
        .judgement("the shape was chosen on lengths of stay, which say least of the longest"))
    case .removalShareICE:
      Parameter(
        0.65, 0.58, 0.70, "share", "Removals among book-outs, arrested by ICE",
        .source("OHSS August 2024 edition: .686 .699 .603 .588 .646 .683 in fiscal years 2019 to 2024"))
    case .removalShareCBP:
      Parameter(
        FittingNumber.removalShareCBP.value, 0.1, 0.8, "share",
        "Removals among book-outs while no order takes their place, arrested by the border agencies",
        FittingNumber.removalShareCBP.ground)
    case .orderShift:
      Parameter(
        FittingNumber.untoldOrder.value, -2.5, 0, "log odds",
        "What Title 42 does to the share removed of those the border agencies arrested, while in force",
        FittingNumber.untoldOrder.ground)
    case .countedShare:
      Parameter(
        FittingNumber.countedShare.value, 0.75, 0.95, "share", FittingNumber.countedShare.meaning,
        FittingNumber.countedShare.ground)
    case .bookedInEarlier:
      Parameter(
        0.95, 0.88, 0.98, "share", "ERO arrests that become a book-in, fiscal years 2021-23 apart",
        .source("OHSS August 2024 edition: .96 in fiscal years 2019 and 2020; range by judgement"))
    case .bookedInLater:
      Parameter(
        0.55, 0.41, 0.67, "share", "ERO arrests that become a book-in in fiscal years 2021-23",
        .source("OHSS August 2024 edition: .67 .41 .50 in fiscal years 2021 to 2023"))
    case .refusingCountryShare, .documentsIssued, .arrestNoise:
      ofRuns?.definition ?? Parameter(.nan, .nan, .nan, "", "", .judgement(""))
    }
  }
}

/// The fitted numbers of one draw.
package struct FitValues: Sendable, Equatable {
  private var values: [Double]

  /// Every number at its best value.
  package static let best = FitValues(values: FitParameter.allCases.map(\.definition.value))

  /// At these shares of their priors, in the order of the names.
  package init(quantiles: [Double]) {
    values = zip(FitParameter.allCases, quantiles).map { $0.definition.prior.quantile($1) }
  }

  private init(values: [Double]) { self.values = values }

  /// The value of a number.
  package subscript(name: FitParameter) -> Double {
    get { values[name.rawValue] }
    set { values[name.rawValue] = newValue }
  }
}
