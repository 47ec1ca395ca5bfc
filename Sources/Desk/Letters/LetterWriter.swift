import LawLanguage

/// Writes a text with its values merged in, in one language.
struct LetterWriter {
  let values: [MergeField: FieldValue]
  let words: LetterWords
  let zone: Zone
  let kind: String

  /// More papers than come with one request.
  private static let mostTexts = 20

  func line(_ piece: LetterText.Piece) throws(LetterRefusal) -> String { try line(piece.runs) }

  private func line(_ runs: [LetterText.Run]) throws(LetterRefusal) -> String {
    var result = ""
    for run in runs {
      switch run {
      case .text(let text): result += text
      case .field(let field): result += try written(field)
      }
    }
    return result
  }

  private func written(_ field: MergeField) throws(LetterRefusal) -> String {
    guard let value = values[field] else { throw .missing([field], kind: kind) }
    switch (value, field.form) {
    case (.text(let text), .text): return try printable(text, as: field.rawValue)
    case (.texts(let texts), .texts):
      guard !texts.isEmpty, texts.count <= Self.mostTexts else {
        throw .unprintable(field.rawValue, why: "it has no lines, or more than \(Self.mostTexts)")
      }
      var lines: [String] = []
      for text in texts { lines.append(try printable(text, as: field.rawValue)) }
      return lines.joined(separator: "; ")
    case (.moment(let instant), .moment): return words.text(instant, in: zone)
    case (.moment(let instant), .end): return words.end(instant, in: zone)
    case (.day(let day), .day): return words.text(day)
    default: throw .wrongType(field)
    }
  }

  /// Whether all guards of a piece hold. A flag that is not given is asked for, never taken for no.
  func holds(_ piece: LetterText.Piece) throws(LetterRefusal) -> Bool {
    for condition in piece.guards where !(try holds(condition)) { return false }
    return true
  }

  private func holds(_ condition: LetterText.Guard) throws(LetterRefusal) -> Bool {
    let value = values[condition.field]
    switch (condition.test, condition.field.form) {
    case (.holds, .flag), (.fails, .flag):
      guard case .flag(let yes) = value else { throw .missing([condition.field], kind: kind) }
      return yes == (condition.test == .holds)
    case (.holds, _): return value != nil
    case (.fails, _): return value == nil
    case (.equals(let word), _): return value == .choice(word)
    }
  }

  // MARK: Blocks

  /// The blocks whose guards hold; neighbours of one kind become one list.
  func blocks(_ pieces: [LetterText.Piece]) throws(LetterRefusal) -> [Letter.Block] {
    var groups: [(kind: LetterText.Kind, pieces: [LetterText.Piece])] = []
    for piece in pieces where try holds(piece) {
      if piece.kind.isGrouped, let last = groups.last, last.kind == piece.kind {
        groups[groups.count - 1].pieces.append(piece)
      } else {
        groups.append((piece.kind, [piece]))
      }
    }
    var blocks: [Letter.Block] = []
    for group in groups {
      var lines: [String] = []
      for piece in group.pieces { lines.append(try line(piece)) }
      switch group.kind {
      case .title, .heading: blocks.append(.init(kind: .heading, text: lines.first, items: nil, rows: nil))
      case .paragraph: blocks.append(.init(kind: .paragraph, text: lines.first, items: nil, rows: nil))
      case .notice: blocks.append(.init(kind: .notice, text: lines.first, items: nil, rows: nil))
      case .item: blocks.append(.init(kind: .list, text: nil, items: lines, rows: nil))
      case .box: blocks.append(.init(kind: .boxes, text: nil, items: lines, rows: nil))
      case .signature: blocks.append(.init(kind: .signatures, text: nil, items: lines, rows: nil))
      case .row:
        var rows: [[String]] = []
        for (piece, value) in zip(group.pieces, lines) { rows.append([try line(piece.label), value]) }
        blocks.append(.init(kind: .rows, text: nil, items: nil, rows: rows))
      }
    }
    return blocks
  }
}

extension LetterText.Kind {
  fileprivate var isGrouped: Bool {
    switch self {
    case .item, .row, .box, .signature: true
    case .title, .heading, .paragraph, .notice: false
    }
  }
}
