import Desk
import Foundation
import LawLanguage
import Reasoning
import Testing

/// The card that an office works by while its desk is down.
struct DowntimeTests {
  private static let noon = Instant(seconds: 1_748_865_600)

  private func card(_ state: String) throws -> DowntimeCard {
    let law = try OfficeLaw(files: RealLaw.files, for: [state])
    return try law.downtimeCard(for: SampleCounty(jurisdiction: state).profile, adoption: [], at: Self.noon)
  }

  private func page(_ card: DowntimeCard) throws -> Letter {
    let zone = try #require(LettersFixture.law().vocabulary.zone(of: card.agency.jurisdiction))
    return try LettersFixture.set.get().page(of: card, words: MomentWords(zone: zone))
  }

  @Test(arguments: ["IL", "NJ", "FL", "CA"])
  func itSaysOfEachDetainerWhatTheLawSaysOfKeepingThePerson(state: String) throws {
    let card = try card(state)
    let detainers = card.sections.filter { $0.papers.contains { $0.localizedCaseInsensitiveContains("I-247A") } }
    #expect(!detainers.isEmpty)
    for section in detainers {
      #expect(section.acts.contains { $0.sentence.contains("keep") }, "\(section.papers)")
      for act in section.acts where act.sentence.hasPrefix("It depends") { #expect(!act.gates.isEmpty, "\(act)") }
    }
  }

  @Test func inIllinoisItGivesNoGroundAndLeavesReleaseToTheReleaseProcedure() throws {
    let card = try card("IL")
    let first = try #require(card.sections.first)
    #expect(first.acts.contains { $0.sentence.contains("release is decided by your release procedure") })
    #expect(!card.sections.flatMap(\.acts).contains { $0.sentence.lowercased().hasPrefix("release") })
  }

  @Test func itSaysThatAnOutageIsNoGroundAndStopsNoClockAndWhomToCall() throws {
    let text = try page(card("IL")).text
    #expect(text.contains("no ground to keep anybody, and none to let anybody go. It stops no clock"))
    #expect(text.contains("Sample Counsel, 555-0100"))
    #expect(text.contains("citizen of the United States: stop, and call counsel"))
  }

  @Test(.enabled(if: Tools.areThere, Tools.absence), arguments: ["IL", "NJ", "FL", "CA"])
  func itFitsOnTwoSheets(state: String) async throws {
    let typesetter = Typesetter(try Tools.typesetting(), limits: Tools.patient)
    let pdf = PDF(bytes: try await typesetter.typeset(page(card(state))))
    await typesetter.stop()
    let pages = try pdf.information().split(separator: "\n").first { $0.hasPrefix("Pages:") }
    let count = try #require(pages.flatMap { Int($0.split(separator: " ").last ?? "") })
    #expect(count <= 2)
    #expect(pdf.claims.ua)
  }
}
