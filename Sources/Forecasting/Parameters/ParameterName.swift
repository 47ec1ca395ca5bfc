/// The numbers of the model, in the order in which a person meets them.
package enum ParameterName: Int, CaseIterable, Sendable {
  // Local custody and the request
  case detainersPerDay, detainerConcentration, violentShare, otherConvictionShare, pendingShare
  case daysInLocalCustody, holdWhenRequired, holdWhenPermitted, holdWhenProhibited
  case noticeWhenRequired, noticeWhenPermitted, noticeWhenProhibited, metAtRelease, metAtTheDoor
  case pickedUpPerDay, agreementPickUp
  case rearrestedWithin90Days, arrestNoise
  // Officers
  case officers, officerAttrition, officerLeadDays, officersHiredPerYear, officerDaysPerYear
  case daysPerCustodialArrest, daysPerAtLargeArrest, searchCrowding
  case atLargeConvictedShare, atLargeViolentOfConvicted, atLargePendingOfOthers, lapseFieldShare
  // Detention
  case bookedInShare, refusingCountryShare, documentsIssued, mandatoryShareUnconvicted, releasePressure
  case overcommitment, removalSeatsPerDay
  case electronicMonitoringShare, filingsMonitoredShare, monitoringDays
  // Courts
  case judges, judgeAttrition, judgeLeadDays, judgesHiredPerYear, completionsPerJudge, detainedCourtShare
  case inAbsentiaShare, reliefShare, terminationShare, voluntaryDepartureShare, appealShare
  case appealsDecidedPerYear, appealRemandShare, appealSustainedShare
  case closedPerYear, recalendaredPerYear, filingsPerYear
  // Stocks at the start, 1 October 2024
  case residents, pendingCases, monitoredCases, closedCases, pendingAppeals, unexecutedOrders, protectedResidents
  case leavingPerYear, leavingWithOrderPerYear
  // Money
  case bedDayCost, bedCapitalCost, monitoringDayCost, courtCaseCost
  case removalTransportCost, localJailDayCost, officerYearCost, officerWorkDays, judgeTeamYearCost
  case liabilityPerDay, liabilityClaimShare, jailPeoplePerOfficer

  /// Shares of one whole, whose sum is at most one.
  package static let wholes: [[ParameterName]] = [
    [.violentShare, .otherConvictionShare, .pendingShare],
    [.inAbsentiaShare, .reliefShare, .terminationShare, .voluntaryDepartureShare],
    [.appealRemandShare, .appealSustainedShare],
  ]

  /// The name in documents: `detainers-per-day`.
  package var name: String {
    "\(self)".reduce(into: "") { text, letter in
      if letter.isUppercase || (letter.isNumber && text.last?.isNumber != true) { text.append("-") }
      text.append(letter.lowercased())
    }
  }
}
