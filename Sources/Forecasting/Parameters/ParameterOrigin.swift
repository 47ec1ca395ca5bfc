/// Where a number comes from, for saying how much of what is not known lies where.
package enum ParameterOrigin: String, Sendable, CaseIterable {
  /// What the federal side does: whom it asks for, officers, custody.
  case federal = "federal effort"
  /// How far counties' practice follows the law.
  case law = "law and local practice"
  /// Courts, and the stocks of people and cases when the run begins.
  case courts = "courts and stocks"
  /// What things cost: moves dollars, nobody else.
  case money = "prices"
}

extension ParameterName {
  /// Where it comes from.
  package var origin: ParameterOrigin {
    switch self {
    case .daysInLocalCustody, .holdWhenRequired, .holdWhenPermitted, .holdWhenProhibited, .noticeWhenRequired,
      .noticeWhenPermitted, .noticeWhenProhibited, .metAtRelease, .metAtTheDoor, .agreementPickUp:
      .law
    case .bedDayCost, .bedCapitalCost, .monitoringDayCost, .courtCaseCost, .removalTransportCost, .localJailDayCost,
      .officerYearCost, .officerWorkDays, .judgeTeamYearCost, .liabilityPerDay, .liabilityClaimShare,
      .jailPeoplePerOfficer:
      .money
    default: court == nil ? .federal : .courts
    }
  }
}
