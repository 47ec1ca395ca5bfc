public import LawLanguage

/// What came out otherwise when a case was decided again.
public struct DecisionChange: Sendable, Hashable, Codable {
  /// Why it was decided again.
  public let cause: Cause
  /// Answers and bases that are others now.
  public let answers: [AnswerChange]
  /// Windows that are others now.
  public let windows: [WindowChange]
  /// Duties that came.
  public let dutiesAdded: [OwedDuty]
  /// Duties that went.
  public let dutiesGone: [OwedDuty]
  /// Duties whose time is another now.
  public let dutiesMoved: [DutyMove]
  /// The day whose law applied before and applies now, where it is another.
  public let days: DayChange?

  /// Why a case was decided again.
  public enum Cause: String, Sendable, Hashable, Codable {
    /// Something was recorded.
    case recorded
    /// Time passed: a bound, midnight, an edition.
    case time
    /// Counsel adopted other law.
    case law
  }

  /// An answer that is another now.
  public struct AnswerChange: Sendable, Hashable, Codable {
    /// The act.
    public let act: String
    /// The act in words.
    public let title: String
    /// What was said; nil where nothing was.
    public let before: Said?
    /// What is said; nil where nothing is any more.
    public let now: Said?
  }

  /// An answer with its basis.
  public struct Said: Sendable, Hashable, Codable {
    /// The answer.
    public let answer: Answer
    /// On what it rests.
    public let basis: Basis?
    /// The citations that decide it.
    public let cites: [String]
  }

  /// A window that is another now.
  public struct WindowChange: Sendable, Hashable, Codable {
    /// The act.
    public let act: String
    /// The act in words.
    public let title: String
    /// What it was.
    public let before: TimeWindow?
    /// What it is.
    public let now: TimeWindow?
  }

  /// A duty whose time is another now.
  public struct DutyMove: Sendable, Hashable, Codable {
    /// As it was.
    public let before: OwedDuty
    /// As it is.
    public let now: OwedDuty
  }

  /// A day whose law applies in place of another's.
  public struct DayChange: Sendable, Hashable, Codable {
    /// Before.
    public let before: Day
    /// Now.
    public let now: Day
  }

  /// Whether nothing came out otherwise; that a day went by says nothing by itself.
  public var isEmpty: Bool {
    answers.isEmpty && windows.isEmpty && dutiesAdded.isEmpty && dutiesGone.isEmpty && dutiesMoved.isEmpty
  }
}

extension DecisionChange {
  /// Compares what was said with what is said.
  package init(
    cause: Cause, from before: (day: Day, answers: [ProposedAnswer], duties: [OwedDuty]),
    to now: (day: Day, answers: [ProposedAnswer], duties: [OwedDuty])
  ) {
    self.cause = cause
    var answers: [AnswerChange] = []
    var windows: [WindowChange] = []
    for answer in now.answers {
      let old = before.answers.first { $0.act == answer.act }
      if old?.answer != answer.answer || old?.basis != answer.basis || old.map({ $0.cites != answer.cites }) ?? true {
        answers.append(
          AnswerChange(act: answer.act, title: answer.title, before: old.map(Said.init), now: Said(answer)))
      }
      if old?.window != answer.window {
        windows.append(
          WindowChange(act: answer.act, title: answer.title, before: old?.window, now: answer.window))
      }
    }
    for old in before.answers where !now.answers.contains(where: { $0.act == old.act }) {
      answers.append(AnswerChange(act: old.act, title: old.title, before: Said(old), now: nil))
    }
    self.answers = answers
    self.windows = windows
    let (old, new) = (before.duties, now.duties)
    dutiesAdded = new.filter { duty in !old.contains { $0.key == duty.key } }
    dutiesGone = old.filter { duty in !new.contains { $0.key == duty.key } }
    dutiesMoved = new.compactMap { duty in
      guard let earlier = old.first(where: { $0.key == duty.key }) else { return nil }
      let isMoved = earlier.due != duty.due || earlier.dueDay != duty.dueDay || earlier.isCertain != duty.isCertain
      return isMoved ? DutyMove(before: earlier, now: duty) : nil
    }
    days = before.day == now.day ? nil : DayChange(before: before.day, now: now.day)
  }

  /// The change in plain sentences, one each.
  public func sentences(in words: MomentWords) -> [String] {
    var sentences: [String] = []
    switch cause {
    case .recorded: break
    case .time: sentences.append("Time has passed, and the case was decided again.")
    case .law: sentences.append("Counsel adopted other law, and the case was decided again.")
    }
    if let days, !isEmpty {
      sentences.append("The law of \(words.text(days.now)) applies, no longer that of \(words.text(days.before)).")
    }
    for change in answers { sentences.append(change.sentence) }
    for change in windows { sentences.append(change.sentence(in: words)) }
    for duty in dutiesAdded { sentences.append("New: \(duty.named) (\(duty.cite)).") }
    for duty in dutiesGone { sentences.append("No longer owed: \(duty.named) (\(duty.cite)).") }
    for move in dutiesMoved {
      sentences.append("Other time: \(move.now.named), \(move.now.when(in: words)) (\(move.now.cite)).")
    }
    return sentences
  }
}

extension DecisionChange.Said {
  init(_ answer: ProposedAnswer) {
    self.init(answer: answer.answer, basis: answer.basis, cites: answer.cites)
  }

  fileprivate var words: String {
    let cited = cites.isEmpty ? "" : " (\(cites.joined(separator: ", ")))"
    return "“\(answer.words)”\(basis.map { ", \($0.words)" } ?? "")\(cited)"
  }
}

extension DecisionChange.AnswerChange {
  fileprivate var sentence: String {
    switch (before, now) {
    case (nil, let now?): "To \(title): \(now.words)."
    case (let before?, nil): "To \(title): no longer asked; it was \(before.words)."
    case (let before?, let now?): "To \(title): now \(now.words); before, \(before.words)."
    case (nil, nil): "To \(title): nothing is said."
    }
  }
}

extension DecisionChange.WindowChange {
  fileprivate func sentence(in words: MomentWords) -> String {
    guard let now else { return "To \(title): no bound in time any more." }
    var bounds: [String] = []
    if let from = now.from { bounds.append("from \(words.text(from))") }
    if let until = now.until { bounds.append("until \(words.ending(until))") }
    if now.isOpen { bounds.append("with a bound that is not known yet") }
    return "To \(title): \(bounds.joined(separator: ", "))."
  }
}

extension OwedDuty {
  /// The duty and to whom: `give a copy of the paper, to the person in custody`.
  public var named: String { title + (toTitle.map { ", to \($0)" } ?? "") }

  /// By when, or from what it runs: `by Wednesday, January 22, 2025, 4:00 pm`.
  package func when(in words: MomentWords) -> String {
    if let due { return "by \(words.ending(due))" }
    if let dueDay { return "by \(words.text(dueDay))" }
    return after ?? trigger
  }
}

extension Answer {
  /// In words, as the law speaks to the agency.
  public var words: String {
    switch self {
    case .required: "you must"
    case .prohibited: "you must not"
    case .permitted: "you may"
    case .conflict: "the law contradicts itself"
    case .undetermined: "it depends on what is not known yet"
    }
  }
}

extension Basis {
  /// In words.
  public var words: String {
    switch self {
    case .commanded: "the law commands it"
    case .forbidden: "the law forbids it"
    case .authorityDenied: "the law denies your agency the authority"
    case .noAuthorityFound: "no law was found that gives your agency the authority"
    case .outsideWindow: "it lies outside the time that the law allows"
    case .granted: "the law lets you choose"
    case .exempted: "a ban has an exception that applies"
    case .silent: "no law against it was found"
    case .opposed: "the law asks what cannot be done"
    }
  }
}
