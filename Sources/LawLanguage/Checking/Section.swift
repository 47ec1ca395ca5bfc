/// Where a declaration stands: its file, the heading above its block, and the prose under that heading.
struct Section {
  let path: String
  let heading: String
  let prose: String

  init(path: String, heading: String = "", prose: String = "") {
    self.path = path
    self.heading = heading
    self.prose = prose
  }

  /// The section of a block of a document.
  init(of block: Int, in document: DocumentSyntax) {
    guard document.blocks.indices.contains(block) else {
      self.init(path: document.file.path)
      return
    }
    let found = document.blocks[block]
    self.init(path: document.file.path, heading: found.heading, prose: found.prose)
  }

  /// A place in this section.
  func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(path: path, range: range, heading: heading)
  }
}
