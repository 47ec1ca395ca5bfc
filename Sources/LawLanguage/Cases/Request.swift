/// What an agency is asked, and what it knows. Typed against the vocabulary by whoever makes it.
public struct Request: Sendable, Hashable {
  /// `IL`.
  public var jurisdiction: String
  /// Who is asked.
  public var agency: Agency
  /// The acts asked about, in order.
  public var acts: [String]
  /// The papers offered, in order. Nothing else was offered.
  public var papers: [Paper]
  /// The day of the act: its edition applies.
  public var day: Day
  /// The instant of the act, if known; it falls on `day` in the agency's zone.
  public var acted: Instant?
  /// When the request was made; an unknown instant means some time on `askedDay`.
  public var asked: Instant?
  /// The day on which the request was made.
  public var askedDay: Day
  /// When it is decided; an unknown instant means some time on `decidedDay`.
  public var decided: Instant?
  /// The day on which it is decided: what lies after it has not happened.
  public var decidedDay: Day
  /// Known facts by name; a missing one is unknown. Steps and judgements are facts.
  public var facts: [String: FactValue]
  /// Known lists by name; a missing one is unknown.
  public var records: [String: RecordList]
  /// Who settled a judgement, and why.
  public var judgements: [String: JudgementRecord]

  /// A request with nothing known. `asked` and `decided` fall on the day of the act until they are set.
  public init(jurisdiction: String, agency: Agency, acts: [String], papers: [Paper] = [], day: Day) {
    self.jurisdiction = jurisdiction
    self.agency = agency
    self.acts = acts
    self.papers = papers
    self.day = day
    askedDay = day
    decidedDay = day
    facts = [:]
    records = [:]
    judgements = [:]
  }

  /// Who acts.
  public struct Agency: Sendable, Hashable {
    /// `county-jail`.
    public var kind: String
    /// A locality, or nil for somewhere in the jurisdiction.
    public var locality: String?
    /// In which right it acts.
    public var capacity: Capacity
    /// The kind of agency it acts for, if not for itself.
    public var actingFor: String?

    /// An agency; acting for itself unless told otherwise.
    public init(kind: String, locality: String? = nil, capacity: Capacity = .own, actingFor: String? = nil) {
      self.kind = kind
      self.locality = locality
      self.capacity = capacity
      self.actingFor = actingFor
    }
  }

  /// A paper offered: its kind and the fields known, with those its kind fixes.
  public struct Paper: Sendable, Hashable {
    /// `i247a`.
    public var kind: String
    /// Known fields by name; a missing one is unknown.
    public var fields: [String: FactValue]

    /// A paper of a kind.
    public init(kind: String, fields: [String: FactValue] = [:]) {
      self.kind = kind
      self.fields = fields
    }
  }

  /// Records known; complete, or at least these.
  public struct RecordList: Sendable, Hashable {
    /// Whether there are no others; otherwise there are at least these.
    public var isComplete: Bool
    /// Known fields by name; a missing one is unknown.
    public var records: [[String: FactValue]]

    /// A list of records.
    public init(isComplete: Bool, records: [[String: FactValue]]) {
      self.isComplete = isComplete
      self.records = records
    }
  }

  /// Who settled a judgement, and why.
  public struct JudgementRecord: Sendable, Hashable {
    /// Who judged.
    public var by: String
    /// The reason that person gave.
    public var why: String

    /// A named person and a reason.
    public init(by: String, why: String) {
      self.by = by
      self.why = why
    }
  }
}
