public import LawLanguage

/// The JSON Schema (draft 2020-12) of a request to an agency of one jurisdiction, derived from the vocabulary: a new
/// fact is a new property, with its question as title.
///
/// - Returns: Nil if the vocabulary has no such jurisdiction.
public func requestSchema(of jurisdiction: String, in vocabulary: Vocabulary) -> JSON? {
  guard let place = vocabulary.place(jurisdiction), place.kind == .jurisdiction else { return nil }
  return RequestSchema(vocabulary: vocabulary, jurisdiction: place).document
}

private struct RequestSchema {
  let vocabulary: Vocabulary
  let jurisdiction: Place

  var document: JSON {
    var description = "What an agency of \(jurisdiction.title) is asked, and what it knows."
    if !vocabulary.constraints.isEmpty {
      description += " Refused is what cannot be: " + vocabulary.constraints.map(\.text).joined(separator: " ")
    }
    return .object([
      "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
      "title": .text("A request in \(jurisdiction.title)"),
      "description": .text(description),
      "type": .text("object"),
      "additionalProperties": .boolean(false),
      "required": .texts([RequestField.jurisdiction, .agency, .on].map(\.rawValue)),
      "properties": .object(RequestField.allCases.map(property)),
      "$defs": .object(definitions),
    ])
  }

  private func property(_ field: RequestField) -> JSON.Member {
    let schema: JSON =
      switch field {
      case .jurisdiction: .object(["const": .text(jurisdiction.name)])
      case .agency: .object(["enum": .texts(vocabulary.agencies.map(\.name))])
      case .locality: .object(["enum": .list(localities.map(JSON.text) + [.null])])
      case .actingFor: .object(["enum": .list(vocabulary.agencies.map { .text($0.name) } + [.null])])
      case .capacity: .object(["enum": .texts(Capacity.allCases.map(\.rawValue))])
      case .on: .object(["anyOf": .list([reference("day"), .object(["const": .text("today")])])])
      case .at: reference("instant")
      case .asked, .decided: .object(["anyOf": .list([reference("day"), reference("instant")])])
      case .acts:
        .object([
          "type": .texts(["array", "null"]),
          "items": .object(["enum": .texts(vocabulary.acts.map(\.name))]),
        ])
      case .papers: .object(["type": .text("array"), "items": reference("paper")])
      case .facts: facts
      case .records: records
      }
    return JSON.Member(key: field.rawValue, value: schema.adding("description", .text(field.meaning), first: true))
  }

  private var localities: [String] {
    vocabulary.places.filter {
      $0.kind == .locality && vocabulary.territory(of: $0.name).contains(jurisdiction.name)
    }.map(\.name)
  }

  // MARK: Facts

  private var facts: JSON {
    let facts = vocabulary.facts.map { fact in
      JSON.Member(key: fact.name, value: described(factSchema(fact), fact.question, fact.help, fact.source))
    }
    // Fields of papers and of records, as questions name them.
    let paperFields = vocabulary.paperFields.map { field in
      JSON.Member(
        key: "^[A-Za-z0-9.-]+\\.\(field.name)$", value: described(schema(of: field.type), field.question, field.help))
    }
    let recordFields = vocabulary.records.flatMap { type in
      type.fields.map { field in
        JSON.Member(
          key: "^\(type.name)\\[[0-9]+\\]\\.\(field.name)$",
          value: described(schema(of: field.type), field.question, field.help))
      }
    }
    return .object([
      "type": .text("object"),
      "properties": .object(facts + vocabulary.records.map(recordProperty)),
      "patternProperties": .object(paperFields + recordFields),
      "additionalProperties": .boolean(false),
    ])
  }

  private var records: JSON {
    .object([
      "type": .text("object"),
      "properties": .object(vocabulary.records.map(recordProperty)),
      "additionalProperties": .boolean(false),
    ])
  }

  private func recordProperty(_ type: RecordType) -> JSON.Member {
    JSON.Member(key: type.name, value: reference(type.name))
  }

  private func factSchema(_ fact: Fact) -> JSON {
    guard fact.isJudgement else { return schema(of: fact.type) }
    return .object([
      "anyOf": .list([
        .object([
          "type": .text("object"),
          "properties": .object([
            "value": schema(of: fact.type),
            "by": .object(["description": .text("Who made the judgement."), "type": .text("string")]),
            "why": .object(["description": .text("Why."), "type": .text("string")]),
          ]),
          "required": .texts(["value", "by", "why"]),
          "additionalProperties": .boolean(false),
        ]),
        reference("unknown"),
      ])
    ])
  }

  private func schema(of type: ValueType) -> JSON {
    let unknown: [JSON] = [.null, .text("unknown")]
    func orUnknown(_ schema: JSON) -> JSON { .object(["anyOf": .list([schema, reference("unknown")])]) }
    switch type {
    case .yesNo: return .object(["enum": .list([.boolean(true), .boolean(false)] + unknown)])
    case .choice(let choices):
      let texts = choices.map(JSON.text)
      return .object(["enum": .list(texts + unknown.filter { !texts.contains($0) })])
    case .number(let unit):
      return orUnknown(
        .object([
          "type": .text("integer"), "minimum": .integer(0), "maximum": .integer(RequestLimits.number),
          "description": .text("In \(unit)."),
        ]))
    case .date: return orUnknown(reference("day"))
    case .instant: return orUnknown(reference("instant"))
    case .code: return orUnknown(reference("code"))
    }
  }

  private func described(_ schema: JSON, _ question: String, _ help: String?, _ source: String? = nil) -> JSON {
    let description = [help, source.map { "Source: \($0)." }].compactMap(\.self).joined(separator: " ")
    let titled = schema.adding("title", .text(question), first: true)
    return description.isEmpty ? titled : titled.adding("description", .text(description), first: false)
  }

  // MARK: Definitions

  private var definitions: [JSON.Member] {
    let shared: [JSON.Member] = [
      JSON.Member(
        key: "unknown",
        value: .object(["description": .text("Nobody knows."), "enum": .list([.null, .text("unknown")])])),
      JSON.Member(
        key: "day",
        value: .object([
          "description": .text("Year, month and day."), "type": .text("string"),
          "pattern": .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        ])),
      JSON.Member(
        key: "instant",
        value: .object([
          "description": .text("RFC 3339 with an offset, or without one in the agency's own time."),
          "type": .text("string"),
          "pattern": .text(
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:[0-9]{2})?$"),
        ])),
      JSON.Member(
        key: "code",
        value: .object([
          "description": .text("A section of a code, as the code cites it."), "type": .text("string"),
          "minLength": .integer(1),
        ])),
      JSON.Member(key: "paper", value: paper),
    ]
    return shared + vocabulary.records.map { JSON.Member(key: $0.name, value: list(of: $0)) }
  }

  private var paper: JSON {
    let kinds = JSON.object(["enum": .texts(vocabulary.papers.map(\.name))])
    let fields = vocabulary.paperFields.map { field in
      JSON.Member(key: field.name, value: described(schema(of: field.type), field.question, field.help))
    }
    return .object([
      "anyOf": .list([
        kinds,
        .object([
          "type": .text("object"),
          "properties": .object([JSON.Member(key: "kind", value: kinds)] + fields),
          "required": .texts(["kind"]),
          "additionalProperties": .boolean(false),
        ]),
      ])
    ])
  }

  private func list(of type: RecordType) -> JSON {
    let record = JSON.object([
      "type": .text("object"),
      "properties": .object(
        type.fields.map { field in
          JSON.Member(key: field.name, value: described(schema(of: field.type), field.question, field.help))
        }),
      "additionalProperties": .boolean(false),
    ])
    let records = JSON.object(["type": .text("array"), "items": record])
    let anyOf = JSON.object([
      "anyOf": .list([
        records.adding("description", .text("Exactly these."), first: true),
        .object([
          "description": .text("At least these."), "type": .text("object"),
          "properties": .object(["at-least": records]), "required": .texts(["at-least"]),
          "additionalProperties": .boolean(false),
        ]),
        .object(["enum": .list([.text("none"), .text("unknown"), .null])]),
      ])
    ])
    return described(anyOf, type.question, type.help)
  }

  private func reference(_ name: String) -> JSON { .object(["$ref": .text("#/$defs/\(name)")]) }
}

extension JSON {
  /// The object with one more key; what has it already stays as it is.
  fileprivate func adding(_ key: String, _ value: JSON, first: Bool) -> JSON {
    guard case .object(let members) = self, !members.contains(where: { $0.key == key }) else { return self }
    let member = Member(key: key, value: value)
    return .object(first ? [member] + members : members + [member])
  }
}
