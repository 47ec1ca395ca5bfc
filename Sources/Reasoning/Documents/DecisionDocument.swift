public import LawLanguage

extension Decision {
  /// The decision as `tenth decide --json` prints it. Keys and their order are a contract: programs read it.
  public func document(in vocabulary: Vocabulary) -> JSON {
    DecisionDocument(decision: self, vocabulary: vocabulary).json
  }
}

private struct DecisionDocument {
  let decision: Decision
  let vocabulary: Vocabulary
  let zone: Zone?

  init(decision: Decision, vocabulary: Vocabulary) {
    self.decision = decision
    self.vocabulary = vocabulary
    zone = vocabulary.zone(of: decision.receipt.request)
  }

  var json: JSON {
    .object([
      "answers": .list(decision.answers.map(answer)),
      "duties": .list(decision.duties.map(duty)),
      "questions": .list(decision.questions.map(question)),
      "followUps": .list(decision.followUps.map(question)),
      "unused": .texts(decision.unused),
      "receipt": receipt,
    ])
  }

  private func answer(_ answer: ActAnswer) -> JSON {
    let told: JSON = .object([
      "act": .text(answer.act),
      "answer": .text(answer.answer.rawValue),
      "basis": .text(orNull: answer.basis?.rawValue),
      "ground": .text(orNull: decision.receipt.request.paper(at: answer.ground)?.kind),
      "possible": .texts(answer.possible.map(\.rawValue)),
      "asking": .texts(answer.asking.map(\.name)),
      "window": answer.window.map(window) ?? .null,
      "first": .list(answer.first.map { .object(["step": .text($0.step), "cite": .text($0.cite)]) }),
      "reasons": .list(answer.reasons.map(reason)),
      "cautions": .list(answer.cautions.map { .object(["code": .text($0.code.rawValue), "text": .text($0.text)]) }),
      "changes": .list(answer.changes.map(change)),
    ])
    guard let withheld = answer.withheld, case .object(let members) = told else { return told }
    return .object(members + [JSON.Member(key: "withheld", value: self.withheld(withheld))])
  }

  private func withheld(_ withheld: Withheld) -> JSON {
    .object([
      "answer": .text(withheld.answer.rawValue), "basis": .text(orNull: withheld.basis?.rawValue),
      "wanting": .list(
        withheld.wanting.map {
          .object([
            "rule": .text($0.rule.description), "cite": .text($0.cite), "provenance": provenance($0.provenance),
          ])
        }),
    ])
  }

  private func window(_ window: Window) -> JSON {
    .object(["from": instant(window.from), "until": instant(window.until), "open": .boolean(window.isOpen)])
  }

  private func reason(_ reason: Reason) -> JSON {
    .object([
      "rule": .text(reason.rule.description),
      "cite": .text(reason.cite),
      "text": .text(reason.text),
      "role": .text(reason.role.rawValue),
      "provenance": provenance(reason.provenance),
      "facts": .texts(reason.facts),
      "exceptions": .list(
        reason.exceptions.map { exception in
          .object([
            "cite": .text(exception.cite),
            "open": exception.isOpen.map(JSON.boolean) ?? .null,
            "facts": .texts(exception.facts),
          ])
        }),
    ])
  }

  private func provenance(_ provenance: Provenance) -> JSON {
    let source: String? =
      switch provenance {
      case .verified(let source), .secondary(let source): source
      case .unverified: nil
      }
    return .object(["status": .text(provenance.word), "source": .text(orNull: source)])
  }

  private func change(_ change: Change) -> JSON {
    .object([
      "facts": .list(change.facts.map { .object(["fact": .text($0.fact.name), "value": .text($0.value)]) }),
      "answer": .text(change.answer.rawValue),
    ])
  }

  private func duty(_ duty: Duty) -> JSON {
    .object([
      "act": .text(duty.act),
      "to": .text(orNull: duty.to),
      "trigger": .text(duty.trigger),
      "contingent": .boolean(duty.isContingent),
      "certain": .boolean(duty.isCertain),
      "due": duty.due.map { .text($0.text(in: zone)) } ?? .text(orNull: duty.dueDay?.description),
      "after": .text(orNull: duty.after),
      "cite": .text(duty.cite),
      "rule": .text(duty.rule.description),
      "text": .text(duty.text),
    ])
  }

  private func question(_ question: Question) -> JSON {
    .object([
      "fact": .text(question.fact.name), "question": .text(question.question), "help": .text(orNull: question.help),
    ])
  }

  private var receipt: JSON {
    let receipt = decision.receipt
    let told: JSON = .object([
      "day": .text(receipt.day.description),
      "laws": .list(receipt.laws.map { .object(["path": .text($0.path), "sha256": .text($0.sha256)]) }),
      "library": .text(receipt.library),
      "engine": .text(receipt.engine),
      "tzdata": .text(receipt.tzdata),
      "request": receipt.request.document(in: vocabulary),
    ])
    guard !receipt.readings.isEmpty, case .object(let members) = told else { return told }
    let readings = receipt.readings.map { position -> JSON in
      .object([
        "contest": .text(position.contest.description), "reading": .text(position.reading),
        "office": .text(position.office), "because": .text(position.because),
      ])
    }
    return .object(members + [JSON.Member(key: "readings", value: .list(readings))])
  }

  private func instant(_ instant: Instant?) -> JSON { .text(orNull: instant?.text(in: zone)) }
}

extension Request {
  /// The paper an answer rests on.
  package func paper(at ground: Int?) -> Paper? {
    guard let ground, papers.indices.contains(ground) else { return nil }
    return papers[ground]
  }
}
