import Desk
import LawLanguage
import Web

/// Somebody of the office at their browser.
struct Visit: Sendable {
  private let server: TestServer
  private let headers: [String: String]
  private let token: String

  init(_ server: TestServer, as staff: Staff, at now: Instant) {
    self.server = server
    let (secret, session) = server.site.answering.sessions.begin(AccountID(staff.id), at: now)
    headers = ["cookie": "tenth=\(secret)"]
    token = session.formToken
  }

  func get(_ path: String) async throws -> TestServer.Answer { try await server.get(path, headers: headers) }

  func post(_ path: String, _ form: [String: String] = [:]) async throws -> TestServer.Answer {
    try await server.post(path, form.merging(["form-token": token]) { $1 }, headers: headers)
  }
}
