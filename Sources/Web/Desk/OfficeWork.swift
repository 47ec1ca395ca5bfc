package import Desk
package import LawLanguage
import Reasoning

/// The office's work as the pages need it: each call is made by somebody, and answered or refused in words.
package struct OfficeWork: Sendable {
  package let law: OfficeLaw
  package let zone: Zone

  func open(_ arrival: ArrivalForm.Arrival, _ exchange: Exchange) async throws -> CaseFile {
    throw Refused(.unavailable, "")
  }
  func file(_ exchange: Exchange) async throws -> CaseFile { throw Refused(.unavailable, "") }
  func person(of file: CaseFile, _ exchange: Exchange) async throws -> Person? { throw Refused(.unavailable, "") }
  func events(of file: CaseFile, _ exchange: Exchange) async throws -> [CaseEvent] { throw Refused(.unavailable, "") }
  func record(_ person: Person, in file: CaseFile, _ exchange: Exchange) async throws -> CaseFile {
    throw Refused(.unavailable, "")
  }
  func decision(on file: CaseFile) -> Decision? { nil }
  func perform(_ command: CaseCommand, on file: CaseFile, _ exchange: Exchange, refusalAt field: String = "answer")
    async throws -> CaseFile
  { throw Refused(.unavailable, "") }
}
