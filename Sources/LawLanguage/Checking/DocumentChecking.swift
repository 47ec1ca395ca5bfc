/// A document as a whole: that norms have a head above them, and that no section is claimed twice.
struct DocumentChecking {
  let document: DocumentSyntax
  let findings: Findings

  func check(law: LawNames?) {
    if law == nil { requireNoNorms() }
    requireOneHeadingPerSection()
  }

  private func requireNoNorms() {
    guard
      let (declaration, named) = document.declarations.lazy.compactMap({ declaration in
        declaration.kind.named.map { (declaration, $0) }
      }).first
    else { return }
    let section = Section(of: declaration.block, in: document)
    findings.report(
      .missingHead, "`\(named.name.value)` is \(named.kind.phrase), but no law has begun",
      help: "begin the document with `law NAME  cite \"…\"  by statute of …  in force from …`",
      at: section.location(named.name.range))
  }

  /// Two headings with blocks may not name one section: a reader could not tell which holds the norms.
  private func requireOneHeadingPerSection() {
    var claimed: [String: (heading: SourceRange, location: SourceLocation)] = [:]
    // Blocks under one heading follow each other, and a page may have hundreds: each heading is read once.
    var last: (heading: SourceRange, number: String?)?
    for (index, block) in document.blocks.enumerated() {
      guard let range = block.headingRange else { continue }
      let numbered = last?.heading == range ? last?.number : block.heading.sectionNumber
      last = (range, numbered)
      guard let number = numbered else { continue }
      let location = Section(of: index, in: document).location(range)
      guard let first = claimed[number] else {
        claimed[number] = (range, location)
        continue
      }
      guard first.heading != range else { continue }
      findings.report(
        .duplicateSection, "§ \(number) has a heading already", help: "put its blocks under one heading",
        at: location, related: [.init(caption: "the first", location: first.location)])
    }
  }
}

extension String {
  /// `15(a)` of `§ 15(a) No holds`; nil for a heading that names no section.
  var sectionNumber: String? {
    // By scalars: to find where characters end takes longer than all else that is asked of a heading.
    let scalars = unicodeScalars
    guard let mark = scalars.firstIndex(of: "§") else { return nil }
    let number = scalars[scalars.index(after: mark)...].drop { $0 == " " || $0 == "\u{A0}" }.prefix { $0 != " " }
    let bare = number.last.map { ".,:;".unicodeScalars.contains($0) } == true ? number.dropLast() : number
    return bare.isEmpty ? nil : String(bare)
  }
}
