package import LawLanguage

extension Witness {
  /// The request as a case that can stand in a law file: `on 2025-01-22, a county-jail in IL is asked to hold …`.
  package func caseLines(in vocabulary: Vocabulary) -> [String] {
    [occasion.caseLine(asking: [occasion.act])] + recorded.givenLines(of: occasion, in: vocabulary)
      + [verdict.expectation(of: occasion.act)]
  }

  /// The request itself.
  package func request(in vocabulary: Vocabulary) -> Request {
    var request = occasion.request(knowing: recorded)
    for name in recorded.facts.keys where vocabulary.fact(name)?.isJudgement == true {
      request.judgements[name] = Request.JudgementRecord(by: "Sgt. Example", why: "to show the class")
    }
    return request
  }
}

extension Asking.Example {
  /// The request as a case that can stand in a law file.
  package func caseLines(in vocabulary: Vocabulary) -> [String] {
    var acts: [String] = []
    for (act, _) in verdicts where !acts.contains(act) { acts.append(act) }
    let expectations = acts.compactMap { act in verdicts.first { $0.act == act }?.verdict.expectation(of: act) }
    return [occasion.caseLine(asking: acts.isEmpty ? [occasion.act] : acts)]
      + recorded.givenLines(of: occasion, in: vocabulary) + expectations
  }
}

extension Verdict {
  fileprivate func expectation(of act: String) -> String { expectationLine(act, answer, basis) }
}

extension Ruling {
  /// What a case says of the act.
  package func expectation(of act: String) -> String { expectationLine(act, answer, basis) }
}

/// `expect must not hold, forbidden`.
private func expectationLine(_ act: String, _ answer: Answer, _ basis: Basis) -> String {
  let basis = basis.rawValue
  return switch answer {
  case .required: "expect must \(act), \(basis)"
  case .prohibited: "expect must not \(act), \(basis)"
  case .permitted: "expect may \(act), \(basis)"
  case .conflict: "expect conflict \(act)"
  case .undetermined: "expect undetermined \(act)"
  }
}

extension Occasion {
  /// The first line of a case.
  package func caseLine(asking acts: [String]) -> String {
    var line = "on \(day), \(agency.kind.withArticle) in \(agency.locality ?? jurisdiction)"
    if let actingFor = agency.actingFor { line += " acting for \(actingFor)" }
    if agency.capacity != .own { line += " acting as \(agency.capacity.rawValue)" }
    line += " is asked to \(acts.joined(separator: " and "))"
    for (index, paper) in papers.enumerated() {
      line += (index == 0 ? ", by " : index == 1 ? " with " : " and ") + paper.withArticle
    }
    return line
  }

  /// On the agency's wall.
  fileprivate func moment(_ instant: Instant, _ vocabulary: Vocabulary) -> String {
    let place = agency.locality ?? jurisdiction
    guard let zone = vocabulary.zoneName(of: place).flatMap({ Zone(identifier: $0) }) else { return "\(day)" }
    let minutes = zone.minutes(of: instant)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(zone.day(of: instant)) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}

extension Recorded {
  /// What is known, as the lines of a case.
  package func givenLines(of occasion: Occasion, in vocabulary: Vocabulary) -> [String] {
    func given(_ name: String, _ value: FactValue) -> String {
      switch value {
      case .yesNo(let isYes): isYes ? name : "not \(name)"
      case .choice(let choice): "\(name) is \(choice)"
      case .number(let number): "\(name) is \(number)"
      case .date(let day): "\(name) is \(day)"
      case .code(let code): "\(name) is \"\(code)\""
      case .instant(let instant): "\(name) is \(occasion.moment(instant, vocabulary))"
      }
    }
    var lines: [String] = []
    for (index, kind) in occasion.papers.enumerated() {
      for (field, value) in (papers[index] ?? [:]).sorted(by: { $0.key < $1.key }) {
        lines.append("given " + given("\(kind).\(field)", value))
      }
    }
    for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
      if vocabulary.fact(name)?.isJudgement == true, case .yesNo(let isYes) = value {
        lines.append("given \(isYes ? "" : "not ")\(name) by \"Sgt. Example\" why \"to show the class\"")
      } else {
        lines.append("given " + given(name, value))
      }
    }
    for (list, records) in records.sorted(by: { $0.key < $1.key }) {
      guard !records.isEmpty else {
        lines.append("given \(list) are none")
        continue
      }
      let element = vocabulary.recordType(list)?.element ?? list
      for record in records {
        let fields = record.sorted { $0.key < $1.key }.map { given($0.key, $0.value) }
        lines.append(
          "given \(element.withArticle)" + (fields.isEmpty ? "" : " where " + fields.joined(separator: ", ")))
      }
      lines.append("given \(list) are complete")
    }
    return lines
  }
}
