import Desk
import LawLanguage
import Reasoning

/// Looking up an offence in the lists of the law: it tells of the law, and of no case.
extension APICalls {
  var offences: Operation {
    Operation(
      id: "findOffence", method: .get, path: "/offences", scope: .lawRead,
      summary: "Which lists of the law hold an offence",
      about:
        "By its section, in any common writing, or by words. What is only suggested is for a person to confirm: send "
        + "the section that was chosen, never a roster's words.",
      parameters: [
        .init(
          name: "text", shape: .words(OffenceIndex.longestText),
          meaning: "A section, such as PC 211, or words. It must be sent.")
      ],
      reply: .init(
        status: .ok, shape: .document,
        meaning: "As `tenth law offence --json` gives it, for the agency's place and today."),
      refusals: [.unprocessable]
    ) { asked in
      guard let text = asked.query.text("text") else {
        throw Refused(.unprocessable, "Send text: a section, such as PC 211, or what the offence is called.")
      }
      let answer = try await refusing { try office.offences(named: text, for: asked.staff, at: asked.exchange.now) }
      return APICalls.json(answer.document)
    }
  }
}

extension Office {
  /// What the lists of the law in use, or of that beside where none is adopted, say of an offence today.
  fileprivate func offences(named text: String, for staff: Staff, at now: Instant) throws(OfficeRefusal)
    -> OffenceAnswer
  {
    guard let profile = settings.agencies.first(where: { $0.id == staff.agency }) else { throw .nothingThere("agency") }
    let library = (adopted ?? beside).library
    guard let zone = library.vocabulary.zone(of: profile.place) else { throw .nothingThere("time zone of the agency") }
    return OffenceIndex(library, in: profile.jurisdiction, locality: profile.locality).look(
      up: text, on: zone.day(of: now))
  }
}
