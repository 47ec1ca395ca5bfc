package import LawLanguage

/// What an engine says of a request, as far as worked examples can claim it. Any engine can give one.
package struct Reply: Sendable, Hashable {
  /// One per act asked, in order.
  package var answers: [Answered]
  /// What is owed, or may be.
  package var duties: [Owed]

  package init(answers: [Answered], duties: [Owed]) {
    self.answers = answers
    self.duties = duties
  }

  /// The answer for one act.
  package struct Answered: Sendable, Hashable {
    package var act: String
    package var answer: Answer
    /// Nil while undetermined, or if completions differ in it.
    package var basis: Basis?
    /// The kind of the paper it rests on.
    package var ground: String?
    /// Nil where nothing bounds the act.
    package var window: Window?
    /// The steps that come first.
    package var first: [String]
    /// The norms that bear on it.
    package var reasons: [NormPart]
    package var cautions: [CautionCode]
    /// The facts that matter: `age`, `i247a.signer`, `convictions`, `convictions.class`.
    package var asking: Set<String>

    package init(
      act: String, answer: Answer, basis: Basis?, ground: String?, window: Window?, first: [String],
      reasons: [NormPart], cautions: [CautionCode], asking: Set<String>
    ) {
      self.act = act
      self.answer = answer
      self.basis = basis
      self.ground = ground
      self.window = window
      self.first = first
      self.reasons = reasons
      self.cautions = cautions
      self.asking = asking
    }
  }

  /// A norm and its part in an answer.
  package struct NormPart: Sendable, Hashable {
    package var rule: QualifiedName
    package var role: Role

    package init(rule: QualifiedName, role: Role) {
      self.rule = rule
      self.role = role
    }
  }

  /// A duty, as it stands for the request.
  package struct Owed: Sendable, Hashable {
    package var rule: QualifiedName
    package var act: String
    package var to: String?
    /// False: whether it is owed depends on facts not known.
    package var isCertain: Bool
    package var due: Instant?
    package var dueDay: Day?

    package init(rule: QualifiedName, act: String, to: String?, isCertain: Bool, due: Instant?, dueDay: Day?) {
      self.rule = rule
      self.act = act
      self.to = to
      self.isCertain = isCertain
      self.due = due
      self.dueDay = dueDay
    }
  }
}

extension Reply {
  /// What a decision says.
  package init(_ decision: Decision) {
    let request = decision.receipt.request
    answers = decision.answers.map { answer in
      Answered(
        act: answer.act, answer: answer.answer, basis: answer.basis, ground: request.paper(at: answer.ground)?.kind,
        window: answer.window, first: answer.first.map(\.step),
        reasons: answer.reasons.map { NormPart(rule: $0.rule, role: $0.role) },
        cautions: answer.cautions.map(\.code), asking: Set(answer.asking.map(\.kindName)))
    }
    duties = decision.duties.map { duty in
      Owed(
        rule: duty.rule, act: duty.act, to: duty.to, isCertain: duty.isCertain, due: duty.due, dueDay: duty.dueDay)
    }
  }
}

extension FactPath {
  /// Without which record it is: `convictions.class`.
  fileprivate var kindName: String {
    if case .record(let list, _, let field) = self { "\(list).\(field)" } else { name }
  }
}
