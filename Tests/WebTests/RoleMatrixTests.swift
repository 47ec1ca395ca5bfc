import Desk
import Foundation
import LawLanguage
import Testing
import Web

/// Every route, for everybody: what is expected follows from the table of permissions.
@Suite(.serialized) struct RoleMatrixTests {
  /// What anybody may open. A route that is added here opens to the world: think twice.
  private static let open: Set<String> = [
    "GET /assets/{name}", "GET /calendar/{token}/{secret}/due.ics", "GET /calendar/{token}/{secret}/tasks.ics",
    "GET /enrol/{secret}", "POST /enrol", "GET /healthz", "GET /help", "GET /log", "GET /log/checkpoint",
    "GET /log/tile/{path...}", "GET /log/vkey", "GET /openapi.json", "GET /readyz", "GET /sign-in",
    "POST /sign-in/passkey", "POST /sign-in/passphrase", "GET /transparency",
    "GET /transparency/{form}/{period}/table.csv",
  ]

  private enum Who {
    case nobody
    case staff(Staff)
    case linkHolder(Staff)
    case program(ProgramScope, String)

    var name: String {
      switch self {
      case .nobody: "nobody"
      case .staff(let staff): staff.roleNames
      case .linkHolder: "the holder of a link"
      case .program(let scope, _): "a token for \(scope.rawValue)"
      }
    }

    /// By the table of permissions alone.
    func mayOpen(_ access: Access) -> Bool {
      switch (access, self) {
      case (.anybody, _), (.keys, .staff), (.keys, .linkHolder), (.staff, .staff): true
      case (.may(.breakGlass), .staff(let staff)):
        staff.mayBreakGlass && staff.roles.isDisjoint(with: [.auditor, .administrator, .apiClient])
      case (.may(let action), .staff(let staff)): staff.roles.contains { permits($0, action) }
      case (.program(let scope), .program(let own, _)): own == scope && permits(.apiClient, scope.action)
      default: false
      }
    }
  }

  private static func path(_ template: String, case id: String) -> String {
    template.replacing(/\{[a-z]+(\.\.\.)?\}/) { match in
      switch String(match.output.0) {
      case "{id}" where template.hasPrefix("/requests/") || template.hasPrefix("/api/v1/cases/"): id
      case "{number}", "{decision}": "1"
      case "{act}": "hold"
      case "{law}": "il.trust"
      default: "nothing"
      }
    }
  }

  private struct Table: Sendable {
    let server: TestServer
    let now: Instant

    func ask(_ route: Route, _ who: Who, case id: String) async throws -> TestServer.Answer {
      var headers: [String: String] = [:]
      var form: [String: String] = [:]
      let sessions = server.site.answering.sessions
      switch who {
      case .nobody: break
      case .staff(let staff), .linkHolder(let staff):
        let reach: Session.Reach = if case .linkHolder = who { .keys } else { .desk }
        let (secret, session) = sessions.begin(AccountID(staff.id), at: now, reach: reach)
        headers["cookie"] = "tenth=\(secret)"
        form["form-token"] = session.formToken
      case .program(_, let bearer): headers["authorization"] = "Bearer \(bearer)"
      }
      let path = RoleMatrixTests.path(route.template, case: id)
      if route.isAPI {
        if route.method != .get, route.method != .delete {
          headers["content-type"] = "application/json"
          headers["if-match"] = "\"1\""
        }
        return try await server.send(
          route.method.rawValue, path, headers: headers, body: route.method == .get ? "" : "{}")
      }
      return route.method == .get
        ? try await server.get(path, headers: headers) : try await server.post(path, form, headers: headers)
    }
  }

  @Test func nothingOpensThatShouldNotAndAnothersCaseIsLikeNone() async throws {
    let desk = try await APIDesk()
    let folder = desk.folder + "/accounts"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let accounts = try Accounts(folder: folder)
    let people = desk.county.staff.all.filter { !$0.roles.contains(.apiClient) }
    for staff in people { try await accounts.save(staff) }
    var everybody: [Who] = [.nobody] + people.map(Who.staff) + [.linkHolder(desk.county.staff.officer)]
    for scope in ProgramScope.allCases { everybody.append(.program(scope, try await desk.token([scope]).bearer)) }
    let visitors = everybody
    let own = try await desk.anyCase().description
    let (other, none) = (desk.otherCase.description, CaseID().description)
    try await desk.serve(accounts: accounts) { server in
      let table = Table(server: server, now: desk.now)
      let routes = server.site.answering.routes.routes
      let opened = Set(routes.filter { $0.access == .anybody }.map { "\($0.method.rawValue) \($0.template)" })
      #expect(opened == RoleMatrixTests.open)
      for route in routes where route.access != .anybody {
        for who in visitors {
          let place = "\(route.method.rawValue) \(route.template) for \(who.name)"
          let answer = try await table.ask(route, who, case: own)
          let isRefused =
            [401, 403].contains(answer.status) || answer.header("location") == "/sign-in" && answer.status == 303
          let leaves = route.template == "/sign-out"
          #expect(
            isRefused == !who.mayOpen(route.access) || leaves && who.mayOpen(route.access), "\(place): \(answer.status)"
          )
          guard who.mayOpen(route.access), RoleMatrixTests.path(route.template, case: own).contains(own) else {
            continue
          }
          let (others, nones) = (
            try await table.ask(route, who, case: other), try await table.ask(route, who, case: none)
          )
          #expect(others.status == nones.status && others.status >= 400, "\(place), another agency's: \(others.status)")
          let token = /name="form-token" value="[^"]*"/
          #expect(
            others.body.replacing(token, with: "").replacing(other, with: "")
              == nones.body.replacing(token, with: "").replacing(none, with: ""), "\(place), another agency's")
        }
      }
    }
  }
}

extension Staff {
  fileprivate var roleNames: String { roles.map(\.rawValue).sorted().joined(separator: ", ") }
}
