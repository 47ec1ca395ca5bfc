/// Lists of papers, codes and choices, and classes of agencies: what they are of, and that their members are that.
extension Scope {
  /// What a list is of, from `of` and its members.
  func kind(of list: ListSyntax) -> ListKind {
    if let of = list.of {
      if of.value == ListKind.offence { return .codes }
      switch types(named: of.value).first {
      case .code: return .codes
      case .choice: return .choices
      default: return list.members.contains(where: \.quoted) ? .codes : .choices
      }
    }
    if list.members.contains(where: { !$0.quoted && vocabulary.paper($0.value.value) != nil }) { return .papers }
    if list.members.contains(where: \.quoted) { return .codes }
    return list.members.contains { isChoice($0.value.value) } ? .choices : .papers
  }

  func list(_ syntax: ListSyntax) -> MemberList? {
    let kind = kind(of: syntax)
    requireFit(syntax, kind)
    var candidates: [String]?
    for member in syntax.members {
      let value = member.value
      let isRight: Bool
      switch kind {
      case .codes: isRight = member.quoted
      case .papers: isRight = !member.quoted && vocabulary.paper(value.value) != nil
      case .choices: isRight = !member.quoted && choices(of: syntax).contains(value.value)
      }
      if isRight { continue }
      if member.quoted != (kind == .codes) {
        let help = kind == .codes ? "put the code between quotes" : "write the name without quotes"
        report(
          .unknownListEntry, "`\(syntax.name.value)` is \(kind.phrase), and this is none", help: help, at: value.range)
      } else if kind == .papers {
        _ = paper(value, code: .unknownListEntry)
      } else {
        let words = candidates ?? choices(of: syntax).sorted()
        candidates = words
        // What the list is of is no choice, which is reported.
        if words.isEmpty { break }
        let of = syntax.of.map { "`\($0.value)`" } ?? "any fact"
        report(
          .unknownListEntry, "`\(value.value)` is not a value of \(of)",
          help: suggest(value.value, words, else: listing(words)), at: value.range)
      }
    }
    requireNoRepetition(syntax)
    return members(syntax)
  }

  func agencyClass(_ syntax: ListSyntax) -> MemberList? {
    for member in syntax.members {
      _ = agency(member.value, code: .unknownListEntry)
    }
    requireNoRepetition(syntax)
    return members(syntax)
  }

  private func members(_ syntax: ListSyntax) -> MemberList? {
    guard let law else { return nil }
    return MemberList(
      name: QualifiedName(law: law.name, name: syntax.name.value), cite: syntax.cite?.value, period: period,
      of: syntax.of?.value,
      members: syntax.members.map { member in
        MemberList.Member(
          value: member.value.value, label: member.label?.value,
          period: self.period(from: member.from, until: member.until, within: period))
      }, location: section.location(syntax.name.range))
  }

  /// `of` names a fact or field whose type the members have.
  private func requireFit(_ list: ListSyntax, _ kind: ListKind) {
    guard let of = list.of else {
      if kind == .codes {
        report(
          .wrongType, "`\(list.name.value)` lists codes, but does not say of what",
          help: "write `list \(list.name.value) of \(ListKind.offence)`", at: list.name.range)
      }
      return
    }
    guard of.value != ListKind.offence else { return }
    let types = self.types(named: of.value)
    if types.isEmpty {
      unknown(of, .fact, among: [ListKind.offence] + vocabulary.facts.map(\.name) + fields.map(\.name))
    } else if let type = types.first, !type.isListed {
      report(
        .wrongType, "`\(of.value)` is \(type.phrase), and lists are of codes, choices or papers",
        help: "leave `of \(of.value)` out, or name a fact or field of choice", at: of.range)
    }
  }

  private func requireNoRepetition(_ list: ListSyntax) {
    var seen: [String: SourceRange] = [:]
    seen.reserveCapacity(list.members.count)
    for member in list.members {
      if let first = seen[member.value.value], member.from == nil, member.until == nil {
        report(
          .duplicateName, "`\(member.value.value)` is in the list twice", help: "leave one of them out",
          at: member.value.range, related: [.init(caption: "the first", location: section.location(first))])
      }
      seen[member.value.value] = member.value.range
    }
  }

  private var fields: [Field] { vocabulary.paperFields + vocabulary.records.flatMap(\.fields) }

  /// The types of the fact and the fields of that name.
  private func types(named name: String) -> [ValueType] {
    (vocabulary.fact(name).map { [$0.type] } ?? []) + fields.filter { $0.name == name }.map(\.type)
  }

  private func isChoice(_ word: String) -> Bool {
    (vocabulary.facts.map(\.type) + fields.map(\.type)).contains { $0.choices.contains(word) }
  }

  private func choices(of list: ListSyntax) -> Set<String> {
    let types = list.of.map { self.types(named: $0.value) } ?? vocabulary.facts.map(\.type) + fields.map(\.type)
    return Set(types.flatMap(\.choices))
  }
}

extension ListKind {
  /// The word for codes of criminal offences, whatever the field that holds them is called.
  static let offence = "offence"
}

extension ValueType {
  /// The values of a choice.
  var choices: [String] {
    if case .choice(let values) = self { return values }
    return []
  }

  /// Whether lists can be of it.
  var isListed: Bool {
    switch self {
    case .choice, .code: true
    case .yesNo, .number, .date, .instant: false
    }
  }

  /// In words, with an article.
  var phrase: String {
    switch self {
    case .yesNo: "yes or no"
    case .choice(let values): "one of " + values.joined(separator: ", ")
    case .number(let unit): "a number of \(unit)"
    case .date: "a date"
    case .instant: "an instant"
    case .code: "a code"
    }
  }
}
