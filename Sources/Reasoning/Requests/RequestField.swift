/// The fields of a request, as they are written in a file. Most have a flag of the same name.
public enum RequestField: String, Sendable, Hashable, CaseIterable {
  case jurisdiction, agency, locality
  case actingFor = "acting-for"
  case capacity
  case on, at, asked, decided
  case acts, papers, facts, records

  /// How the field is given on the command line.
  public var flag: String {
    switch self {
    case .acts: "--act"
    case .papers: "--instrument"
    case .facts, .records: "--fact"
    case .jurisdiction, .agency, .locality, .actingFor, .capacity, .on, .at, .asked, .decided: "--" + rawValue
    }
  }

  /// What the field says, in plain words.
  var meaning: String {
    switch self {
    case .jurisdiction: "The state whose agency is asked."
    case .agency: "The kind of agency that acts."
    case .locality: "The county, city or other place of the agency."
    case .actingFor: "The kind of agency it acts for, if not for itself."
    case .capacity: "In which right the agency acts; its own, unless said otherwise."
    case .on: "The day of the act: the law of that day applies."
    case .at: "The instant of the act; it falls on the day of the act in the agency's zone."
    case .asked: "When the request was made: a day or an instant; the day of the act, unless said otherwise."
    case .decided: "When it is decided: a day or an instant; the day of the act, unless said otherwise."
    case .acts:
      "What the agency is asked to do. Without it: everything the papers ask for. An empty list asks for duties only."
    case .papers: "The papers offered, in order; nothing else was offered."
    case .facts: "What is known. What is not written, is null or is \"unknown\" is not known."
    case .records: "Lists of records; they may stand among the facts as well."
    }
  }
}
