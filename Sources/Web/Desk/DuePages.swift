import Desk
import LawLanguage
import Reasoning

/// Home: what is due now, by the clock. And the list of all requests.
struct DuePages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/", .staff) { try await due($0) },
      Route(.get, "/requests", .may(.readCases)) { try await list($0) },
    ]
  }

  private var words: MomentWords { MomentWords(zone: work.zone) }

  // MARK: Due now

  private func due(_ exchange: Exchange) async throws -> Reply {
    guard let staff = exchange.visitor.staff, staff.may(.readCases) else {
      return frame.reply(Page("Start"), to: exchange.visitor) {
        h1 { "Start" }
        FirstSteps(work: work, staff: exchange.visitor.staff).html
        p { "What you are at the desk for shows no requests. The law and the log are open to you." }
      }
    }
    let page = try await work.due(exchange)
    let now = exchange.now
    let late = page.items.filter { $0.due.map { $0 < now } ?? false }
    let today = page.items.filter { $0.due.map { $0 >= now && isToday($0, now) } ?? false }
    let later = page.items.filter { item in item.due.map { $0 >= now && !isToday($0, now) } ?? true }
    return frame.reply(Page("Due now", in: .due), to: exchange.visitor) {
      h1 { "Due now" }
      FirstSteps(work: work, staff: staff).html
      p(.class("quiet")) { "It is \(words.text(now)). \(summary(late.count, today.count))" }
      if staff.may(.enterCases) { p { a(.href("/requests/new"), .class("button")) { "Enter a new request" } } }
      group("Late, or due at once", late, now)
      group("Today", today, now)
      group("Later", later, now)
      if page.items.isEmpty { p { "Nothing is due." } }
      if let next = page.next { p { a(.href("/?after=\(next)")) { "Show what is due after that" } } }
    }
  }

  private func summary(_ late: Int, _ today: Int) -> String {
    "\(late == 0 ? "Nothing is late" : "\(late) late or due at once"), \(today == 0 ? "nothing more" : "\(today)") due today."
  }

  private func isToday(_ instant: Instant, _ now: Instant) -> Bool {
    work.zone.day(of: instant) == work.zone.day(of: now)
  }

  private func group(_ title: String, _ items: [DueItem], _ now: Instant) -> HTML {
    guard !items.isEmpty else { return .empty }
    return section {
      h2 { title }
      ul(.class("cards")) { for item in items { li(.class(look(item, now))) { card(item, now) } } }
    }
  }

  private func look(_ item: DueItem, _ now: Instant) -> String {
    guard let due = item.due else { return "some-time" }
    return due < now ? "late" : isToday(due, now) ? "soon" : "some-time"
  }

  private func card(_ item: DueItem, _ now: Instant) -> HTML {
    .sequence([
      p {
        span(.class("when")) { when(item) }
        " "
        if let due = item.due, due < now {
          span(.class("tag red")) {
            item.isImmediate ? "At once" : "Late by \(Span(seconds: now.seconds - due.seconds).words)"
          }
        } else if let due = item.due, isToday(due, now) {
          span(.class("tag amber")) { "In \(Span(seconds: due.seconds - now.seconds).words)" }
        }
      },
      p {
        a(.href("/requests/\(item.id)")) { "Request \(item.number)" }
        ": \(item.title)"
        if let cite = item.cite { " (\(cite))" }
      },
    ])
  }

  private func when(_ item: DueItem) -> String {
    guard let due = item.due else { return "No time is known" }
    return item.isImmediate ? "Since \(words.text(due))" : words.text(due)
  }

  // MARK: All requests

  private func list(_ exchange: Exchange) async throws -> Reply {
    let page = try await work.cases(exchange)
    let stage = exchange.query.text("stage").flatMap(CaseStage.init)
    return frame.reply(Page("Requests", in: .cases), to: exchange.visitor) {
      h1 { stage.map { "Requests: \($0.title)" } ?? "Requests" }
      nav(.label("By stage")) {
        p {
          a(.href("/requests")) { "All" }
          for stage in CaseStage.allCases where stage != .erased {
            " · "
            a(.href("/requests?stage=\(stage.rawValue)")) { stage.title.capitalisedFirst }
          }
        }
      }
      if exchange.visitor.staff?.may(.recordFacts) ?? false {
        p { a(.href("/letters")) { "Letters owed to persons in custody" } }
      }
      if exchange.visitor.staff?.may(.confirmDisposal) ?? false {
        p {
          a(.href("/records")) { "What may be disposed of" }
          " · "
          a(.href("/exports")) { "Handing cases out" }
        }
      }
      if page.items.isEmpty { p { "There are none." } }
      div(.class("table")) {
        table(.class("stack")) {
          caption(.class("hidden")) { "Requests, the latest entered first" }
          thead { tr { for title in ["Number", "Stage", "Reached you", "Next due"] { th(.scope("col")) { title } } } }
          tbody { for item in page.items { row(item, for: exchange.visitor.staff) } }
        }
      }
      if let next = page.next { p { a(.href("/requests?after=\(next)")) { "Earlier requests" } } }
    }
  }

  private func row(_ item: CaseSummary, for staff: Staff?) -> HTML {
    // Of a sealed request, its keeper can do no more than unseal it.
    let isShut = item.isSealed && !(staff?.may(.readSealed) ?? false)
    return tr {
      td(Attribute("data-label", "Number")) {
        a(.href("/requests/\(item.id)" + (isShut ? "/unseal" : ""))) { "\(item.number)" }
      }
      td(Attribute("data-label", "Stage")) {
        item.stage.title.capitalisedFirst + (item.isSealed ? ", sealed" : "") + (item.isHeld ? ", legal hold" : "")
      }
      td(Attribute("data-label", "Reached you")) { words.text(item.received) }
      td(Attribute("data-label", "Next due")) { item.nextDue.map(words.text) ?? "Nothing" }
    }
  }
}

/// A span of time for a reader: `2 days`, `3 hours`, `12 minutes`.
struct Span {
  let seconds: Int64

  var words: String {
    func count(_ number: Int64, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
    if seconds >= 48 * 3600 { return count(seconds / 86_400, "day") }
    if seconds >= 2 * 3600 { return count(seconds / 3600, "hour") }
    return count(max(1, seconds / 60), "minute")
  }
}
