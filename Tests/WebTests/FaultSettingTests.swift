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
}
