/// Lays out the `law` and `case` blocks of a document. What stands outside of them stays as it is, byte for byte.
///
/// Layout follows from the words and comments alone, so formatting twice changes nothing more; and it only moves clauses
/// where the language gives them no order, so what a law says never changes.
public enum LawFormatter {
  /// The document laid out, or nil if a block of it cannot be read.
  public static func format(_ file: SourceFile) -> String? {
    let reading = LawParser.read(file)
    guard reading.diagnostics.isEmpty else { return nil }
    var text = ""
    var done = 0
    for (block, layout) in zip(reading.document.blocks, reading.layouts) {
      text += file.text(SourceRange(done, block.body.lower))
      let lineBreak = file.bytes[..<block.body.lower].suffix(2).elementsEqual("\r\n".utf8) ? "\r\n" : "\n"
      for line in BlockFormatter(file, layout).lines() { text += line + lineBreak }
      done = block.body.upper
    }
    return text + file.text(SourceRange(done, file.bytes.count))
  }
}
