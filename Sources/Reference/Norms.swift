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

  // MARK: Which act (page: "Rules: Which act")

  /// How a norm bears on an act: a `must` over an act counts as a `may` for its kinds, unless it says `every`; a `must` over a
  /// kind is a `must` over every act it is a kind of; all else reaches the act and its kinds. Nil if it does not bear on it.
  func force(of norm: Norm, on act: String) -> Modality? {
    let rule = norm.rule
    let reachesDown = vocabulary.isKind(act, of: rule.act)
    guard rule.modality == .must else { return reachesDown ? rule.modality : nil }
    if vocabulary.isKind(rule.act, of: act) { return .must }
    return reachesDown ? (rule.every ? .must : .may) : nil
  }

  // MARK: Which norms have a say

  /// The norms that bear on an act, and all that could put one of them out.
  func norms(withASayOn act: String, of all: Norms) -> Norms {
    norms(all.norms.filter { force(of: $0, on: act) != nil }, of: all)
  }

  /// The norms a duty hangs on: itself, the bans over its act, and all that could put one of them out.
  func norms(withASayOnDuty duty: Norm, of all: Norms) -> Norms {
    let bans = all.norms.filter { force(of: $0, on: duty.rule.act) == .mustNot }
    return norms([duty] + bans, of: all)
  }

  private func norms(_ first: [Norm], of all: Norms) -> Norms {
    var chosen = first
    // A rule that another is written `notwithstanding` hangs on that other, and so on.
    while true {
      let names = Set(chosen.map(\.rule.name))
      let more = all.norms.filter { norm in
        !chosen.contains(norm) && norm.rule.notwithstanding.contains(where: names.contains)
      }
      if more.isEmpty { break }
      chosen += more
    }
    return Norms(
      norms: chosen,
      exceptions: all.exceptions.filter { exception in chosen.contains { reaches(exception, $0) } },
      voids: all.voids.filter { void in chosen.contains { couldStrike(void, $0) } })
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
