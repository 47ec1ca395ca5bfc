internal import Foundation

/// Countries that take nobody back, in the rates of leaving custody.
///
/// Published rates and shares are those of everybody in custody, people of such countries among them. The model keeps
/// those people longer, one by one; so the others must leave faster, and by removal more often, than the published figures
/// say, or the countries would be counted twice.
struct Refusal: Sendable {
  /// Of those booked in, the share whose country takes nobody back.
  let share: Double
  /// Of these, the share for whom papers come in time all the same.
  let documents: Double

  init(_ parameters: ParameterValues) {
    self.init(share: parameters[.refusingCountryShare], documents: parameters[.documentsIssued])
  }

  init(share: Double, documents: Double) {
    self.share = share
    self.documents = documents
  }

  /// The rates and shares of people whose country takes them back, with which both together come to the published ones
  /// once custody has settled.
  func others(_ published: ExitRates) -> ExitRates {
    var result = published
    for agency in published.perDay.indices {
      let removal = published.reasons[agency][ExitReason.removal.rawValue]
      let goal = Refusal.stay(published.perDay[agency], factor: 1, ease: 1).days
      var (own, factor) = (removal, 1.0)
      for _ in 0..<10 {
        let blocked = own * (1 - documents)
        let kept = Refusal.stay(published.perDay[agency], factor: factor, ease: 1 - blocked)
        let all = (1 - share) * Refusal.stay(published.perDay[agency], factor: factor, ease: 1).days + share * kept.days
        factor *= all / goal
        let soon = (1 - kept.reachesHalfYear) / (1 - blocked) + kept.reachesHalfYear
        own = min(0.99, removal / ((1 - share) + share * documents * soon))
      }
      result.perDay[agency] = published.perDay[agency].map { min(2, $0 * factor) }
      let rest = removal < 1 ? (1 - own) / (1 - removal) : 0
      result.reasons[agency] = published.reasons[agency].map { $0 * rest }
      result.reasons[agency][ExitReason.removal.rawValue] = own
    }
    return result
  }

  /// Of those held for so many days, the share whose country takes nobody back.
  func share(held days: Int, _ rates: ExitRates, agency: Int) -> Double {
    let blocked = rates.reasons[agency][ExitReason.removal.rawValue] * (1 - documents)
    var hazard = 0.0
    for (stretch, span) in Detention.stretches.enumerated() {
      hazard += rates.perDay[agency][stretch] * Double(span.clamped(to: 1..<max(1, days + 1)).count)
    }
    let weight = share * exp(hazard * blocked)
    return weight / (weight + 1 - share)
  }

  /// The mean stay at these rates, eased in the first half year, and the share who are held longer than that.
  static func stay(_ rates: [Double], factor: Double, ease: Double) -> (days: Double, reachesHalfYear: Double) {
    var (staying, days) = (1.0, 1.0)
    for (stretch, span) in Detention.stretches.enumerated() {
      let kept = exp(-max(1e-9, rates[stretch] * factor * ease))
      let all = pow(kept, Double(span.count))
      days += staying * kept * (1 - all) / (1 - kept)
      staying *= all
    }
    let kept = exp(-max(1e-9, rates[Detention.stretches.count] * factor))
    return (days + staying * kept / (1 - kept), staying)
  }
}
