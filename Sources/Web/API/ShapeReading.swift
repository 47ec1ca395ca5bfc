import LawLanguage
import Reasoning

/// A value that was sent, and is known to have its shape.
struct Given: Sendable {
  private let content: WrittenValue.Content?

  init(_ value: WrittenValue?) {
    if case .null? = value?.content { content = nil } else { content = value?.content }
  }

  subscript(name: String) -> Given {
    guard case .object(let members)? = content else { return Given(nil) }
    return Given(members.first { $0.name == name }?.value)
  }

  /// Whether anything stands there, and not `null`.
  var isThere: Bool { content != nil }
  var text: String? { if case .text(let text)? = content { text } else { nil } }
  var yesNo: Bool? { if case .boolean(let value)? = content { value } else { nil } }
  var integer: Int? { if case .number(let digits)? = content { Given.integer(digits) } else { nil } }
  var moment: Instant? { text.flatMap(Moment.read) }
  var list: [Given] { if case .list(let values)? = content { values.map { Given($0) } } else { [] } }
  var texts: [String] { list.compactMap(\.text) }

  /// Names and texts of a map.
  var map: [String: String] {
    guard case .object(let members)? = content else { return [:] }
    return Dictionary(members.compactMap { member in Given(member.value).text.map { (member.name, $0) } }) { $1 }
  }

  /// JSON has one kind of number: 1.0 and 1e0 are whole too.
  static func integer(_ digits: String) -> Int? { Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) } }
}

extension Shape {
  /// What is wrong with a value; nothing where it has this shape.
  func mistakes(in value: WrittenValue, at pointer: String = "") -> [ProblemDetails.PointedError] {
    func wrong(_ sentence: String) -> [ProblemDetails.PointedError] { [.init(pointer, sentence)] }
    switch (self, value.content) {
    case (.named(_, let shape), _): return shape.mistakes(in: value, at: pointer)
    case (.orNull, .null): return []
    case (.orNull(let shape), _): return shape.mistakes(in: value, at: pointer)
    case (.text(let rule), .text(let text)): return rule.mistake(in: text).map(wrong) ?? []
    case (.text, _): return wrong("write a text in double quotes")
    case (.choice(let choices), .text(let text)):
      guard !choices.contains(text) else { return [] }
      let near = suggestion(for: text, among: choices).map { "; did you mean \($0)?" } ?? ""
      return wrong("write one of \(choices.joined(separator: ", "))\(near)")
    case (.choice(let choices), _): return wrong("write one of \(choices.joined(separator: ", "))")
    case (.integer(let range), .number(let digits)):
      guard let number = Given.integer(digits), range.contains(number) else {
        return wrong("write a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return []
    case (.integer, _): return wrong("write a whole number")
    case (.yesNo, .boolean): return []
    case (.yesNo, _): return wrong("write true or false")
    case (.list(let shape, let most), .list(let values)):
      guard values.count <= most else { return wrong("at most \(most) are taken here") }
      return values.enumerated().flatMap { shape.mistakes(in: $1, at: "\(pointer)/\($0)") }
    case (.list, _): return wrong("write a list in brackets")
    case (.map(let shape, let most), .object(let members)):
      guard members.count <= most else { return wrong("at most \(most) are taken here") }
      return members.flatMap { member -> [ProblemDetails.PointedError] in
        let place = Shape.pointer(pointer, member.name)
        guard Shape.isName(member.name) else {
          return [.init(place, "a name has small letters, digits and dashes")]
        }
        return shape.mistakes(in: member.value, at: place)
      }
    case (.object(let fields), .object(let members)): return Shape.mistakes(in: members, fields, at: pointer)
    case (.oneOf(let kinds), .object(let members)):
      let names = kinds.map(\.type)
      guard let type = members.first(where: { $0.name == "type" }) else {
        return wrong("say the type: one of \(names.joined(separator: ", "))")
      }
      let mistakes = Shape.choice(names).mistakes(in: type.value, at: "\(pointer)/type")
      guard mistakes.isEmpty, case .text(let name) = type.value.content,
        let kind = kinds.first(where: { $0.type == name })
      else { return mistakes }
      return Shape.mistakes(in: members, [.needed("type", .choice(names), "")] + kind.fields, at: pointer)
    case (.map, _), (.object, _), (.oneOf, _), (.document, _): return wrong("write an object in braces")
    }
  }

  private static func mistakes(
    in members: [WrittenValue.Member], _ fields: [Field], at pointer: String
  ) -> [ProblemDetails.PointedError] {
    var mistakes: [ProblemDetails.PointedError] = []
    let names = fields.map(\.name)
    for member in members {
      let place = Shape.pointer(pointer, member.name)
      guard let field = fields.first(where: { $0.name == member.name }) else {
        mistakes.append(.init(place, Shape.unknown(member.name, among: names)))
        continue
      }
      mistakes += field.shape.mistakes(in: member.value, at: place)
    }
    for field in fields where field.isRequired && !members.contains(where: { $0.name == field.name }) {
      mistakes.append(.init(Shape.pointer(pointer, field.name), "this is missing"))
    }
    return mistakes
  }

  /// What is said of a name that there is not.
  static func unknown(_ name: String, among names: [String]) -> String {
    if let near = suggestion(for: name, among: names) { return "there is no such field; did you mean \(near)?" }
    return names.isEmpty
      ? "nothing is taken here" : "there is no such field; there are \(names.joined(separator: ", "))"
  }

  private static func pointer(_ base: String, _ name: String) -> String {
    "\(base)/\(name.replacing("~", with: "~0").replacing("/", with: "~1"))"
  }

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 100 else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
      default: false
      }
    }
  }
}

extension Shape.TextRule {
  func mistake(in text: String) -> String? {
    guard text.unicodeScalars.count <= longest else { return "write at most \(longest) characters" }
    return switch kind {
    case .words: text.contains { !$0.isWhitespace } ? nil : "write something"
    case .moment: Moment.read(text) == nil ? "write a moment with its offset, such as 2026-02-10T02:05:00-06:00" : nil
    case .caseID:
      text.utf8.count == 32 && text.utf8.allSatisfy { Set("0123456789abcdef".utf8).contains($0) }
        ? nil : "a case is named by 32 digits and letters from a to f"
    case .digest:
      text.utf8.count == 64 && text.utf8.allSatisfy { Set("0123456789abcdef".utf8).contains($0) }
        ? nil : "a digest has 64 digits and letters from a to f"
    case .name: Shape.isName(text) ? nil : "a name has small letters, digits and dashes"
    case .address: HookAddress(text) == nil ? "write an https address without a name or password in it" : nil
    }
  }
}

/// Moments as programs write them: RFC 3339 with an offset.
enum Moment {
  private static let greenwich = Zone(identifier: "GMT")

  static func read(_ text: String) -> Instant? {
    let pattern = /(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:[Zz]|([+-])(\d\d):(\d\d))/
    guard let match = text.wholeMatch(of: pattern), text.utf8.allSatisfy({ $0 < 0x80 }), let day = Day(match.1),
      (1900...2199).contains(day.civil.year), let hour = Int64(match.2), hour < 24, let minute = Int64(match.3),
      minute < 60, let second = Int64(match.4), second <= 60
    else { return nil }
    var offset: Int64 = 0
    if let sign = match.5, let hours = match.6.flatMap({ Int64($0) }), let minutes = match.7.flatMap({ Int64($0) }) {
      guard hours < 24, minutes < 60 else { return nil }
      offset = (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
    }
    return Instant(seconds: Int64(day.number) * 86_400 + hour * 3600 + minute * 60 + second - offset)
  }

  /// In UTC: `2026-02-10T08:05:00+00:00`.
  static func written(_ instant: Instant) -> JSON { greenwich.map { .text($0.rfc3339(instant)) } ?? .null }

  static func written(orNull instant: Instant?) -> JSON { instant.map(written) ?? .null }
}
