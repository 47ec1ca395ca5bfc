import Desk
import Foundation
import LawLanguage
import Reasoning

/// The letter that a jail writes most: the copy of a detainer for the person, as California asks for it.
struct ManyLetters {
  let count: Int

  func row() async throws -> String {
    guard let library = Library.check(try LawFiles.all()).library else {
      throw DeskBenchmarks.Misuse(sentence: "the library of the checkout does not check; run tenth law check")
    }
    let folder = LettersFolder(path: LawFiles.root.appending(path: "Letters").path())
    let letters = try LetterSet(folder)
    let tools = try TypesettingTools.find(
      named: nil, environment: ProcessInfo.processInfo.environment,
      program: LawFiles.root.appending(path: ".build/release/tenth").path(), letters: folder)
    let now = Instant(seconds: 1_748_865_600)
    let draft = try RequestDraft(json: RequestText(Array(Self.request.utf8), from: "request"))
    let decision = try decide(library.request(from: draft, now: now), in: library)
    let typesetter = Typesetter(tools)
    let clock = ContinuousClock()
    var first: Duration?
    let progress = Progress(what: "Letters", total: count)
    var times: [Duration] = []
    for number in 0...count {
      let begun = clock.now
      let request = LetterRequest(
        "copy-cover", to: "person-in-custody", on: decision, occasion: Self.occasion(number), values: Self.values,
        reads: .tag("en"), withDraft: false, now: now)
      _ = try await typesetter.typeset(letters.compose(request, in: library))
      // The first waits for the typesetter to start; a desk starts it before anybody asks.
      if first == nil { first = clock.now - begun } else { times.append(clock.now - begun) }
      if number % 50 == 0 || number == count { progress.reached(number) }
    }
    await typesetter.stop()
    times.sort()
    func text(_ time: Duration) -> String { String(format: "%.1f ms", time / .milliseconds(1)) }
    return """
      | letter composed and typeset, tagged PDF, one of \(count) (the first, with the typesetter's start: \(text(first ?? .zero))) | 300 ms | \
      \(text(times[count / 2])) | \(text(times[0])) | \(text(times[count - 1])) |
      """
  }

  private static let request = """
    {"jurisdiction": "CA", "agency": "county-jail", "on": "2025-06-02", "at": "2025-06-02T08:00",
     "acts": ["hold", "notify-release", "transfer"], "papers": ["i247a", "i200"],
     "facts": {"publicly-available": true, "local-rule-forbids-notice": false}}
    """

  private static func occasion(_ number: Int) -> LetterOccasion {
    LetterOccasion(
      office: "Example County Sheriff's Office", officeAddress: ["1 Example Street", "Example City, EX 00000"],
      contact: ["Records desk, (555) 010-0100"], recipient: ["Sample Recipient \(number)", "2 Example Street"],
      date: Day(number: 20_241), caseNumber: "2025-00017", letterNumber: "L-\(number)", receipt: "sha256 9f2c6ab1",
      proof: "L-\(number).tlog-proof; desk.example.org/log")
  }

  private static let values: [MergeField: FieldValue] = [
    .received: .moment(Instant(seconds: 1_748_862_000)),
    .papers: .texts(["Form I-247A, immigration detainer", "Form I-200, warrant for arrest of alien"]),
    .personName: .text("Sample Person One"), .asksHold: .flag(true), .asksNotice: .flag(true),
    .asksTransfer: .flag(false), .asksInterview: .flag(false),
  ]
}
