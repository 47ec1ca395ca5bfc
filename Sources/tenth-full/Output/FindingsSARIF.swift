import Analysis
import Console
import LawLanguage
import Reasoning

/// What checking the law found, in the Static Analysis Results Interchange Format 2.1.0 of OASIS, as tools that review code read it.
struct FindingsSARIF {
  let json: JSON

  init(_ report: LibraryCheck.Report, _ loaded: LoadedLibrary) {
    let codes = Finding.Code.allCases
    let rules = codes.map { code in
      JSON.object([
        "id": .text(code.rawValue), "shortDescription": .object(["text": .text(code.title)]),
        "help": .object(["text": .text("docs/analysis.md describes \(code.rawValue).")]),
      ])
    }
    let results = report.findings.map { finding in
      JSON.object([
        "ruleId": .text(finding.code.rawValue), "ruleIndex": .integer(codes.firstIndex(of: finding.code) ?? 0),
        "level": .text(finding.level.rawValue),
        "message": .object(["text": .text(FindingsSARIF.message(finding, loaded))]),
        "locations": .list(finding.location.map { [FindingsSARIF.place($0, nil, loaded)] } ?? []),
        "relatedLocations": .list(
          finding.related.map { FindingsSARIF.place($0.location, $0.caption, loaded) }),
        "suppressions": .list(finding.recordedBy.map { [FindingsSARIF.suppression($0, loaded)] } ?? []),
      ])
    }
    let driver = JSON.object([
      "name": .text("tenth"), "semanticVersion": .text(engineVersion), "rules": .list(rules),
    ])
    json = .object([
      "$schema": .text("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
      "version": .text("2.1.0"),
      "runs": .list([
        .object([
          "tool": .object(["driver": driver]), "columnKind": .text("unicodeCodePoints"), "results": .list(results),
        ])
      ]),
    ])
  }

  /// The sentence, what to do, and the smallest request that shows it.
  private static func message(_ finding: Finding, _ loaded: LoadedLibrary) -> String {
    var text = finding.message + "."
    if let help = finding.help { text += " " + help.prefix(1).uppercased() + help.dropFirst() + "." }
    if let witness = finding.witness {
      text += " For example: " + witness.caseLines(in: loaded.vocabulary).joined(separator: "; ") + "."
    }
    return text
  }

  private static func place(_ location: SourceLocation, _ caption: String?, _ loaded: LoadedLibrary) -> JSON {
    let start = loaded.position(of: location)
    let physical = JSON.object([
      "artifactLocation": .object(["uri": .text(location.path)]),
      "region": .object(["startLine": .integer(start.line), "startColumn": .integer(start.column)]),
    ])
    guard let caption else { return .object(["physicalLocation": physical]) }
    return .object(["physicalLocation": physical, "message": .object(["text": .text(caption)])])
  }

  private static func suppression(_ location: SourceLocation, _ loaded: LoadedLibrary) -> JSON {
    .object([
      "kind": .text("inSource"),
      "justification": .text("the case at \(loaded.place(of: location)) records it as what the law itself says"),
    ])
  }
}
