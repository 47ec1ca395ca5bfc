import Analysis
package import LawLanguage
import Reasoning

/// What a waiting law treats differently, as it is shown beside its changed provisions.
package struct DifferencesPart {
  let standing: LawDifferences.Standing
  let vocabulary: Vocabulary

  /// What is found by now, in a vocabulary's words.
  package init(standing: LawDifferences.Standing, vocabulary: Vocabulary) {
    self.standing = standing
    self.vocabulary = vocabulary
  }

  /// More changes than these, and more ways to come by one, are counted and not shown.
  private static let (mostChanges, mostWays) = (60, 6)

  /// Its part of the page.
  package var html: HTML {
    .sequence([
      h2(.id("differences")) { "Which requests it treats differently" },
      p(.class("quiet")) {
        "Worked out for every request that there can be, as tenth law diff does. It says what the text alone does not: whether "
        "an answer changes, for whom, and when."
      },
      content,
    ])
  }

  private var content: HTML {
    switch standing {
    case .working:
      div(.class("note")) { p { "It is being worked out, and takes up to two minutes. Load this page again." } }
    case .done(let found): done(found)
    }
  }

  private func done(_ found: LawDifferences.Found) -> HTML {
    let comparison = found.comparison
    let acts = comparison.changes.reduce(into: [String]()) { if !$0.contains($1.act) { $0.append($1.act) } }
    let shown = comparison.changes.prefix(Self.mostChanges)
    return .sequence([
      comparison.changes.isEmpty
        ? p { strong { found.isCut ? "Nothing differs so far." : "No request is treated differently." } }
        : p {
          "\(comparison.changes.count) differences; \(comparison.changed) of \(comparison.total) classes of requests get "
          "another answer or basis, on the acts where something differs."
        },
      found.isCut
        ? div(.class("note warn")) {
          p {
            strong { "Not all was gone through. " }
            "The time was up after \(found.compared) of \(found.days) days on which something begins or ends; the law of "
            "today came first. tenth law diff goes through all."
          }
        } : .empty,
      comparison.undecided.isEmpty
        ? .empty
        : div(.class("note warn")) {
          p {
            "Not compared, for there is more than is gone through: "
            comparison.undecided.map(title).joined(separator: "; ")
          }
        },
      .sequence(acts.map { act in group(act, shown.filter { $0.act == act }) }),
      comparison.changes.count > shown.count
        ? p { "\(comparison.changes.count - shown.count) more are not shown; tenth law diff lists them." } : .empty,
    ])
  }

  private func title(_ act: String) -> String { vocabulary.act(act)?.title ?? act }

  private func group(_ act: String, _ changes: [LawChange]) -> HTML {
    guard !changes.isEmpty else { return .empty }
    return .sequence([h3 { title(act).capitalisedFirst }, .sequence(changes.map(change))])
  }

  private func change(_ change: LawChange) -> HTML {
    let ways = change.conditions.filter { !$0.isEmpty }
    return div(.class("rule")) {
      p { strong { change.kind.words } }
      details {
        summary { "For whom, and when" }
        p { "Asked of agencies like \(change.who), by \(change.papers)." }
        ways.isEmpty
          ? p { "Always." } : ul { for way in ways.prefix(Self.mostWays) { li { way.joined(separator: " and ") } } }
        ways.count > Self.mostWays ? p(.class("quiet")) { "And in \(ways.count - Self.mostWays) more ways." } : .empty
      }
    }
  }
}
