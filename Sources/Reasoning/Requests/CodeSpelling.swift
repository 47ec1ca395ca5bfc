import LawLanguage
import Norms

/// Whether a section of a code is written as the law's lists write it.
///
/// A section that no list names is an ordinary answer: it is in none. One that a list names in another spelling, or of which a
/// list names only a part, would be taken for that, and the answer could turn.
struct CodeSpelling {
  private let entries: Set<String>
  /// By letters and digits alone.
  private let spellings: [String: String]

  /// As all lists of the library write them, on any day.
  init(_ library: Library) {
    entries = Set(library.laws.flatMap { $0.lists.flatMap { $0.members.map(\.value) } })
    spellings = Dictionary(entries.map { (CodeSpelling.bare($0), $0) }) { min($0, $1) }
  }

  /// What is wrong with a section, and what to do; nil if nothing is.
  func mistake(_ code: String) -> (message: String, help: String)? {
    guard code.contains(where: \.isNumber) else {
      return ("\(quoted(code)) is no section of a code", ValueReader.codeHelp)
    }
    // A whole section that is itself an entry is the law's own business.
    guard !Situation.matches(code: code, in: entries) else { return nil }
    let parts = entries.filter { $0.hasPrefix(code + "(") }.sorted()
    if let first = parts.first {
      let all = parts.prefix(4).map { shown($0) }.joined(separator: ", ") + (parts.count > 4 ? ", …" : "")
      return (
        "the law tells parts of \(quoted(code)) apart: \(all)",
        "write which part it is, such as \(quoted(first)), or leave it out while nobody knows"
      )
    }
    // The brackets at its end may go further than the list does.
    var whole = code[...]
    while true {
      if let entry = spellings[CodeSpelling.bare(String(whole))], entry != whole {
        let rest = code[whole.endIndex...]
        return ("the law writes \(quoted(code)) otherwise", "if that is meant, write \(quoted(entry + rest))")
      }
      guard whole.last == ")", let open = whole.lastIndex(of: "("), open > whole.startIndex else { return nil }
      whole = whole[..<open]
    }
  }

  private static func bare(_ code: String) -> String {
    String(
      code.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }.map(
        Character.init))
  }
}

/// The spelling of a library's sections, looked up when the first is read.
final class SharedSpelling {
  private let library: Library
  private(set) lazy var value = CodeSpelling(library)

  init(_ library: Library) { self.library = library }
}
