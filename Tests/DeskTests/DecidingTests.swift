import Desk
import LawLanguage
import Reasoning
import Testing

struct DecidingTests {
  @Test func illinoisFindsNoGroundInADetainer() async throws {
    let test = try await TestOffice.make()
    let receipt = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"])
    let crew = try Crew("il-jail")
    let file = try await test.office.caseFile(receipt.id, for: crew.officer)
    #expect(receipt.number.description == "2026-00001")
    let answer = try #require(file.proposal?.answer(for: "hold"))
    #expect(answer.answer == .prohibited && answer.basis == .forbidden)
    #expect(answer.cites == ["5 ILCS 805 § 15(a)"])
    #expect(file.stage == .proposed)
    #expect(file.value(of: "release-due") == "2026-02-10T03:00:00-06:00")
    let authority = try test.office.keepingAuthority(of: file)
    #expect(authority == .none(ownGroundEnds: try moment("2026-02-10 03:00")))
    let clocks = try test.office.clocks(of: file)
    for clock in clocks { print(clock.kind, clock.title, clock.due.map { try! test.office.words(for: "il-jail").text($0) } ?? "-", clock.cite ?? "", "|", clock.arithmetic) }
    for task in file.tasks { print(task.key, task.title, task.standing) }
    print(file.proposal?.document?.utf8.count ?? 0)
  }

  @Test func floridaCommandsTheHoldAndItsClocksRun() async throws {
    let test = try await TestOffice.make(at: "2026-11-25 15:00")
    let receipt = try await test.detainer("fl-jail", facts: ["release-due": "2026-11-25T16:00"])
    let crew = try Crew("fl-jail")
    let file = try await test.office.caseFile(receipt.id, for: crew.officer)
    let words = try test.office.words(for: "fl-jail")
    for answer in file.proposal?.answers ?? [] { print(answer.act, answer.answer, answer.basis as Any, answer.window as Any) }
    print(try test.office.keepingAuthority(of: file), try test.office.keepingAuthority(of: file).sentence(in: words))
    for clock in try test.office.clocks(of: file) { print(clock.kind, clock.title, clock.due.map(words.text) ?? "-", clock.cite ?? "", "|", clock.arithmetic) }
    for task in file.tasks { print(task.key, task.title, task.standing) }
    for question in file.proposal?.questions ?? [] { print("?", question.question) }
    for question in file.proposal?.followUps ?? [] { print("??", question.question) }
  }

  @Test func newJersey() async throws {
    let test = try await TestOffice.make(at: "2026-02-10 02:00")
    let receipt = try await test.detainer("nj-jail", facts: ["release-due": "2026-02-10T04:30", "final-order-signer": "no-order"])
    let crew = try Crew("nj-jail")
    let file = try await test.office.caseFile(receipt.id, for: crew.officer)
    for question in file.proposal?.questions ?? [] { print("?", question.fact.name, question.question) }
    for answer in file.proposal?.answers ?? [] { print(answer.act, answer.answer, answer.basis as Any, answer.window as Any) }
  }

  @Test func california() async throws {
    let test = try await TestOffice.make(at: "2026-02-10 02:00")
    let receipt = try await test.detainer("ca-jail", facts: ["release-due": "2026-02-10T04:30"])
    let crew = try Crew("ca-jail")
    let file = try await test.office.caseFile(receipt.id, for: crew.officer)
    for question in file.proposal?.questions ?? [] { print("?", question.fact.name, question.question) }
    for answer in file.proposal?.answers ?? [] { print(answer.act, answer.answer, answer.basis as Any, answer.window as Any) }
    for task in file.tasks { print(task.key, task.title, task.standing) }
  }
}
