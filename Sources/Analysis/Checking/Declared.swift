import LawLanguage

/// What the laws of a library declare, as far as agencies of a jurisdiction can meet it: clauses that bind, and what they use.
struct Declared {
  private let library: Library
  private(set) var parts: [Agencies.Part] = []
  /// By what names them, the places among the parts of definitions and lists, all versions and members.
  private(set) var named: [Word: [Int]] = [:]
  /// The places of exceptions to several rules, of contests, and of what any act may meet.
  private var groups: [SourceLocation: Int] = [:]
  private var contests: [QualifiedName: [Int]] = [:]
  private var general = Set<Int>()
  /// Whether courts read some of that in different ways, and whether it holds anything against a day that the law names.
  private(set) var (isGeneralContested, doesGeneralNameDay) = (false, false)

  init(
    in library: Library, binding isBinding: [Bool], needed isNeeded: [Bool], _ numbers: inout ClauseNumbers
  ) {
    self.library = library
    for (index, law) in library.laws.enumerated() where isNeeded[index] {
      for definition in law.definitions {
        note(
          definition.period, at: definition.location, index, isShared: true, as: .definition(definition.name), &numbers)
      }
      for (lists, isClass) in [(law.lists, false), (law.classes, true)] {
        for list in lists {
          let word = isClass ? Word.agencies(list.name) : .list(list.name)
          note(list.period, at: list.location, index, isShared: true, as: word, &numbers)
          for (place, member) in list.members.enumerated() {
            note(member.period, at: list.location, member: place, index, isShared: true, as: word, &numbers)
          }
        }
      }
      for group in law.exceptions { groups[group.location] = note(group.period, at: group.location, index, &numbers) }
      for contest in law.contests {
        contests[contest.name, default: []].append(note(contest.period, at: contest.location, index, &numbers))
      }
      for void in law.voids {
        general.insert(
          note(void.period, at: void.location, member: law.part(void.period, at: void.location), index, &numbers))
        isGeneralContested = isGeneralContested || void.reading != nil
      }
      for presumption in law.presumptions {
        let part = law.part(presumption.period, at: presumption.location)
        general.insert(note(presumption.period, at: presumption.location, member: part, index, &numbers))
      }
    }
    for (index, law) in library.laws.enumerated() where isBinding[index] {
      for void in law.voids {
        let used = Declared.parts(WordsUsed(of: void), named, in: library)
        general.formUnion(used.places)
        doesGeneralNameDay = doesGeneralNameDay || used.namesDay
        general.formUnion(void.reading.flatMap { contests[$0.contest] } ?? [])
      }
      for presumption in law.presumptions {
        general.formUnion(Declared.parts(WordsUsed(of: presumption), named, in: library).places)
      }
    }
    for constraint in library.vocabulary.constraints {
      general.formUnion(Declared.parts(WordsUsed(of: constraint.condition), named, in: library).places)
    }
  }

  @discardableResult
  private mutating func note(
    _ period: Period, at location: SourceLocation, member: Int = -1, _ law: Int, isShared: Bool = false,
    as word: Word? = nil, _ numbers: inout ClauseNumbers
  ) -> Int {
    parts.append(
      Agencies.Part(
        law: law, period: period, isShared: isShared, number: numbers.number(of: location, member: member)))
    if let word { named[word, default: []].append(parts.count - 1) }
    return parts.count - 1
  }

  /// The places among the parts of all that some words stand for, those of definitions included, and whether any of it is held
  /// against a day that the law names.
  static func parts(
    _ used: WordsUsed, _ named: [Word: [Int]], in library: Library
  ) -> (places: Set<Int>, namesDay: Bool) {
    var found = Set<Int>()
    var namesDay = used.namesDay
    var open = used.words
    var seen = Set<Word>()
    while let word = open.popFirst() {
      guard seen.insert(word).inserted else { continue }
      found.formUnion(named[word] ?? [])
      guard case .definition(let name) = word else { continue }
      for version in library.law(name.law)?.definitions ?? [] where version.name == name {
        let inner = WordsUsed(of: version.condition)
        open.formUnion(inner.words)
        namesDay = namesDay || inner.namesDay
      }
    }
    return (found, namesDay)
  }

  /// No part.
  var none: [UInt64] { [UInt64](repeating: 0, count: (parts.count + 63) / 64) }

  /// A bit for each part that what is said of any act may use.
  var common: [UInt64] { Agencies.bits(of: general, count: parts.count) { _ in true } }

  // MARK: Clauses

  func binders(ofLaw index: Int, _ numbers: inout ClauseNumbers) -> [Agencies.Binder] {
    let law = library.laws[index]
    let rules = law.rules.map { rule in
      var used = WordsUsed(of: rule)
      var places: [Int] = []
      var isContested = rule.reading != nil
      places += rule.reading.flatMap { contests[$0.contest] } ?? []
      for group in law.exceptions where group.rules.contains(rule.name.name) {
        used.join(WordsUsed(of: group))
        places += [groups[group.location]].compactMap { $0 }
        places += group.reading.flatMap { contests[$0.contest] } ?? []
        isContested = isContested || group.reading != nil
      }
      let words = Declared.parts(used, named, in: library)
      places += words.places
      return Agencies.Binder(
        law: index, acts: [rule.act], period: rule.period, who: rule.who,
        number: numbers.number(of: rule.location, member: law.part(rule.period, at: rule.location)), uses: places,
        isContested: isContested,
        namesDay: words.namesDay)
    }
    let untranslated = law.untranslated.map { clause in
      Agencies.Binder(
        law: index, acts: clause.acts, period: clause.period, who: clause.who,
        number: numbers.number(of: clause.location, member: law.part(clause.period, at: clause.location)),
        uses: Array(Declared.parts(WordsUsed(of: clause), named, in: library).places), isContested: false,
        namesDay: false)
    }
    return rules + untranslated
      + law.suspensions.map { order in
        let part = law.part(order.period, at: order.location)
        return Agencies.Binder(law: index, order, number: numbers.number(of: order.location, member: part))
      }
  }
}

extension Agencies {
  /// A clause that binds some agencies.
  struct Binder {
    let law: Int
    /// What it speaks of; empty: it can be anything.
    let acts: [String]
    let period: Period
    let agencies: AgencySet
    /// The number of that set among all the clauses'.
    var set = 0
    let places: [String]
    let capacities: [Capacity]
    /// Its own number.
    let number: Int32
    /// What it uses, as places among the parts.
    let uses: [Int]
    /// Whether courts read it in different ways, and whether it holds anything against a day that the law names.
    let (isContested, namesDay): (Bool, Bool)

    init(
      law: Int, acts: [String], period: Period, who: Who, number: Int32, uses: [Int], isContested: Bool,
      namesDay: Bool
    ) {
      (self.law, self.acts, self.period) = (law, acts, period)
      (agencies, places, capacities) = (who.agencies, who.places, who.capacities)
      (self.number, self.uses, self.isContested, self.namesDay) = (number, uses, isContested, namesDay)
    }

    init(law: Int, _ suspension: Suspension, number: Int32) {
      (self.law, acts, period) = (law, [], suspension.period)
      (agencies, places, capacities) = (suspension.agencies ?? .any, suspension.places, [])
      (self.number, uses, isContested, namesDay) = (number, [], false, false)
    }
  }

  /// A declaration that begins and ends.
  struct Part {
    let law: Int
    let period: Period
    let isShared: Bool
    let number: Int32
  }
}

extension Law {
  /// Tells the parts of what runs from or to an hour apart: by their first days; -1 for what knows whole days only.
  fileprivate func part(_ period: Period, at location: SourceLocation) -> Int {
    hourly[location] == nil ? -1 : Int(period.from.number)
  }
}
