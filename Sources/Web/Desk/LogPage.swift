import Ledger

/// The log, explained for those who read it.
struct LogPage: Sendable {
  let frame: Frame

  var routes: [Route] {
    [Route(.get, "/log", .anybody) { page($0) }]
  }

  private func page(_ exchange: Exchange) -> Reply {
    frame.reply(Page("Log", in: .log), to: exchange.visitor) {
      h1 { "The log" }
      p {
        "Whatever is recorded at this desk is committed to a log that nobody can quietly change, the desk's own people "
        "included. What is public gives nothing away: it grows by the same amount at fixed times, whatever has happened."
      }
      ul {
        li { a(.href("/log/checkpoint")) { "The published checkpoint" } }
        li { a(.href("/log/vkey")) { "The key that checks its signature" } }
      }
      h2 { "To check it" }
      p { "On any machine with Tenth, with the address of this desk:" }
      pre(Attribute("tabindex", "0")) { code { "tenth verify https://this-desk.example.gov/log" } }
      p {
        "It recomputes the whole log from its entries. It shows that history was not changed. It does not show that what "
        "was recorded is true, or that nothing was left out."
      }
    }
  }
}
