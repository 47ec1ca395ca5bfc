/// Reads the `expect` lines of one case.
struct CaseExpectations {
  let scope: Scope
  let request: Request
  let clock: CaseClock

  private var vocabulary: Vocabulary { scope.vocabulary }

  /// Nil if something in it is wrong.
  func claim(_ syntax: CaseSyntax.Expectation.Kind, at range: SourceRange) -> Case.Claim? {
    switch syntax {
    case .answer(let answer, let act, let basis, let paper, let because):
      let basis = self.basis(basis, of: answer)
      let ground = paper.map(offered)
      guard let act = asked(act), let basis, ground != .some(nil), let because = reasons(because) else { return nil }
      return .answer(act: act, answer, basis, ground: ground ?? nil, because: because)
    case .conflict(let act, let because):
      guard let act = asked(act), let because = reasons(because) else { return nil }
      return .answer(act: act, .conflict, .opposed, ground: nil, because: because)
    case .undetermined(let act, let asking):
      let facts = asking.compactMap(question)
      guard let act = asked(act), facts.count == asking.count else { return nil }
      return .undetermined(act: act, asking: facts)
    case .duty(let act, let to, let day, let minutes, let because):
      let act = scope.act(act)
      let recipient = to.map(scope.recipient)
      let rule = because.map(reason)
      guard let act, recipient != .some(nil), rule != .some(nil) else { return nil }
      guard let day, let minutes else {
        return .duty(act: act, to: recipient ?? nil, due: nil, dueDay: day?.value, because: rule ?? nil)
      }
      guard let due = scope.instant(day, minutes, clock) else { return nil }
      return .duty(act: act, to: recipient ?? nil, due: due, dueDay: nil, because: rule ?? nil)
    case .noDuty(let act, let to, let because):
      let act = scope.act(act)
      let recipient = to.map(scope.recipient)
      let rule = because.map(reason)
      guard let act, recipient != .some(nil), rule != .some(nil) else { return nil }
      return .noDuty(act: act, to: recipient ?? nil, because: rule ?? nil)
    case .caution(let code, let over, let present):
      let act = over.map(asked)
      guard let code = caution(code), act != .some(nil) else { return nil }
      return .caution(code, act: act ?? nil, present: present)
    case .first(let step, let act, let present):
      let step = scope.step(step)
      guard let act = asked(act), let step else { return nil }
      return .first(step: step, act: act, present: present)
    case .window(let act, let from, let until):
      let first = from.map { scope.instant($0.0, $0.minutes, clock) }
      let last = until.map { scope.instant($0.0, $0.minutes, clock) }
      guard let act = asked(act), first != .some(nil), last != .some(nil) else { return nil }
      return .window(act: act, from: first ?? nil, until: last ?? nil)
    }
  }

  /// An act that the case asks about.
  private func asked(_ name: Name) -> String? {
    guard let act = scope.act(name) else { return nil }
    guard !request.acts.contains(act) else { return act }
    scope.report(
      .badCase, "the case does not ask about `\(act)`",
      help: scope.suggest(act, request.acts, else: "add `and \(act)` to its first line"), at: name.range)
    return nil
  }

  private func offered(_ name: Name) -> String? {
    guard let kind = scope.paper(name) else { return nil }
    let kinds = request.papers.map(\.kind)
    guard !kinds.contains(kind) else { return kind }
    scope.report(
      .badCase, "no `\(kind)` is offered in this case",
      help: scope.suggest(kind, kinds, else: "name a paper of its first line"), at: name.range)
    return nil
  }

  /// Nil within if the basis is open; nil if it is none of this answer.
  private func basis(_ name: Name, of answer: Answer) -> Basis?? {
    let bases = answer.bases
    if name.value == CautionCode.basisOpen.rawValue, bases.count > 1 { return .some(nil) }
    if let basis = Basis(rawValue: name.value), bases.contains(basis) { return basis }
    let message =
      Basis(rawValue: name.value) == nil
      ? "there is no basis `\(name.value)`" : "an answer that is \(answer.rawValue) is never `\(name.value)`"
    scope.report(
      .badCase, message,
      help: scope.suggest(name.value, bases.map(\.rawValue), else: scope.listing(bases.map(\.rawValue))),
      at: name.range)
    return nil
  }

  private func caution(_ name: Name) -> CautionCode? {
    if let code = CautionCode(rawValue: name.value) { return code }
    let codes = CautionCode.allCases.map(\.rawValue)
    scope.report(
      .badCase, "there is no caution `\(name.value)`",
      help: scope.suggest(name.value, codes, else: scope.listing(codes)), at: name.range)
    return nil
  }

  // MARK: - Reasons and questions

  private func reasons(_ names: [Name]) -> [QualifiedName]? {
    let found = names.compactMap(reason)
    return found.count == names.count ? found : nil
  }

  /// A norm of the case's own law, or `law.norm`, in force on the day of the case.
  private func reason(_ name: Name) -> QualifiedName? {
    guard let (owner, own) = scope.split(name, in: { $0.norms[$1] != nil }, .rule) else { return nil }
    let versions = owner.norms[own] ?? []
    guard versions.contains(where: { $0.version.period.contains(request.day) }) else {
      scope.report(
        .outOfForce, "`\(name.value)` is not in force on \(request.day)",
        help: "move the case to a day on which it is, or name another reason", at: name.range,
        related: versions.map {
          .init(caption: "in force \($0.version.period.words)", location: $0.version.location)
        })
      return nil
    }
    return QualifiedName(law: owner.name, name: own)
  }

  /// `age`, `i247a.signer`, `convictions`, `convictions.class`.
  private func question(_ name: Name) -> String? {
    if vocabulary.fact(name.value) != nil || vocabulary.recordType(name.value) != nil { return name.value }
    guard let dot = name.value.lastIndex(of: ".") else {
      scope.unknown(name, .fact, among: vocabulary.facts.map(\.name) + vocabulary.records.map(\.name))
      return nil
    }
    let owner = String(name.value[..<dot])
    let field = Name(value: String(name.value[name.value.index(after: dot)...]), range: name.range)
    if let type = vocabulary.recordType(owner) {
      if type.field(field.value) != nil { return name.value }
      scope.unknown(field, .recordField, among: type.fields.map(\.name))
      return nil
    }
    guard offered(Name(value: owner, range: name.range)) != nil else { return nil }
    if vocabulary.paperField(field.value) != nil { return name.value }
    scope.unknown(field, .paperField, among: vocabulary.paperFields.map(\.name))
    return nil
  }
}

extension Answer {
  /// What it can rest on.
  fileprivate var bases: [Basis] {
    switch self {
    case .required: [.commanded]
    case .prohibited: [.forbidden, .authorityDenied, .noAuthorityFound, .outsideWindow]
    case .permitted: [.granted, .exempted, .silent]
    case .conflict: [.opposed]
    case .undetermined: []
    }
  }
}
