/// A checked law: one document.
public struct Law: Sendable, Hashable {
  /// `il.trust`.
  public let name: String
  /// The document's title: its first heading.
  public let title: String
  /// `5 ILCS 805`.
  public let cite: String
  /// Its rank.
  public let rank: Rank
  /// Whose law it is: `US`, a state's code, a locality.
  public let place: String
  /// Whether it is a line of cases or an order, and of which court.
  public let court: String?
  /// The places it binds; never empty (its own place, unless it names others).
  public let binding: [String]
  /// When it is in force.
  public let period: Period
  /// Whether it says that nothing in it gives authority.
  public let createsNoAuthority: Bool
  /// The file, as in the library.
  public let path: String
  /// Rules and limits, in order; versions side by side.
  public let rules: [Rule]
  /// Exceptions to several rules.
  public let exceptions: [GroupException]
  /// What strikes lower norms.
  public let voids: [VoidClause]
  /// Conditions by name; versions side by side.
  public let definitions: [Definition]
  /// Lists of papers, codes or choices; versions side by side.
  public let lists: [MemberList]
  /// Classes of agencies; versions side by side.
  public let classes: [MemberList]
  /// What is presumed.
  public let presumptions: [Presumption]
  /// What a court has suspended.
  public let suspensions: [Suspension]
  /// What courts read in different ways.
  public let contests: [Contest]
  /// What is not coded.
  public let untranslated: [UntranslatedClause]
  /// What runs from or to an hour, by where it is declared: it stands in several versions, one for each part of its time.
  public let hourly: [SourceLocation: HourlyPeriod]
}

/// An exception to several rules of its law.
public struct GroupException: Sendable, Hashable {
  /// Its law and its own name. Versions share it.
  public let name: QualifiedName
  /// Its citation, without that of the law.
  public let cite: String
  /// When this version is in force, within its law.
  public let period: Period
  /// What its wording rests on.
  public let provenance: Provenance
  /// The reading it belongs to, if its clause is contested.
  public let reading: Reading?
  /// The names of the rules it reaches, found by section or named.
  public let rules: [String]
  /// All must be true.
  public let conditions: [Clause]
  /// Any closes it again.
  public let exceptions: [RuleException]
  /// The exception in plain words.
  public let text: String
  /// Where it stands.
  public let location: SourceLocation
}

/// A clause that strikes lower norms while its condition holds.
public struct VoidClause: Sendable, Hashable {
  /// Its law and its own name. Versions share it.
  public let name: QualifiedName
  /// Its citation, without that of the law.
  public let cite: String
  /// When this version is in force, within its law.
  public internal(set) var period: Period
  /// What its wording rests on.
  public let provenance: Provenance
  /// The reading it belongs to, if its clause is contested.
  public let reading: Reading?
  /// `must`, `must not`, `may`.
  public let modalities: [Modality]
  /// These acts and their kinds.
  public let acts: [String]
  /// Ranks, all lower than its law's.
  public let ranks: [Rank]
  /// All must be true.
  public internal(set) var conditions: [Clause]
  /// Any keeps it from striking.
  public let exceptions: [RuleException]
  /// The clause in plain words.
  public let text: String
  /// Where it stands.
  public let location: SourceLocation
}

/// A condition with a name.
public struct Definition: Sendable, Hashable {
  /// Its law and its own name. Versions share it.
  public let name: QualifiedName
  /// Its citation, without that of the law.
  public let cite: String?
  /// When this version is in force, within its law.
  public let period: Period
  /// What the name stands for.
  public let condition: Condition
  /// Where it stands.
  public let location: SourceLocation
}

/// A list of names or codes, each perhaps for a time.
public struct MemberList: Sendable, Hashable {
  /// Its law and its own name. Versions share it.
  public let name: QualifiedName
  /// Its citation, without that of the law.
  public let cite: String?
  /// When this version is in force, within its law.
  public let period: Period
  /// What it is of, as its law says: `offence`, or a fact or field; nil for papers and agencies.
  public let of: String?
  /// Its members, whenever they are ones.
  public let members: [Member]
  /// Where it stands.
  public let location: SourceLocation

  /// A member and the days on which it is one.
  public struct Member: Sendable, Hashable {
    /// A kind of paper or agency, a choice, or a code.
    public let value: String
    /// What it is called, for codes.
    public let label: String?
    /// The days on which it is a member.
    public let period: Period
  }

  /// The members on a day.
  public func members(on day: Day) -> [String] {
    members.filter { $0.period.contains(day) }.map(\.value)
  }
}

/// `FACT is VALUE when CONDITION`.
public struct Presumption: Sendable, Hashable {
  /// Its law and its own name. Versions share it.
  public let name: QualifiedName
  /// Its citation, without that of the law.
  public let cite: String
  /// When this version is in force, within its law.
  public internal(set) var period: Period
  /// What its wording rests on.
  public let provenance: Provenance
  /// The fact that it fills while that is unknown.
  public let fact: String
  /// What the fact is taken to be.
  public let value: FactValue
  /// When it is taken so; nil: always.
  public internal(set) var condition: Condition?
  /// The presumption in plain words.
  public let text: String
  /// Where it stands.
  public let location: SourceLocation
}

/// An order that takes norms out for some persons, places, acts and times.
public struct Suspension: Sendable, Hashable {
  /// Its law and its own name. Versions share it.
  public let name: QualifiedName
  /// Its citation, without that of the law.
  public let cite: String
  /// When this version is in force, within its law.
  public internal(set) var period: Period
  /// What its wording rests on.
  public let provenance: Provenance
  /// The rules that it takes out.
  public let rules: [QualifiedName]
  /// Nil: all agencies.
  public let agencies: AgencySet?
  /// Empty: everywhere.
  public let places: [String]
  /// Empty: all acts of those rules; otherwise only for these acts and their kinds.
  public let acts: [String]
  /// When it suspends them; nil: always. On the day of an hour at which it begins or ends, that the hour is reached or is not.
  public internal(set) var condition: Condition?
  /// The order in plain words.
  public let text: String
  /// Where it stands.
  public let location: SourceLocation
}

/// A clause that courts read in different ways.
public struct Contest: Sendable, Hashable {
  /// Its law and its own name. Versions share it.
  public let name: QualifiedName
  /// Its citation, without that of the law.
  public let cite: String
  /// When this version is in force, within its law.
  public let period: Period
  /// What its wording rests on.
  public let provenance: Provenance
  /// At least two.
  public let readings: [ContestReading]
  /// Where it stands.
  public let location: SourceLocation

  /// The reading the library gives where no court chooses.
  public var marked: ContestReading? { readings.first(where: \.marked) ?? readings.first }
}

/// One reading, with the courts that hold it.
public struct ContestReading: Sendable, Hashable {
  /// `strict`.
  public let name: String
  /// The courts that hold it.
  public let courts: [String]
  /// Whether the library gives it where no court chooses.
  public let marked: Bool
  /// What the clause says, read so.
  public let text: String
}

/// A clause that is said, not coded.
public struct UntranslatedClause: Sendable, Hashable {
  /// Its law and its own name. Versions share it.
  public let name: QualifiedName
  /// Its citation, without that of the law.
  public let cite: String
  /// When this version is in force, within its law.
  public internal(set) var period: Period
  /// What its wording rests on.
  public let provenance: Provenance
  /// Whom it concerns.
  public let who: Who
  /// Which way it could push.
  public let direction: Direction
  /// The paper it is about; nil on every ground.
  public let paper: PaperCondition?
  /// The acts it concerns, and their kinds.
  public let acts: [String]
  /// When it could matter; nil: always.
  public internal(set) var condition: Condition?
  /// The clause in plain words.
  public let text: String
  /// Where it stands.
  public let location: SourceLocation
}
