import LawLanguage

/// Rules and limits of generated laws.
extension LibraryWriter {
  /// The kinds of rule, and what the grammar has for each.
  private enum Shape { case must, mustNot, may, gives, denies, limit, duty }

  mutating func writeRule(in law: Int) {
    var shape = random.pick(weighted: [
      (22, Shape.must), (19, .mustNot), (14, .may), (11, .gives), (9, .denies), (11, .limit), (24, .duty),
    ])
    var act = act(shape)
    // Often the opposite of the rule before it in its law: so that there are conflicts.
    if let last = laws[law].rules.last, last.isCommand, random.chance(70) {
      shape = last.forbids ? .must : .mustNot
      act = last.act
    }
    // And the opposite of a grant of authority.
    if let last = laws[law].rules.last, let gives = last.givesAuthority, random.chance(60) {
      shape = gives ? .denies : .gives
      act = last.act
    }
    let name = "r\(laws.flatMap(\.rules).count)"
    let section = random.pick(["1", "1(a)", "2", "12"])
    laws[law].rules.append(
      RuleDraft(
        name: name, section: section, act: act, isCommand: shape == .must || shape == .mustNot,
        forbids: shape == .mustNot, givesAuthority: shape == .gives ? true : shape == .denies ? false : nil))
    var head = "\(shape == .limit ? "limit" : "rule") \(name)  cite \"\(section)\""
    var reading = ""
    if let contest = laws[law].contest, random.chance(60) {
      reading = "  under \(contest).\(random.pick(["strict", "loose"]))"
    }
    let body = body(shape, act, law)
    // Two versions of one rule, one after the other.
    if laws[law].isLasting && random.chance(10) {
      note(.versions)
      let last = words.today.adding(days: random.between(-2, 1))
      let older = head + "  in force from \(laws[law].from) until \(last)  \(provenance())\(reading)\n" + body
      laws[law].declarations.append(older)
      head += "  in force from \(last.adding(days: 1))"
      laws[law].declarations.append(head + "  \(provenance())\(reading)\n" + self.body(shape, act, law))
      return
    }
    head += periodWithin(laws[law]) + "  \(provenance())\(reading)"
    laws[law].declarations.append(head + "\n" + body)
  }

  private mutating func body(_ shape: Shape, _ act: String, _ law: Int) -> String {
    var lines: [String] = []
    switch shape {
    case .must:
      let isEvery = random.chance(25)
      note(isEvery ? .mustEvery : .must)
      lines.append("\(who(law)) must \(isEvery ? "every " : "")\(act)")
    case .mustNot:
      note(.mustNot)
      lines.append("\(who(law)) must not \(act)")
    case .may:
      note(.may)
      lines.append("\(who(law)) may \(act)")
    case .gives:
      note(.givesAuthority)
      lines.append("\(who(law)) has authority to \(act)")
    case .denies:
      note(.deniesAuthority)
      lines.append("\(who(law)) has no authority to \(act)")
    case .limit:
      note(.limit)
      lines.append("\(who(law)) \(act)")
    case .duty:
      note(.must)
      lines.append("\(who(law)) must \(act)\(random.chance(30) ? " to judge" : "")")
      lines.append(trigger(before: act, law))
    }
    // Plain rules too: they meet each other more often than those that turn on much.
    if shape == .must || shape == .mustNot, random.chance(28) { return lines.map { "  " + $0 }.joined(separator: "\n") }
    if !lines.contains(where: { $0.hasPrefix("on receipt") }) && random.chance(28) { lines.append("on " + paper(law)) }
    lines += conditionsAndExceptions(law)
    if shape == .mustNot && random.chance(25) { lines.append(exception(law)) }
    switch shape {
    case .must, .may:
      if random.chance(22) { lines.append(bound()) }
      if random.chance(12) { lines.append(step(law)) }
    case .limit:
      if random.chance(75) { lines.append(bound()) } else { lines.append(step(law)) }
      if random.chance(30) { lines.append(bound()) }
      if random.chance(25) { lines.append(step(law)) }
    case .duty:
      if random.chance(85) {
        let recurrence = lines.lazy.compactMap { $0.hasPrefix("each ") ? String($0.dropFirst(5)) : nil }.first
        lines.append(due(each: recurrence))
      }
    case .mustNot, .gives, .denies: break
    }
    return lines.map { "  " + $0 }.joined(separator: "\n")
  }

  private mutating func act(_ shape: Shape) -> String {
    if shape == .duty { return random.pick(GeneratedWords.dutyActs) }
    let act: String
    switch shape {
    case .gives, .denies:
      act = random.pick(words.focus.filter { $0.hasSuffix("hold") } + ["hold"])
    default:
      act = random.chance(88) ? random.pick(words.focus + words.focus.prefix(1)) : random.pick(GeneratedWords.acts)
    }
    if ["hold", "share"].contains(act) { note(.actWithKinds) }
    if ["short-hold", "share-address"].contains(act) { note(.kindOfAct) }
    return act
  }

  // MARK: Whom

  mutating func who(_ law: Int) -> String {
    var text: String
    let others = laws.indices.filter { $0 != law && laws[$0].isLasting }
    switch random.between(0, 9) {
    case 0...5:
      note(.anyAgency)
      text = "any-agency"
    case 6:
      note(.agencyKind)
      text = random.pick(GeneratedWords.kinds)
    case 7 where !others.isEmpty:
      note(.classOfAnotherLaw)
      text = "officers as in \(laws[random.pick(others)].name)"
    default:
      note(.agencyClass)
      text = "officers"
    }
    if random.chance(7) {
      note(.inPlace)
      text += " in \(random.pick(["cook", "ilnd", "springfield, chicago"]))"
    }
    if random.chance(7) {
      note(.actingAs)
      text += " acting as \(random.pick(["own", "own, deputised", "on-behalf, contractor"]))"
    }
    return text
  }

  // MARK: Paper

  mutating func paper(_ law: Int) -> String {
    var text = "a paper"
    switch random.between(0, 4) {
    case 0, 1:
      note(.paperList)
      text += " in hold-papers"
    case 2:
      note(.paperInline)
      text += " in (\(random.some(2, of: GeneratedWords.papers).joined(separator: ", ")))"
    default:
      note(.paperKind)
      text += " in \(random.pick(GeneratedWords.papers))"
    }
    if random.chance(25) {
      note(.paperWhere)
      text += " where " + paperTest()
    }
    if random.chance(12) {
      note(.accompanied)
      text += " accompanied by a paper in \(random.pick(GeneratedWords.papers))"
    }
    if random.chance(12) {
      note(.notAccompanied)
      text += " not accompanied by a paper in \(random.pick(GeneratedWords.papers + ["hold-papers"]))"
    }
    return text
  }

  private mutating func paperTest() -> String {
    switch random.between(0, 5) {
    case 0, 1: "served"
    case 2: "signer is \(random.pick(GeneratedWords.signers))"
    case 3: "signer is in (\(random.some(2, of: GeneratedWords.signers).joined(separator: ", ")))"
    case 4: date("received", others: [])
    default: "(signer is not judge or served)"
    }
  }

  // MARK: When and unless

  mutating func conditionsAndExceptions(_ law: Int) -> [String] {
    var lines: [String] = []
    for _ in 0..<random.pick([0, 0, 0, 1, 1, 1, 2]) {
      note(.when)
      lines.append("when " + condition(in: law) + (random.chance(10) ? "  cite \"c\"" : ""))
    }
    for _ in 0..<random.pick([0, 0, 0, 0, 1, 1]) { lines.append(exception(law)) }
    return lines
  }

  mutating func exception(_ law: Int) -> String {
    note(.unless)
    var text = "unless " + condition(in: law) + "  cite \"x\""
    if random.chance(20) {
      note(.unlessWithinUnless)
      text += " (unless " + condition(in: law) + "  cite \"y\")"
    }
    return text
  }
}
