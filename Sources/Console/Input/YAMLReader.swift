import LawLanguage
import Reasoning
import Yams

/// Reads YAML into written values. Scalars stay as they are written: what `no` or 2025-01-22 means is the vocabulary's
/// to say. Aliases are refused, for a few lines of them can stand for a billion values.
struct YAMLReader {
  private let locate: (Mark?) -> RequestLocation

  /// The value of a YAML file.
  static func read(_ text: RequestText) throws(RequestError) -> WrittenValue {
    try YAMLReader { mark in
      .file(text.file, mark.map { SourcePosition(line: $0.line, column: $0.column) })
    }.read(String(decoding: text.bytes, as: UTF8.self))
  }

  /// The value of a flag: `{offence: "720 ILCS 5/9-1", class: felony}`.
  static func read(_ text: String, of flag: RequestLocation) throws(RequestError) -> WrittenValue {
    try YAMLReader { _ in flag }.read(text)
  }

  private func read(_ text: String) throws(RequestError) -> WrittenValue {
    if let alias = YAMLReader.alias(in: text) {
      throw refusal(nil, "the alias *\(alias) stands for what is written elsewhere", help: "write it out")
    }
    let node: Node?
    do {
      // No resolver: a plain scalar has no type of its own.
      node = try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      throw refusal(error)
    } catch {
      throw refusal(nil, "this is not readable as YAML", help: "check its indentation and quotes")
    }
    guard let node else { throw refusal(nil, "there is no value in it", help: "write the fields of a request") }
    var issues: [RequestIssue] = []
    let value = try convert(node, depth: 0, &issues)
    if !issues.isEmpty { throw RequestError(issues) }
    return value
  }

  private func convert(_ node: Node, depth: Int, _ issues: inout [RequestIssue]) throws(RequestError) -> WrittenValue {
    guard depth <= RequestLimits.depth else { throw tooDeep(node.mark) }
    let location = locate(node.mark)
    switch node {
    case .scalar(let scalar):
      return WrittenValue(content(of: scalar), at: location)
    case .sequence(let sequence):
      var values: [WrittenValue] = []
      for item in sequence { values.append(try convert(item, depth: depth + 1, &issues)) }
      return WrittenValue(.list(values), at: location)
    case .mapping(let mapping):
      var members: [WrittenValue.Member] = []
      for (key, value) in mapping {
        let name: String
        switch key {
        case .scalar(let scalar): name = scalar.string
        case .sequence, .mapping, .alias:
          throw refusal(key.mark, "a field's name is one word", help: "write NAME: VALUE")
        }
        members.append(
          WrittenValue.Member(
            name: name, location: locate(key.mark), value: try convert(value, depth: depth + 1, &issues)))
      }
      return WrittenValue(.object(members), at: location)
    case .alias:
      throw refusal(node.mark, "an alias stands for what is written elsewhere", help: "write it out")
    }
  }

  private func content(of scalar: Node.Scalar) -> WrittenValue.Content {
    switch scalar.style {
    case .singleQuoted, .doubleQuoted, .literal, .folded: .text(scalar.string)
    case .any, .plain:
      switch scalar.string {
      case "", "~", "null", "Null", "NULL": .null
      default: .word(scalar.string)
      }
    }
  }

  // MARK: Refusals

  /// The name of an alias whose anchor is in the text as well; in quotes too, for nobody needs both there.
  private static func alias(in text: String) -> String? {
    func names(after mark: UInt8) -> Set<String> {
      var names: Set<String> = []
      let bytes = Array(text.utf8)
      for index in bytes.indices where bytes[index] == mark {
        let name = bytes[(index + 1)...].prefix { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        if !name.isEmpty { names.insert(String(decoding: name, as: UTF8.self)) }
      }
      return names
    }
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return nil }
    return names(after: UInt8(ascii: "*")).intersection(names(after: UInt8(ascii: "&"))).min()
  }

  private func tooDeep(_ mark: Mark?) -> RequestError {
    refusal(
      mark, "a request may be nested \(RequestLimits.depth) deep, and this goes deeper",
      help: "a request needs four levels: facts, a list of records, a record, its field")
  }

  private func refusal(_ error: YamlError) -> RequestError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // The parser's own bound keeps it from running out of stack; it speaks of it in its own terms.
      problem.contains("nesting level")
        ? tooDeep(mark)
        : refusal(mark, "this is not readable as YAML: \(problem)", help: "check the line and the one above it")
    case .duplicatedKeysInMapping(let duplicates, let context):
      refusal(
        context.mark, "\"\(duplicates.joined(separator: "\", \""))\" is written twice", help: "keep one of the two")
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      refusal(nil, "this is not readable as YAML", help: "check its indentation, quotes and special characters")
    }
  }

  private func refusal(_ mark: Mark?, _ message: String, help: String) -> RequestError {
    RequestError([RequestIssue(at: locate(mark), message, help: help)])
  }
}
