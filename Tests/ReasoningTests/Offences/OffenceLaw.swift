import Foundation
import LawLanguage
import Reasoning
import Testing

/// A state whose law counts offences, made up.
enum OffenceLaw {
  static let day = Day(number: 20_000)

  private static let words = """
    ```law
    jurisdiction QQ "Quince State"  zone America/Chicago  searched to 2026-11-21
    jurisdiction US "United States"  zone America/New_York  searched to 2026-11-21
    locality rowan "Rowan"  in QQ
    agency jail "a jail"
    act notify "tell of a release"
    act hold "keep the person"
    records convictions each conviction  asks "Which convictions?"
      field offence code  asks "Which section?"
      field class one of felony, misdemeanor  asks "Felony or misdemeanor?"
      field convicted-on date  asks "When?"
    ```

    """

  private static let act = """
    # The act

    ```law
    law qq.act  cite "1 QQ 1"  by statute of QQ  in force from 2010-01-01
    list grave of offence  cite "2"
      "PC 211" "robbery",
      "PC 245(a)(1)" "assault with a deadly weapon",
      "PC 245(a)(2)" "assault with a firearm",
      "PC 186.2" "profiteering",
      "PC 18.62" "explosives",
      "PC 459" "burglary" until 2020-12-31
    list light of offence  cite "3"
      "PC 245",
      "PC 488" "petty theft",
      "HS 11377" "drugs"
    define counted  cite "2"
      when any conviction where ((class is felony and offence is in grave)
        or (offence is in light and convicted-on is within 5 years before acted))
    define uncounted  cite "3"
      when any conviction where (class is felony and offence is not in light)
    rule tell  cite "4"  verified "the code, read 2026-01-01"
      jail may notify  when counted
    rule keep  cite "5"  unverified
      jail must not hold  unless uncounted  cite "5"
    ```

    """

  private static let ordinance = """
    # The ordinance

    ```law
    law rowan.act  cite "Rowan Code 1"  by ordinance of rowan  in force from 2010-01-01
    list local of offence  cite "9"
      "PC 211" "robbery",
      "MC 9.01" "noise at night"
    define local-one  cite "9"  when any conviction where offence is in local
    rule tell-local  cite "9"  unverified
      jail must not notify  unless local-one  cite "9"
    ```

    """

  struct Unusable: Error { let messages: [String] }

  static func library() throws -> Library {
    let result = Library.check([
      SourceFile(path: "vocabulary.md", text: words), SourceFile(path: "qq/act.md", text: act),
      SourceFile(path: "qq/rowan.md", text: ordinance),
    ])
    guard let library = result.library else { throw Unusable(messages: result.diagnostics.map(\.message)) }
    return library
  }

  static func index(locality: String? = nil) throws -> OffenceIndex {
    OffenceIndex(try library(), in: "QQ", locality: locality)
  }

  /// The law of the repository: the United States and one state.
  static func library(of state: String) throws -> Library {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Laws").resolvingSymlinksInPath()
    var paths = ["vocabulary.md"]
    for folder in ["us", state.lowercased()] {
      paths += try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
        .filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }
    let result = Library.check(
      try paths.map { SourceFile(path: $0, bytes: Array(try Data(contentsOf: root.appending(path: $0)))) })
    guard let library = result.library else { throw Unusable(messages: result.diagnostics.map(\.message)) }
    return library
  }
}
