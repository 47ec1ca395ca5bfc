import Reasoning

/// What a value of the API looks like. What is read, what is refused and what is published as its description come
/// from this one value.
indirect enum Shape: Sendable {
  case text(TextRule)
  case choice([String])
  case integer(ClosedRange<Int>)
  case yesNo
  case list(of: Shape, atMost: Int)
  /// Names and values of somebody else's choosing, such as the fields of a form.
  case map(of: Shape, atMost: Int)
  case object([Field])
  /// One of several objects, told apart by their field `type`.
  case oneOf([(type: String, fields: [Field])])
  case orNull(Shape)
  /// An object that has a description of its own elsewhere.
  case document
  /// A shape that bears a name in the published description.
  case named(String, Shape)

  /// A member of an object.
  struct Field: Sendable {
    let name: String
    let shape: Shape
    let meaning: String
    let isRequired: Bool

    static func needed(_ name: String, _ shape: Shape, _ meaning: String) -> Field {
      Field(name: name, shape: shape, meaning: meaning, isRequired: true)
    }

    static func optional(_ name: String, _ shape: Shape, _ meaning: String) -> Field {
      Field(name: name, shape: shape, meaning: meaning, isRequired: false)
    }
  }

  /// What a text may be.
  struct TextRule: Sendable {
    let kind: Kind
    /// In characters.
    let longest: Int

    enum Kind: Sendable {
      /// Something is written, whatever it is.
      case words
      /// RFC 3339, with an offset.
      case moment
      /// The name of a case.
      case caseID
      /// A name of the law's vocabulary.
      case name
      /// SHA-256, in hexadecimal digits.
      case digest
      case address
    }
  }

  static func words(_ longest: Int) -> Shape { .text(TextRule(kind: .words, longest: longest)) }
  static let moment = Shape.text(TextRule(kind: .moment, longest: 40))
  static let caseID = Shape.text(TextRule(kind: .caseID, longest: 32))
  static let name = Shape.text(TextRule(kind: .name, longest: 100))
  static let digest = Shape.text(TextRule(kind: .digest, longest: 64))
  static let address = Shape.text(TextRule(kind: .address, longest: 500))
}

// MARK: The published description

extension Shape {
  /// As JSON Schema, 2020-12.
  var schema: JSON {
    switch self {
    case .text(let rule): return rule.schema
    case .choice(let choices): return .object(["type": .text("string"), "enum": .texts(choices)])
    case .integer(let range):
      return .object([
        "type": .text("integer"), "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
      ])
    case .yesNo: return .object(["type": .text("boolean")])
    case .list(let shape, let most):
      return .object(["type": .text("array"), "items": shape.schema, "maxItems": .integer(most)])
    case .map(let shape, let most):
      return .object([
        "type": .text("object"), "additionalProperties": shape.schema, "maxProperties": .integer(most),
        "propertyNames": Shape.name.schema,
      ])
    case .object(let fields): return Shape.schema(of: fields)
    case .oneOf(let kinds):
      return .object([
        "oneOf": .list(
          kinds.map { kind in
            Shape.schema(of: [.needed("type", .choice([kind.type]), "What it is.")] + kind.fields)
          })
      ])
    case .orNull(let shape): return .object(["anyOf": .list([shape.schema, .object(["type": .text("null")])])])
    case .document: return .object(["type": .text("object")])
    case .named(let name, _): return .object(["$ref": .text("#/components/schemas/\(name)")])
    }
  }

  private static func schema(of fields: [Field]) -> JSON {
    let properties = fields.map { field -> JSON.Member in
      let about = JSON.Member(key: "description", value: .text(field.meaning))
      guard case .object(let members) = field.shape.schema else {
        return JSON.Member(key: field.name, value: field.shape.schema)
      }
      return JSON.Member(key: field.name, value: .object(members + [about]))
    }
    var members = [
      JSON.Member(key: "type", value: .text("object")), JSON.Member(key: "properties", value: .object(properties)),
    ]
    let required = fields.filter(\.isRequired).map(\.name)
    if !required.isEmpty { members.append(JSON.Member(key: "required", value: .texts(required))) }
    members.append(JSON.Member(key: "additionalProperties", value: .boolean(false)))
    return .object(members)
  }

  /// The shapes within that bear names, this one included.
  var names: [(name: String, shape: Shape)] {
    switch self {
    case .text, .choice, .integer, .yesNo, .document: []
    case .list(let shape, _), .map(let shape, _), .orNull(let shape): shape.names
    case .object(let fields): fields.flatMap(\.shape.names)
    case .oneOf(let kinds): kinds.flatMap { $0.fields.flatMap(\.shape.names) }
    case .named(let name, let shape): [(name, shape)] + shape.names
    }
  }
}

extension Shape.TextRule {
  fileprivate var schema: JSON {
    func text(_ more: KeyValuePairs<String, JSON>) -> JSON {
      .object(
        [JSON.Member(key: "type", value: .text("string"))] + more.map { JSON.Member(key: $0.key, value: $0.value) })
    }
    return switch kind {
    case .words: text(["minLength": .integer(1), "maxLength": .integer(longest), "pattern": .text(#"\S"#)])
    case .moment: text(["format": .text("date-time"), "maxLength": .integer(longest)])
    case .caseID: text(["pattern": .text("^[0-9a-f]{32}$")])
    case .name: text(["pattern": .text("^[a-z0-9][a-z0-9-]{0,99}$")])
    case .digest: text(["pattern": .text("^[0-9a-f]{64}$")])
    case .address: text(["format": .text("uri"), "maxLength": .integer(longest)])
    }
  }
}
