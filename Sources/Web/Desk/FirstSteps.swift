import Desk
import LawLanguage
import Reasoning

/// What a new desk still needs, in order: people, law, the first request. Gone once law is adopted.
struct FirstSteps: Sendable {
  let work: OfficeWork
  let staff: Staff?

  var html: HTML {
    guard work.office.adopted == nil, let staff else { return .empty }
    return div(.class("note warn")) {
      p { strong { "This desk is new: no law is adopted, so nothing is decided yet." } }
      ol(.class("steps")) {
        li {
          if staff.may(.administer) {
            a(.href("/accounts")) { "Add the people" }
          } else {
            "An administrator adds the people"
          }
          ": at least an intake clerk, two deciding officers (one reviews the other), and two of counsel. Each gets a link "
          "that works once."
        }
        li {
          a(.href("/adoption")) { staff.may(.adoptLaw) ? "Adopt the law" : "Counsel adopts the law" }
          ": one of counsel reads the library and proposes it, a second one confirms it. Until then every request is "
          "refused, and the downtime card is what you have."
        }
        li {
          if staff.may(.enterCases) {
            a(.href("/requests/new")) { "Enter the first request" }
          } else {
            "A clerk enters the first request"
          }
          ", from the paper in hand. Print the downtime card, and lay it beside the phone."
        }
      }
    }
  }
}
