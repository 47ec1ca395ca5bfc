import LawLanguage

/// Reads written values as the types of the vocabulary. Nothing is guessed: what is not of the type is a mistake.
struct ValueReader {
  /// The zone of the agency; nil while its place is not known, so that local times cannot be read.
  let zone: Zone?
  let spelling: SharedSpelling
  let now: Instant

  enum Reading: Equatable {
    case known(FactValue)
    case unknown
    /// A mistake was reported.
    case refused
  }

  /// A value of a type, or unknown.
  func read(_ written: WrittenValue, as type: ValueType, at path: String, _ issues: inout IssueList) -> Reading {
    if case .choice(let choices) = type, choices.contains("unknown"), written.characters == "unknown" {
      return .known(.choice("unknown"))
    }
    if written.saysUnknown || (type == .code && written.characters.map(ValueReader.spaced) == "unknown") {
      return .unknown
    }
    let value: FactValue? =
      switch type {
      case .yesNo: yesNo(written, path, &issues).map(FactValue.yesNo)
      case .choice(let choices): choice(written, among: choices, path, &issues).map(FactValue.choice)
      case .number(let unit): number(written, unit: unit, path, &issues).map(FactValue.number)
      case .date: day(written, path, &issues).map(FactValue.date)
      case .instant: instant(written, path, &issues).map(FactValue.instant)
      case .code: code(written, path, &issues).map(FactValue.code)
      }
    return value.map(Reading.known) ?? .refused
  }

  private func yesNo(_ written: WrittenValue, _ path: String, _ issues: inout IssueList) -> Bool? {
    switch written.content {
    case .boolean(let value): return value
    case .word(let word):
      if let value = ValueReader.yesNoWords[word.lowercased()] { return value }
      issues.add(
        written.location, path, "expected yes or no, not \(written.description)", help: "write yes, no or unknown")
    case .text(let text):
      let meant = ValueReader.yesNoWords[text.lowercased()].map { $0 ? "true" : "false" }
      issues.add(
        written.location, path, "expected true or false, not the text \(quoted(text))",
        help: meant.map { "write \($0) without quotes" } ?? "write true, false, or null for what is not known")
    case .null, .number, .list, .object:
      issues.add(
        written.location, path, "expected true or false, not \(written.description)",
        help: "write true, false, or null for what is not known")
    }
    return nil
  }

  private static let yesNoWords = ["yes": true, "true": true, "no": false, "false": false]

  private func choice(
    _ written: WrittenValue, among choices: [String], _ path: String, _ issues: inout IssueList
  ) -> String? {
    switch written.content {
    case .text(let text), .word(let text):
      if choices.contains(text) { return text }
      issues.add(
        written.location, path, "expected \(Suggestions.alternatives(choices)), not \(quoted(text))",
        help: Suggestions.help(for: text, among: choices))
    case .null, .boolean, .number, .list, .object:
      issues.add(
        written.location, path, "expected \(Suggestions.alternatives(choices)), not \(written.description)",
        help: "write one of them as a text")
    }
    return nil
  }

  private func number(_ written: WrittenValue, unit: String, _ path: String, _ issues: inout IssueList) -> Int? {
    let expected = "expected a whole number of \(unit)"
    switch written.content {
    case .number(let text), .word(let text):
      if let number = Int(text), String(number) == text, (0...RequestLimits.number).contains(number) { return number }
      let isNumber = Double(text) != nil
      issues.add(
        written.location, path, "\(expected), not \(text.isEmpty ? "nothing" : shown(text))",
        help: isNumber ? "write digits only, from 0 to \(RequestLimits.number)" : "write digits only, such as 34")
    case .text(let text) where Int(text) != nil:
      issues.add(
        written.location, path, "\(expected), not the text \(quoted(text))", help: "write \(shown(text)) without quotes"
      )
    case .null, .boolean, .text, .list, .object:
      issues.add(
        written.location, path, "\(expected), not \(written.description)", help: "write digits only, such as 34")
    }
    return nil
  }

  private func code(_ written: WrittenValue, _ path: String, _ issues: inout IssueList) -> String? {
    switch written.content {
    case .text(let text), .word(let text):
      let code = ValueReader.spaced(text)
      if let mistake = code.isEmpty ? nil : spelling.value.mistake(code) {
        issues.add(written.location, path, mistake.message, help: mistake.help)
        return nil
      }
      if !code.isEmpty { return code }
      issues.add(written.location, path, "expected a section of a code, not an empty text", help: ValueReader.codeHelp)
    case .null, .boolean, .number, .list, .object:
      issues.add(
        written.location, path, "expected a section of a code, not \(written.description)", help: ValueReader.codeHelp)
    }
    return nil
  }

  /// A code as it is compared: with single spaces, and none around it.
  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static let codeHelp = "write it as the code does, such as \"720 ILCS 5/9-1\""

  // MARK: Dates

  /// A day, such as that of a conviction.
  func day(_ written: WrittenValue, _ path: String, _ issues: inout IssueList) -> Day? {
    guard let parts = parts(written, expected: "a day", path, &issues) else { return nil }
    guard parts.secondOfDay == nil else {
      issues.add(
        written.location, path, "expected a day without a time, not \(written.description)", help: "write \(parts.day)")
      return nil
    }
    return parts.day
  }

  /// An instant: with an offset, or local in the agency's zone.
  func instant(_ written: WrittenValue, _ path: String, _ issues: inout IssueList) -> Instant? {
    guard let parts = parts(written, expected: "an instant", path, &issues) else { return nil }
    guard parts.secondOfDay != nil else {
      issues.add(
        written.location, path, "expected a day and a time, not \(written.description)",
        help: "add the time of day: \(parts.day)T16:00")
      return nil
    }
    return instant(parts, written, path, &issues)
  }

  /// A day or an instant: when the request was asked or decided.
  func dayOrInstant(
    _ written: WrittenValue, _ path: String, _ issues: inout IssueList
  ) -> (day: Day, instant: Instant?)? {
    guard let parts = parts(written, expected: "a day or an instant", path, &issues) else { return nil }
    guard parts.secondOfDay != nil else { return (parts.day, nil) }
    guard let instant = instant(parts, written, path, &issues) else { return nil }
    return (zone?.day(of: instant) ?? parts.day, instant)
  }

  /// The day of the act, or today in the agency's zone.
  func dayOfAct(_ written: WrittenValue, _ path: String, _ issues: inout IssueList) -> Day? {
    if written.characters == "today" {
      guard let zone else {
        issues.add(
          written.location, path, "which day is today depends on the agency's zone, and its place is not known",
          help: "write the day")
        return nil
      }
      return zone.day(of: now)
    }
    return day(written, path, &issues)
  }

  private func parts(
    _ written: WrittenValue, expected: String, _ path: String, _ issues: inout IssueList
  ) -> DateText.Parts? {
    switch written.content {
    case .text(let text), .word(let text):
      do {
        return try DateText.parse(text)
      } catch {
        issues.add(written.location, path, error.message, help: error.help)
      }
    case .null, .boolean, .number, .list, .object:
      issues.add(
        written.location, path, "expected \(expected), not \(written.description)",
        help: "write it as a text: \"2025-01-22\"\(expected == "a day" ? "" : " or \"2025-01-22T16:00\"")")
    }
    return nil
  }

  private func instant(
    _ parts: DateText.Parts, _ written: WrittenValue, _ path: String, _ issues: inout IssueList
  ) -> Instant? {
    let second = parts.secondOfDay ?? 0
    if let offset = parts.offset {
      return Instant(seconds: Int64(parts.day.number) * 86_400 + Int64(second - offset))
    }
    guard let zone else {
      issues.add(
        written.location, path, "the agency's zone is not known, so this time could be any",
        help: "add an offset, -06:00")
      return nil
    }
    let found = zone.instants(showing: second, on: parts.day)
    guard let instant = found.first else {
      issues.add(
        written.location, path, "\(quoted(written.characters ?? "")) does not exist: clocks were put forward over it",
        help: "check the time")
      return nil
    }
    guard found.count == 1 else {
      let choices = found.map { zone.rfc3339($0) }
      issues.add(
        written.location, path, "\(quoted(written.characters ?? "")) happened twice: clocks were put back over it",
        help: "write \(Suggestions.alternatives(choices))")
      return nil
    }
    return instant
  }
}
