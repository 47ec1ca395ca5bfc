package import Desk

/// What stands around the content of every page.
package struct Page: Sendable {
  /// The page's own title; the desk's name follows it.
  let heading: String
  /// Begins with "Error: " where a form has mistakes.
  var hasMistakes = false
  var section: Section?
  var script: Asset?

  init(_ heading: String, in section: Section? = nil, hasMistakes: Bool = false, script: Asset? = nil) {
    self.heading = heading
    self.section = section
    self.hasMistakes = hasMistakes
    self.script = script
  }

  /// The parts of the desk that the navigation leads to.
  package enum Section: String, Sendable, CaseIterable {
    case due, new, cases, reports, register, collected, law, forecast, log, accounts

    /// What an office's desk has.
    package static let desk: [Section] = [.due, .new, .cases, .reports, .law, .forecast, .log, .accounts]
    /// What a collector of reports has.
    package static let collector: [Section] = [.collected, .register, .law, .log, .accounts]

    var title: String {
      switch self {
      case .due: "Due now"
      case .new: "New request"
      case .cases: "Requests"
      case .reports: "Reports"
      case .register: "Agencies"
      case .collected: "Reports collected"
      case .law: "Law"
      case .forecast: "Forecast"
      case .log: "Log"
      case .accounts: "Accounts"
      }
    }

    var path: String {
      switch self {
      case .due: "/"
      case .new: "/requests/new"
      case .cases: "/requests"
      case .reports: "/reports"
      case .register: "/agencies"
      case .collected: "/"
      case .law: "/law"
      case .forecast: ForecastRoutes.countyPath
      case .log: "/log"
      case .accounts: "/accounts"
      }
    }

    func isOpen(to staff: Staff?) -> Bool {
      guard let staff else { return false }
      return switch self {
      case .due, .cases: staff.may(.readCases)
      case .new: staff.may(.enterCases)
      case .reports: staff.may(.publish) || staff.may(.readLog)
      case .register, .collected: staff.may(.publish) || staff.may(.readLog)
      case .law, .forecast: staff.may(.readLaw)
      case .log: true
      case .accounts: staff.may(.administer)
      }
    }
  }
}

/// What pages have in common in one desk.
package struct Frame: Sendable {
  /// The office: `Example County Jail`.
  let office: String
  /// Whether everything in it is made up.
  let isDemonstration: Bool
  /// Who can be chosen in the demonstration.
  let players: [Staff]
  /// Where the navigation leads.
  let sections: [Page.Section]

  package init(
    office: String, isDemonstration: Bool, players: [Staff] = [], sections: [Page.Section] = Page.Section.desk
  ) {
    self.office = office
    self.isDemonstration = isDemonstration
    self.players = players
    self.sections = sections
  }

  /// The whole page as an answer.
  func reply(
    _ page: Page, to visitor: Visitor?, status: Status = .ok, @HTMLBuilder content: () -> HTML
  ) -> Reply {
    .page(document(page, visitor, content()), status: status)
  }

  private func document(_ page: Page, _ visitor: Visitor?, _ content: HTML) -> HTML {
    html(.lang("en")) {
      head {
        meta(Attribute("charset", "utf-8"))
        title { (page.hasMistakes ? "Error: " : "") + "\(page.heading) – \(office)" }
        meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
        meta(.name("color-scheme"), Attribute("content", "light"))
        link(Attribute("rel", "stylesheet"), .href(Asset.stylesheet.path))
        link(Attribute("rel", "icon"), .href(Asset.icon.path), .type("image/svg+xml"))
        if let asset = page.script { script(.src(asset.path), Attribute("defer", nil)) }
      }
      body {
        a(.class("skip"), .href("#content")) { "Skip to the content" }
        if isDemonstration { demonstration(visitor) }
        header(.class("site")) {
          div(.class("width")) {
            p(.class("office")) { a(.href("/")) { office } }
            if let staff = visitor?.staff { person(staff, visitor?.session) }
          }
        }
        if let staff = visitor?.staff { navigation(page.section, staff) }
        main(.id("content"), .class("width"), Attribute("tabindex", "-1")) { content }
        footer(.class("site")) {
          div(.class("width")) {
            p {
              "Law as adopted by this office's counsel. Tenth's authors give no legal advice, and Tenth orders nobody's "
              "release."
            }
            p {
              a(.href("/law")) { "The law it runs on" }
              " · "
              a(.href("/log")) { "The log" }
              " · "
              if sections.contains(.reports) {
                a(.href("/transparency")) { "Published figures" }
                " · "
              }
              a(.href("/help")) { "Help" }
            }
          }
        }
      }
    }
  }

  private func demonstration(_ visitor: Visitor?) -> HTML {
    section(.class("demo"), .label("Demonstration")) {
      div(.class("width")) {
        p {
          strong { "Demonstration." }
          " A made-up county with made-up people. Nothing here is real, and nothing is sent to anybody."
        }
        if let staff = visitor?.staff, let session = visitor?.session {
          form(.post, .action("/demo/role"), .class("inline")) {
            FormToken.field(session)
            label(.for("player")) { "You are" }
            select(.id("player"), .name("player")) {
              for player in players {
                option(
                  [.value(player.id)] + Attribute.when(player.id == staff.id, .selected)
                ) { "\(player.title) \(player.name), \(player.roleWords)" }
              }
            }
            button(.class("plain")) { "Change" }
          }
        }
      }
    }
  }

  private func person(_ staff: Staff, _ session: Session?) -> HTML {
    div(.class("person")) {
      span { "\(staff.title) \(staff.name), \(staff.roleWords)" }
      if !isDemonstration {
        form(.post, .action("/sign-out"), .class("inline")) {
          FormToken.field(session)
          button(.class("plain")) { "Sign out" }
        }
      }
    }
  }

  private func navigation(_ open: Page.Section?, _ staff: Staff) -> HTML {
    nav(.class("site"), .label("Main")) {
      ul(.class("width")) {
        for section in sections
        where section.isOpen(to: staff) && !(isDemonstration && section == .accounts) {
          li { a([.href(section.path)] + Attribute.when(section == open, .current)) { section.title } }
        }
      }
    }
  }

  /// The page that a refusal becomes.
  package func refusal(_ refused: Refused, to visitor: Visitor?) -> Reply {
    var reply = self.reply(Page(refused.status.words), to: visitor, status: refused.status) {
      h1 { refused.status.words }
      p { refused.sentence }
      p {
        if case .unauthorised = refused.status {
          a(.href("/sign-in"), .class("button")) { "Sign in" }
        } else {
          a(.href("/")) { "Go to the home page" }
        }
      }
    }
    reply.headers += refused.headers
    return reply
  }
}

extension Staff {
  /// `intake clerk, deciding officer`.
  var roleWords: String {
    roles.sorted { $0.rawValue < $1.rawValue }.map(\.title).joined(separator: ", ")
  }
}

/// The field of every form that ties it to its session.
enum FormToken {
  static func field(_ session: Session?) -> HTML {
    input(.type("hidden"), .name("form-token"), .value(session?.formToken ?? ""))
  }
}
