package import Desk
package import LawLanguage

/// The made-up people of the demonstration.
package struct Players: Directory {
  private let staff: [AccountID: Staff]

  package init(_ players: [Staff]) {
    staff = Dictionary(players.map { (AccountID($0.id), $0) }) { first, _ in first }
  }

  package func staff(_ account: AccountID, at now: Instant) -> Staff? { staff[account] }
}

/// Changing who one is in the demonstration.
struct DemonstrationPages: Sendable {
  let players: [Staff]
  let sessions: Sessions
  let cookie: SessionCookie

  var routes: [Route] {
    [
      Route(.post, "/demo/role", .staff, bodyLimit: 4096) { exchange in
        guard let player = players.first(where: { $0.id == exchange.form["player"] }) else {
          throw Refused(.badRequest, "There is no such person in the demonstration.")
        }
        if let session = exchange.visitor.session { sessions.end(session.id) }
        let (secret, _) = sessions.begin(AccountID(player.id), at: exchange.now)
        return Reply.seeOther("/").with("set-cookie", cookie.setting(secret))
      }
    ]
  }
}
