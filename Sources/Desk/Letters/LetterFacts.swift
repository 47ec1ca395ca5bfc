public import LawLanguage
internal import Reasoning

/// What a case itself knows of what its letters can say.
public struct LetterFacts: Sendable {
  private let ground: LetterGround
  private let vocabulary: Vocabulary

  /// The facts of a case.
  public init(_ ground: LetterGround, in vocabulary: Vocabulary) {
    self.ground = ground
    self.vocabulary = vocabulary
  }

  private var file: CaseFile { ground.file }

  /// What the case knows of a field; nil where somebody has to say it, or it is not known.
  public func value(of field: MergeField) -> FieldValue? {
    switch field {
    case .personName: ground.person.map { .text($0.name) }
    case .bookingNumber: ground.person?.identifiers["Booking No."].map { .text($0) }
    case .release: file.releaseDue.flatMap(RecordedMoment.instant).map { .moment($0) }
    case .papers:
      file.offeredPapers.isEmpty
        ? nil : .texts(file.offeredPapers.map { vocabulary.paper($0.check.kind)?.title ?? $0.check.kind })
    case .received: .moment(file.opening.received)
    case .asksHold: .flag(asks("hold"))
    case .asksNotice: .flag(asks("notify-release"))
    case .asksTransfer: .flag(asks("transfer"))
    case .asksInterview: .flag(asks("allow-interview"))
    case .willKeep: will("hold")
    case .willTell: will("notify-release")
    case .willHandOver: will("transfer")
    case .holdEnds: ends
    case .served: served.map { .moment($0.at) }
    case .courtCase, .inCustody, .toldAgents, .reference, .interviewWith, .interviewPurpose, .interviewTime,
      .isAttorney, .latestCharge, .latestChargeDay, .servedHow, .byPolicy:
      nil
    }
  }

  /// Whether only a decision of an officer gives the field its value.
  public static func isDecided(_ field: MergeField) -> Bool { field.intends != nil }

  private var served: PaperCheck.Service? { file.offeredPapers.lazy.compactMap(\.check.served).first }

  private func asks(_ act: String) -> Bool {
    file.askedActs(in: vocabulary).contains { vocabulary.isKind($0, of: act) }
  }

  /// What an officer decided, by the act's own name or by a kind of it.
  private func will(_ act: String) -> FieldValue? {
    let decided = file.decisions.last { vocabulary.isKind($0.entry.act, of: act) }
    return decided.map { .flag($0.entry.choice == .act) }
  }

  private var ends: FieldValue? {
    guard case .flag(true) = will("hold") else { return nil }
    let window = ground.decision.answers.first { vocabulary.isKind($0.act, of: "hold") }?.window
    return window?.until.map { .moment($0) }
  }
}

extension MergeField {
  /// What it is, for whoever fills in a letter: `the person's name`.
  public var title: String {
    switch self {
    case .personName: "the person's name"
    case .bookingNumber: "your booking number"
    case .courtCase: "the court's number of the person's case"
    case .inCustody: "whether the person is in your custody"
    case .release: "when the person is to be released"
    case .toldAgents: "when immigration agents were told of the release"
    case .papers: "the papers that came"
    case .received: "when they reached you"
    case .reference: "the number that the requesting office gave its request"
    case .asksHold: "that they ask to keep the person"
    case .asksNotice: "that they ask to be told of the release"
    case .asksTransfer: "that they ask to be handed the person"
    case .asksInterview: "that they ask to speak with the person"
    case .willKeep: "whether you will keep the person because of the papers"
    case .holdEnds: "until when you keep the person"
    case .willTell: "whether you will tell immigration agents of the release"
    case .willHandOver: "whether you will hand the person over"
    case .interviewWith: "who wants to speak with the person"
    case .interviewPurpose: "what they want to talk about"
    case .interviewTime: "when they want to come"
    case .isAttorney: "whether whoever gets this is the person's attorney"
    case .latestCharge: "the latest charge or conviction"
    case .latestChargeDay: "the day of the latest charge or conviction"
    case .served: "when the person was given the form"
    case .servedHow: "how the person was given the form"
    case .byPolicy: "that it is your own policy"
    }
  }
}

extension LetterRefusal {
  /// Why, in the vocabulary's words, for the desk's pages.
  public func sentence(in vocabulary: Vocabulary) -> String {
    func act(_ name: String) -> String { vocabulary.act(name)?.title ?? name }
    func list(_ cites: [Citation]) -> String {
      cites.isEmpty ? "the law" : cites.map(\.cite).joined(separator: ", ")
    }
    switch self {
    case .missing(let fields, _):
      let (decided, told) = (fields.filter(LetterFacts.isDecided), fields.filter { !LetterFacts.isDecided($0) })
      return [
        decided.isEmpty ? nil : "An officer has to decide first \(decided.map(\.title).joined(separator: ", ")).",
        told.isEmpty ? nil : "The letter still needs \(told.map(\.title).joined(separator: ", ")).",
      ].compactMap { $0 }.joined(separator: " ")
    case .forbidden(let field, let disclosure, let cites):
      let to = vocabulary.recipient(disclosure.to)?.title ?? disclosure.to
      return "You may not tell \(to) \(field.title): \(list(cites)) forbids to \(act(disclosure.act))."
    case .contested(_, let name, let cites):
      return "One law commands to \(act(name)) and another forbids it (\(list(cites))). Ask counsel."
    case .waits(_, let name, let facts, let steps):
      guard steps.isEmpty else {
        let titles = steps.map { vocabulary.step($0)?.title ?? $0 }
        return "Before you \(act(name)): \(titles.joined(separator: ", "))."
      }
      let questions = facts.map { fact -> String in
        switch fact {
        case .fact(let name): vocabulary.fact(name)?.question ?? name
        case .paper(_, let kind, let field):
          "\(vocabulary.paperField(field)?.question ?? field) (\(vocabulary.paper(kind)?.title ?? kind))"
        case .records(let list), .record(let list, _, _): vocabulary.recordType(list)?.question ?? list
        }
      }
      return "Whether you may \(act(name)) depends on what is not recorded: \(questions.joined(separator: " "))"
    case .undecided(_, let name):
      return "Nothing that is known lets you \(act(name)). It is left out, or counsel is asked."
    case .outsideWindow(_, let name, let cites):
      return "You may \(act(name)) at another time only (\(list(cites)))."
    case .announcesForbidden(_, let name, let cites):
      return "The letter would say that you \(act(name)), and \(list(cites)) forbids it."
    case .refusesCommanded(let name, let cites):
      return "The letter would refuse to \(act(name)), and \(list(cites)) commands it."
    case .notOwed: return "Nothing in this request calls for this letter."
    case .unknownKind, .wrongRecipient, .notOfThisKind, .wrongType, .unprintable, .noGround, .wrongPaper,
      .unknownLanguage, .unknownZone:
      return sentence
    }
  }
}
