internal import LawLanguage

/// A case as far as it was recorded at some point of the log.
struct RecordedCase: Sendable {
  let file: CaseFile
  let events: [CaseEvent]
}

/// Makes a report's rows from cases. Only dates, kinds and choices go over by themselves: what somebody wrote in their own
/// words may hold a name, so a person fills such a column.
struct ReportComputing: Sendable {
  let form: ReportForm
  let period: ReportPeriod
  let zone: Zone

  func sheet(_ cases: [RecordedCase]) -> ReportSheet {
    var sheet = ReportSheet(
      form: form, period: period, lists: form.parts.map { ReportList(part: $0, rows: rows(of: $0, cases)) },
      obstacles: [],
      cautions: [])
    if form.parts.contains(where: { !$0.source.isByHand }) {
      for item in cases where item.isUnread && received(item.file) {
        sheet.obstacles.append(
          "Request \(item.file.number) came in this period and could not be read. Record its papers first: what it is bears on "
            + "the report.")
      }
    }
    return sheet
  }

  private func rows(of part: ReportPart, _ cases: [RecordedCase]) -> [ReportRow] {
    cases.flatMap { item -> [ReportRow] in
      switch part.source {
      case .immigrationPapers: papers(item, part) { ImmigrationPaper.kind($0) != nil }
      case .requestsForHelp: papers(item, part, where: HelpRequest.isOne) + bareRequest(item, part)
      case .requestsWithoutJudge:
        papers(item, part) { ImmigrationPaper.kind($0) != nil || HelpRequest.isOne($0) } + bareRequest(item, part)
      case .certifications: papers(item, part) { $0 == "certification-request" }
      case .helpGiven: helpGiven(item, part)
      case .transfers: transfers(item, part)
      case .enteredByHand: []
      case .statement: []
      }
    }
  }

  private func received(_ file: CaseFile) -> Bool { period.contains(zone.day(of: file.opening.received)) }

  private func row(_ item: RecordedCase, _ name: String, _ part: ReportPart, _ cell: (String) -> ReportCell?)
    -> ReportRow
  {
    var cells: [String: ReportCell] = [:]
    for column in part.columns { cells[column.id] = cell(column.id) ?? .missing(why: "Nothing recorded says it.") }
    return ReportRow(key: "\(item.file.number)/\(name)", origin: item.file.id, cells: cells)
  }

  // MARK: Papers

  private func papers(_ item: RecordedCase, _ part: ReportPart, where isOne: (String) -> Bool) -> [ReportRow] {
    item.file.papers.filter { isOne($0.check.kind) }.compactMap { paper in
      let day = item.received(paper, in: zone)
      guard period.contains(day.day) else { return nil }
      return row(item, "\(paper.number)", part) { column in
        column == "date-received"
          ? day.isKnown
            ? .value("\(day.day)")
            : .missing(
              why: "The paper was recorded on \(day.day), after the request came; when it came is not recorded.")
          : paperCell(column, paper, item)
      }
    }
  }

  private func paperCell(_ column: String, _ paper: OfferedPaper, _ item: RecordedCase) -> ReportCell? {
    let file = item.file
    switch column {
    case "paper": return ImmigrationPaper.kind(paper.check.kind).map { .value($0) }
    case "bail-posted": return .missing(why: "Bail is not recorded in the case.")
    case "outcome": return outcome(file)
    case "outcome-time": return outcomeTime(file)
    case "to-whom": return toWhom(file)
    case "request":
      return (ImmigrationPaper.title(paper.check.kind) ?? HelpRequest.named(paper.check.kind)?.title).map { .value($0) }
        ?? .missing(why: "The paper is “\(paper.check.kind)”: say in your own words what was asked for.")
    case "response":
      return response(file, ImmigrationPaper.acts(paper.check.kind) + (HelpRequest.named(paper.check.kind)?.acts ?? []))
    case "people": return ImmigrationPaper.kind(paper.check.kind) == nil ? nil : .value("1")
    case "answer":
      guard let decision = file.decision(on: "certify-victim") else {
        return .missing(why: "Nobody has decided on it yet.")
      }
      return .value(decision.entry.choice == .act ? "form" : "explanation")
    case "answered":
      guard let outcome = file.outcome, outcome.kind == .answered else {
        return .missing(why: "No answer is recorded as given.")
      }
      return .value("\(zone.day(of: outcome.at))")
    default: return nil
    }
  }

  private func outcome(_ file: CaseFile) -> ReportCell {
    guard let outcome = file.outcome else { return .missing(why: "How it ended is not recorded.") }
    switch outcome.kind {
    case .released: return .value("released")
    case .transferred: return .value("transferred")
    case .keptOnOtherGround, .notInCustody: return .value("neither")
    case .answered, .withdrawn:
      return .missing(why: "How the request ended is recorded, not what became of the person.")
    }
  }

  private func outcomeTime(_ file: CaseFile) -> ReportCell {
    guard let outcome = file.outcome else { return .missing(why: "How it ended is not recorded.") }
    switch outcome.kind {
    case .released, .transferred:
      let minutes = zone.minutes(of: outcome.at)
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return .value("\(zone.day(of: outcome.at)) \(two(minutes / 60)):\(two(minutes % 60))")
    case .keptOnOtherGround, .notInCustody: return .doesNotApply
    case .answered, .withdrawn: return .missing(why: "What became of the person is not recorded.")
    }
  }

  private func toWhom(_ file: CaseFile) -> ReportCell {
    guard let outcome = file.outcome else { return .missing(why: "How it ended is not recorded.") }
    switch outcome.kind {
    case .released, .keptOnOtherGround, .notInCustody: return .doesNotApply
    case .transferred:
      return .missing(why: "The case says it in somebody's own words; write the agency, without anybody's name.")
    case .answered, .withdrawn: return .missing(why: "What became of the person is not recorded.")
    }
  }

  private func response(_ file: CaseFile, _ acts: [String]) -> ReportCell {
    let choices = acts.compactMap { file.decision(on: $0)?.entry.choice }
    guard !choices.isEmpty, file.undecidedActs.allSatisfy({ !acts.contains($0) }) else {
      return .missing(why: "Nobody has decided on it yet.")
    }
    return .value(Set(choices).count > 1 ? "helped in part" : choices[0] == .act ? "helped" : "declined")
  }

  /// A request that came without any paper, for acts.
  private func bareRequest(_ item: RecordedCase, _ part: ReportPart) -> [ReportRow] {
    let file = item.file
    guard case .request = file.opening.start, file.papers.isEmpty, !file.opening.acts.isEmpty, received(file) else {
      return []
    }
    return [
      row(item, "asked", part) { column in
        switch column {
        case "date-received": .value("\(zone.day(of: file.opening.received))")
        case "request": .missing(why: "It came without a paper: say in your own words what was asked for.")
        case "response": response(file, file.opening.acts)
        default: nil
        }
      }
    ]
  }

  // MARK: What was done

  private func helpGiven(_ item: RecordedCase, _ part: ReportPart) -> [ReportRow] {
    let file = item.file
    var seen = Set<String>()
    return file.decisions.reversed().filter { seen.insert($0.entry.act).inserted }.reversed().compactMap { decision in
      let act = decision.entry.act
      guard decision.entry.choice == .act, !HelpRequest.noHelp.contains(act),
        period.contains(zone.day(of: decision.happened))
      else { return nil }
      return row(item, act, part) { column in
        switch column {
        case "date": .value("\(zone.day(of: decision.happened))")
        case "help":
          HelpRequest.help[act].map { .value($0) }
            ?? .missing(why: "It was decided to do the act “\(act)”: say what was done, or leave the entry out.")
        default: .missing(why: "Say on which ground it was done, by section.")
        }
      }
    }
  }

  private func transfers(_ item: RecordedCase, _ part: ReportPart) -> [ReportRow] {
    guard let outcome = item.file.outcome, outcome.kind == .transferred, period.contains(zone.day(of: outcome.at))
    else {
      return []
    }
    return [
      row(item, "transfer", part) { _ in
        .missing(
          why:
            "Find out which offence allowed it. If the person went to somebody else than immigration agents, leave the entry out."
        )
      }
    ]
  }
}

extension RecordedCase {
  /// Whether something came of which nobody has been able to say what it is.
  var isUnread: Bool {
    if case .unreadable = file.opening.start { return file.papers.isEmpty }
    return false
  }

  /// The day on which a paper came: with the request, where it was recorded with it; otherwise not known.
  func received(_ paper: OfferedPaper, in zone: Zone) -> (day: Day, isKnown: Bool) {
    let checked = events.first { event in
      if case .paperChecked(let number, _) = event.what { return number == paper.number }
      return false
    }
    guard let checked, let first = events.first, checked.recorded != first.recorded else {
      return (zone.day(of: file.opening.received), true)
    }
    return (zone.day(of: checked.happened), false)
  }
}

/// Papers of immigration officers, in the vocabulary's words.
enum ImmigrationPaper {
  private static let detainers = [
    "i247a": "Form I-247A", "i247d": "Form I-247D", "i247n": "Form I-247N", "i247x": "Form I-247X",
    "i247": "Form I-247",
    "i247g": "Form I-247G",
  ]
  private static let warrants = [
    "i200": "Form I-200", "i203": "Form I-203", "i205": "Form I-205", "i286": "Form I-286",
    "ncic-immigration-hit": "hit in the Immigration Violator File",
    "reentry-confirmation": "confirmation of a re-entry hit",
  ]

  /// `detainer` or `civil warrant`; nil for anything else. As 5 ILCS 805/10 tells them apart.
  static func kind(_ paper: String) -> String? {
    detainers[paper] != nil ? "detainer" : warrants[paper] != nil ? "civil warrant" : nil
  }

  static func title(_ paper: String) -> String? { detainers[paper] ?? warrants[paper] }

  /// The acts that it asks for or empowers.
  static func acts(_ paper: String) -> [String] { kind(paper) == nil ? [] : ["hold", "notify-release", "transfer"] }
}

/// Requests of immigration agents for other help.
struct HelpRequest {
  let title: String
  let acts: [String]

  static func named(_ paper: String) -> HelpRequest? { all[paper] }

  /// Whether a paper asks for help other than by a detainer or warrant. One that is not known here counts: whoever
  /// prepares the report says what it was.
  static func isOne(_ paper: String) -> Bool {
    ImmigrationPaper.kind(paper) == nil && paper != "certification-request" && !ofJudges.contains(paper)
  }

  /// What judges sign or courts issue, and what asks for nothing.
  private static let ofJudges: Set<String> = [
    "criminal-warrant", "court-order", "court-subpoena", "warrant-for-records", "records-warrant", "search-warrant",
    "subpoena-order", "alien-response",
  ]

  private static let all = [
    "interview-request": HelpRequest(title: "to speak with a person in custody", acts: ["allow-interview"]),
    "information-request": HelpRequest(title: "for information about a person", acts: ["share-information"]),
    "administrative-subpoena": HelpRequest(
      title: "for information, by an immigration agency's own subpoena", acts: ["share-information"]),
    "assistance-request": HelpRequest(title: "to take part in an operation", acts: ["assist-operation"]),
    "facility-request": HelpRequest(title: "to use rooms, equipment or terminals", acts: ["allow-facility-use"]),
    "inmate-list-request": HelpRequest(title: "for the list of everyone booked", acts: ["give-inmate-list"]),
    "beds-agreement": HelpRequest(title: "to house people for immigration agents", acts: ["lease-beds"]),
    "agreement-287g": HelpRequest(title: "to sign a 287(g) agreement", acts: ["sign-287g"]),
  ]

  /// Acts that are no help for civil enforcement, whoever asks.
  static let noHelp: Set<String> = ["certify-victim"]

  /// What it is to have done an act for immigration agents. An act that is not here is asked about, never left out.
  static let help = [
    "hold": "kept a person past release", "notify-release": "told when a person would be released",
    "transfer": "handed a person over", "allow-interview": "let agents speak with a person in custody",
    "share-information": "gave information about a person", "share-address": "gave a person's address",
    "assist-operation": "took part in an operation",
    "allow-facility-use": "let agents use rooms, equipment or terminals",
    "give-inmate-list": "gave a list of everyone booked", "lease-beds": "agreed to house people",
    "sign-287g": "signed a 287(g) agreement", "civil-arrest": "made a civil immigration arrest",
    "serve-immigration-warrant": "served a civil immigration warrant",
    "allow-database-access": "gave access to a database",
  ]
}
