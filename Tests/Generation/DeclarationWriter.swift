import LawLanguage

/// Lists, classes, definitions and everything else that is declared in generated laws besides rules.
extension LibraryWriter {
  mutating func writeListsAndDefinitions(_ law: Int) {
    let papers = random.some(random.between(1, 2), of: GeneratedWords.papers)
    laws[law].declarations += [
      "list hold-papers  cite \"10\"\n  \(members(papers))",
      "list locked of custody  cite \"10\"\n  \(members(["pretrial", "sentenced"]))",
      "list violent of offence  cite \"10\"\n  "
        + members(random.some(2, of: GeneratedWords.codes).map { "\"\($0)\" \"an offence\"" }),
      "class officers  cite \"10\"\n  \(members(random.some(2, of: GeneratedWords.kinds)))",
    ]
    if random.chance(70) {
      let condition = test()
      if laws[law].isLasting && random.chance(25) {
        note(.versions)
        let last = words.today.adding(days: random.between(-2, 1))
        laws[law].declarations += [
          "define d\(law)  cite \"11\"  in force from \(laws[law].from) until \(last)\n  when \(condition)",
          "define d\(law)  cite \"11\"  in force from \(last.adding(days: 1))\n  when \(test())",
        ]
      } else {
        laws[law].declarations.append("define d\(law)  cite \"11\"\n  when \(condition)")
      }
      laws[law].definitions = ["d\(law)"]
    }
    if random.chance(22) { writeContest(law) }
  }

  /// Members with commas; one of them, at times, only for a time.
  private mutating func members(_ members: [String]) -> String {
    members.map { member in
      guard random.chance(15) else { return member }
      let day = words.today.adding(days: random.between(-2, 2))
      return random.chance(50) ? "\(member) from \(day)" : "\(member) until \(day)"
    }.joined(separator: ", ")
  }

  private mutating func writeContest(_ law: Int) {
    note(.contested)
    let first = random.pick(["ca7", "ilnd", "ca9"])
    let second = random.pick(["ca9", "ca7, ilnd", "ilnd"])
    let marked = random.chance(50) ? " marked" : ""
    laws[law].contest = "split"
    laws[law].declarations.append(
      "contested split  cite \"7\"  \(provenance())\n  reading strict from \(first)  says \"Strictly.\"\n"
        + "  reading loose from \(second)\(marked)  says \"Loosely.\"")
  }

  // MARK: After the rules

  mutating func writeOtherDeclarations(_ law: Int) {
    writeNotwithstanding(law)
    if random.chance(22) { writeException(law) }
    if laws[law].rank.level < 7 && random.chance(28) { writeVoid(law) }
    if random.chance(18) { writeSuspension(law) }
    if random.chance(26) { writePresumption(law) }
    if random.chance(16) { writeUntranslated(law) }
  }

  /// Lets a later rule prevail over an earlier one: in this order there is no circle.
  private mutating func writeNotwithstanding(_ law: Int) {
    let all = laws.flatMap(\.rules)
    guard random.chance(30), let rule = laws[law].rules.last,
      let place = all.firstIndex(where: { $0.name == rule.name }),
      let index = laws[law].declarations.lastIndex(where: { $0.contains(" \(rule.name)  cite") })
    else { return }
    let number = Int(rule.name.dropFirst()) ?? place
    var earlier: [String] = []
    for (index, other) in laws.enumerated() {
      let names = other.rules.map(\.name).filter { (Int($0.dropFirst()) ?? 0) < number }
      earlier +=
        index == law ? names : other.isLasting && laws[law].isLasting ? names.map { "\(other.name).\($0)" } : []
    }
    guard !earlier.isEmpty else { return }
    let chosen = random.pick(earlier)
    // A version of either rule may not overlap the other; then nothing is written.
    guard !laws.contains(where: { $0.hasDatedRule(chosen) }) && !laws[law].hasDatedRule(rule.name) else { return }
    note(chosen.contains(".") ? .notwithstandingAnotherLaw : .notwithstanding)
    laws[law].declarations[index] += "\n  notwithstanding \(chosen)"
  }

  private mutating func writeException(_ law: Int) {
    let rules = laws[law].rules
    guard let rule = rules.first else { return }
    var lines = ["exception e\(law)  cite \"15\"  \(provenance())\(contestedReading(law))"]
    if random.chance(50) {
      note(.exceptionToSection)
      lines.append("to section \"\(random.chance(50) ? rule.section : String(rule.section.prefix { $0 != "(" }))\"")
    } else {
      note(.exceptionToRules)
      lines.append("to \(random.pick(rules).name)")
    }
    lines.append("when " + condition(in: law))
    if random.chance(40) { lines.append(exception(law)) }
    guard !laws[law].rules.contains(where: { laws[law].hasDatedRule($0.name) }) else { return }
    laws[law].declarations.append(lines.joined(separator: "\n  "))
  }

  private mutating func contestedReading(_ law: Int) -> String {
    guard let contest = laws[law].contest, random.chance(30) else { return "" }
    return "  under \(contest).loose"
  }

  private mutating func writeVoid(_ law: Int) {
    note(.void)
    let modal = random.pick(["must not", "must", "may", "must not, must, may"])
    let acts = random.chance(70) ? words.focus.joined(separator: ", ") : random.pick(GeneratedWords.acts)
    let ranks =
      laws[law].rank.level < 4
      ? random.pick(["statute, ordinance, policy", "ordinance", "regulation, policy"]) : "policy"
    let allowed = laws[law].rank.level == 0 && ranks.hasPrefix("statute") ? "constitution, " : ""
    var lines = [
      "void v\(law)  cite \"9\"\(periodWithin(laws[law]))  \(provenance())",
      "strikes \(modal) \(acts) by \(allowed)\(ranks)",
    ]
    if random.chance(60) { lines.append("when " + condition(in: law)) }
    if random.chance(25) { lines.append(exception(law)) }
    laws[law].declarations.append(lines.joined(separator: "\n  "))
  }

  private mutating func writeSuspension(_ law: Int) {
    let target = random.pick(laws.filter { !$0.rules.isEmpty })
    let rule = random.pick(target.rules).name
    guard laws[law].isLasting, target.isLasting, !target.hasDatedRule(rule) else { return }
    note(.suspended)
    var text = "suspended s\(law)  cite \"No. 1\"  \(provenance())"
    if random.chance(45) {
      text += " from \(hourlyPeriod(from: laws[law].from))"
    } else if random.chance(40) {
      text += " from \(words.today.adding(days: random.between(-9, 2)))"
    }
    text += "\n  rules \(target.name == laws[law].name ? rule : "\(target.name).\(rule)")"
    if random.chance(30) { text += "\n  for \(random.pick(["officers", "jail"]))" }
    if random.chance(30) { text += "\n  in \(random.pick(["ilnd", "cook"]))" }
    if random.chance(30) { text += "\n  over \(random.pick(words.focus))" }
    laws[law].declarations.append(text)
  }

  private mutating func writePresumption(_ law: Int) {
    note(.presume)
    let values = words.topics.compactMap { topic -> String? in
      switch topic {
      case .flagA: "flag-a is yes"
      case .flagB: "flag-b is no"
      case .flagC: "flag-c is yes"
      case .exigent: "exigent is no"
      case .custody: "custody is pretrial"
      case .age: "age is 18"
      case .booked: "booked is \(words.someDay(&random))"
      case .released, .releaseDue, .convictions: nil
      }
    }
    let value = random.pick(values + ["leave is yes"])
    let condition = random.chance(40) ? "\n  when \(condition(in: law))" : ""
    laws[law].declarations.append("presume p\(law)  cite \"16\"  \(provenance())\n  \(value)\(condition)")
  }

  private mutating func writeUntranslated(_ law: Int) {
    note(.untranslated)
    let direction = random.pick(["permit", "forbid", "require"])
    let ground = random.chance(50) ? "\n  on \(paper(law))" : ""
    let condition = random.chance(60) ? "\n  when \(condition(in: law))" : ""
    laws[law].declarations.append(
      "untranslated u\(law)  cite \"17\"  \(provenance())\n  \(who(law)) may \(direction) \(random.pick(words.focus))"
        + "\(ground)\(condition)\n  says \"Not coded.\"")
  }
}

extension LibraryWriter.LawDraft {
  /// Whether a rule of that name, perhaps with the law's before it, is in force for less than its law.
  fileprivate func hasDatedRule(_ name: String) -> Bool {
    let own = name.hasPrefix("\(self.name).") ? String(name.dropFirst(self.name.count + 1)) : name
    return declarations.contains { $0.contains(" \(own)  cite") && $0.contains("in force") }
  }
}
