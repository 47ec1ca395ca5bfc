/// Tests that are run together. The quickest come first, since the first that fails ends a mutant.
struct Stage: Sendable, Hashable {
  let name: String
  /// Regular expressions over the names of tests, as `swift test` takes them.
  let filter: String
  var skip: String?
  /// How many generated laws and requests are compared; nil for as many as `./test` does.
  var pairs: Int?

  /// What a mutant of a module faces first, in order.
  static func quick(for module: String) -> [Stage] {
    let own =
      module == "LawLanguage"
      ? Stage(name: "unit tests", filter: #"^LawLanguageTests\."#, skip: "ParserGarbageTests|FormatterTests")
      : Stage(name: "unit tests", filter: #"^ReasoningTests\."#, skip: "CaseTests|Differential|GeneratedLaws|Exactness")
    return [
      own,
      Stage(name: "cases", filter: "CaseTests/everyCase|CaseTests/eachAnswer"),
      // It waits ten seconds, and is about files.
      Stage(name: "program", filter: #"^tenthTests\."#, skip: "doesNotWaitForAPipe"),
      Stage(name: "differential test", filter: "Differential", pairs: 1500),
      Stage(name: "exactness test", filter: "ExactnessTests", pairs: 20),
    ]
  }

  /// What those that are left face in the end.
  static let everything = Stage(name: "everything", filter: ".")

  var arguments: [String] {
    ["--testing-library", "swift-testing", "--filter", filter] + (skip.map { ["--skip", $0] } ?? [])
  }

  /// Shrinking a difference would take longer than finding it.
  var environment: [String: String] {
    var result = ["TENTH_REPORTS": "0"]
    if let pairs {
      result["TENTH_PAIRS"] = "\(pairs)"
      result["TENTH_WIDE"] = "\(pairs)"
    }
    return result
  }
}
