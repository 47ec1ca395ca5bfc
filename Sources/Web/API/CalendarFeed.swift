import Crypto
package import Desk
package import LawLanguage

/// What is due, as calendars read it (RFC 5545, RFC 7986): at an address that is a secret, since calendars send no token.
struct CalendarFeed: Sendable {
  let office: Office
  let origin: @Sendable () -> String
  let limit: RateLimit

  var routes: [Route] {
    [
      Route(.get, "/calendar/{token}/{secret}/due.ics", .anybody) { try await calendar($0, asTasks: false) },
      Route(.get, "/calendar/{token}/{secret}/tasks.ics", .anybody) { try await calendar($0, asTasks: true) },
    ]
  }

  private func calendar(_ exchange: Exchange, asTasks: Bool) async throws -> Reply {
    let id = exchange.parameter("token")
    guard let token = try await office.program(calendar: exchange.parameter("secret"), of: id) else {
      throw Refused(.notFound, "There is no such calendar, or its token opens nothing any more.")
    }
    try limit.count("calendar/\(token.id)", at: exchange.now)
    let page = try await office.dueNow(for: token.staff, limit: Office.longestPage)
    let calendar = Calendar(items: page.items, origin: origin(), now: exchange.now, asTasks: asTasks)
    return Reply(body: Array(calendar.text.utf8)).with("content-type", "text/calendar; charset=utf-8")
  }
}

/// A calendar of what is due: titles are the law's words, and a case is a number.
package struct Calendar: Sendable {
  let items: [DueItem]
  let origin: String
  let now: Instant
  /// To-dos, for programs that show them; else events, which all of them show.
  let asTasks: Bool

  package init(items: [DueItem], origin: String, now: Instant, asTasks: Bool) {
    self.items = items
    self.origin = origin
    self.now = now
    self.asTasks = asTasks
  }

  package var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tenth//Desk//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "NAME:Due at the desk", "X-WR-CALNAME:Due at the desk", "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
      "X-PUBLISHED-TTL:PT15M",
    ]
    for item in items {
      // An event stands at a time; what has none is a to-do only.
      guard let due = item.due else {
        if asTasks { lines += task(item, due: nil) }
        continue
      }
      lines += asTasks ? task(item, due: due) : event(item, at: due)
    }
    lines.append("END:VCALENDAR")
    return lines.map { Calendar.folded($0) + "\r\n" }.joined()
  }

  private func event(_ item: DueItem, at due: Instant) -> [String] {
    ["BEGIN:VEVENT"] + common(item)
      + ["DTSTART:\(Calendar.moment(due))", "DURATION:PT0S", "TRANSP:TRANSPARENT"] + alarm(item) + ["END:VEVENT"]
  }

  private func task(_ item: DueItem, due: Instant?) -> [String] {
    ["BEGIN:VTODO"] + common(item) + (due.map { ["DUE:\(Calendar.moment($0))"] } ?? []) + ["STATUS:NEEDS-ACTION"]
      + (due == nil ? [] : alarm(item)) + ["END:VTODO"]
  }

  private func common(_ item: DueItem) -> [String] {
    let name = SHA256.hash(data: Array("\(item.id)/\(item.key)".utf8)).prefix(16)
      .map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
    let title = "Request \(item.number): \(item.title)"
    return [
      "UID:\(name)@tenth", "DTSTAMP:\(Calendar.moment(now))", "SUMMARY:\(Calendar.escaped(title))",
      "DESCRIPTION:\(Calendar.escaped(item.cite ?? "The office's own care"))", "CLASS:CONFIDENTIAL",
      "URL:\(origin)/requests/\(item.id)",
    ]
  }

  private func alarm(_ item: DueItem) -> [String] {
    [
      "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(Calendar.escaped("Request \(item.number) is due"))",
      asTasks ? "TRIGGER;RELATED=END:-PT1H" : "TRIGGER:-PT1H", "END:VALARM",
    ]
  }

  private static func moment(_ instant: Instant) -> String {
    let (day, second) = (instant.seconds / 86_400, instant.seconds % 86_400)
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(Day(number: Int32(day)))".replacing("-", with: "")
    return "\(date)T\(two(second / 3600))\(two(second / 60 % 60))\(two(second % 60))Z"
  }

  /// RFC 5545 § 3.3.11.
  private static func escaped(_ text: String) -> String {
    String(
      text.flatMap { character -> [Character] in
        switch character {
        case "\\", ";", ",": ["\\", character]
        case "\n", "\r\n": ["\\", "n"]
        case "\r": []
        default: [character]
        }
      })
  }

  /// RFC 5545 § 3.1: at most 75 bytes to a line, and no character cut.
  private static func folded(_ line: String) -> String {
    var (text, count) = ("", 0)
    for scalar in line.unicodeScalars {
      let length = scalar.utf8.count
      if count + length > 75 {
        text += "\r\n "
        count = 1
      }
      text.unicodeScalars.append(scalar)
      count += length
    }
    return text
  }
}
