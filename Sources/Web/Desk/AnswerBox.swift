import Desk
import LawLanguage
import Reasoning

/// The law's answers to a case: each in a sentence with its basis, then why.
struct AnswerBoxes: Sendable {
  let decision: Decision
  let library: Library
  let file: CaseFile

  private var request: Request { decision.receipt.request }

  /// The answers, the ones about custody first as they are asked.
  var answers: HTML {
    .sequence(
      decision.answers.compactMap { answer in
        library.vocabulary.act(answer.act).map { box(answer, $0) }
      })
  }

  private func box(_ answer: ActAnswer, _ act: Act) -> HTML {
    let words = ActSentence(answer: answer, act: act, request: request, vocabulary: library.vocabulary)
    return div(.class("answer \(answer.answer.look)")) {
      p(.class("act")) {
        span(.class("tag \(answer.answer.colour)")) { answer.withheld == nil ? answer.answer.tag : "Call counsel" }
        " \(act.title.capitalisedFirst)"
      }
      p(.class("says")) { words.sentence }
      if let basis = words.basis { p { basis } }
      if answer.answer == .prohibited, library.vocabulary.isKind(act.name, of: "hold") { otherHolds }
    }
  }

  /// What keeps "this paper gives no ground" from being taken for an order to release.
  private var otherHolds: HTML {
    guard let check = file.otherHolds, let zone = library.vocabulary.zone(of: request) else {
      return p {
        strong { "Other holds were not checked yet." }
        " This speaks of these papers only; another warrant or court order may be a ground of its own."
      }
    }
    let when = MomentWords(zone: zone).text(check.happened)
    return p {
      "Other holds checked by \(check.by.text) at \(when): \(check.entry.found ? "found" : "none found"), "
      "\(check.entry.note)."
    }
  }

  /// Each rule once, with what it does, its words, and what it rests on.
  var reasons: HTML {
    .sequence(
      decision.answers.compactMap { answer in
        guard let act = library.vocabulary.act(answer.act) else { return nil }
        let words = ReasonWords(answer: answer, library: library)
        guard !words.isEmpty else { return nil }
        return section {
          if decision.answers.count > 1 { h3 { act.title.capitalisedFirst } }
          for entry in words.entries { reason(entry) }
          for caution in words.cautions {
            div(.class("note warn")) {
              p {
                strong { "Beware. " }; caution.text
              }
            }
          }
        }
      })
  }

  private func reason(_ entry: ReasonWords.Entry) -> HTML {
    div(.class("rule")) {
      p {
        a(.href(LawBook.path(of: entry.reason.rule))) { entry.reason.cite }; " \(entry.phrase)."
      }
      p { entry.reason.text }
      for fact in entry.reason.facts { p(.class("quiet")) { fact } }
      for exception in entry.reason.exceptions { p(.class("quiet")) { exception.sentence } }
      p(.class("quiet")) { entry.reason.provenance.sentence }
    }
  }
}

extension Answer {
  /// The word that goes with the colour.
  fileprivate var tag: String {
    switch self {
    case .required: "Must"
    case .prohibited: "Must not"
    case .permitted: "May"
    case .conflict: "Law contradicts itself"
    case .undetermined: "Not settled"
    }
  }

  fileprivate var colour: String {
    switch self {
    case .required: "blue"
    case .permitted: "green"
    case .prohibited: "red"
    case .conflict, .undetermined: "amber"
    }
  }

  fileprivate var look: String {
    switch self {
    case .required, .permitted: "yes"
    case .prohibited: "no"
    case .conflict, .undetermined: "open"
    }
  }
}
