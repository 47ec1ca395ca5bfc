import Desk
import LawLanguage
import Reasoning

/// The list of agencies that did not report: agreed by a second person, shown to everybody.
struct NonReporterPages: Sendable {
  let work: CollectorWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/non-reporters", .anybody) { try await page($0) },
      // The second person may be counsel: the collector decides who it may be.
      Route(.post, "/lists/{number}/publish", .may(.readLog)) { try await publish($0) },
    ]
  }

  private func page(_ exchange: Exchange) async throws -> Reply {
    let lists = try await work.refusing { try await work.collector.publishedLists() }
    return frame.reply(Page("Agencies that did not report"), to: exchange.visitor) {
      h1 { "Agencies that did not report" }
      p { "Each was told beforehand that it would stand here, and by when it could still report." }
      if lists.isEmpty { p { "No list is published." } }
      for list in lists {
        section {
          h2 { "\(list.form.title), \(list.period.words)" }
          p(.class("quiet")) {
            "\(list.form.cite). Published \(list.from.map { work.words.text(work.words.zone.day(of: $0)) } ?? "")."
          }
          ul {
            for agency in list.agencies {
              li {
                "\(agency.name), \(agency.place)"
                if let day = agency.reported { " – reported since, \(work.words.text(day))" }
              }
            }
          }
        }
      }
    }
  }

  /// A list that waits, on the staff's first page.
  func waiting(_ list: NonReporters, _ staff: Staff, _ exchange: Exchange) -> HTML {
    section(.class("note")) {
      h2 { "Agencies that did not report: \(list.form.title), \(list.period.words)" }
      p { "\(list.proposedBy) proposed to publish:" }
      ul { for agency in list.agencies { li { "\(agency.name), \(agency.place)" } } }
      if list.proposer == staff.id {
        p { "A second person has to agree." }
      } else {
        form(.post, .action("/lists/\(list.id)/publish")) {
          FormToken.field(exchange.visitor.session)
          div(.class("buttons")) { button { "Agree, and publish" } }
        }
      }
    }
  }

  private func publish(_ exchange: Exchange) async throws -> Reply {
    let staff = try work.staff(exchange)
    guard let number = Int64(exchange.parameter("number")) else { throw Refused(.notFound, "There is no such list.") }
    try await work.refusing { try await work.collector.publishList(number, by: staff) }
    return .seeOther("/non-reporters")
  }
}
