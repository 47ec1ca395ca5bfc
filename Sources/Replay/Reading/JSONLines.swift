internal import Reasoning

/// Reads rows that are JSON objects, one on each line.
package struct JSONLines {
  /// A row: its members in order, as text; nil for null.
  package typealias Members = [(name: String, value: String?)]

  /// What came of looking for a row.
  package enum Step {
    case row(Members, line: Int)
    case bad(ReadingProblem)
    case end
  }

  private let chunk: () throws -> [UInt8]?
  private var rest: [UInt8] = []
  private var at = 0
  private var line = 0
  private var isExhausted = false
  /// Bytes of the file taken so far.
  package private(set) var bytesRead = 0

  /// A reader of what comes in chunks; nil ends it.
  package init(chunk: @escaping () throws -> [UInt8]?) { self.chunk = chunk }

  /// Goes to the next line that is not empty.
  package mutating func next() throws -> Step {
    while let bytes = try nextLine() {
      line += 1
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      return read(bytes)
    }
    return .end
  }

  private mutating func nextLine() throws -> [UInt8]? {
    while true {
      if let end = rest[at...].firstIndex(of: 0x0A) {
        defer { at = end + 1 }
        return Array(rest[at..<end])
      }
      guard rest.count - at <= ReadingLimits.row else {
        throw ReadingProblem(
          line: line + 1, "a line longer than \(ReadingLimits.row) bytes; write one object on each line")
      }
      guard !isExhausted, let bytes = try chunk() else {
        isExhausted = true
        defer { at = rest.count }
        return at < rest.count ? Array(rest[at...]) : nil
      }
      bytesRead += bytes.count
      rest = Array(rest[at...]) + bytes
      at = 0
    }
  }

  private func read(_ bytes: [UInt8]) -> Step {
    guard let text = try? RequestText(bytes, from: "the table"), let value = try? JSONReader.read(text) else {
      return .bad(ReadingProblem(line: line, "this line is no JSON object; write one object on each line"))
    }
    guard case .object(let members) = value.content else {
      return .bad(ReadingProblem(line: line, "this line holds no object; write {\"column\": \"value\", …}"))
    }
    var found: Members = []
    for (index, member) in members.enumerated() {
      switch member.value.content {
      case .null: found.append((member.name, nil))
      case .boolean(let value): found.append((member.name, value ? "true" : "false"))
      case .number(let text), .text(let text), .word(let text): found.append((member.name, text))
      case .list, .object:
        return .bad(
          ReadingProblem(line: line, column: index + 1, "a list or an object inside a row; write one value a column"))
      }
    }
    return .row(found, line: line)
  }
}
