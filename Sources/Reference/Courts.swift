import LawLanguage

/// Page: "Courts". Which reading of a contested clause is followed.
extension Situation {
  /// Whether a declaration belongs to no reading, or to the one that is followed here.
  func follows(_ reading: Reading?) -> Bool {
    guard let reading else { return true }
    return followedReading(of: reading.contest) == reading.name
  }

  /// The reading a court chooses, or the marked one. Nil if the contest is not in force or does not bind: then none
  /// of its readings is law here.
  ///
  /// Where no court chooses, the page has all readings evaluated; but whether they agree or not, the result given is
  /// that of the marked reading, with the caution `contested`. So nothing else needs evaluating here.
  private func followedReading(of name: QualifiedName) -> String? {
    guard let contest = contestInForce(name) else { return nil }
    let chosen = readingsChosenByCourts(in: contest)
    return chosen.count == 1 ? chosen.first?.name : contest.marked?.name
  }

  /// Whether no court chooses, or more than one reading is chosen.
  func isOpen(_ name: QualifiedName) -> Bool {
    guard let contest = contestInForce(name) else { return false }
    return readingsChosenByCourts(in: contest).count != 1
  }

  private func contestInForce(_ name: QualifiedName) -> Contest? {
    guard let law = library.law(name.law) else { return nil }
    return law.contests.first { $0.name == name && isInForce($0.period, of: law) }
  }

  private func readingsChosenByCourts(in contest: Contest) -> [ContestReading] {
    contest.readings.filter { reading in
      reading.courts.contains { court in
        guard let court = vocabulary.court(court) else { return false }
        return !territory.isDisjoint(with: court.binding)
      }
    }
  }
}
