import Foundation
import Ledger
import Reasoning
import Testing
import Web

struct FaultSettingTests {
  private func settings(_ json: String) throws -> Settings {
    try Settings.read(file: RequestText(Array(json.utf8), from: "desk.json"), environment: [:])
  }

  @Test func theLogsBlockIsASetting() throws {
    #expect(try settings("{}").logBlock == 256)
    #expect(try settings(#"{"log-block": "1024"}"#).logBlock == 1024)
    for wrong in ["100", "0", "131072", "many"] {
      #expect(throws: Settings.Mistakes.self, "\(wrong)") { try settings(#"{"log-block": "\#(wrong)"}"#) }
    }
  }

  @Test func whoSaysFromWhereARequestComesIsAProxyOrNobody() throws {
    let proxied = #"{"origin": "https://desk.example.gov", "address-header": "X-Forwarded-For"}"#
    #expect(try settings(proxied).addressHeader == "x-forwarded-for")
    #expect(throws: Settings.Mistakes.self) { try settings(#"{"address-header": "X-Forwarded-For"}"#) }
    #expect(throws: Settings.Mistakes.self) {
      try settings(#"{"origin": "https://desk.example.gov", "address-header": "X: y"}"#)
    }
  }

  @Test func whatKeepsLettersFromGoingOutIsSaid() throws {
    func remarks(_ more: String) throws -> [String] {
      OpenDesk.remarks(
        on: try settings(
          #"{"agency": {"name": "Example", "kind": "county-jail", "jurisdiction": "IL"\#(more)}}"#))
    }
    #expect(try remarks("").first?.contains("address and contact") == true)
    #expect(try remarks(#", "address": ["1 Example Street"]"#).first?.contains("contact") == true)
    #expect(try remarks(#", "address": ["1 Example Street"], "contact": ["555-0100"]"#).isEmpty)
  }
}
