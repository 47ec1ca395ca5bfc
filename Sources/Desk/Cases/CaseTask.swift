public import LawLanguage

/// Something to do in a case: a duty, or a step that comes first.
public struct CaseTask: Sendable, Hashable {
  /// What names it: stays the same however often the case is decided again.
  public let key: String
  /// What it is, in words.
  public let title: String
  /// The citation.
  public let cite: String
  /// A duty or a step.
  public let kind: Kind
  /// How it stands.
  public let standing: TaskStanding

  /// A duty or a step.
  public enum Kind: Sendable, Hashable {
    case duty(OwedDuty)
    case step(StepFirst)
  }
}

/// How a duty or step stands.
public enum TaskStanding: Sendable, Hashable {
  /// It is to be done; since when, where that hangs on what was decided or done.
  case owed(since: Instant?)
  /// It hangs on what nobody has decided or done yet.
  case waits
  /// Whether it is owed depends on what is not known.
  case uncertain
  /// It hung on something that will not be done.
  case dropped
  /// It is done.
  case done(Recorded<TaskDone>)

  /// Whether it is to be done now.
  public var isLeft: Bool { if case .owed = self { true } else { false } }
}

extension CaseFile {
  /// What there is to do, duties first; with how each stands.
  public var tasks: [CaseTask] {
    guard let proposal else { return [] }
    var tasks = proposal.duties.map { duty in
      CaseTask(
        key: duty.key, title: duty.named, cite: duty.cite, kind: .duty(duty), standing: standing(of: duty))
    }
    for answer in proposal.answers {
      for step in answer.first where !tasks.contains(where: { $0.key == step.key }) {
        tasks.append(
          CaseTask(
            key: step.key, title: step.title, cite: step.cite, kind: .step(step),
            standing: standing(of: step, before: answer.act)))
      }
    }
    return tasks
  }

  private func standing(of duty: OwedDuty) -> TaskStanding {
    if let done = done[duty.key] { return .done(done) }
    guard let hangs = duty.hangs else { return duty.isCertain ? .owed(since: nil) : .uncertain }
    let decided = hangs.acts.map { decision(on: $0) }
    let wanted: Choice = hangs.side == .refusing ? .refrain : .act
    if let since = decided.compactMap({ $0 }).first(where: { $0.entry.choice == wanted })?.happened {
      return duty.isCertain ? .owed(since: since) : .uncertain
    }
    switch hangs.side {
    case .doing:
      if let since = hangs.duties.compactMap({ done[$0]?.entry.at }).min() {
        return duty.isCertain ? .owed(since: since) : .uncertain
      }
    case .before, .refusing: break
    }
    let isSettled = !decided.contains(nil) && hangs.duties.allSatisfy { done[$0] != nil }
    return isSettled ? .dropped : .waits
  }

  private func standing(of step: StepFirst, before act: String) -> TaskStanding {
    if let done = done[step.key] { return .done(done) }
    switch decision(on: act)?.entry.choice {
    case .act: return .owed(since: decision(on: act)?.happened)
    case .refrain: return .dropped
    case nil: return .waits
    }
  }
}
