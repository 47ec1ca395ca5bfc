package import LawLanguage
import Norms

/// Which rules, exceptions, windows and clocks of a library its worked examples bring to bear.
///
/// A version of a rule counts as a rule of its own.
package struct CaseCoverage: Sendable {
  /// Those with law, in the order of the files.
  package private(set) var places: [Place] = []
  /// What the rules are about, in the order of the vocabulary; none that no rule is about.
  package private(set) var topics: [Topic] = []

  /// An act with its kinds.
  package struct Topic: Sendable {
    /// The act that the others are kinds of.
    package let act: String
    /// In the words of the vocabulary.
    package let text: String
    /// The places whose law speaks of it.
    package internal(set) var places = Set<String>()
    package internal(set) var rules = Share()
    package internal(set) var (verified, secondary, unread) = (0, 0, 0)

    init(_ act: Act) {
      self.act = act.name
      text = act.title
    }
  }

  /// The law of one place.
  package struct Place: Sendable {
    package let name: String
    package internal(set) var cases = 0
    package internal(set) var rules = Share()
    package internal(set) var exceptions = Share()
    package internal(set) var windows = Share()
    /// Days and hours until which something is owed, reckoned.
    package internal(set) var clocks = Share()
    /// Rules that decide in no case, with what part they had in the first that met them.
    package internal(set) var idle: [Idle] = []
    /// Exceptions that are open in no case in which their rule applies, windows that bound no answer, and clocks that were not
    /// reckoned.
    package internal(set) var (closed, unbounding, unreckoned): ([Part], [Part], [Part]) = ([], [], [])
    /// The rules whose text nobody read.
    package internal(set) var unread: [Rule] = []
    /// How many rules rest on text that was read, and on what others say of it.
    package internal(set) var (verified, secondary) = (0, 0)

    init(_ name: String) { self.name = name }
  }

  /// So many of all.
  package struct Share: Sendable, Hashable {
    package internal(set) var (met, all) = (0, 0)

    mutating func count(_ isMet: Bool) {
      all += 1
      if isMet { met += 1 }
    }

    static func += (left: inout Share, right: Share) {
      left.met += right.met
      left.all += right.all
    }
  }

  /// A rule that decides in no case.
  package struct Idle: Sendable {
    package let rule: Rule
    /// With its law's citation.
    package let cite: String
    /// Its part in the first answer that it had one in; nil: none.
    package let part: Role?
    /// Whether it stands in some case, where something else decides.
    package let stands: Bool
  }

  /// A part of a rule, or an exception to several.
  package struct Part: Sendable, Hashable {
    /// The rule's name, or that of the exception to several.
    package let name: QualifiedName
    /// The part's own citation, with its law's.
    package let cite: String
    /// When the rule is in force.
    package let period: Period
  }

  /// The whole library.
  package var total: Place {
    places.reduce(into: Place("")) { sum, place in
      sum.cases += place.cases
      sum.rules += place.rules
      sum.exceptions += place.exceptions
      sum.windows += place.windows
      sum.clocks += place.clocks
      sum.idle += place.idle
      sum.closed += place.closed
      sum.unbounding += place.unbounding
      sum.unreckoned += place.unreckoned
      sum.unread += place.unread
      sum.verified += place.verified
      sum.secondary += place.secondary
    }
  }

  /// Decides every case.
  ///
  /// - Throws: `UnknownZone` if a case lies in a place whose time zone the machine does not know.
  package init(of library: Library, digests: LibraryDigests) throws(UnknownZone) {
    var met = Met()
    for example in library.cases {
      let request = example.request
      let prepared = try PreparedEdition(
        library: library, jurisdiction: request.jurisdiction, agency: request.agency, day: request.day,
        acts: request.acts, digests: digests)
      met.note(prepared.decide(request), in: library)
      met.note(prepared.deliberation(on: request))
    }
    var order: [String] = []
    var found: [String: Place] = [:]
    var topics: [String: Topic] = [:]
    for law in library.laws {
      let place = library.vocabulary.place(law.place)?.inside ?? law.place
      if found[place] == nil { order.append(place) }
      var own = found[place] ?? Place(place)
      met.count(law, &own)
      found[place] = own
      for rule in law.rules { met.count(rule, of: place, in: library.vocabulary, &topics) }
    }
    self.topics = library.vocabulary.acts.compactMap { topics[$0.name] }
    for example in library.cases { found[example.request.jurisdiction]?.cases += 1 }
    places = order.compactMap { found[$0] }
  }

  /// What cases brought to bear, by the places of rules.
  private struct Met {
    var decisive = Set<SourceLocation>()
    var stood = Set<SourceLocation>()
    var parts: [SourceLocation: Role] = [:]
    var opened = Set<Exception>()
    var bounded = Set<SourceLocation>()
    var reckoned = Set<SourceLocation>()

    /// An exception of a rule by its index, or of a group of rules by its citation.
    enum Exception: Hashable {
      case rule(SourceLocation, Int)
      case group(String)
    }

    private static let deciding: Set<Role> = [
      .decides, .permits, .exempts, .givesAuthority, .deniesAuthority, .bounds,
    ]

    mutating func note(_ decision: Decision, in library: Library) {
      let day = decision.receipt.day
      func rule(_ name: QualifiedName) -> Rule? {
        library.law(name.law)?.rules.first { $0.name == name && $0.period.contains(day) }
      }
      for answer in decision.answers {
        for reason in answer.reasons {
          guard let rule = rule(reason.rule) else { continue }
          if Self.deciding.contains(reason.role) { decisive.insert(rule.location) }
          if reason.role == .bounds, answer.window != nil { bounded.insert(rule.location) }
          parts[rule.location] = parts[rule.location] ?? reason.role
        }
      }
      for duty in decision.duties {
        guard let rule = rule(duty.rule) else { continue }
        decisive.insert(rule.location)
        if duty.due != nil || duty.dueDay != nil { reckoned.insert(rule.location) }
      }
    }

    /// Exceptions that are open while their rule applies, on some ground, as recorded.
    mutating func note(_ deliberation: Deliberation) {
      let edition = deliberation.edition
      let slices = deliberation.request.acts.map { Slice(of: $0, in: edition) } + edition.duties.map(\.slice)
      for slice in slices {
        for ground in deliberation.grounds(for: slice) {
          let truth = { deliberation.known.truth($0, ground: ground) }
          for (norm, status) in zip(edition.norms, slice.statuses(in: edition, truth: truth)) where status == .stands {
            stood.insert(norm.rule.location)
          }
          for norm in slice.involved.map({ edition.norms[$0] }) where norm.base.truth(truth) == .yes {
            for (index, exception) in norm.exceptions.enumerated() where exception.formula.truth(truth) == .yes {
              opened.insert(
                index < norm.rule.exceptions.count ? .rule(norm.rule.location, index) : .group(exception.cite))
            }
          }
        }
      }
    }

    func count(_ rule: Rule, of place: String, in vocabulary: Vocabulary, _ topics: inout [String: Topic]) {
      guard let act = vocabulary.act(vocabulary.lineage(of: rule.act).last ?? rule.act) else { return }
      var topic = topics[act.name] ?? Topic(act)
      topic.places.insert(place)
      topic.rules.count(decisive.contains(rule.location))
      switch rule.provenance {
      case .verified: topic.verified += 1
      case .secondary: topic.secondary += 1
      case .unverified: topic.unread += 1
      }
      topics[act.name] = topic
    }

    func count(_ law: Law, _ place: inout Place) {
      // What runs from or to an hour is one rule, whatever parts it is kept in.
      for rule in law.rules where law.isFirstPart(rule.period, at: rule.location) {
        let isDecisive = decisive.contains(rule.location)
        place.rules.count(isDecisive)
        if !isDecisive {
          place.idle.append(
            Idle(
              rule: rule, cite: law.citation(of: rule.cite), part: parts[rule.location],
              stands: stood.contains(rule.location)))
        }
        switch rule.provenance {
        case .verified: place.verified += 1
        case .secondary: place.secondary += 1
        case .unverified: place.unread.append(rule)
        }
        func part(_ cite: String) -> Part {
          Part(name: rule.name, cite: law.citation(of: cite), period: rule.period)
        }
        for (index, exception) in rule.exceptions.enumerated() {
          let isOpened = opened.contains(.rule(rule.location, index))
          place.exceptions.count(isOpened)
          if !isOpened { place.closed.append(part(exception.cite)) }
        }
        if !rule.bounds.isEmpty {
          let isBounding = bounded.contains(rule.location)
          place.windows.count(isBounding)
          if !isBounding { place.unbounding.append(part(rule.cite)) }
        }
        switch rule.due {
        case nil, .withoutDelay: break
        case .within, .atLeastBefore, .before, .by:
          let isReckoned = reckoned.contains(rule.location)
          place.clocks.count(isReckoned)
          if !isReckoned { place.unreckoned.append(part(rule.cite)) }
        }
      }
      for group in law.exceptions {
        let cite = law.citation(of: group.cite)
        let isOpened = opened.contains(.group(cite))
        place.exceptions.count(isOpened)
        if !isOpened { place.closed.append(Part(name: group.name, cite: cite, period: group.period)) }
      }
    }
  }
}
