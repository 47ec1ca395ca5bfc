package import LawLanguage

/// The library, arranged for reading: places with their laws, each law's rules by where they stand, and its cases by rule.
package struct LawBook: Sendable {
  let library: Library
  /// In the order of the files.
  let places: [(place: String, title: String, searchedTo: Day?, laws: [Law])]
  private let sources: [String: SourceFile]

  package init(_ library: Library) {
    self.library = library
    sources = Dictionary(library.sources.map { ($0.path, $0) }) { first, _ in first }
    var order: [String] = []
    for law in library.laws where !order.contains(law.place) { order.append(law.place) }
    places = order.map { name in
      let place = library.vocabulary.place(name)
      return (name, place?.title ?? name, place?.searchedTo, library.laws.filter { $0.place == name })
    }
  }

  /// The document of a law.
  func source(of law: Law) -> SourceFile? { sources[law.path] }

  /// The worked examples in a law's document.
  func cases(of law: Law) -> [Case] { library.cases.filter { $0.law == law.name } }

  /// The address of a law, or of a place in it.
  static func path(of law: String, anchor: String? = nil) -> String {
    "/law/\(law)" + (anchor.map { "#\($0)" } ?? "")
  }

  /// The address of a rule.
  static func path(of rule: QualifiedName) -> String { path(of: rule.law, anchor: anchor(of: rule)) }

  /// Where a rule stands on its law's page.
  static func anchor(of rule: QualifiedName) -> String { "rule-\(rule.name)" }

  /// Where a section stands on its law's page: `15-a-no-holds-on-a-detainer`.
  static func anchor(ofHeading text: String) -> String {
    let words = text.lowercased().unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? String(scalar) : " "
    }
    return "s-" + words.joined().split(separator: " ").joined(separator: "-")
  }
}
