import Desk
import LawLanguage
import Reasoning

/// What the office works by while the desk cannot be reached: a page to print, and the same as PDF.
struct DowntimePages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/downtime", .may(.readLaw)) { try page($0) },
      Route(.get, "/downtime.pdf", .may(.readLaw)) { try await pdf($0) },
    ]
  }

  private func letter(_ exchange: Exchange) throws -> Letter {
    guard let set = work.press?.set else {
      throw Refused(.unavailable, work.press?.trouble ?? "This desk has no letters, and so no card.")
    }
    let staff = try work.staff(exchange)
    do {
      return try set.page(of: try work.office.downtimeCard(for: staff), words: MomentWords(zone: work.zone))
    } catch let refusal as OfficeRefusal { throw Refused(refusal) } catch let refusal as LetterRefusal {
      throw Refused(.unavailable, refusal.sentence)
    }
  }

  private func page(_ exchange: Exchange) throws -> Reply {
    let letter = try letter(exchange)
    return frame.reply(Page(letter.title, in: .law), to: exchange.visitor) {
      a(.class("back"), .href("/law")) { "All laws" }
      h1 { letter.title }
      div(.class("buttons")) { a(.href("/downtime.pdf"), .class("button")) { "The card as PDF, two sheets" } }
      p(.class("quiet")) { letter.dateline }
      LetterBlocks(blocks: letter.parts.first?.blocks ?? []).html
      dl(.class("facts")) {
        for row in letter.record where row.count == 2 {
          div {
            dt { row[0] }
            dd { row[1] }
          }
        }
      }
    }
  }

  private func pdf(_ exchange: Exchange) async throws -> Reply {
    let letter = try letter(exchange)
    guard let typesetter = work.press?.typesetter else {
      throw Refused(.unavailable, (work.press?.trouble ?? "There is no typesetter.") + " Print the page instead.")
    }
    do {
      return Download(
        bytes: try await typesetter.typeset(letter), name: "downtime-card.pdf", mediaType: "application/pdf"
      ).reply
    } catch { throw Refused(.unavailable, error.sentence + " Print the page instead.") }
  }
}
