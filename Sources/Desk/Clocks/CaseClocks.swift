internal import LawLanguage
internal import Reasoning

extension CaseFile {
  /// The acts whose allowed time is a time of custody.
  private static let custody = "hold"

  /// All clocks that run in a case, the first to run out first; those without a time last.
  public func clocks(by law: OfficeLaw, for profile: AgencyProfile) -> [CaseClock] {
    guard closed == nil, let zone = law.vocabulary.zone(of: profile.place) else { return [] }
    let clocks = ClockFinder(
      file: self,
      reckoning: Reckoning(file: self, law: law, zone: zone, day: proposal?.day ?? zone.day(of: changed)),
      custody: law.vocabulary.kinds(of: CaseFile.custody)
    ).clocks
    return clocks.sorted { left, right in
      switch (left.due, right.due) {
      case (let left?, let right?) where left != right: left < right
      case (.some, nil): true
      case (nil, .some): false
      default: left.key < right.key
      }
    }
  }

  /// Until when the person may be kept under these papers.
  public func keepingAuthority(by law: OfficeLaw, for profile: AgencyProfile) -> KeepingAuthority {
    let release = releaseDue.flatMap(RecordedMoment.instant)
    guard let zone = law.vocabulary.zone(of: profile.place),
      let answer = proposal?.answers.first(where: { law.vocabulary.isKind($0.act, of: CaseFile.custody) })
    else { return .notAsked }
    let reckoning = Reckoning(file: self, law: law, zone: zone, day: proposal?.day ?? zone.day(of: changed))
    switch answer.answer {
    case .prohibited: return .none(ownGroundEnds: release)
    case .undetermined, .conflict: return .notSettled(ownGroundEnds: release)
    case .required, .permitted:
      // An officer who leaves the request undone keeps nobody by it.
      if decision(on: answer.act)?.entry.choice == .refrain { return .none(ownGroundEnds: release) }
      guard let window = answer.window else { return .noEndFound(cites: answer.cites) }
      let (sentences, cites) = reckoning.bounds(of: answer, ending: true)
      if let until = window.until, !window.isOpen {
        return .ends(until, cites: cites, arithmetic: sentences.together)
      }
      if window.isOpen {
        return .endNotKnown(sentences.isEmpty ? "a bound is open" : sentences.together, cites: cites)
      }
      return .noEndFound(cites: answer.cites)
    }
  }
}

/// Finds the clocks of one case.
private struct ClockFinder {
  let file: CaseFile
  let reckoning: Reckoning
  let custody: Set<String>

  private var words: MomentWords { reckoning.words }

  var clocks: [CaseClock] {
    [unread, counsel].compactMap { $0 } + [deciding].compactMap { $0 } + windows + tasks + reviews + overtaken
  }

  private var unread: CaseClock? {
    guard file.stage == .unreadable else { return nil }
    return CaseClock(
      key: "read", kind: .read, title: "read what came in and could not be read", due: file.opening.received,
      dueDay: nil, cite: nil, arithmetic: "came in \(words.text(file.opening.received)); a person reads it at once",
      isImmediate: true)
  }

  private var counsel: CaseClock? {
    guard let question = file.citizenship, question.stops else { return nil }
    return CaseClock(
      key: "call-counsel", kind: .callCounsel,
      title: question.counselCalled == nil
        ? "call counsel: evidence of US citizenship" : "counsel to say what the evidence of US citizenship comes to",
      due: question.raised, dueDay: nil, cite: nil,
      arithmetic: "evidence since \(words.text(question.raised)); it stops the request and no clock",
      isImmediate: true)
  }

  private var deciding: CaseClock? {
    let acts = file.undecidedActs
    guard file.outcome == nil, !acts.isEmpty || file.proposal == nil, file.stage != .unreadable else { return nil }
    let title = file.proposal?.isOpen ?? true ? "find out what the law needs to know, and decide" : "decide"
    let release = file.releaseDue.flatMap(RecordedMoment.instant)
    let why =
      release.map { "the person would otherwise be released \(words.text($0)); an open question stops no clock" }
      ?? "came in \(words.text(file.opening.received)); no time of release is on record"
    return CaseClock(
      key: "decide", kind: .decide, title: title, due: release ?? file.opening.received, dueDay: nil, cite: nil,
      arithmetic: why, isImmediate: release == nil)
  }

  // MARK: Windows

  private var windows: [CaseClock] {
    guard file.outcome == nil else { return [] }
    return (file.proposal?.answers ?? []).flatMap { answer -> [CaseClock] in
      guard let window = answer.window, answer.answer != .undetermined,
        file.decision(on: answer.act)?.entry.choice != .refrain
      else { return [] }
      return [opening(window, answer), end(window, answer)].compactMap { $0 }
    }
  }

  private func opening(_ window: TimeWindow, _ answer: ProposedAnswer) -> CaseClock? {
    guard let from = window.from, answer.answer != .prohibited else { return nil }
    let (sentences, cites) = reckoning.bounds(of: answer, ending: false)
    return CaseClock(
      key: "from/\(answer.act)", kind: .windowOpens, title: "from then on you may \(answer.title)", due: from,
      dueDay: nil, cite: cites.first ?? answer.cites.first, arithmetic: sentences.joined(separator: "; "),
      isImmediate: false)
  }

  private func end(_ window: TimeWindow, _ answer: ProposedAnswer) -> CaseClock? {
    guard window.until != nil || window.isOpen else { return nil }
    let (sentences, cites) = reckoning.bounds(of: answer, ending: true)
    let isCustody = custody.contains(answer.act)
    return CaseClock(
      key: "until/\(answer.act)", kind: isCustody ? .authorityEnds : .windowEnds,
      title: isCustody ? "authority to keep this person ends" : "last moment to \(answer.title)",
      // While a bound is open the end is not known, though no later than what is reckoned.
      due: window.until, dueDay: nil, cite: cites.isEmpty ? answer.cites.first : cites.joined(separator: ", "),
      arithmetic: sentences.together + (window.isOpen ? "; a bound is not known yet" : ""),
      isImmediate: false)
  }

  // MARK: Tasks, reviews

  private var tasks: [CaseClock] {
    file.tasks.compactMap { task in
      guard case .owed(let since) = task.standing else { return nil }
      switch task.kind {
      case .duty(let duty):
        let time = reckoning.time(of: duty, since: since)
        return CaseClock(
          key: task.key, kind: .duty, title: task.title, due: time.instant ?? time.day.map(words.end), dueDay: time.day,
          cite: task.cite, arithmetic: time.arithmetic, isImmediate: time.isImmediate)
      case .step:
        return CaseClock(
          key: task.key, kind: .step, title: "first: \(task.title)", due: since, dueDay: nil, cite: task.cite,
          arithmetic: "comes before what was decided", isImmediate: true)
      }
    }
  }

  private var reviews: [CaseClock] {
    file.reviewsOwed.compactMap { decision in
      guard let review = decision.entry.review else { return nil }
      let what =
        decision.entry.emergency == nil ? "a decision that differs from the law's answer" : "an emergency decision"
      return CaseClock(
        key: "review/\(decision.entry.number)", kind: .review, title: "second person to review \(what)",
        due: review.due, dueDay: reckoning.zone.day(of: review.due), cite: nil, arithmetic: review.arithmetic,
        isImmediate: false)
    }
  }

  private var overtaken: [CaseClock] {
    guard file.outcome == nil, let at = file.proposal?.at else { return [] }
    return file.overtakenDecisions.map { decision in
      let title = file.proposal?.answer(for: decision.entry.act)?.title ?? decision.entry.act
      return CaseClock(
        key: "reconsider/\(decision.entry.act)", kind: .reconsider,
        title: "decide again: the law's answer on whether to \(title) is another now", due: at, dueDay: nil, cite: nil,
        arithmetic: "decided again \(words.text(at))", isImmediate: true)
    }
  }
}

extension [String] {
  /// How several ends of one time are told: the earliest counts.
  fileprivate var together: String {
    count < 2 ? joined() : "\(count) limits apply, and the earliest counts: \(joined(separator: "; "))"
  }
}
