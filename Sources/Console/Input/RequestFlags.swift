import ArgumentParser
import Reasoning

/// The flags that make up a request, or are laid over a file.
struct RequestFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("The state whose agency is asked, such as IL.", valueName: "code"),
    completion: WordCompletion.jurisdictions)
  var jurisdiction: [String] = []

  @Option(
    help: ArgumentHelp("The kind of agency that acts, such as county-jail.", valueName: "kind"),
    completion: WordCompletion.agencies)
  var agency: [String] = []

  @Option(
    help: ArgumentHelp("The agency's county, city or other place.", valueName: "name"),
    completion: WordCompletion.localities)
  var locality: [String] = []

  @Option(
    help: ArgumentHelp("The kind of agency it acts for, if not for itself.", valueName: "kind"),
    completion: WordCompletion.agencies)
  var actingFor: [String] = []

  @Option(
    help: ArgumentHelp("In which right it acts: own, on-behalf, contractor or deputised.", valueName: "capacity"),
    completion: WordCompletion.capacities)
  var capacity: [String] = []

  @Option(help: ArgumentHelp("The day of the act, or today. The law of that day applies.", valueName: "day"))
  var on: [String] = []

  @Option(help: ArgumentHelp("The instant of the act: 2025-01-22T16:00.", valueName: "instant"))
  var at: [String] = []

  @Option(help: ArgumentHelp("When the request was made; the day of the act, unless said.", valueName: "when"))
  var asked: [String] = []

  @Option(help: ArgumentHelp("When it is decided; the day of the act, unless said.", valueName: "when"))
  var decided: [String] = []

  @Option(
    name: .customLong("instrument"),
    help: ArgumentHelp("A paper that is offered, such as i247a. May be repeated.", valueName: "paper"),
    completion: WordCompletion.papers)
  var instruments: [String] = []

  @Option(
    name: .customLong("act"),
    help: ArgumentHelp(
      "An act that is asked for. May be repeated. Without it: all that the papers ask for.", valueName: "act"),
    completion: WordCompletion.acts)
  var acts: [String] = []

  @Option(
    name: .customLong("fact"),
    help: ArgumentHelp(
      "A fact: custody=pretrial, i247a.served=yes, convictions=none, 'convictions+={class: felony}', "
        + "convictions=complete.",
      valueName: "name=value"), completion: WordCompletion.facts)
  var facts: [String] = []

  /// Lays the flags over a draft.
  func apply(to draft: inout RequestDraft) throws(RequestError) {
    let fields: [(RequestField, [String])] = [
      (.jurisdiction, jurisdiction), (.agency, agency), (.locality, locality), (.actingFor, actingFor),
      (.capacity, capacity), (.on, on), (.at, at), (.asked, asked), (.decided, decided),
    ]
    var issues: [RequestIssue] = []
    for (field, values) in fields {
      guard let value = values.last else { continue }
      let location = RequestLocation.flag("\(field.flag) \(value)")
      // The last would win in silence, and nobody could tell which was meant.
      if values.contains(where: { $0 != value }) {
        issues.append(RequestIssue(at: location, "\(field.flag) is given twice", help: "keep one of the two"))
      }
      draft.fields[field] = WrittenValue(.word(value), at: location)
    }
    draft.papers += instruments.map { WrittenValue(.word($0), at: .flag("--instrument \($0)")) }
    if !acts.isEmpty {
      draft.acts = (draft.acts ?? []) + acts.map { WrittenValue(.word($0), at: .flag("--act \($0)")) }
    }
    var given: Set<String> = []
    for fact in facts {
      do {
        try apply(fact: fact, to: &draft, &given)
      } catch {
        issues += error.issues
      }
    }
    if !issues.isEmpty { throw RequestError(issues) }
  }

  private func apply(fact: String, to draft: inout RequestDraft, _ given: inout Set<String>) throws(RequestError) {
    let location = RequestLocation.flag("--fact \(fact)")
    guard let equals = fact.firstIndex(of: "="), equals != fact.startIndex else {
      throw RequestError([
        RequestIssue(
          at: location, "expected a name and a value", help: "write --fact NAME=VALUE, such as custody=pretrial")
      ])
    }
    var name = String(fact[..<equals])
    let value = String(fact[fact.index(after: equals)...])
    let written = try written(value, at: location)
    if name.hasSuffix("+") {
      name.removeLast()
      draft.addRecord(written, to: name)
    } else if written.content == .word("complete") {
      draft.closeList(name, at: location)
    } else if given.insert(name).inserted {
      draft.setFact(name, to: written)
    } else {
      throw RequestError([RequestIssue(at: location, "\(name) is given twice", help: "keep one of the two")])
    }
  }

  /// A bare word, or a value in braces or brackets as YAML writes it.
  private func written(_ value: String, at location: RequestLocation) throws(RequestError) -> WrittenValue {
    guard value.hasPrefix("{") || value.hasPrefix("[") else { return WrittenValue(.word(value), at: location) }
    return try YAMLReader.read(value, of: location)
  }
}
