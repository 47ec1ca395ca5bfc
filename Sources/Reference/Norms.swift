import LawLanguage

/// A rule and its law.
struct Norm: Hashable {
  let law: Law
  let rule: Rule

  static func == (left: Norm, right: Norm) -> Bool { left.rule.location == right.rule.location }
  func hash(into hasher: inout Hasher) { hasher.combine(rule.location) }
}

/// A declaration that is not a rule, and its law.
struct Declared<Declaration> {
  let law: Law
  let declaration: Declaration
}

/// The norms that can have a say on an act, with what can take them out.
struct Norms {
  var norms: [Norm]
  var exceptions: [Declared<GroupException>]
  var voids: [Declared<VoidClause>]
}

extension Situation {
  /// Every norm that is considered: in force, binding, and of the reading that is followed. In order of the laws.
  func consideredNorms() -> Norms {
    everyNorm { follows($0) }
  }

  /// The same, of all readings: to see which contests have a say.
  func normsOfAllReadings() -> Norms {
    everyNorm { _ in true }
  }

  private func everyNorm(ofReading isFollowed: (Reading?) -> Bool) -> Norms {
    var found = Norms(norms: [], exceptions: [], voids: [])
    for law in library.laws {
      for rule in law.rules
      where isInForce(rule.period, of: law) && isFollowed(rule.reading) && matches(rule.who) {
        found.norms.append(Norm(law: law, rule: rule))
      }
      for exception in law.exceptions where isInForce(exception.period, of: law) && isFollowed(exception.reading) {
        found.exceptions.append(Declared(law: law, declaration: exception))
      }
      for void in law.voids where isInForce(void.period, of: law) && isFollowed(void.reading) {
        found.voids.append(Declared(law: law, declaration: void))
      }
    }
    return found
  }

  /// The orders that name the norm's rule and reach this agency, whatever acts they are limited to.
  func suspensions(of norm: Norm) -> [Suspension] {
    library.laws.flatMap { law in
      law.suspensions.filter { suspension in
        isInForce(suspension.period, of: law) && suspension.rules.contains(norm.rule.name)
          && (suspension.agencies.map(matches) ?? true)
          && (suspension.places.isEmpty || !territory.isDisjoint(with: suspension.places))
      }
    }
  }

  // MARK: Which act (page: "Rules: Which act")

  /// How a norm bears on an act: a `must` over an act counts as a `may` for its kinds, unless it says `every`; a
  /// `must` over a kind is a `must` over every act it is a kind of; all else reaches the act and its kinds. Nil if it
  /// does not bear on it.
  func force(of norm: Norm, on act: String) -> Modality? {
    let rule = norm.rule
    let reachesDown = vocabulary.isKind(act, of: rule.act)
    guard rule.modality == .must else { return reachesDown ? rule.modality : nil }
    if vocabulary.isKind(rule.act, of: act) { return .must }
    return reachesDown ? (rule.every ? .must : .may) : nil
  }

  // MARK: Triggers (page: "Duties")

  /// Whether the norm commands anything yet. `on receipt` is its paper's business; a norm that hangs on an act being
  /// done or refused is no norm for an act that is asked about, only a duty.
  func hasFired(_ norm: Norm) -> Bool {
    switch norm.rule.trigger {
    case nil, .receipt, .each: true
    case .event(let fact): hasHappened(fact)
    case .before, .doing, .refusing: false
    }
  }

  /// Whether a date or instant is recorded and not after `decided`. What is not recorded has not fired anything:
  /// unlike a condition, a trigger does not vary with completions. Two instants are compared as such, else their days
  /// are.
  func hasHappened(_ fact: String) -> Bool {
    switch request.facts[fact] {
    case .date(let day): return day <= request.decidedDay
    case .instant(let instant):
      if let decided = request.decided { return instant <= decided }
      return zone.day(of: instant) <= request.decidedDay
    case .yesNo, .choice, .number, .code, nil: return false
    }
  }

  // MARK: Which norms have a say

  /// The norms that bear on an act, and all that could put one of them out.
  func norms(withASayOn act: String, of all: Norms) -> Norms {
    norms(all.norms.filter { force(of: $0, on: act) != nil && hasFired($0) }, on: act, of: all)
  }

  /// The norms a duty hangs on: itself, the bans over its act, and all that could put one of them out.
  func norms(withASayOnDuty duty: Norm, of all: Norms) -> Norms {
    let bans = all.norms.filter { force(of: $0, on: duty.rule.act) == .mustNot && hasFired($0) }
    return norms([duty] + bans, on: duty.rule.act, of: all)
  }

  private func norms(_ first: [Norm], on act: String, of all: Norms) -> Norms {
    var chosen = first
    // A rule that another is written `notwithstanding` hangs on that other, and so on.
    while true {
      let names = Set(chosen.map(\.rule.name))
      let more = all.norms.filter { norm in
        !chosen.contains(norm) && speaks(norm, of: act) && norm.rule.notwithstanding.contains(where: names.contains)
      }
      if more.isEmpty { break }
      chosen += more
    }
    return Norms(
      norms: chosen,
      exceptions: all.exceptions.filter { exception in chosen.contains { reaches(exception, $0) } },
      voids: all.voids.filter { void in chosen.contains { couldStrike(void, $0) } })
  }

  /// Whether a norm written `notwithstanding` another displaces it where this act is in question: its own act is that or
  /// one it is a kind of, or it is a `must` over a kind of it.
  func speaks(_ norm: Norm, of act: String) -> Bool {
    vocabulary.isKind(act, of: norm.rule.act)
      || norm.rule.modality == .must && vocabulary.isKind(norm.rule.act, of: act)
  }

  /// Whether a group exception is one to the rule.
  func reaches(_ exception: Declared<GroupException>, _ norm: Norm) -> Bool {
    exception.law.name == norm.law.name && exception.declaration.rules.contains(norm.rule.name.name)
  }

  /// Whether a void strikes the norm while its conditions hold.
  func couldStrike(_ void: Declared<VoidClause>, _ norm: Norm) -> Bool {
    let clause = void.declaration
    let strikable: [Modality] = [.must, .mustNot, .may]
    return strikable.contains(norm.rule.modality) && clause.modalities.contains(norm.rule.modality)
      && void.law.rank < norm.law.rank && clause.ranks.contains(norm.law.rank)
      && clause.acts.contains { vocabulary.isKind(norm.rule.act, of: $0) }
  }
}
