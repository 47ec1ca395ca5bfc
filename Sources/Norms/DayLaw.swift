package import LawLanguage

/// The law of a library on one day, compiled as far as editions of it came to need it: what binds many agencies is compiled once.
///
/// Its editions share one table of predicates, so what one looks at by number is known to all: the names and places of predicates
/// are those of every edition so far. A class, for that table grows with each of them.
package final class DayLaw {
  package let library: Library
  package let day: Day
  /// What the vocabulary's constraints come to; their predicates are the first.
  package let constraints: CompiledConstraints
  private var compiler: ConditionCompiler
  private(set) var mentions: Mentions
  /// The facts and lists that anything compiled so far looks at.
  private(set) var looksAt = Set<String>()
  private var laws: [Int: LawNorms] = [:]

  /// What is compiled of one law.
  final class LawNorms {
    /// Its rules in force, by their acts, as places in the law, in order.
    let places: [String: [Int]]
    /// By place.
    var norms: [Int: Norm.Compiled] = [:]
    var voids: [VoidNorm]?
    var presumptions: [PresumptionNorm]?
    var untranslated: [UntranslatedNorm]?

    fileprivate init(_ law: Law, on day: Day) {
      var places: [String: [Int]] = [:]
      for place in law.rules.indices where law.rules[place].period.contains(day) {
        places[law.rules[place].act, default: []].append(place)
      }
      self.places = places
    }
  }

  /// Nothing compiled but the constraints.
  package init(of library: Library, on day: Day) {
    self.library = library
    self.day = day
    constraints = CompiledConstraints(of: library, on: day)
    compiler = constraints.compiler
    mentions = constraints.mentions
    looksAt.formUnion(mentions.byName.keys)
  }

  /// Hands the table out to be added to, alone: two who add to it at once would number alike what is not.
  func takeCompiler() -> ConditionCompiler {
    var own = ConditionCompiler(library: library, day: day)
    swap(&own, &compiler)
    return own
  }

  /// Takes it back, with what was added.
  func giveBack(_ own: ConditionCompiler) {
    compiler = own
    let known = mentions.byName.count
    mentions.extend(to: own.table.predicates)
    if mentions.byName.count > known { looksAt.formUnion(mentions.byName.keys) }
  }

  /// Facts that clocks, steps or presumptions look at, beside what conditions do.
  func note(_ facts: [String]) { looksAt.formUnion(facts) }

  /// What is kept of a law; nil where agencies may read it in different ways, so that each needs its own. A clause is read by what
  /// its own law says is contested, by no other's.
  func norms(of law: Int) -> LawNorms? {
    if let known = laws[law] { return known }
    guard library.laws[law].contests.isEmpty else { return nil }
    let own = LawNorms(library.laws[law], on: day)
    laws[law] = own
    return own
  }
}
