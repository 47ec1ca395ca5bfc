package import LawLanguage

/// What to do and by when, in sentences.
package struct DutyWords: Sendable {
  private let vocabulary: Vocabulary
  private let moments: MomentText

  package init(vocabulary: Vocabulary, moments: MomentText) {
    self.vocabulary = vocabulary
    self.moments = moments
  }

  /// The steps that come before an act, and the time in which it is allowed.
  package func steps(of answer: ActAnswer, namingAct: Bool) -> [String] {
    guard let act = vocabulary.act(answer.act), answer.answer == .required || answer.answer == .permitted else {
      return []
    }
    let prefix = namingAct ? "To \(act.title): " : ""
    var lines = answer.first.map { first in
      let title = vocabulary.steps.first { $0.name == first.step }?.title ?? first.step
      return "\(prefix)first \(title) (\(first.cite))."
    }
    if let window = answer.window {
      let bounds = [
        window.from.map { "from \(moments.text($0))" }, window.until.map { "until \(moments.end($0))" },
      ].compactMap(\.self)
      if !bounds.isEmpty { lines.append("allowed only \(bounds.joined(separator: ", ")): to \(act.title).") }
    }
    return lines.map(\.capitalisedFirst)
  }

  /// `Give a copy of the paper, to the person in custody, by … (5 ILCS 805 § …).`
  package func sentence(_ duty: Duty) -> String {
    var sentence = vocabulary.act(duty.act)?.title ?? duty.act
    if let to = duty.to {
      sentence += ", to \(vocabulary.recipients.first { $0.name == to }?.title ?? to)"
    }
    if let due = duty.due {
      sentence += ", by \(moments.end(due))"
    } else if let day = duty.dueDay {
      sentence += ", by \(moments.text(day))"
    } else if let after = duty.after, after != duty.triggerText {
      sentence += ", \(after)"
    }
    let occasion = duty.isContingent || duty.isPeriodic ? "\(duty.triggerText): " : ""
    return (occasion + sentence).capitalisedFirst + " (\(duty.cite))."
  }

  /// In the order in which they fall due; those without a known time come after, as the law has them.
  package func ordered(_ duties: [Duty]) -> [Duty] {
    duties.sorted { DutyOrder($0, moments) < DutyOrder($1, moments) }
  }
}

private struct DutyOrder: Comparable {
  private let due: Instant?
  init(_ duty: Duty, _ moments: MomentText) { due = duty.due ?? duty.dueDay.flatMap(moments.end) }

  static func < (left: DutyOrder, right: DutyOrder) -> Bool {
    switch (left.due, right.due) {
    case (let left?, let right?): left < right
    case (_?, nil): true
    case (nil, _): false
    }
  }
}
