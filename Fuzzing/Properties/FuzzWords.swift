public import LawLanguage
import Reasoning

/// The words that inputs are made of, taken from where the readers have them.
public enum FuzzWords {
  /// Every word and mark of the language, and the names of a vocabulary.
  public static func law(_ vocabulary: Vocabulary) -> [String] {
    let marks = ["# § 1\n", "```law\n", "```case \"", "```\n", "\"", "\\\"", "(", ")", ",", "2025-01-22", "16:00"]
    return marks + Keyword.allCases.map(\.rawValue) + names(vocabulary)
  }

  /// Every field of a request, and the names and values of a vocabulary.
  public static func request(_ vocabulary: Vocabulary) -> [String] {
    let marks = [
      "{", "}", "[", "]", ":", ",", "\"", "=", "\\u00", "\\ud83d\\ude00", "true", "false", "null", "2025-01-22",
      "2025-01-22T16:00", "2025-03-09T02:30", "2025-11-02T01:30", "Z", "-06:00", "today", "unknown", "none", "at-least",
      "kind", "value", "by", "why", "[0].",
    ]
    let choices = types(of: vocabulary).flatMap { type in
      if case .choice(let choices) = type { choices } else { [] as [String] }
    }
    let capacities = Capacity.allCases.map(\.rawValue)
    return marks + RequestField.allCases.map(\.rawValue) + capacities + names(vocabulary) + choices
  }

  private static func names(_ vocabulary: Vocabulary) -> [String] {
    let fields = vocabulary.paperFields.map(\.name) + vocabulary.records.flatMap { $0.fields.map(\.name) }
    let words = vocabulary.acts.map(\.name) + vocabulary.papers.map(\.name) + vocabulary.facts.map(\.name)
    let lists = vocabulary.records.flatMap { [$0.name, $0.element] }
    return words + fields + lists + vocabulary.agencies.map(\.name) + vocabulary.recipients.map(\.name)
      + vocabulary.places.map(\.name) + vocabulary.terms.map(\.name)
  }

  private static func types(of vocabulary: Vocabulary) -> [ValueType] {
    vocabulary.facts.map(\.type) + vocabulary.paperFields.map(\.type)
      + vocabulary.records.flatMap { $0.fields.map(\.type) }
  }
}
