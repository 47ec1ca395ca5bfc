package import LawLanguage
import Norms

/// Which rules, exceptions, windows and clocks of a library its worked examples bring to bear.
///
/// A version of a rule counts as a rule of its own. The exceptions of duties are not counted: a decision does not tell how they stand.
package struct CaseCoverage: Sendable {
  /// Those with law, in the order of the files.
  package private(set) var places: [Place] = []

  /// The law of one place.
  package struct Place: Sendable {
    package let name: String
    package internal(set) var cases = 0
    package internal(set) var rules = Share()
    package internal(set) var exceptions = Share()
    package internal(set) var windows = Share()
    /// Days and hours until which something is owed, reckoned.
    package internal(set) var clocks = Share()
    /// Rules that decide in no case, with the most that they did in one.
    package internal(set) var idle: [Idle] = []
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
    /// Its strongest part in an answer; nil: none.
    package let part: Role?
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
      met.note(try decide(example.request, in: library, digests: digests), in: library)
    }
    var order: [String] = []
    var found: [String: Place] = [:]
    for law in library.laws {
      let place = library.vocabulary.place(law.place)?.inside ?? law.place
      if found[place] == nil { order.append(place) }
      var own = found[place] ?? Place(place)
      met.count(law, &own)
      found[place] = own
    }
    for example in library.cases { found[example.request.jurisdiction]?.cases += 1 }
    places = order.compactMap { found[$0] }
  }

  /// What cases brought to bear, by the places of rules.
  private struct Met {
    var decisive = Set<SourceLocation>()
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
          for (index, exception) in reason.exceptions.enumerated() where exception.isOpen == true {
            opened.insert(
              index < rule.exceptions.count ? .rule(rule.location, index) : .group(exception.cite))
          }
        }
      }
      for duty in decision.duties {
        guard let rule = rule(duty.rule) else { continue }
        decisive.insert(rule.location)
        if duty.due != nil || duty.dueDay != nil { reckoned.insert(rule.location) }
      }
    }

    func count(_ law: Law, _ place: inout Place) {
      for rule in law.rules {
        let isDecisive = decisive.contains(rule.location)
        place.rules.count(isDecisive)
        if !isDecisive { place.idle.append(Idle(rule: rule, part: parts[rule.location])) }
        switch rule.provenance {
        case .verified: place.verified += 1
        case .secondary: place.secondary += 1
        case .unverified: place.unread.append(rule)
        }
        if !rule.isDuty {
          for index in rule.exceptions.indices { place.exceptions.count(opened.contains(.rule(rule.location, index))) }
        }
        if !rule.bounds.isEmpty { place.windows.count(bounded.contains(rule.location)) }
        switch rule.due {
        case nil, .withoutDelay: break
        case .within, .atLeastBefore, .before, .by: place.clocks.count(reckoned.contains(rule.location))
        }
      }
      for group in law.exceptions { place.exceptions.count(opened.contains(.group(law.citation(of: group.cite)))) }
    }
  }
}
