import LawLanguage
import Reasoning

/// What the worked examples show, as a page of the documentation.
struct CoveragePage {
  private let coverage: CaseCoverage

  init(_ coverage: CaseCoverage) { self.coverage = coverage }

  var text: String {
    let total = coverage.total
    return """
      # What the worked examples show

      Made by `tenth law coverage --markdown`, and held against the library by a test. A rule is counted in each of its versions. It
      is *decisive* in a case if it decides the answer, permits, exempts, gives or denies authority, bounds the time, or is owed as a
      duty. An exception counts when it is open in a case in which its rule applies, a window when it bounds an answer, a clock when
      its end is reckoned.

      | place | cases | rules | exceptions | windows | clocks | verified | secondary | not verified |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      \(coverage.places.map { row($0, $0.name) }.joined(separator: "\n"))
      \(row(total, "**all**"))

      ## By what the rules are about

      An act stands for all that are kinds of it; a duty is under the act that is owed.

      | act | places | rules | verified | secondary | not verified |
      | --- | ---: | ---: | ---: | ---: | ---: |
      \(coverage.topics.map(row).joined(separator: "\n"))

      ## Rules that decide in no case

      \(idle(total))

      ## Exceptions that are open in no case in which their rule applies

      \(parts(\.closed))

      ## Windows that bound no answer

      \(parts(\.unbounding))

      ## Clocks whose end no case reckons

      \(parts(\.unreckoned))

      ## Rules whose text nobody has read

      A decision that rests on one of these says so.

      \(unread)

      """
  }

  private func row(_ place: CaseCoverage.Place, _ name: String) -> String {
    let shares = [place.rules, place.exceptions, place.windows, place.clocks].map { share in
      share.all == 0 ? "" : "\(share.met)/\(share.all)"
    }
    let numbers = [place.verified, place.secondary, place.unread.count].map(String.init)
    return "| " + ([name, "\(place.cases)"] + shares + numbers).joined(separator: " | ") + " |"
  }

  private func row(_ topic: CaseCoverage.Topic) -> String {
    let numbers = [topic.verified, topic.secondary, topic.unread].map(String.init)
    let cells = ["`\(topic.act)`: \(topic.text)", "\(topic.places.count)", "\(topic.rules.met)/\(topic.rules.all)"]
    return "| " + (cells + numbers).joined(separator: " | ") + " |"
  }

  private func idle(_ total: CaseCoverage.Place) -> String {
    guard !total.idle.isEmpty else { return "None." }
    return total.idle.map { idle in
      "- `\(idle.rule.name)` (\(idle.cite)), \(idle.rule.period.words): \(why(idle))"
    }.joined(separator: "\n")
  }

  /// By place: each rule's name, the part's citation, and the rule's period.
  private func parts(_ parts: (CaseCoverage.Place) -> [CaseCoverage.Part]) -> String {
    let lines = coverage.places.filter { !parts($0).isEmpty }.map { place in
      let own = parts(place).map { "`\($0.name)` (\($0.cite)) \($0.period.words)" }
      return "- **\(place.name)**: \(own.joined(separator: ", "))"
    }
    return lines.isEmpty ? "None." : lines.joined(separator: "\n")
  }

  private func why(_ idle: CaseCoverage.Idle) -> String {
    switch idle.part {
    case .displaced: "applies only beside a rule that decides before it"
    case .voided: "struck by a higher law wherever a case meets it"
    case .suspended: "suspended by a court wherever a case meets it"
    case .yields: "yields to another rule wherever a case meets it"
    case .decides, .permits, .exempts, .givesAuthority, .deniesAuthority, .bounds, nil:
      idle.stands ? "stands in a case, where a law above it decides" : "no case meets it"
    }
  }

  private var unread: String {
    coverage.places.filter { !$0.unread.isEmpty }.map { place in
      let names = Set(place.unread.map { "`\($0.name)`" }).sorted()
      return "- **\(place.name)**: \(names.joined(separator: ", "))"
    }.joined(separator: "\n")
  }
}
