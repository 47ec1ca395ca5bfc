import Desk
import Foundation
import Testing
import Web

/// The description of the API, and what answers, held against each other by programs of other people.
@Suite(.serialized) struct OpenAPITests {
  @Test(.enabled("openapi-spec-validator is not installed") { PythonTools.has("openapi_spec_validator") })
  func theDescriptionIsValidAndOpenToAnybody() async throws {
    let desk = try await APIDesk()
    try await desk.serve { server in
      let answer = try await server.get("/openapi.json")
      #expect(answer.status == 200 && answer.header("content-type") == "application/json")
      let script = """
        import json, sys
        from openapi_spec_validator import OpenAPIV31SpecValidator
        OpenAPIV31SpecValidator(json.load(sys.stdin)).validate()
        """
      let (status, output) = try await PythonTools.runApart(["-c", script], input: answer.body)
      #expect(status == 0, "\(output)")
    }
  }

  @Test func everyRouteOfTheAPIIsDescribedAndNoOther() async throws {
    let desk = try await APIDesk()
    try await desk.serve { server in
      let paths = try #require(try await server.get("/openapi.json").json["paths"] as? [String: [String: Any]])
      let described = Set(paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
      let routes = Set(
        server.site.answering.routes.routes.filter(\.isAPI).map { "\($0.method.rawValue) \($0.template)" })
      #expect(described == routes && !routes.isEmpty)
    }
  }

  @Test(.enabled("schemathesis is not installed") { PythonTools.has("schemathesis") })
  func schemathesisFindsNothing() async throws {
    let desk = try await APIDesk()
    let (token, id) = (try await desk.token(), try await desk.anyCase())
    let examples = ProcessInfo.processInfo.environment["TENTH_LONG"] == nil ? "20" : "300"
    try await desk.serve { server in
      let folder = APIDesk.repository.appending(path: "Tests/WebTests/API").path()
      let (status, output) = try await PythonTools.runApart(
        [
          "-m", "schemathesis.cli", "--config-file", folder + "/schemathesis.toml", "run",
          "http://localhost:\(server.port)/openapi.json", "--header", "Authorization: Bearer \(token.bearer)",
          "--max-examples", examples, "--seed", "10", "--no-color", "--generation-database", "none",
        ], environment: ["TENTH_CASE": id.description], in: desk.folder)
      // The whole report is kept beside the database, for what was asked first is cut off below.
      if status != 0 { print(output) }
      #expect(status == 0, "\(output.suffix(6000))")
    }
  }
}
