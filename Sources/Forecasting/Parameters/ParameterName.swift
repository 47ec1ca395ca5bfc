/// The numbers of the model, in the order in which a person meets them.
package enum ParameterName: Int, CaseIterable, Sendable {
  // Local custody and the request
  case detainersPerDay, detainerConcentration, violentShare, otherConvictionShare, pendingShare
  case daysInLocalCustody, holdWhenRequired, holdWhenPermitted, holdWhenProhibited
  case noticeWhenRequired, noticeWhenPermitted, noticeWhenProhibited, metAtRelease, pickedUpPerDay, agreementPickUp
  case rearrestedWithin90Days, arrestNoise
  // Officers
  case officers, officerAttrition, officerLeadDays, officersHiredPerYear, officerDaysPerYear
  case daysPerCustodialArrest, daysPerAtLargeArrest, atLargeConvictedShare, lapseFieldShare
  // Detention
  case bookedInShare, refusingCountryShare, documentsIssued, mandatoryShareUnconvicted, releasePressure
  case electronicMonitoringShare
  // Courts
  case judges, judgeAttrition, judgeLeadDays, judgesHiredPerYear, completionsPerJudge, detainedCourtShare
  case inAbsentiaShare, reliefShare, terminationShare, voluntaryDepartureShare, appealShare
  case appealsDecidedPerYear, appealRemandShare, appealSustainedShare
  case closedPerYear, recalendaredPerYear, filingsPerYear
  // Stocks at the start, 1 October 2024
  case residents, pendingCases, closedCases, pendingAppeals, unexecutedOrders, protectedResidents
  case leavingPerYear, leavingWithOrderPerYear
  // Money
  case bedDayCost, bedCapitalCost, monitoringDayCost, courtCaseCost
  case removalTransportCost, localJailDayCost, officerYearCost, judgeTeamYearCost
  case liabilityPerDay, liabilityClaimShare, jailPeoplePerOfficer

  /// The name in documents: `detainers-per-day`.
  package var name: String {
    "\(self)".reduce(into: "") { text, letter in
      if letter.isUppercase || (letter.isNumber && text.last?.isNumber != true) { text.append("-") }
      text.append(letter.lowercased())
    }
  }
}
