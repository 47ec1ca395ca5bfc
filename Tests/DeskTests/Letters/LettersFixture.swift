import Desk
import Foundation
import LawLanguage
import Reasoning
import Testing

/// The letters and the law that come with the program, fictional requests, and what every letter needs.
enum LettersFixture {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let folder = LettersFolder(path: root.appending(path: "Letters").path())

  static let set: Result<LetterSet, any Error> = Result { try LetterSet(folder) }

  static let library: Library? = {
    let laws = root.appending(path: "Laws")
    let paths = (FileManager.default.enumerator(atPath: laws.path())?.compactMap { $0 as? String } ?? []).sorted()
    let files = paths.filter { $0.hasSuffix(".md") }.compactMap { path in
      try? SourceFile(path: path, bytes: Array(Data(contentsOf: laws.appending(path: path))))
    }
    return Library.check(files).library
  }()

  struct NoLibrary: Error {}

  /// 2 June 2025, noon at Greenwich.
  static let now = Instant(seconds: 1_748_865_600)

  static func law() throws -> Library {
    guard let library else { throw NoLibrary() }
    return library
  }

  /// The decision on a request written as JSON.
  static func decision(_ json: String, now: Instant = now) throws -> Decision {
    let library = try law()
    let draft = try RequestDraft(json: RequestText(Array(json.utf8), from: "r.json"))
    return try decide(library.request(from: draft, now: now), in: library)
  }

  static let occasion = LetterOccasion(
    office: "Example County Sheriff's Office", officeAddress: ["1 Example Street", "Example City, EX 00000"],
    contact: ["Records desk, (555) 010-0100", "records@example.org"],
    recipient: ["Sample Recipient One", "2 Example Street"], date: Day(number: 20241), caseNumber: "2025-00017",
    letterNumber: "L-7Q2K", receipt: "sha256 9f2c6ab1", proof: "L-7Q2K.tlog-proof; desk.example.org/log")

  static func compose(
    _ kind: String, to recipient: String, on decision: Decision, _ values: [MergeField: FieldValue],
    occasion: LetterOccasion = occasion, reads: ReadingLanguage = .tag("en"), withDraft: Bool = false,
    ruling: (@Sendable (Disclosure) -> Ruling)? = nil
  ) throws -> Letter {
    let request = LetterRequest(
      kind, to: recipient, on: decision, occasion: occasion, values: values, reads: reads, withDraft: withDraft,
      now: now)
    return try set.get().compose(request, in: law(), ruling: ruling)
  }

  /// Why a letter is refused; nil if it is composed.
  static func refusal(_ body: () throws -> Letter) -> LetterRefusal? {
    do {
      _ = try body()
      return nil
    } catch let error as LetterRefusal {
      return error
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  // MARK: Requests

  /// `"facts": {…}` and the like.
  static func request(
    _ state: String, on day: String = "2025-06-02", acts: [String], papers: String, _ more: String = ""
  ) -> String {
    let acts = acts.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      {"jurisdiction": "\(state)", "agency": "county-jail", "on": "\(day)", "at": "\(day)T08:00", "acts": [\(acts)],
       "papers": [\(papers)]\(more.isEmpty ? "" : ", ")\(more)}
      """
  }

  static let detainer = #""i247a", "i200""#
  static let sufficient = #"{"kind": "i247a", "form-complete": true, "shows-cause": true, "served": true}, "i200""#

  static func california() throws -> Decision {
    try decision(
      request(
        "CA", acts: ["hold", "notify-release", "transfer"], papers: detainer,
        #""facts": {"publicly-available": true, "local-rule-forbids-notice": false}"#))
  }

  static func newJersey(papers: String = detainer) throws -> Decision {
    try decision(request("NJ", on: "2026-11-16", acts: ["hold", "notify-release"], papers: papers))
  }

  static func illinois(_ facts: String = "") throws -> Decision {
    try decision(
      request("IL", acts: ["hold", "notify-release", "answer-custody-inquiry"], papers: detainer, facts))
  }

  static func florida(_ fact: String = #""custody": "pretrial""#) throws -> Decision {
    let facts = """
      "facts": {"release-due": "2025-06-02T16:00", "transferring-agency-told-judge": false,
        "transferring-agency-recorded": false, \(fact)}
      """
    return try decision(
      request(
        "FL", acts: ["hold", "notify-release", "answer-custody-inquiry", "transfer", "share-information"],
        papers: sufficient, facts))
  }

  // MARK: Values

  static let received = FieldValue.moment(Instant(seconds: 1_748_862_000))
  static let release = FieldValue.moment(Instant(seconds: 1_748_894_400))
  static let papers = FieldValue.texts(["Form I-247A, immigration detainer", "Form I-200, warrant for arrest of alien"])
  static let person = FieldValue.text("Sample Person One")

  static let asks: [MergeField: FieldValue] = [
    .received: received, .papers: papers, .personName: person, .asksHold: .flag(true), .asksNotice: .flag(true),
    .asksTransfer: .flag(false), .asksInterview: .flag(false),
  ]
}

extension [MergeField: FieldValue] {
  func with(_ more: Self) -> Self { merging(more) { $1 } }
  func without(_ fields: MergeField...) -> Self { filter { !fields.contains($0.key) } }
  func only(_ fields: [MergeField]) -> Self { filter { fields.contains($0.key) } }
}
