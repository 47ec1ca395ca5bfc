public import LawLanguage

/// The offences of a jurisdiction's lists, looked up by section or by words.
///
/// The lists of the library are all there is: an offence that is in none of them is said to be in none, never guessed.
public struct OffenceIndex: Sendable {
  private let library: Library
  private let jurisdiction: String
  private let names: CodeNames
  private let sections: [Section]

  /// The longest text that is looked up, in characters.
  public static let longestText = 200
  /// How many entries are given at most, unless fewer are asked for.
  public static let mostEntries = 12

  /// A section and the lists that have an entry for it.
  private struct Section: Sendable {
    let form: SectionForm
    let written: String
    var labels: [String] = []
    var memberships: [(list: MemberList, member: MemberList.Member)] = []

    func lists(on day: Day) -> Bool {
      memberships.contains { $0.list.period.contains(day) && $0.member.period.contains(day) }
    }
  }

  /// The lists of a jurisdiction and of the United States; of its localities all, or where one is named, those it lies in.
  public init(_ library: Library, in jurisdiction: String, locality: String? = nil) {
    self.library = library
    self.jurisdiction = jurisdiction
    let vocabulary = library.vocabulary
    names = CodeNames(jurisdiction: jurisdiction, title: vocabulary.place(jurisdiction)?.title ?? "")
    var sections: [Section] = []
    var position: [String: Int] = [:]
    let own = locality.map(vocabulary.territory)
    for law in library.laws
    where own?.contains(law.place)
      ?? (law.place == "US" || vocabulary.territory(of: law.place).contains(jurisdiction))
    {
      for list in law.lists where OffenceIndex.isOfCodes(list, vocabulary) {
        for member in list.members {
          guard let form = SectionForm(member.value) else { continue }
          let key = "\(form.code) \(form.number)"
          let index = position[key] ?? sections.count
          if index == sections.count {
            position[key] = index
            sections.append(Section(form: form, written: member.value))
          }
          sections[index].memberships.append((list, member))
          if let label = member.label, !sections[index].labels.contains(label) { sections[index].labels.append(label) }
        }
      }
    }
    self.sections = sections
  }

  /// Whether a list holds sections of a code.
  package static func isOfCodes(_ list: MemberList, _ vocabulary: Vocabulary) -> Bool {
    guard let of = list.of else { return false }
    if of == "offence" { return true }
    let fields = vocabulary.records.flatMap(\.fields) + vocabulary.paperFields
    return vocabulary.fact(of)?.type == .code || fields.contains { $0.name == of && $0.type == .code }
  }

  // MARK: Looking up

  /// What the lists say of an offence: a section in any common writing, words, a roster's abbreviations, or an NCIC code.
  public func look(up text: String, on day: Day, limit: Int = mostEntries) -> OffenceAnswer {
    let uses = OffenceUses(library, on: day)
    var answer = OffenceAnswer(
      asked: text, jurisdiction: jurisdiction, day: day, found: [], suggested: [], omitted: 0, charge: nil,
      hasLists: sections.contains { $0.lists(on: day) })
    guard text.count <= OffenceIndex.longestText else { return answer }
    var found = SectionForm(text).map(bySection) ?? []
    if found.isEmpty { found = byWords(text) }
    if found.isEmpty || !found.contains(where: { $0.match == .section }) {
      answer.charge = RosterWords.charge(text)?.title
      let more = suggestions(text).filter { other in !found.contains { $0.index == other.index } }
      answer.suggested = more.prefix(limit).map { entry($0, on: day, uses) }
      answer.omitted += max(0, more.count - limit)
    }
    answer.found = found.prefix(limit).map { entry($0, on: day, uses) }
    answer.omitted += max(0, found.count - limit)
    return answer
  }

  /// A section that was found: one that has an entry, or whole sections of which only parts have.
  private struct Find {
    /// The section with an entry that is nearest.
    let index: Int
    /// As the law writes what was meant.
    let written: String
    /// In the same folded form.
    let form: SectionForm
    let match: OffenceEntry.Match
  }

  private func bySection(_ asked: SectionForm) -> [Find] {
    let plain = finds(asked) { names.fit(asked.words, $0.code) == .same }
    if !plain.isEmpty {
      return plain.map { Find(index: $0.index, written: $0.written, form: $0.form, match: .section) }
    }
    // `PC 211 ROBBERY`: the code is among other words, or there is none.
    let near = finds(asked) { section in
      names.fit(asked.words, section.code) == .unsaid
        || asked.words.contains { names.fit([$0], section.code) == .same }
        || (section.code.isEmpty && asked.words.isEmpty)
    }
    if !near.isEmpty { return near }
    return sections.indices.compactMap { index in
      let section = sections[index]
      guard section.form.bareNumber == asked.bareNumber, names.fit(asked.words, section.form.code) != .other else {
        return nil
      }
      return Find(index: index, written: section.written, form: section.form, match: .like)
    }
  }

  /// The sections of which the asked one is a part, or that are parts of it: each whole section once.
  private func finds(_ asked: SectionForm, where fits: (SectionForm) -> Bool) -> [Find] {
    var found: [Find] = []
    var seen: Set<String> = []
    for (index, section) in sections.enumerated() where fits(section.form) {
      let written: String
      if asked.isWithin(section.form) {
        written = section.written + asked.number.dropFirst(section.form.number.count)
      } else if section.form.isWithin(asked), let whole = OffenceIndex.whole(section, asked) {
        written = whole
      } else {
        continue
      }
      // `245(a)` lies within 245 and has parts of its own: one find, written as the nearest entry has it.
      let form = SectionForm(written) ?? section.form
      if seen.insert("\(form.code) \(form.number)").inserted {
        found.append(Find(index: index, written: written, form: form, match: .like))
      }
    }
    return found
  }

  /// The beginning of an entry that is the section asked for: `PC 245` of `PC 245(a)(1)`.
  private static func whole(_ section: Section, _ asked: SectionForm) -> String? {
    let surplus = section.form.number.dropFirst(asked.number.count).count
    let whole = String(section.written.dropLast(surplus))
    return SectionForm(whole)?.number == asked.number ? whole : nil
  }

  private func byWords(_ text: String) -> [Find] {
    let tokens = RosterWords.tokens(text)
    guard !tokens.isEmpty else { return [] }
    return ranked(tokens, least: tokens.count, .words)
  }

  private func suggestions(_ text: String) -> [Find] {
    if let charge = RosterWords.charge(text) { return ranked(charge.words, least: 1, .suggested) }
    let tokens = RosterWords.tokens(text).filter { !RosterWords.grades.contains($0) && !$0.allSatisfy(\.isNumber) }
    let words = tokens.flatMap { RosterWords.abbreviations[$0] ?? [$0] }
    return ranked(words, least: 1, .suggested)
  }

  /// The sections whose words have at least so many of these, those with the most first, then those with the fewest others.
  private func ranked(_ tokens: [String], least: Int, _ match: OffenceEntry.Match) -> [Find] {
    var scored: [(score: (Int, Int, Int), find: Find)] = []
    for (index, section) in sections.enumerated() {
      let best = section.labels.map { label -> (Int, Int, Int) in
        let words = RosterWords.tokens(label)
        let hits = tokens.filter { token in words.contains { OffenceIndex.meets(token, $0) } }.count
        let whole = tokens.filter(words.contains).count
        return (hits, whole, -words.count)
      }.max { $0 < $1 }
      guard let best, best.0 >= least else { continue }
      scored.append((best, Find(index: index, written: section.written, form: section.form, match: match)))
    }
    let most = scored.map(\.score.0).max() ?? 0
    return scored.filter { $0.score.0 == most || match == .words }
      .sorted { $0.score == $1.score ? $0.find.index < $1.find.index : $1.score < $0.score }.map(\.find)
  }

  /// Whether somebody's word is this one of the law, or its beginning.
  private static func meets(_ token: String, _ word: String) -> Bool {
    token == word || (token.count >= 3 && word.hasPrefix(token)) || (word.count >= 4 && token == word + "s")
  }

  // MARK: Entries

  private func entry(_ find: Find, on day: Day, _ uses: OffenceUses) -> OffenceEntry {
    let holders = sections.filter { $0.form.code == find.form.code && find.form.isWithin($0.form) }
    let parts = sections.filter {
      $0.form.code == find.form.code && $0.form.number != find.form.number && $0.form.isWithin(find.form)
        && $0.lists(on: day)
    }
    var words: [String] = []
    for word in holders.flatMap(\.labels) where !words.contains(word) { words.append(word) }
    let all = holders.flatMap(\.memberships)
    let now = all.filter { $0.list.period.contains(day) && $0.member.period.contains(day) }
    let lists = now.map { holding($0.list, $0.member, uses) }
    let held = Set(lists.map(\.list))
    return OffenceEntry(
      section: find.written, words: words, match: find.match, lists: lists,
      otherwise: all.map { holding($0.list, $0.member, uses) }.filter { !held.contains($0.list) },
      parts: parts.map { part in
        OffenceEntry.Part(
          section: part.written, words: part.labels,
          lists: part.memberships.filter { $0.list.period.contains(day) && $0.member.period.contains(day) }
            .map { holding($0.list, $0.member, uses) })
      })
  }

  private func holding(_ list: MemberList, _ member: MemberList.Member, _ uses: OffenceUses) -> OffenceHolding {
    let law = library.law(list.name.law)
    let looks = uses.looks[list.name] ?? []
    let asked = looks.contains(where: \.isIn) ? looks.filter(\.isIn) : looks
    var counts: [String] = []
    var questions: [String] = []
    for look in asked {
      let words = look.beside.map(\.enclosed).joined(separator: " and ")
      if !words.isEmpty {
        let sentence = look.isIn ? words : "what is not in it counts, if \(words)"
        if !counts.contains(sentence) { counts.append(sentence) }
      }
      let tested = Set(look.beside.flatMap(\.fields))
      for field in look.records.flatMap(library.vocabulary.recordType)?.fields ?? [] where tested.contains(field.name) {
        if !questions.contains(field.question) { questions.append(field.question) }
      }
    }
    return OffenceHolding(
      list: list.name, entry: member.value,
      cite: [law?.cite, list.cite.map { "§ \($0)" }].compactMap { $0 }.joined(separator: " "), title: law?.title ?? "",
      period: member.period, counts: counts, questions: questions, rules: uses.rules[list.name] ?? [])
  }
}
