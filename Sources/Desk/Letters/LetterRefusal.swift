public import LawLanguage
public import Reasoning

/// Why a letter is not composed. Nothing of it was written.
public enum LetterRefusal: Error, Sendable, Hashable {
  case unknownKind(String)
  /// Letters of the kind do not go to this recipient.
  case wrongRecipient(String, kind: String)
  case missing([MergeField], kind: String)
  /// The kind has no such field, or composing sets it itself.
  case notOfThisKind(MergeField, kind: String)
  case wrongType(MergeField)
  /// A text is empty, too long, or has a sign that prints nothing or turns the direction of others.
  case unprintable(String, why: String)
  /// The law forbids telling the recipient this.
  case forbidden(MergeField, Disclosure, [Citation])
  /// One law commands telling it and another forbids it: for counsel.
  case contested(MergeField?, act: String, [Citation])
  /// What decides is not known yet, or a step comes first.
  case waits(MergeField?, act: String, facts: [FactPath], steps: [String])
  /// Nobody decided whether it may be told or done.
  case undecided(MergeField?, act: String)
  /// It may be told or done at another time only.
  case outsideWindow(MergeField, act: String, [Citation])
  /// The letter would announce what the law forbids.
  case announcesForbidden(MergeField, act: String, [Citation])
  /// The letter would refuse what the law commands.
  case refusesCommanded(act: String, [Citation])
  /// Nothing in the decision calls for the letter, and no policy is known that would.
  case notOwed(kind: String, recipient: String)
  /// The letter has no section to stand on in this jurisdiction on the day.
  case noGround(kind: String, jurisdiction: String, day: Day)
  /// The letter answers only another kind of paper.
  case wrongPaper(kind: String, needs: String)
  case unknownLanguage(String)
  /// The case's place has no time zone that the machine knows.
  case unknownZone(String)

  /// Why, in a sentence for the office.
  public var sentence: String {
    switch self {
    case .unknownKind(let kind): "There is no letter \(kind)."
    case .wrongRecipient(let recipient, let kind): "The letter \(kind) does not go to \(recipient)."
    case .missing(let fields, let kind):
      "The letter \(kind) still needs: \(fields.map(\.rawValue).joined(separator: ", "))."
    case .notOfThisKind(let field, let kind): "The letter \(kind) has no room for \(field.rawValue)."
    case .wrongType(let field): "What was given for \(field.rawValue) is of another type."
    case .unprintable(let what, let why): "\(what) cannot be printed: \(why)."
    case .forbidden(let field, let disclosure, let cites):
      "\(field.rawValue) may not be told to \(disclosure.to): \(Self.list(cites)) forbids \(disclosure.act)."
    case .contested(_, let act, let cites):
      "The law commands and forbids \(act) at once (\(Self.list(cites))): ask counsel."
    case .waits(_, let act, let facts, let steps):
      steps.isEmpty
        ? "Whether \(act) is allowed depends on what is not known yet: \(facts.map(\.name).joined(separator: ", "))."
        : "Before \(act) comes: \(steps.joined(separator: ", "))."
    case .undecided(_, let act): "It was not decided whether \(act) is allowed; decide it first."
    case .outsideWindow(_, let act, let cites): "\(act) is allowed at another time only (\(Self.list(cites)))."
    case .announcesForbidden(let field, let act, let cites):
      "The letter would say yes to \(field.rawValue), but \(Self.list(cites)) forbids \(act)."
    case .refusesCommanded(let act, let cites): "The letter would refuse \(act), but \(Self.list(cites)) commands it."
    case .notOwed(let kind, let recipient): "Nothing in this decision calls for the letter \(kind) to \(recipient)."
    case .noGround(let kind, let jurisdiction, let day):
      "The letter \(kind) has no section to stand on in \(jurisdiction) on \(day)."
    case .wrongPaper(let kind, let needs): "The letter \(kind) answers only the paper \(needs), which is not there."
    case .unknownLanguage(let tag): "No language is known by the tag \(tag); give its name instead."
    case .unknownZone(let place): "\(place) has no time zone that this machine knows."
    }
  }

  private static func list(_ cites: [Citation]) -> String {
    cites.isEmpty ? "the law" : cites.map(\.cite).joined(separator: ", ")
  }
}
