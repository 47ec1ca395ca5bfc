import LawLanguage
import Reasoning

/// Requests and answers to start from: those of the library's cases, and one for every word of its vocabulary.
struct RequestSeeds {
  let library: Library

  var inputs: [String] { cases + facts + records + papers + answers }

  private var vocabulary: Vocabulary { library.vocabulary }

  private var cases: [String] { library.cases.map { $0.request.document(in: vocabulary).written() } }

  private var facts: [String] {
    vocabulary.facts.map { fact in
      let value = Self.json(fact.type)
      let judgement = "{\"value\": \(value), \"by\": \"Sgt. Example\", \"why\": \"an example\"}"
      return request("\"facts\": {\"\(fact.name)\": \(fact.isJudgement ? judgement : value)}")
    }
  }

  private var records: [String] {
    vocabulary.records.flatMap { type in
      let record = Self.object(type.fields.map { ($0.name, $0.type) })
      let single = type.fields.map { "\"\(type.name)[0].\($0.name)\": \(Self.json($0.type))" }
      return [
        request("\"facts\": {\"\(type.name)\": [\(record), {}]}"),
        request("\"records\": {\"\(type.name)\": {\"at-least\": [\(record)]}}"),
        request("\"facts\": {\"\(type.name)\": \"none\"}"),
        request("\"facts\": {\"\(type.name)\": [{}], \(single.joined(separator: ", "))}"),
      ]
    }
  }

  private var papers: [String] {
    vocabulary.papers.flatMap { kind in
      let fields = vocabulary.paperFields.filter { kind.fixed[$0.name] == nil }.map { ($0.name, $0.type) }
      let paper = Self.object(fields).dropFirst()
      let facts = fields.map { "\"\(kind.name).\($0)\": \(Self.json($1))" }.joined(separator: ", ")
      return [
        request("\"papers\": [{\"kind\": \"\(kind.name)\", \(paper)]"),
        request("\"papers\": [\"\(kind.name)\"], \"facts\": {\(facts)}"),
      ]
    }
  }

  private var answers: [String] {
    let facts = vocabulary.facts.map { "\($0.name)=\(Self.typed($0.type))" }
    let fields = vocabulary.papers.prefix(2).flatMap { kind in
      vocabulary.paperFields.map { "\(kind.name).\($0.name)=\(Self.typed($0.type))" }
    }
    let records = vocabulary.records.flatMap { type in
      type.fields.map { "\(type.name)[0].\($0.name)=\(Self.typed($0.type))" }
    }
    return facts + fields + records
  }

  // MARK: Texts

  private func request(_ fields: String) -> String {
    let (agency, act) = (vocabulary.agencies.first?.name ?? "", vocabulary.acts.first?.name ?? "")
    return """
      {"jurisdiction": "IL", "agency": "\(agency)", "on": "2025-01-22", "at": "2025-01-22T16:00", "asked": "2025-01-20",
       "acts": ["\(act)"], \(fields)}
      """
  }

  private static func object(_ fields: [(name: String, type: ValueType)]) -> String {
    "{\(fields.map { "\"\($0.name)\": \(json($0.type))" }.joined(separator: ", "))}"
  }

  private static func json(_ type: ValueType) -> String {
    switch type {
    case .yesNo: "true"
    case .number: "34"
    case .choice, .date, .instant, .code: "\"\(typed(type))\""
    }
  }

  private static func typed(_ type: ValueType) -> String {
    switch type {
    case .yesNo: "yes"
    case .choice(let choices): choices.last ?? ""
    case .number: "34"
    case .date: "2024-11-05"
    case .instant: "2025-01-21T08:00:30"
    case .code: "720 ILCS 5/9-1"
    }
  }
}
