import Desk
import Foundation
import LawLanguage
import Reasoning
import Testing
import Web

/// Writing an offence into a record of a request: what is settled, and what is asked on the next page.
@Suite(.serialized) struct OffenceChoicesTests {
  /// A desk in California with a request whose convictions are asked for, and a clerk.
  private func withRequest(
    _ body:
      @Sendable @escaping (_ send: (([String: String]) async throws -> Answered), _ facts: () async throws -> String)
      async throws -> Void
  ) async throws {
    let desk = try await APIDesk(jurisdiction: "CA")
    let id = try await desk.anyCase()
    try await desk.serve { server in
      let (secret, session) = server.site.answering.sessions.begin(AccountID(desk.county.staff.clerk.id), at: desk.now)
      let cookie = ["cookie": "tenth=\(secret)"]
      let address = "/requests/\(id)/facts/convictions"
      try await body(
        { fields in
          var fields = fields
          fields["form-token"] = session.formToken
          let answer = try await server.post(address, fields, headers: cookie)
          return Answered(status: answer.status, body: answer.body)
        },
        {
          try await desk.office.caseFile(id, for: desk.county.staff.clerk).lists["convictions"]?.last?.entry.records
            .compactMap { $0["offence"] }.joined(separator: "; ") ?? ""
        })
    }
  }

  struct Answered: Sendable {
    let status: Int
    let body: String
  }

  private static func record(_ offence: String, _ more: [String: String] = [:]) -> [String: String] {
    [
      "answer": "all", "source": "a court's record", "record-1-offence": offence, "record-1-class": "felony",
      "record-1-convicted-on-day": "1", "record-1-convicted-on-month": "2", "record-1-convicted-on-year": "2020",
    ].merging(more) { $1 }
  }

  @Test func aSectionInAnotherWritingIsKeptAsTheLawWritesIt() async throws {
    try await withRequest { send, facts in
      let sent1 = try await send(Self.record("Penal Code § 211"))
      #expect(sent1.status == 303)
      let known2 = try await facts()
      #expect(known2 == "PC 211")
    }
  }

  @Test func wordsLeadToChoicesAndTheChosenSectionAloneIsKept() async throws {
    try await withRequest { send, facts in
      let page = try await send(Self.record("ROBBERY"))
      #expect(page.status == 200)
      #expect(page.body.contains("Which offence is it?") && page.body.contains("value=\"PC 211\""))
      #expect(page.body.contains("name=\"record-1-class\" value=\"felony\""))
      let known3 = try await facts()
      #expect(known3 == "")
      let unchosen = try await send(Self.record("ROBBERY", ["offences-shown": "yes"]))
      #expect(unchosen.status == 422 && unchosen.body.contains("Choose which section it is."))
      let done = try await send(
        Self.record("ROBBERY", ["offences-shown": "yes", "chosen-record-1-offence": "PC 211"]))
      #expect(done.status == 303)
      let known4 = try await facts()
      #expect(known4 == "PC 211")
    }
  }

  @Test func aSectionWithPartsAsksWhichOneAndOneInNoListIsSaidToBeInNone() async throws {
    try await withRequest { send, facts in
      let parts = try await send(Self.record("PC 245"))
      #expect(parts.body.contains("value=\"PC 245(a)(1)\"") && parts.body.contains("Which part is not known."))
      let none = try await send(Self.record("PC 9999"))
      #expect(none.body.contains("No list of California"))
      let known5 = try await facts()
      #expect(known5 == "")
      let kept = try await send(Self.record("PC 9999", ["offences-shown": "yes", "chosen-record-1-offence": "keep"]))
      #expect(kept.status == 303)
      let known6 = try await facts()
      #expect(known6 == "PC 9999")
    }
  }

  @Test func wordsThatNoListHasCannotBeKeptAsASection() async throws {
    try await withRequest { send, facts in
      let page = try await send(Self.record("ZZQQ 4"))
      #expect(page.body.contains("No list of California") && !page.body.contains("value=\"keep\""))
      let again = try await send(
        Self.record(
          "ZZQQ 4", ["offences-shown": "yes", "chosen-record-1-offence": "again", "again-record-1-offence": "211 P.C."])
      )
      #expect(again.status == 303)
      let known7 = try await facts()
      #expect(known7 == "PC 211")
    }
  }

  @Test func aProgramFindsAnOffenceAndNothingOfACase() async throws {
    let desk = try await APIDesk(jurisdiction: "CA")
    let token = try await desk.token([.lawRead])
    try await desk.serve { server in
      let found = try await server.call("GET", "/offences?text=Penal%20Code%20211", token: token.bearer)
      #expect(found.status == 200 && found.json["settled"] as? String == "PC 211")
      let none8 = try await server.call("GET", "/offences", token: token.bearer)
      #expect(none8.status == 422)
    }
  }
}
