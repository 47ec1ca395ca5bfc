internal import LawLanguage
internal import Reasoning

/// What a run has answered so far, kept where it outlives the run.
package struct ReplayMemory {
  /// What a run of the same table, mapping and law wrote before it was ended; whole lines.
  package let before: [UInt8]
  /// Takes more lines.
  package let append: ([UInt8]) throws -> Void

  /// What was kept, and what keeps more.
  package init(before: [UInt8], append: @escaping ([UInt8]) throws -> Void) {
    self.before = before
    self.append = append
  }
}

/// The answers of one law in the order in which they were asked for: first those of a run before, then those of this one.
///
/// A run over the same rows, by the same mapping and law, asks the same in the same order; so what was answered is read here and not
/// decided again. In it are numbers and what the law says, and nothing of what the table's cells hold.
struct AnswerJournal {
  private let tag: String
  private let append: ([UInt8]) throws -> Void
  private var before: ArraySlice<Substring>
  /// Nothing more is kept if what was kept is of another run.
  private var isOther = false

  /// Between the answers of a line. Within one, other such characters stand between its parts and between their words.
  private static let entry: Character = "\u{1D}"

  /// - Parameter tag: tells the journals of two laws in one memory apart.
  init(_ memory: ReplayMemory, tag: String) {
    self.tag = tag
    append = memory.append
    before =
      String(decoding: memory.before, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix(tag + String(AnswerJournal.entry)) }[...]
  }

  /// What was answered of a way before; nil if it was not, or not next.
  mutating func recall(_ key: WayKey) -> [WayAnswer]? {
    guard let line = before.popFirst() else { return nil }
    let cells = line.split(separator: AnswerJournal.entry, omittingEmptySubsequences: false)
    let answers = cells.dropFirst(2).map(WayAnswer.init)
    let found = answers.compactMap { $0 }
    guard cells.count > 1, cells[1] == key.written, found.count == answers.count else {
      before = []
      isOther = true
      return nil
    }
    return found
  }

  /// Keeps what is answered now.
  mutating func keep(_ answered: [(key: WayKey, answers: [WayAnswer])]) throws {
    guard !isOther else { return }
    var text = ""
    for (key, answers) in answered {
      let cells = [tag, key.written] + answers.map(\.written)
      text += cells.joined(separator: String(AnswerJournal.entry)) + "\n"
    }
    try append(Array(text.utf8))
  }
}

extension WayKey {
  fileprivate var written: String { ([Int64(law), day] + values).map(String.init).joined(separator: " ") }
}

extension WayAnswer {
  fileprivate var written: String {
    [[act], possible.map(\.rawValue), [basis?.rawValue ?? ""], rules, cites, open]
      .map { $0.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}")
  }

  fileprivate init?(_ written: Substring) {
    let parts = written.split(separator: "\u{1E}", omittingEmptySubsequences: false)
      .map { $0.split(separator: "\u{1F}").map { String($0) } }
    guard parts.count == 6, let act = parts[0].first else { return nil }
    let possible = parts[1].compactMap { Answer(rawValue: $0) }
    let basis = parts[2].first.map { Basis(rawValue: $0) }
    guard possible.count == parts[1].count, basis.map({ $0 != nil }) ?? true else { return nil }
    self.init(
      act: act, possible: possible, basis: basis ?? nil, rules: parts[3], cites: parts[4], open: parts[5])
  }
}
