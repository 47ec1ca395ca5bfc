import LawLanguage

/// One completion seen from one ground, for one act: which norms stand there.
///
/// Page: "Rules" and the first paragraph of "Priority".
struct Standing {
  let situation: Situation
  let norms: Norms
  /// The act asked about; for a duty, the duty's own.
  let act: String
  let truth: Truth
  /// The paper that is the ground; nil for none.
  let ground: Int?

  var request: Request { situation.request }

  // MARK: Out or not

  /// Whether the norm stands and nothing puts it out.
  func isLeft(_ norm: Norm) -> Bool { stands(norm) && removal(of: norm) == nil }

  /// What puts the norm out, if its own paper, conditions and exceptions let it stand: `suspended`, `voided` or
  /// `yields`, in this order; the first is named.
  func removal(of norm: Norm) -> Role? {
    if isSuspended(norm) { return .suspended }
    if isVoided(norm) { return .voided }
    if yields(norm) { return .yields }
    return nil
  }

  /// Whether the norm's own paper, conditions and exceptions let it stand.
  func stands(_ norm: Norm) -> Bool {
    matchesPaper(norm.rule.paper) && truth.holds(norm.rule.conditions) && !hasOpenException(norm)
  }

  /// A ban that would stand, and would not be out, but for an exception that is true.
  func isExempted(_ norm: Norm) -> Bool {
    matchesPaper(norm.rule.paper) && truth.holds(norm.rule.conditions)
      && hasOpenException(norm) && removal(of: norm) == nil
  }

  // MARK: Paper (page: "Rules: Which paper")

  func matchesPaper(_ condition: PaperCondition?) -> Bool {
    guard let condition else { return true }
    guard let ground else { return false }
    if let list = condition.list, !members(of: list).contains(request.papers[ground].kind) { return false }
    if let test = condition.condition, !truth.holds(test, of: truth.world.papers[ground]) { return false }
    // Another paper: any but the ground, though it may be of the same kind.
    let others = request.papers.indices.filter { $0 != ground }.map { request.papers[$0].kind }
    return condition.accompaniment.allSatisfy { accompaniment in
      let kinds = members(of: accompaniment.list)
      return others.contains(where: kinds.contains) == accompaniment.present
    }
  }

  private func members(of list: ListReference) -> [String] {
    situation.library.members(of: list, on: request.day)
  }

  // MARK: Unless

  private func hasOpenException(_ norm: Norm) -> Bool {
    norm.rule.exceptions.contains(where: truth.isOpen)
      || norms.exceptions.contains { situation.reaches($0, norm) && isOpen($0.declaration) }
  }

  private func isOpen(_ exception: GroupException) -> Bool {
    truth.holds(exception.conditions) && !exception.exceptions.contains(where: truth.isOpen)
  }

  // MARK: Suspended, voided, yields

  private func isSuspended(_ norm: Norm) -> Bool {
    situation.suspensions(of: norm).contains { suspension in
      (suspension.acts.isEmpty || suspension.acts.contains { situation.vocabulary.isKind(act, of: $0) })
        && (suspension.condition.map { truth.holds($0) } ?? true)
    }
  }

  private func isVoided(_ norm: Norm) -> Bool {
    norms.voids.contains { void in
      situation.couldStrike(void, norm) && truth.holds(void.declaration.conditions)
        && !void.declaration.exceptions.contains(where: truth.isOpen)
    }
  }

  /// Whether a rule that is written `notwithstanding` this one, and speaks of this act, stands and is not out itself. Its own paper,
  /// conditions and exceptions are enough, even if it is a duty that hangs on an act; but one that hangs on an event
  /// does nothing before the event. The checker lets no such rules name each other in a circle.
  private func yields(_ norm: Norm) -> Bool {
    norms.norms.contains { other in
      guard other.rule.notwithstanding.contains(norm.rule.name), situation.speaks(other, of: act) else { return false }
      if case .event(let fact) = other.rule.trigger, !situation.hasHappened(fact) { return false }
      return stands(other) && removal(of: other) == nil
    }
  }
}
