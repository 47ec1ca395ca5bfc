public import LawLanguage
public import Reasoning

/// What counsel answers for when law is adopted, beside its text: wording that was not read whole for the library, and
/// judgements that are settled once for all.
public struct AdoptionTerms: Sendable, Hashable, Codable {
  /// Provisions below `verified` that counsel has read and answers for.
  public var initials: [Initial]
  /// Judgements that need not be made anew in each case.
  public var positions: [StandingPosition]
  /// How the office reads clauses that courts contest, where no court binds it.
  public var readings: [StandingReading]

  /// The terms of an adoption.
  public init(initials: [Initial] = [], positions: [StandingPosition] = [], readings: [StandingReading] = []) {
    self.initials = initials
    self.positions = positions
    self.readings = readings
  }

  /// Reads terms; those of before there were readings have none.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    initials = try members.decode([Initial].self, forKey: .initials)
    positions = try members.decode([StandingPosition].self, forKey: .positions)
    readings = try members.decodeIfPresent([StandingReading].self, forKey: .readings) ?? []
  }

  /// Counsel's initials under one provision, as it was worded.
  public struct Initial: Sendable, Hashable, Codable {
    /// The law, the kind, the name and the first day of the version: `il.trust/rule/no-hold/2017-08-28`.
    public let provision: String
    /// SHA-256 of its citation, words and code in hexadecimal: another wording has no initials.
    public let digest: String
  }
}

/// How counsel answers a question of judgement, until another adoption answers otherwise.
public struct StandingPosition: Sendable, Hashable, Codable {
  /// The fact, in the vocabulary's word.
  public let fact: String
  /// Its value, as it is written in a request.
  public let value: String
  /// On what it rests, for whoever reads an answer that rests on it.
  public let because: String

  /// A position.
  public init(fact: String, value: String, because: String) {
    self.fact = fact
    self.value = value
    self.because = because
  }
}

/// A provision whose wording was not read whole, for counsel to put initials to.
public struct UnreadProvision: Sendable, Hashable {
  /// What names this version of it.
  public let key: String
  /// The law's name: `il.trust`.
  public let law: String
  /// The law's title.
  public let title: String
  /// The law's citation and the provision's.
  public let cite: String
  /// The provision's name.
  public let name: String
  /// What the wording rests on.
  public let provenance: Provenance
  /// Its words and its code.
  public let text: String
  /// Of what is read.
  public let digest: String

  /// Counsel's initials under it.
  public var initial: AdoptionTerms.Initial { AdoptionTerms.Initial(provision: key, digest: digest) }
}

/// A standing position that the law has no place for.
public enum PositionTrouble: Error, Sendable, Hashable, CustomStringConvertible {
  case unknownFact(String)
  case noJudgement(String)
  case notAValue(fact: String, value: String, choices: [String])
  case twice(String)
  case withoutGround(String)
  case notContested(String)
  case noReading(contest: String, reading: String, choices: [String])

  /// A sentence for whoever wrote it.
  public var description: String {
    switch self {
    case .unknownFact(let fact): "no law here asks for \(fact); name a question of judgement as the law writes it"
    case .noJudgement(let fact): "\(fact) is a fact of each case and no judgement; it is recorded case by case"
    case .notAValue(let fact, let value, let choices):
      "\(fact) cannot be \(value); write \(choices.joined(separator: ", "))"
    case .twice(let fact): "\(fact) is answered twice; leave one answer"
    case .withoutGround(let fact): "\(fact) is answered without a ground; say on what the answer rests"
    case .notContested(let name):
      "no court contests \(name); name a contested clause with its law, as the law writes it"
    case .noReading(let contest, let reading, let choices):
      "\(contest) has no reading \(reading); write \(choices.joined(separator: ", "))"
    }
  }
}

extension OfficeLaw {
  /// What an answer can rest on that was not read whole, in the order of the laws.
  public var unread: [UnreadProvision] {
    unreadProvisions.compactMap { provision in
      provision.provenance.map {
        UnreadProvision(
          key: provision.key, law: provision.law.name, title: provision.law.title, cite: provision.cite,
          name: provision.name, provenance: $0, text: provision.text, digest: provision.digest)
      }
    }
  }

  /// Terms with initials under all that was not read whole, and no position.
  public var everyInitial: AdoptionTerms { AdoptionTerms(initials: unread.map(\.initial)) }

  var unreadProvisions: [Provision] {
    provisions.filter {
      [.rule, .exception, .void, .suspended].contains($0.kind) && !($0.provenance?.isVerified ?? true)
    }
  }

  /// The questions of judgement that a position can answer for good, in order: the fact, its question, its answers.
  public var judgements: [(fact: String, question: String, answers: [String])] {
    vocabulary.facts.filter(\.isJudgement).compactMap { fact in
      StandingPosition.answers(to: fact.type).map { (fact.name, fact.question, $0) }
    }
  }

  /// Sees that the law has a place for each position.
  public func check(_ positions: [StandingPosition]) throws(PositionTrouble) {
    var seen: Set<String> = []
    for position in positions {
      guard let fact = vocabulary.fact(position.fact) else { throw .unknownFact(position.fact) }
      guard fact.isJudgement, let answers = StandingPosition.answers(to: fact.type) else {
        throw .noJudgement(position.fact)
      }
      guard answers.contains(position.value) else {
        throw .notAValue(fact: position.fact, value: position.value, choices: answers)
      }
      guard seen.insert(position.fact).inserted else { throw .twice(position.fact) }
      guard !position.because.trimmingSpace.isEmpty else { throw .withoutGround(position.fact) }
    }
  }

  /// The decision with the answers kept back that rest on wording without counsel's initials.
  public func keepingBack(_ decision: Decision) -> Decision {
    guard let terms else { return decision }
    let initials = Dictionary(terms.initials.map { ($0.provision, $0.digest) }) { first, _ in first }
    let day = decision.receipt.day
    return decision.keepingBack { reason in
      wording.filter { $0.name == reason.rule && $0.period.contains(day) }
        .allSatisfy { initials[$0.key] == $0.digest }
    }
  }
}

extension StandingPosition {
  /// Who answers, as an answer that rests on it says.
  static let author = "counsel's standing position"

  /// The answers that a question of judgement can have, if they can be counted.
  fileprivate static func answers(to type: ValueType) -> [String]? {
    switch type {
    case .yesNo: ["yes", "no"]
    case .choice(let choices): choices
    case .number, .date, .instant, .code: nil
    }
  }
}
