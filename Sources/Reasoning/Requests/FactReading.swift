import LawLanguage

/// Papers, facts and records.
extension RequestReading {
  // MARK: Papers

  mutating func readPapers() -> [Request.Paper] {
    draft.papers.enumerated().compactMap { index, written in
      readPaper(written, path: written.location.isFile ? "papers[\(index)]" : "")
    }
  }

  private mutating func readPaper(_ written: WrittenValue, path: String) -> Request.Paper? {
    switch written.content {
    case .text(let kind), .word(let kind):
      return paperKind(kind, at: written.location, path: path).map { Request.Paper(kind: $0.name, fields: $0.fixed) }
    case .object(let members):
      guard let kindMember = members.first(where: { $0.name == "kind" }) else {
        issues.add(written.location, path, "a paper needs a kind", help: "write {\"kind\": \"i247a\", …}")
        return nil
      }
      guard let name = kindMember.value.characters else {
        issues.add(
          kindMember.value.location, "\(path).kind", "expected a kind of paper, not \(kindMember.value.description)")
        return nil
      }
      guard let kind = paperKind(name, at: kindMember.value.location, path: "\(path).kind") else { return nil }
      var paper = Request.Paper(kind: kind.name, fields: kind.fixed)
      for member in members where member.name != "kind" {
        setField(
          member.name, of: &paper, kind: kind, to: member.value, at: member.location, path: "\(path).\(member.name)")
      }
      return paper
    case .null, .boolean, .number, .list:
      issues.add(
        written.location, path, "expected a paper, not \(written.description)",
        help: "write its kind, \"i247a\", or {\"kind\": \"i247a\", …}")
      return nil
    }
  }

  private mutating func paperKind(_ name: String, at location: RequestLocation, path: String) -> PaperKind? {
    if let kind = vocabulary.paper(name) { return kind }
    refuseName(name, what: "paper", at: location, path: path, among: vocabulary.papers.map { ($0.name, $0.title) })
    return nil
  }

  private mutating func setField(
    _ name: String, of paper: inout Request.Paper, kind: PaperKind, to written: WrittenValue,
    at location: RequestLocation, path: String
  ) {
    guard let field = vocabulary.paperField(name) else {
      let names = vocabulary.paperFields.map { ($0.name, $0.question) }
      refuseName(name, what: "field of a paper", at: location, path: path, among: names)
      return
    }
    guard case .known(let value) = values.read(written, as: field.type, at: path, &issues) else { return }
    if let fixed = kind.fixed[name], fixed != value {
      issues.add(
        written.location, path,
        "\(kind.title) always has \(name) \(fixed.text(in: values.zone)), not \(value.text(in: values.zone))",
        help: "check the kind of paper, or leave the field out")
      return
    }
    paper.fields[name] = value
    places["\(kind.name).\(name)"] = ValuePlace(location: written.location, path: path)
  }

  // MARK: Facts

  mutating func readFacts(into request: inout Request) {
    var fieldsOfRecords: [(reference: RecordFieldReference, fact: RequestDraft.Fact)] = []
    for fact in draft.facts {
      if let type = vocabulary.recordType(fact.name) {
        request.records[fact.name] = readRecords(fact, of: type)
      } else if let known = vocabulary.fact(fact.name) {
        readFact(fact, as: known, into: &request)
      } else if let reference = RecordFieldReference(fact.name) {
        fieldsOfRecords.append((reference, fact))
      } else if let (kind, field) = paperField(fact.name) {
        readPaperFact(fact, kind: kind, field: field, into: &request)
      } else {
        refuseFact(fact)
      }
    }
    for (reference, fact) in fieldsOfRecords { setField(reference, fact, in: &request) }
  }

  private mutating func readFact(_ fact: RequestDraft.Fact, as known: Fact, into request: inout Request) {
    if !fact.added.isEmpty {
      issues.add(
        fact.location, fact.path, "\(known.name) is a single fact, not a list", help: "write \(known.name)=VALUE")
      return
    }
    // `complete` closes a list; of a single fact it is the value.
    var written = fact.closed.map { WrittenValue(.word("complete"), at: $0) } ?? fact.value
    if known.isJudgement, !written.saysUnknown {
      guard let (value, record) = judgement(fact) else { return }
      written = value
      request.judgements[known.name] = record
    }
    guard case .known(let value) = values.read(written, as: known.type, at: fact.path, &issues) else {
      request.judgements[known.name] = nil
      return
    }
    request.facts[known.name] = value
    places[known.name] = ValuePlace(location: written.location, path: fact.path)
  }

  /// A judgement is recorded with who made it and why.
  private mutating func judgement(_ fact: RequestDraft.Fact) -> (WrittenValue, Request.JudgementRecord)? {
    let example = "{\"value\": true, \"by\": \"Sgt. Example\", \"why\": \"…\"}"
    let help =
      fact.location.isFile
      ? "write \(example)" : "write --fact '\(fact.name)={value: yes, by: \"Sgt. Example\", why: \"…\"}'"
    guard case .object(let members) = fact.value.content else {
      issues.add(
        fact.value.location, fact.path,
        "\(fact.name) is a judgement: who made it and why are recorded with it", help: help)
      return nil
    }
    var parts: [String: WrittenValue] = [:]
    for member in members {
      guard ["value", "by", "why"].contains(member.name) else {
        issues.add(
          member.location, "\(fact.path).\(member.name)", "a judgement has no such field", help: help)
        return nil
      }
      parts[member.name] = member.value
    }
    func text(_ name: String) -> String? {
      guard let text = parts[name]?.characters?.trimmed, !text.isEmpty else { return nil }
      return text
    }
    guard let value = parts["value"], let by = text("by"), let why = text("why") else {
      let missing = ["value", "by", "why"].filter { $0 == "value" ? parts["value"] == nil : text($0) == nil }
      issues.add(
        fact.value.location, fact.path,
        "\(fact.name) is a judgement: who made it and why are recorded with it, and "
          + "\(missing.joined(separator: " and ")) \(missing.count == 1 ? "is" : "are") missing",
        help: help)
      return nil
    }
    return (value, Request.JudgementRecord(by: by, why: why))
  }

  private mutating func refuseFact(_ fact: RequestDraft.Fact) {
    if let term = vocabulary.term(fact.name) {
      issues.add(
        fact.location, fact.path, "\(quoted(fact.name)) is a legal term, which each law defines, and no fact",
        help: term.title.withoutFullStop)
      return
    }
    if let field = RequestField(rawValue: fact.name) {
      let help =
        fact.location.isFile ? "move it out of the facts" : "use \(field.flag)"
      issues.add(fact.location, fact.path, "\(field.rawValue) is a field of the request, not a fact", help: help)
      return
    }
    var names = vocabulary.facts.map { ($0.name, $0.question) } + vocabulary.records.map { ($0.name, $0.question) }
    for paper in draft.papers {
      let kind = paper.characters ?? ""
      names += vocabulary.paperFields.map { ("\(kind).\($0.name)", $0.question) }
    }
    refuseName(fact.name, what: "fact", at: fact.location, path: fact.path, among: names)
  }

  // MARK: Fields of papers

  /// `i247a.signer`, where the first is a kind of paper.
  private func paperField(_ name: String) -> (kind: PaperKind, field: String)? {
    guard let dot = name.firstIndex(of: "."), let kind = vocabulary.paper(String(name[..<dot])) else { return nil }
    return (kind, String(name[name.index(after: dot)...]))
  }

  private mutating func readPaperFact(
    _ fact: RequestDraft.Fact, kind: PaperKind, field: String, into request: inout Request
  ) {
    let offered = request.papers.indices.filter { request.papers[$0].kind == kind.name }
    guard let index = offered.first else {
      issues.add(
        fact.location, fact.path, "no \(kind.name) is offered, so it has no \(shown(field))",
        help: "add --instrument \(kind.name), or leave the fact out")
      return
    }
    guard offered.count == 1 else {
      issues.add(
        fact.location, fact.path,
        "\(offered.count) papers of the kind \(kind.name) are offered: whose \(shown(field))?",
        help: "write the fields of each under \"papers\" in a request file")
      return
    }
    setField(
      field, of: &request.papers[index], kind: kind, to: fact.value, at: fact.location,
      path: fact.path.isEmpty ? fact.name : fact.path)
  }
}

extension RequestLocation {
  var isFile: Bool { if case .file = self { true } else { false } }
}

extension String {
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }

  /// Without the full stop of a sentence, for one that goes on.
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
