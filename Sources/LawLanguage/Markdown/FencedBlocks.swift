/// Reads a Markdown document as far as the language needs it: headings, prose, and the `law` and `case` fences.
///
/// What a Markdown viewer shows as a block must be what the program reads. So every fence that a viewer would show as
/// `law` or `case`, but that does not stand in column 1 with three backticks, is an error, and so is one that a viewer
/// would hide or show inside another.
struct FencedBlocks {
  private(set) var blocks: [Block] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let file: SourceFile
  private var position = 0
  private var heading = ""
  private var headingRange: SourceRange?
  /// The lines of the paragraph being read.
  private var paragraph: SourceRange?
  /// The first paragraph of the section; nothing more is added once a block has been met.
  private var prose: SourceRange?
  /// That paragraph as one line, once a block has been met.
  private var words = ""
  private var proseIsSettled = false

  /// Reads a document, which must be UTF-8.
  init(_ file: SourceFile) {
    self.file = file
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if file.bytes.starts(with: byteOrderMark) { position = byteOrderMark.count }
    while position < file.bytes.count { readLine() }
  }

  // MARK: Lines

  private mutating func readLine() {
    let bytes = file.bytes
    let line = MarkdownLine(at: position, in: bytes)
    let first = line.firstText(from: line.lower, in: bytes)
    guard first < line.upper else {
      endParagraph()
      position = line.next
      return
    }
    let start = line.afterContainers(in: bytes)
    if let fence = line.fence(at: start, in: bytes), opensFence(fence, line) {
      endParagraph()
      position = line.next
      readFence(fence, line)
      return
    }
    if first - line.lower < 4 {
      if bytes[first] == UInt8(ascii: "#"), readHeading(line, from: first) { return }
      if bytes[first] == UInt8(ascii: "<"), skipHTML(line, from: first) { return }
      if let lines = paragraph, isUnderline(line, from: first) {
        paragraph = nil
        position = line.next
        startSection(lines)
        return
      }
    }
    paragraph = paragraph.map { SourceRange($0.lower, line.upper) } ?? SourceRange(first, line.upper)
    position = line.next
  }

  private mutating func endParagraph() {
    if let lines = paragraph, prose == nil, !proseIsSettled { prose = lines }
    paragraph = nil
  }

  private mutating func readHeading(_ line: MarkdownLine, from first: Int) -> Bool {
    let bytes = file.bytes
    var index = first
    while index < line.upper, bytes[index] == UInt8(ascii: "#") { index += 1 }
    guard index - first <= 6, index == line.upper || bytes[index] == UInt8(ascii: " ") || bytes[index] == 9 else {
      return false
    }
    let start = line.firstText(from: index, in: bytes)
    var end = max(start, line.lastText(in: bytes))
    var marks = end
    while marks > start, bytes[marks - 1] == UInt8(ascii: "#") { marks -= 1 }
    if marks == start {
      end = start
    } else if marks < end, bytes[marks - 1] == UInt8(ascii: " ") {
      end = marks
      while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    }
    paragraph = nil
    position = line.next
    startSection(SourceRange(start, end))
    return true
  }

  private func isUnderline(_ line: MarkdownLine, from first: Int) -> Bool {
    let mark = file.bytes[first]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
    return file.bytes[first..<line.lastText(in: file.bytes)].allSatisfy { $0 == mark }
  }

  private mutating func startSection(_ title: SourceRange) {
    heading = oneLine(title)
    headingRange = title
    prose = nil
    proseIsSettled = false
  }

  /// The words of a range, one space apart.
  private func oneLine(_ range: SourceRange) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(range.upper - range.lower)
    for byte in file.bytes[range.lower..<range.upper] {
      if byte == UInt8(ascii: " ") || (9...13).contains(byte) {
        if words.last != UInt8(ascii: " ") { words.append(UInt8(ascii: " ")) }
      } else {
        words.append(byte)
      }
    }
    if words.last == UInt8(ascii: " ") { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }

  // MARK: Fences

  /// A run of backticks opens no fence if there are more on its line: it is code within a sentence.
  private func opensFence(_ fence: Fence, _ line: MarkdownLine) -> Bool {
    guard fence.isBackticks, kind(after: fence, line) == nil else { return true }
    return !file.bytes[fence.upper..<line.upper].contains(UInt8(ascii: "`"))
  }

  /// Whether the first word after a fence is `law` or `case`, however it is written.
  private func kind(after fence: Fence, _ line: MarkdownLine) -> (kind: Block.Kind, word: SourceRange)? {
    let bytes = file.bytes
    let start = line.firstText(from: fence.upper, in: bytes)
    var end = start
    while end < line.upper, isLetterOrHyphen(bytes[end]) { end += 1 }
    let word = bytes[start..<end].map { $0 | 0x20 }
    if word.elementsEqual("law".utf8) { return (.law, SourceRange(start, end)) }
    if word.elementsEqual("case".utf8) { return (.caseExample, SourceRange(start, end)) }
    return nil
  }

  private func isLetterOrHyphen(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func readFence(_ fence: Fence, _ line: MarkdownLine) {
    guard let (kind, word) = self.kind(after: fence, line) else {
      reportNearMiss(fence, line)
      skipFence(fence, line, reportsItsEnd: true)
      return
    }
    if let problem = problem(of: fence, line, word: word) {
      report(
        .misplacedFence, problem.message, help: problem.help, SourceRange(fence.lower, max(fence.upper, word.upper)))
      skipFence(fence, line, reportsItsEnd: false)
      return
    }
    let info = SourceRange(word.upper, max(word.upper, line.lastText(in: file.bytes)))
    let rest = line.firstText(from: word.upper, in: file.bytes)
    if kind == .law, rest < line.upper {
      report(
        .textAfterBlock, "text after `law` on the line of the fence is not read",
        help: "start the law on the next line", SourceRange(rest, info.upper))
    }
    readBody(kind, opening: SourceRange(fence.lower, word.upper), info: info)
  }

  /// What opens a fence of another kind is not read; one that was meant to be read must not be passed over in silence.
  private mutating func reportNearMiss(_ fence: Fence, _ line: MarkdownLine) {
    let start = line.firstText(from: fence.upper, in: file.bytes)
    var end = start
    while end < line.upper, isLetterOrHyphen(file.bytes[end]) { end += 1 }
    let word = file.text(SourceRange(start, end)).lowercased()
    let kinds = ["law", "case", "property"]
    let meant = word == "rule" || word == "rules" ? "law" : suggestion(for: word, among: kinds)
    let isProperty = word == kinds[2] || meant == kinds[2]
    guard word == kinds[2] || meant != nil else { return }
    // Properties are read by the analysis, from files of their own.
    if isProperty, file.path.hasSuffix("/properties.md"), word == kinds[2] { return }
    report(
      .misplacedFence,
      word == kinds[2] ? "a `property` is read in `properties.md` only" : "nothing reads a `\(word)` block",
      help: isProperty ? "write it as ```property in `properties.md` of this folder" : "write ```\(meant ?? "law")",
      SourceRange(fence.lower, end))
  }

  /// Why a `law` or `case` fence is not one that the program reads.
  private func problem(
    of fence: Fence, _ line: MarkdownLine, word: SourceRange
  ) -> (message: String, help: String)? {
    let written = file.text(word)
    let name = written.lowercased()
    if fence.lower != line.lower {
      return (
        "a `\(name)` fence that does not start in column 1 is shown, but not read",
        "move the fence to column 1, outside of lists and quotes"
      )
    }
    if !fence.isBackticks || fence.length != 3 {
      return (
        "a `\(name)` fence is made of three backticks", "write ```\(name) here, and close it with three backticks"
      )
    }
    if word.lower != fence.upper || written != name {
      return ("`\(name)` follows the three backticks directly, in small letters", "write ```\(name)")
    }
    let rest = file.bytes[word.upper..<line.upper]
    if let next = rest.first, next != UInt8(ascii: " "), next != 9 {
      return (
        "a space must follow `\(name)` on the line of a fence", "write ```\(name) alone, or with a space after it"
      )
    }
    if rest.contains(UInt8(ascii: "`")) {
      return ("a fence whose line has more backticks is not shown as a block", "take the backticks out of the title")
    }
    return nil
  }

  private mutating func readBody(_ kind: Block.Kind, opening: SourceRange, info: SourceRange) {
    let bytes = file.bytes
    let start = position
    while position < bytes.count {
      let line = MarkdownLine(at: position, in: bytes)
      let first = line.firstText(from: line.lower, in: bytes)
      guard first - line.lower < 4, let fence = line.fence(at: first, in: bytes), fence.isBackticks else {
        position = line.next
        continue
      }
      let rest = line.firstText(from: fence.upper, in: bytes)
      if rest < line.upper {
        if first == line.lower, self.kind(after: fence, line) != nil { break }
        report(
          .textAfterBlock, "text after the backticks that close a block is not read",
          help: "put it on a line of its own, below the block", SourceRange(rest, line.lastText(in: bytes)))
      } else if first != line.lower || fence.length != 3 {
        report(
          .misplacedFence, "a block is closed by three backticks in column 1",
          help: "write ``` at the start of the line", SourceRange(first, fence.upper))
      }
      endBody(kind, info: info, body: SourceRange(start, line.lower))
      position = line.next
      return
    }
    report(.unclosedFence, "this block is never closed", help: "end it with three backticks in column 1", opening)
    // What follows is read as prose, so that later findings name the headings they lie under.
    position = start
  }

  private mutating func endBody(_ kind: Block.Kind, info: SourceRange, body: SourceRange) {
    if !proseIsSettled { words = prose.map(oneLine) ?? "" }
    proseIsSettled = true
    blocks.append(
      Block(kind: kind, info: info, body: body, heading: heading, headingRange: headingRange, prose: words))
  }

  /// Skips a fence that is not read, so that nothing in it is. What opens away from column 1, or with no more backticks
  /// than a law, can only have been left open where a law begins in column 1.
  private mutating func skipFence(_ opening: Fence, _ openingLine: MarkdownLine, reportsItsEnd: Bool) {
    let bytes = file.bytes
    let standsFirst = opening.lower == openingLine.lower
    let mayShowLaw = standsFirst && (opening.length > 3 || !opening.isBackticks)
    var lawBegins = false
    while position < bytes.count, !lawBegins {
      let line = MarkdownLine(at: position, in: bytes)
      let first =
        standsFirst ? line.firstText(from: line.lower, in: bytes) : line.afterContainers(in: bytes)
      if !mayShowLaw, let fence = line.fence(at: line.lower, in: bytes), fence.isBackticks, fence.length == 3,
        kind(after: fence, line) != nil
      {
        lawBegins = true
        continue
      }
      position = line.next
      if let fence = line.fence(at: first, in: bytes), fence.mark == opening.mark, fence.length >= opening.length,
        line.firstText(from: fence.upper, in: bytes) == line.upper, !standsFirst || first - line.lower < 4
      {
        return
      }
    }
    guard reportsItsEnd else { return }
    report(
      .unclosedFence, lawBegins ? "this fence is still open where a law begins" : "this fence is never closed",
      help: lawBegins
        ? "close it; to show a law, open it with four backticks in column 1" : "close it with the same marks",
      SourceRange(opening.lower, opening.upper))
  }

  // MARK: HTML

  /// Viewers hide or change what stands in raw HTML, so no law may stand there.
  private mutating func skipHTML(_ opening: MarkdownLine, from first: Int) -> Bool {
    let bytes = file.bytes
    let start = bytes[first..<min(first + 10, opening.upper)].map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    let ends: [(String, String)] = [
      ("<!--", "-->"), ("<pre", "</pre>"), ("<script", "</script>"), ("<style", "</style>"),
      ("<textarea", "</textarea>"), ("<?", "?>"), ("<![cdata[", "]]>"),
    ]
    let end = ends.first { start.starts(with: $0.0.utf8) }.map { Array($0.1.utf8) }
    guard end != nil || start.dropFirst().first.map({ (97...122).contains($0) || $0 == 47 || $0 == 33 }) == true else {
      return false
    }
    endParagraph()
    while position < bytes.count {
      let line = MarkdownLine(at: position, in: bytes)
      position = line.next
      if end == nil, line.firstText(from: line.lower, in: bytes) == line.upper { break }
      if let fence = line.fence(at: line.afterContainers(in: bytes), in: bytes),
        let (_, word) = kind(after: fence, line)
      {
        report(
          .misplacedFence, "a fence within raw HTML is not shown as a block",
          help: "end the HTML, and leave an empty line before the fence", SourceRange(fence.lower, word.upper))
      }
      if let end, contains(end, in: line, from: line.lower == opening.lower ? first + 2 : line.lower) { break }
    }
    return true
  }

  private func contains(_ end: [UInt8], in line: MarkdownLine, from start: Int) -> Bool {
    var index = start
    while index + end.count <= line.upper {
      if zip(file.bytes[index...], end).allSatisfy({ $0 == $1 || ($0 | 0x20) == $1 }) { return true }
      index += 1
    }
    return false
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, help: String, _ range: SourceRange) {
    let location = SourceLocation(path: file.path, range: range, heading: heading)
    diagnostics.append(Diagnostic(code, message, help: help, at: location))
  }
}
