import Desk
import Foundation
import LawLanguage
import Testing
import Web

/// The county's page of the forecast and its explorer.
@Suite(.serialized) struct ForecastPagesTests {
  @Test func theCountysPageSaysWhatTheLawAnswersAndWhatEveryFigureRestsOn() async throws {
    let desk = try await APIDesk()
    let (people, now) = (desk.county.staff, desk.now)
    try await desk.serve { server in
      let page = try await Visit(server, as: people.counsel, at: now).get("/forecast")
      #expect(page.status == 200)
      #expect(page.body.contains("All counties of IL") && page.body.contains("must not"))
      #expect(page.body.contains("This is the reduced model"))
      #expect(page.body.contains("judgement, range:") && page.body.contains("TRAC report 758"))
      #expect(page.body.contains("20.6 more days a person in Los Angeles"))
    }
  }

  @Test func aCountyHasItsStatesBandUntilItGivesItsOwnCount() async throws {
    let desk = try await APIDesk()
    let (people, now) = (desk.county.staff, desk.now)
    try await desk.serve { server in
      let visit = Visit(server, as: people.clerk, at: now)
      let reckoned = /(?s)id="reckoned".*?id="threatened"/
      let (state, county) = (
        try await visit.get("/forecast?county=all"), try await visit.get("/forecast?county=17031")
      )
      #expect(county.body.contains("Cook, IL") && county.body.contains("5,275,541"))
      #expect(county.body.contains("of all counties of IL together"))
      #expect(try #require(state.body.firstMatch(of: reckoned)).output == county.body.firstMatch(of: reckoned)?.output)
      let own = try await visit.get("/forecast?county=17031&requests=900")
      #expect(own.body.contains("from the 900 requests a year that you gave"))
      #expect(own.body.firstMatch(of: reckoned)?.output != county.body.firstMatch(of: reckoned)?.output)
      // The explorer is reached for the same county.
      #expect(county.body.contains("/forecast/explore?county=17031"))
    }
  }

  @Test func theExplorerShowsAChangeWithItsReverseAndLeadsToTheOpposite() async throws {
    let desk = try await APIDesk()
    let (people, now) = (desk.county.staff, desk.now)
    try await desk.serve { server in
      let visit = Visit(server, as: people.officer, at: now)
      let page = try await visit.get("/forecast/explore?county=all&law=commanded&judges=160")
      #expect(page.status == 200 && page.body.contains("What the change comes to"))
      #expect(page.body.contains("The reverse") && page.body.contains("set judges-hired-per-year 160"))
      let link = try #require(page.body.firstMatch(of: /href="([^"]*law=forbidden[^"]*)"/)).output.1
      let opposite = try await visit.get(String(link).replacing("&amp;", with: "&"))
      #expect(opposite.status == 200 && opposite.body.contains("law=commanded"))
    }
  }

  @Test func withoutAChangeTheExplorerMakesNoDifference() async throws {
    let desk = try await APIDesk()
    let (people, now) = (desk.county.staff, desk.now)
    try await desk.serve { server in
      let page = try await Visit(server, as: people.auditor, at: now).get("/forecast/explore")
      #expect(page.body.contains("As things stand") && !page.body.contains("opposite change"))
      #expect(page.body.contains(">nothing<"))
    }
  }

  @Test func whatCannotBeReadIsNamedAtItsFieldAndNothingIsReckonedFromIt() async throws {
    let desk = try await APIDesk()
    let (people, now) = (desk.county.staff, desk.now)
    try await desk.serve { server in
      let visit = Visit(server, as: people.clerk, at: now)
      for (query, field) in [
        ("booking=-1", "booking"), ("judges=many", "judges"), ("law=martial", "law"), ("county=99999", "county"),
        ("requests=-5", "requests"), ("beds=nan", "beds"),
      ] {
        let page = try await visit.get("/forecast/explore?\(query)")
        #expect(page.status == 422 && page.body.contains("href=\"#\(field)\""), "\(query)")
        #expect(!page.body.contains("id=\"answer\""), "\(query)")
      }
    }
  }
}
