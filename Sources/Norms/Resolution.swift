public import LawLanguage

/// What the norms that stand on one ground say of the act, before its window is looked at.
public struct Resolution: Sendable, Hashable {
  /// What they say.
  public var answer: Answer
  /// On what it rests.
  public var basis: Basis
  /// Norms, as indices into the edition, with their parts.
  public var roles: [NormRole]
  /// One rank both gives and denies authority.
  public var authorityDisputed: Bool
}

/// A norm's part in an answer.
public struct NormRole: Sendable, Hashable {
  /// An index into the edition.
  public let norm: Int
  /// What it does in the answer.
  public let role: Role

  /// A norm, as an index into the edition, and its part.
  public init(norm: Int, role: Role) {
    self.norm = norm
    self.role = role
  }

  /// A norm has few parts, and a part would be hashed by the letters of its name.
  public func hash(into hasher: inout Hasher) { hasher.combine(norm) }
}

extension Slice {
  /// Resolves the norms of one ground. Every status that bears on the act must be known.
  ///
  /// "How an act is answered", steps 2 and 3, in `docs/language.md`.
  public func resolve(_ statuses: [Status], in edition: Edition) -> Resolution {
    var result = priority(statuses, in: edition)
    if needsAuthority, result.answer == .required || result.answer == .permitted {
      consultAuthority(&result, statuses, in: edition)
    }
    for bearing in bearing {
      let norm = edition.norms[bearing.norm]
      switch statuses[bearing.norm] {
      case .stands where !norm.rule.bounds.isEmpty || !norm.rule.steps.isEmpty:
        result.roles.append(NormRole(norm: bearing.norm, role: .bounds))
      case .voided: result.roles.append(NormRole(norm: bearing.norm, role: .voided))
      case .suspended: result.roles.append(NormRole(norm: bearing.norm, role: .suspended))
      case .yields: result.roles.append(NormRole(norm: bearing.norm, role: .yields))
      case .stands, .out, .exempted, .unknown: break
      }
    }
    return result
  }

  /// The highest rank with a `must` or `must not` decides; if none speaks, it is granted, exempted or silent.
  private func priority(_ statuses: [Status], in edition: Edition) -> Resolution {
    var deciding: Rank?
    for bearing in bearing where statuses[bearing.norm] == .stands && bearing.force.commands {
      let rank = edition.norms[bearing.norm].rank
      if deciding.map({ rank < $0 }) ?? true { deciding = rank }
    }
    guard let deciding else { return uncommanded(statuses) }
    var roles: [NormRole] = []
    var must = false
    var mustNot = false
    for bearing in bearing
    where statuses[bearing.norm] == .stands && bearing.force.commands && edition.norms[bearing.norm].rank == deciding {
      roles.append(NormRole(norm: bearing.norm, role: .decides))
      if bearing.force == .must { must = true } else { mustNot = true }
    }
    if must && mustNot {
      return Resolution(answer: .conflict, basis: .opposed, roles: roles, authorityDisputed: false)
    }
    let opposite: Force = must ? .mustNot : .must
    for bearing in bearing where statuses[bearing.norm] == .stands && bearing.force == opposite {
      roles.append(NormRole(norm: bearing.norm, role: .displaced))
    }
    return Resolution(
      answer: must ? .required : .prohibited, basis: must ? .commanded : .forbidden, roles: roles,
      authorityDisputed: false)
  }

  private func uncommanded(_ statuses: [Status]) -> Resolution {
    let permits = bearing.filter { statuses[$0.norm] == .stands && $0.force.permits }
    if !permits.isEmpty {
      return Resolution(
        answer: .permitted, basis: .granted, roles: permits.map { NormRole(norm: $0.norm, role: .permits) },
        authorityDisputed: false)
    }
    let exempted = bearing.filter { statuses[$0.norm] == .exempted && $0.force == .mustNot }
    return Resolution(
      answer: .permitted, basis: exempted.isEmpty ? .silent : .exempted,
      roles: exempted.map { NormRole(norm: $0.norm, role: .exempts) }, authorityDisputed: false)
  }

  /// The highest rank that gives or denies authority decides; a denial beside a `must` of its rank is a conflict.
  private func consultAuthority(_ result: inout Resolution, _ statuses: [Status], in edition: Edition) {
    var highest: Rank?
    var sides: [(norm: Int, gives: Bool)] = []
    for bearing in bearing where statuses[bearing.norm] == .stands {
      let norm = edition.norms[bearing.norm]
      guard let gives = bearing.force.givesAuthority(of: norm) else { continue }
      sides.append((bearing.norm, gives))
      if highest.map({ norm.rank < $0 }) ?? true { highest = norm.rank }
    }
    guard let highest else {
      result.answer = .prohibited
      result.basis = .noAuthorityFound
      return
    }
    let speaking = sides.filter { edition.norms[$0.norm].rank == highest }
    for side in speaking {
      result.roles.append(NormRole(norm: side.norm, role: side.gives ? .givesAuthority : .deniesAuthority))
    }
    guard speaking.contains(where: { !$0.gives }) else { return }
    if speaking.contains(where: \.gives) {
      let commandsHere =
        result.answer == .required
        && result.roles.contains { $0.role == .decides && edition.norms[$0.norm].rank == highest }
      if commandsHere {
        result.answer = .conflict
        result.basis = .opposed
        return
      }
      result.authorityDisputed = true
    }
    result.answer = .prohibited
    result.basis = .authorityDenied
  }
}

extension Slice {
  /// Whether the answer and its basis are what the known norms say, however the unknown ones come out: a command of higher
  /// rank than any unknown one decides, and nothing unknown bears on its authority or its window.
  public func isSettled(_ statuses: [Status], in edition: Edition) -> Bool {
    var deciding: Rank?
    var forces = Set<Force>()
    for bearing in bearing where statuses[bearing.norm] == .stands && bearing.force.commands {
      let rank = edition.norms[bearing.norm].rank
      if let known = deciding, known < rank { continue }
      if deciding != rank { forces = [] }
      deciding = rank
      forces.insert(bearing.force)
    }
    guard let deciding, forces.count == 1 else { return false }
    let isBan = forces.contains(.mustNot)
    return bearing.allSatisfy { bearing in
      guard statuses[bearing.norm] == .unknown else { return true }
      let norm = edition.norms[bearing.norm]
      if bearing.force.commands, norm.rank <= deciding { return false }
      return isBan || !needsAuthority && norm.rule.bounds.isEmpty
    }
  }
}

extension Force {
  /// `must` or `must not`: what priority looks at.
  package var commands: Bool { self == .must || self == .mustNot }

  /// True if the norm gives authority by its force, false if it denies it, nil if it is silent on it.
  package func givesAuthority(of norm: Norm) -> Bool? {
    switch self {
    case .givesAuthority: true
    case .deniesAuthority: false
    case .must: norm.createsNoAuthority ? nil : true
    case .may, .meets: !norm.createsNoAuthority && norm.rank.mayGivesAuthority ? true : nil
    case .mustNot, .limits: nil
    }
  }
}
