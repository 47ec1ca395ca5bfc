import Desk
import LawLanguage
import Reasoning

/// The first page of a new request: what came, how, when, from whom.
struct ArrivalForm: Sendable {
  let vocabulary: Vocabulary
  let zone: Zone

  /// What reaches a jail most; the other kinds stand behind a fold.
  private static let common = [
    "i247a", "i247g", "i200", "i205", "criminal-warrant", "court-order", "interview-request", "information-request",
  ]

  /// What was read from the form.
  struct Arrival: Sendable {
    let opening: @Sendable (_ agency: String) -> Opening
    let papers: [PaperCheck]
    let onBehalfOf: String?
  }

  func fields(_ parts: FormParts, now: Instant) -> HTML {
    let options = vocabulary.papers.map { FormParts.Option($0.name, $0.title.capitalisedFirst) }
    let first = options.filter { ArrivalForm.common.contains($0.value) }
      .sorted { index($0.value) < index($1.value) }
    let others = options.filter { !ArrivalForm.common.contains($0.value) }
    return .sequence([
      parts.boxes(
        "paper", "Which papers came?",
        hint: "Tick each one that you have in hand. A warrant stapled behind a detainer is a paper of its own.", first),
      details {
        summary { "Other papers" }
        parts.boxes("other-paper", "Other papers", others)
      },
      parts.date(
        "received", "When did it reach your office?",
        hint: "The time on the fax or the stamp, not the time at which you enter it.",
        value: DateParts(dayOf: now, in: zone),
        withTime: true),
      parts.radios(
        "channel", "How did it come?", Channel.allCases.map { FormParts.Option($0.rawValue, $0.title.capitalisedFirst) }
      ),
      parts.text(
        "requester", "Which office asks?", hint: "As it stands on the paper. Leave it empty if it does not say."),
      parts.text(
        "on-behalf", "Do you enter this for somebody else?", hint: "Their name and rank. Leave it empty if not."),
    ])
  }

  private func index(_ name: String) -> Int { ArrivalForm.common.firstIndex(of: name) ?? .max }

  func read(_ form: Fields, now: Instant) throws(Mistakes) -> Arrival {
    var mistakes: [Mistake] = []
    let kinds = (form.all("paper") + form.all("other-paper")).filter { vocabulary.paper($0) != nil }
    if kinds.isEmpty { mistakes.append(Mistake(field: "paper", sentence: "Tick the papers that came.")) }
    var received = now
    do {
      received = try DateParts(form, "received").readInstant(in: zone)
      if received > now {
        mistakes.append(Mistake(field: "received", sentence: "The time of receipt lies in the future. Check it."))
      }
    } catch {
      mistakes.append(Mistake(field: "received", sentence: error.sentence))
    }
    guard let channel = form["channel"].flatMap(Channel.init), mistakes.isEmpty else {
      if form["channel"].flatMap(Channel.init) == nil {
        mistakes.append(Mistake(field: "channel", sentence: "Choose how it came."))
      }
      throw Mistakes(list: mistakes)
    }
    let (at, requester) = (received, form.text("requester"))
    return Arrival(
      opening: { Opening(agency: $0, received: at, channel: channel, requester: requester) },
      papers: kinds.map { PaperCheck(kind: $0) }, onBehalfOf: form.text("on-behalf"))
  }
}
