import LawLanguage

/// Fictional requests to county jails.
enum Requests {
  /// Three convictions, and nobody knows whether there are more; what else the law asks is known.
  static var california: Request {
    var request = californiaLeftOpen
    request.facts = [
      "local-rule-forbids-notice": .yesNo(false), "local-rule-forbids-transfer": .yesNo(false),
      "publicly-available": .yesNo(false), "prop-47-misdemeanor": .yesNo(false),
      "sex-or-arson-registrant": .yesNo(false), "federal-aggravated-felony": .yesNo(false),
      "federal-felony-warrant": .yesNo(false), "other-felony-counts": .yesNo(false),
      "other-misdemeanor-counts": .yesNo(false), "held-to-answer-for": .choice("nothing"),
    ]
    return request
  }

  static var californiaLeftOpen: Request {
    var request = Request(
      jurisdiction: "CA", agency: Request.Agency(kind: "county-jail"), acts: ["hold", "notify-release", "transfer"],
      papers: [Request.Paper(kind: "i247a"), Request.Paper(kind: "i200")], day: Day(number: 20_241))
    request.records["convictions"] = Request.RecordList(
      isComplete: false,
      records: [
        conviction("PC 459", "felony", Day(number: 12_000)), conviction("PC 242", "misdemeanor", Day(number: 19_000)),
        conviction("HS 11377", "misdemeanor", Day(number: 15_500)),
      ])
    return request
  }

  private static func conviction(_ offence: String, _ level: String, _ day: Day) -> [String: FactValue] {
    ["offence": .code(offence), "class": .choice(level), "convicted-on": .date(day)]
  }

  static var florida: Request {
    var request = Request(
      jurisdiction: "FL", agency: Request.Agency(kind: "county-jail"), acts: ["hold", "notify-release"],
      papers: [
        Request.Paper(
          kind: "i247a", fields: ["form-complete": .yesNo(true), "shows-cause": .yesNo(true), "served": .yesNo(true)]),
        Request.Paper(kind: "i200"),
      ], day: Day(number: 20_241))
    request.facts = [
      "transferring-agency-told-judge": .yesNo(false), "transferring-agency-recorded": .yesNo(false),
      "custody": .choice("pretrial"), "has-agreement-287g": .yesNo(true),
    ]
    return request
  }
}
