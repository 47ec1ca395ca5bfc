import LawLanguage
import Norms

/// Words what a sweep came to.
struct CheckFindings {
  let library: Library
  let sweep: Sweep
  /// Properties that do not hold.
  let properties: [Finding]
  /// Whether every jurisdiction was gone through, on all days.
  let isWhole: Bool
  /// Whether all was gone through that a rule of a law could decide in a period.
  let covers: (Law, Period) -> Bool

  private var vocabulary: Vocabulary { library.vocabulary }

  /// The worst first, then in the order of the files.
  func all() -> [Finding] {
    let words = WordFindings(library: library)
    let dates = UnreachableDates(library: library).findings
    let versions = VersionGaps(library: library).findings
    let found =
      properties + conflicts + rules + judgements + facts + gaps + undecided + dates + versions + words.findings
    let orders = found.map(Order.init)
    return found.indices.sorted { orders[$0] < orders[$1] }.map { found[$0] }
  }

  /// Where a finding stands among others: those of no place come last.
  private struct Order: Comparable {
    let level: Finding.Level
    let isNowhere: Int
    let path: String
    let offset: Int
    let code: String
    let message: String

    init(_ finding: Finding) {
      level = finding.level
      isNowhere = finding.location == nil ? 1 : 0
      (path, offset) = (finding.location?.path ?? "", finding.location?.range.lower ?? 0)
      (code, message) = (finding.code.rawValue, finding.message)
    }

    static func < (left: Order, right: Order) -> Bool {
      if left.level != right.level { return left.level < right.level }
      if left.isNowhere != right.isNowhere { return left.isNowhere < right.isNowhere }
      if left.path != right.path { return left.path < right.path }
      if left.offset != right.offset { return left.offset < right.offset }
      return left.code == right.code ? left.message < right.message : left.code < right.code
    }
  }

  // MARK: Conflicts

  private var conflicts: [Finding] {
    sweep.conflicts.map { key, conflict in
      let (command, ban) = (conflict.command, conflict.ban)
      let record = record(of: key.act, command.rule.name, ban.rule.name)
      let verb = ban.rule.modality == .deniesAuthority ? "denies the authority to" : "forbids to"
      return Finding(
        .conflict, record == nil ? .error : .note,
        "\(command.rule.name) (\(command.cite)) commands to \(key.act) and \(ban.rule.name) (\(ban.cite)) \(verb)",
        help: record == nil
          ? "write which yields, or if the law itself is in conflict, a case that expects it because of both"
          : "a case records it as a conflict of the law itself",
        at: command.rule.location, related: [.init(caption: "the other rule", location: ban.rule.location)],
        witness: conflict.witness, recordedBy: record)
    }
  }

  /// The case of the library that shows it: `expect conflict ACT because A, B`.
  private func record(of act: String, _ one: QualifiedName, _ other: QualifiedName) -> SourceLocation? {
    library.cases.first { example in
      example.expectations.contains { expectation in
        guard case .answer(let asked, .conflict, _, _, let because) = expectation.claim else { return false }
        return vocabulary.isKind(act, of: asked) && because.contains(one) && because.contains(other)
      }
    }?.location
  }

  // MARK: Rules and exceptions

  private var rules: [Finding] {
    library.laws.flatMap { law in
      law.rules.filter { covers(law, $0.period) }.flatMap { rule in
        let own = finding(of: rule, law)
        // An exception of a rule that never applies has nothing to open.
        guard sweep.life.applied.contains(rule.location) else { return own.map { [$0] } ?? [] }
        return (own.map { [$0] } ?? []) + exceptions(of: rule, law) + conditions(of: rule)
      } + groups(of: law)
    }
  }

  private func finding(of rule: Rule, _ law: Law) -> Finding? {
    let life = sweep.life
    guard !life.decisive.contains(rule.location) else { return nil }
    func dead(_ why: String, _ help: String) -> Finding {
      Finding(.deadRule, .warning, "\(rule.name) decides nothing: \(why)", help: help, at: rule.location)
    }
    guard life.bound.contains(rule.location) else {
      let reached = vocabulary.places.filter { $0.kind == .jurisdiction && $0.name != "US" }.contains { place in
        law.binding.contains { bound in
          vocabulary.territory(of: place.name).contains(bound) || vocabulary.territory(of: bound).contains(place.name)
        }
      }
      guard reached else {
        return Finding(
          .unreached, .note, "\(rule.name) binds no place whose law the library has", help: nil, at: rule.location)
      }
      return dead("it binds no agency on any day", "look at whom it binds, and from when until when")
    }
    guard life.applied.contains(rule.location) else {
      return dead("no request that there can be meets its conditions", "look at its paper and its conditions together")
    }
    guard life.stood.contains(rule.location) else {
      return dead(
        "whenever it applies, an exception is open, or it is struck, suspended or yields",
        "look at what takes it out; if the law means it so, say why in its section")
    }
    let others = (life.displacers[rule.location] ?? []).sorted().map(\.description)
    guard !others.isEmpty else {
      return dead("where it stands it has no part in the answer", "look at the other rules on \(rule.act)")
    }
    return Finding(
      .shadowed, .note,
      "\(rule.name) never decides: wherever it stands, \(others.joined(separator: ", ")) decides "
        + "before it",
      help: "it may say the same as the higher law, or yield to it", at: rule.location)
  }

  private func exceptions(of rule: Rule, _ law: Law) -> [Finding] {
    rule.exceptions.enumerated().compactMap { index, exception in
      let cite = law.citation(of: exception.cite)
      guard sweep.life.opened.contains(.rule(rule.location, index)) else {
        return Finding(
          .deadException, .warning, "the exception of \(rule.name) under \(cite) never opens while the rule applies",
          help: "look at its condition beside the rule's own", at: rule.location)
      }
      guard !sweep.life.openedAlone.contains(.rule(rule.location, index)) else { return nil }
      return Finding(
        .redundant, .note, "the exception of \(rule.name) under \(cite) opens only where another does",
        help: "without it the rule is out on the same requests", at: rule.location)
    }
  }

  /// Conditions that the rest of the rule brings about.
  private func conditions(of rule: Rule) -> [Finding] {
    let places = sweep.life.unneeded.filter { $0.key.rule == rule.location }
    return places.sorted { ($0.key.clause, $0.key.part) < ($1.key.clause, $1.key.part) }.map { _, words in
      Finding(
        .redundant, .note, "\(rule.name) needs no \"\(words)\": it is so wherever the rest of the rule holds",
        help: "without it the rule stands on the same requests", at: rule.location)
    }
  }

  private func groups(of law: Law) -> [Finding] {
    law.exceptions.compactMap { group in
      guard covers(law, group.period), !sweep.life.opened.contains(.group(group.location)),
        law.rules.contains(where: {
          group.rules.contains($0.name.name) && sweep.life.applied.contains($0.location)
        })
      else { return nil }
      return Finding(
        .deadException, .warning, "the exception \(group.name) never opens while a rule that it reaches applies",
        help: "look at its condition beside those of the rules", at: group.location)
    }
  }

  // MARK: Facts

  private var judgements: [Finding] {
    vocabulary.facts.filter(\.isJudgement).compactMap { fact in
      guard sweep.life.looksAt.contains(fact.name), !sweep.life.mattering.contains(fact.name) else { return nil }
      return Finding(
        .idleJudgement, .warning, "the judgement \(fact.name) is looked at and never matters",
        help: "nobody need be asked for it; look at the rules that name it", at: nil)
    }
  }

  private var facts: [Finding] {
    guard isWhole else { return [] }
    return vocabulary.facts.compactMap { fact in
      guard !sweep.life.looksAt.contains(fact.name), vocabulary.step(fact.name) == nil else { return nil }
      return Finding(.unusedFact, .note, "no law looks at the fact \(fact.name)", help: nil, at: nil)
    }
  }

  // MARK: Gaps

  private var gaps: [Finding] {
    sweep.gaps.map { key, gap in
      let says =
        key.basis == .silent
        ? "the law of \(key.jurisdiction) is silent on a request to \(key.act)"
        : "no law gives authority to \(key.act) in \(key.jurisdiction)"
      return Finding(
        key.basis == .silent ? .silent : .noAuthority, .note, says + " that a paper asks for",
        help: "so it is on \(gap.occasions) occasion\(gap.occasions == 1 ? "" : "s") that the law tells apart",
        at: nil, witness: gap.witness)
    }
  }

  private var undecided: [Finding] {
    sweep.undecided.map { key, undecided in
      let what =
        switch key.what {
        case .values: "values that hang together"
        case .conditions: "conditions that hang together"
        case .nodes, .unsettled: "classes"
        }
      let occasion = undecided.occasion
      let papers = occasion.papers.isEmpty ? "no paper" : occasion.papers.joined(separator: " and ")
      let next =
        undecided.wasAsked
        ? "the solver was asked, and did not settle it" : "a solver would be asked: install z3 where the PATH finds it"
      return Finding(
        .notDecided, .warning,
        "what the law of \(key.jurisdiction) says of \(key.act) was not gone through: too many \(what)",
        help: "first on \(occasion.day), for \(occasion.agency.kind.withArticle) offered \(papers); \(next)", at: nil)
    }
  }
}
