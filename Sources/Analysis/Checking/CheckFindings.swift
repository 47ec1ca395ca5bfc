import LawLanguage
import Norms

/// Words what a sweep came to.
struct CheckFindings {
  let library: Library
  let sweep: Sweep
  /// Whether every jurisdiction was gone through, on all days.
  let isWhole: Bool
  /// Whether all was gone through that a rule of a law could decide in a period.
  let covers: (Law, Period) -> Bool

  private var vocabulary: Vocabulary { library.vocabulary }

  /// The worst first, then in the order of the files.
  var all: [Finding] {
    (conflicts + rules + judgements + facts + gaps + undecided).sorted { left, right in
      if left.level != right.level { return left.level < right.level }
      return order(left).lexicographicallyPrecedes(order(right))
    }
  }

  private func order(_ finding: Finding) -> [String] {
    let place = finding.location.map { location in
      [
        location.path,
        String(repeating: "0", count: max(0, 9 - "\(location.range.lower)".count)) + "\(location.range.lower)",
      ]
    }
    return [finding.location == nil ? "1" : "0"] + (place ?? []) + [finding.code.rawValue, finding.message]
  }

  // MARK: Conflicts

  private var conflicts: [Finding] {
    sweep.conflicts.map { key, conflict in
      let (command, ban) = (conflict.command, conflict.ban)
      let isRecorded = isRecorded(key.act, command.rule.name, ban.rule.name)
      let verb = ban.rule.modality == .deniesAuthority ? "denies the authority to" : "forbids to"
      return Finding(
        code: .conflict, level: isRecorded ? .note : .error,
        message:
          "\(command.rule.name) (\(command.cite)) commands to \(key.act) and \(ban.rule.name) (\(ban.cite)) \(verb)",
        help: isRecorded
          ? "a case records it as a conflict of the law itself"
          : "write which yields, or if the law itself is in conflict, a case that expects it because of both",
        location: command.rule.location, related: [.init(caption: "the other rule", location: ban.rule.location)],
        witness: conflict.witness)
    }
  }

  /// Whether a case of the library shows it: `expect conflict ACT because A, B`.
  private func isRecorded(_ act: String, _ one: QualifiedName, _ other: QualifiedName) -> Bool {
    library.cases.contains { example in
      example.expectations.contains { expectation in
        guard case .answer(let asked, .conflict, _, _, let because) = expectation.claim else { return false }
        return vocabulary.isKind(act, of: asked) && because.contains(one) && because.contains(other)
      }
    }
  }

  // MARK: Rules and exceptions

  private var rules: [Finding] {
    library.laws.flatMap { law in
      law.rules.filter { covers(law, $0.period) }.flatMap { rule in
        let own = finding(of: rule, law)
        // An exception of a rule that never applies has nothing to open.
        guard sweep.life.applied.contains(rule.location) else { return own.map { [$0] } ?? [] }
        return (own.map { [$0] } ?? []) + exceptions(of: rule, law)
      } + groups(of: law)
    }
  }

  private func finding(of rule: Rule, _ law: Law) -> Finding? {
    let life = sweep.life
    guard !life.decisive.contains(rule.location) else { return nil }
    func dead(_ why: String, _ help: String) -> Finding {
      Finding(
        code: .deadRule, level: .warning, message: "\(rule.name) decides nothing: \(why)", help: help,
        location: rule.location, related: [], witness: nil)
    }
    guard life.bound.contains(rule.location) else {
      let reached = vocabulary.places.filter { $0.kind == .jurisdiction && $0.name != "US" }.contains { place in
        law.binding.contains { bound in
          vocabulary.territory(of: place.name).contains(bound) || vocabulary.territory(of: bound).contains(place.name)
        }
      }
      guard reached else {
        return Finding(
          code: .unreached, level: .note, message: "\(rule.name) binds no place whose law the library has", help: nil,
          location: rule.location, related: [], witness: nil)
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
      code: .shadowed, level: .note,
      message: "\(rule.name) never decides: wherever it stands, \(others.joined(separator: ", ")) decides before it",
      help: "it may say the same as the higher law, or yield to it", location: rule.location, related: [], witness: nil)
  }

  private func exceptions(of rule: Rule, _ law: Law) -> [Finding] {
    rule.exceptions.enumerated().compactMap { index, exception in
      guard !sweep.life.opened.contains(.rule(rule.location, index)) else { return nil }
      return Finding(
        code: .deadException, level: .warning,
        message:
          "the exception of \(rule.name) under \(law.citation(of: exception.cite)) never opens while the rule applies",
        help: "look at its condition beside the rule's own", location: rule.location, related: [], witness: nil)
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
        code: .deadException, level: .warning,
        message: "the exception \(group.name) never opens while a rule that it reaches applies",
        help: "look at its condition beside those of the rules", location: group.location, related: [], witness: nil)
    }
  }

  // MARK: Facts

  private var judgements: [Finding] {
    vocabulary.facts.filter(\.isJudgement).compactMap { fact in
      guard sweep.life.looksAt.contains(fact.name), !sweep.life.mattering.contains(fact.name) else { return nil }
      return Finding(
        code: .idleJudgement, level: .warning, message: "the judgement \(fact.name) is looked at and never matters",
        help: "nobody need be asked for it; look at the rules that name it", location: nil, related: [], witness: nil)
    }
  }

  private var facts: [Finding] {
    guard isWhole else { return [] }
    return vocabulary.facts.compactMap { fact in
      guard !sweep.life.looksAt.contains(fact.name), vocabulary.step(fact.name) == nil else { return nil }
      return Finding(
        code: .unusedFact, level: .note, message: "no law looks at the fact \(fact.name)", help: nil, location: nil,
        related: [], witness: nil)
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
        code: key.basis == .silent ? .silent : .noAuthority, level: .note, message: says + " that a paper asks for",
        help: "so it is on \(gap.occasions) occasion\(gap.occasions == 1 ? "" : "s") that the law tells apart",
        location: nil, related: [], witness: gap.witness)
    }
  }

  private var undecided: [Finding] {
    sweep.undecided.map { key, occasion in
      let what =
        switch key.what {
        case .values: "values that hang together"
        case .conditions: "conditions that hang together"
        case .nodes: "classes"
        }
      return Finding(
        code: .notDecided, level: .warning,
        message: "what the law of \(key.jurisdiction) says of \(key.act) was not gone through: too many \(what)",
        help:
          "first on \(occasion.day), for a \(occasion.agency.kind) offered \(occasion.papers.isEmpty ? "no paper" : occasion.papers.joined(separator: " and "))",
        location: nil, related: [], witness: nil)
    }
  }
}
