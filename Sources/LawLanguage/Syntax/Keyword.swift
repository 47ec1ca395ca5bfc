/// The words of the grammar.
///
/// A reserved word can never be a name. The others mean something only where the grammar has a place for them, so that a
/// record may have a field `class` and an agency may be a `court`.
package enum Keyword: String, Sendable, CaseIterable {
  // Declarations of a law.
  case law, rule, limit, exception, void, define, list, `class`, presume, suspended, contested, untranslated
  // Declarations of the vocabulary.
  case jurisdiction, circuit, district, locality, court, agency, act, paper
  case paperField = "paper-field"
  case recipient, step, fact, judgement, records, constraint, term, calendar
  // Heads.
  case cite, by, `in`, force, from, until, verified, secondary, unverified, under, creates, authority, binding
  case of, construing, cases, order
  case constitution, statute, regulation, directive, ordinance, policy
  // Norms.
  case must, may, has, no, not, every, to, `as`, acting
  // Clauses.
  case on, receipt, before, after, doing, refusing, at, each, year, quarter, month
  case a, an, accompanied, when, unless, notwithstanding, only, says
  case most, counting, the, end, day, due, without, delay, within
  // Conditions.
  case and, or, any, `where`, `is`, least, over, leap
  // Other declarations of a law.
  case section, rules, strikes, `for`, reading, marked
  // Attributes of the vocabulary.
  case zone, department, searched, needs, asks, empowers, fixes, one, number, date, instant, code
  case yesNo = "yes-no"
  case help, source, changeable, field
  // Cases.
  case official, derived, asked, nothing, with, given, yes, why, are, complete, none
  case expect, because, conflict, undetermined, asking, duty, caution, first, window

  /// Whether it can never be a name.
  var isReserved: Bool {
    switch self {
    case .law, .rule, .limit, .exception, .void, .define, .list, .presume, .suspended, .contested, .untranslated,
      .cite, .by, .in, .force, .from, .until, .verified, .secondary, .unverified, .under, .creates, .binding, .of,
      .must, .may, .has, .no, .not, .every, .to, .as, .on, .before, .after, .at, .each, .accompanied, .when,
      .unless, .notwithstanding, .only, .says, .most, .counting, .the, .due, .within, .and, .or, .any, .where, .is,
      .least, .over, .strikes, .for, .with, .given, .are, .expect, .because:
      true
    default: false
    }
  }

  /// Whether it begins a declaration, when a name follows.
  var startsDeclaration: Bool {
    switch self {
    case .law, .rule, .limit, .exception, .void, .define, .list, .class, .presume, .suspended, .contested,
      .untranslated, .jurisdiction, .circuit, .district, .locality, .court, .agency, .act, .paper, .paperField,
      .recipient, .step, .fact, .judgement, .records, .constraint, .term, .calendar:
      true
    default: false
    }
  }

  /// The word that these bytes spell, if it is one of the grammar.
  static func spelled(_ bytes: ArraySlice<UInt8>) -> Keyword? {
    guard let word = PackedWord(bytes) else { return nil }
    for entry in table[word.shelf] where entry.word == word { return entry.keyword }
    return nil
  }

  /// The words on shelves by first letter and length: every word of a law is looked for here, and most are none of these.
  private static let table: [[(word: PackedWord, keyword: Keyword)]] = {
    var table = [[(word: PackedWord, keyword: Keyword)]](repeating: [], count: PackedWord.shelves)
    for keyword in allCases {
      if let word = PackedWord(ArraySlice(keyword.rawValue.utf8)) { table[word.shelf].append((word, keyword)) }
    }
    return table
  }()
}

/// One to sixteen bytes as two machine words, so that looking up a keyword makes no string.
private struct PackedWord: Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Where it stands among words, by its first letter and its length.
  let shelf: Int

  /// How many places there are: for five bits of the first letter, and four of the length.
  static let shelves = 1 << 9

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first, bytes.count <= 16 else { return nil }
    shelf = Int(first & 31) << 4 | (bytes.count - 1)
    for byte in bytes {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }
  }
}
