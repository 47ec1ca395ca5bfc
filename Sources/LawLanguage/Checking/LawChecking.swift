/// One law: every declaration of its document, checked.
struct LawChecking {
  let names: Names
  let law: LawNames
  let document: DocumentSyntax
  let findings: Findings

  func check() -> Law {
    var rules: [Rule] = []
    var exceptions: [GroupException] = []
    var voids: [VoidClause] = []
    var definitions: [Definition] = []
    var lists: [MemberList] = []
    var classes: [MemberList] = []
    var presumptions: [Presumption] = []
    var suspensions: [Suspension] = []
    var contests: [Contest] = []
    var untranslated: [UntranslatedClause] = []
    var hourly: [SourceLocation: HourlyPeriod] = [:]
    for (index, declaration) in document.declarations.enumerated() {
      guard let named = declaration.kind.named else { continue }
      let scope = Scope(
        names: names, law: law, section: Section(of: declaration.block, in: document),
        period: law.periods[index] ?? law.period, subject: .declaration(named.kind, named.name.value),
        findings: findings)
      let hours = law.hourly(ofDeclaration: index)
      hourly[scope.section.location(named.name.range)] = hours
      switch declaration.kind {
      case .law, .vocabulary: break
      case .rule(let syntax): if let rule = scope.rule(syntax) { rules += rule.parts(hours) }
      case .exception(let syntax): if let exception = scope.exception(syntax) { exceptions.append(exception) }
      case .void(let syntax): if let void = scope.void(syntax) { voids += void.parts(hours) }
      case .define(let syntax): if let definition = scope.definition(syntax) { definitions.append(definition) }
      case .list(let syntax): if let list = scope.list(syntax) { lists.append(list) }
      case .agencyClass(let syntax): if let list = scope.agencyClass(syntax) { classes.append(list) }
      case .presume(let syntax): if let clause = scope.presumption(syntax) { presumptions += clause.parts(hours) }
      case .suspended(let syntax): if let order = scope.suspension(syntax) { suspensions += order.parts(hours) }
      case .contested(let syntax): if let contest = scope.contest(syntax) { contests.append(contest) }
      case .untranslated(let syntax): if let clause = scope.untranslated(syntax) { untranslated += clause.parts(hours) }
      }
    }
    return Law(
      name: law.name, title: document.title ?? law.name, cite: law.cite, rank: law.rank, place: law.place,
      court: law.court, binding: law.binding, period: law.period, createsNoAuthority: law.createsNoAuthority,
      path: document.file.path, rules: rules, exceptions: exceptions, voids: voids, definitions: definitions,
      lists: lists, classes: classes, presumptions: presumptions, suspensions: suspensions, contests: contests,
      untranslated: untranslated, hourly: hourly)
  }
}

extension DocumentSyntax {
  /// The document's first heading, without its marks.
  var title: String? {
    let bytes = file.bytes
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      let line = bytes[start..<end]
      let text = line.drop { $0 == UInt8(ascii: "#") }
      if text.count < line.count, text.first == UInt8(ascii: " ") {
        let words = (text.last == UInt8(ascii: "\r") ? text.dropLast() : text).split(separator: UInt8(ascii: " "))
        return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      }
      start = end + 1
    }
    return nil
  }
}
