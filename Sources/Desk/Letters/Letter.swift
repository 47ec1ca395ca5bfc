import Foundation

/// A composed letter: everything that its page says, as data. It can be kept, and set at any time.
public struct Letter: Sendable, Hashable, Codable {
  /// The kind.
  public let kind: String
  /// To whom, as the vocabulary names them.
  public let recipient: String
  /// The language of the first part.
  public let language: Setting
  /// The title of the first part.
  public let title: String
  /// What the letter is, for a list of documents.
  public let subject: String
  /// Year, month and day.
  public let date: [Int]
  /// Who writes.
  public let office: Office
  /// The lines of the address.
  public let to: [String]
  /// The day, in words.
  public let dateline: String
  /// The text; and its draft translation, if it goes with it.
  public let parts: [Part]
  /// Who can be asked for an interpreter, where the text does not reach the reader.
  public let interpreter: Interpreter?
  /// Law, case, receipt, proof and contact: labels and values.
  public let record: [[String]]
  /// What stands at the foot of each page.
  public let footer: [String]
  /// What it tells, and to whom.
  public let disclosures: [Disclosure]

  /// An office, as its letters name it.
  public struct Office: Sendable, Hashable, Codable {
    /// `Example County Sheriff's Office`.
    public let name: String
    /// Address and contact.
    public let lines: [String]
  }

  /// How text of a language is set.
  public struct Setting: Sendable, Hashable, Codable {
    /// The name of the language in itself.
    public let name: String
    /// `zh`.
    public let lang: String
    /// `TW`.
    public let region: String?
    /// `ltr` or `rtl`.
    public let direction: String
    /// Families, in the order in which they are looked through.
    public let fonts: [String]
  }

  /// A text in one language.
  public struct Part: Sendable, Hashable, Codable {
    /// Its language.
    public let language: Setting
    /// Its title.
    public let title: String
    /// Its blocks.
    public let blocks: [Block]
  }

  /// The line on interpreters.
  public struct Interpreter: Sendable, Hashable, Codable {
    /// In English.
    public let text: String
    /// Languages, each by its own name.
    public let languages: [Setting]
  }

  /// Paragraphs, lists and so on. All of it is text.
  public struct Block: Sendable, Hashable, Codable {
    /// What a block is.
    public enum Kind: String, Sendable, Hashable, Codable {
      case heading, paragraph, notice, list, rows, boxes, signatures
    }

    /// What it is.
    public let kind: Kind
    /// Of a heading, a paragraph or a notice.
    public let text: String?
    /// Of a list, boxes or signature lines.
    public let items: [String]?
    /// Labels and values.
    public let rows: [[String]]?
  }

  /// The same letter is the same bytes.
  public func canonical() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }

  /// The letter as plain text, in the order in which it is read.
  public var text: String {
    var lines = [office.name] + office.lines + to + [dateline]
    for (index, part) in parts.enumerated() {
      lines += ["", part.title]
      for block in part.blocks {
        lines.append("")
        block.text.map { lines.append($0) }
        lines += (block.items ?? []).map { block.kind == .list ? "• \($0)" : $0 }
        lines += (block.rows ?? []).map { $0.joined(separator: ": ") }
      }
      guard index == 0, let interpreter else { continue }
      lines += ["", interpreter.text, interpreter.languages.map(\.name).joined(separator: " · ")]
    }
    return (lines + [""] + record.map { $0.joined(separator: ": ") }).joined(separator: "\n") + "\n"
  }
}
