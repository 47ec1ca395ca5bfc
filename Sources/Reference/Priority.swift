import LawLanguage

/// What a completion answers for an act on one ground.
struct Verdict: Hashable {
  var answer: Answer
  var basis: Basis
  var ground: Int?
  var window = ActWindow()
  /// Steps that come first, in order of the laws.
  var first: [String] = []
  var reasons: Set<NormReason> = []
  /// Whether one rank both gives and denies authority, and that made it denied.
  var authorityIsDisputed = false
}

/// Page: "How an act is answered", steps 2 to 4, on one ground.
struct GroundReasoning {
  let standing: Standing

  private var situation: Situation { standing.situation }
  private var act: String { standing.act }

  func verdict() -> Verdict {
    // What is here only because it prevails over another norm may be a duty that has not fired, and no norm for this
    // act.
    let bearing = standing.norms.norms.filter { situation.force(of: $0, on: act) != nil && situation.hasFired($0) }
    let left = bearing.filter(standing.isLeft)

    var verdict = priority(among: left, bearing: bearing)
    if needsAuthority { applyAuthority(among: left, to: &verdict) }
    applyWindow(of: left, to: &verdict)

    if verdict.basis == .granted { verdict.reasons.formUnion(reasons(with(.may, left), .permits)) }
    if verdict.basis == .exempted {
      verdict.reasons.formUnion(reasons(exemptedBans(among: bearing), .exempts))
    }
    for norm in bearing where standing.stands(norm) {
      guard let removal = standing.removal(of: norm) else { continue }
      verdict.reasons.insert(NormReason(norm.rule.name, removal))
    }
    return verdict
  }

  // MARK: 2. Priority

  /// The highest rank with a `must` or a `must not` decides. Those that decide are named even if want of authority or
  /// the window then prohibits what they command.
  private func priority(among left: [Norm], bearing: [Norm]) -> Verdict {
    let commands = with(.must, left) + with(.mustNot, left)
    guard let rank = commands.map(\.law.rank).min() else {
      if !with(.may, left).isEmpty { return Verdict(answer: .permitted, basis: .granted) }
      if !exemptedBans(among: bearing).isEmpty { return Verdict(answer: .permitted, basis: .exempted) }
      return Verdict(answer: .permitted, basis: .silent)
    }
    let musts = with(.must, left).filter { $0.law.rank == rank }
    let bans = with(.mustNot, left).filter { $0.law.rank == rank }
    var verdict: Verdict
    switch (musts.isEmpty, bans.isEmpty) {
    case (false, false): verdict = Verdict(answer: .conflict, basis: .opposed)
    case (false, true): verdict = Verdict(answer: .required, basis: .commanded)
    case (true, _): verdict = Verdict(answer: .prohibited, basis: .forbidden)
    }
    verdict.reasons = reasons(musts + bans, .decides)
    // In a conflict there is no one direction, and nothing that says its opposite.
    let opposite: Modality? =
      switch verdict.answer {
      case .required: .mustNot
      case .prohibited: .must
      case .conflict, .permitted, .undetermined: nil
      }
    if let opposite {
      let lower = with(opposite, left).filter { $0.law.rank > rank }
      verdict.reasons.formUnion(reasons(lower, .displaced))
    }
    return verdict
  }

  private func exemptedBans(among bearing: [Norm]) -> [Norm] {
    bearing.filter { situation.force(of: $0, on: act) == .mustNot && standing.isExempted($0) }
  }

  // MARK: 3. Authority

  /// The kinds of an act that needs authority need it too.
  private var needsAuthority: Bool {
    situation.vocabulary.lineage(of: act).contains { situation.vocabulary.act($0)?.needsAuthority ?? false }
  }

  /// Page: "Authority".
  private func applyAuthority(among left: [Norm], to verdict: inout Verdict) {
    guard verdict.answer == .required || verdict.answer == .permitted else { return }
    let giving = left.filter(givesAuthority)
    let denying = with(.deniesAuthority, left)
    guard let rank = (giving + denying).map(\.law.rank).min() else {
      verdict.answer = .prohibited
      verdict.basis = .noAuthorityFound
      return
    }
    let gives = giving.filter { $0.law.rank == rank }
    let denies = denying.filter { $0.law.rank == rank }
    verdict.reasons.formUnion(reasons(gives, .givesAuthority))
    verdict.reasons.formUnion(reasons(denies, .deniesAuthority))
    if denies.isEmpty { return }

    let commandingRank = verdict.answer == .required ? with(.must, left).map(\.law.rank).min() : nil
    if !gives.isEmpty && commandingRank == rank {
      verdict.answer = .conflict
      verdict.basis = .opposed
    } else {
      verdict.answer = .prohibited
      verdict.basis = .authorityDenied
      verdict.authorityIsDisputed = !gives.isEmpty
    }
  }

  private func givesAuthority(_ norm: Norm) -> Bool {
    switch situation.force(of: norm, on: act) {
    case .givesAuthority: true
    case .must: !norm.law.createsNoAuthority
    case .may: !norm.law.createsNoAuthority && norm.law.rank.mayGivesAuthority
    case .mustNot, .deniesAuthority, .limits, nil: false
    }
  }

  // MARK: 4. Windows and steps

  /// Page: "Windows and steps". What is prohibited for another reason has no window.
  private func applyWindow(of left: [Norm], to verdict: inout Verdict) {
    let bounding = left.filter { norm in
      switch situation.force(of: norm, on: act) {
      case .limits, .must, .may: !norm.rule.bounds.isEmpty || !norm.rule.steps.isEmpty
      case .mustNot, .givesAuthority, .deniesAuthority, nil: false
      }
    }
    if verdict.answer == .prohibited { return }
    verdict.reasons.formUnion(reasons(bounding, .bounds))
    let clock = Clock(situation)
    for norm in bounding {
      for bound in norm.rule.bounds { verdict.window.narrow(by: bound, on: clock, ground: standing.ground) }
    }
    if verdict.answer == .required || verdict.answer == .permitted {
      if verdict.window.isEmpty && verdict.answer == .required {
        verdict.answer = .conflict
        verdict.basis = .opposed
      } else if verdict.window.isEmpty || verdict.window.excludes(situation.request, on: clock) {
        verdict.answer = .prohibited
        verdict.basis = .outsideWindow
      }
    }
    if verdict.answer == .required || verdict.answer == .permitted { verdict.first = steps(of: bounding) }
  }

  /// The steps that are needed and not recorded as done, each once.
  private func steps(of norms: [Norm]) -> [String] {
    var found: [String] = []
    for step in norms.flatMap(\.rule.steps) where !found.contains(step.step) {
      let isDone = situation.request.facts[step.step] == .yesNo(true)
      let isNeeded = step.condition.map { standing.truth.holds($0) } ?? true
      if isNeeded && !isDone { found.append(step.step) }
    }
    return found
  }

  // MARK: Words

  private func with(_ force: Modality, _ norms: [Norm]) -> [Norm] {
    norms.filter { situation.force(of: $0, on: act) == force }
  }

  private func reasons(_ norms: [Norm], _ role: Role) -> Set<NormReason> {
    Set(norms.map { NormReason($0.rule.name, role) })
  }
}
