public import Foundation
public import LawLanguage
public import Reasoning

/// An adoption as a file: for offices that decide with the program alone, and to be kept with their papers.
public struct AdoptionDocument: Sendable, Hashable, Codable {
  /// The office whose counsel adopts: `Example County`.
  public var office: String
  /// Who adopts, by name and title.
  public var by: String
  /// The day.
  public var on: String
  /// The state whose law it is, with that of the United States.
  public var jurisdiction: String
  /// The digest of the library, of all its files.
  public var library: String
  /// What counsel answers for.
  public var terms: AdoptionTerms

  /// An adoption.
  public init(office: String, by: String, on: Day, jurisdiction: String, library: String, terms: AdoptionTerms) {
    (self.office, self.by, self.on) = (office, by, on.description)
    (self.jurisdiction, self.library, self.terms) = (jurisdiction, library, terms)
  }

  /// The bytes of the file: JSON with its keys in order, so that equal adoptions are equal files.
  public func written() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// Lays the standing positions under a request: what it says itself goes before.
  public func answer(_ draft: inout RequestDraft, by vocabulary: Vocabulary) {
    for position in terms.positions where vocabulary.fact(position.fact)?.isJudgement ?? false {
      guard !draft.gives(position.fact) else { continue }
      let place = RequestLocation.file("the adoption", nil)
      func member(_ name: String, _ content: WrittenValue.Content) -> WrittenValue.Member {
        WrittenValue.Member(name: name, location: place, value: WrittenValue(content, at: place))
      }
      draft.setFact(
        position.fact,
        to: WrittenValue(
          .object([
            member("value", .word(position.value)), member("by", .text("\(by), \(StandingPosition.author)")),
            member("why", .text(position.because)),
          ]), at: place))
    }
  }
}
