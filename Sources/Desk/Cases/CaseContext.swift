public import LawLanguage
internal import Reasoning

/// What a command is held against: who gives it, when, and the law.
public struct CaseContext: Sendable {
  /// Who gives it.
  public let staff: Staff
  /// Now.
  public let now: Instant
  /// When it happened: now, unless it is entered late.
  public let happened: Instant
  /// The law adopted.
  public let law: OfficeLaw
  /// The agency whose case it is.
  public let profile: AgencyProfile

  /// A command's surroundings.
  public init(staff: Staff, now: Instant, happened: Instant? = nil, law: OfficeLaw, profile: AgencyProfile) {
    self.staff = staff
    self.now = now
    self.happened = happened ?? now
    self.law = law
    self.profile = profile
  }

  var vocabulary: Vocabulary { law.vocabulary }

  /// The clock on the agency's wall.
  func zone() throws(CaseRefusal) -> Zone {
    guard let zone = vocabulary.zone(of: profile.place) else { throw .noZone(profile.place) }
    return zone
  }

  /// The event of something that happens.
  func event(_ what: Happening, number: Int, by hand: Hand? = nil) -> CaseEvent {
    CaseEvent(
      number: number, recorded: now, happened: happened, by: Signature(staff), onBehalfOf: hand?.onBehalfOf,
      lateBecause: hand?.late?.because, what: what)
  }
}

extension CaseFile {
  /// The case as it would be after these happenings, all or none.
  func after(_ happenings: [Happening], in context: CaseContext) throws(Unfoldable) -> CaseFile {
    var file = self
    for what in happenings { try file.apply(context.event(what, number: file.version + 1)) }
    return file
  }
}
