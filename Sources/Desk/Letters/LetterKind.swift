import LawLanguage

/// A kind of letter: who gets it, what calls for it, and what it needs to know.
public struct LetterKind: Sendable, Hashable, Codable {
  /// `copy-cover`.
  public let name: String
  /// For the office, in a list of letters.
  public let title: String
  /// Recipients of the vocabulary.
  public let to: [String]
  /// Duties that it meets.
  public let owed: [Call]
  /// Steps that are done by it, where an act is allowed only after one.
  public let steps: [String]
  /// Where an office may send it although no law asks for it.
  public let policy: [PolicyCall]
  /// Acts that the letter says are not done; none of them may be required.
  public let refuses: [String]
  /// The rules that it cites where its grounds must not depend on the case, lest they tell of it.
  public let grounds: [Grounds]
  /// The kind of paper that it answers, if it answers only that.
  public let paper: String?
  /// Fields without which there is no letter.
  public let needs: [MergeField]
  /// Fields that are left out where they are not known, or may not be told.
  public let mayHave: [MergeField]
  /// What the office must know before it sends one.
  public let caution: String?

  /// A law's duty that a letter meets.
  public struct Call: Sendable, Hashable, Codable {
    /// The law.
    public let law: String
    /// The act that is owed.
    public let act: String
  }

  /// A letter that the office may send by a policy of its own.
  public struct PolicyCall: Sendable, Hashable, Codable {
    /// Where.
    public let jurisdiction: String
    /// On which papers.
    public let papers: [String]
    /// Why it is policy, and not law.
    public let why: String
  }

  /// Rules that are cited in a jurisdiction, as far as they are in force on the day.
  public struct Grounds: Sendable, Hashable, Codable {
    /// Where.
    public let jurisdiction: String
    /// `il.trust.no-hold`.
    public let rules: [String]

    var names: [QualifiedName] {
      rules.compactMap { rule in
        guard let dot = rule.lastIndex(of: ".") else { return nil }
        return QualifiedName(law: String(rule[..<dot]), name: String(rule[rule.index(after: dot)...]))
      }
    }
  }

  /// All fields that it can have.
  public var fields: [MergeField] { needs + mayHave }

  private enum CodingKeys: String, CodingKey {
    case name, title, to, owed, steps, policy, refuses, grounds, paper, needs, mayHave, caution
  }

  /// Reads a kind; lists that are left out are empty.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    title = try values.decode(String.self, forKey: .title)
    to = try values.decode([String].self, forKey: .to)
    owed = try values.decodeIfPresent([Call].self, forKey: .owed) ?? []
    steps = try values.decodeIfPresent([String].self, forKey: .steps) ?? []
    policy = try values.decodeIfPresent([PolicyCall].self, forKey: .policy) ?? []
    refuses = try values.decodeIfPresent([String].self, forKey: .refuses) ?? []
    grounds = try values.decodeIfPresent([Grounds].self, forKey: .grounds) ?? []
    paper = try values.decodeIfPresent(String.self, forKey: .paper)
    needs = try values.decodeIfPresent([MergeField].self, forKey: .needs) ?? []
    mayHave = try values.decodeIfPresent([MergeField].self, forKey: .mayHave) ?? []
    caution = try values.decodeIfPresent(String.self, forKey: .caution)
  }
}
