import CMarkdown
import Foundation

/// Markup that may stand in a page as it is: only the renderer below makes it, and it leaves out what could run.
package struct TrustedMarkup: Sendable {
  let bytes: [UInt8]
  fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// A block of a Markdown document, at its top level.
enum MarkdownBlock: Sendable {
  case heading(level: Int, text: String)
  /// A fenced block: what stands after the fence, its text, and its first line.
  case fence(info: String, text: String, lines: ClosedRange<Int>)
  case prose(TrustedMarkup)

  /// The blocks of a document, read as CommonMark. Raw HTML and addresses that could run a script are left out.
  static func read(_ bytes: [UInt8]) -> [MarkdownBlock] {
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_VALIDATE_UTF8)
      }
    }
    guard let document else { return [] }
    defer { cmark_node_free(document) }
    var blocks: [MarkdownBlock] = []
    var next = cmark_node_first_child(document)
    while let node = next {
      blocks.append(block(node))
      next = cmark_node_next(node)
    }
    return blocks
  }

  private static func block(_ node: OpaquePointer) -> MarkdownBlock {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return .heading(level: Int(cmark_node_get_heading_level(node)), text: text(of: node))
    case CMARK_NODE_CODE_BLOCK:
      let first = Int(cmark_node_get_start_line(node))
      return .fence(
        info: string(cmark_node_get_fence_info(node)), text: string(cmark_node_get_literal(node)),
        lines: first...max(first, Int(cmark_node_get_end_line(node))))
    default:
      guard let rendered = cmark_render_html(node, CMARK_OPT_DEFAULT) else { return .prose(TrustedMarkup([])) }
      defer { free(rendered) }
      return .prose(TrustedMarkup(Array(string(rendered).utf8)))
    }
  }

  private static func text(of node: OpaquePointer) -> String {
    var text = ""
    var next = cmark_node_first_child(node)
    while let child = next {
      text += string(cmark_node_get_literal(child)) + self.text(of: child)
      next = cmark_node_next(child)
    }
    return text
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}
