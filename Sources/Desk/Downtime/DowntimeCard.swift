internal import Foundation
public import LawLanguage
internal import Norms
internal import Reasoning

/// What an office works by while its desk cannot be reached: the adopted law on two pages, for the papers that come at night.
///
/// Nothing on it is written by hand: each line is what the engine says of a request about which nothing else is known,
/// and so says what decides where that leaves something open.
public struct DowntimeCard: Sendable, Hashable {
  /// The agency.
  public let agency: AgencyProfile
  /// The digest of the adopted law.
  public let law: String
  /// Who adopted it and when, in words.
  public let adopted: String
  /// The day for which it speaks.
  public let day: Day
  /// The day on which the law changes next, as far as it is known; nil where no change is.
  public let changes: Day?
  /// What to do with each kind of request.
  public let sections: [Section]

  /// A kind of request.
  public struct Section: Sendable, Hashable {
    /// The papers, as people call them.
    public let papers: [String]
    /// What the law says of each act that they ask for.
    public let acts: [ActLine]
    /// What is owed, with its clock.
    public let duties: [String]
  }

  /// An act, and what the law says of it.
  public struct ActLine: Sendable, Hashable {
    /// A sentence, with its basis.
    public let sentence: String
    /// What must be found out first, the most telling first; none where it is settled.
    public let gates: [String]
  }

  /// The most questions that fit beside an act: those that settle it soonest. Whoever needs more calls counsel.
  static let mostGates = 4
}

extension OfficeLaw {
  /// The requests that a card speaks of, as far as the vocabulary knows the papers; each as papers that come together.
  private static let requests = [
    ["i247a"], ["i247a", "i200"], ["i247a", "i205"], ["i247g"], ["interview-request"], ["information-request"],
  ]

  /// The card of an agency for a day.
  ///
  /// - Throws: `CaseRefusal` where the agency is none that the law can be asked about.
  public func downtimeCard(
    for profile: AgencyProfile, adoption: [AdoptionStep], at now: Instant
  ) throws(CaseRefusal) -> DowntimeCard {
    guard let zone = vocabulary.zone(of: profile.place) else { throw .noZone(profile.place) }
    let (day, moments) = (zone.day(of: now), MomentWords(zone: zone))
    var sections: [DowntimeCard.Section] = []
    for papers in Self.requests {
      let kinds = papers.compactMap(vocabulary.paper)
      guard kinds.count == papers.count, kinds.contains(where: { !$0.asksFor.isEmpty }) else { continue }
      let section = try section(kinds, for: profile, in: zone, on: day, at: now)
      // A warrant stapled to a detainer that changes nothing is not a page of its own.
      if let same = sections.firstIndex(where: { $0.acts == section.acts && $0.duties == section.duties }) {
        let alternatives = sections[same].papers + [section.papers.joined(separator: " with ")]
        sections[same] = .init(papers: alternatives, acts: section.acts, duties: section.duties)
      } else {
        let name = section.papers.joined(separator: " with ")
        sections.append(.init(papers: [name], acts: section.acts, duties: section.duties))
      }
    }
    let confirmed = adoption.last { $0.kind == .confirmed }
    return DowntimeCard(
      agency: profile, law: digest,
      adopted: confirmed.map { "\($0.by.text), \(moments.text($0.at))" } ?? "nobody", day: day,
      changes: Epochs(of: library).turningDays.first { $0 > day }, sections: sections)
  }

  private func section(
    _ papers: [PaperKind], for profile: AgencyProfile, in zone: Zone, on day: Day, at now: Instant
  ) throws(CaseRefusal) -> DowntimeCard.Section {
    let request = try request(papers, for: profile, on: day, at: now)
    let decision: Decision
    let options = DecisionOptions(readings: readings(of: profile.title))
    do { decision = keepingBack(try prepared.decide(request, options: options)) } catch { throw .noZone(error.place) }
    let questions = Dictionary(decision.questions.map { ($0.fact, $0.question) }) { first, _ in first }
    let acts = decision.answers.compactMap { answer -> DowntimeCard.ActLine? in
      guard let act = vocabulary.act(answer.act) else { return nil }
      let words = ActSentence(answer: answer, act: act, request: request, vocabulary: vocabulary)
      let gates = answer.answer == .undetermined ? answer.asking.compactMap { questions[$0] } : []
      return .init(
        sentence: [words.sentence, words.basis].compactMap { $0 }.joined(separator: " "),
        gates: gates.count > DowntimeCard.mostGates
          ? gates.prefix(DowntimeCard.mostGates) + ["and more: call counsel before you act"] : gates)
    }
    let words = DutyWords(vocabulary: vocabulary, moments: Reasoning.MomentText(zone: zone))
    return .init(
      papers: papers.map(\.title), acts: acts,
      duties: decision.duties.filter { !$0.isPeriodic }.map(words.sentence))
  }

  /// The papers on a day, and nothing else known: not even when they came, so that clocks are said by what they run from.
  private func request(
    _ papers: [PaperKind], for profile: AgencyProfile, on day: Day, at now: Instant
  ) throws(CaseRefusal) -> Request {
    struct Written: Encodable {
      let jurisdiction, agency, capacity, on: String
      let locality, actingFor: String?
      let acts, papers: [String]

      enum CodingKeys: String, CodingKey {
        case jurisdiction, agency, capacity, on, locality, acts, papers
        case actingFor = "acting-for"
      }
    }
    var acts: [String] = []
    for act in papers.flatMap(\.asksFor) where !acts.contains(act) { acts.append(act) }
    let written = Written(
      jurisdiction: profile.jurisdiction, agency: profile.kind, capacity: profile.capacity.rawValue,
      on: day.description, locality: profile.locality, actingFor: profile.actingFor, acts: acts,
      papers: papers.map(\.name))
    guard let bytes = try? JSONEncoder().encode(written) else { throw .notAsked("the card") }
    do {
      return try library.request(from: RequestDraft(json: RequestText(Array(bytes), from: "the card")), now: now)
    } catch { throw .request(error) }
  }
}
