import LawLanguage
public import Reasoning

/// Telling a recipient something of a person: an act of the vocabulary, which the law decides like any other.
public struct Disclosure: Sendable, Hashable, Codable {
  /// `notify-release`.
  public let act: String
  /// `immigration-agents`.
  public let to: String

  /// An act towards a recipient.
  public init(act: String, to: String) {
    self.act = act
    self.to = to
  }
}

/// A section that a letter or a refusal names.
public struct Citation: Sendable, Hashable, Codable {
  /// The law's name in the library.
  public let law: String
  /// `5 ILCS 805 § 15(h)(6)`.
  public let cite: String

  /// A section of a law.
  public init(law: String, cite: String) {
    self.law = law
    self.cite = cite
  }
}

/// What the law says of a disclosure.
public enum Ruling: Sendable, Hashable {
  /// It may or must be made, within the window if there is one.
  case allowed([Citation], Window?)
  case forbidden([Citation])
  /// One law commands it and another forbids it: for counsel.
  case contested([Citation])
  /// It depends on facts that are not known, or on steps that are not done.
  case waits(facts: [FactPath], steps: [String])
  /// Nobody asked.
  case undecided
}

/// How the letters' data names the act that telling something to someone is.
struct DisclosureRow: Sendable, Hashable, Codable {
  let to: String
  let tells: Datum
  let act: String
  /// Only in this jurisdiction.
  let `in`: String?
  let ruledBy: RuledBy

  enum RuledBy: String, Sendable, Hashable, Codable {
    /// The act is itself one towards this recipient, and the answer on it says whether it may be done.
    case answer
    /// The act can be done towards many: only a duty towards this recipient allows it.
    case duty
  }
}

/// `disclosures.json`.
struct DisclosureData: Sendable, Codable {
  let disclosures: [DisclosureRow]
  /// To whom nothing is disclosed, because the data is that person's own.
  let own: String

  func row(telling datum: Datum, to recipient: String, in jurisdiction: String) -> DisclosureRow? {
    let rows = disclosures.filter { $0.tells == datum && $0.to == recipient }
    return rows.first { $0.in == jurisdiction } ?? rows.first { $0.in == nil }
  }
}

extension Decision {
  /// What this decision says of a disclosure. An act that was not asked about is not decided, and what no duty asks for is
  /// not allowed by a mere silence about another recipient.
  func ruling(on disclosure: Disclosure, by way: DisclosureRow.RuledBy) -> Ruling {
    let answer = answers.first { $0.act == disclosure.act }
    if let answer, answer.answer == .prohibited { return answer.ruling }
    switch way {
    case .answer: return answer?.ruling ?? .undecided
    case .duty:
      if let answer, answer.answer == .conflict { return answer.ruling }
      let owed = duties.filter { $0.act == disclosure.act && $0.to == disclosure.to }
      if owed.contains(where: \.isCertain) {
        return .allowed(owed.filter(\.isCertain).map { Citation(law: $0.rule.law, cite: $0.cite) }, nil)
      }
      return owed.isEmpty ? .undecided : .waits(facts: owed.flatMap(\.dependsOn), steps: [])
    }
  }
}

extension ActAnswer {
  /// The answer as a ruling on doing the act.
  var ruling: Ruling {
    switch answer {
    case .prohibited: .forbidden(citations)
    case .conflict: .contested(citations)
    case .undetermined: .waits(facts: asking, steps: [])
    case .required, .permitted:
      first.isEmpty ? .allowed(citations, window) : .waits(facts: [], steps: first.map(\.step))
    }
  }

  /// The sections that the answer rests on.
  var citations: [Citation] {
    let deciding: Set<Role> = [.decides, .permits, .exempts, .deniesAuthority, .bounds]
    var seen: Set<Citation> = []
    return reasons.filter { deciding.contains($0.role) }.map { Citation(law: $0.rule.law, cite: $0.cite) }
      .filter { seen.insert($0).inserted }
  }
}
