import Desk
import LawLanguage
import Web

/// A small law, and people.
enum Fixtures {
  static let vocabulary = """
    # Words

    ```law
    jurisdiction IL "Illinois"  zone America/Chicago  searched to 2026-11-21
    act hold "keep the person in custody past release"
    agency county-jail "a county jail"
    paper i247a "Form I-247A"  asks for hold
    ```

    """

  static let law = """
    # An act

    ```law
    law il.act  cite "1 ILCS 1"  by statute of IL  in force from 2020-01-01
    ```

    ## § 1 No holds <script>alert(1)</script>

    Plain words. <b onclick="alert(1)">Raw</b> [a link](javascript:alert(1)) and [another](https://ilga.gov).

    ```law
    rule no-hold  cite "1"  verified "ilga.gov, read 2026-01-01"
      county-jail must not hold
        says "No <em>holds</em>."
    ```

    """

  struct Unusable: Error { let messages: [String] }

  static func book(_ more: String = "") throws -> LawBook {
    let result = Library.check([
      SourceFile(path: "vocabulary.md", text: vocabulary), SourceFile(path: "il/act.md", text: law + more),
    ])
    guard let library = result.library else { throw Unusable(messages: result.diagnostics.map(\.message)) }
    return LawBook(library)
  }

  static func staff(_ id: String, _ roles: Set<StaffRole>) throws -> Staff {
    try Staff(id: id, name: "Pat Example", title: "Clerk", agency: "example", roles: roles)
  }
}
