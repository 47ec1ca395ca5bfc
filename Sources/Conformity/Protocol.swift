import LawLanguage
import Reasoning

/// The lines between this program and an engine: one JSON object each, a question and then its answer.
package enum Message {
  /// To the engine: law in source form.
  static func load(_ law: LoadedLaw) -> JSON {
    .object([
      "load": .object([
        "format": .integer(SuiteLimits.format),
        "name": .text(law.name),
        "files": .list(
          law.files.map { file in
            .object(["path": .text(file.path), "text": .text(String(decoding: file.bytes, as: UTF8.self))])
          }),
      ])
    ])
  }

  /// To the engine: one request.
  static func decide(_ inquiry: Inquiry) -> JSON {
    .object(["decide": .object(["id": .text(inquiry.id), "request": inquiry.request.json])])
  }

  /// From the engine: the law is taken.
  static func loaded(_ name: String) -> JSON { .object(["loaded": .text(name)]) }

  /// From the engine: what it decides.
  static func decision(_ reply: Reply, of id: String, zone: Zone?) -> JSON {
    .object(["id": .text(id), "decision": reply.document(zone: zone)])
  }

  /// From the engine: the request is more than it can do.
  static func beyond(_ why: String, of id: String) -> JSON { .object(["id": .text(id), "beyond": .text(why)]) }

  /// From the engine: it does not take the law (without an id) or the request.
  static func refused(_ why: String, of id: String?) -> JSON {
    .object(
      [JSON.Member(key: "refused", value: .text(why))]
        + [id.map { .init(key: "id", value: .text($0)) }].compactMap(\.self))
  }

  /// A message as a line, with its line feed.
  static func line(_ message: JSON) -> [UInt8] { Array(message.written(width: 1 << 40).utf8) + [UInt8(ascii: "\n")] }
}
