/// What the words of the desk mean, and what to do when it does not work.
struct HelpPages: Sendable {
  let frame: Frame

  var routes: [Route] {
    [Route(.get, "/help", .anybody) { exchange in page(exchange) }]
  }

  private func page(_ exchange: Exchange) -> Reply {
    frame.reply(Page("Help"), to: exchange.visitor) {
      h1 { "Help" }
      h2 { "What the answers mean" }
      dl(.class("facts")) {
        for (word, meaning) in HelpPages.meanings {
          div {
            dt { word }
            dd { meaning }
          }
        }
      }
      h2 { "When the desk does not work" }
      p {
        "Use the downtime card of your office, which can be printed from the page of the law. An outage is no ground to keep anybody and no ground to release anybody; "
        "every clock runs on. Enter afterwards what was done, with the time at which it was done."
      }
      h2 { "What the desk is not" }
      p {
        "It answers requests. It does not look for people, does not go through rosters, and knows nobody's immigration status."
      }
    }
  }

  private static let meanings = [
    ("Must", "The law commands it."),
    (
      "Must not",
      "The law forbids it, or gives your agency no authority. For a hold: these papers give no ground to keep the person. Release is decided by your release procedure."
    ),
    ("May", "The law lets your agency choose, or no law against it was found. Which of the two it is, is always said."),
    ("Not settled", "The answer depends on something that is not recorded yet. The desk asks for exactly that."),
    ("Law contradicts itself", "Two laws of one rank say the opposite. Call counsel before you act."),
  ]
}
