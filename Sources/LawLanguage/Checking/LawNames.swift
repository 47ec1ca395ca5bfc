/// What a law declares, by name: enough to resolve a reference to it before its rules are checked.
///
/// A class, for every scope of the law's declarations holds it: first filled, then only read.
final class LawNames {
  let name: String
  let cite: String
  let location: SourceLocation
  let period: Period
  /// The hours at which it begins and ends, if it is a court's order.
  let hours: Hours
  let isOrder: Bool
  let rank: Rank
  let place: String
  let court: String?
  let binding: [String]
  let createsNoAuthority: Bool

  /// Rules, limits, exceptions, voids and their kin share one space of names: a reason names any of them.
  var norms: [String: [NormVersion]] = [:]
  var definitions: [String: [Version]] = [:]
  var lists: [String: [ListVersion]] = [:]
  var classes: [String: [Version]] = [:]
  var contests: [String: [ContestVersion]] = [:]
  /// The period of each declaration that has one, by its index in the document.
  var periods: [Int: Period] = [:]
  /// The hours of each declaration that has any, by its index in the document.
  var hoursOf: [Int: Hours] = [:]

  init(
    name: String, cite: String, location: SourceLocation, period: Period, hours: Hours, isOrder: Bool, rank: Rank,
    place: String, court: String?, binding: [String], createsNoAuthority: Bool
  ) {
    self.name = name
    self.cite = cite
    self.location = location
    self.period = period
    self.hours = hours
    self.isOrder = isOrder
    self.rank = rank
    self.place = place
    self.court = court
    self.binding = binding
    self.createsNoAuthority = createsNoAuthority
  }

  /// One declaration of a name, for a time.
  struct Version {
    let period: Period
    let hours: Hours
    let location: SourceLocation
  }

  struct NormVersion {
    let kind: NameKind
    let version: Version
    /// A rule's or limit's citation, for exceptions to a section.
    let cite: String
  }

  struct ListVersion {
    let kind: ListKind
    let members: [String]
    let version: Version
  }

  struct ContestVersion {
    let readings: [String]
    let version: Version
  }

  /// The rules and limits of that name.
  func rules(_ name: String) -> [Version] {
    (norms[name] ?? []).filter { $0.kind == .rule || $0.kind == .limit }.map(\.version)
  }

  /// What the law declares under that name, for "is a list, not a rule".
  func kinds(of name: String) -> [(kind: NameKind, location: SourceLocation)] {
    var found = (norms[name] ?? []).map { ($0.kind, $0.version.location) }
    found += (definitions[name] ?? []).map { (.definition, $0.location) }
    found += (lists[name] ?? []).map { (.list, $0.version.location) }
    found += (classes[name] ?? []).map { (.agencyClass, $0.location) }
    return found
  }
}

/// What a list is of.
enum ListKind: Hashable {
  case papers
  /// Quoted sections of codes.
  case codes
  /// Values of facts or fields of choice.
  case choices

  var phrase: String {
    switch self {
    case .papers: "a list of papers"
    case .codes: "a list of codes"
    case .choices: "a list of choices"
    }
  }
}

/// All names of the library.
///
/// A class, for it is handed to thousands of scopes: first filled with the vocabulary, then with the laws, then only read.
final class Names {
  let vocabulary: Vocabulary
  let declared: DeclaredNames
  /// Lists of records by their own name and by that of their element.
  let records: [String: RecordType]
  var laws: [String: LawNames] = [:]

  init(vocabulary: Vocabulary, declared: DeclaredNames) {
    self.vocabulary = vocabulary
    self.declared = declared
    var records: [String: RecordType] = [:]
    for type in vocabulary.records {
      records[type.name] = type
      records[type.element] = type
    }
    self.records = records
  }
}
