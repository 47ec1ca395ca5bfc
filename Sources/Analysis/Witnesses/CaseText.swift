package import LawLanguage

extension Witness {
  /// The request as a case that can stand in a law file: `on 2025-01-22, a county-jail in IL is asked to hold …`.
  package func caseLines(in vocabulary: Vocabulary) -> [String] {
    var lines = [occasion.caseLine]
    for (index, kind) in occasion.papers.enumerated() {
      for (field, value) in (recorded.papers[index] ?? [:]).sorted(by: { $0.key < $1.key }) {
        lines.append("given " + given("\(kind).\(field)", value, vocabulary))
      }
    }
    for (name, value) in recorded.facts.sorted(by: { $0.key < $1.key }) {
      if vocabulary.fact(name)?.isJudgement == true, case .yesNo(let isYes) = value {
        lines.append("given \(isYes ? "" : "not ")\(name) by \"Sgt. Example\" why \"to show the class\"")
      } else {
        lines.append("given " + given(name, value, vocabulary))
      }
    }
    for (list, records) in recorded.records.sorted(by: { $0.key < $1.key }) {
      guard !records.isEmpty else {
        lines.append("given \(list) are none")
        continue
      }
      let element = vocabulary.recordType(list)?.element ?? list
      for record in records {
        let fields = record.sorted { $0.key < $1.key }.map { given($0.key, $0.value, vocabulary) }
        lines.append("given a \(element)" + (fields.isEmpty ? "" : " where " + fields.joined(separator: ", ")))
      }
      lines.append("given \(list) are complete")
    }
    lines.append("expect \(expectation)")
    return lines
  }

  /// The request itself.
  package func request(in vocabulary: Vocabulary) -> Request {
    var request = occasion.request(knowing: recorded)
    for name in recorded.facts.keys where vocabulary.fact(name)?.isJudgement == true {
      request.judgements[name] = Request.JudgementRecord(by: "Sgt. Example", why: "to show the class")
    }
    return request
  }

  private var expectation: String {
    let (act, basis) = (occasion.act, verdict.basis.rawValue)
    return switch verdict.answer {
    case .required: "must \(act), \(basis)"
    case .prohibited: "must not \(act), \(basis)"
    case .permitted: "may \(act), \(basis)"
    case .conflict, .undetermined: "conflict \(act)"
    }
  }

  private func given(_ name: String, _ value: FactValue, _ vocabulary: Vocabulary) -> String {
    switch value {
    case .yesNo(let isYes): isYes ? name : "not \(name)"
    case .choice(let choice): "\(name) is \(choice)"
    case .number(let number): "\(name) is \(number)"
    case .date(let day): "\(name) is \(day)"
    case .code(let code): "\(name) is \"\(code)\""
    case .instant(let instant): "\(name) is \(moment(instant, vocabulary))"
    }
  }

  /// On the agency's wall.
  private func moment(_ instant: Instant, _ vocabulary: Vocabulary) -> String {
    let place = occasion.agency.locality ?? occasion.jurisdiction
    guard let zone = vocabulary.zoneName(of: place).flatMap({ Zone(identifier: $0) }) else { return "\(occasion.day)" }
    let minutes = zone.minutes(of: instant)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(zone.day(of: instant)) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}

extension Occasion {
  /// The first line of a case.
  fileprivate var caseLine: String {
    var line = "on \(day), a \(agency.kind) in \(agency.locality ?? jurisdiction)"
    if let actingFor = agency.actingFor { line += " acting for \(actingFor)" }
    if agency.capacity != .own { line += " acting as \(agency.capacity.rawValue)" }
    line += " is asked to \(act)"
    for (index, paper) in papers.enumerated() {
      line += (index == 0 ? ", by a " : index == 1 ? " with a " : " and a ") + paper
    }
    return line
  }
}
