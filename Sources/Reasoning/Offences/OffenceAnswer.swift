public import LawLanguage

/// What the lists of the law say of an offence that somebody wrote down, on a day.
public struct OffenceAnswer: Sendable, Hashable {
  /// As it was written.
  public var asked: String
  /// The jurisdiction whose lists were looked through.
  public var jurisdiction: String
  /// The day on which the lists count.
  public var day: Day
  /// What was found, the likeliest first.
  public var found: [OffenceEntry]
  /// What else might be meant, where nothing was found: to be confirmed by a person, never taken by itself.
  public var suggested: [OffenceEntry]
  /// How many more there were than are shown.
  public var omitted: Int
  /// The class of charges that an NCIC code names: `robbery`.
  public var charge: String?
  /// Whether the jurisdiction's law has lists of offences at all on that day.
  public var hasLists: Bool

  /// Whether it reads as a section of a code, which the law may be asked about though no list holds it; words are none.
  public var isSection: Bool {
    guard let form = SectionForm(asked) else { return false }
    return form.words.count <= 4 && form.number.filter(\.isNumber).count >= 2
  }

  /// Whether a list holds on the day what was found, or a part of it.
  public var isHeld: Bool { found.contains { !$0.lists.isEmpty || !$0.parts.isEmpty } }

  /// The section that is certainly meant, if nothing is left to choose or to say.
  public var settled: OffenceEntry? {
    guard found.count == 1, let only = found.first, only.match == .section, only.parts.isEmpty else { return nil }
    return only
  }
}

/// A section that the law's lists hold, or that lies within one they hold.
public struct OffenceEntry: Sendable, Hashable {
  /// As the law writes it; what lies within an entry keeps its brackets: `PC 211(a)`.
  public var section: String
  /// What the lists call it.
  public var words: [String]
  /// How it was found.
  public var match: Match
  /// The lists that hold it on the day.
  public var lists: [OffenceHolding]
  /// The lists that hold it on other days only.
  public var otherwise: [OffenceHolding]
  /// Parts of the section that lists tell apart: which of them it is must be asked.
  public var parts: [Part]

  /// How an entry was found.
  public enum Match: String, Sendable, Hashable, CaseIterable {
    /// By its section.
    case section
    /// By a section that is written otherwise, or without its code: to be confirmed.
    case like
    /// By words.
    case words
    /// By an abbreviation of a roster, some of the words, or an NCIC code: to be confirmed.
    case suggested
  }

  /// A part of a section that has an entry of its own.
  public struct Part: Sendable, Hashable {
    /// `PC 245(a)(1)`.
    public var section: String
    /// What the lists call it.
    public var words: [String]
    /// The lists that hold it on the day.
    public var lists: [OffenceHolding]
  }
}

/// That a list of a law holds a section.
public struct OffenceHolding: Sendable, Hashable {
  /// The law and the list.
  public var list: QualifiedName
  /// The entry that holds it: the section itself, or one that it lies within.
  public var entry: String
  /// The law's citation and the list's.
  public var cite: String
  /// The law's title.
  public var title: String
  /// The days on which the entry is in the list.
  public var period: Period
  /// The conditions under which the law looks at the list, in words: `class is felony`.
  public var counts: [String]
  /// What must be known besides: the questions of the same record, in the vocabulary's order.
  public var questions: [String]
  /// The rules that rest on the list, with what they rest on themselves.
  public var rules: [OffenceRule]
}

/// A rule whose answer a list can decide.
public struct OffenceRule: Sendable, Hashable {
  /// The rule.
  public var name: QualifiedName
  /// The act it is about.
  public var act: String
  /// What its wording rests on.
  public var provenance: Provenance
}
